"""Unikernels of the public, ported and handed to the compiler: how far a port comes.

    python -m tests.interfaces.units FOLDER [--interfaces FOLDER] [--ppx COMMAND]

Below FOLDER, each folder with a config.ml is a unit. It is ported as `mirageport fix --review`
does, in memory: nothing is written to it. Its files, its config.ml and the application of its
functors to the devices (`application`) go to the compiler, against the interfaces of Mirage 3. A
line for each unit says what came of it:

    accepted  the compiler takes all of it
    by hand   it refuses lines that carry a `manual` finding, and nothing else
    refused   it refuses something that nobody was told of

`--interfaces` names a folder of further `.mli` files, for libraries that units use and that Mirage
does not know; `--ppx` a preprocessor such as `lwt_ppx`'s, handed on to the compiler.
"""

from __future__ import annotations

import re
import sys
import tempfile
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.finding import MANUAL
from mirageport.mirage.project import basename
from mirageport.server.files import homes, unit

from .application import MAIN, Unknown, application
from .compiler import NEW, Compiler, Complaint

if TYPE_CHECKING:
    from mirageport.code_actions.plan import Ported
    from mirageport.diagnostics.finding import Finding

ACCEPTED, BY_HAND, REFUSED = "accepted", "by hand", "refused"

# What builds a unikernel and is no part of it.
_BUILD = ("myocamlbuild.ml", "setup.ml")

_FLAGS = ("-principal", "-strict-sequence", "-safe-string", "-w", "-a")
_UNBOUND = re.compile(r"Error: Unbound module (\w+)")

# `Key.create` with its kind of argument, and what `Key_gen` gives of it (functoria 2.0.1, key.ml).
_KEY = re.compile(
    rb'create "([\w-]+)"\s*(?:Key\s*\.\s*)?Arg\s*\.\s*\(?\s*'
    rb"(opt|flag|required)\b\s*(?:~stage:`\w+\s*)?\(?(\w+)?"
)
_VALUES = {"int": "int", "bool": "bool", "flag": "bool", "ipv4_address": "Ipaddr.V4.t"}


class Verdict(NamedTuple):
    """What came of a unit. why: what the compiler said and what the findings say, by line."""

    word: str
    why: tuple[str, ...]


def judge(compiler: Compiler, ported: Ported) -> Verdict:
    """Ask the compiler about a ported unit."""
    complaints = _own(compiler.check(NEW, _files(compiler, ported), _FLAGS))
    by_hand = _by_hand(ported)
    try:
        application(ported.project)
    except Unknown as device:
        complaints.append(Complaint(MAIN, 0, f"Error: {device} is no device of Mirage's"))
    told = [(complaint, _finding(ported, complaint, by_hand)) for complaint in complaints]
    why = []
    for complaint, finding in told:
        message = " ".join(complaint.message.partition("Error: ")[2].split())
        why.append(f"{complaint.file}:{complaint.line}: {message[:200]}")
        if finding is not None:
            why.append(f"    {finding.rule}: {finding.message}")
    if not told:
        return Verdict(ACCEPTED, ())
    explained = all(finding is not None for _complaint, finding in told)
    return Verdict(BY_HAND if explained else REFUSED, tuple(why))


def _files(compiler: Compiler, ported: Ported) -> dict[str, str]:
    """The unit's files and its application, in the order they are to be compiled."""
    project = ported.project
    texts = {
        basename(name): project.source(name).data.decode()
        for name in project.names
        if basename(name) not in _BUILD
    }
    config = texts.pop("config.ml", "")
    try:
        texts[MAIN] = application(project)
    except Unknown:
        texts.pop(MAIN, None)
    texts["key_gen.ml"] = keys(config.encode())
    ordered = {name: texts[name] for name in compiler.sorted(texts)}
    return {**({"config.ml": config} if config else {}), **ordered}


def keys(config: bytes) -> str:
    """The text of Key_gen, which tells a unikernel the values of its keys."""
    lines = []
    for name, kind, converter in _KEY.findall(config):
        value = _VALUES.get((kind if kind == b"flag" else converter).decode(), "string")
        lines.append(f"let {name.decode().replace('-', '_')} () : {value} = assert false\n")
    return "".join(lines)


def _own(complaints: list[Complaint]) -> list[Complaint]:
    """Without those that only tell that another file of the unit was refused."""
    refused = {complaint.file.partition(".")[0].capitalize() for complaint in complaints}
    return [
        complaint
        for complaint in complaints
        if (named := _UNBOUND.search(complaint.message)) is None or named.group(1) not in refused
    ]


def _by_hand(ported: Ported) -> list[Finding]:
    return [
        finding
        for report in ported.left.values()
        for finding in report.findings
        if finding.applicability == MANUAL
    ]


def _finding(ported: Ported, complaint: Complaint, by_hand: list[Finding]) -> Finding | None:
    """The finding that tells a person of what the compiler refuses: on its line, or for the
    application any of how config.ml and functors fit."""
    for finding in by_hand:
        if complaint.file == MAIN and finding.rule.startswith("seam-"):
            return finding
        source = ported.project.source(finding.file)
        first, last = source.line_of(finding.start) + 1, source.line_of(finding.end) + 1
        if basename(finding.file) == complaint.file and first <= complaint.line <= last:
            return finding
    return None


def main(arguments: list[str]) -> int:
    """Judge all units below a folder; 1 where one was refused without a word."""
    parser = ArgumentParser(prog="python -m tests.interfaces.units")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--interfaces", type=Path)
    parser.add_argument("--ppx", action="append", default=[])
    options = parser.parse_args(arguments)
    more = sorted(options.interfaces.glob("*.mli")) if options.interfaces else []
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        compiler = Compiler(Path(folder), more, options.ppx)
        for home in homes([str(options.folder)])[0]:
            if not (Path(home.folder) / "config.ml").is_file():
                continue
            verdict = judge(compiler, port(unit(home)[0].project, WITH_REVIEW))
            counts[verdict.word] += 1
            name = Path(home.folder).relative_to(options.folder)
            print(f"{verdict.word:9} {name}", *verdict.why, sep="\n          ", flush=True)
    total = sum(counts.values())
    print(f"{total} units:", ", ".join(f"{counts[word]} {word}" for word in sorted(counts)))
    return int(counts[REFUSED] > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
