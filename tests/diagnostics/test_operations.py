"""What work costs, counted: these numbers hold on every machine, however busy it is."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

from mirageport.api import data
from mirageport.diagnostics import items
from mirageport.diagnostics import project as projects
from mirageport.diagnostics.engine import check
from mirageport.mirage.pack import interfaces
from mirageport.mirage.pack import library as new_library
from mirageport.ocaml.record import Record
from mirageport.ocaml.source import Source
from mirageport.ocaml.tree import Copying, Node, Tree, parse
from mirageport.server.main import main

from ..packs import unikernel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.ocaml.kept import Replaced

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


def all_labels(lines: int) -> str:
    """A definition that keeps the labels awake."""
    return f"  let all = [ {'; '.join(f'label_{n}' for n in range(lines // 6))} ]\n"


def test_what_has_nothing_to_do_with_mirage_is_neither_copied_nor_walked() -> None:
    text = long_file(10_000)
    project = unikernel({NAME: text.encode()})
    assert len(check(project, NAME).findings) == 2
    # The functor with what is in it, and the label that it reads; of some three thousand.
    assert len(project.analysis(NAME).records) == 4
    awake = [node for node in project.tree(NAME).root.children if not node.item.folded]
    assert len(awake) == 2


def test_a_letter_in_what_sleeps_costs_the_root_and_its_node() -> None:
    text = long_file(10_000)
    project = unikernel({NAME: text.encode()})
    assert len(check(project, NAME).findings) == 2
    at = text.index('"step 800"') + 1
    edited = project.with_edit(NAME, at, at, b"x")
    assert len(check(edited, NAME).findings) == 2
    assert edited.analysis(NAME).inferred == 0
    # The item behind it begins what is taken over in one go.
    assert (edited.tree(NAME).copied, edited.tree(NAME).read) == (2, 3)


def test_a_letter_in_a_long_file_costs_one_item() -> None:
    text = long_file(10_000).replace("c label_1\n", f"c label_1\n{all_labels(10_000)}")
    project = unikernel({NAME: text.encode()})
    assert len(check(project, NAME).findings) == 2
    records = len(project.analysis(NAME).records)
    assert records > 1600
    at = text.index('"step 800"') + 1
    edited = project.with_edit(NAME, at, at, b"x")
    assert len(check(edited, NAME).findings) == 2
    analysis = edited.analysis(NAME)
    assert (analysis.inferred, len(analysis.records)) == (1, records)
    assert (edited.tree(NAME).copied, edited.tree(NAME).read) == (2, 3)


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


def test_no_rule_goes_over_all_of_a_long_file(monkeypatch: pytest.MonkeyPatch) -> None:
    text = long_file(10_000).replace(MAIN, BUSY)
    project = unikernel({NAME: text.encode()})
    check(project, NAME)
    at = text.index('"step 800"') + 1
    edited = project.with_edit(NAME, at, at, b"x")
    seen: list[int] = []
    descendants = Node.descendants

    def counting(node: Node) -> list[Node]:
        found = descendants(node)
        seen.append(len(found))
        return found

    monkeypatch.setattr(Node, "descendants", counting)
    assert len(check(edited, NAME).findings) == 10
    assert sum(seen) < 1000  # of some ninety thousand


def test_a_letter_among_many_findings_asks_one_item(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred unikernels in one file: what rules look for is asked of the one that was edited,
    and of what is outside all items."""
    names = [f"Main{number}" for number in range(100)]
    text = "".join([BUSY.split("module Main")[0], *(of_busy(name) for name in names)])
    project = unikernel({NAME: text.encode()})
    before = check(project, NAME).findings
    assert len(before) == 901
    asked: list[Record] = []
    derived = Record.derived

    def counting(record: Record, of: Callable[[list[Record]], Any]) -> Any:
        if of not in record._derived:
            asked.append(record)
        return derived(record, of)

    monkeypatch.setattr(Record, "derived", counting)
    found: list[Record] = []
    looked = items._found

    def looking(context: Context, record: Record, *more: Any) -> list[Finding]:
        found.append(record)
        return looked(context, record, *more)

    monkeypatch.setattr(items, "_found", looking)
    at = text.index("let late", text.index("module Main50")) + len("let late")
    edited = project.with_edit(NAME, at, at, b"r")
    after = check(edited, NAME).findings
    one = edited.analysis(NAME).record.parts[52]
    assert set(asked) == {one}
    assert set(found) <= {edited.analysis(NAME).record, *one.told}
    assert len(after) == len(before)


def of_busy(name: str) -> str:
    """The unikernel by another name."""
    functor = "module Main" + BUSY.split("module Main")[1]
    return functor.replace("Main", name).replace("label_1", '"a"')


def test_edits_that_come_back_to_back_are_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = long_file(60)
    project = unikernel({NAME: text.encode()})
    check(project, NAME)
    made: list[Tree] = []
    after = Tree.after

    def counting(tree: Tree, edit: Replaced, source: Source, *more: Any) -> Tree:
        made.append(tree)
        return after(tree, edit, source, *more)

    monkeypatch.setattr(Tree, "after", counting)
    at = text.index('"step 8"') + 1
    for number in range(30):
        project = project.with_edit(NAME, at + number, at + number, b"x")
    analysis = project.analysis(NAME)
    assert (len(made), analysis.inferred, project.tree(NAME).copied) == (1, 0, 2)


def test_of_an_interface_only_what_is_named_is_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    below = Copying.below

    def counting(copying: Copying, root: Node, ts_root: object) -> None:
        below(copying, root, ts_root)
        if copying.interface:
            made.append(copying.copied)

    monkeypatch.setattr(Copying, "below", counting)
    source = Source(interfaces().at("2.9", "V1_LWT") or b"")
    tree = parse(source, interface=True)
    assert tree.root.kind == "compilation_unit"
    assert sum(made) < 800  # of some five thousand
    tree.root.descendants()
    assert sum(made) > 3000


def test_a_letter_in_a_unikernel_costs_its_item_and_the_functor_around() -> None:
    text = long_file(60)
    project = unikernel({NAME: text.encode()})
    check(project, NAME)
    at = text.index("c label_1")
    edited = project.with_edit(NAME, at, at + 1, b"d")
    check(edited, NAME)
    assert edited.analysis(NAME).inferred == 2


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
    made = project.tree(NAME).copied
    project.forget(NAME)
    assert gc.collect() < made / 2  # of some five objects for each node
    assert len(check(project, NAME).findings) == 91
