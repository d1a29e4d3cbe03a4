"""What a finding knows of its change, for the fix that is made of it.

Where the edits follow from the finding alone, that is a `Rewrite`. Any other kind of change has a
class of its own beside its finder, of values and nodes only, with a method `edit`, which collects
the edits when somebody asks for the fix.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mirageport.diagnostics.editor import Editor

Edit = tuple[str, int, int, str]
"""A file, the first byte and the one behind the last, and the text in their place."""


class Fixable(Protocol):
    """What is known of a change whose edits are worked out when somebody asks for them."""

    def edit(self, editor: Editor) -> str:
        """Collect the edits in the editor. The title of the fix; "" where there is none."""


class Alternative(NamedTuple):
    """One way to make a change: a title, the edits, and an applicability, "" for the finding's."""

    title: str
    edits: tuple[Edit, ...]
    applicability: str = ""


class Rewrite(NamedTuple):
    """A change whose edits follow from the finding alone: its alternatives, best first."""

    alternatives: tuple[Alternative, ...]


def rewriting(title: str, edits: Iterable[Edit], level: str = "") -> Rewrite | None:
    """A change that can be made in one way; None where there are no edits."""
    found = tuple(edits)
    return Rewrite((Alternative(title, found, level),)) if found else None


def outermost(edits: Iterable[Edit]) -> list[Edit]:
    """The edits that lie in no other one, which says what becomes of all its text."""
    every = list(dict.fromkeys(edits))
    return [each for each in every if not any(_is_in(each, other) for other in every)]


def _is_in(edit: Edit, other: Edit) -> bool:
    """Whether one edit lies in another one; an insertion beside it does not."""
    (file, start, end, _text), (outer, first, last, _new) = edit, other
    if file != outer or start < first or last < end or (start, end) == (first, last):
        return False
    return start < end or first < start < last


def moved(facts: Any, file: str, distance: int) -> Any:
    """Facts that count bytes of a file, so many bytes further on; the others hold nodes, which move
    by themselves."""
    if type(facts) is not Rewrite:
        return facts
    return Rewrite(tuple(_moved(each, file, distance) for each in facts.alternatives))


def _moved(alternative: Alternative, moved_file: str, distance: int) -> Alternative:
    edits = [
        (file, start + distance, end + distance, new) if file == moved_file else edit
        for edit in alternative.edits
        for file, start, end, new in (edit,)
    ]
    return alternative._replace(edits=tuple(edits))
