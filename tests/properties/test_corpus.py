"""Every property over whole unikernels: the examples, and at night any folder of them.

`python tests/nightly.py --corpus FOLDER` takes each folder with a `config.ml` below FOLDER for a
unikernel, whatever Mirage it was written for, and each other folder of OCaml files for one too.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from mirageport.mirage.workflow.file_names import language
from mirageport.server.lsp.engine import MirageEngine
from mirageport.server.projects import Unit, read, units

from ..server.session import Session
from ..sizes import cases
from .holds import as_fresh_after, counted, free_of_order, ported_once, same_by_every_way, sound
from .projects import ROOT, TOKENS, Files

EDITS = 8
"""Edits in each file of a unikernel, at places that a seed decides."""

CORPUS = Path(os.environ.get("MIRAGEPORT_CORPUS") or ROOT / "examples").resolve()
UNITS = {os.path.relpath(unit.folder, CORPUS): unit for unit in units([str(CORPUS)])[0]}
EACH = pytest.mark.parametrize("name", sorted(UNITS))
Place = tuple[str, int, int, str, str]


def files(unit: Unit) -> Files:
    return read(unit)[0].files


@EACH
def test_every_finding_and_every_fix_is_sound(name: str) -> None:
    sound(files(UNITS[name]))


@EACH
def test_a_port_ends_once_and_breaks_nothing(name: str) -> None:
    ported_once(files(UNITS[name]))


@EACH
def test_a_fix_does_not_depend_on_what_was_asked_before(name: str) -> None:
    free_of_order(files(UNITS[name]))


@EACH
def test_the_end_is_the_same_by_every_way(name: str) -> None:
    same_by_every_way(files(UNITS[name]), cases(1))


@EACH
def test_what_cannot_be_read_is_counted_without_a_copy(name: str) -> None:
    counted(files(UNITS[name]))


@EACH
def test_what_is_known_after_edits_is_what_a_fresh_start_knows(name: str) -> None:
    found = files(UNITS[name])
    chance = random.Random(name)
    for path in sorted(found):
        if not language(path):
            edits = [
                (chance.randrange(len(found[path]) + 1), chance.randrange(30), token)
                for token in chance.sample(TOKENS, EDITS)
            ]
            as_fresh_after(found, edits, path)


@EACH
def test_an_editor_is_told_what_the_command_line_tells(name: str) -> None:
    unit = UNITS[name]
    paths = [path for path in unit.asked if path in files(unit)]
    told = [place for place in _on_the_command_line() if place[0] in paths]
    assert told == sorted(asyncio.run(_in_an_editor(paths)))


@cache
def _on_the_command_line() -> list[Place]:
    command = [sys.executable, "-m", "mirageport.server.main", "check", "--output-format", "json"]
    told = subprocess.run([*command, str(CORPUS)], capture_output=True, check=False).stdout
    return sorted(
        (
            found["file"],
            found["start"]["line"] - 1,
            found["start"]["column"] - 1,
            found["rule"],
            found["message"],
        )
        for found in json.loads(told)["findings"]
    )


async def _in_an_editor(paths: list[str]) -> list[Place]:
    """What a client that counts characters shows of files that are all open."""
    session = Session("eglot-newer", MirageEngine())
    await session.start(CORPUS)
    uris = {path: await session.open(Path(path)) for path in paths}
    return [
        (path, place["line"], place["character"], item["code"], item["message"])
        for path, uri in uris.items()
        for item in session.published(uri)[-1]["diagnostics"]
        if "code" in item
        for place in [item["range"]["start"]]
    ]
