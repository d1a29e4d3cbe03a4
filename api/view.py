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

_BOUNDS = (b"since", b"until", b"complete")
_SUCCESSOR = b"[@@port.to "
_BEGINS = (b"val", b"external", b"module", b"class", b"exception", b"include", b"open", b"type")


def release(text: str) -> tuple[int, ...]:
    """A release as numbers that compare: (2, 9, 1) of `2.9.1`."""
    return tuple(map(int, text.split(".")))


def view(interface: bytes, at: str) -> bytes | None:
    """What an interface of the tree was at a release, such as `2.9`; None where there was no such
    module then. One that names no release is given back as it is."""
    if not any(word + b' "' in interface for word in _BOUNDS):
        return interface
    then = release(at)
    lines: list[bytes] = interface.splitlines(keepends=True)
    for row, line in enumerate(lines):
        signs, word = _outside(line, then) if b"[@" in line else (0, b"")
        if signs == 3 and word != b"complete":
            return None
        first = _first_row(lines, row) if signs == 2 else row
        if signs:
            lines[first : row + 1] = [b""] * (row + 1 - first)
    return b"".join(lines)


def _first_row(lines: list[bytes], row: int) -> int:
    """The row in which the item begins that ends in a row."""
    indentation = len(lines[row]) - len(lines[row].lstrip(b" "))
    while not lines[row].startswith(_BEGINS, indentation) or lines[row][:indentation].strip():
        row -= 1
    return row


def _outside(line: bytes, then: tuple[int, ...]) -> tuple[int, bytes]:
    """The first attribute in a line whose bound excludes a release: how many `@` it begins with
    (0: there is none), and its name."""
    for attribute in line.split(b"[@")[1:]:
        name, _, rest = attribute.partition(b' "')
        word = name.lstrip(b"@")
        if word in _BOUNDS:
            bound = release(rest.partition(b'"')[0].decode())
            if then[: len(bound)] > bound if word == b"until" else then < bound:
                return 1 + len(name) - len(word), word
    return 0, b""


def module_types(interface: bytes) -> dict[str, tuple[str, ...]]:
    """The module types at the top of an interface, each with the paths that it goes by elsewhere:
    what became of it (`[@@port.to New.path]`), or what it is another name for."""
    found: dict[str, tuple[str, ...]] = {}
    name = ""
    for line in interface.splitlines():
        if line.startswith(b"module type "):
            name, _, body = line[len(b"module type ") :].decode().partition(" = ")
            found[name] = () if body.startswith("sig") else (body.split()[0],)
        elif line.startswith(_SUCCESSOR):
            found[name] = (*found[name], line[len(_SUCCESSOR) :].rstrip(b" ]").decode())
    return found
