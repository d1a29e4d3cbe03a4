"""A rule's page as a terminal shows it."""

from __future__ import annotations

import re
from textwrap import fill, indent
from typing import TYPE_CHECKING

from mirageport.server import rule_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.rules import Rule

_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_MARKED = re.compile("\1([^\2]*)\2")
_TIED = "\xa0"  # a space where no line is broken
_SHORT = 30  # columns of code that stays in one piece
_WIDEST = 88  # longer lines of prose are hard to read
_BOLD, _CYAN, _RED, _GREEN, _END = "\x1b[1m", "\x1b[36m", "\x1b[31m", "\x1b[32m", "\x1b[m"
_SIGNS = {"-": _RED, "+": _GREEN}


def page(rule: Rule, width: int, colour: bool) -> str:
    """The page, in lines of at most `width` columns where it is prose."""
    paint = _Paint(min(width, _WIDEST), colour)
    kind, meaning = rule_page.APPLICABILITIES[rule.applicability]
    lines = [
        paint.strong(f"{rule.name}: {rule.title}"),
        f"{rule.category}, {kind.lower()}, {rule.severity}",
        "",
        *_compiler(rule),
    ]
    first = True
    for part in rule_page.parts(rule):
        if part.title and not part.title.startswith("After"):
            lines += [paint.strong(rule_page.heading(part, first)), ""]
            first = first and not part.title.startswith("Before")
        if part.prose:
            lines += [*paint.prose(part.prose), ""]
        if not part.title:
            lines += [*paint.prose(f"{kind}: {meaning}"), ""]
        lines += _code(part, rule, paint)
    lines += [f"{each.name} {each.version}: {each.url}" for each in rule_page.releases(rule)]
    return "\n".join(lines).rstrip() + "\n"


class _Paint:
    """Prose and code for a terminal. width: columns of prose. colour: with colours."""

    def __init__(self, width: int, colour: bool) -> None:
        self._width, self._colour = width, colour

    def strong(self, text: str) -> str:
        return f"{_BOLD}{text}{_END}" if self._colour else text

    def prose(self, text: str) -> Iterator[str]:
        """Markdown's paragraphs, wrapped; code in them is coloured, or keeps its backticks."""
        for number, paragraph in enumerate(text.split("\n\n")):
            if number:
                yield ""
            marked = _CODE.sub(_mark, paragraph)
            wrapped = fill(marked, self._width, break_long_words=False, break_on_hyphens=False)
            yield from _MARKED.sub(self._word, wrapped).replace(_TIED, " ").split("\n")

    def _word(self, match: re.Match[str]) -> str:
        code = match.group(1)
        if self._colour:
            return "\n".join(f"{_CYAN}{line}{_END}" for line in code.split("\n"))
        return code if "`" in code else f"`{code}`"

    def diff(self, lines: list[str]) -> list[str]:
        """Lines of a diff, set in and coloured by their sign."""
        return [signed(line, self._colour, "    ").rstrip() for line in lines]


def signed(line: str, colour: bool, indent: str = "") -> str:
    """A line of a diff, set in, and coloured by its sign."""
    sign = _SIGNS.get(line[:1], "") if colour else ""
    return f"{sign}{indent}{line}{_END}" if sign else f"{indent}{line}"


def _mark(match: re.Match[str]) -> str:
    """Code between marks of one column; short code is not broken over lines."""
    code = match.group(2).strip() if len(match.group(1)) > 1 else match.group(2)
    return f"\1{code.replace(' ', _TIED) if len(code) <= _SHORT else code}\2"


def _compiler(rule: Rule) -> list[str]:
    said, silence = rule_page.message(rule), rule_page.silence(rule)
    if not said:
        return [f"{rule_page.target(rule)}'s compiler {silence}", ""] if silence else []
    return [
        f"{rule_page.target(rule)}'s compiler says:",
        "",
        *indent(fill(said, 80), "    ").split("\n"),
        "",
    ]


def _code(part: rule_page.Part, rule: Rule, paint: _Paint) -> list[str]:
    """Code as it is, or, where it has changed, as a diff that names its file."""
    lines: list[str] = []
    if part.title.startswith("Before") and rule.applicability != "manual":
        return lines  # shown by the After as a diff
    for name, code in part.blocks:
        changes = rule_page.changes(part, name, code)
        shown = paint.diff(changes) if changes else indent(code, "    ").splitlines()
        lines += [f"  {name}", *shown, ""]
    return lines
