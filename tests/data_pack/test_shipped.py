"""The packs that ship with the tool: every page holds, and the compiler judges both sides."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mirageport.api.data import Folder, standard_library, standard_modules
from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.changes import implementors, retyped
from mirageport.diagnostics.data_pack import data_pack
from mirageport.diagnostics.engine import check
from mirageport.diagnostics.finding import MANUAL, REVIEW, SUGGESTION
from mirageport.diagnostics.pack_head import KEYS, head
from mirageport.diagnostics.pack_problems import ATTRIBUTES, problems
from mirageport.diagnostics.page_problems import KINDS
from mirageport.diagnostics.project import Project
from mirageport.diagnostics.selfcheck import with_conflicts
from mirageport.server.rule_page import LEFT, OTHERWISE, prose

from ..interfaces.compiler import require
from ..rules.pages import examples, look_alikes

if TYPE_CHECKING:
    from mirageport.diagnostics.engine import Report
    from mirageport.diagnostics.rules import Rule

SHIPPED = Path(__file__).parents[2] / "packs"
PACKS = {
    path.parent.name: data_pack(Folder(str(path.parent))) for path in SHIPPED.glob("*/pack.md")
}
NAMES = pytest.mark.parametrize("name", PACKS)


def project(name: str, files: dict[str, str]) -> Project:
    return Project({file: text.encode() for file, text in files.items()}, PACKS[name])


def reports(found: Project, rule: Rule) -> dict[str, Report]:
    every = {name: check(found, name) for name in found.every}
    kinds = (retyped.KIND, implementors.KIND)
    return with_conflicts(found, every)[0] if rule.kind in kinds else every


def marks(found: Project, rule: Rule) -> set[tuple[str, int, int, int, str]]:
    """Where which rule finds something, as pages mark it."""
    every = set()
    for name, report in reports(found, rule).items():
        source = found.source(name)
        for finding in report.findings:
            line, start = source.position(finding.start)
            _line, end = source.position(finding.end)
            every.add((name, line + 1, start, end, finding.rule))
    return every


@NAMES
def test_a_pack_has_no_problem(name: str) -> None:
    assert list(problems(Folder(str(SHIPPED / name)), PACKS[name])) == []


@NAMES
def test_every_page_holds(name: str) -> None:
    for rule in PACKS[name].rules.all():
        assert examples(rule.body), rule.name
        assert look_alikes(rule.body), rule.name
        for example in examples(rule.body):
            before = project(name, example.files)
            assert marks(before, rule) == example.marks, rule.name
            assert any(mark[4] == rule.name for mark in example.marks), rule.name
            found = reports(before, rule).values()
            levels = {finding.applicability for each in found for finding in each.findings}
            assert rule.applicability in levels, rule.name
            ported = port(before, WITH_REVIEW).files
            assert {file: text.decode() for file, text in ported.items()} == example.after, (
                rule.name
            )
            again = project(name, {**example.files, **example.after})
            assert port(again, WITH_REVIEW).files == {}, rule.name
        for files in look_alikes(rule.body):
            assert marks(project(name, files), rule) == set(), rule.name
        _says_what_it_leaves(rule)


def _says_what_it_leaves(rule: Rule) -> None:
    if rule.applicability != MANUAL:
        assert prose(rule, LEFT), f"{rule.name}: ## {LEFT}"
    if rule.applicability == REVIEW:
        assert prose(rule, OTHERWISE), f"{rule.name}: ## {OTHERWISE}"


def test_the_documentation_names_all_that_a_pack_may_say() -> None:
    text = (SHIPPED.parent / "docs" / "packs.md").read_text("utf-8")
    words = set(re.findall(r"[\w.-]+", text))
    assert {*KEYS, *ATTRIBUTES, *KINDS} <= words


def test_a_copy_that_is_changed_becomes_bytes() -> None:
    """As code of before 4.06 has it, which 4.13 refuses."""
    text = (
        "let upper s = let s = String.copy s in s.[0] <- 'U'; s\n"
        "let mark s i = String.set s i '!'\n"
        "let marked s = let copy = String.copy s in mark copy 0; copy\n"
        "let rec first s = if String.length s > 1 then s.[0] <- 'b' else first (String.copy s)\n"
        "let same s = print_string (String.copy s)\n"
    )
    before = project("stdlib-5", {"main.ml": text})
    assert port(before).files["main.ml"].decode() == text.replace("String.set", "Bytes.set")
    assert port(before, WITH_REVIEW).files["main.ml"].decode().splitlines() == [
        "let upper s = let s = Bytes.of_string s in Bytes.set s 0 'U'; s",
        "let mark s i = Bytes.set s i '!'",
        "let marked s = let copy = Bytes.of_string s in mark copy 0; copy",
        "let rec first s = if String.length s > 1 then s.[0] <- 'b' else first (String.copy s)",
        "let same s = print_string (s)",
    ]


def test_what_does_not_type_check_in_a_lexer_is_reported_by_the_self_check() -> None:
    text = (
        "{\n  let f s = Bytes.set s 0 'a'; String.length s\n}\nrule next = parse eof { f lexbuf }\n"
    )
    found = project("stdlib-5", {"lexer.mll": text})
    report = with_conflicts(found, {"lexer.mll": check(found, "lexer.mll")})[0]["lexer.mll"]
    (finding,) = report.findings
    assert (finding.rule, finding.applicability) == ("stdlib-safe-string", MANUAL)
    assert text[finding.start : finding.end] == "s"


def test_one_value_as_string_and_bytes_is_found_behind_an_unknown_open() -> None:
    text = "open Unknown\nlet f s = Bytes.set s 0 'a'; String.length s\nlet g = String.join 1\n"
    found = project("stdlib-5", {"main.ml": text})
    report = with_conflicts(found, {"main.ml": check(found, "main.ml")})[0]["main.ml"]
    assert [each.rule for each in report.findings] == ["stdlib-safe-string"]


def test_what_dune_opens_before_the_first_line_hides_the_standard_library() -> None:
    text = "let small text = String.lowercase text\nlet ones = Array.create ~len:3 1\n"
    core = "(library (name a) (flags (:standard -open Core)))\n"
    for dune, found in ((core, 0), ("(library (name a))\n", 2), (f"{core}(test (name b))\n", 2)):
        files = {"src/dune": dune, "src/main.ml": text}
        every = check(project("stdlib-5", files), "src/main.ml").findings
        assert len(every) == found, dune
    opened = project("stdlib-5", {"src/dune": core, "src/main.ml": text})
    reports = with_conflicts(opened, {"src/main.ml": check(opened, "src/main.ml")})[0]
    assert reports["src/main.ml"].findings == ()


def standard_side(folder: Path) -> list[str]:
    """Compiles OCaml 5's standard library as the pack has it; the options to compile against it."""
    interfaces = PACKS["stdlib-5"].library.interfaces
    shutil.copy(f"{_where()}/camlinternalFormatBasics.cmi", folder)
    here = {path.stem[len("stdlib__") :] for path in Path(_where()).glob("stdlib__*.cmi")}
    for name in {*standard_modules(), *(interfaces.modules() & here), "Stdlib"} - {"Pervasives"}:
        known = name in interfaces.modules()
        text = interfaces.at("5.0", name) if known else standard_library(name)
        if text is not None:
            # Stdlib's names of its modules: they are files of their own here.
            text = re.sub(rb"(?m)^module \w+ = \w+$", b"", text).replace(b"Pervasives.", b"Stdlib.")
            # That of literals: the compiler knows it by this path.
            text = text.replace(
                b"type ('a, 'b, 'c, 'd, 'e, 'f) format6\n",
                b"type ('a, 'b, 'c, 'd, 'e, 'f) format6 ="
                b" ('a, 'b, 'c, 'd, 'e, 'f) CamlinternalFormatBasics.format6\n",
            )
            (folder / f"{name[0].lower()}{name[1:]}.mli").write_bytes(text)
    options = ["-nostdlib", "-nopervasives", "-I", str(folder)]
    assert compiled(folder, ["stdlib.mli"], options) == ""
    files = [path.name for path in folder.glob("*.mli") if path.name != "stdlib.mli"]
    order = subprocess.run(
        ["ocamldep", "-sort", *files], cwd=folder, check=True, capture_output=True, text=True
    )
    options += ["-open", "Stdlib"]
    assert compiled(folder, order.stdout.split(), options) == ""
    return options


def _where() -> str:
    found = subprocess.run(["ocamlc", "-where"], check=True, capture_output=True, text=True)
    return found.stdout.strip()


def compiled(folder: Path, files: list[str], options: list[str]) -> str:
    """What the compiler has against files; "" where it accepts them."""
    command = ["ocamlc", "-w", "-a", *options, "-c", *files]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True).stderr


def code(files: dict[str, str]) -> list[tuple[str, str]]:
    return [(name, text) for name, text in files.items() if name.endswith(".ml")]


def test_the_compiler_judges_what_was_removed_from_the_standard_library(tmp_path: Path) -> None:
    """Its own library, 4.13, takes the code before; the pack's new one takes only that after."""
    require("ocamlc")
    new = tmp_path / "new"
    new.mkdir()
    against = standard_side(new)
    threads = ["-I", f"{_where()}/threads"]
    for rule in PACKS["stdlib-5"].rules.all():
        for example in examples(rule.body):
            for file, text in code(example.files):
                (tmp_path / file).write_text(text)
                said = compiled(tmp_path, [file], threads)
                assert said == "" or rule.options.get("removed"), f"{rule.name}: {said}"
                if rule.kind != "library":
                    assert compiled(tmp_path, [file], against) != "", rule.name
            for file, text in code(example.after):
                (tmp_path / file).write_text(text)
                # The modules of other libraries are no part of the standard library.
                options = threads if "library" in rule.options else against
                assert compiled(tmp_path, [file], options) == "", rule.name


def view_of(name: str, release: str, folder: Path) -> list[str]:
    """Compiles the interfaces of a pack as a release has them; the options to compile with them."""
    folder.mkdir()
    files = PACKS[name].library.interfaces.files(release)
    for file, text in files.items():
        (folder / file).write_bytes(text)
    sort = ["ocamldep", "-sort", *files]
    order = subprocess.run(sort, cwd=folder, check=True, capture_output=True, text=True)
    assert compiled(folder, order.stdout.split(), []) == ""
    return ["-I", str(folder)]


@pytest.mark.parametrize("name", [name for name in PACKS if name != "stdlib-5"])
def test_the_compiler_judges_both_releases(name: str, tmp_path: Path) -> None:
    """The release before takes the code before; the target takes only that after."""
    require("ocamlc")
    start = head(Folder(str(SHIPPED / name)))["from"]
    old = view_of(name, start, tmp_path / "old")
    new = view_of(name, PACKS[name].release, tmp_path / "new")

    before: dict[str, str] = {}
    after: dict[str, str] = {}
    for rule in PACKS[name].rules.all():
        for number, example in enumerate(examples(rule.body)):
            prefix = f"{rule.name.replace('-', '_')}_{number}_"
            files = code(example.files)
            before.update((f"{prefix}{file}", text) for file, text in files)
            after.update((f"{prefix}after_{file}", text) for file, text in code(example.after))
            for file, text in files:
                (tmp_path / f"{prefix}{file}").write_text(text)
            refused = (compiled(tmp_path, [f"{prefix}{file}"], new) for file, _text in files)
            assert rule.applicability == SUGGESTION or any(refused), rule.name
    for file, text in after.items():
        (tmp_path / file).write_text(text)
    assert compiled(tmp_path, [*before], old) == ""
    assert compiled(tmp_path, [*after], new) == ""
