"""A parameter row changes at every place where it is written, or nowhere."""

from __future__ import annotations

import pytest

from mirageport.mirage.config import seams
from mirageport.mirage.row_edits import Add, Change, Drop, Replace, Slot, edits
from mirageport.ocaml.edit import Edit, Edits, apply

from ..packs import unikernel

CONFIG = """open Mirage
let main = foreign "Unikernel.Main" (console @-> stackv4 @-> kv_ro @-> job)
let () = register "x" [ main $ default_console $ stack $ data ]
"""
QUALIFIED = """let main = Mirage.(foreign "Unikernel.Main" (console @-> stackv4 @-> kv_ro @-> job))
let () = Mirage.(register "x" [ main $ default_console $ stack $ data ])
"""
MAIN = """module Main (C : CONSOLE) (S : STACK) (K : STORE) = struct
  let start c s _k = go c s
end
"""
INTERFACE = """module Main (C : CONSOLE) (S : STACK) (K : STORE) : sig
  val start : C.t -> S.t -> K.t -> unit Lwt.t
end
"""
TIME = Slot("Time", "Mirage_time_lwt.S", "time", "default_time")


def _changed(changes: list[Change], **files: str) -> dict[str, str] | None:
    """The texts after the changes; None where they are refused. The files are called by the names
    of the arguments, with `_i` for the end of an interface."""
    named = {"config.ml": CONFIG, "unikernel.ml": MAIN}
    named |= {
        f"{name.removesuffix('_i')}.ml{'i' * name.endswith('_i')}": text
        for name, text in files.items()
    }
    project = unikernel({name: text.encode() for name, text in named.items()})
    found = edits(project, seams(project), changes)
    if found is None:
        return None
    every = Edits(Edit(*each) for each in found)
    return {
        name: apply(project.source(name).data, every.of(name)).decode()
        for name in named
        if every.of(name)
    }


def _texts(parameters: str, start: str, chain: str, values: str) -> dict[str, str]:
    return {
        "config.ml": CONFIG.replace("console @-> stackv4 @-> kv_ro @-> job", chain).replace(
            "main $ default_console $ stack $ data", values
        ),
        "unikernel.ml": MAIN.replace("(C : CONSOLE) (S : STACK) (K : STORE)", parameters).replace(
            "start c s _k", start
        ),
    }


@pytest.mark.parametrize(
    ("changes", "parameters", "start", "chain", "values"),
    [
        (
            [Add(0, TIME)],
            "(Time : Mirage_time_lwt.S) (C : CONSOLE) (S : STACK) (K : STORE)",
            "start _time c s _k",
            "time @-> console @-> stackv4 @-> kv_ro @-> job",
            "main $ default_time $ default_console $ stack $ data",
        ),
        (
            [Add(1, TIME)],
            "(C : CONSOLE) (Time : Mirage_time_lwt.S) (S : STACK) (K : STORE)",
            "start c _time s _k",
            "console @-> time @-> stackv4 @-> kv_ro @-> job",
            "main $ default_console $ default_time $ stack $ data",
        ),
        (
            [Add(3, TIME)],
            "(C : CONSOLE) (S : STACK) (K : STORE) (Time : Mirage_time_lwt.S)",
            "start c s _k _time",
            "console @-> stackv4 @-> kv_ro @-> time @-> job",
            "main $ default_console $ stack $ data $ default_time",
        ),
        (
            [Drop(0)],
            "(S : STACK) (K : STORE)",
            "start s _k",
            "stackv4 @-> kv_ro @-> job",
            "main $ stack $ data",
        ),
        (
            [Drop(2)],
            "(C : CONSOLE) (S : STACK)",
            "start c s",
            "console @-> stackv4 @-> job",
            "main $ default_console $ stack",
        ),
        ([Drop(0), Drop(1)], "(K : STORE)", "start _k", "kv_ro @-> job", "main $ data"),
        (
            [Drop(1), Drop(2)],
            "(C : CONSOLE)",
            "start c",
            "console @-> job",
            "main $ default_console",
        ),
        (
            [Drop(0), Add(3, TIME)],
            "(S : STACK) (K : STORE) (Time : Mirage_time_lwt.S)",
            "start s _k _time",
            "stackv4 @-> kv_ro @-> time @-> job",
            "main $ stack $ data $ default_time",
        ),
        (
            [Replace(0, Slot("", "LOG", "log", "default_log")), Add(1, TIME)],
            "(C : LOG) (Time : Mirage_time_lwt.S) (S : STACK) (K : STORE)",
            "start c _time s _k",
            "log @-> time @-> stackv4 @-> kv_ro @-> job",
            "main $ default_log $ default_time $ stack $ data",
        ),
    ],
)
def test_a_row_changes_everywhere(
    changes: list[Change], parameters: str, start: str, chain: str, values: str
) -> None:
    assert _changed(changes) == _texts(parameters, start, chain, values)


@pytest.mark.parametrize(
    ("changes", "after"),
    [
        (
            [Add(1, TIME)],
            INTERFACE.replace("(S", "(Time : Mirage_time_lwt.S) (S").replace(
                "S.t", "Time.t -> S.t"
            ),
        ),
        ([Drop(1)], INTERFACE.replace("(S : STACK) ", "").replace("S.t -> ", "")),
        ([Drop(2)], INTERFACE.replace(" (K : STORE)", "").replace("K.t -> ", "")),
        ([Replace(1, TIME)], INTERFACE.replace("STACK", "Mirage_time_lwt.S")),
        (
            [Drop(0), Drop(1), Drop(2)],
            INTERFACE.replace(" (C : CONSOLE) (S : STACK) (K : STORE)", "").replace(
                "C.t -> S.t -> K.t", "unit"
            ),
        ),
    ],
)
def test_the_interface_beside_it_says_the_same(changes: list[Change], after: str) -> None:
    found = _changed(changes, unikernel_i=INTERFACE)
    assert found is not None
    assert found["unikernel.mli"] == after


def test_the_type_of_what_a_functor_gives_changes_too() -> None:
    text = MAIN.replace("= struct", ": sig val start : C.t -> S.t -> K.t -> unit end = struct")
    found = _changed([Drop(1)], unikernel=text)
    assert found is not None
    assert (
        "(C : CONSOLE) (K : STORE) : sig val start : C.t -> K.t -> unit end"
        in found["unikernel.ml"]
    )


@pytest.mark.parametrize(
    ("changes", "after"),
    [
        ([Drop(0)], "functor (S : STACK) (K : STORE) ->"),
        ([Drop(1)], "functor (C : CONSOLE) -> functor (K : STORE) ->"),
        ([Drop(1), Drop(2)], "functor (C : CONSOLE) ->"),
    ],
)
def test_each_functor_of_a_curried_one_has_a_head_of_its_own(
    changes: list[Change], after: str
) -> None:
    curried = "= functor (C : CONSOLE) -> functor (S : STACK) (K : STORE) ->"
    text = MAIN.replace("(C : CONSOLE) (S : STACK) (K : STORE) =", curried)
    found = _changed(changes, unikernel=text)
    assert found is not None
    assert found["unikernel.ml"].startswith(f"module Main = {after} struct")


def test_a_chain_of_several_definitions() -> None:
    config = CONFIG.replace(
        "let main = foreign", "let rest = stackv4 @-> kv_ro @-> job\nlet main = foreign"
    ).replace("(console @-> stackv4 @-> kv_ro @-> job)", "(console @-> rest)")
    found = _changed([Drop(0), Drop(1)], config=config)
    assert found is not None
    assert "let rest = kv_ro @-> job\n" in found["config.ml"]
    assert '"Unikernel.Main" (rest)\n' in found["config.ml"]


def test_each_job_of_the_functor_changes() -> None:
    config = CONFIG + (
        'let other = foreign "Unikernel.Main" (console @-> stackv4 @-> kv_ro @-> job)\n'
        'let () = register "y" [ (other $ default_console) $ stack $ data ]\n'
    )
    found = _changed([Drop(1)], config=config)
    assert found is not None
    assert found["config.ml"].count("(console @-> kv_ro @-> job)") == 2
    assert "[ (other $ default_console) $ data ]" in found["config.ml"]


def test_code_that_applies_the_functor_gives_it_less() -> None:
    tests = "module One = Unikernel.Main (Console) (Net.Stack (Eth)) (Data)\n"
    found = _changed([Drop(1)], tests=tests)
    assert found is not None
    assert found["tests.ml"] == "module One = Unikernel.Main (Console) (Data)\n"


def test_what_mirage_writes_anew_is_left_alone() -> None:
    assert _changed([Drop(1)], main="module M1 = Unikernel.Main(Console)\n") == _changed([Drop(1)])


ALL: list[Change] = [Drop(0), Drop(1), Drop(2)]
NO_CONFIG = _texts("", "", "job", "main")["config.ml"].replace("(job)", "job")


def test_a_functor_without_parameters_is_the_file() -> None:
    text = """let before = 1

module Main (C : CONSOLE) (S : STACK) (K : STORE) = struct
  (* what is said
     first *)
  let hello = "two
  lines"

  let start _ _ _ =
    print hello;
    {| as
    it is |}
end

let _ = before
"""
    after = """let before = 1

(* what is said
   first *)
let hello = "two
  lines"

let start () =
  print hello;
  {| as
    it is |}

let _ = before
"""
    found = _changed(ALL, unikernel=text)
    assert found == {
        "config.ml": NO_CONFIG.replace("Unikernel.Main", "Unikernel"),
        "unikernel.ml": after,
    }


STAYS = "module Main = struct\n  let start () = go c s\nend\n"


@pytest.mark.parametrize(
    ("before", "files"),
    [
        ("let start = 1\n", {}),
        ("let go x = x\n", {"tests": "include Unikernel.Main\n"}),
        ("", {"unikernel_i": INTERFACE}),
    ],
    ids=["a name of both", "named elsewhere", "an interface"],
)
def test_a_module_without_parameters_stays_where_others_know_it(
    before: str, files: dict[str, str]
) -> None:
    found = _changed(ALL, unikernel=before + MAIN, **files)
    if "tests" in files:
        assert found is None
        return
    assert found is not None
    assert found["unikernel.ml"] == before + STAYS
    assert found["config.ml"] == NO_CONFIG


@pytest.mark.parametrize(
    ("changes", "files"),
    [
        ([Add(0, TIME)], {"unikernel": MAIN.replace("module", "module Time = T\nmodule", 1)}),
        ([Add(0, TIME)], {"config": QUALIFIED}),
        ([Add(0, TIME)], {"config": CONFIG.replace("let main", "let time = 1\nlet main")}),
        ([Add(0, TIME)], {"tests": "module One = Unikernel.Main (Console) (Stack) (Data)\n"}),
        ([Drop(0)], {"unikernel": MAIN.replace("start c s _k", "start = function _ ->")}),
        (
            [Drop(0)],
            {"unikernel": MAIN.replace("let start", "let rec start").replace("go", "start")},
        ),
        ([Drop(0)], {"unikernel_i": INTERFACE.replace("C.t -> S.t -> K.t -> unit", "start")}),
        ([Drop(0)], {"unikernel_i": "module Main : Made\n"}),
        ([Drop(0)], {"config": CONFIG.replace(" $ data", "")}),
        ([Drop(0)], {"config": CONFIG.replace("main $ default_console $ stack $ data", "f main")}),
        ([Drop(0)], {"tests": "module M = Unikernel.Main\n"}),
    ],
)
def test_what_is_not_understood_changes_nothing(
    changes: list[Change], files: dict[str, str]
) -> None:
    assert _changed(changes, **files) is None


def test_a_chain_that_another_job_shares_changes_nothing() -> None:
    shared = "let row = console @-> stackv4 @-> kv_ro @-> job\n"
    config = CONFIG.replace("(console @-> stackv4 @-> kv_ro @-> job)", "row")
    config = config.replace("let main", f'{shared}let other = foreign "Other.Main" row\nlet main')
    assert _changed([Drop(0)], config=config) is None
