"""What is found while somebody types is what is found in the text: items are walked again only
where an edit concerns them, and nothing tells."""

from __future__ import annotations

import gc
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mirageport.diagnostics.engine import check
from mirageport.ocaml.beside import OwnFile
from mirageport.ocaml.record import Record
from mirageport.ocaml.reuse.skipped import worth_it

from ..packs import unikernel

if TYPE_CHECKING:
    from mirageport.diagnostics.project import Project

ROOT = Path(__file__).parents[2]
NAME = "unikernel.ml"

# What items of one file can have to do with each other: helpers with tags, tables whose type
# another item settles, declared types, module types, promises made in one item and kept in another.
TANGLED = """open V1_LWT
open Lwt
type reply = [ `Ok of int | `Error of string ]
let table = Hashtbl.create 7
let or_error n f x = f x >>= function `Error _ -> fail (Failure n) | `Ok v -> return v
module type T = sig include KV_RO val more : t -> reply Lwt.t end
module M (K : KV_RO) (C : CONSOLE) (X : T) = struct
  let helper k = K.size k "x"
  let add c = Hashtbl.add table 1 c
  let go k = or_error "a" (K.size k) "x" >>= fun n -> helper k
    >>= function `Ok _ -> return () | `Error _ -> return ()
  let x k : reply Lwt.t = return (`Ok 1)
  module Inner = struct
    let log c s = C.log_s c s
    let both k c = helper k >>= fun _ -> log c "a"
  end
  let y t = X.more t >>= function `Ok n -> return n | `Error s -> return 0
  let t, u = Lwt.wait ()
  let z () = t >>= function `Ok n -> n | `Error _ -> 1
  let w k = K.size k "z" >>= fun r -> Lwt.wakeup u r; return ()
  let start k c t = Inner.log c "hi" >>= fun () -> add (K.size k "y"); C.log c "x"; go k
end
"""

TEXTS = [
    TANGLED,
    (ROOT / "benchmarks" / "unikernel.ml").read_text(),
    *[path.read_text() for path in sorted(ROOT.glob("examples/*/unikernel.ml"))],
]

PIECES = [
    *["", " ", "\n", "(", ")", " end", "(* ", '"', "x", "C", "_", "h", "`Ok ", "open Lwt\n"],
    "let x = 1\n",
    "let or_error n f x = f x\n",
    "let helper k = K.read k\n",
    "let h = function `Ok _ -> 1 | `Error _ -> 2\n",
    "type reply = int\n",
    "module C = List\n",
    "open V1\n",
]


def found(project: Project) -> tuple[object, ...]:
    """All that can be told of a file but the nodes themselves."""
    report = check(project, NAME)
    analysis = project.analysis(NAME)
    analysis.walk_skipped()
    return (
        [finding._replace(facts=None, moved=0, joined=()) for finding in report.findings],
        report.notices,
        sorted((path.start, path.end, bound.node.start) for path, bound in analysis.refs.items()),
        sorted((use.node.start, use.item.path, use.named) for use in analysis.uses),
        sorted(
            (
                [(site.node.start, site.tag) for site in component.sites],
                [(origin.kind, origin.name, origin.path) for origin in component.origins],
            )
            for component in analysis.components
        ),
    )


def places(text: str, where: float, whole_lines: bool, length: int) -> tuple[int, int]:
    """The bytes that an edit replaces."""
    data = text.encode()
    start = int(where * len(data))
    if whole_lines:
        start = data.rfind(b"\n", 0, start) + 1
        for _ in range(length % 3):
            length = max(data.find(b"\n", start + length) + 1 - start, 0)
    return start, min(start + length, len(data))


EDITS = st.tuples(
    st.floats(0, 1), st.booleans(), st.integers(0, 9), st.sampled_from(PIECES), st.booleans()
)


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(TEXTS), st.lists(EDITS, min_size=1, max_size=6))
def test_typing_finds_what_a_fresh_look_finds(
    text: str, edits: list[tuple[float, bool, int, str, bool]]
) -> None:
    project = unikernel({NAME: text.encode()})
    project.analysis(NAME)
    for where, whole_lines, length, new, taken_back in edits:
        data = project.source(NAME).data
        start, end = places(data.decode("utf-8", "replace"), where, whole_lines, length)
        start, end = min(start, len(data)), min(end, len(data))
        project = project.with_edit(NAME, start, end, new.encode())
        again = unikernel({NAME: project.source(NAME).data})
        assert found(project) == found(again)
        if taken_back:
            project = project.with_edit(NAME, start, start + len(new.encode()), data[start:end])
            assert found(project) == found(unikernel({NAME: data}))


def test_parts_of_what_is_kept_stay_though_they_were_parts_of_others() -> None:
    """A broken piece in between makes the file be walked twice: items of a module that the first
    walk took over are the second one's too."""
    text = next(text for text in TEXTS if "type reply" in text)
    project = unikernel({NAME: text.encode()})
    project.analysis(NAME)
    for where, whole_lines, length, new in [(0.75, False, 5, ""), (0.0625, True, 1, " end")]:
        start, end = places(project.source(NAME).data.decode(), where, whole_lines, length)
        project = project.with_edit(NAME, start, end, new.encode())
        assert found(project) == found(unikernel({NAME: project.source(NAME).data}))


def test_what_comes_back_is_known_to_those_it_flows_into() -> None:
    """A definition that settles what another one left open goes and comes again."""
    text = next(text for text in TEXTS if "type reply" in text)
    text = text.replace("= struct\n  let helper", "= strmodule C = List\nuct\n  let helper")
    project = unikernel({NAME: text.encode()})
    project.analysis(NAME)
    at = text.index("  let w k")
    end = text.index("\n", at) + 1
    project = project.with_edit(NAME, at, end, b"")
    assert found(project) == found(unikernel({NAME: project.source(NAME).data}))
    project = project.with_edit(NAME, at, at, text[at:end].encode())
    assert found(project) == found(unikernel({NAME: text.encode()}))


def typed(text: str, old: str, new: str) -> tuple[int, int]:
    """In a project somebody changes the first `old` to `new`: of how many items nothing is taken
    over of what was known, and how many there are."""
    project = unikernel({NAME: text.encode()})
    known = set(project.analysis(NAME).records)
    at = text.encode().index(old.encode())
    project = project.with_edit(NAME, at, at + len(old.encode()), new.encode())
    assert found(project) == found(unikernel({NAME: project.source(NAME).data}))
    records = project.analysis(NAME).records
    return len(set(records[1:]) - known), len(records) - 1


HELPERS = """open V1_LWT
module Main (C : CONSOLE) (K : KV_RO) = struct
  let one c = C.log_s c "one"
  let two c = one c
  let size k = K.size k "x"
  let three k = size k >>= function `Ok n -> n | `Error _ -> 0
  let four () = 4
end
"""


@pytest.mark.parametrize(
    ("old", "new", "walked"),
    [
        ('"one"', '"ones"', 3),  # a helper whose unit is watched: who calls it, and the functor
        ("one c = C", "one c () = C", 3),  # its type is another: who calls it too
        ("one c = C", "won c = C", 3),  # its name is another
        ('"x"', '"xx"', 3),  # tags go from one item to the other
        ("-> 0", "-> 1", 2),
        ("4", "5", 2),  # the item and the functor around it
        ("(K : KV_RO)", "(K : KV_RO) (T : TIME)", 1),
        ("V1_LWT", "V1", 6),
    ],
)
def test_only_what_an_edit_concerns_is_walked_again(old: str, new: str, walked: int) -> None:
    assert typed(HELPERS, old, new) == (walked, 7)


def test_what_is_left_open_ties_items_together() -> None:
    walked, count = typed(TANGLED, "wakeup u r; return ()", "wakeup u r; return 1")
    assert 2 < walked < count


def test_a_version_that_was_edited_still_answers() -> None:
    project = unikernel({NAME: HELPERS.encode()})
    before = found(project)
    edited = project.with_edit(NAME, 0, 0, b"(* x *)\n")
    after = found(edited)
    assert found(project) == before
    assert found(edited) == after


def test_edits_between_two_looks_count_together() -> None:
    project = unikernel({NAME: HELPERS.encode()})
    project.analysis(NAME)
    at = HELPERS.index("4")
    for _ in range(3):
        project = project.with_edit(NAME, at, at, b"4")
    assert found(project) == found(unikernel({NAME: project.source(NAME).data}))


def test_a_file_leaves_nothing_behind_in_the_interfaces() -> None:
    """A type of the library without its argument, as somebody types, is not kept for others."""
    before = found(unikernel({NAME: HELPERS.encode()}))
    found(unikernel({NAME: b"open V1_LWT\nlet x k : Lwt.t = k\n"}))
    assert found(unikernel({NAME: HELPERS.encode()})) == before


def test_a_module_without_a_name_yet_is_no_module() -> None:
    assert found(unikernel({NAME: b"open V1_LWT\nmodule M = \nlet x = M.y\n"}))


# A functor of an interface, applied to a module whose types this file constrains, and a helper
# whose result is whatever its users make of it.
CONSTRAINED = """open V1_LWT
module Main (C : CONSOLE) (E : ETHIF with type buffer = string) = struct
  module I = Ipv4.Make (E)
  let say c text = C.log c text
  let start c e = say c "x"; I.connect e >>= fun i -> say c "y"
end
"""


@pytest.mark.parametrize("text", [*TEXTS[:2], CONSTRAINED])
def test_typing_leaves_nothing_behind(text: str) -> None:
    """Of a thousand versions of an item, what was found out about the last one is kept, and a few
    more at most: wherever somebody types, as long as the text can be read."""

    def typed(project: Project, at: int, times: int) -> Project:
        for start, end, new in ((at, at, b"x"), (at, at + 1, b"")) * times:
            project = project.with_edit(NAME, start, end, new)
            check(project, NAME)
        return project

    def kept() -> int:
        gc.collect()
        return sum(isinstance(each, Record) for each in gc.get_objects())

    project = unikernel({NAME: text.encode()})
    ends = [match.end() for match in re.finditer(rb"\b[a-z_]+\b", text.encode())]
    for at in ends[:: max(1, len(ends) // 4)]:
        if not project.with_edit(NAME, at, at, b"x").tree(NAME).damaged:
            project = typed(project, at, 4)
            before = kept()
            project = typed(project, at, 12)
            assert kept() < before + 12


def test_a_library_keeps_nothing_of_a_unikernel() -> None:
    """A functor of a library keeps its results for modules of libraries only: a module of another
    file of the unikernel would keep the whole unikernel alive in a server."""
    files = {
        "key.mli": b"module Sector : sig type t val compare : t -> t -> int end",
        "key.ml": b"module Sector = Int64",
        NAME: b"module Sectors = Map.Make (Key.Sector)\nmodule Main (C : V1_LWT.CONSOLE) = struct\n"
        b'  let start c = C.log_s c (Sectors.find "a" Sectors.empty)\nend\n',
    }

    def kept() -> int:
        gc.collect()
        return sum(isinstance(each, OwnFile) for each in gc.get_objects())

    before = kept()
    project = unikernel(files)
    for name in files:
        check(project, name)
    assert kept() > before
    del project
    assert kept() == before


def test_nothing_is_known_of_items_that_nobody_can_follow_any_more() -> None:
    """The beginning of another expression makes a module one that cannot be read: its items stay
    what they were to the parser, and what was known of them is gone."""
    text = (
        "module Main (C : Mirage_console_lwt.S) = struct\n"
        '  let line s = if s = "" then "-" else let drawn = Bytes.make 1 \'=\' in drawn\n'
        '  let start c = C.log c (line "title")\n'
        "end\n"
    )
    files = {"config.ml": b'open Mirage\nlet () = register "x" []\n', NAME: text.encode()}
    project = unikernel(files)
    assert [finding.rule for finding in check(project, NAME).findings] == ["safe-string"]
    broken = project.with_edit(NAME, 0, 0, b"(val ")
    fresh = unikernel({**files, NAME: b"(val " + files[NAME]})
    assert check(broken, NAME).findings == check(fresh, NAME).findings == ()
    mended = broken.with_edit(NAME, 0, 5, b"")
    assert [finding.rule for finding in check(mended, NAME).findings] == ["safe-string"]


def test_a_file_of_which_less_and_more_could_be_skipped() -> None:
    """An edit may take a file over the bound from which skipping items pays off, and back."""
    functor = "module Main (C : V1_LWT.CONSOLE) = struct\n  let start c = C.log_s c label\nend\n"
    text = 'let label = "a"\nlet other x = x' + " + 1" * 30 + "\n" + functor
    at = text.index("  let start")
    project = unikernel({NAME: text.encode()})
    worth = []
    more = 0
    for count in (0, 200, 0, 300, 0):
        new = b"  let sum = 0" + b" + 1" * count + b"\n"
        project = project.with_edit(NAME, at, at + more, new)
        more = len(new)
        fresh = unikernel({NAME: project.source(NAME).data})
        assert found(project) == found(fresh)
        worth.append(worth_it(project.tree(NAME)))
    assert worth == [True, False, True, False, True]
