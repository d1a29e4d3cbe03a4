"""Random numbers of a RANDOM parameter; OCaml's own Random is what it was."""

from __future__ import annotations

import pytest

from ..interfaces.compiler import NEW, OLD, Compiler
from ..porting.small import functor, ported, told

RANDOM = "(R : V1.RANDOM)"
NEW_RANDOM = "(R : Mirage_random.C)"

FORMS = [
    ("let a () = R.self_init (); R.int 6", "let a () = Randomconv.int ~bound:6 R.generate"),
    ("let a () = R.self_init (); (* now *) 1", "let a () = (* now *) 1"),
    ("let a () = (R.self_init ()); 1", "let a () = 1"),
    ("let a () = R.self_init ()", "let a () = ()"),
    ("let () = R.self_init ()", "let () = ()"),
    ("let a n = R.int (n + 1) * 2", "let a n = Randomconv.int ~bound:(n + 1) R.generate * 2"),
    (
        "let a ns = List.map R.int ns",
        "let a ns = List.map (fun bound -> Randomconv.int ~bound R.generate) ns",
    ),
    (
        "let a n = string_of_int (R.int (* of *) n)",
        "let a n = string_of_int (Randomconv.int (* of *) ~bound:n R.generate)",
    ),
]


@pytest.mark.parametrize(("old", "new"), FORMS)
def test_numbers_and_seeds(compiler: Compiler, old: str, new: str) -> None:
    before, after = functor(RANDOM, f"  {old}\n"), functor(NEW_RANDOM, f"  {new}\n")
    assert compiler.check(OLD, {"a.ml": before}) == []
    assert ported(before) == after
    assert compiler.check(NEW, {"a.ml": after}) == []


def test_what_is_left_to_the_person() -> None:
    body = "  let seed = R.self_init\n  let a b = R.int32 b\n"
    found = told(functor(NEW_RANDOM, body))
    assert found == [("random-self-init", "manual"), ("random-int32", "manual")]


def test_ocamls_own() -> None:
    body = "  let a () = Random.self_init (); Random.int 6 + Int32.to_int (Random.int32 2l)\n"
    assert told(functor(NEW_RANDOM, body)) == []
