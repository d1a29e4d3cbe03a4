"""The self-check: a ported project once more against the interfaces of the target alone.

A conflict is said only between two known facts; what is unknown is never wrong. On code that the
target's compiler accepts, nothing is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.changes import actions
from mirageport.diagnostics.changes.conversions import converted_beside
from mirageport.diagnostics.changes.fields import of_retyped
from mirageport.diagnostics.changes.implementors import GENERAL, misfit
from mirageport.diagnostics.changes.retyped import (
    KIND,
    around,
    converted,
    error,
    far,
    handed,
    matched,
    names_both,
    names_error,
    piped,
)
from mirageport.diagnostics.context import Context
from mirageport.diagnostics.engine import EVERYTHING
from mirageport.diagnostics.finding import ERROR, MANUAL, SUGGESTION, WARNING, Finding, in_order
from mirageport.diagnostics.suppression import SELF_CHECK, conflict, suppress
from mirageport.ocaml.actions import GRAMMAR, LEXER
from mirageport.ocaml.file_names import basename, module_name
from mirageport.ocaml.modules import Unknown
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.strict.check import Judged, Program, Unit
from mirageport.ocaml.strict.state import TYPE
from mirageport.ocaml.tree import wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from mirageport.api.library import Target
    from mirageport.diagnostics.engine import Choice, Report
    from mirageport.diagnostics.facts import Fixable, Rewrite
    from mirageport.diagnostics.pack import Pack
    from mirageport.diagnostics.project import Project
    from mirageport.diagnostics.rules import Rule
    from mirageport.ocaml.tree import Node, Tree

    OnCrash = Callable[[str, BaseException], None]


class Conflict(NamedTuple):
    """Two facts of a project that cannot both hold: the file, the bytes of its text, the kind (see
    `ocaml.strict.state`), what to say, the types of which it is, what a module lacks, and how much,
    as there."""

    file: str
    start: int
    end: int
    kind: str
    message: str
    types: tuple[str, str] = ("", "")
    part: bool = False
    lacks: tuple[str, ...] = ()
    weight: int = 1


class Judgement(NamedTuple):
    """What the self-check of a project came to.

    unknown: the modules that it names and that no interface is known of. unread: the files that
    were not judged to their end. uses: which other files of the project each file names.
    """

    conflicts: tuple[Conflict, ...]
    unknown: tuple[str, ...]
    unread: tuple[str, ...]
    uses: dict[str, frozenset[str]]

    @property
    def weight(self) -> int:
        """How much is in conflict: a module that lacks less than before is nearer the target."""
        return sum(each.weight for each in self.conflicts)


def judge(
    project: Project,
    files: Iterable[str] | None = None,
    on_crash: OnCrash | None = None,
    library: Target | None = None,
) -> Judgement:
    """What cannot hold in a project at the target, in the order of its files, and what could not be
    judged. files: the names of those to report; None: all of its OCaml files. library: the
    interfaces to judge by, in place of the target's.

    on_crash: called with ("self-check", exception) for a file in which it failed, which then is not
    judged; without it the exception is raised.
    """
    library = library or project.pack.judged
    units, names = _units(project)
    target = project.pack.target

    def removed(module: str) -> str:
        return target if library.removed(module) else ""

    program = Program(units, library.base, removed, project.pause)
    conflicts: list[Conflict] = []
    unread: list[str] = []
    for name in project.names if files is None else sorted(files):
        module = names.get(name)
        if module is None:
            continue
        if project.pause is not None:
            project.pause()
        try:
            found = _file(project, program, name, module)
        except Exception as error:
            if on_crash is None:
                raise
            on_crash("self-check", error)
            found = Judged((), False, Unknown(module))
        conflicts += [Conflict(name, *each) for each in found.conflicts]
        if not found.complete:
            unread.append(name)
    if library is project.pack.judged:
        conflicts += _of_two_types(project, files, conflicts)
    owners: dict[str, list[str]] = {}
    for name, module in names.items():
        owners.setdefault(module, []).append(name)
    uses = {
        name: frozenset(other for used in program.uses.get(module, ()) for other in owners[used])
        for name, module in names.items()
    }
    unknown = tuple(sorted(program.common.unjudged))
    return Judgement(tuple(conflicts), unknown, tuple(unread), uses)


def _of_two_types(
    project: Project, files: Iterable[str] | None, known: Iterable[Conflict]
) -> list[Conflict]:
    """Values that are of two types of the standard library at once, as a page says of them, in
    files that open modules of which nothing is known: what these give hardly is of such types."""
    library, seen = project.pack.judged, set(known)
    rules = [rule for rule in retyped(project.pack) if "between" in rule.options]
    if not rules or not library.interfaces.standard:
        return []
    units, names = _units(project)
    program = Program(units, library.base, lambda _module: "", project.pause, trusting=True)
    found: list[Conflict] = []
    for name in sorted(names) if files is None else sorted(files):
        tree = units[names[name]].implementation if name in names else None
        if tree is None or name.endswith("i") or not _opens_unknown(project, tree):
            continue
        every = (Conflict(name, *each) for each in program.implementation(names[name]).conflicts)
        found += [
            each
            for each in every
            if each.kind == TYPE and each not in seen
            if any(names_both(rule, each.types) is not None for rule in rules)
        ]
    return found


def _opens_unknown(project: Project, tree: Tree) -> bool:
    own = {module_name(name) for name in project.names}
    opened = (n.child("module") for n in tree.root.descendants() if n.kind == "open_module")
    heads = {tree.text(path).partition(".")[0] for path in opened}
    return any(project.pack.judged.base.module(head) is None for head in heads - own)


def _file(project: Project, program: Program, name: str, module: str) -> Judged:
    if name.endswith("i"):
        return program.interface(module)
    judged = program.implementation(module)
    if name != project.config or not judged.complete:
        return judged
    more = [*judged.conflicts, *project.pack.code.conflicts(project, program, module)]
    return judged._replace(conflicts=tuple(sorted(more)))


def _units(project: Project) -> tuple[dict[str, Unit], dict[str, str]]:
    """The modules of the project's files, and which module each file is of. Of files that would be
    the same module, the outermost counts; the others are no part of it, and neither are those that
    the target's own tool writes."""
    units: dict[str, Unit] = {}
    names: dict[str, str] = {}
    known = project.pack.files
    written = [mark for mark, _says in known.generated[:1]]
    for name in sorted(project.names, key=lambda name: (name.count("/"), name)):
        if any(mark in project.source(name).data[:200].lower() for mark in written):
            continue
        stem, _, kind = basename(name).rpartition(".")
        module = stem[:1].upper() + stem[1:]
        strict = not known.describes(name, project.source(name).data)
        unit = units.get(module, Unit(None, None, strict, project.opened(name)))
        if kind == "mli" and unit.interface is None:
            units[module] = unit._replace(interface=project.tree(name))
        elif kind == "ml" and unit.implementation is None:
            units[module] = unit._replace(implementation=project.tree(name))
        else:
            continue
        names[name] = module
    return units, names


def findings(
    project: Project, conflicts: Iterable[Conflict], beside: Mapping[str, Report]
) -> dict[str, list[Finding]]:
    """Conflicts as findings for a person, by file.

    beside: what was found in the files already: a line that has something left to do needs no
    second word; a suggestion or a note says nothing of what is wrong. Comments that ignore the rule
    are followed.
    """
    contexts: dict[str, Context] = {}
    found: dict[str, list[Finding]] = {}
    conflicts = list(conflicts)
    files = {each.file: None for each in conflicts}
    for each in conflicts:
        report = beside.get(each.file)
        source = project.source(each.file)
        others = filter(_is_wrong, report.findings) if report else ()
        said = {source.line_of(other.start) for other in others}
        if source.line_of(each.start) not in said:
            context = contexts.setdefault(each.file, Context(project, each.file))
            lack = misfit(context, each)
            is_general = lack is None or lack[0].name == GENERAL
            about = (_page(context, each) if is_general else None) or lack
            if about is None and (each.file, each.kind, each.message) in _before(project, files):
                continue
            known, facts, fields = about or (conflict(project.pack.rules), None, {})
            facts = None if known.level == MANUAL else facts
            used = context.source.text(each.start, each.end)
            fields = {"use": used, "message": each.message, **fields}
            found.setdefault(each.file, []).append(
                Finding(
                    each.file,
                    known.name,
                    each.start,
                    each.end,
                    known.says(known.message.format_map(fields)),
                    known.lowered(known.applicability) if facts else MANUAL,
                    known.severity,
                    known.category,
                    facts=facts,
                )
            )
    return {name: _kept(project, name, some) for name, some in found.items()}


def _is_wrong(finding: Finding) -> bool:
    return finding.applicability != SUGGESTION and finding.severity in (ERROR, WARNING)


def _before(project: Project, files: Iterable[str]) -> set[tuple[str, str, str]]:
    """The conflicts that files of a project, as it was before the port, have with the release
    before, too: they compile with that, so that these are no conflicts. Each by its file, kind and
    message."""
    library, start = project.pack.before, project.began or project
    if library is None:
        return set()
    known: dict[str, set[tuple[str, str, str]]] = start.once("conflicts before", dict)
    asked = [name for name in files if name not in known]
    if asked:
        found = judge(start, asked, lambda _what, _error: None, library).conflicts
        for name in asked:
            own = (each for each in found if each.file == name)
            known[name] = {(each.file, each.kind, each.message) for each in own}
    return set().union(*(known[name] for name in files))


def with_pages(project: Project, name: str, report: Report, choice: Choice) -> Report:
    """A report on a file with what the type check finds in it that a page is about."""
    checked = with_conflicts(project, {name: report}, choice)[0][name].findings
    kept = (each for each in checked if each in report.findings or each.rule != SELF_CHECK)
    return report._replace(findings=tuple(kept))


_Page = tuple["Rule", "Fixable | Rewrite | None", dict[str, str]]


def _page(context: Context, conflict: Conflict) -> _Page | None:
    about = _about(context, conflict)
    return (*about, {}) if about is not None else None


def _about(context: Context, conflict: Conflict) -> tuple[Rule, Fixable | Rewrite | None] | None:
    """The page of a value that has another type now and that a conflict is about, with what is
    written for it: that of an error's tag; one that is called around it, whose result is matched or
    used there, or that a name there is bound to; or that of the two types it names (`between`) or
    of what it says (`says`)."""
    made = converted_beside(context, conflict)
    if made is not None:
        return made
    start, end = conflict.start, conflict.end
    expected = "" if conflict.part else conflict.types[1]
    found: list[tuple[int, Rule, Node]] = []
    for path, rule in (*of_retyped(context), *_constructors(context)):
        for node in _of_part(context, path.above):
            if node.start <= start < node.end:
                found.append((node.end - node.start, rule, path.above))
    for use, rule in context.ruled(KIND):
        call = wrapped(use.call or use.node)
        if "around" in rule.options and use.node.end <= start < call.end:
            continue  # an argument, not what the call gives
        if ("between" in rule.options or use.item.converts) and conflict.kind != TYPE:
            continue  # about names and labels, not about two types
        for node in (call, *_places(context, call)):
            if node.start <= start < node.end:
                found.append((node.end - node.start, rule, use.call or use.node))
    known = retyped(context.pack)
    for rule in known:
        if names_error(context, rule, start, end, expected):
            return rule, error(context, rule, start, expected)
    if found:
        _size, rule, call = min(found, key=lambda each: each[0])
        written = matched(context, rule, start, end) or around(context, rule, call)
        written = written or piped(context, rule, call)
        return rule, written or _converted(context, rule, conflict)
    for rule in known:
        says = filter(None, rule.options.get("says", "").split(" | "))
        if any(each in conflict.message for each in says):
            return rule, context.pack.code.mends(context, start, conflict.types[0])
        if names_both(rule, conflict.types) is not None:
            return rule, _converted(context, rule, conflict)
        written = far(context, rule, conflict.types) or handed(context, rule, conflict)
        if written:
            return rule, written
    return None


def _constructors(context: Context) -> Iterator[tuple[Node, Rule]]:
    for path, use in context.analysis.constructor_uses.items():
        yield from ((path, rule) for rule in context.rules_of(use.item.changes, KIND))


def _of_part(context: Context, part: Node) -> Iterator[Node]:
    """Where what a field or a constructor holds meets other types: around it, and around the names
    that it binds."""
    yield from (part, *_around(part), *_places(context, part))
    for name in part.descendants():
        for use in context.references(name):
            yield from (use, *_around(use))


_APPLICATION = "application_expression"


def _converted(context: Context, rule: Rule, conflict: Conflict) -> Rewrite | None:
    return None if conflict.part else converted(context, rule, conflict)


def retyped(pack: Pack) -> list[Rule]:
    """The pages of values that have another type at a pack's target."""
    targets = ("", pack.release)
    return [each for each in pack.rules.all() if each.kind == KIND and each.target in targets]


def _places(context: Context, call: Node) -> Iterator[Node]:
    """Where the result of a call meets other types."""
    given = call.above if call.above.kind == "tuple_expression" else call
    outer = wrapped(given).above
    if outer.kind in (_APPLICATION, "infix_expression", "argument"):
        yield from _around(given)
    elif outer.kind == "match_expression":
        yield from (case.child("pattern") for case in outer.of("match_case"))
    patterns = [outer.child("pattern"), *(case.child("pattern") for case in outer.of("match_case"))]
    for pattern in patterns if outer.kind in ("match_expression", "let_binding") else ():
        for part in (pattern, *pattern.descendants()):
            for name in context.references(part):
                yield from (name, *_around(name))


def _around(node: Node) -> tuple[Node, ...]:
    """What a value meets: all that is around it, but of a call not the other arguments."""
    outer = wrapped(node).above
    return (outer.child("function"), wrapped(node)) if outer.kind == _APPLICATION else (outer,)


def with_conflicts(
    project: Project,
    reports: Mapping[str, Report],
    choice: Choice = EVERYTHING,
    on_crash: OnCrash | None = None,
    beside: Sequence[Mapping[str, Report]] = (),
) -> tuple[dict[str, Report], Judgement]:
    """Reports on files of a project with what the self-check finds in them, and what it came to.

    beside: the reports of all packs that port it, where the same files are checked for each."""
    names = [name for name in reports if name in project.files]
    judgement = judge_beside(project, names, beside, on_crash)
    return added(project, reports, judgement.conflicts, choice), judgement


def judge_beside(
    project: Project,
    files: Iterable[str],
    beside: Sequence[Mapping[str, Report]],
    on_crash: OnCrash | None = None,
) -> Judgement:
    """What `judge` gives for one of the packs that port the same files.

    beside: the reports of all of them. The files are judged once, with the interfaces of all. Only
    what none of the reports is about is judged by this pack's alone, to know whose it is.
    """
    if len(beside) < 2 or project.sight is project.pack:
        return judge(project, files, on_crash)
    names = tuple(sorted(files))

    def of_all() -> Judgement:
        return judge(project, names, on_crash, project.sight.judged)

    every = project.once_for_all(f"judged {names}", of_all)
    left = [each for each in every.conflicts if not _is_said(project, each, beside)]
    asked = {each.file for each in left}
    own = judge(project, asked, on_crash).conflicts if asked else ()
    told = {each[:4] for each in left}
    kept = [each for each in own if each[:4] in told]
    return every._replace(conflicts=(*kept, *_of_two_types(project, names, kept)))


def _is_said(project: Project, conflict: Conflict, reports: Iterable[Mapping[str, Report]]) -> bool:
    """Whether a line has something left to do: it needs no second word."""
    source = project.source(conflict.file)
    line = source.line_of(conflict.start)
    found = (each for report in reports for each in report[conflict.file].findings)
    return any(_is_wrong(each) and source.line_of(each.start) == line for each in found)


def added(
    project: Project,
    reports: Mapping[str, Report],
    conflicts: Iterable[Conflict],
    choice: Choice = EVERYTHING,
) -> dict[str, Report]:
    """Reports on files of a project with the conflicts in them."""
    found = dict(reports)
    code = (name for name in reports if name in project.around and name.endswith((LEXER, GRAMMAR)))
    about = {name: actions.conflicts(project, name) for name in code}
    for name, some in {**findings(project, conflicts, reports), **about}.items():
        kept = [finding for finding in some if choice.takes(finding)]
        every = sorted([*found[name].findings, *kept], key=in_order)
        found[name] = found[name]._replace(findings=tuple(every))
    return found


def _kept(project: Project, name: str, some: list[Finding]) -> list[Finding]:
    """Those that no comment silences."""
    kept = suppress(Context(project, name), some)
    return [finding for finding in kept if finding in some]
