"""What `[@@port.libraries add "a", min ("b", "1.1")]` says in an interface."""

from __future__ import annotations

from mirageport.ocaml.named import NamedTuple


class Libraries(NamedTuple):
    """Libraries that code needs with an item, or with what becomes of it.

    add: the names that dune has for them. drop: those that it does not need any more. unless:
    how words begin with which code needs these still. along: what these had with them, without
    being named. pps: what `preprocess` has to name. min: opam packages, each with the first release
    that will do.
    """

    add: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    along: tuple[str, ...] = ()
    pps: tuple[str, ...] = ()
    min: tuple[tuple[str, str], ...] = ()


NONE = Libraries()


def libraries(payload: str) -> Libraries:
    """What a payload says: words, each with names in quotation marks behind it. The last of these
    need not be closed, as a payload may have lost its outermost quotation marks."""
    if not payload:
        return NONE
    said = _said(payload)
    pairs = said.get("min", [])
    names = {word: tuple(found) for word, found in said.items() if word in Libraries._fields}
    names.pop("min", None)
    return Libraries(min=tuple(zip(pairs[::2], pairs[1::2], strict=False)), **names)


def wrong(payload: str) -> str:
    """What is wrong with a payload; "" where nothing is."""
    said = _said(payload)
    for word in said:
        if word not in Libraries._fields:
            words = ", ".join(f"`{each}`" for each in Libraries._fields)
            return f"there is no word `{word}`; there are {words}"
    if not any(said.values()):
        return 'it names no library; write `add "name"`'
    pairs = said.get("min", [])
    if len(pairs) % 2 or not all(release[:1].isdigit() for release in pairs[1::2]):
        return 'behind `min` stand pairs of a package and a release: `min ("name", "1.1")`'
    return ""


def _said(payload: str) -> dict[str, list[str]]:
    """The names behind each word; several may stand in one string, with blanks between them."""
    said: dict[str, list[str]] = {}
    word = ""
    for place, piece in enumerate(payload.split('"')):
        if place % 2:
            said.setdefault(word, []).extend(piece.split())
            continue
        for word in "".join(c if c.isalpha() else " " for c in piece).split():
            said.setdefault(word, [])
    return said
