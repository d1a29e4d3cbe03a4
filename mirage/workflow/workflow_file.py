"""Findings in the files around the code: commands, libraries, names of what is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import MANUAL, REVIEW, Finding
from mirageport.diagnostics.suppression import MARKER, without_silenced
from mirageport.mirage.workflow.file_names import OPAM, language
from mirageport.mirage.workflow.regions import NOTHING_KNOWN, known, regions
from mirageport.mirage.workflow.shell import commands, invocation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mirageport.diagnostics.kinds import Project, Rule, Source
    from mirageport.diagnostics.suppression import Comment
    from mirageport.mirage.workflow.regions import Known, Region
    from mirageport.mirage.workflow.shell import Command, Invocation

    Edits = Iterable[tuple[int, int, str]]


class WorkflowFile:
    """One file around the code, such as a script. known: what config.ml says."""

    def __init__(self, project: Project, name: str, facts: Known) -> None:
        self.project = project
        self.name = name
        self.known = facts
        self.language = language(name)
        self.source: Source = project.source(name)
        self.data: bytes = self.source.data
        self.regions: list[Region] = regions(self.language, self.data)
        self.commands: list[tuple[Region, Command]] = [
            (region, command)
            for region in self.regions
            for command in commands(self.data, region.start, region.end, folded=region.folded)
        ]
        self.runs: list[tuple[Region, Invocation]] = [
            (region, run)
            for region, command in self.commands
            if (run := invocation(command)) is not None
        ]

    @property
    def target(self) -> str:
        """What messages call the release that is ported to."""
        return self.project.pack.target

    def rule(self, name: str) -> Rule:
        """The rule of this name. Raises `UnknownRule`."""
        return self.project.pack.rules.rule(name)

    def holds(self, name: str) -> bool:
        """Whether the target still has what a rule is about."""
        return self.project.pack.rules.holds(self.rule(name))

    def finding(
        self,
        found: Rule | str,
        start: int,
        end: int,
        edits: Edits = (),
        *,
        title: str = "",
        message: str = "",
        applicability: str = "",
        **fields: object,
    ) -> Finding:
        """A finding at a range of bytes. edits: (start, end, text); without any it is left to the
        person. `fields` fill the places of the rule's message; `message` takes its place."""
        found = self.rule(found) if isinstance(found, str) else found
        changes = tuple((self.name, first, last, text) for first, last, text in edits)
        level = (applicability or found.applicability) if changes else MANUAL
        if changes and level == MANUAL:
            level = REVIEW
        facts = rewriting(title or found.title, changes, level=level)
        return Finding(
            self.name,
            found.name,
            start,
            end,
            message or found.message.format(**fields),
            level,
            found.severity,
            found.category,
            facts=facts,
        )


def concerned(project: Project, name: str) -> bool:
    """Whether a file around the code may hold something, by its bytes alone."""
    return project.pack.files.concerned(name, project.source(name).data, True)


def file_around(project: Project, name: str) -> WorkflowFile | None:
    """A file around the code of a Mirage unikernel, or the opam file of a library; None for any
    other file where there is no such unikernel."""
    facts = known(project)
    if facts is None and language(name) == OPAM:
        facts = NOTHING_KNOWN
    return WorkflowFile(project, name, facts) if facts is not None else None


def suppress(file: WorkflowFile, findings: list[Finding]) -> list[Finding]:
    """The findings that no `# mirageport: ignore RULE` silences on its line or the next, and one
    more for each that silences none."""
    rules = file.project.pack.rules
    return without_silenced(file.name, file.source, findings, _comments(file), rules)


def _comments(file: WorkflowFile) -> Iterator[Comment]:
    """What stands behind a `#` and is meant for us, to the end of its line."""
    marker = b"# " + MARKER
    at = file.data.find(marker)
    while at >= 0:
        end = file.source.line_end(file.source.line_of(at))
        yield at, end, file.source.text(at + 1, end)
        at = file.data.find(marker, end)
