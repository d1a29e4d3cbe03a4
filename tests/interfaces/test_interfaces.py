"""Our interfaces, judged by the compiler, and their attributes, judged by the rules there are."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from mirageport.api.view import release, view
from mirageport.mirage import names
from mirageport.mirage.pack import interfaces
from mirageport.ocaml.index import value_spec_name
from mirageport.ocaml.source import Source
from mirageport.ocaml.tree import READER, parse

from ..packs import library, rule, rule_names
from .compiler import API, NEW, OLD, ROOT, Compiler, require

if TYPE_CHECKING:
    from pathlib import Path

    from mirageport.ocaml.tree import Node

STDLIB = sorted(ROOT.glob("ocaml/stdlib/*.mli"))
OPENED = "pervasives.mli"

# Modules of OCaml 4.03 of which 4.13 has another type, or from which it dropped a value.
CHANGED_SINCE = (
    *("arg", "bytesLabels", "format", "gc", "hashtbl", "lexing", "map"),
    *("moreLabels", "set", "sort", "uchar", "weak"),
)

# Releases at which the views of our interfaces compile. Within 3.7 and 3.10 libraries got new
# releases that change more than those of Mirage itself: there, an early and a late one.
STATIONS = (
    *("2.9", "3.0", "3.5", "3.7", "3.7.7", "3.10", "3.10.7"),
    *("4.0", "4.4", "4.8", "4.11"),
)

_EXCEPTION = re.compile(r"^exception (\w+)", re.MULTILINE)
_BOUND = re.compile(rb'\[@+(since|until) "([^"]*)"')
_ATTRIBUTE = re.compile(r"\[@+([\w.]+)")
ATTRIBUTES = {"since", "until", "complete", "open_ended", "later", "port", "port.to", "watch"}
_PORT = re.compile(r'\[@@port "([^"]+)"\]')


@pytest.mark.parametrize("station", STATIONS)
def test_the_view_at_a_station_compiles(compiler: Compiler, station: str) -> None:
    assert list(compiler.build(station).glob("*.cmi"))


def test_every_attribute_names_a_rule() -> None:
    known = set(rule_names())
    for path in API.glob("*.mli"):
        for name in _PORT.findall(path.read_text()):
            assert name in known, f"{path.name}: {name}"


def test_no_attribute_is_misspelt() -> None:
    for path in API.glob("*.mli"):
        unknown = set(_ATTRIBUTE.findall(path.read_text())) - ATTRIBUTES
        assert not unknown, f"{path.name}: nothing reads {unknown}"


def _values(root: Node) -> Counter[tuple[Node, str]]:
    """How often the values of a signature are declared in it."""
    found: Counter[tuple[Node, str]] = Counter()
    for node in root.descendants():
        values = node.of("value_specification")
        found.update((node, value_spec_name(value, READER)) for value in values)
    return found


@pytest.mark.parametrize("path", sorted(API.glob("*.mli")), ids=lambda path: path.stem)
def test_an_interface_is_laid_out_as_views_need_it(path: Path) -> None:
    """What a view leaves out is whole items: what is left parses, and has nothing of other
    releases. It declares no value twice: an `until` that reaches over the next `since` is found."""
    whole, seen = path.read_bytes(), set()
    for station in STATIONS:
        text = view(whole, station)
        if text is not None and text not in seen:
            seen.add(text)
            tree = parse(Source(text), interface=True)
            assert not tree.broken
            assert not [name for name, count in _values(tree.root).items() if count > 1]
            for word, bound in _BOUND.findall(text):
                assert _includes(word, release(bound.decode()), release(station)), (station, bound)
    assert seen


def _includes(word: bytes, bound: tuple[int, ...], station: tuple[int, ...]) -> bool:
    """Whether a release is inside a bound."""
    return station >= bound if word == b"since" else station[: len(bound)] <= bound


def test_only_what_the_start_had_has_a_rule() -> None:
    """Rules of later targets apart, which find nothing at this one."""
    before = interfaces().files(OLD)
    for file, text in interfaces().files(NEW).items():
        old = Counter(_PORT.findall(before.get(file, b"").decode()))
        named = [name for name in _PORT.findall(text.decode()) if not rule(name).target]
        assert Counter(named) <= old, file


@pytest.mark.parametrize("path", sorted(library().former))
def test_every_new_name_of_a_device_exists(compiler: Compiler, path: str) -> None:
    assert compiler.check(NEW, {"names.ml": f"module type T = {path}\n"}) == []


@pytest.mark.parametrize("path", sorted(library().successors))
def test_every_old_name_exists_on_the_old_side_only(compiler: Compiler, path: str) -> None:
    text = {"names.ml": f"module type T = {path}\n"}
    assert compiler.check(OLD, text) == []
    assert compiler.check(NEW, text) != []


@pytest.mark.parametrize("clock", sorted(names.CLOCKS.values()))
def test_clocks_exist(compiler: Compiler, clock: str) -> None:
    assert compiler.check(NEW, {"names.ml": f"module type T = {clock}\n"}) == []


def _run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, timeout=120
    )


def test_our_standard_library_is_one(tmp_path: Path) -> None:
    """Its interfaces compile with nothing but each other."""
    require("ocamlc")
    names = [path.name for path in STDLIB]
    for path in STDLIB:
        shutil.copy(path, tmp_path)
    order = _run(["ocamldep", "-sort", *names], tmp_path).stdout.split()
    order.remove(OPENED)
    alone = ["ocamlc", "-nopervasives", "-nostdlib", "-I", ".", "-w", "-a", "-c"]
    done = _run([*alone, OPENED], tmp_path)
    assert done.returncode == 0, done.stderr
    done = _run([*alone, "-open", "Pervasives", *order], tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", STDLIB, ids=lambda path: path.stem)
def test_our_standard_library_is_part_of_the_real_one(compiler: Compiler, path: Path) -> None:
    """What later releases of OCaml changed the type of is left to the test above."""
    if path.stem in CHANGED_SINCE:
        return
    name = path.stem[0].upper() + path.stem[1:]
    more = ""
    if path.name == OPENED:
        exceptions = _EXCEPTION.findall(path.read_text())
        more = " ".join(f"exception {each} = {each}" for each in exceptions)
        more += " let unsafe_really_input = really_input"  # which later releases hide
    real = f"struct include {name} {more} end"
    check = f"module _ : sig\n{path.read_text()}\nend = {real}\n"
    assert compiler.check(NEW, {"stdlib_check.ml": check}, ["-w", "-a"]) == []
