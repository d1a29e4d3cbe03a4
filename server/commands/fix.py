"""`mirageport fix`: rewrites what can be rewritten, or shows it as a diff."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, redirect_stdout, suppress
from typing import TYPE_CHECKING

from mirageport.code_actions.plan import SAFE_ONLY, WITH_REVIEW, port, port_all
from mirageport.diagnostics.engine import Choice
from mirageport.diagnostics.project import Project
from mirageport.mirage.releases import STEPS
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.source import MAX_BYTES, NotText, as_latin1
from mirageport.server.checking import Failures, add, nothing, together
from mirageport.server.commands.terminal import (
    colourful,
    complain,
    print_result,
    say_troubles,
    status,
)
from mirageport.server.commands.units import Patience, asked_for, read_units, unfinished
from mirageport.server.diff import base_of, diff, name_in
from mirageport.server.explain import signed
from mirageport.server.files import Trouble, Unreadable, contents
from mirageport.server.jobs import each
from mirageport.server.output import Result, joined, plain
from mirageport.server.packs import interfaces, pack_for
from mirageport.server.progress import shown
from mirageport.server.projects import Sources, ported_by, read
from mirageport.server.report.model import builds
from mirageport.server.text import TOGETHER, Written
from mirageport.server.writing import differs, write

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from mirageport.code_actions.plan import Joint, Ported
    from mirageport.server.compiler import Compiler


def run(options: Namespace) -> int:
    """Do what was asked; gives the exit status."""
    asked = asked_for(options)
    writing = not options.diff and asked.text is None
    found, troubles = read_units(options, asked, writing=writing, require=True)
    alone = options.only_file or asked.text is not None
    work = [
        (
            one,
            WITH_REVIEW if options.review or settings.review else SAFE_ONLY,
            _alone(settings.choice(one.files), one) if alone else settings.choice(one.files),
        )
        for one, settings in found
    ]
    with _compiler_for([one for one, _ in found], options.verify) as program:
        outcomes = list(shown(each(_port_unit, work, options.jobs), len(work)))
        finish: _Diffs | _Filter | _Writer = (
            _Writer(program) if writing else _Diffs(program) if options.diff else _Filter(program)
        )
        results = []
        for one, outcome in zip(work, outcomes, strict=True):
            result, failed = finish.take(one, outcome)
            results.append(result)
            troubles.extend(failed)
    result = joined(results, list(dict.fromkeys(troubles)))
    if isinstance(finish, _Diffs):
        finish.show()
        say_troubles(result.troubles)
        return status(options, result)
    if isinstance(finish, _Filter):
        return finish.end(options, result)
    print_result(options, result, finish.written())
    return status(options, result)


def _alone(choice: Choice, sources: Sources) -> Choice:
    """The choice with which only the files that were asked for are changed."""
    others = sources.every.keys() - set(sources.asked)
    return choice._replace(excluded=choice.excluded | others)


# The files, which fixes to make, and which rules count.
_Work = tuple[Sources, frozenset[str], Choice]


class _Made(NamedTuple):
    """The files that a port changed, how many fixes it applied, and the files that it deletes.
    steps: the part of the port that each fix was of. next: the commands that build the result."""

    files: dict[str, bytes]
    applied: int
    steps: tuple[str, ...]
    next: tuple[str, ...]
    deleted: tuple[str, ...] = ()


class _Rewritten(NamedTuple):
    """What a port gave. weight: how many bytes were looked at, and again after every step."""

    ported: _Made
    result: Result
    weight: int


def _port_unit(work: _Work) -> _Rewritten:
    """The port of a unikernel. Where it deletes files, the others are ported without them: a
    generated file may hide what is left."""
    sources, levels, choice = work
    rewritten = _ported(work)
    findings = (finding for finding, _source in rewritten.result.findings)
    deletes = {name for each in findings if each.applicability in levels for name in each.deletes}
    deleted = tuple(sorted(deletes - choice.excluded))
    if not deleted:
        return rewritten
    kept = {name: data for name, data in sources.files.items() if name not in deleted}
    asked = tuple(name for name in sources.asked if name not in deleted)
    again = _ported((sources._replace(files=kept, asked=asked), levels, choice))
    return again._replace(ported=again.ported._replace(deleted=deleted))


def _ported(work: _Work) -> _Rewritten:
    """The port of all these files, by all packs that count for them."""
    sources, levels, choice = work
    failures = Failures(sources.unit.folder)

    def one(project: Project) -> Ported | None:
        try:
            return port(project, levels, choice, failures.rule)
        except Exception as error:
            failures.add("the analysis", error)
            return None

    made = port_all([*sources.by_all().values()], one)
    names = [*sources.asked, *made.files]
    results = [_left(*each, names, sources) for each in zip(made.parts, sources.packs, strict=True)]
    result = together(results)
    result = result._replace(troubles=[*result.troubles, *failures.found])
    # What goes back to the main process must be plain data.
    weight = sum(map(len, sources.files.values()))
    return _Rewritten(_Made(made.files, made.applied, *_parts(made)), result, weight)


def _parts(made: Joint) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The part of a port that each of its fixes was of, and the commands that build the result."""
    projects = [part.project for part in made.parts if part is not None]
    known = {name: each.pack for each in projects for name in each.pack.rules.names()}
    rules = (known[each.rule].rules.rule(each.rule) for each in made.made if each.rule in known)
    steps = tuple(known[rule.name].step(rule) for rule in rules)
    return steps, tuple(run for each in projects for run in builds(each.configs, each.pack.build))


def _left(ported: Ported | None, pack: str, names: list[str], sources: Sources) -> Result:
    """What a port left. names: the files that were asked for, and those that were changed: of these
    it is said whether they were named or not."""
    result = nothing(pack, sources.target)
    if ported is None:
        return result
    for name in dict.fromkeys(names):
        if name in ported.left:
            add(
                ported.project,
                name,
                ported.left[name],
                result.findings,
                result.notices,
                result.others,
            )
    judgement = ported.judgement
    if judgement is None:
        return result
    return result._replace(judged=True, unknown=judgement.unknown, unjudged=judgement.unread)


class _Writer:
    """Writes what ports changed. program: the compiler to ask before, if any. changed: the
    files that were written. beside: those of them that nobody named. deleted: the files that were
    deleted. applied: how many fixes, in all of them."""

    def __init__(self, program: Compiler | None) -> None:
        self._program = program
        self.changed: list[str] = []
        self.beside: list[str] = []
        self.deleted: list[str] = []
        self.applied = 0
        self._steps: list[str] = []
        self._next: dict[str, None] = {}

    def written(self) -> Written:
        """What was written in all."""
        order = dict.fromkeys((*STEPS.values(), *self._steps))
        steps = {step: self._steps.count(step) for step in order if step in self._steps}
        beside, deleted = tuple(self.beside), tuple(self.deleted)
        return Written(tuple(self.changed), self.applied, beside, deleted, steps, tuple(self._next))

    def take(self, work: _Work, outcome: _Rewritten) -> tuple[Result, list[Trouble]]:
        """Write one unikernel. Returns what is left in it, and what stood in the way.

        When its files are no longer what was read, because another unikernel shares them, or
        another run or a person wrote them, it is read and ported anew.
        """
        sources, levels, choice = work
        patience = Patience()
        unread: list[Trouble] = []
        if against := _refused(self._program, sources, outcome):
            return outcome.result, against
        while patience.left(troubles := _written(sources, outcome.ported)):
            if in_the_way := unfinished(sources.unit):
                troubles = _with_others(in_the_way, outcome.ported)
                break
            again, unread = read(sources.unit)
            sources = ported_by(again, sources.packs, sources.target)
            outcome = _port_unit((sources, levels, choice))
            if against := _refused(self._program, sources, outcome):
                return outcome.result, [*unread, *against]
        if not troubles:
            self.changed += outcome.ported.files
            self.beside += outcome.ported.files.keys() - set(sources.asked)
            self.applied += outcome.ported.applied
            self._steps += outcome.ported.steps
            self._next.update(dict.fromkeys(outcome.ported.next if outcome.ported.files else ()))
            troubles = self._delete(sources, outcome.ported.deleted)
        return outcome.result, [*unread, *troubles]

    def _delete(self, sources: Sources, names: tuple[str, ...]) -> list[Trouble]:
        """Delete files that still hold what was read; returns what stood in the way."""
        troubles = []
        for name in names:
            try:
                if contents(name, MAX_BYTES) != sources.stored(name, sources.every[name]):
                    raise Unreadable("changed while it was being ported")
                os.remove(name)
            except (OSError, Unreadable) as error:
                troubles.append(Trouble(name, f"not deleted: {error}"))
            else:
                self.deleted.append(name)
        return troubles


def _written(sources: Sources, ported: _Made) -> list[Trouble]:
    """Write what a port changed; returns what stood in the way of all of it."""
    try:
        changes = {
            name: (sources.stored(name, sources.every[name]), sources.stored(name, data))
            for name, data in ported.files.items()
        }
    except NotText as error:
        return _with_others([Trouble(min(sources.latin), str(error))], ported)
    beside = {
        name: sources.stored(name, data)
        for name, data in sources.every.items()
        if name not in changes
    }
    troubles = write(sources.unit.folder, changes, sources.unit.tops, beside)
    return _with_others(troubles, ported) if troubles else []


def _with_others(troubles: list[Trouble], ported: _Made) -> list[Trouble]:
    """What stood in the way, and the files that were not written then."""
    named = {trouble.path for trouble in troubles}
    why = f"not written, as {troubles[0].path} cannot be"
    return [*troubles, *(Trouble(name, why) for name in ported.files if name not in named)]


@contextmanager
def _compiler_for(found: list[Sources], wanted: bool) -> Iterator[Compiler | None]:
    """A compiler from outside of all units, where one is wanted. Raises `Failure` without any."""
    if not wanted:
        yield None
        return
    from mirageport.server.compiler import compiler

    tops = sorted({top for one in found for top in one.unit.tops})
    with compiler(tops, more=interfaces({pack for one in found for pack in one.packs})) as program:
        yield program


def _refused(program: Compiler | None, sources: Sources, outcome: _Rewritten) -> list[Trouble]:
    """What the compiler has against a port, and the files that are not written then."""
    ported = outcome.ported
    if program is None or not ported.files:
        return []
    from mirageport.server.verified import against as verdicts_against

    after = Project({**sources.files, **ported.files}, pack_for(sources.target))
    left = [finding for finding, _source in outcome.result.findings]
    against = [
        Trouble(
            verdict.file,
            "not written: the compiler rejects the result of the fix at line "
            f"{after.source(verdict.file).line_of(verdict.start) + 1}: {verdict.message}",
        )
        for verdict in verdicts_against(program, sources.project, after, left)
    ]
    return _with_others(against, ported) if against else []


class _Filter:
    """Prints the new text of the one file that came over standard input. program: the compiler to
    ask before, if any."""

    def __init__(self, program: Compiler | None) -> None:
        self._program = program
        self._text = b""
        self._written = Written((), 0)

    def take(self, work: _Work, outcome: _Rewritten) -> tuple[Result, list[Trouble]]:
        """Keep the new text. Returns what is left in it, and what stands in the way."""
        sources, ported = work[0], outcome.ported
        (name,) = sources.asked
        try:
            self._text = sources.stored(name, ported.files.get(name, sources.files[name]))
        except NotText as error:
            return outcome.result, [Trouble(name, str(error))]
        self._written = Written(tuple(ported.files), ported.applied)
        return outcome.result, _refused(self._program, sources, outcome)

    def end(self, options: Namespace, result: Result) -> int:
        """Print the text, where nothing stands in the way, and on standard error what is left;
        gives the exit status."""
        if not result.troubles:
            sys.stdout.flush()
            sys.stdout.buffer.write(self._text)
            sys.stdout.buffer.flush()
        with redirect_stdout(sys.stderr):
            print_result(options, result, self._written)
        return status(options, result)


class _Diffs:
    """Gathers what ports would change, by the file that is really behind each name, as `git apply`
    takes no other. program: the compiler to ask before, if any."""

    def __init__(self, program: Compiler | None) -> None:
        self._program = program
        self._files: dict[str, tuple[bytes, bytes]] = {}
        self._deleted: dict[str, bytes] = {}
        self._folders: list[str] = []
        self._latin: set[str] = set()

    def take(self, work: _Work, outcome: _Rewritten) -> tuple[Result, list[Trouble]]:
        """Add one unikernel. Returns what is left in it, and what stands in the way.

        Of files that it shares with one before, it gets what that one would write.
        """
        sources, levels, choice = work
        real = {name: os.path.realpath(name) for name in sources.every}
        shared = {name: self._files[real[name]][1] for name in real if real[name] in self._files}
        if shared:
            sources = sources._replace(files={**sources.files, **shared})
            outcome = _port_unit((sources, levels, choice))
        if against := _refused(self._program, sources, outcome):
            return outcome.result, against
        self._folders.append(os.path.realpath(sources.unit.folder))
        self._latin.update(real[name] for name in sources.latin)
        if beside := sorted(outcome.ported.files.keys() - set(sources.asked)):
            complain(f"the diff changes {', '.join(beside)}, too: {TOGETHER}")
        self._deleted.update((real[name], sources.every[name]) for name in outcome.ported.deleted)
        troubles = []
        by_file: dict[str, str] = {}
        for name, data in outcome.ported.files.items():
            other = by_file.setdefault(real[name], name)
            if outcome.ported.files[other] != data:
                troubles.append(Trouble(name, differs(other)))
            elif other == name:
                old, _new = self._files.get(real[name], (sources.every[name], b""))
                self._files[real[name]] = (old, data)
        return outcome.result, troubles

    def show(self) -> None:
        """Print the diff."""
        folders = [*self._folders, *map(os.path.dirname, (*self._files, *self._deleted))]
        base = base_of(folders)
        if (self._files or self._deleted) and base != os.path.realpath(os.curdir):
            complain(f"the names in the diff start in {base}: apply it there")
        for path, (old, new) in self._files.items():
            if path in self._latin:
                with suppress(NotText):
                    old, new = as_latin1(old), as_latin1(new)
            _print_diff(diff(name_in(base, path), old, new))
        for path, old in self._deleted.items():
            _print_diff(diff(name_in(base, path), old, None))


def _print_diff(found: bytes) -> None:
    """Print byte for byte what programs will apply; a terminal gets no control characters."""
    if sys.stdout.isatty():
        lines = found.decode("utf-8", "replace").split("\n")
        print("\n".join(signed(plain(line), colourful()) for line in lines), end="")
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(found)
        sys.stdout.buffer.flush()
