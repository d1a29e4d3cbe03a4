"""Our interfaces, judged by the compiler, and their attributes, judged by the rules there are."""

from __future__ import annotations

import re

import pytest

from mirageport.diagnostics.rules import rule_names
from mirageport.mirage import names

from .compiler import API, NEW, OLD, ROOT, Compiler

_PORT = re.compile(r'\[@@port "([^"]+)"\]')


@pytest.mark.parametrize("side", [OLD, NEW])
def test_a_side_compiles(compiler: Compiler, side: str) -> None:
    assert list(compiler.build(side).glob("*.cmi"))


def test_every_attribute_names_a_rule() -> None:
    known = set(rule_names())
    for path in (API / OLD).glob("*.mli"):
        for name in _PORT.findall(path.read_text()):
            assert name in known, f"{path.name}: {name}"


def test_only_the_old_side_has_attributes() -> None:
    for side in (NEW, "common"):
        for path in (API / side).glob("*.mli"):
            assert "[@@port" not in path.read_text()


@pytest.mark.parametrize("path", sorted(names.OLD_OF))
def test_every_new_name_of_a_device_exists(compiler: Compiler, path: str) -> None:
    assert compiler.check(NEW, {"names.ml": f"module type T = {path}\n"}) == []


@pytest.mark.parametrize("path", sorted(set(names.OLD_OF.values())))
def test_every_old_name_exists_on_the_old_side_only(compiler: Compiler, path: str) -> None:
    text = {"names.ml": f"module type T = {path}\n"}
    assert compiler.check(OLD, text) == []
    assert compiler.check(NEW, text) != []


@pytest.mark.parametrize("clock", sorted(names.CLOCKS.values()))
def test_clocks_exist(compiler: Compiler, clock: str) -> None:
    assert compiler.check(NEW, {"names.ml": f"module type T = {clock}\n"}) == []


def test_our_standard_library_is_part_of_the_real_one(compiler: Compiler) -> None:
    text = (ROOT / "ocaml" / "stdlib.mli").read_text()
    modules = re.findall(r"^module (\w+) : sig", text, re.MULTILINE)
    values = re.sub(r"^exception .*\n", "", text, flags=re.MULTILINE)
    real = " ".join(f"module {name} = {name}" for name in modules)
    check = f"module type S = sig\n{values}\nend\nmodule _ : S = struct include Stdlib {real} end\n"
    assert compiler.check(OLD, {"stdlib_check.ml": check}) == []
