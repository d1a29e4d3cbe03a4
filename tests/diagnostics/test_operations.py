"""What work costs, counted: these numbers hold on every machine, however busy it is."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

from mirageport.api import data
from mirageport.diagnostics import project as projects
from mirageport.diagnostics.engine import check
from mirageport.mirage.pack import library as new_library
from mirageport.ocaml.tree import Tree, parse
from mirageport.server.main import main

from ..packs import unikernel

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from mirageport.ocaml.source import Source

NAME = "unikernel.ml"

# Six lines and two items each; `@` is a number.
STEP = """
let next_@ table key =
  let count = Hashtbl.length table in
  if count > @ then key + count else key

let label_@ = "step @"
"""

MAIN = """
module Main (C : V1_LWT.CONSOLE) = struct
  let start c = C.log_s c label_1
end
"""


def long_file(lines: int) -> str:
    return "".join(STEP.replace("@", str(n)) for n in range(lines // 6)) + MAIN


def test_what_has_nothing_to_do_with_mirage_is_neither_copied_nor_walked() -> None:
    text = long_file(10_000)
    project = unikernel({NAME: text.encode()})
    assert len(check(project, NAME).findings) == 2
    # The functor with what is in it, and the label that it reads; of some three thousand.
    assert len(project.analysis(NAME).records) == 4
    copied = [node for node in project.tree(NAME).root.children if not node.item.folded]
    assert len(copied) == 2


def test_what_an_edit_does_not_concern_is_taken_over() -> None:
    text = long_file(600).replace("label_1\n", "(label_1 ^ label_50)\n")
    project = unikernel({NAME: text.encode()})
    check(project, NAME)
    known = set(project.analysis(NAME).records)
    nodes = set(project.tree(NAME).root.descendants())
    at = text.index('"step 50"') + 1
    edited = project.with_edit(NAME, at, at, b"x")
    check(edited, NAME)
    # The label, the functor that reads it, and the root that is around all items.
    assert len(set(edited.analysis(NAME).records) - known) <= 4
    assert len(set(edited.tree(NAME).root.descendants()) - nodes) < 20


BUSY = """
open Lwt.Infix
open V1_LWT

module Main (C : CONSOLE) (T : TIME) (K : CLOCK) (S : STACKV4) = struct
  module Mirage_flow_lwt_of = S.TCPV4

  let late c flow = S.TCPV4.read flow >>= function
    | `Ok _ -> C.log_s c label_1
    | `Error _ | `Eof -> T.sleep 1.0

  let start c stack _ () = C.log_s c (string_of_float (K.time ()))
end
"""


def of_busy(name: str) -> str:
    """The unikernel by another name."""
    functor = "module Main" + BUSY.split("module Main")[1]
    return functor.replace("Main", name).replace("label_1", '"a"')


def test_files_without_a_word_of_mirages_are_not_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[int] = []

    def counting(source: Source, *more: Any) -> Tree:
        parsed.append(len(source.data))
        return parse(source, *more)

    for number in range(300):
        folder = tmp_path / f"part{number // 50}"
        folder.mkdir(exist_ok=True)
        (folder / f"file{number}.ml").write_text(STEP.replace("@", str(number)))
    monkeypatch.setattr(projects, "parse", counting)
    assert main(["check", "--quiet", str(tmp_path)]) == 0
    assert parsed == []
    (tmp_path / NAME).write_text(MAIN)
    assert main(["check", "--quiet", str(tmp_path)]) == 1
    assert parsed == [len(MAIN)]


def test_names_of_no_interface_are_looked_for_on_no_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    known = new_library()
    read: list[str] = []
    monkeypatch.setattr(data.Folder, "read", lambda _, name: read.append(name))
    assert [known.module(name) for name in ("Nobody", "Some", "Main", "V2_LWT")] == [None] * 4
    assert read == []


def test_what_is_let_go_of_leaves_the_collector_little() -> None:
    text = "".join([BUSY.split("module Main")[0], *(of_busy(f"Main{n}") for n in range(10))])
    project = unikernel({NAME: text.encode()})
    check(project, NAME)  # interfaces stay
    project.forget(NAME)
    gc.collect()
    check(project, NAME)
    made = len(project.tree(NAME).root.descendants())
    project.forget(NAME)
    assert gc.collect() < made / 2  # of some five objects for each node
    assert len(check(project, NAME).findings) == 91
