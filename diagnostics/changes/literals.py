"""Conversions of literals in templates: `Int64.of_float (0.1 *. 1e9)` is 100_000_000L."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirageport.diagnostics.kinds import Context, Node

_SECOND = 9  # decimal places of a nanosecond in seconds
_LONGEST = 40  # characters of a literal; no delay needs more


def _int64(context: Context, argument: Node) -> str:
    """An `int` as an `int64`, where that is a literal or was made of one."""
    text, given = context.text(argument), argument.all("argument")
    if argument.kind == "number":
        return f"{text}L"
    if argument.kind == "sign_expression":
        return f"({text}L)"
    made = context.text(argument.child("function")) == "Int64.to_int" and len(given) == 1
    return context.text(given[0]) if made else ""


def nanoseconds(context: Context, argument: Node) -> str:
    """A literal of seconds in nanoseconds; "" where that is not exact."""
    return exact_nanoseconds(context.text(argument))


def exact_nanoseconds(text: str) -> str:
    """A literal of seconds as a literal of nanoseconds; "" when it is none or not exact.

    By decimal places, never through a binary fraction: 0.1 is 100_000_000L, and so is 1e-1.
    """
    mantissa, exponential, exponent = text.replace("_", "").lower().partition("e")
    whole, point, fraction = mantissa.partition(".")
    digits = whole + fraction
    if not (point or exponential) or not digits.isdecimal() or len(text) > _LONGEST:
        return ""
    if exponential and not exponent.lstrip("+-").isdecimal():
        return ""
    places = min(_SECOND + int(exponent or "0") - len(fraction), _LONGEST)
    if places < 0 and not digits.endswith("0" * -places):
        return ""
    value = int(digits + "0" * places) if places >= 0 else int(digits[:places] or "0")
    return f"{value:_}L" if value < 2**63 else ""


def duration(nanoseconds: int) -> str:
    """The call of `Duration` (duration 0.1.0) that gives so many nanoseconds; "" where none does
    so exactly."""
    units = (("of_sec", 10**9), ("of_ms", 10**6), ("of_us", 10**3))
    exact = (
        f"Duration.{name} {nanoseconds // unit}" for name, unit in units if not nanoseconds % unit
    )
    return next(exact, "") if nanoseconds else ""


# Conversions in templates, `_` being the argument, that are worked out where that is a literal.
FOLDED: dict[str, Callable[[Context, Node], str]] = {
    "(Int64.of_int _)": _int64,
    "(Int64.of_float (_ *. 1e9))": nanoseconds,
}
