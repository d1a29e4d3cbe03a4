"""Where a port stands: what is done, what is left, and who has to do it. Pure: no I/O."""

from __future__ import annotations

from collections import Counter
from operator import itemgetter
from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import MANUAL, REVIEW, SAFE, SUGGESTION
from mirageport.diagnostics.rules import UnknownRule
from mirageport.mirage.releases import TARGET
from mirageport.ocaml.named import NamedTuple
from mirageport.server.packs import one_of_each

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from mirageport.diagnostics.engine import Report
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.pack import Pack
    from mirageport.diagnostics.project import Project
    from mirageport.ocaml.source import Source

FIX, FIX_REVIEW, PERSON, NOBODY = "fix", "fix --review", "a person", "nobody"
WHO = (FIX, FIX_REVIEW, PERSON)

_DONE_BY = {SAFE: FIX, REVIEW: FIX_REVIEW, MANUAL: PERSON, SUGGESTION: NOBODY}


class Entry(NamedTuple):
    """One thing that is left.

    line, column, end_line, end_column: 1-based, columns in characters. title: the rule's. who: one
    of `WHO`, or `NOBODY` for a suggestion. message: the instruction. code: the line it stands on.
    step: the part of the port that it belongs to.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    rule: str
    title: str
    category: str
    severity: str
    applicability: str
    who: str
    message: str
    code: str
    step: str


class Tally(NamedTuple):
    """How many are left of one kind. name: a file, a rule or a part of the port; title: of a rule;
    who: how many each of `WHO` has to do, in that order; done: how many places of a file need
    nothing more."""

    name: str
    title: str
    who: tuple[int, int, int]
    done: int = 0

    @property
    def left(self) -> int:
        """How many are left altogether."""
        return sum(self.who)


class Standing(NamedTuple):
    """Where a port stands.

    entries: what is left, in the order of files and their text; suggestions: what nobody has to
    do. done: by file, how many places are ported. unread: what could not be looked at, as
    (file, why). configs: the config.ml files. order: the parts of the port, in the order in which a
    person looks at them. build: the commands that build it. target: the release that it is ported
    to by a command that names it, "" for one that need not. targets: what messages call what it is
    ported to. packs: those that a command has to name.
    """

    entries: tuple[Entry, ...]
    suggestions: tuple[Entry, ...]
    done: Mapping[str, int]
    unread: tuple[tuple[str, str], ...] = ()
    configs: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    build: tuple[str, ...] = ()
    target: str = ""
    targets: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()

    @property
    def left(self) -> int:
        """How many findings are left."""
        return len(self.entries)

    @property
    def ported(self) -> int:
        """How many places need nothing more."""
        return sum(self.done.values())

    @property
    def share(self) -> float:
        """What part of the port is done, from 0 to 1; 1 where there is nothing to do."""
        whole = self.left + self.ported
        return self.ported / whole if whole else 1.0

    @property
    def who(self) -> tuple[int, int, int]:
        """How many each of `WHO` has to do."""
        return _shares(self.entries)

    @property
    def files(self) -> list[Tally]:
        """What is left by file, every file that has to do with Mirage."""
        groups = _grouped(self.entries, lambda entry: entry.file)
        names = sorted({*groups, *(name for name, count in self.done.items() if count)})
        return [
            Tally(name, "", _shares(groups.get(name, ())), self.done.get(name, 0)) for name in names
        ]

    @property
    def steps(self) -> list[Tally]:
        """What is left by part of the port, in their order."""
        groups = _grouped(self.entries, lambda entry: entry.step)
        named = dict.fromkeys((*self.order, *sorted(groups)))
        return [Tally(name, "", _shares(groups[name])) for name in named if name in groups]

    @property
    def rules(self) -> list[Tally]:
        """What is left by rule, the most frequent first."""
        groups = _grouped(self.entries, lambda entry: entry.rule)
        found = [Tally(name, own[0].title, _shares(own)) for name, own in groups.items()]
        return sorted(found, key=lambda tally: (-tally.left, tally.name))


def _grouped(entries: Iterable[Entry], key: Callable[[Entry], str]) -> dict[str, list[Entry]]:
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(key(entry), []).append(entry)
    return groups


def _shares(entries: Sequence[Entry]) -> tuple[int, int, int]:
    first, second, third = (sum(entry.who == who for entry in entries) for who in WHO)
    return first, second, third


def standing(project: Project, reports: Mapping[str, Report]) -> Standing:
    """Where the files of a project stand whose reports are given."""
    entries: list[Entry] = []
    unread: list[tuple[str, str]] = []
    for name, report in reports.items():
        source = project.source(name)
        entries.extend(entry(finding, source, project.pack) for finding in report.findings)
        unread.extend((notice.file, notice.message) for notice in report.notices)
    done = {name: len(places) for name, places in ported(project, reports).items()}
    config = project.config
    return Standing(
        tuple(entry for entry in entries if entry.who != NOBODY),
        tuple(entry for entry in entries if entry.who == NOBODY),
        done,
        tuple(unread),
        (config,) if config is not None and config in reports else (),
        tuple(dict.fromkeys(project.pack.steps.values())),
        project.pack.build,
        project.pack.release if project.pack.build and project.pack.release != TARGET else "",
        (project.pack.target,) if entries or any(done.values()) else (),
    )


def joined(parts: Sequence[Standing], unread: Iterable[tuple[str, str]] = ()) -> Standing:
    """Where several unikernels stand together. unread: files that could not be read at all."""
    return Standing(
        tuple(entry for part in parts for entry in part.entries),
        tuple(entry for part in parts for entry in part.suggestions),
        dict(sum((Counter(part.done) for part in parts), Counter())),
        (*(each for part in parts for each in part.unread), *unread),
        tuple(name for part in parts for name in part.configs),
        tuple(dict.fromkeys(step for part in parts for step in part.order)),
        next((part.build for part in parts if part.build), ()),
        next((part.target for part in parts if part.target), ""),
        tuple(dict.fromkeys(target for part in parts for target in part.targets)),
    )


def together(parts: Iterable[Standing]) -> Standing:
    """Where the files of one unikernel stand by several packs."""
    several = [*parts]
    if len(several) == 1:
        return several[0]
    found = joined(several)
    fields = ("file", "line", "column", "end_line", "end_column", "rule")
    place = itemgetter(*map(Entry._fields.index, fields))
    return found._replace(
        entries=tuple(one_of_each((part.entries for part in several), place)),
        suggestions=tuple(one_of_each((part.suggestions for part in several), place)),
        unread=tuple(dict.fromkeys(found.unread)),
    )


def entry(finding: Finding, source: Source, pack: Pack) -> Entry:
    """A finding with its places as a person counts them, and the line it stands on. pack: whose
    rules they are."""
    line, column = source.position(finding.start)
    end_line, end_column = source.position(finding.end)
    code = source.text(source.line_starts[line], source.line_end(line))
    try:
        rule = pack.rules.rule(finding.rule)
        title, step = rule.title, pack.step(rule)
    except UnknownRule:
        title, step = finding.rule, finding.category
    return Entry(
        finding.file,
        line + 1,
        column + 1,
        end_line + 1,
        end_column + 1,
        finding.rule,
        title,
        finding.category,
        finding.severity,
        finding.applicability,
        _DONE_BY[finding.applicability],
        finding.message,
        code.rstrip("\r"),
        step,
    )


def ported(project: Project, reports: Mapping[str, Report]) -> dict[str, list[int]]:
    """Where in each file names stand that come from what Mirage 3 changed, and need nothing more:
    uses of values that changed, and module types under their new name.

    What reads the same in both counts only where the port has begun, so that nothing is said to be
    ported in code that nobody has touched.
    """
    begun = not any(map(_left, reports.values())) or any(_new_names(project, n) for n in reports)
    return {
        name: sorted({*_new_names(project, name), *(_kept(project, name, report) if begun else ())})
        for name, report in reports.items()
    }


def _left(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.applicability != SUGGESTION]


def _concerned(project: Project, name: str) -> bool:
    """Whether a file is code that has to do with Mirage."""
    from mirageport.diagnostics.triggers import triggered

    data = project.source(name).data
    return name not in project.around and triggered(project.pack, data, name)


def _new_names(project: Project, name: str) -> list[int]:
    """Where module types stand under a name that Mirage 2 does not have."""
    if not _concerned(project, name):
        return []
    uses = project.analysis(name).type_uses
    return [use.node.start for use in uses if use.module_type.named.latest]


def _kept(project: Project, name: str, report: Report) -> list[int]:
    """Where values of changed items are used about which nothing is left to say, neither there nor
    where their result is taken apart."""
    if not _concerned(project, name):
        return []
    left = _left(report)
    uses = sorted(
        ((use.node.start, use.item) for use in project.analysis(name).uses if use.item.changes),
        key=itemgetter(0),
    )
    found = []
    following: dict[str, int] = {}  # by item, where it is used next
    for start, item in reversed(uses):
        end = following.get(item.path, len(project.source(name).data))
        following[item.path] = start
        if not any(f.start <= start < f.end for f in left) and not any(
            start <= f.start < end and f.rule in item.rules for f in left
        ):
            found.append(start)
    return found


def steps(found: Standing, paths: Sequence[str]) -> list[str]:
    """The commands to run next, in order. paths: what the report is about, as it was asked for."""
    who = dict(zip(WHO, found.who, strict=True))
    quoted = " ".join(_quoted(path) for path in paths)
    quoted = f"--target {found.target} {quoted}" if found.target else quoted
    quoted = " ".join([*(f"--pack {_quoted(pack)}" for pack in found.packs), quoted])
    commands = []
    if who[FIX]:
        commands.append(f"mirageport fix {quoted}")
    if who[FIX_REVIEW]:
        commands.append(f"mirageport fix --review --diff {quoted}")
        commands.append(f"mirageport fix --review {quoted}")
    return commands + builds(found.configs, found.build)


def builds(configs: Iterable[str], commands: tuple[str, ...]) -> list[str]:
    """The commands that build what was ported. configs: the config.ml files. commands: those of the
    pack."""
    *tools, build = commands or ("",)
    folders = [config.replace("\\", "/").rpartition("/")[0] for config in configs if build]
    each = [f"(cd {_quoted(folder)} && {build})" if folder else build for folder in folders]
    return [*tools, *each] if each else []


def _quoted(path: str) -> str:
    """A path as a word of a shell that no command takes for an option."""
    path = f"./{path}" if path.startswith("-") else path
    plain = path and all(c.isalnum() or c in "/._-+@%:," for c in path)
    return path if plain else "'" + path.replace("'", "'\\''") + "'"
