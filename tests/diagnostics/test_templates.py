"""What a call becomes, as the pages of a pack say it: templates with holes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mirageport.api.data import Folder
from mirageport.code_actions.plan import SAFE_ONLY, WITH_REVIEW, port
from mirageport.diagnostics.data_pack import data_pack
from mirageport.diagnostics.engine import check
from mirageport.diagnostics.project import Project

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """---
title: A call that is written differently
category: values
applicability: safe
severity: error
kind: template
becomes: {becomes}
message: `{{use}}` is `{{new}}` in {{target}}.
---
It is written differently.
"""


def _ported(tmp_path: Path, becomes: str, text: str, level: frozenset[str] = WITH_REVIEW) -> str:
    (tmp_path / "pack.md").write_text("---\ntarget: Box 2\nwords: Box\n---\n")
    for side, name in (("old", "put"), ("new", "set")):
        (tmp_path / side).mkdir(exist_ok=True)
        attribute = ' [@@port "box-put"]' if side == "old" else ""
        value = f"val {name} : int -> int -> unit{attribute}\n"
        (tmp_path / side / "box.mli").write_text(f"(* box 1.0 *)\n[@@@complete]\n\n{value}")
    (tmp_path / "rules").mkdir(exist_ok=True)
    (tmp_path / "rules" / "box-put.md").write_text(PAGE.format(becomes=becomes))
    project = Project({"a.ml": text.encode()}, data_pack(Folder(str(tmp_path))))
    return port(project, level).files.get("a.ml", text.encode()).decode()


@pytest.mark.parametrize(
    ("becomes", "before", "after"),
    [
        ("fun a b -> Rel.set a b", "Box.put x 1", "Box.set x 1"),
        ("fun a b -> Rel.set ~at:a b", "Box.put (f x) 1", "Box.set ~at:(f x) 1"),
        ("fun a _ -> Rel.set a", "Box.put x 1", "Box.set x"),
        ("fun a 0 -> Rel.clear a | fun a b -> Rel.set a b", "Box.put x 0", "Box.clear x"),
        ("fun a 0 -> Rel.clear a | fun a b -> Rel.set a b", "Box.put x 7", "Box.set x 7"),
        (
            "fun (a : string) b -> Rel.say a b | fun (a : int) b -> Rel.set a b",
            "Box.put 3 4",
            "Box.set 3 4",
        ),
        ("fun a b -> Rel.set a b Rel.now", "Box.put x 1", "Box.set x 1 Box.now"),
        ("fun a b -> Rel.set b a", "Box.put x 1", "Box.set 1 x"),
        # What would be evaluated in another order, or twice, gets a name first.
        (
            "fun a b -> Rel.set b a",
            "Box.put (f x) (g x)",
            "let b = g x in let a = f x in Box.set b a",
        ),
        ("fun a b -> Rel.set a a b", "Box.put (f x) 1", "let a = f x in Box.set a a 1"),
        ("fun a b -> Rel.set a a b", "Box.put x 1", "Box.set x x 1"),
        # The name is no other one of the call.
        ("fun a b -> Rel.set b a", "fun a -> Box.put (f x) a", "fun a -> Box.set a (f x)"),
        (
            "fun a b -> Rel.set b b a",
            "fun b -> Box.put b (f b)",
            "fun b -> let b_ = f b in Box.set b_ b_ b",
        ),
        # What is dropped is evaluated as before, and so is what a function or a branch holds.
        ("fun _a b -> Rel.set b", "Box.put (f x) 1", "let _ = f x in Box.set 1"),
        ("fun _a b -> Rel.set b", "Box.put x.f (g x)", "Box.set (g x)"),
        (
            "fun a b -> fun () -> Rel.set a b",
            "Box.put (f x) 1 ()",
            "let a = f x in (fun () -> Box.set a 1) ()",
        ),
        (
            "fun a b -> if a then Rel.set b 1 else Rel.set 0 1",
            "Box.put x (g x)",
            "let b = g x in if x then Box.set b 1 else Box.set 0 1",
        ),
        # Labels that the new call lacks are not carried over, defaults are written out.
        ("fun ~at b -> Rel.set b at", "Box.put 1 ~at:x", "Box.set 1 x"),
        ("fun ?(at = 0) b -> Rel.set b at", "Box.put 1", "Box.set 1 0"),
        ("fun ?(at = 0) b -> Rel.set b at", "Box.put ~at:2 1", "Box.set 1 2"),
        ("fun ?(at = 0) b -> Rel.set b at", "Box.put ?at 1", "Box.put ?at 1"),
        ("fun a -> Rel.set (Rel.now a)", "Box.put ~at:1 x", "Box.put ~at:1 x"),
        ("fun a b -> Rel.set a b", "List.iter2 Box.put", "List.iter2 (fun a b -> Box.set a b)"),
        # A call that lacks arguments is left to the person.
        ("fun a b -> Rel.set ~at:a b", "List.iter (Box.put x)", "List.iter (Box.put x)"),
    ],
)
def test_calls(tmp_path: Path, becomes: str, before: str, after: str) -> None:
    head = "let f x = x\nlet g x = x\nlet use x = "
    assert _ported(tmp_path, becomes, f"{head}{before}\n") == f"{head}{after}\n"


def test_a_call_that_is_dropped_goes_with_its_semicolon(tmp_path: Path) -> None:
    text = "let use x =\n  Box.put x 1;\n  x\nlet last x = Box.put x 2\n"
    ported = _ported(tmp_path, "fun _ _ -> ()", text)
    assert ported == "let use x =\n  x\nlet last x = ()\n"


def test_another_order_is_for_review(tmp_path: Path) -> None:
    text = "let use f x = Box.put (f x) (f x)\n"
    assert _ported(tmp_path, "fun a b -> Rel.set b a", text, SAFE_ONLY) == text
    safe = _ported(tmp_path, "fun a b -> Rel.set a b", text, SAFE_ONLY)
    assert safe == text.replace("put", "set")


def test_what_is_left_says_so(tmp_path: Path) -> None:
    text = "let some x = List.iter (Box.put x)\n"
    _ported(tmp_path, "fun a b -> Rel.set ~at:a b", text)
    found = check(Project({"a.ml": text.encode()}, data_pack(Folder(str(tmp_path)))), "a.ml")
    assert [each.applicability for each in found.findings] == ["manual"]
