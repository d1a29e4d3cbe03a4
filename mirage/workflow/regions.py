"""Where the files around a unikernel's code hold commands, and what config.ml says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.mirage.files import is_generated
from mirageport.mirage.workflow.file_names import DOCKER, MAKE, MARKDOWN, SHELL, VAGRANT, YAML
from mirageport.ocaml.file_names import basename
from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.project import Project


class Region(NamedTuple):
    """A piece of shell in a file. group: pieces that are run one after the other share it. alone:
    whether it has a shell of its own, so that `cd` ends with it. folded: whether the ends of its
    lines are blanks to the shell."""

    start: int
    end: int
    group: int
    alone: bool = False
    folded: bool = False


def regions(kind: str, data: bytes) -> list[Region]:
    """The pieces of shell in a file of this language, in order."""
    finder = _FINDERS.get(kind)
    if finder is None or is_generated(data):
        return []
    return list(finder(data))


def _shell(data: bytes) -> Iterator[Region]:
    yield Region(0, len(data), 0)


def _lines(data: bytes, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The lines of a range, without their ends; a line that a backslash joins to the next one goes
    on to that one's end."""
    at, end = start, len(data) if end is None else end
    while at < end:
        stop = _line_end(data, at, end)
        while stop < end and data[at:stop].rstrip(b"\r").endswith(b"\\"):
            stop = _line_end(data, stop + 1, end)
        yield at, stop
        at = stop + 1


def _line_end(data: bytes, at: int, end: int) -> int:
    found = data.find(b"\n", at, end)
    return end if found < 0 else found


def _skip(data: bytes, at: int, end: int, what: bytes) -> int:
    while at < end and data[at] in what:
        at += 1
    return at


def _make(data: bytes) -> Iterator[Region]:
    """Recipe lines, each with a shell of its own, and what is assigned to variables."""
    group = 0
    for start, end in _lines(data):
        if data[start : start + 1] == b"\t":
            at = _skip(data, start, end, b"\t @-+")
            if data[at : at + 1] != b"#":
                yield Region(at, end, group, alone=True)
            continue
        group += 1
        equals = data.find(b"=", start, end)
        name = data[start:equals].strip().rstrip(b":?+").rstrip() if equals > 0 else b""
        if name and name.replace(b"_", b"").isalnum():
            yield Region(_skip(data, equals + 1, end, b" \t"), end, group, alone=True)


def _yaml(data: bytes) -> Iterator[Region]:
    """The value of each line: behind its dashes and its key, and inside its quotes."""
    at = 0
    while at < len(data):
        end = _line_end(data, at, len(data))
        start, stop = _value(data, at, end)
        more = _continued(data, at, end) if start < stop and data[start] not in b"'\"" else end
        if start < stop:
            yield Region(start, max(stop, more) if more > end else stop, 0, folded=more > end)
        at = more + 1


def _continued(data: bytes, at: int, end: int) -> int:
    """The end of the last line that goes on with the text of a list's item."""
    dash = _skip(data, at, end, b" ")
    if data[dash : dash + 2] != b"- ":
        return end
    while end < len(data):
        stop = _line_end(data, end + 1, len(data))
        first = _skip(data, end + 1, stop, b" ")
        key = data[first:stop].partition(b" ")[0].rstrip()
        if first - end - 1 <= dash - at or data[first : first + 1] in (b"", b"#", b"\r", b"\n"):
            break
        if key in (b"-", b"") or key.endswith(b":"):
            break
        end = stop
    return end


def _value(data: bytes, start: int, end: int) -> tuple[int, int]:
    start = _skip(data, start, end, b" \t")
    while data[start : start + 2] == b"- ":
        start = _skip(data, start + 1, end, b" \t")
    colon = data.find(b":", start, end)
    key = data[start:colon].strip().replace(b"_", b"").replace(b"-", b"") if colon > 0 else b""
    if key.isalnum() and data[colon + 1 : colon + 2] in (b" ", b"\t"):
        start = _skip(data, colon + 1, end, b" \t")
    while end > start and data[end - 1] in b" \t\r":
        end -= 1
    quote = data[start : start + 1]
    if quote in (b"'", b'"'):
        inner = data[start + 1 : end - 1]
        if end - start < 2 or data[end - 1 : end] != quote or quote in inner or b"\\" in inner:
            return start, start
        return start + 1, end - 1
    if quote in (b"#", b"|", b">", b"[", b"{", b"&", b"*", b"!"):
        return start, start
    return start, end


def _docker(data: bytes) -> Iterator[Region]:
    """What `RUN`, `CMD` and `ENTRYPOINT` hand to a shell, each one of its own."""
    for start, end in _lines(data):
        at = _skip(data, start, end, b" \t")
        word_end = at
        while word_end < end and data[word_end] not in b" \t":
            word_end += 1
        if data[at:word_end].upper() not in (b"RUN", b"CMD", b"ENTRYPOINT"):
            continue
        at = _skip(data, word_end, end, b" \t")
        if data[at : at + 1] != b"[":
            yield Region(at, end, 0, alone=True)


def _vagrant(data: bytes) -> Iterator[Region]:
    """What a Vagrantfile hands to a shell: texts between `<<NAME` and that name, and strings behind
    `inline:`."""
    at, group = 0, 0
    while at < len(data):
        end, group = _line_end(data, at, len(data)), group + 1
        _, opening, name = data[at:end].rstrip().rpartition(b"<<")
        name = name.strip(b"-~'\"")
        if opening and name.isalnum():
            start = end + 1
            while end < len(data):
                line, end = end + 1, _line_end(data, end + 1, len(data))
                if data[line:end].strip() == name:
                    yield Region(start, line, group)
                    break
        elif (inline := data.find(b"inline:", at, end)) >= 0:
            start, stop = _value(data, inline, end)
            if data[start - 1 : start] in (b"'", b'"'):
                yield Region(start, stop, group)
        at = end + 1


_SHELLS = (b"", b"sh", b"shell", b"bash", b"console", b"zsh", b"terminal")


def _markdown(data: bytes) -> Iterator[Region]:
    """Code: fenced blocks of a shell, indented blocks, and spans that begin with `mirage`."""
    group, fence, block, shell = 0, b"", 0, False
    after_blank, at = True, 0
    while at < len(data):
        end = _line_end(data, at, len(data))
        line = data[at:end].rstrip(b"\r")
        bare = line.lstrip(b" ")
        if fence:
            if bare.startswith(fence) and not bare.strip(fence[:1] + b" "):
                if shell:
                    yield from _block(data, block, at, group)
                fence, group = b"", group + 1
        elif bare.startswith((b"```", b"~~~")) and b"`" not in bare[3:]:
            fence = bare[: len(bare) - len(bare.lstrip(bare[:1]))]
            info = bare[len(fence) :].split()
            block, shell = end + 1, (info[0] if info else b"").lower() in _SHELLS
        elif line.startswith(_INDENTS) and (after_blank or _is_command(line)):
            end = _indented_end(data, at)
            yield from _block(data, at, end, group)
        else:
            group += 1
            yield from _spans(data, at, end)
        after_blank = not line.strip()
        at = end + 1


_INDENTS = (b"    ", b"\t")


def _is_command(line: bytes) -> bool:
    """Whether an indented line is meant as code although it goes on with a paragraph: many people
    leave out the empty line that Markdown asks for."""
    return line.lstrip().startswith((b"$ ", b"mirage ", b"./mir-"))


def _indented_end(data: bytes, at: int) -> int:
    """The end of the last of the indented lines that follow each other from one on."""
    end = _line_end(data, at, len(data))
    while (
        data.startswith(_INDENTS, end + 1)
        and data[end + 1 : _line_end(data, end + 1, len(data))].strip()
    ):
        end = _line_end(data, end + 1, len(data))
    return end


def _block(data: bytes, start: int, end: int, group: int) -> Iterator[Region]:
    """A block of code; where lines begin with a prompt, only those are commands."""
    lines = list(_lines(data, start, end))
    prompted = [
        (at, stop) for at, stop in lines if data[_skip(data, at, stop, b" \t") :][:2] == b"$ "
    ]
    for at, stop in prompted or lines:
        first = _skip(data, at, stop, b" \t")
        yield Region(first + 2 if prompted else first, stop, group)


def _spans(data: bytes, start: int, end: int) -> Iterator[Region]:
    at = data.find(b"`", start, end)
    while at >= 0:
        stop = data.find(b"`", at + 1, end)
        if stop < 0:
            return
        if data.startswith((b"mirage ", b"./mir-"), at + 1, stop):
            yield Region(at + 1, stop, -1 - at, alone=True)
        at = data.find(b"`", stop + 1, end)


_FINDERS = {
    SHELL: _shell,
    MAKE: _make,
    YAML: _yaml,
    DOCKER: _docker,
    VAGRANT: _vagrant,
    MARKDOWN: _markdown,
}


# -- what config.ml says of it ---------------------------------------------------------------------


class Known(NamedTuple):
    """What the files around the code are judged by. built: the folder of each unikernel, and what
    it is registered as.
    strings: every string in config.ml. generic: the devices that keys choose."""

    built: frozenset[tuple[str, str]]
    strings: frozenset[str]
    generic: frozenset[str]

    @property
    def names(self) -> frozenset[str]:
        """What unikernels are registered as."""
        return frozenset(name for _folder, name in self.built)


NOTHING_KNOWN = Known(frozenset(), frozenset(), frozenset())


def known(project: Project) -> Known | None:
    """What the project's config.ml files say; None where there is none of Mirage's."""
    return project.once("workflow", lambda: _known(project))


def _known(project: Project) -> Known | None:
    built: set[tuple[str, str]] = set()
    registers = False
    strings: set[str] = set()
    generic: set[str] = set()
    for part, name in _configs(project):
        analysis = part.analysis(name)
        for use in analysis.uses:
            if use.item.path == "Mirage.register":
                registers = True
                given = (node for node in use.arguments if node.kind == "string")
                folder = name.replace("\\", "/").rpartition("/")[0]
                built.update((folder, analysis.tree.text(node).strip('"')) for node in given)
        data = part.source(name).data
        nodes = analysis.tree.root.descendants()
        strings.update(analysis.tree.text(n).strip('"') for n in nodes if n.kind == "string")
        generic.update(
            device for device in ("generic_kv_ro", "generic_stackv4") if device.encode() in data
        )
    if not registers:
        return None
    return Known(frozenset(built), frozenset(strings), frozenset(generic))


def _configs(project: Project) -> Iterator[tuple[Project, str]]:
    own = [name for name in project.names if basename(name) == "config.ml"]
    for name in own:
        yield project, name
    if project.below is not None:
        for name in project.below.names:
            yield project.below, name
