"""Names of libraries, of what is built and of what the generated files had, in the files around
the code."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from mirageport.api.view import release
from mirageport.mirage.files import is_generated
from mirageport.mirage.workflow.commands import addresses, flags, read_options
from mirageport.mirage.workflow.file_names import (
    DOCKER,
    IGNORED,
    MAKE,
    MARKDOWN,
    MERLIN,
    OPAM,
    SHELL,
    TAGS,
    VAGRANT,
    XL,
    YAML,
    ocamlified,
)
from mirageport.mirage.workflow.shell import Word, commands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.finding import Finding
    from mirageport.mirage.workflow.shell import Command
    from mirageport.mirage.workflow.workflow_file import WorkflowFile

BINARY = "file-binary-name"
IGNORE = "file-gitignore"
LIBRARIES = "file-libraries"
CAMLP4 = "file-camlp4"
PACKAGES = "file-opam"
MAKEFILE = "file-generated-makefile"
CLEAN = "file-clean"
COMPILER = "file-ocaml-version"

_WORD = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"
_LIBRARY = _WORD + b"."

_CAMLP4 = (b"lwt.syntax", b"syntax(camlp4o)", b"syntax_camlp4o")


def _each(data: bytes, what: bytes, letters: bytes, start: int = 0) -> Iterator[tuple[int, int]]:
    """Every place where a name stands by itself."""
    at = data.find(what, start)
    while at >= 0:
        end = at + len(what)
        if data[at - 1 : at] not in _bytes(letters) and data[end : end + 1] not in _bytes(letters):
            yield at, end
        at = data.find(what, end)


def _bytes(letters: bytes) -> frozenset[bytes]:
    return frozenset(bytes([letter]) for letter in letters)


def _line(file: WorkflowFile, at: int) -> tuple[int, int]:
    line = file.source.line_of(at)
    return file.source.line_starts[line], file.source.line_end(line)


# -- what is built ---------------------------------------------------------------------------------


def binaries(file: WorkflowFile) -> Iterator[Finding]:
    """`mir-NAME`, which is called NAME now, for the names that config.ml registers."""
    if file.language not in (SHELL, MAKE, YAML, DOCKER, VAGRANT, MARKDOWN, IGNORED, XL):
        return
    for name in sorted(file.known.names):
        old, new = f"mir-{name}", ocamlified(name)
        for start, end in _each(file.data, old.encode(), _WORD) if new else ():
            if _is_code(file, start) and not _is_address(file, start, end):
                whole = name != new
                edits = [(start, end if whole else start + len("mir-"), new if whole else "")]
                yield file.finding(BINARY, start, end, edits, old=old, new=new)


def _is_code(file: WorkflowFile, at: int) -> bool:
    """Whether a place is no comment and, in documentation, code."""
    start, _end = _line(file, at)
    if file.data[start:at].lstrip().startswith(b"#"):
        return False
    if file.language != MARKDOWN:
        return True
    return any(region.start <= at < region.end for region in file.regions)


def _is_address(file: WorkflowFile, start: int, end: int) -> bool:
    """Whether a name is part of an address of the web or of a package."""
    first, last = _line(file, start)
    while start > first and file.data[start - 1] not in b" \t\"'`(=":
        start -= 1
    while end < last and file.data[end] not in b" \t\"'`)":
        end += 1
    return b"://" in file.data[start:end] or b"@" in file.data[start:end]


def ignored(file: WorkflowFile) -> Iterator[Finding]:
    """`mir-*` in .gitignore: what Mirage 3 writes has other names."""
    if file.language != IGNORED or not file.holds(IGNORE):
        return
    lines = {file.source.text(*_bounds(file, line)) for line in range(len(file.source.line_starts))}
    wanted = [*_built(file), ".mirage.config", "mirage-unikernel-*.opam"]
    new = [name for name in wanted if not {name, name[1:], f"**{name}"} & lines]
    for start, end in _each(file.data, b"mir-*", _WORD):
        first, last = _line(file, start)
        if file.data[first:last].strip() not in (b"mir-*", b"/mir-*", b"**/mir-*", b"*/mir-*"):
            continue
        edits = (
            [(first, last, "\n".join(new))] if new else [(first, min(last + 1, len(file.data)), "")]
        )
        yield file.finding(IGNORE, start, end, edits, new=", ".join(f"`{name}`" for name in new))


def _built(file: WorkflowFile) -> list[str]:
    """What is built, as patterns from the file's folder: the name alone may be a folder's too."""
    own = file.name.replace("\\", "/").rpartition("/")[0]
    found = []
    for folder, registered in sorted(file.known.built):
        name = ocamlified(registered)
        if folder == own:
            found.append(f"/{name}")
        elif not own or folder.startswith(f"{own}/"):
            found.append(f"/{folder[len(own) :].lstrip('/')}/{name}")
    return found


def _bounds(file: WorkflowFile, line: int) -> tuple[int, int]:
    return file.source.line_starts[line], file.source.line_end(line)


# -- libraries -------------------------------------------------------------------------------------


def libraries(file: WorkflowFile) -> Iterator[Finding]:
    """Names of libraries that have another one now: in .merlin, _tags, and on command lines."""
    found = file.rule(LIBRARIES)
    table = dict(pair.split("=") for pair in found.options["libraries"].split())
    for start, end in _library_places(file):
        name = file.source.text(start, end)
        new = table.get(name)
        if new is not None:
            edits = [(start, end, new)]
            yield file.finding(found, start, end, edits, old=name, new=new)


def _library_places(file: WorkflowFile) -> Iterator[tuple[int, int]]:
    if file.language == MERLIN:
        for start, end in _lines_of(file):
            if file.data.startswith(b"PKG ", start):
                yield from _words(file, start + 4, end)
    elif file.language == TAGS:
        for start, end in _lines_of(file):
            if not file.data[start:end].lstrip().startswith(b"#"):
                yield from _tagged(file, start, end)
    else:
        for _region, run in file.runs:
            if run.name.text in ("ocamlfind", "ocamlbuild"):
                yield from _linked(file, run.arguments)


def _lines_of(file: WorkflowFile) -> Iterator[tuple[int, int]]:
    for line in range(len(file.source.line_starts)):
        yield _bounds(file, line)


def _words(file: WorkflowFile, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Runs of a library's letters in a range."""
    at = start
    while at < end:
        stop = at
        while stop < end and file.data[stop] in _LIBRARY:
            stop += 1
        if stop > at:
            yield at, stop
        at = stop + 1


def _tagged(file: WorkflowFile, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The libraries of `package(..)` and `pkg_..` in a line of _tags."""
    for word in _words(file, start, end):
        text = file.data[word[0] : word[1]]
        if text.startswith(b"pkg_"):
            yield word[0] + 4, word[1]
        elif text == b"package" and file.data[word[1] : word[1] + 1] == b"(":
            close = file.data.find(b")", word[1], end)
            if close > 0:
                yield from _words(file, word[1] + 1, close)


def _linked(file: WorkflowFile, arguments: tuple[Word, ...]) -> Iterator[tuple[int, int]]:
    """The libraries behind `-package` and its kin."""
    for option, value in itertools.pairwise(arguments):
        if option.text in ("-package", "-packages", "-pkg", "-pkgs", "-linkpkg"):
            yield from _words(file, value.start, value.end)


def camlp4(file: WorkflowFile) -> Iterator[Finding]:
    """The syntax extension of Lwt, in _tags and .merlin."""
    if file.language not in (TAGS, MERLIN):
        return
    for start, end in _lines_of(file):
        line = file.data[start:end]
        if line.lstrip().startswith(b"#"):
            continue
        found = [(line.find(word), len(word)) for word in _CAMLP4 if word in line]
        if found:
            at, length = min(found)
            yield file.finding(CAMLP4, start + at, start + at + length)


def packages(file: WorkflowFile) -> Iterator[Finding]:
    """Packages of an opam file that Mirage 3 has under another name, or in another version."""
    generated = is_generated(file.data) or b"mirage-unikernel" in file.data[:200]
    if file.language != OPAM or not _is_mirages(file) or generated:
        return
    yield from _versions(file)
    if not file.holds(PACKAGES):
        return
    found = file.rule(PACKAGES)
    table = dict(pair.split("=") for pair in found.options["packages"].split())
    for old, new in table.items():
        quoted = f'"{old}"'.encode()
        at = file.data.find(quoted)
        while at >= 0:
            if _is_needed(file.data, at):
                edits = [(at + 1, at + len(quoted) - 1, new)]
                yield file.finding(found, at, at + len(quoted), edits, old=old, new=new)
            at = file.data.find(quoted, at + 1)


def _is_mirages(file: WorkflowFile) -> bool:
    """Whether an opam file is about Mirage's code: a unikernel's, or that of a library for it."""
    if file.project.config is not None or b'"mirage"' in file.data:
        return True
    types = (b'"mirage-types"', b'"mirage-types-lwt"', b'"tcpip"')
    if any(name in file.data for name in types):
        return True
    texts = (file.project.source(name).data for name in file.project.names)
    return any(name in text for text in texts for name in (b"V1_LWT", b"V1."))


def _is_needed(data: bytes, at: int) -> bool:
    """Whether a place in an opam file is in the list of what the package needs."""
    return _field(data, at) in (b"depends:", b"depopts:")


def _field(data: bytes, at: int) -> bytes:
    """The field of an opam file that a place is in, of those that name packages; "" for none."""
    fields = (b"depends:", b"depopts:", b"conflicts:", b"build:", b"available:", b"pin-depends:")
    last = max(fields, key=lambda field: data.rfind(b"\n" + field, 0, at))
    if data.rfind(b"\n" + last, 0, at) >= 0:
        return last
    return next((field for field in fields if data.startswith(field)), b"")


def _versions(file: WorkflowFile) -> Iterator[Finding]:
    """`"mirage" {..}` with a version that is Mirage 2's, or that keeps Mirage 3 out."""
    for name in ("mirage", "mirage-types", "mirage-types-lwt"):
        quoted = f'"{name}"'.encode()
        at = file.data.find(quoted)
        while at >= 0:
            message = _version(file, name, at, at + len(quoted))
            if message:
                yield file.finding(PACKAGES, at, at + len(quoted), message=message)
            at = file.data.find(quoted, at + 1)


def _version(file: WorkflowFile, name: str, at: int, end: int) -> str:
    """What is wrong with the version that is asked of a package; "" for nothing."""
    field, brace = _field(file.data, at), file.data[end:].lstrip()
    close = brace.find(b"}")
    if not brace.startswith(b"{") or close < 0:
        return ""
    bounds = brace[1:close].replace(b" ", b"")
    if field == b"conflicts:" and any(new in bounds for new in (b'>="3.0', b'>="3"', b'>="2.9')):
        return f"`{name}` of {file.target} is listed as a conflict of this package: remove that."
    # Of a library whose code is elsewhere, only what keeps Mirage 3 out is known to be wrong.
    least = bounds if file.project.files else bounds.replace(b">=", b"")
    needed = field in (b"depends:", b"depopts:")
    if not file.holds(PACKAGES):
        goal = file.project.pack.rules.to
        below = [least.partition(b'<"')[2].partition(b'"')[0].decode()] if b'<"' in least else []
        if needed and any(release(each) <= release(goal) for each in filter(_is_release, below)):
            return f'`{name}` must be a release of {file.target}: `"{name}" {{>= "{goal}.0"}}`.'
    elif needed and any(old in least for old in (b'<"3', b'="2', b'="1')):
        return f'`{name}` must be a release of {file.target}: `"{name}" {{>= "3.0.0"}}`.'
    return ""


def _is_release(text: str) -> bool:
    return text.replace(".", "").isdigit() and all(text.split("."))


# -- what the generated files had ------------------------------------------------------------------


def makefiles(file: WorkflowFile) -> Iterator[Finding]:
    """Variables and targets of the Makefile that Mirage 2 wrote, in the files around it."""
    if file.language != MAKE or is_generated(file.data):
        return
    if not file.name.lower().endswith("makefile.user"):
        return
    for start, end in _lines_of(file):
        head = file.data[start:end].partition(b"=")[0]
        start += len(head) - len(head.lstrip())
        name = head.strip().rstrip(b":?+").rstrip()
        if name.decode("ascii", "replace") in file.rule(MAKEFILE).options["variables"].split():
            text = name.decode("ascii")
            yield file.finding(MAKEFILE, start, start + len(name), name=text)


def cleaning(file: WorkflowFile) -> Iterator[Finding]:
    """`make -C dir clean` in a recipe: the Makefile it needs goes with it."""
    if file.language != MAKE:
        return
    for region, run in file.runs:
        words = [word.text for word in run.arguments]
        if run.name.text not in ("make", "$(MAKE)") or words[:1] != ["-C"] or len(words) != 3:
            continue
        alone = (
            file.data[region.start : region.end].strip()
            == file.data[run.command.start : run.command.end].strip()
        )
        line, _end = _line(file, run.command.start)
        if words[2] != "clean" or not alone or not file.data.startswith(b"\t", line):
            continue
        if b"-" in file.data[line : run.command.start]:
            continue
        make = file.source.text(run.name.start, run.name.end)
        folder = file.source.text(run.arguments[1].start, run.arguments[1].end)
        if run.arguments[1].plain and not _is_unikernel(file, run.arguments[1].text):
            continue
        edits = [(line + 1, run.command.end, f"-cd {folder} && {make} clean")]
        yield file.finding(CLEAN, run.command.start, run.command.end, edits)


def _is_unikernel(file: WorkflowFile, folder: str) -> bool:
    """Whether a folder, as it is named in a file, has a config.ml."""
    own = file.name.replace("\\", "/").rpartition("/")[0]
    parts = [part for part in folder.strip("/").split("/") if part not in ("", ".")]
    path = "/".join([*([own] if own else []), *parts])
    return any(path == built for built, _name in file.known.built)


# -- build services --------------------------------------------------------------------------------


def services(file: WorkflowFile) -> Iterator[Finding]:
    """`OCAML_VERSION=4.02`, and options of `configure` in a variable."""
    if file.language not in (YAML, DOCKER, VAGRANT, SHELL, MAKE):
        return
    for _region, command in file.commands:
        for word in command.words:
            name, equals, value = word.text.partition("=")
            least = "4.03" if file.holds(COMPILER) else "4.14"
            if name == "OCAML_VERSION" and _is_below(value, least) and _builds(file, command):
                start = word.start + len(name) + 1
                if file.source.text(start, start + len(value)) == value:
                    least = f"{least}.0" if value.count(".") > 1 else least
                    edits = [(start, start + len(value), least)]
                    yield file.finding(COMPILER, word.start, word.end, edits, old=value)
            elif name.endswith("FLAGS") and equals and "--ip" in value:
                yield from _in_variable(file, word, len(name) + 1)


def _builds(file: WorkflowFile, command: Command) -> bool:
    """Whether a version is that of a unikernel's build, rather than of a library with examples."""
    if file.project.config is not None:
        return True
    names = [word.text.partition("=")[0] for word in command.words]
    return any(part in name for name in names for part in ("MODE", "BACKEND", "TARGET"))


def _is_below(version: str, least: str) -> bool:
    return _is_release(version) and "." in version and release(version)[:2] < release(least)


def _in_variable(file: WorkflowFile, word: Word, prefix: int) -> Iterator[Finding]:
    """The options of `configure` in `FLAGS=".."`, which only its addresses give away."""
    start, end = word.start + prefix, word.end
    if file.data[start : start + 1] not in (b'"', b"'") or file.data[end - 1] != file.data[start]:
        return
    for command in commands(file.data, start + 1, end - 1, folded=True):
        first = Word(start + 1, start + 1, "", plain=True)
        options = read_options(file.project.pack.rules, first, command.words)
        yield from addresses(file, options)
        yield from flags(file, options)
