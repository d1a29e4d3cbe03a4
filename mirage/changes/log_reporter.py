"""The log reporter that a unikernel set up: in Mirage 3 the tool does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.spans import whole_lines
from mirageport.mirage.reporters import makes_one, reporter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Finding, Rule, Use


KIND = "log-reporter"


def find(context: Context) -> Iterator[Finding]:
    """Reporters made of nothing, `Reporter.(create () |> run) @@ fun () -> work`: Mirage 3's are
    made of a clock."""
    for use, found in context.ruled(KIND):
        if makes_one(use):
            yield _finding(context, use, found)


def _finding(context: Context, use: Use, found: Rule) -> Finding:
    made = reporter(context.analysis, use)
    if made is None:
        return context.used(found, use)
    edits = [(context.name, made.whole.start, made.body.start, "")]
    for definition in made.definitions:
        start, end = whole_lines(context.source, definition.start, definition.end)
        edits.append((context.name, start, end, ""))
    return context.used(found, use, rewriting("Remove the reporter", edits))
