"""Unikernels of the public, ported and handed to the compiler: how far a port comes.

    python -m tests.interfaces.units FOLDER [--interfaces FOLDER] [--ppx COMMAND]

Below FOLDER, each folder with a config.ml is a unit. It is ported as `mirageport fix --review`
does, in memory: nothing is written to it. Its files, its config.ml and the application of its
functors to the devices (`application`) go to the compiler, against the interfaces of Mirage 3. A
line for each unit says what came of it:

    accepted    the compiler takes all of it
    not judged  it refuses nothing, and some of it cannot be judged, for want of a library say
    by hand     it refuses lines that carry a `manual` finding, and nothing else
    refused     it refuses something that nobody was told of

`--interfaces` names a folder of further `.mli` files, for libraries that units use and that Mirage
does not know; `--ppx` a preprocessor such as `lwt_ppx`'s, handed on to the compiler.
"""

from __future__ import annotations

import sys
import tempfile
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.finding import MANUAL
from mirageport.ocaml.file_names import basename
from mirageport.server import verify
from mirageport.server.projects import read, units
from mirageport.server.verify import FITS, verdicts

from .compiler import Compiler

if TYPE_CHECKING:
    from mirageport.code_actions.plan import Ported
    from mirageport.diagnostics.finding import Finding
    from mirageport.server.verify import Verdict

ACCEPTED, UNJUDGED, BY_HAND, REFUSED = "accepted", "not judged", "by hand", "refused"


class Judgement(NamedTuple):
    """What came of a unit. why: what the compiler said and what the findings say, by line."""

    word: str
    why: tuple[str, ...]


def judge(compiler: Compiler, ported: Ported) -> Judgement:
    """Ask the compiler about a ported unit, as `verify` does."""
    found = verdicts(ported.project, compiler.program, more=compiler.ppx)
    by_hand = _by_hand(ported)
    why: list[str] = []
    words = set()
    for verdict in found:
        if verdict.word == verify.ACCEPTED and not verdict.message:
            continue
        source = ported.project.source(verdict.file)
        line = source.line_of(verdict.start) + 1
        why.append(f"{basename(verdict.file)}:{line}: {verdict.word}: {verdict.message[:200]}")
        if verdict.word == verify.REFUSED:
            finding = _finding(ported, verdict, by_hand)
            words.add(BY_HAND if finding is not None else REFUSED)
            why += [f"    {finding.rule}: {finding.message}"] if finding is not None else []
        else:
            words.add(UNJUDGED)
    word = next((each for each in (REFUSED, BY_HAND, UNJUDGED) if each in words), ACCEPTED)
    return Judgement(word, tuple(why))


def _by_hand(ported: Ported) -> list[Finding]:
    return [
        finding
        for report in ported.left.values()
        for finding in report.findings
        if finding.applicability == MANUAL
    ]


def _finding(ported: Ported, verdict: Verdict, by_hand: list[Finding]) -> Finding | None:
    """The finding that tells a person of what the compiler refuses: on its line, or for the
    application any of how config.ml and functors fit."""
    source = ported.project.source(verdict.file)
    for finding in by_hand:
        if FITS in verdict.message and finding.rule.startswith("seam-"):
            return finding
        if finding.file == verdict.file:
            first, last = source.line_of(finding.start), source.line_of(finding.end)
            if first <= source.line_of(verdict.start) <= last:
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
        for unit in units([str(options.folder)])[0]:
            if not (Path(unit.folder) / "config.ml").is_file():
                continue
            verdict = judge(compiler, port(read(unit)[0].project, WITH_REVIEW))
            counts[verdict.word] += 1
            name = Path(unit.folder).relative_to(options.folder)
            print(f"{verdict.word:10} {name}", *verdict.why, sep="\n          ", flush=True)
    total = sum(counts.values())
    print(f"{total} units:", ", ".join(f"{counts[word]} {word}" for word in sorted(counts)))
    return int(counts[REFUSED] > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
