"""Changes of a text that mean nothing change no decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .world import HEAD, WORLD, decisions, unikernel, uses

if TYPE_CHECKING:
    from mirageport.ocaml.analysis import Analysis
    from mirageport.ocaml.tree import Node

BODIES = [
    """
let get what f x = f x >>= function `Error _ -> Lwt.fail what | `Ok v -> Lwt.return v
let a k = get Not_found (K.size k) "a"
let b () = get Not_found Other.connect ()
""",
    """
let (>>==) a f = a >>= function `Ok x -> f x | `Error _ as e -> Lwt.return e
let twice k = K.size k "x" >>== fun n -> Lwt.return (`Ok (Int64.add n n))
""",
    """
let later f =
  let promise, resolver = Lwt.wait () in
  Lwt.async (fun () -> T.read f >>= fun r -> Lwt.wakeup resolver r; Lwt.return_unit);
  promise >>= function `Ok _ -> Lwt.return_unit | `Eof | `Error _ -> Lwt.return_unit
""",
    """
let rec echo f = T.read f >>= function
  | `Eof -> Lwt.return `Done
  | `Error e -> Lwt.return (`Error e)
  | `Ok b -> T.write f b >>= function
    | `Ok () -> echo f
    | `Eof | `Error _ -> Lwt.return `Done
""",
    """
type cache = { get : string -> [ `Ok of int64 | `Error of K.error ] Lwt.t }
let make k = { get = K.size k }
let go c = c.get "x" >>= function `Ok _ -> 1 | `Error _ -> 2
""",
    """
let run f x = f x
let last = ref None
let rank = function `Ok _ -> 1 | `Error _ -> 2
let a k = run (K.size k) "x" >|= fun r -> last := Some r; rank r
let b () = run own () >|= rank
let c = match !last with Some (`Ok n) -> n | _ -> 0L
""",
    """
let dial ?(tries = 3) ~where t = T.connect_to t where >>= function
  | `Ok f -> C.log_s t "up" >>= fun () -> T.close f
  | `Error (`Timeout | `Refused) when tries > 0 -> Lwt.return_unit
  | `Error e -> (match e with `Timeout -> Lwt.return_unit | _ -> Lwt.fail Not_found)
let go t = dial ~tries:1 ~where:("x", 1) t
""",
]
ANALYSES = [unikernel(body) for body in BODIES]
TEXTS = [f"{HEAD}{body}\nend\n" for body in BODIES]

WRAPPERS = [
    "({})",
    "(begin {} end)",
    "(Unheard.({}))",
    "(let it = {} in it)",
    "(let open Unheard in {})",
]
KINDS = frozenset(
    [
        "value_path",
        "application_expression",
        "parenthesized_expression",
        "function_expression",
        "fun_expression",
        "match_expression",
        "infix_expression",
        "tag",
        "number",
        "string",
        "sequence_expression",
    ]
)
FIELDS = frozenset(["argument", "body", "left", "right", "expression", "function"])


def wrappable(node: Node) -> bool:
    """Whether the grammar allows parentheses around a node."""
    parent = node.parent
    if node.kind not in KINDS or node.field not in FIELDS or parent is None:
        return False
    if node.kind == "tag" and node.field == "function":
        return False
    return not parent.kind.endswith("pattern") and parent.kind != "parameter"


PLACES = [
    (index, node.start, node.end)
    for index, analysis in enumerate(ANALYSES)
    for node in analysis.tree.root.descendants()
    if wrappable(node)
]


def verdict(analysis: Analysis) -> tuple[list[str], list[str]]:
    return decisions(analysis), [use.split()[1] for use in uses(analysis)]


def changed(index: int, edits: list[tuple[int, int, str]]) -> Analysis:
    text = TEXTS[index]
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    analysis = WORLD.analyse(text)
    assert analysis.tree.broken == []
    return analysis


@settings(deadline=None)
@given(st.sampled_from(PLACES), st.sampled_from(WRAPPERS))
def test_wrapping_a_term(place: tuple[int, int, int], wrapper: str) -> None:
    index, start, end = place
    new = wrapper.format(TEXTS[index][start:end])
    assert verdict(changed(index, [(start, end, new)])) == verdict(ANALYSES[index])


@pytest.mark.parametrize("index", range(len(BODIES)))
@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_wrapping_every_smallest_term(index: int, wrapper: str) -> None:
    spans = [(start, end) for where, start, end in PLACES if where == index]
    smallest = [
        (start, end, wrapper.format(TEXTS[index][start:end]))
        for start, end in spans
        if not any(start <= s and e <= end and (s, e) != (start, end) for s, e in spans)
    ]
    assert smallest
    assert verdict(changed(index, smallest)) == verdict(ANALYSES[index])


@pytest.mark.parametrize("index", range(len(BODIES)))
def test_renaming_every_local_name(index: int) -> None:
    analysis = ANALYSES[index]
    text = analysis.tree.text
    names = {
        binding.node.start: binding.node
        for binding in analysis.refs.values()
        if text(binding.node)[0].isalpha()
        and (binding.node.parent is None or binding.node.parent.kind != "parameter"
             or binding.node.parent.children[0].kind not in "~?")
    }  # fmt: skip
    labelled = {"tries", "where"}
    edits = []
    for name in names.values():
        if text(name) not in labelled:
            for node in [name, *analysis.references(name)]:
                edits.append((node.start, node.end, f"{text(node)}_renamed'"))
    assert edits
    assert verdict(changed(index, edits)) == verdict(analysis)


@pytest.mark.parametrize("index", range(len(BODIES)))
@pytest.mark.parametrize(
    "opening", ["open Unheard\n", "open! Unheard.Of.It\n", "include Unheard\n"]
)
def test_opening_what_nobody_knows(index: int, opening: str) -> None:
    starts = [
        child.start
        for node in ANALYSES[index].tree.root.descendants()
        if node.kind in ("structure", "compilation_unit")
        for child in node.children
        if child.named
    ]
    edits = [(start, start, opening) for start in starts]
    assert verdict(changed(index, edits)) == verdict(ANALYSES[index])


@pytest.mark.parametrize("index", range(len(BODIES)))
def test_comments_and_line_endings(index: int) -> None:
    text = TEXTS[index]
    commented = text.replace(" ", " (* a `Ok *) ").replace("\n", "\r\n")
    analysis = WORLD.analyse(commented)
    assert analysis.tree.broken == []
    assert verdict(analysis) == verdict(ANALYSES[index])
