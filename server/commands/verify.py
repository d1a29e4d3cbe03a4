"""`mirageport verify`: asks an installed OCaml compiler."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from mirageport.mirage.releases import TARGET
from mirageport.ocaml.named import NamedTuple
from mirageport.server.checking import chosen
from mirageport.server.commands.options import check_target, packs_of
from mirageport.server.commands.terminal import (
    DONE,
    FAILED,
    LEFT,
    complain,
    look,
    print_json,
    say_troubles,
)
from mirageport.server.compiler import compiler
from mirageport.server.failure import Failure
from mirageport.server.messages import command
from mirageport.server.output import dumped, plain
from mirageport.server.packs import by_name, counting, interfaces, rule
from mirageport.server.progress import shown
from mirageport.server.projects import SUFFIXES, read, units
from mirageport.server.settings import Settings
from mirageport.server.text import STRONG, Line, code, note, rendered
from mirageport.server.verify import ACCEPTED, REFUSED, UNJUDGED, verdicts, with_rules

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from mirageport.ocaml.source import Source
    from mirageport.server.compiler import Compiler
    from mirageport.server.files import Trouble
    from mirageport.server.projects import Sources, Unit
    from mirageport.server.text import Look
    from mirageport.server.verify import Verdict


class Judged(NamedTuple):
    """The verdict of a file that was asked for, with the text it is about, and the command that
    mends what its rule is about, "" without one."""

    verdict: Verdict
    source: Source
    does: str


def run(options: Namespace) -> int:
    """Do what was asked; gives the exit status."""
    if options.timeout <= 0:
        raise Failure("--timeout must be more than 0")
    check_target(options)
    wanted = Settings(target=options.target or "", packs=packs_of(options))
    found, troubles = units(options.paths or ["."])
    found = [unit for unit in found if any(name.endswith(SUFFIXES) for name in unit.asked)]
    judged: list[Judged] = []
    every = [_read(unit, wanted, troubles) for unit in found]
    packs = dict.fromkeys(name for one in every for name in one.packs)
    libraries = [by_name(name).target for name in packs if interfaces([name])]
    targets = dict.fromkeys(one.target or TARGET for one in every) or [TARGET]
    about = {"target": " and ".join([*targets, *libraries])}
    if found:
        tops = sorted({top for unit in found for top in unit.tops})
        with compiler(tops, options.timeout, interfaces(packs)) as program:
            for one in shown(every, len(every)):
                judged += _judged(one, wanted, program)
            about |= {"compiler": program.program, "version": program.version}
    elif not troubles:
        complain("there is no OCaml file here: name the folder of a unikernel")
    say_troubles(troubles)
    if options.output_format == "json":
        print_json(_json(judged, troubles, about))
    elif found:
        sys.stdout.write(_text(judged, about, look(), options.quiet))
    return _status(judged, troubles)


def _read(unit: Unit, wanted: Settings, troubles: list[Trouble]) -> Sources:
    """The texts of a unit, with its target and the packs that count for it. wanted: what the
    command line says. Adds to the troubles."""
    one, unread = read(unit)
    said = chosen(unit.folder, wanted)
    packs, unusable = counting(said.packs, unit.folder, one.files, said.target)
    troubles += unread
    troubles += [each for each in unusable if each not in troubles]
    return one._replace(target=said.target, packs=packs)


def _judged(one: Sources, wanted: Settings, program: Compiler) -> list[Judged]:
    """The verdicts of the files of one unikernel that were asked for. wanted: what the command line
    says."""
    project = one.project
    found = [each for each in verdicts(project, program) if each.file in one.asked]
    return [
        Judged(
            each,
            project.source(each.file),
            command(rule(each.rule, one.packs), each.file, wanted.packs) if each.rule else "",
        )
        for each in with_rules({name: one.by(name) for name in one.packs}, found)
    ]


def _status(judged: list[Judged], troubles: list[Trouble]) -> int:
    words = {each.verdict.word for each in judged}
    if REFUSED in words:
        return LEFT
    return FAILED if troubles or ACCEPTED not in words else DONE


# -- what is printed -------------------------------------------------------------------------------


def _text(judged: list[Judged], about: dict[str, str], look: Look, quiet: bool) -> str:
    lines: list[Line] = []
    for verdict, source, does in judged:
        if verdict.word == REFUSED:
            lines += _refused(verdict, source, does, look)
        elif verdict.word == UNJUDGED or verdict.message:
            why = f": {verdict.message}" if verdict.message else ""
            lines.append(Line(((plain(f"{verdict.file}: {verdict.word}{why}"), ""),), 4))
        elif not quiet:
            lines.append(Line(((plain(f"{verdict.file}: {verdict.word}"), ""),), 4))
    if not quiet:
        lines += [Line(((line, ""),), 0) for line in _summary(judged, about)]
    return rendered(lines, look)


def _refused(verdict: Verdict, source: Source, does: str, look: Look) -> Iterator[Line]:
    known = f"[{verdict.rule}]" if verdict.rule else ""
    message = plain(verdict.message)
    yield Line(((f"{REFUSED}{known}", "error"), (f": {message}", STRONG)), 2)
    yield from code(verdict.file, source, (verdict.start, verdict.end), "error", look)
    if does:
        margin = " " * len(str(source.line_of(verdict.start) + 1))
        yield note(margin, "help", f"`{plain(does)}`")
    yield Line(())


def _summary(judged: list[Judged], about: dict[str, str]) -> list[str]:
    words = [each.verdict.word for each in judged]
    counts = ", ".join(
        f"{words.count(word)} {said}"
        for word, said in ((ACCEPTED, "accepted"), (REFUSED, "refused"), (UNJUDGED, "not judged"))
        if word in words
    )
    lines = [f"OCaml {about['version']}, interfaces of Mirage {about['target']}: {counts}."]
    if note := _note(about):
        lines.append(note)
    return lines


def _note(about: dict[str, str]) -> str:
    """What this compiler judges differently from one of the time of the target."""
    if about.get("version", "4").startswith("4."):
        return ""
    return (
        f"OCaml {about['version']} no longer has all that Mirage {about['target']}'s had "
        "(Pervasives, Stream, String.uppercase and others): code that uses what is missing is not "
        "judged."
    )


def _json(judged: list[Judged], troubles: list[Trouble], about: dict[str, str]) -> str:
    words = [each.verdict.word for each in judged]
    return dumped(
        {
            **about,
            **({"note": note} if (note := _note(about)) else {}),
            "files": [_record(*each) for each in judged],
            "errors": [{"file": each.path, "message": each.why} for each in troubles],
            "summary": {
                "accepted": words.count(ACCEPTED),
                "error": words.count(REFUSED),
                "not judged": words.count(UNJUDGED),
            },
        }
    )


def _record(verdict: Verdict, source: Source, does: str) -> dict[str, Any]:
    found: dict[str, Any] = {"file": verdict.file, "verdict": verdict.word}
    if verdict.word == REFUSED:
        for key, offset in (("start", verdict.start), ("end", verdict.end)):
            line, column = source.position(offset)
            found[key] = {"line": line + 1, "column": column + 1}
    if verdict.message:
        found["message"] = verdict.message
    if verdict.rule:
        found |= {"rule": verdict.rule, "command": does}
    return found
