"""The date of a clock, which was a record of nine numbers, from Ptime."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.changes.values import module_of
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import MANUAL
from mirageport.mirage.changes.clock_handed import clock_of, named
from mirageport.mirage.changes.missing_packages import brought
from mirageport.mirage.clock import PCLOCK
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import unwrapped, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Edit, Finding, Node, Use


CLOCK_DATE = "clock-date"

# The parts of a date in Ptime (ptime 0.8), with the field of the record that each was, and what the
# record had less of it.
_PARTS = {
    "year": ("tm_year", 1900),
    "month": ("tm_mon", 1),
    "day": ("tm_mday", 0),
    "hour": ("tm_hour", 0),
    "minute": ("tm_min", 0),
    "second": ("tm_sec", 0),
}
_FIELDS = {field: (part, less) for part, (field, less) in _PARTS.items()}


class _Date(NamedTuple):
    """`let tm = Clock.gmtime (Clock.time ()) in ..` that only reads fields of `tm`. time: the call
    that tells the time. readings: where fields are read."""

    use: Use
    time: Node
    binding: Node
    readings: list[Node]


def find(context: Context) -> Iterator[Finding]:
    """Dates: one finding for a record and all that is read of it where there is a fix, else one for
    each place that names its type, its fields, or the function that made it."""
    done: set[Node] = set()
    for use, found in context.ruled(CLOCK_DATE):
        date = _date(context, use)
        edits = _edits(context, date) if date is not None else None
        if date is not None and edits is not None:
            done.update(node for each in date.readings for node in each.descendants())
        facts = rewriting("Take the date from `Ptime.to_date_time`", edits) if edits else None
        name, module = context.text(use.node), module_of(use)
        said = name if use.qualifier else f"{module}.{name}"
        yield context.used(found, use, facts, use=said, at=module)
    seen: set[Node] = set()
    named_types = context.analysis.named_types.values()
    fields = context.analysis.field_uses.values()
    for other in (*named_types, *(each for each in fields if each.qualifier)):
        around = other.node.up("record_expression", "record_pattern") or other.node
        for found in context.rules_of(other.item.changes, CLOCK_DATE):
            if other.node not in done and around not in seen:
                seen.add(around)
                yield context.used(found, other, applicability=MANUAL, at=other.qualifier)


def dated(context: Context) -> set[Node]:
    """The calls of `time` that go with the dates made of them."""
    dates = (_date(context, use) for use, _rule in context.ruled(CLOCK_DATE))
    return {date.time for date in dates if date is not None and _edits(context, date) is not None}


def _date(context: Context, use: Use) -> _Date | None:
    """The date that a call of `gmtime` makes; None where it is not the time of the same clock, or
    the record is used as a whole."""
    call, given = use.call, use.arguments
    if not call or len(given) != 1:
        return None
    time = unwrapped(given[0])
    told = context.use_at(time.child("function"))
    whole = wrapped(call)
    while whole.above.kind == "local_open_expression":
        whole = wrapped(whole.above)
    binding = whole.above
    pattern = binding.child("pattern")
    if told is None or told.item.name != "time" or module_of(told) != module_of(use):
        return None
    if binding.kind != "let_binding" or binding.of("parameter") or pattern.kind != "value_name":
        return None
    readings = [each.above for each in context.references(pattern)]
    read = all(
        each.kind == "field_get_expression" and _field(context, each) in _FIELDS
        for each in readings
    )
    local = binding.above.above.kind == "let_expression"
    return _Date(use, time, binding, readings) if read and readings and local else None


def _field(context: Context, reading: Node) -> str:
    return context.text(reading.child("field")).rpartition(".")[2]


def _edits(context: Context, date: _Date) -> list[Edit] | None:
    """The parts that are read, bound by one pattern; None where the code has no clock's value, or
    config.ml cannot name the package `ptime`."""
    module = module_of(date.use)
    clock = named(context, module, date.time)
    packages = brought(context, "Ptime") if context.project.config is not None else ()
    if clock is None or packages is None or clock_of(context, module) != PCLOCK:
        return None
    around = date.binding.above.above
    taken = {context.text(node) for node in around.descendants() if _is_name(node)}
    read = {_FIELDS[_field(context, each)][0] for each in date.readings}
    name = {part: part if part not in taken else f"utc_{part}" for part in read}
    if not taken.isdisjoint(each for part, each in name.items() if part != each):
        return None
    day = ", ".join(name.get(part, "_") for part in ("year", "month", "day"))
    hour = ", ".join(name.get(part, "_") for part in ("hour", "minute", "second"))
    ymd = f"({day})" if read & {"year", "month", "day"} else "_"
    hms = f"(({hour}), _)" if read & {"hour", "minute", "second"} else "_"
    value = f"Ptime.to_date_time (Ptime.v ({module}.now_d_ps {clock[0]}))"
    binding = date.binding
    edits = [context.replace(binding, f"{ymd}, {hms} = {value}")]
    for reading in date.readings:
        part, less = _FIELDS[_field(context, reading)]
        edits.append(_read(context, reading, name[part], less))
    return [*edits, *clock[1], *packages]


def _is_name(node: Node) -> bool:
    return node.kind in ("value_path", "value_name", "value_pattern") and not node.children


def _read(context: Context, reading: Node, name: str, less: int) -> Edit:
    """A part of a date where a field was read; what was added to the field is left out."""
    added = reading.above
    plus = context.text(added.child("operator")) == "+" and reading.field == "left"
    if less and plus and context.text(added.child("right")) == str(less):
        return context.replace(wrapped(added), name)
    if not less:
        return context.replace(reading, name)
    bare = wrapped(reading) is reading
    return context.replace(reading, f"({name} - {less})" if bare else f"{name} - {less}")
