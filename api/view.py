"""What an interface was at one release: the tree of interfaces, filtered.

One tree serves all releases. An item that is not so in all of them says in which it is, by the
attributes `[@@since "3.0"]` and `[@@until "2.9.1"]`, both ends included (`[@@until "3.4"]`: with
all of 3.4.1 and so on); a parameter of a functor
does so by `[@since ".."]` and `[@until ".."]`, a whole interface by `[@@@since ".."]` and
`[@@@until ".."]`. `[@@@complete "3.0"]` says that an interface lists everything from that release
on. What says nothing is so in all releases, from 2.0 on.

The files are laid out so that this can be read line by line: an item begins with its keyword on a
line of its own, the attribute of an item that has several lines stands on a line with the item's
indentation, and a parameter with an attribute has a line to itself.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from math import inf

from mirageport.ocaml.named import NamedTuple

_BOUNDS = (b"since", b"until", b"complete")
_SUCCESSOR = b"[@@port.to "
_CHANGES = (b"[@@port", b"[@@@port ", b"[@@because ")
_BEGINS = (b"val", b"external", b"module", b"class", b"exception", b"include", b"open", b"type")


def release(text: str) -> tuple[int, ...]:
    """A release as numbers that compare: (2, 9, 1) of `2.9.1`."""
    return tuple(map(int, text.split(".")))


class _Mark(NamedTuple):
    """An attribute that bounds what it stands in. row: its line; first: that in which the item
    begins, for the attribute of an item. signs: how many `@` it begins with: 1 for a parameter, 2
    for an item, 3 for the whole interface. word: its name. text, bound: its release."""

    row: int
    first: int
    signs: int
    word: bytes
    text: str
    bound: tuple[int, ...]

    def excludes(self, then: tuple[int, ...], before: tuple[int, ...] | None = None) -> bool:
        """Whether a release has not what it bounds. before: as `after` of `view`."""
        bound = self.bound
        if self.word == b"until":
            return then[: len(bound)] > bound if before is None else _end(bound) <= _end(before)
        return then < (bound if before is None else bound[: len(then)])


@lru_cache(maxsize=8)  # a library asks for one after the other, each in several releases
def _marked(interface: bytes) -> tuple[list[bytes], list[_Mark]]:
    """The lines of an interface, and its bounds in their order."""
    lines = interface.splitlines(keepends=True)
    found = []
    for row, line in enumerate(lines):
        for attribute in line.split(b"[@")[1:] if b"[@" in line else ():
            name, _, rest = attribute.partition(b' "')
            word = name.lstrip(b"@")
            if word in _BOUNDS:
                signs, text = 1 + len(name) - len(word), rest.partition(b'"')[0].decode()
                first = _first_row(lines, row) if signs == 2 else row
                found.append(_Mark(row, first, signs, word, text, release(text)))
    return lines, found


def view(interface: bytes, at: str, target: str = "", after: str | None = None) -> bytes | None:
    """What an interface of the tree was at a release, such as `2.9`; None where there was no such
    module then. One that names no release is given back as it is.

    after: with what ended before `at`, but after this release; "" for all that ended before.
    target: the release that code is ported to. Of an item that ends after it, what becomes of it
    later is left out: it is a change of a later port.
    """
    every, marks = _marked(interface)
    if not marks:
        return interface
    then, before = release(at), None if after is None else release(after) if after else ()
    lines = every.copy()
    for mark in marks:
        if lines[mark.row] and mark.excludes(then, before):
            if mark.signs == 3 and mark.word != b"complete":
                return None
            lines[mark.first : mark.row + 1] = [b""] * (mark.row + 1 - mark.first)
    if target:
        _leave_out_rules(lines, marks, release(target))
    return b"".join(lines)


def _leave_out_rules(lines: list[bytes], marks: list[_Mark], goal: tuple[int, ...]) -> None:
    """Drop the rules of the items that end after a release, with what is in them, and the names
    that they have later."""
    rules = [row for row, line in enumerate(lines) if any(sign in line for sign in _CHANGES)]
    ends = [m for m in marks if m.word == b"until" and m.signs > 1 and lines[m.row]]
    outside = {mark.row for mark in marks if mark.excludes(goal)}
    rows: set[int] = set()
    # The whole interface first, and what stands in an item after the item.
    for mark in sorted(ends, key=lambda mark: (mark.signs == 2, -mark.row)):
        inside = rules
        if mark.signs == 2:
            inside = rules[bisect_left(rules, mark.first) : bisect_right(rules, mark.row)]
        if mark.row in outside:
            rows.difference_update(inside)
        else:
            rows.update(inside)
    for row in rows:
        for sign in _CHANGES:
            kept, *others = lines[row].split(sign)
            lines[row] = kept + b"".join(map(_behind, others))


def _behind(attribute: bytes) -> bytes:
    """What follows an attribute, which may have brackets in it."""
    opened, end = 1, 0
    while opened and end < len(attribute):
        sign = attribute[end : end + 1]
        opened += (sign == b"[") - (sign == b"]")
        end += 1
    return attribute[end:]


def overlaid(interface: bytes, others: bytes) -> bytes:
    """An interface in which items stand as others declare them, with what only these have behind
    it."""
    new = _items(others)
    kept = [new.pop(key, text) for key, text in _items(interface).items()]
    return b"".join([*kept, *new.values()])


def _items(interface: bytes) -> dict[tuple[bytes, str], bytes]:
    """The items at the top of an interface in order, by keyword and name, each with what stands
    before the next one."""
    found: dict[tuple[bytes, str], bytes] = {}
    key = (b"", "")
    for line in interface.splitlines(keepends=True):
        if line.startswith(_BEGINS):
            keyword, _, rest = line.partition(b" ")
            operator = rest.partition(b")")[0].decode() if rest.startswith(b"( ") else ""
            key = (keyword, operator or _declared(line) or str(len(found)))
        found[key] = found.get(key, b"") + line
    return found


def _first_row(lines: list[bytes], row: int) -> int:
    """The row in which the item begins that ends in a row."""
    indentation = len(lines[row]) - len(lines[row].lstrip(b" "))
    while not lines[row].startswith(_BEGINS, indentation) or lines[row][:indentation].strip():
        row -= 1
    return row


def ends(interface: bytes, target: str) -> list[str]:
    """The releases before the target after which an interface has another form, in order: the last
    with which something ends, and those before with which an item ends whose name another has
    later. What else ends in between is one form, as no name in it means two things."""
    lines, marks = _marked(interface)
    goal = release(target)
    found = sorted(
        (text for text in {m.text for m in marks if m.word == b"until"} if _is_past(text, goal)),
        key=lambda text: _end(release(text)),
    )
    if len(found) < 2:
        return found
    items = [(_declared(lines[m.first]), m) for m in marks if m.signs == 2]
    begun = {name for name, mark in items if mark.word == b"since"}
    again = {mark.text for name, mark in items if mark.word == b"until" and name in begun}
    return [bound for bound in found if bound in again or bound == found[-1]]


def _end(bound: tuple[int, ...]) -> tuple[float, ...]:
    """Where a bound lies among others: behind 3.10.8 for 3.10, which is the last of all 3.10."""
    return (*bound, inf) if bound else ()


def _is_past(bound: str, goal: tuple[int, ...]) -> bool:
    return goal[: len(release(bound))] > release(bound)


def module_types(interface: bytes) -> dict[str, tuple[str, ...]]:
    """The module types at the top of an interface, each with the paths that it goes by elsewhere:
    what became of it (`[@@port.to New.path]`), or else what it is another name for."""
    found: dict[str, tuple[str, ...]] = {}
    aliases: dict[str, tuple[str, ...]] = {}
    name = ""
    for line in interface.splitlines():
        if line.startswith(b"module type "):
            name, _, body = line[len(b"module type ") :].decode().partition(" = ")
            found[name] = ()
            aliases[name] = () if body.startswith("sig") else (body.split()[0],)
        elif line.startswith(_SUCCESSOR):
            found[name] = (*found[name], line[len(_SUCCESSOR) :].rstrip(b" ]").decode())
    return {name: paths or aliases[name] for name, paths in found.items()}


def interval(interface: bytes) -> tuple[str, str]:
    """(first release, last release) of a whole interface; "" where it says none."""
    return _bound(interface, b'[@@@since "'), _bound(interface, b'[@@@until "')


def _bound(text: bytes, attribute: bytes) -> str:
    return text.partition(attribute)[2].partition(b'"')[0].decode()


def later(interface: bytes, target: str) -> dict[str, str]:
    """The names of what came into an interface after a release, at whatever depth, each with the
    release. One that the release had, too, with another type, is not among them."""
    goal = release(target)
    lines, marks = _marked(interface)
    found: dict[str, str] = {}
    for mark in marks:
        if mark.signs == 2 and mark.word == b"since" and mark.bound > goal:
            name = _declared(lines[mark.first])
            found[name] = min(mark.text, found.get(name, mark.text), key=release)
    if not found:
        return {}
    had = view(interface, target) or b""
    names = {_declared(line) for line in had.splitlines() if line.lstrip().startswith(_BEGINS)}
    return {name: since for name, since in found.items() if name not in names}


def _declared(line: bytes) -> str:
    """The name that an item declares in its first line; "" where it is not seen at once."""
    words = line.partition(b"[@")[0].replace(b":", b" ").split()
    skipped = (*_BEGINS, b"nonrec")
    names = [word for word in words if word not in skipped and word[:1] not in b"'+-("]
    return names[0].decode() if names else ""
