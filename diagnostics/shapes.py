"""Shapes of results: what each tag of a polymorphic variant has become as a `result`."""

from __future__ import annotations

from collections.abc import Mapping

from mirageport.ocaml.named import NamedTuple


class Becomes(NamedTuple):
    """What has become of a tag. constructor: `Ok` or `Error`. inside: the tag around what the old
    one carried, where it stands in one now. constant: what the constructor carries in place of a
    tag that carried nothing. matched: what a pattern has there, where that is something else."""

    constructor: str
    inside: str = ""
    constant: str = ""
    matched: str = ""

    def written(self, pattern: bool) -> str:
        """The new form of a tag that carried nothing, in a pattern or in an expression."""
        return f"{self.constructor} {(pattern and self.matched) or self.constant}"

    @property
    def shown(self) -> str:
        """What takes the place of the tag, as messages show it."""
        if self.inside:
            return f"{self.constructor} ({self.inside} _)"
        return self.written(True) if self.constant else f"{self.constructor} _"

    def made(self, payload: str) -> str:
        """The new form of the tag in an expression or a pattern that binds what it carries."""
        if self.constant:
            return f"{self.constructor} {self.constant}"
        inside = f"({self.inside} {payload})" if self.inside else payload
        return f"{self.constructor} {inside}"


Shape = Mapping[str, Becomes]


def takes(into: Shape, other: Shape) -> bool:
    """Whether results of another shape can be brought into one, whatever their errors are."""
    closed = any(becomes.constructor == "Error" and becomes.constant for becomes in into.values())
    return not closed and other.keys() <= into.keys()


def turning(shape: Shape, into: Shape) -> list[tuple[Becomes, Becomes]]:
    """What becomes of each form of a shape where it is brought into another one, in an order in
    which a match can have them."""
    pairs = [(becomes, into[tag]) for tag, becomes in shape.items()]
    return sorted(pairs, key=lambda pair: (pair[0].constructor == "Error", not pair[0].constant))


PLAIN = {"`Ok": Becomes("Ok"), "`Error": Becomes("Error")}
"""A value or an error, as most results are."""
