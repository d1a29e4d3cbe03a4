"""The sides of a seam as lists of devices, and findings that name the other side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import MANUAL, REVIEW, Finding, Related
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.types import Con, prune

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mirageport.diagnostics.kinds import Analysis, Node, Parameter, Rewrite


class Place(NamedTuple):
    """A range of a file."""

    file: str
    start: int
    end: int


class Slot(NamedTuple):
    """One device of a chain, or one parameter. kind: what Mirage calls it, "" where it is the
    user's own; text: as the user reads it."""

    node: Node
    kind: str
    text: str


def seam_finding(
    name: str,
    place: Place,
    message: str,
    other: Place | None = None,
    facts: Rewrite | None = None,
    other_says: str = "",
) -> Finding:
    """A finding of a seam at a place; `seams.find` fills in what its rule says of it. other,
    other_says: the other side, and what to say of it."""
    related = (Related(*other, other_says),) if other is not None else ()
    applicability = REVIEW if facts is not None else MANUAL
    return Finding(
        place.file, name, place.start, place.end, message, applicability, "", "", related, (), facts
    )


def devices(analysis: Analysis, nodes: Sequence[Node]) -> list[Slot]:
    """The slots of a chain's types, or of the values of an application."""
    return [Slot(node, device(analysis, node), analysis.tree.text(node)) for node in nodes]


def device(analysis: Analysis, node: Node) -> str:
    """What an expression of type `_ typ` or `_ impl` stands for, such as "stackv4"."""
    outer = analysis.type_of(node)
    if not isinstance(outer, Con) or outer.name not in ("Mirage.typ", "Mirage.impl"):
        return ""
    inner = prune(outer.args[0]) if outer.args else None
    return inner.name.removeprefix("Mirage.") if isinstance(inner, Con) else ""


def slots_of(analysis: Analysis, parameters: Sequence[Parameter]) -> list[Slot]:
    """The slots of a functor's parameters."""
    uses = {use.node.start: use.module_type for use in analysis.type_uses}
    slots = []
    for parameter in parameters:
        kind, node = "", parameter.type_node
        module_type = uses.get(node.start) if node else None
        if module_type is not None and module_type.item is not None:
            kind = module_type.signature.name
            if kind == "CLOCK":
                kind = module_type.item.path.rpartition(".")[2]
        text = analysis.tree.text(parameter.node).strip("()")
        slots.append(Slot(parameter.node, kind, " ".join(text.split())))
    return slots


def span(file: str, slots: Sequence[Slot], otherwise: Node) -> Place:
    """From the first slot to the last where they stand in one piece of text."""
    starts = [slot.node.start for slot in slots]
    if not slots or starts != sorted(starts):
        return Place(file, otherwise.start, otherwise.end)
    return Place(file, starts[0], slots[-1].node.end)


def count(number: int, what: str) -> str:
    """A number of things in words: "no device", "1 device", "2 devices"."""
    return f"{number} {what}{'s' * (number != 1)}" if number else f"no {what}"


def listed(slots: Sequence[Slot]) -> str:
    """Slots as a person reads them, with commas."""
    return ", ".join(f"`{slot.text}`" for slot in slots)
