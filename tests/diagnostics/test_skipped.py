"""Items that are skipped: what is found is what is found when all are walked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mirageport.code_actions.fixes import fixes
from mirageport.diagnostics.engine import check
from mirageport.ocaml.infer import file as infer
from mirageport.ocaml.infer.file import analyse

from ..packs import library, unikernel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project

NAME = "unikernel.ml"


@pytest.fixture(autouse=True, scope="module")
def in_all_files() -> Iterator[None]:
    """Of some of these texts little could be skipped."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(infer, "worth_it", lambda _tree: True)
        yield


# What can tie an item to one that knows Mirage: names, operators, types, fields, constructors,
# modules that are opened, tables that another one fills.
ITEMS = [
    *("open V1_LWT", "open Lwt.Infix", "open Lwt", "open OS", "open OS.Time", "open H", "open Foo"),
    "let handle r = r >>= function `Ok n -> Lwt.return n | `Error _ -> Lwt.return 0L",
    "let ( >>== ) x f = x >>= function `Ok v -> f v | `Error _ -> Lwt.return 0L",
    "let twice f x = f x >>== fun y -> f y",
    "let through x = handle x",
    "let alone r = match r with `Ok v -> v | `Error _ -> 0",
    "let rec even = function 0 -> true | n -> odd (n - 1) and odd n = not (even n)",
    "let size = function `Ok n -> Int64.to_int n | `Error _ -> 0",
    "type answer = [ `Ok of int64 | `Error of string ]",
    "type result = { reply : answer; count : int }",
    "let read (a : answer) = match a with `Ok n -> n | `Error _ -> 0L",
    "let reply a = a.reply",
    "let unwrap { reply; _ } = match reply with `Ok n -> n | `Error _ -> 0L",
    "exception Stop of answer",
    "let stop a = raise (Stop a)",
    "module H = struct let handle r = size r let ( >>| ) a b = b a end",
    "include H",
    "let piped a = a >>| handle",
    "let table = Hashtbl.create 7",
    "let put k v = Hashtbl.add table k v",
    "let get k = match Hashtbl.find table k with `Ok n -> n | `Error _ -> 0",
    "let run () = OS.Main.run (Lwt.return ())",
    "module T = OS.Time",
    "let nap () = T.sleep 1.0",
    "let rest () = sleep 2.0",
    "let late () = Time.sleep 3.0",
    "let log c s = c s",
    "let both = log, put",
    "let a, b = log, alone",
    "let%lwt x = Lwt.return 1",
    "let () = ignore (put 1 (`Ok 1))",
    "let _ = through",
    'external size : \'a -> int = "%identity"',
    'let red fmt = Printf.sprintf ("\\027[31m" ^^ fmt ^^ "\\027[m")',
    'let () = print_endline (red "%d" 1)',
    'let warn n = red "%d" n',
    "let pad n = if n = 0 then \"-\" else Bytes.make n '='",
    "let padded n = print_string (pad n)",
    "class c = object method log = 1 end",
    "let broken = (",
    "module Main (C : V1_LWT.CONSOLE) (K : V1_LWT.KV_RO) (F : V1_LWT.FLOW) = struct\n"
    '  let start c k f = log (C.log_s c) "a" >>= fun () -> through (K.size k "a")\n'
    '  let more k f = put 1 (F.read f); twice (fun _ -> K.size k "b") 1\n'
    '  let kept k = { reply = K.size k "c"; count = 1 }\n'
    '  let told c = C.log c "d"; stop (`Error "x")\nend',
    'module Small (C : V1.CONSOLE) = struct let start c = C.log c "x" end',
]


def findings(project: Project) -> list[tuple[Finding, list[tuple[str, object]]]]:
    """What is found, and how it is mended."""
    return [
        (
            finding._replace(facts=None, moved=0, joined=()),
            [(fix.title, fix.edits) for fix in fixes(project, finding)],
        )
        for finding in check(project, NAME).findings
    ]


def all_walked(data: bytes) -> list[tuple[Finding, list[tuple[str, object]]]]:
    """The findings when nothing is skipped."""
    project = unikernel({NAME: data})
    file = project.files[NAME]
    file._analysis = analyse(file.tree, library().base)
    return findings(project)


@settings(deadline=None, max_examples=120)
@given(st.data(), st.lists(st.sampled_from(ITEMS), min_size=1, max_size=9))
def test_what_is_skipped_changes_nothing(data: st.DataObject, items: list[str]) -> None:
    project = unikernel({NAME: "\n".join(items).encode()})
    assert findings(project) == all_walked(project.source(NAME).data)
    for _ in range(3):
        place = data.draw(st.integers(0, len(items) - 1))
        start = len("\n".join(items[:place]).encode()) + (place > 0)
        old, items[place] = items[place], data.draw(st.sampled_from([*ITEMS, "", "let z = 1"]))
        project = project.with_edit(NAME, start, start + len(old.encode()), items[place].encode())
        assert project.source(NAME).data == "\n".join(items).encode()
        assert findings(project) == all_walked(project.source(NAME).data)
        fresh = unikernel({NAME: project.source(NAME).data})
        assert findings(fresh) == findings(project)
        assert project.analysis(NAME).skipped is None or skipped(project) == skipped(fresh)


def test_what_an_open_concerned_is_skipped_when_it_goes() -> None:
    begun, other, nap = "open OS.Time", "let () = print_endline (red 1)", "let nap () = T.sleep 1.0"
    project = unikernel({NAME: f"{begun}\n{nap}".encode()})
    assert skipped(project) == []
    edited = project.with_edit(NAME, 0, len(begun), other.encode())
    assert skipped(edited) == skipped(unikernel({NAME: f"{other}\n{nap}".encode()})) == ["nap"]


def skipped(project: Project) -> list[str]:
    """The names of the items that are skipped."""
    nodes = project.analysis(NAME).skipped
    assert nodes is not None
    return sorted(project.source(NAME).text(node.start, node.end).split()[1] for node in nodes)


MAIN = "module Main (C : V1_LWT.CONSOLE) = struct\n  let start c = log c (C.log_s c)\nend\n"


@pytest.mark.parametrize(
    ("item", "skips"),
    [
        ("let one = 1", True),
        ("let rec one x = two x and two x = one x", True),
        ('let one x = List.length x + String.length (Printf.sprintf "%d" 1)', True),
        ("let one x = Some x", True),
        ("let log c x = x", False),  # its name is used
        ("let one = Main.start", False),
        ("let one = OS.Time.sleep", False),
        ("let one = Console_unix.connect", False),
        ("let one, two = 1, 2", False),
        ("let ( +++ ) a b = a + b", False),
        ("let () = ()", False),
        ("type one = int", False),
        ("let one = (* log *) 1", True),
        ("let one = (* Main *) 1", False),  # decided by words
    ],
)
def test_what_is_skipped(item: str, skips: bool) -> None:
    project = unikernel({NAME: f"{item}\n{MAIN}".encode()})
    assert bool(skipped(project)) == skips
    assert findings(project) == all_walked(project.source(NAME).data)


@pytest.mark.parametrize(
    ("head", "skips"),
    [("open V1_LWT\n", 1), ("open Lwt.Infix\n", 1), ("open Main\n", 0), ("open OS\n", 1)],
)
def test_what_a_module_brings(head: str, skips: int) -> None:
    project = unikernel({NAME: f"{head}let one x = x >>= fun _ -> x\n{MAIN}".encode()})
    assert len(skipped(project)) == skips


def test_an_edit_decides_what_is_skipped() -> None:
    text = f"let one = 1\nlet two = one\n{MAIN}"
    project = unikernel({NAME: text.encode()})
    assert skipped(project) == ["one", "two"]
    at = text.index("log c")
    project = project.with_edit(NAME, at, at + 3, b"two")
    assert skipped(project) == []
    assert project.analysis(NAME).references(
        project.tree(NAME).root.children[0].children[1].children[0]
    )
    project = project.with_edit(NAME, at, at + 3, b"log")
    assert skipped(project) == ["one", "two"]
    analysis = project.analysis(NAME)
    assert (len(analysis.records), len(analysis.refs)) == (3, 2)
    assert analysis.references(project.tree(NAME).root.children[0].children[1].children[0])
    assert (len(analysis.records), len(analysis.refs), analysis.skipped) == (5, 3, None)
    assert set(analysis.exported.values) == {"one", "two"}
    project = project.with_edit(NAME, at, at + 3, b"two")
    assert project.analysis(NAME).skipped is None


def test_what_somebody_asks_about_is_walked() -> None:
    for ask in ("type", "ref", "in", "exported"):
        project = unikernel({NAME: f"let one = 1\nlet two = one\n{MAIN}".encode()})
        analysis = project.analysis(NAME)
        records = set(analysis.records[1:])
        node = next(n for n in project.tree(NAME).root.descendants() if n.kind == "value_path")
        if ask == "type":
            assert analysis.type_name(node) == "int"
        elif ask == "ref":
            assert analysis.refs[node].node.start == 4
        elif ask == "in":
            assert node in analysis.refs
        else:
            assert "one" in analysis.exported.values
        assert records < set(analysis.records)
        assert (analysis.skipped, len(analysis.records)) == (None, 5)
