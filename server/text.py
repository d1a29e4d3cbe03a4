"""What the command line prints for people: each finding with its place and its code, then what is
left in each file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import MANUAL, REVIEW, SAFE, SUGGESTION
from mirageport.ocaml.named import NamedTuple
from mirageport.server.output import counted, plain, releases, summary
from mirageport.server.packs import explaining

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mirageport.diagnostics.finding import Finding, Notice
    from mirageport.ocaml.source import Source
    from mirageport.server.output import Result

FULL, CONCISE, QUIET = "full", "concise", "quiet"
"""How much is printed: code and help as well; one line for each finding and a summary; one line for
each finding and nothing else."""

# Styles of pieces of text, named by what they show; `server.paint` has their colours.
STRONG, PLACE, EDGE = "strong", "place", "edge"


class Look(NamedTuple):
    """What the reader has before them. width: the columns of a terminal, None where lines are not
    wrapped. colour: whether colours are wanted."""

    width: int | None = None
    colour: bool = False


NO_FIXES: Mapping[str, int] = {}


class Written(NamedTuple):
    """What a fix wrote. files: their names. fixes: how many were applied in them. beside: those of
    the files that were not named, but belong to the unikernel of one that was. deleted: the files
    that were deleted. steps: how many fixes there were in each part of the port. next: the commands
    to run next."""

    files: tuple[str, ...]
    fixes: int
    beside: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    steps: Mapping[str, int] = NO_FIXES
    next: tuple[str, ...] = ()


TOGETHER = (
    "files of one unikernel or library are changed together; `--only-file` changes only those that "
    "are named"
)


class Line(NamedTuple):
    """One line. pieces: its texts without control characters, each with a style, "" for none. hang:
    by how many columns what is wrapped is set in; None where the line is never wrapped."""

    pieces: tuple[tuple[str, str], ...]
    hang: int | None = None


_BLANK = Line(())


def rendered(lines: Iterable[Line], look: Look) -> str:
    """Lines as text, coloured and wrapped where that is wanted."""
    if look.colour or look.width is not None:
        # Loaded here: rich takes as long to load as a check takes, and only a terminal needs it.
        from mirageport.server.paint import painted

        return painted(lines, look)
    return "".join("".join(text for text, _style in line.pieces) + "\n" for line in lines)


def text(result: Result, look: Look, amount: str = FULL, written: Written | None = None) -> str:
    """What a check or a fix found. amount: FULL, CONCISE or QUIET. written: what a fix did; None
    of a check."""
    return rendered(_lines(result, look, amount, written), look)


def _lines(result: Result, look: Look, amount: str, written: Written | None) -> Iterator[Line]:
    for finding, source in result.findings:
        if amount == FULL:
            yield from _finding(finding, source, result, look)
        else:
            yield _concise(finding, source)
    for notice, source in result.notices:
        yield from _notice(notice, source, amount)
    if amount != QUIET:
        yield from _files(result, written)
        for said in releases(result):
            yield Line(((said, ""),), 0)
        yield Line(((summary(result), STRONG),), 0)
    if amount == FULL and written is not None and written.next and not result.left:
        yield _BLANK
        yield Line((("Next:", ""),))
        yield from (Line(((f"  {plain(command)}", ""),)) for command in written.next)


def _concise(finding: Finding, source: Source) -> Line:
    """A finding in one line that `grep` and editors can read."""
    line, column = source.position(finding.start)
    how = {MANUAL: "by hand", SUGGESTION: "suggestion"}.get(
        finding.applicability, f"{finding.applicability} fix"
    )
    return Line(
        (
            (f"{plain(finding.file)}:{line + 1}:{column + 1}: ", ""),
            (finding.severity, finding.severity),
            (f": {plain(finding.message)} [{finding.rule}, {how}]", ""),
        )
    )


def _notice(notice: Notice, source: Source, amount: str) -> Iterator[Line]:
    message = plain(notice.message)
    if amount != FULL:
        yield Line(((f"{plain(notice.file)}: note: {message}", ""),))
        return
    yield Line((("note", "information"), (f": {message}", STRONG)), 2)
    line, column = source.position(notice.start)
    yield Line(((" --> ", EDGE), (f"{plain(notice.file)}:{line + 1}:{column + 1}", PLACE)))
    yield _BLANK


# -- a finding with its code -----------------------------------------------------------------------

_HELP = {
    SAFE: ("safe fix", "`mirageport fix` writes it"),
    REVIEW: (
        "fix to review",
        "`mirageport fix --review` writes it; `{explain}` describes its choices",
    ),
    MANUAL: ("by hand", "`{explain}` describes what to write"),
    SUGGESTION: ("suggestion", "optional; your editor can apply it"),
}


_DELETES = ("fix to review", "`mirageport fix --review` deletes it")


def _finding(finding: Finding, source: Source, result: Result, look: Look) -> Iterator[Line]:
    """A finding as compilers show it."""
    severity, others = finding.severity, result.others
    yield Line(
        (
            (severity, severity),
            (f"[{finding.rule}]", severity),
            (f": {plain(finding.message)}", STRONG),
        ),
        2,
    )
    yield from code(finding.file, source, (finding.start, finding.end), severity, look)
    margin = _margin(source.line_of(finding.start))
    for place in finding.related:
        if place.file in others:
            line, column = others[place.file].position(place.start)
            at = f"{plain(place.file)}:{line + 1}:{column + 1}: {plain(place.message)}"
            yield note(margin, "note", at)
    what, text = _DELETES if finding.deletes else _HELP[finding.applicability]
    yield note(margin, what, text.format(explain=explaining(finding.rule, result.packs)))
    yield _BLANK


def _margin(line: int) -> str:
    """The space that the number of a line takes."""
    return " " * len(str(line + 1))


def note(margin: str, what: str, text: str) -> Line:
    """A line below the code. margin: the space before the edge."""
    return Line(
        ((f"{margin} = ", EDGE), (f"{what}: ", STRONG), (text, "")), len(margin) + len(" = ")
    )


def code(
    file: str, source: Source, span: tuple[int, int], style: str, look: Look
) -> Iterator[Line]:
    """A place and the line of code it begins on, with marks under it. span: bytes, from the first
    to behind the last. style: of the marks."""
    line, column = source.position(span[0])
    margin = _margin(line)
    yield Line(
        (
            (f"{margin}--> ", EDGE),
            (f"{plain(file)}:{line + 1}:{column + 1}", PLACE),
        )
    )
    yield Line(((f"{margin} |", EDGE),))
    room = _ROOM if look.width is None else max(look.width - len(margin) - len(" | "), _LEAST)
    shown, at, length = _window(source, span, line, room)
    yield Line(((f"{line + 1} | ", EDGE), (shown, "")))
    yield Line(((f"{margin} | {' ' * at}", EDGE), ("^" * length, style)))


_ROOM = 200  # columns of code where no terminal sets a limit: a generated line can be megabytes
_LEAST = 40
_CUT = "..."


def _window(source: Source, span: tuple[int, int], line: int, room: int) -> tuple[str, int, int]:
    """A line of code in at most `room` columns around a span: its text, the column at which the
    span begins, and the columns that it takes."""
    first, last = source.line_starts[line], source.line_end(line)
    start, end = span[0], max(span[0], min(span[1], last))
    # A character takes at most four bytes. What is cut in its middle is far outside of the room.
    before = _spread(source.text(max(first, start - 4 * room), start))
    marked = _spread(source.text(start, min(end, start + 4 * room)))
    after = _spread(source.text(end, min(last, end + 4 * room)).rstrip())
    if columns(before) + columns(marked) + columns(after) > room:
        room -= 2 * len(_CUT)
        marked = _head(marked, room * 2 // 3)
        rest = room - columns(marked)
        kept = _head(before[::-1], max(rest // 2, rest - columns(after)))[::-1]
        before = before if kept == before else _CUT + kept
        kept = _head(after, rest - columns(kept))
        after = after if kept == after else kept + _CUT
    return before + marked + after, columns(before), max(columns(marked), 1)


def _spread(code: str) -> str:
    """Code for a terminal: tabs as blanks, so that marks stand under what they mark."""
    return plain(code.replace("\t", "    "))


def _head(text: str, room: int) -> str:
    """As much of the beginning of a text as `room` columns hold."""
    if text.isascii():
        return text[:room]
    taken = 0
    for at, character in enumerate(text):
        taken += columns(character)
        if taken > room:
            return text[:at]
    return text


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    # Loaded here: most code has no other characters, and a check must start fast.
    from unicodedata import combining, east_asian_width

    return sum(
        0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1
        for character in text
    )


# -- what is left in each file ---------------------------------------------------------------------


def _files(result: Result, written: Written | None) -> Iterator[Line]:
    """The files that were changed, and those in which something is left, with how much."""
    left: dict[str, list[Finding]] = {}
    for finding, _source in result.findings:
        left.setdefault(finding.file, []).append(finding)
    if written is None:
        if len(left) > 1:
            yield from _table("", list(left), left)
        return
    changed = sorted(written.files)
    yield from _table("Changed:", changed, left)
    yield from _table("Not changed:", [name for name in left if name not in changed], left)
    fixes = f"{written.fixes} fix{'es' * (written.fixes != 1)}"
    files = f"{len(changed)} file{'s' * (len(changed) != 1)}"
    if written.deleted:
        names = ", ".join(sorted(map(plain, written.deleted)))
        yield Line(((f"Deleted: {names}.", ""),), 0)
        yield _BLANK
    if written.beside:
        names = ", ".join(sorted(map(plain, written.beside)))
        yield Line(((f"Also changed: {names}; {TOGETHER}.", ""),), 0)
        yield _BLANK
    steps = ", ".join(f"{step} {count}" for step, count in written.steps.items())
    more = f": {steps}" if len(written.steps) > 1 else ""
    yield Line(((f"Applied {fixes} in {files}{more}.", ""),))


def _table(title: str, names: list[str], left: dict[str, list[Finding]]) -> Iterator[Line]:
    """How much is left in each of some files, with an empty line behind; nothing without files."""
    if not names:
        return
    if title:
        yield Line(((title, STRONG),))
    width = max(columns(plain(name)) for name in names)
    for name in names:
        shown = plain(name)
        pad = " " * (width - columns(shown) + 2)
        yield Line(
            (("  " if title else "", ""), (shown, PLACE), (pad + counted(left.get(name, [])), ""))
        )
    yield _BLANK
