"""`mirageport: ignore RULE` in a comment: silences a rule on its line and the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import ERROR, HINT, MANUAL, WARNING, Finding
from mirageport.diagnostics.rules import Rule, UnknownRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.rules import Rules
    from mirageport.ocaml.source import Source

    # From the first byte of a comment to behind its last one, and what it says.
    Comment = tuple[int, int, str]

MARKER = b"mirageport:"

SELF_CHECK = "conflict"
"""The rule and the category of what the self-check finds. It does not run with every check, so
that a comment about it may be needed although there is nothing to silence just now."""

# For so many unknown names of a file the nearest known one is looked for, which takes a while.
_MOST_GUESSES = 20


def suppress(context: Context, findings: list[Finding]) -> list[Finding]:
    """The findings of OCaml code that no comment silences, and one more for every comment that
    silences none."""
    source = context.source
    if MARKER not in source.data:
        return findings
    comments = ((start, end, source.text(start, end)[2:-2]) for start, end in context.tree.comments)
    return without_silenced(context.name, source, findings, comments, context.rules)


def without_silenced(
    file: str, source: Source, findings: list[Finding], comments: Iterable[Comment], rules: Rules
) -> list[Finding]:
    """The findings of a file that none of its comments silences, and one more for each rule that a
    comment names in vain, or where it names none. rules: those that there are."""
    kept = list(findings)
    called = _Called(source, kept)
    guesses: dict[str, str] = {}
    for start, end, text in comments:
        names = _ignored(text)
        if names is None:
            continue
        line = source.line_of(end)
        wrong = [] if names else [_names_none(called.on(line))]
        for name in names:
            # A name of today is looked for first: former names are known only once all pages are
            # read.
            if called.silence(line, [name]) or called.silence(line, rules.current([name])):
                continue
            # It may silence what another pack finds here.
            foreign = name in rules.shared or (
                name in rules.others() and name not in rules.selectable
            )
            if name != SELF_CHECK and not foreign:
                wrong.append(_in_vain(name, rules, guesses))
        for message, severity, tags in wrong:
            kept.append(
                Finding(
                    file,
                    "unused-ignore",
                    start,
                    end,
                    message,
                    MANUAL,
                    severity,
                    "comments",
                    tags=tags,
                )
            )
            called.add(kept[-1])
    return [finding for finding in kept if id(finding) not in called.silenced]


class _Called:
    """Findings by line, and by what a comment may call them: there may be as many comments as
    findings, on one line too. silenced: the identities of those that are not reported."""

    def __init__(self, source: Source, findings: list[Finding]) -> None:
        self._source = source
        self._called: dict[tuple[int, str], list[Finding]] = {}
        self._rules: dict[int, str] = {}
        self.silenced: set[int] = set()
        for finding in findings:
            self.add(finding)

    def add(self, finding: Finding) -> None:
        """One more finding that may be silenced."""
        line = self._source.line_of(finding.start)
        self._rules.setdefault(line, finding.rule)
        for name in {finding.rule, finding.category}:
            self._called.setdefault((line, name), []).append(finding)

    def on(self, line: int) -> str:
        """The rule of a finding on a line or the next; "" without any."""
        return self._rules.get(line) or self._rules.get(line + 1, "")

    def silence(self, line: int, names: Sequence[str]) -> bool:
        """Silence what is called so on a line and the next; gives whether there was any."""
        found = [
            id(finding)
            for name in names
            for where in (line, line + 1)
            for finding in self._called.pop((where, name), ())
            if id(finding) not in self.silenced
        ]
        self.silenced.update(found)
        return bool(found)


def _ignored(comment: str) -> list[str] | None:
    """The names that a comment ignores; None where it is about something else."""
    ours, _, rest = comment.strip().partition("mirageport:")
    first, *names = rest.replace(",", " ").split() or [""]
    return names if not ours and first == "ignore" else None


# What is to be said of a comment, how much it matters, and how an editor draws it.
_Wrong = tuple[str, str, tuple[str, ...]]


def _names_none(rule: str) -> _Wrong:
    """rule: one that it could be about; "" where there is none."""
    message = (
        "This comment names no rule, so it has no effect: write "
        f"`mirageport: ignore {rule or 'RULE'}`."
    )
    return message, WARNING, ()


def _in_vain(name: str, rules: Rules, guesses: dict[str, str]) -> _Wrong:
    """guesses: what was probably meant by other names; added to."""
    known = rules.selectable
    if name not in known and name not in rules.former:
        if name not in guesses and len(guesses) < _MOST_GUESSES:
            guesses[name] = _nearest(name, known)
        guess = guesses.get(name)
        meant = f"; did you mean `{guess}`?" if guess else "."
        return f"This comment has no effect: unknown rule `{name}`{meant}", WARNING, ()
    message = f"This comment has no effect: no `{name}` on this line or the next; remove it."
    return message, HINT, ("unnecessary",)


def _nearest(name: str, known: frozenset[str]) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(name[:100], sorted(known), 1)), "")


def conflict(rules: Rules) -> Rule:
    """The rule of conflicts: the pack's own page of it, where it has one."""
    try:
        return rules.rule(SELF_CHECK)
    except UnknownRule:
        message = f"This does not type-check against {rules.target}: {{message}}."
        title = "The code does not type-check against the target"
        return Rule(SELF_CHECK, title, SELF_CHECK, MANUAL, ERROR, SELF_CHECK, message, {}, "")
