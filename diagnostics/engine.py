"""The engine: a file of a project in, its findings out. Pure: no I/O, no global state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.changes import ended
from mirageport.diagnostics.context import Context
from mirageport.diagnostics.facts import Rewrite
from mirageport.diagnostics.finding import ERROR, MANUAL, Finding, Notice, in_order
from mirageport.diagnostics.matching import GENERAL
from mirageport.diagnostics.releases import is_beyond, newer
from mirageport.diagnostics.suppression import suppress
from mirageport.diagnostics.together import joined
from mirageport.ocaml.file_names import basename
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.pace import paced
from mirageport.ocaml.source import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirageport.diagnostics.project import Project
    from mirageport.ocaml.tree import Tree

    Span = tuple[int, int]
    Unread = tuple[list[Span], list[Span]]


class Choice(NamedTuple):
    """Which rules count: names or categories. An empty `select` selects all.

    excluded: the files in which nothing is reported and nothing changed. ignored: what does not
    count in one file: its name, and a rule or a category.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    excluded: frozenset[str] = frozenset()
    ignored: frozenset[tuple[str, str]] = frozenset()

    def takes(self, finding: Finding) -> bool:
        """Whether a finding is wanted."""
        if self.leaves_out(finding):
            return False
        return not self.select or finding.rule in self.select or finding.category in self.select

    def takes_name(self, name: str) -> bool:
        """Whether findings of a rule and a category of this name are wanted."""
        return name not in self.ignore and (not self.select or name in self.select)

    def leaves_out(self, finding: Finding) -> bool:
        """Whether a finding is ignored."""
        file = finding.file
        if file in self.excluded or finding.rule in self.ignore or finding.category in self.ignore:
            return True
        return (file, finding.rule) in self.ignored or (file, finding.category) in self.ignored


EVERYTHING = Choice()
_HEAD = 200  # how many bytes of a file may say who wrote it


class Report(NamedTuple):
    """What one file gave: findings in the order of the text, and what could not be read."""

    findings: tuple[Finding, ...]
    notices: tuple[Notice, ...]


NOTHING = Report((), ())


def check(
    project: Project,
    name: str,
    choice: Choice = EVERYTHING,
    on_crash: Callable[[str, BaseException], None] | None = None,
) -> Report:
    """The findings of one file in the light of its whole project.

    on_crash: called with (matcher, exception) when a matcher fails; that matcher then finds nothing
    in this file, and the others go on. Without it the exception is raised.
    """
    if name in choice.excluded:
        return NOTHING
    if name in project.around:
        return _around(project, name, choice, on_crash)
    data = project.source(name).data
    own = (each for each in (name, f"{name}i") if each in project.files)
    if not any(map(project.is_concerned, own)):
        return NOTHING
    head = data[:_HEAD]
    begins = head.lower()
    written = next((says for mark, says in project.pack.files.generated if mark in begins), "")
    if written:
        return Report((), (Notice(name, 0, 0, written),))
    made = next((pair for pair in project.pack.files.regenerated if pair[0] in head), None)
    if made is not None and not project.pack.rules.rule(made[1]).options.get("if-old"):
        return _regenerated(project, name, *made, choice)
    size = len(data)
    if size > MAX_BYTES:  # an editor's buffer: the command line does not even read such a file
        too_large = f"too large to check: {size} bytes; at most {MAX_BYTES}"
        return Report((), (Notice(name, 0, 0, too_large),))
    context = Context(project, name)
    findings: list[Finding] = []
    for title, matcher in (*GENERAL.in_files, *project.pack.code.changes().in_files):
        try:
            findings.extend(paced(matcher(context), project.pause))
        except Exception as error:
            if on_crash is None:
                raise
            on_crash(title, error)
    try:
        findings += ended.find(context, findings)
    except Exception as error:
        if on_crash is None:
            raise
        on_crash("what ended", error)
    unread = _broken(context.tree)
    if context.tree.damaged:
        findings = [finding for finding in findings if _readable(context, unread, finding)]
    if findings and is_beyond(project):
        findings = []
    if made is not None and any(each.severity == ERROR for each in findings):
        return _regenerated(project, name, *made, choice)
    kept = suppress(context, findings)
    if choice.ignore or choice.ignored:
        kept = [finding for finding in kept if not choice.leaves_out(finding)]
    kept = joined(context.source, kept, project.pause)
    if choice != EVERYTHING:
        kept = [finding for finding in kept if choice.takes(finding)]
    kept.sort(key=in_order)
    return Report(tuple(kept), tuple(_notices(context, unread)))


def _regenerated(project: Project, name: str, mark: bytes, rule: str, choice: Choice) -> Report:
    """The one finding of a file that a tool wrote, where it says so."""
    found, start = project.pack.rules.rule(rule), project.source(name).data.find(mark)
    finding = Finding(
        name,
        found.name,
        start,
        start + len(mark),
        found.message.format(use=basename(name)),
        MANUAL,
        found.severity,
        found.category,
    )
    return Report((finding,) if choice.takes(finding) else (), ())


def _around(
    project: Project,
    name: str,
    choice: Choice,
    on_crash: Callable[[str, BaseException], None] | None,
) -> Report:
    """The same for a file around the code."""
    findings = project.pack.code.around(project, name, on_crash)
    kept = [finding for finding in findings if choice.takes(finding)]
    kept = [] if kept and is_beyond(project) else kept
    return Report(tuple(sorted(kept, key=in_order)), ())


def _readable(context: Context, unread: Unread, finding: Finding) -> bool:
    """A finding inside text that could not be parsed is nothing to rely on.

    A block that is never closed makes all of the file behind it such text, while somebody types.
    What is named in it still is what it was, and another name for it still fits; anything that
    restructures code waits until the file can be read.
    """
    unclosed, pieces = unread
    known = context.rule(finding.rule).options.get("unparsed")
    if known == "always" or (finding.fixable and known == "yes"):
        return True  # what it is about is why the text cannot be parsed
    if any(finding.start < stop and begin < finding.end for begin, stop in pieces):
        return False
    if not any(begin <= finding.start for begin, _stop in unclosed):
        return True
    return isinstance(finding.facts, (Rewrite, type(None)))


def _broken(tree: Tree) -> Unread:
    """What could not be parsed: (what goes on to the end of the file, what does not)."""
    broken = tree.broken
    last = len(tree.source.data.rstrip()) if broken else 0
    unclosed = [span for span in broken if span[1] >= last and span[1] - span[0] > 1]
    return unclosed, [span for span in broken if span not in unclosed]


def _notices(context: Context, unread: Unread) -> list[Notice]:
    notices = []
    broken = context.tree.broken
    if broken:
        start, end = unread[1][0] if unread[1] else broken[0]
        line = context.source.line_of(start) + 1
        more = f" and {len(broken) - 1} more" if len(broken) > 1 else ""
        notices.append(
            Notice(context.name, start, end, f"cannot read the syntax at line {line}{more}")
        )
    notices.extend(newer(context))
    if context.analysis.cut_short:
        notices.append(
            Notice(context.name, 0, 0, "too complex to check in full; only a part was checked")
        )
    return notices
