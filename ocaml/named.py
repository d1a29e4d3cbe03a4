"""Named tuples, made as fast as `collections.namedtuple` makes them.

`typing.NamedTuple` compiles the annotation of each field when its class is made: for all classes of
the tool together that takes a fifth of the time in which it checks a unikernel.
"""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple  # noqa: TID251 - what type checkers know
else:
    # What a class body says of itself that the tuple's own class must not take over.
    _OWN = frozenset(["__annotations__", "__dict__", "__module__", "__qualname__", "__weakref__"])

    class _Made(type):
        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = list(body.get("__annotations__", ()))
            defaults = [body.pop(field) for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])
            made.__qualname__ = body["__qualname__"]
            made.__annotations__ = body.get("__annotations__", {})
            for key, value in body.items():
                if key not in _OWN:
                    setattr(made, key, value)
            return made

    class NamedTuple(metaclass=_Made):
        """Base of a class that declares the fields of a named tuple."""
