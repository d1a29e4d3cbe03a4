"""Every measurement: python -m benchmarks

Prints the table of budgets; the exit status is 1 when one is missed.
"""

from __future__ import annotations

import os
import sys
import tempfile
from argparse import ArgumentParser
from pathlib import Path

from benchmarks import batch, cold, editor, grammar, growth, large, report, self_check, several


def main() -> int:
    """Measure and print."""
    parser = ArgumentParser(prog="python -m benchmarks", description="Measure mirageport.")
    parser.add_argument(
        "parts", nargs="*", help="cold, growth, editor, packs, self, large, batch (default: all)"
    )
    parser.add_argument("--quick", action="store_true", help="fewer rounds, no large texts")
    parser.add_argument("--corpus", metavar="FOLDER", help="also check this folder")
    parser.add_argument(
        "--grammar", metavar="FILE", help="ast-grep's OCaml grammar (default: compiled with cc)"
    )
    parser.add_argument("--json", metavar="FILE", help="write the table as JSON")
    parser.add_argument("--plot", metavar="FOLDER", help="draw the growth there as SVG")
    options = parser.parse_args()
    # The peers of this environment are found whether or not it is activated.
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    ocaml = grammar.built() if options.grammar is None else options.grammar
    parts = options.parts or ["cold", "growth", "editor", "packs", "self", "large", "batch"]
    if options.plot:
        Path(options.plot).mkdir(parents=True, exist_ok=True)
    rows: list[report.Row] = []
    if "cold" in parts:
        rows += cold.rows(10 if options.quick else 30)
    if "growth" in parts:
        rows += growth.rows(1 if options.quick else 3)
    if "editor" in parts:
        rows += editor.rows(options.quick, ocaml)
    if "packs" in parts:
        rows += several.rows(options.quick)
    if "self" in parts:
        rows += self_check.rows(6 if options.quick else 15)
    if "large" in parts:
        rows += large.rows(options.quick)
    if "batch" in parts:
        measured, trees = batch.rows(options.quick, ocaml)
        rows += measured
        if options.plot:
            axes = ("files of the tree", "seconds of a check")
            print(report.plot(trees, Path(options.plot, "batch.svg"), *axes))
    if options.corpus:
        with tempfile.TemporaryDirectory() as rules:
            others = batch.peers(ocaml, Path(rules))
            corpus = options.corpus
            rows += batch.against("corpus", corpus, corpus, others, batch.CORPUS)[0]
    print(f"load of the machine: {' '.join(f'{each:.2f}' for each in os.getloadavg())}")
    print(report.text(rows), end="")
    if options.json:
        Path(options.json).write_text(report.as_json(rows), encoding="utf-8")
    return int(any(row.verdict == report.MISSED for row in rows))


if __name__ == "__main__":
    sys.exit(main())
