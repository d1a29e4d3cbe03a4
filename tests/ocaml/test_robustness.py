"""No text makes the analysis raise, and none keeps it busy for long."""

from __future__ import annotations

import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mirageport.ocaml.source import Source
from mirageport.ocaml.tree import parse
from mirageport.ocaml.types import Arrow, Con, OutOfBudget, Tup, Unifier, prune

from .snippets import UNIKERNEL
from .world import WORLD, shown

TOKENS = [
    "(", ")", "begin ", "end ", '"', "(* ", " *)", "<<<<<<< HEAD\n", "=======\n", "let ", "in ",
    "fun ", "->", "match ", "with ", "| ", "`", "`Ok ", "{", "}", "[", "]", ".", "~", "?x:", ":> ",
    "struct ", "sig ", "module ", "module type ", "functor ", "open ", "include ", "type ", "'a ",
    "val ", ">>= ", "%lwt ", "let* ", "#", "\\", "0x", "1.", "é", "\r", "\x00", "\t",
]  # fmt: skip
BYTES = UNIKERNEL.encode()
PLACES = st.integers(0, len(BYTES))

LIMIT = 10.0
"""Seconds that no text may take. All take less than one, unless coverage is measured on a machine
under load; what grows without bounds takes years."""


def analysed(text: str | bytes, interface: bool = False) -> float:
    """Analyse a text, ask all it can be asked, and give the seconds it took."""
    start = time.process_time()
    analysis = WORLD.analyse(text, interface)
    for component in analysis.components:
        assert component.sites
    for use in analysis.uses:
        assert use.arguments is not None
        if use.mark is not None:
            analysis.bound_to(use.mark)
    for binding in list(analysis.refs.values())[:20]:
        assert analysis.references(binding.node)
    assert analysis.unifier.steps >= -1
    return time.process_time() - start


# -- damaged texts -----------------------------------------------------------------------------


@settings(deadline=None)
@given(st.data())
def test_truncated_and_cut_texts(data: st.DataObject) -> None:
    start = data.draw(PLACES)
    end = data.draw(st.one_of(st.just(len(BYTES)), st.integers(start, len(BYTES))))
    assert analysed(BYTES[:start] + BYTES[end:]) < LIMIT


@settings(deadline=None)
@given(
    st.lists(st.tuples(PLACES, st.integers(0, 8), st.sampled_from(TOKENS)), max_size=5),
    st.booleans(),
)
def test_texts_with_tokens_in_the_wrong_places(
    damage: list[tuple[int, int, str]], interface: bool
) -> None:
    text = BYTES
    for where, length, token in damage:
        text = text[:where] + token.encode() + text[where + length :]
    assert analysed(text, interface) < LIMIT


@settings(deadline=None)
@given(st.lists(st.sampled_from(TOKENS), max_size=40), st.booleans())
def test_texts_made_of_tokens(tokens: list[str], interface: bool) -> None:
    assert analysed("".join(tokens), interface) < LIMIT


@settings(deadline=None)
@given(st.binary(max_size=60), PLACES, st.booleans())
def test_texts_with_bytes_that_are_no_text(noise: bytes, where: int, interface: bool) -> None:
    assert analysed(noise) < LIMIT
    assert analysed(BYTES[:where] + noise + BYTES[where:], interface) < LIMIT


def test_every_line_of_a_text_can_be_missing() -> None:
    lines = UNIKERNEL.splitlines(keepends=True)
    for missing in range(len(lines)):
        assert analysed("".join(lines[:missing] + lines[missing + 1 :])) < LIMIT


# -- large and deep texts ----------------------------------------------------------------------

DEEP = {
    "binds": "let x = " + "a >>= fun b ->\n" * 2_000 + "return ()",
    "parentheses": "let x = " + "(" * 10_000 + "1" + ")" * 10_000,
    "open parentheses": "let x = " + "(" * 10_000,
    "begins": "let x = " + "begin " * 3_000 + "1" + " end" * 3_000,
    "pipes": "let x = a " + "|> f " * 5_000,
    "sums": "let x = 1" + " + 1" * 5_000,
    "conses": "let x = " + "1 :: " * 3_000 + "[]",
    "lets": "let x = " + "let y = 1 in\n" * 5_000 + "y",
    "ifs": "let x = " + "if a then b else " * 3_000 + "c",
    "matches": "let x = " + "match a with _ -> " * 3_000 + "c",
    "functions": "let x = " + "fun a -> " * 5_000 + "a",
    "parameters": "let f " + "a " * 5_000 + "= a\nlet g = f " + "1 " * 5_000,
    "arrows": "let f : " + "int -> " * 5_000 + "int = g",
    "lists of types": "type t = int" + " list" * 5_000 + "\nlet f (x : t) = x",
    "type parentheses": "let f : " + "(" * 5_000 + "int" + ")" * 5_000 + " = g",
    "patterns": "let f " + "(Some " * 5_000 + "x" + ")" * 5_000 + " = x",
    "alternatives": "let f = function " + " | ".join(f"`T{n}" for n in range(5_000)) + " -> 1",
    "aliases of patterns": "let f (x" + " as y)" * 3_000 + " = x",
    "modules": "module M = struct " * 2_000 + " end" * 2_000,
    "functors": "module M = " + "functor (X : S) -> " * 3_000 + "struct end",
    "applications": "module M = F" + " (X)" * 3_000,
    "nested applications": "module M = " + "F (" * 3_000 + "X" + ")" * 3_000,
    "signatures": "module type T = " + "sig module M : " * 2_000 + "S" + " end" * 2_000,
    "constraints": "module type T = S" + " with type t = int" * 2_000,
    "type parentheses of modules": "module M : " + "(" * 3_000 + "S" + ")" * 3_000 + " = X",
    "paths": "let x = " + "M." * 3_000 + "x",
    "fields": "let x = y" + ".f" * 5_000,
    "methods": "let x = y" + "#m" * 5_000,
    "objects": "let x = " + "object method m = " * 1_000 + "1" + " end" * 1_000,
    "extensions": "let x = " + "[%e " * 3_000 + "1" + "]" * 3_000,
    "quoted": "let x = " + "M.(" * 3_000 + "1" + ")" * 3_000,
    "strings": 'let x = "' + "a" * 200_000 + '"',
    "comments": "(* " * 5_000 + " *)" * 5_000,
    "errors": ") ( ] [ | " * 2_000,
}

WIDE = {
    "tags in a list": "let x = [" + "; ".join("`Ok 1" for _ in range(5_000)) + "]",
    "tags of a type": "type t = [ "
    + " | ".join(f"`T{n}" for n in range(5_000))
    + " ]\nlet f (x : t) = x\nlet g (x : t) = f x",
    "calls through a helper": "let ok = function `Ok x -> x | `Error _ -> 0\n"
    "module Main (K : V1_LWT.KV_RO) = struct\n"
    + 'let f k = Lwt.map ok (K.size k "x")\n' * 2_000
    + "end",
    "results in one list": "module Main (K : V1_LWT.KV_RO) = struct\nlet f k = ["
    + '; K.size k "x"' * 3_000
    + "]\nend",
    "unknown names in one list": "let f = ["
    + "; ".join(f"Other.f{n} ()" for n in range(3_000))
    + "]\nlet g = match f with [`Ok] -> 1",
    "definitions": "\n".join(f"let f{n} x = f{n - 1} x" for n in range(1, 3_000)),
    "definitions of nested types": "let x0 = 1\n"
    + "\n".join(f"let x{n} = [x{n - 1}]" for n in range(1, 3_000)),
    "one name many times": "let x = 1\n" * 5_000 + "let y = x" + " + x" * 300,
    "opens": "open Lwt\n" * 1_000 + "let x = return nothing\n" * 100,
    "modules in a row": "".join(f"module M{n} = struct let x = 1 end\n" for n in range(2_000)),
    "includes": "module type S = sig " + "include V1_LWT.FLOW " * 2_000 + "end",
    "values of a structure before includes": "module M = struct "
    + "let x = 1 " * 1_000
    + "include Lwt " * 300
    + "end",
}

TOWERS = {
    "functions": "let f0 x = (x, x)\n"
    + "\n".join(f"let f{n} x = f{n - 1} (f{n - 1} x)" for n in range(1, 60))
    + "\nlet r = f59 1",
    "pairs": "let x0 = 1\n" + "\n".join(f"let x{n} = (x{n - 1}, x{n - 1})" for n in range(1, 60)),
    "unified pairs": "let f x0 = "
    + " ".join(f"let x{n} = (x{n - 1}, x{n - 1}) in" for n in range(1, 60))
    + " x59 = x58",
    "types": "type t0 = int * int\n"
    + "\n".join(f"type t{n} = t{n - 1} * t{n - 1}" for n in range(1, 60))
    + "\nlet f (x : t59) = x",
    "generic types": "type 'a t0 = 'a * 'a\n"
    + "\n".join(f"type 'a t{n} = 'a t{n - 1} t{n - 1}" for n in range(1, 60))
    + "\nlet f (x : int t59) = x",
    "recursive tags": "type t = [ `A of t * t | `B of t * t * u ] "
    "and u = [ `C of t | `D of u * u ]\nlet f (x : t) (y : u) = g x y",
    "tags": "let f0 x = `A (x, x)\n"
    + "\n".join(f"let f{n} x = f{n - 1} (f{n - 1} x)" for n in range(1, 60)),
    "includes": "module M0 = struct let x = 1 end\n"
    + "\n".join(f"module M{n} = struct include M{n - 1} include M{n - 1} end" for n in range(1, 60))
    + "\nlet y = M59.nothing",
    "module types": "module type T0 = sig val x : int end\n"
    + "\n".join(
        f"module type T{n} = sig module A : T{n - 1} module B : T{n - 1} "
        f"include T{n - 1} with type t = int include T{n - 1} end"
        for n in range(1, 60)
    )
    + "\nmodule F (X : T59) = struct let y = X.nothing let z = X.A.B.A.B.x end",
    "functors": "module F0 (X : S) = struct module A = X module B = X end\n"
    + "\n".join(
        f"module F{n} (X : S) = struct module A = F{n - 1} (X) module B = F{n - 1} (A) end"
        for n in range(1, 60)
    ),
}


@pytest.mark.parametrize("name", DEEP)
def test_deep_texts(name: str) -> None:
    assert analysed(DEEP[name]) < LIMIT


@pytest.mark.parametrize("name", DEEP)
def test_deep_texts_inside_and_unfinished(name: str) -> None:
    text = DEEP[name]
    inside = f"module Main (C : V1_LWT.CONSOLE) = struct\n{text}\nlet f c = C.log c\nend"
    assert analysed(inside) < LIMIT
    assert analysed(text[: len(text) // 2]) < LIMIT


@pytest.mark.parametrize("name", WIDE)
def test_wide_texts(name: str) -> None:
    assert analysed(WIDE[name]) < LIMIT


@pytest.mark.parametrize("name", TOWERS)
def test_towers(name: str) -> None:
    assert analysed(TOWERS[name]) < LIMIT


def test_what_is_too_deep_is_unknown_and_said_to_be() -> None:
    analysis = WORLD.analyse(DEEP["parentheses"])
    assert analysis.cut_short
    text = "let a = " + "(" * 300 + "1" + ")" * 300
    analysis = WORLD.analyse(text)
    assert not analysis.cut_short
    (body,) = [node for node in analysis.types if node.kind == "value_name"]
    assert shown(analysis.types[body]) == "int"


def test_what_takes_too_many_steps_is_said_to() -> None:
    assert WORLD.analyse(TOWERS["functions"]).cut_short
    assert not WORLD.analyse(UNIKERNEL).cut_short


def test_a_text_that_was_cut_short_spoils_nothing_for_the_next() -> None:
    text = "module Main (C : V1_LWT.CONSOLE) = struct let f c = C.log c end"
    before = len(WORLD.analyse(text).uses)
    for deep in (DEEP["parentheses"], DEEP["ifs"], DEEP["modules"], TOWERS["functions"]):
        assert WORLD.analyse(deep).cut_short
    assert len(WORLD.analyse(text).uses) == before == 1


def test_the_recursion_limit_is_given_back() -> None:
    limit = sys.getrecursionlimit()
    WORLD.analyse(DEEP["parentheses"])
    assert sys.getrecursionlimit() == limit


def test_a_deep_text_far_down_in_the_callers_stack() -> None:
    def below(depth: int) -> bool:
        if depth:
            return below(depth - 1)
        return WORLD.analyse(DEEP["lets"] + "\n" + DEEP["modules"]).cut_short

    assert below(500)


def test_references_to_interfaces_survive_a_lack_of_stack() -> None:
    text = "let x = " + "M.(" * 500 + "1" + ")" * 500
    tree = parse(Source(text.encode()))
    assert tree.root.descendants()


# -- the unifier by itself ---------------------------------------------------------------------


def test_a_budget_ends() -> None:
    unifier = Unifier(3)
    for _ in range(3):
        unifier.step()
    with pytest.raises(OutOfBudget):
        unifier.step()
    with pytest.raises(OutOfBudget):
        Unifier(0).instantiate(Con("int"))


def test_types_that_would_hold_themselves() -> None:
    unifier = Unifier()
    var = unifier.var()
    unifier.unify(var, Con("list", (var,)))
    assert prune(var) is var
    row = unifier.row()
    row.tags["`Node"] = var
    unifier.unify(var, Tup((row, row)))
    other = unifier.row()
    other.tags["`Node"] = unifier.var("other")
    unifier.unify(row, other)
    unifier.taint(row, "name")
    unifier.level -= 1
    unifier.generalise(row)
    copy = unifier.instantiate(row)
    assert shown(copy) == "[`Node]"
    unifier.unify(copy, row)


def test_chains_of_variables_are_short_after_a_look() -> None:
    unifier = Unifier()
    first = unifier.var()
    last = first
    for _ in range(1_000):
        fresh = unifier.var()
        last.link = fresh
        last = fresh
    assert prune(first) is last
    for _ in range(12):
        prune(first)
    assert first.link is last


def test_copies_of_deep_types_end() -> None:
    unifier = Unifier()
    type_ = Con("int")
    for _ in range(1_000):
        type_ = Con("list", (Arrow("", Tup((type_,)), Con("int")),))
    copy = unifier.instantiate(type_)
    depth = 0
    while isinstance(copy, Con) and copy.args:
        arrow = copy.args[0]
        if not isinstance(arrow, Arrow) or not isinstance(arrow.argument, Tup):
            break
        copy, depth = arrow.argument.items[0], depth + 1
    assert depth == Unifier.COPY_DEPTH // 3
