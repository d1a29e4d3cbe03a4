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


Shape = Mapping[str, Becomes]

PLAIN = {"`Ok": Becomes("Ok"), "`Error": Becomes("Error")}
"""A value or an error, as most results are."""
