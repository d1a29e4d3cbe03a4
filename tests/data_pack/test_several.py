"""Several packs that port the same files: what they need of these is worked out once, and each
finds what it finds alone, or more exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mirageport.diagnostics import project as projects
from mirageport.diagnostics.engine import check
from mirageport.diagnostics.project import Project
from mirageport.diagnostics.selfcheck import with_conflicts
from mirageport.server.packs import by_name, sight

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from mirageport.diagnostics.finding import Finding

PACKS = ("stdlib-5", "cmdliner-2", "yojson-3")

FILE = "main.ml"
TEXT = b"""open Cmdliner

let title text = String.uppercase text

let rec size (json : Yojson.Safe.json) =
  match json with
  | `List values | `Tuple values -> List.fold_left (fun sum each -> sum + size each) 0 values
  | `String text -> String.length (title text)
  | _ -> 1

let flag = Arg.(value & flag & info [ "all" ])
let show all = print_int (if all then size (`Tuple []) else 0)
let command = (Term.(pure show $ flag), Term.info (title "show"))

let () =
  match Term.eval command with
  | `Error _ -> exit 1
  | _ -> exit 0
"""


def _together(text: bytes) -> list[Project]:
    first = Project({FILE: text}, by_name(PACKS[0]), sight=sight(PACKS[0], PACKS))
    return [first, *(first.by(by_name(name), first.sight) for name in PACKS[1:])]


def _found(project: Project) -> list[tuple[int, int, str, str, str]]:
    return [_told(each) for each in check(project, FILE).findings]


def _told(each: Finding) -> tuple[int, int, str, str, str]:
    return each.start, each.end, each.rule, each.message, each.applicability


def test_each_finds_what_it_finds_alone() -> None:
    for name, project in zip(PACKS, _together(TEXT), strict=True):
        alone = _found(Project({FILE: TEXT}, by_name(name)))
        # Only Cmdliner's interface tells that `Arg` is not OCaml's own.
        rest = [each for each in alone if each[2] != "stdlib-boolean"]
        assert rest
        assert _found(project) == rest


def test_files_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counting(step: str) -> Callable[..., Any]:
        own = getattr(projects, step)

        def counted(*arguments: Any) -> Any:
            read.append(step)
            return own(*arguments)

        return counted

    for step in ("parse", "analyse"):
        monkeypatch.setattr(projects, step, counting(step))
    together = _together(TEXT)
    assert all(map(_found, together))
    assert read == ["parse", "analyse"]
    at = TEXT.index(b"let title")
    edited = together[0].with_edit(FILE, at, at, b"let more = 1\n")
    every = [edited, *(edited.by(each.pack, each.sight) for each in together[1:])]
    found = [_found(project) for project in every]
    assert read == ["parse", "analyse", "analyse"]
    fresh = _together(TEXT[:at] + b"let more = 1\n" + TEXT[at:])
    assert found == [_found(project) for project in fresh]


def test_what_cannot_hold_is_said_by_the_pack_that_it_is_of() -> None:
    text = TEXT + b'let wrong = not (Cmd.make (Cmd.info "all") (Term.const ()))\n'
    every = _together(text)
    reports = [{FILE: check(project, FILE)} for project in every]
    found = {}
    for name, project, own in zip(PACKS, every, reports, strict=True):
        more = with_conflicts(project, own, beside=reports)[0][FILE].findings
        found[name] = {each.start for each in more if each not in own[FILE].findings}
    alone = {}
    for name, own in zip(PACKS, reports, strict=True):
        project = Project({FILE: text}, by_name(name))
        more = with_conflicts(project, own)[0][FILE].findings
        alone[name] = {each.start for each in more if each not in own[FILE].findings}
    assert found == alone
    assert [name for name in PACKS if found[name]] == ["cmdliner-2"]
