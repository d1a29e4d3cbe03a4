"""Prints what is found in many texts, and what they become: the same whatever the build.

Run as `python -m tests.compiled.findings`; the first line says how the engine was built.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.engine import check
from mirageport.diagnostics.rules import all_rules
from mirageport.mirage.project import Project
from mirageport.ocaml import infer
from tests.rules.pages import examples, look_alikes

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
UNIKERNEL = ROOT / "benchmarks" / "unikernel.ml"


def _texts() -> Iterator[tuple[str, dict[str, str]]]:
    for rule in all_rules():
        for example in examples(rule.body):
            yield f"{rule.name} {example.title}", example.files
        for files in look_alikes(rule.body):
            yield f"{rule.name} look-alike", files
    for folder in sorted((ROOT / "examples").iterdir()):
        yield folder.name, {path.name: path.read_text() for path in sorted(folder.glob("*.ml"))}


def _report(project: Project) -> None:
    for name in project.every:
        report = check(project, name)
        for found in report.findings:
            print(name, *found[1:7], [tuple(each) for each in found.related])
        for notice in report.notices:
            print(name, *notice)


def _broken(data: bytes) -> None:
    """A text cut off at many places, after each of which anything may follow."""
    for end in range(40, len(data), 97):
        print("cut at", end)
        _report(Project({"unikernel.ml": data[:end]}))


def _typed(data: bytes) -> None:
    """A text while somebody types in it."""
    chance = random.Random(1)
    project = Project({"unikernel.ml": data})
    for _ in range(60):
        size = len(project.source("unikernel.ml").data)
        start = chance.randrange(size)
        new = chance.choice([b"", b" ", b"x", b"(", b")", b" in ", b"(* *)", b"\xc3\xa9"])
        project = project.with_edit("unikernel.ml", start, start + chance.randrange(3), new)
        print("typed at", start, new)
        _report(project)


def main() -> None:
    """Print it all."""
    print("interpreted" if (infer.__file__ or "").endswith(".py") else "compiled")
    for title, files in _texts():
        project = Project({name: text.encode() for name, text in files.items()})
        print("==", title)
        _report(project)
        for name, data in port(project, WITH_REVIEW).files.items():
            print("--", name)
            print(data.decode())
    data = UNIKERNEL.read_bytes()
    _broken(data)
    _typed(data)


if __name__ == "__main__":
    main()
