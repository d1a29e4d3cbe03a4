"""Packs on the command line: which are used, what is wrong with one, and plain OCaml projects."""

from __future__ import annotations

import asyncio
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from mirageport.server.lsp.engine import MirageEngine
from mirageport.server.main import main
from mirageport.server.workspace import Buffer, Workspace

from ..interfaces.compiler import require
from ..server.session import Session, applied

MEASURE = Path(__file__).parents[1] / "data_pack" / "measure"
OLD = """let all text = Measure.length (Measure.of_string (String.uppercase text))
let fill buffer = String.fill buffer 0 1 'x'
"""
FLAGS = """type flag = Unix.open_flag =
  | O_RDONLY | O_WRONLY | O_RDWR | O_NONBLOCK | O_APPEND | O_CREAT | O_TRUNC | O_EXCL | O_NOCTTY
  | O_DSYNC | O_SYNC | O_RSYNC | O_SHARE_DELETE | O_CLOEXEC | O_KEEPEXEC
"""
SETUP = '(* setup.ml *)\n\n(* OASIS_START *)\nlet lower = String.lowercase "X"\n'

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(MEASURE, tmp_path / "migrate")
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "old.ml").write_text(OLD)
    return tmp_path


def found(capsys: Capture, *options: str) -> list[tuple[str, str]]:
    """The rules that a check reports in src, with who makes the change."""
    assert main(["check", "--output-format", "json", *options, "src"]) == 1
    every = json.loads(capsys.readouterr().out)["findings"]
    return [(each["rule"], each["applicability"]) for each in every]


def test_the_packs_that_are_named_count_and_no_other(here: Path, capsys: Capture) -> None:
    assert main(["check", "src"]) == 0
    capsys.readouterr()
    ascii_, bytes_, length = (
        ("stdlib-ascii", "review"),
        ("stdlib-bytes", "safe"),
        ("measure-length", "safe"),
    )
    assert found(capsys, "--pack", "stdlib-5") == [ascii_, bytes_]
    assert found(capsys, "--pack", "./migrate") == [length]
    both = ("--pack", "migrate/", "--pack", "stdlib-5", "--pack", "mirage")
    assert found(capsys, *both) == [length, ascii_, bytes_]
    (here / "mirageport.toml").write_text('packs = ["./migrate", "stdlib-5"]\n')
    assert found(capsys) == [length, ascii_, bytes_]
    assert found(capsys, "--select", "measure-length") == [length]


def test_a_fix_makes_the_changes_of_all_packs(here: Path, capsys: Capture) -> None:
    (here / "src" / "setup.ml").write_text(SETUP)
    options = ["--pack", "migrate/", "--pack", "stdlib-5"]
    assert main(["fix", "--review", *options, "src"]) == 1
    assert (here / "src" / "old.ml").read_text() == (
        "let all text = Measure.size (Measure.of_string (String.uppercase_ascii text))\n"
        "let fill buffer = Bytes.fill buffer 0 1 'x'\n"
    )
    assert (here / "src" / "setup.ml").read_text() == SETUP
    out = capsys.readouterr().out
    assert "Applied 3 fixes in 1 file: values 1, strings 2." in out
    assert "error[stdlib-generated]: `setup.ml` was written by OASIS" in out
    assert main(["check", *options, "src/old.ml"]) == 0
    assert capsys.readouterr().out == "No API that ended before Measure 2 or OCaml 5 found.\n"


def test_a_pack_that_cannot_be_used_says_where_and_the_others_go_on(
    here: Path, capsys: Capture
) -> None:
    interface = here / "migrate" / "old" / "measure.mli"
    interface.write_text(
        interface.read_text()
        .replace('[@@port "measure-length"]', '[@@prt "measure-length"]')
        .replace('[@@port "measure-cut"]', '[@@port "measure-cutt"] [@@until "x"]')
    )
    page = here / "migrate" / "rules" / "measure-scale.md"
    page.write_text(page.read_text().replace("kind: ", "kind: x").replace("title: ", "titel: "))
    pack = here / "migrate" / "pack.md"
    pack.write_text(pack.read_text().replace("homes: ", "hoems: "))
    options = ["--concise", "--pack", "migrate/", "--pack", "stdlib-4", "--pack", "stdlib-5"]
    assert main(["check", *options, "src"]) == 2
    out, err = capsys.readouterr()
    assert "[stdlib-bytes, safe fix]" in out, err
    at = f"mirageport: {here}/migrate"
    unknown = "mirageport: stdlib-4: there is no pack of this name; did you mean 'stdlib-5'?"
    wrong = f"{at}/pack.md:4: the pack is not used: there is no key `hoems`; did you mean `homes`?"
    assert err.splitlines() == [wrong, unknown]
    shutil.move(here / "migrate", here / "mended")
    pack = here / "mended" / "pack.md"
    pack.write_text(pack.read_text().replace("hoems: ", "homes: "))
    assert main(["check", *["mended/" if o == "migrate/" else o for o in options], "src"]) == 2
    at, err = f"mirageport: {here}/mended", capsys.readouterr().err
    said = [line.replace("the pack is not used: ", "") for line in err.splitlines()]
    assert said == [
        f"{at}/rules/measure-scale.md:1: the page has no line `title: ..`",
        f"{at}/rules/measure-scale.md:2: a page has no key `titel`; did you mean `title`?",
        f"{at}/rules/measure-scale.md:6: `xmodule-type` is no kind; did you mean `module-type`?",
        f"{at}/old/measure.mli:10: there is no attribute `prt`; did you mean `port`?",
        f'{at}/old/measure.mli:14: `[@@port "measure-cutt"]`: there is no page '
        "rules/measure-cutt.md; did you mean `measure-cut`?",
        f'{at}/old/measure.mli:14: `[@@until "x"]`: this is no release, such as 4.14',
        unknown,
    ]
    shutil.copytree(MEASURE, here / "other")
    interface = here / "other" / "old" / "measure.mli"
    interface.write_text(
        interface.read_text().replace("int -> t [@@", "int -> t [@@port.to kut] [@@")
    )
    assert main(["check", "--pack", "other/", "src"]) == 2
    out, err = capsys.readouterr()
    assert out == "Nothing was looked for, as no pack that was chosen can be used.\n"
    assert "mli:14: the pack is not used: `[@@port.to kut]`: Measure 2 has no `kut`;" in err
    assert main(["explain", "measure-cut", "--pack", "src/"]) == 2
    assert "has no pack.md" in capsys.readouterr().err


def test_packs_are_listed_and_their_rules_explained(here: Path, capsys: Capture) -> None:
    (here / "mirageport.toml").write_text('packs = ["./migrate"]\n')
    assert main(["pack", "list"]) == 0
    assert set(capsys.readouterr().out.splitlines()) >= {
        f"{'stdlib-5':{len(str(here)) + 8}}  ocaml 4.14 -> 5.0",
        f"{'yojson-3':{len(str(here)) + 8}}  yojson 1.7 -> 3.0",
        f"{here}/migrate  Measure 2",
    }
    assert main(["explain", "stdlib-ascii"]) == 0
    assert main(["explain", "measure-cut"]) == 0
    assert "measure-cut: " in capsys.readouterr().out
    assert main(["explain", 'Error: Unbound value "Measure.cut"']) == 1  # which there still is
    assert main(["explain", 'Error: Unbound value "Measure.length"']) == 0
    help_ = "mirageport fix --pack ./migrate --select measure-length ."
    assert help_ in capsys.readouterr().out
    assert main(["rules"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 7
    assert lines[0].endswith("The ends of a range (Measure 2)")
    assert main(["rules", "strings", "--output-format", "json"]) == 0
    rules = json.loads(capsys.readouterr().out)["rules"]
    assert {each["pack"] for each in rules} == {"stdlib-5"}
    assert main(["explain", "measure-cutt", "--pack", "migrate/"]) == 2
    assert "did you mean 'measure-cut'?" in capsys.readouterr().err
    assert main(["report", "src"]) == 1
    assert "measure-length" in capsys.readouterr().out
    assert main(["report", "--pack", "./migrate", "--pack", "stdlib-5", "src"]) == 1
    assert "  mirageport fix --pack ./migrate --pack stdlib-5 src\n" in capsys.readouterr().out
    assert main(["report", "--format", "html", "src"]) == 1
    assert "The port of src to Measure 2<" in capsys.readouterr().out
    (here / "src" / "by_hand.ml").write_text("let n = Measure.normalise\n")
    assert main(["check", "src/by_hand.ml"]) == 1
    said = "`mirageport explain --pack ./migrate measure-normalise` describes what to write"
    assert said in capsys.readouterr().out
    (here / "src" / "by_hand.ml").unlink()
    assert main(["check", "--write-baseline", "known.json", "src"]) == 0
    assert main(["check", "--baseline", "known.json", "src"]) == 0
    assert ", 1 hidden by the baseline." in capsys.readouterr().out
    assert main(["check", "--output-format", "github", "src"]) == 1
    assert "title=mirageport measure-length::" in capsys.readouterr().out
    assert main(["check", "--output-format", "sarif", "src"]) == 1
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    described = [each["shortDescription"]["text"] for each in run["tool"]["driver"]["rules"]]
    assert described == ["The length of a measure"]


def test_the_bounds_of_a_project_choose_a_pack(here: Path, capsys: Capture) -> None:
    (here / ".git").mkdir()
    assert main(["check", "src"]) == 0
    assert capsys.readouterr().out == "No Mirage 2 API found.\n"
    (here / "x.opam").write_text('depends: [ "ocaml" {>= "4.02" & < "5.0"} ]\n')
    assert found(capsys) == [("stdlib-ascii", "review"), ("stdlib-bytes", "safe")]
    assert main(["fix", "--review", "src"]) == 0
    out = capsys.readouterr().out
    assert out.endswith("Not judged: modules without an interface (Measure).\n")
    assert main(["check", "src"]) == 0
    said = capsys.readouterr().out
    assert said == "No Mirage 2 API and no API that ended before OCaml 5 found.\n"
    assert main(["pack", "list"]) == 0
    assert 'used here: "ocaml" {>= "4.03" & < "5.0"} in ./x.opam' in capsys.readouterr().out


def test_a_pack_is_checked_by_its_attributes_and_its_examples(here: Path, capsys: Capture) -> None:
    head = (MEASURE / "rules" / "measure-length.md").read_text()
    before = "\n## Before\n\n```ocaml\nlet n m = Measure.length m\n```\n"
    after = "\n## After\n\n```ocaml\nlet n m = Measure.size m\n```\n"
    alike = "\n## Look-alikes\n\n```ocaml\nlet n m = List.length m\n```\n"
    nothing = "nothing of this rule is found in the code before"
    cases = (
        (head, ": there is no code under `## Before`"),
        (head + before + after + alike, ""),
        (head + before + after.replace("size", "sise"), ": unikernel.ml is another text"),
        (head + before + alike.replace("List", "Measure"), ": `measure-length` is found in"),
    )
    for name, (text, said) in zip("abcd", cases, strict=True):
        shutil.copytree(MEASURE, here / name)
        for rule in (here / name / "rules").iterdir():
            rule.write_text(rule.read_text() + before.replace("Measure.", "Other."))
        (here / name / "rules" / "measure-length.md").write_text(text)
        assert main(["pack", "check", f"{name}/"]) == 1
        out = capsys.readouterr().out
        assert out.count(nothing) == 6
        page = f"{name}/rules/measure-length.md"
        assert (f"{page}{said}" in out) if said else page not in out
    assert main(["pack", "check", str(MEASURE.parents[2] / "packs" / "stdlib-5")]) == 0
    assert capsys.readouterr().out.startswith("Nothing is wrong in ")
    for wrong in (["check"], ["list", "nowhere"], ["list", "src", "src"], ["check", "src"]):
        assert main(["pack", *wrong]) == 2
    (here / "migrate" / "pack.md").write_text("---\ntarget: x\nwords: X\nwrods: Y\n---\n")
    shutil.move(here / "migrate", here / "moved")
    assert main(["pack", "check", "moved"]) == 1
    assert "pack.md:4: the pack is not used: there is no key `wrods`" in capsys.readouterr().err


def test_a_pack_of_an_opam_switch_is_used_by_bounds_or_by_name(
    here: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / ".git").mkdir()
    (here / "migrate" / "pack.md").write_text(
        "---\ntarget: Measure {until}\nwords: Measure\npackage: measure\nfrom: 1.4\nuntil: 2.0\n"
        "homes: Measure_types=Measure_kinds\n---\n"
    )
    switch = here.parent / f"{here.name}-switch"
    installed = switch / "share" / "measure" / "migrate"
    shutil.move(here / "migrate", installed)
    monkeypatch.setenv("OPAM_SWITCH_PREFIX", str(switch))
    length = [("measure-length", "safe")]
    assert main(["check", "src"]) == 0
    capsys.readouterr()
    assert found(capsys, "--pack", "measure") == length
    (here / "x.opam").write_text('depends: [ "measure" {< "2.0"} ]\n')
    assert found(capsys) == length
    local = here / "_opam" / "share" / "measure" / "migrate"
    shutil.copytree(installed, local)
    monkeypatch.delenv("OPAM_SWITCH_PREFIX")
    assert found(capsys) == length
    assert main(["pack", "list", "src"]) == 0
    assert capsys.readouterr().out.endswith("in ./x.opam\n")
    assert main(["pack", "list"]) == 0
    said = capsys.readouterr().out.splitlines()[-1]
    assert said.startswith("measure ")
    bound = 'used here: "measure" {< "2.0"} in ./x.opam'
    assert said.endswith(f"  measure 1.4 -> 2.0  from {local}  {bound}")
    # A second one that says what became of the same module: neither is used.
    shutil.copytree(local, here / "_opam" / "share" / "twin" / "migrate")
    text = (here / "src" / "old.ml").read_text()
    assert main(["fix", "src"]) == 2
    assert (here / "src" / "old.ml").read_text() == text
    assert f"{local} says what became of `Measure` as well" in capsys.readouterr().err


def test_what_a_pack_says_of_its_library_is_no_code_to_port(here: Path, capsys: Capture) -> None:
    interface = here / "migrate" / "old" / "other.mli"
    interface.write_text("module type T = Measure_types.SCALE\n")
    assert main(["fix", "--pack", "./migrate", "."]) == 0
    assert "Measure_types.SCALE" in interface.read_text()
    assert "Measure.size" in (here / "src" / "old.ml").read_text()


def test_a_compiler_knows_the_interfaces_of_packs(here: Path, capsys: Capture) -> None:
    require("ocamlc")
    (here / "src" / "new.ml").write_text('let n = Measure.(size (of_string ""))\n')
    assert main(["verify", "--pack", "./migrate", "src"]) == 1
    said = capsys.readouterr().out
    assert "error[measure-length]: Unbound value Measure.length" in said
    assert "`mirageport fix --pack ./migrate --select measure-length src/old.ml`" in said
    assert "interfaces of Mirage 3.0 and Measure 2: 1 accepted, 1 refused." in said
    (here / "src" / "old.ml").write_text("let a = Measure.size, Unix.O_KEEPEXEC\n")
    assert main(["verify", "--pack", "./migrate", "src"]) == 0  # our Unix has no O_KEEPEXEC
    assert "our interface of Unix is incomplete, and may lack `O_KE" in capsys.readouterr().out
    new = here / "migrate" / "new" / "measure.mli"
    new.write_text(f"{new.read_text()}{FLAGS}")
    (here / "src" / "old.ml").write_text("let a = Measure.[O_RDONLY; Unix.O_KEEPEXEC]\n")
    assert main(["verify", "--pack", "./migrate", "src"]) == 0
    assert "2 accepted" in capsys.readouterr().out
    new.write_text(new.read_text().replace("O_KEEPEXEC", "O_OTHER"))
    assert main(["verify", "--pack", "./migrate", "src"]) == 2
    out = capsys.readouterr().out
    assert "not judged: the interface of Measure does not suit OCaml " in out
    assert ': File "measure.mli", lines ' in out


@pytest.mark.parametrize(
    ("message", "rule"),
    [
        ("Unbound value String.lowercase", "stdlib-ascii"),
        ('Unbound module "Pervasives"', "stdlib-pervasives"),
        ("Unbound module Sort", "stdlib-sort"),
        ("Unbound constructor Dynlink.File_not_found", "stdlib-dynlink-error"),
        ("Unbound type constructor Stream.t", "stdlib-streams"),
        (
            "This pattern matches values of type [? `Tuple of 'a ]\n       but a pattern was "
            "expected which matches values of type Yojson.Safe.t\n       The second variant type "
            "does not allow tag(s) `Tuple",
            "yojson-tuple",
        ),
        ("Unbound module Str", ""),
    ],
)
def test_a_message_is_explained_by_the_packs_that_ship(
    message: str, rule: str, capsys: Capture
) -> None:
    assert main(["explain", f"Error: {message}"]) == (0 if rule else 1)
    said = capsys.readouterr().out
    assert f"\n    {rule}: " in said if rule else "No rule knows" in said


def test_a_library_is_added_to_the_dune_file(here: Path, capsys: Capture) -> None:
    (here / "src" / "old.ml").write_text("let first = Stream.next\n")
    (here / "src" / "other.ml").write_text("open Stream\n")
    dune = here / "src" / "dune"
    dune.write_text("(library (name a) (libraries str))\n(test (libraries a))\n")
    assert found(capsys, "--pack", "stdlib-5") == [("stdlib-streams", "manual")] * 2
    dune.write_text("(library\n (name a)\n (libraries\n  str))\n")
    assert main(["fix", "--review", "--pack", "stdlib-5", "src/old.ml"]) == 0
    assert dune.read_text() == "(library\n (name a)\n (libraries\n  str camlp-streams))\n"
    assert main(["check", "--pack", "stdlib-5", "src"]) == 0
    assert main(["check", "src"]) == 0


def test_a_package_is_added_to_the_opam_file_of_a_library_or_to_what_makes_it(
    here: Path, capsys: Capture
) -> None:
    (here / ".git").mkdir()
    (here / "test").mkdir()
    options = ["--review", "--pack", "stdlib-5", "."]
    for folder in ("src", "test"):
        (here / folder / "old.ml").write_text("let first = Stream.next\n")
    (here / "src" / "dune").write_text("(library (public_name a) (libraries camlp-streams))\n")
    tests = here / "test" / "dune"
    tests.write_text("(test (name old) (package b))\n(rule (alias x))\n")
    opam, other, project = (here / name for name in ("a.opam", "b.opam", "dune-project"))
    opam.write_text('depends: [\n  "dune"\n]\n')
    other.write_text('depends: [ "dune" ]\n')
    assert main(["fix", *options]) == 0
    assert opam.read_text() == 'depends: [\n  "camlp-streams"\n  "dune"\n]\n'
    assert other.read_text() == 'depends: [ "camlp-streams" {with-test} "dune" ]\n'
    added = "(test (name old) (package b) (libraries camlp-streams))\n(rule (alias x))\n"
    assert tests.read_text() == added
    opam.write_text("# This file is generated by dune, edit dune-project\ndepends: [ ]\n")
    project.write_text("(package\n (name b)\n (depends dune))\n(package (name a) (depends dune))\n")
    main(["fix", *options])
    assert project.read_text().endswith("(package (name a) (depends camlp-streams dune))\n")
    assert project.read_text().startswith(
        "(package\n (name b)\n (depends (camlp-streams :with-test) dune))\n"
    )
    project.unlink()
    opam.write_text('depends: "dune"\n')
    capsys.readouterr()
    assert main(["check", *options[1:]]) == 1
    assert "To write by hand: `camlp-streams` in `depends` of a.opam." in capsys.readouterr().out
    (here / "src" / "dune").unlink()
    (here / "src" / "_tags").write_text("true: package(str)\n")
    assert main(["check", *options[1:]]) == 1
    assert "by hand: `camlp-streams` in src/_tags." in capsys.readouterr().out


def test_an_upper_bound_is_said_and_never_removed_by_a_fix(here: Path, capsys: Capture) -> None:
    text = 'depends: [ "ocaml" {>= "4.08" & < "5.0"} ]\n'
    (here / "src" / "a.opam").write_text(text)
    (here / "src" / "old.ml").write_text("let one = 1\n")
    assert main(["fix", "--review", "src"]) == 0
    said = capsys.readouterr().out
    assert "keeps the package from OCaml 5: remove the bound once" in said
    assert said.endswith("1 suggestion.\n")
    assert (here / "src" / "a.opam").read_text() == text


BOUND = 'depends: [ "ocaml" {< "5.0"} ]\n'
PORTED = """let all text = Measure.size (Measure.of_string (String.uppercase_ascii text))
let fill buffer = Bytes.fill buffer 0 1 'x'
"""


class Editor:
    """An editor with src/old.ml of a folder open; `start` starts it."""

    def __init__(self, here: Path, client: str = "neovim-0.11", file: str = "old.ml") -> None:
        self.session = Session(client, MirageEngine())
        self.here, self.path = here, here / "src" / file
        self.uri = self.path.as_uri()
        self.seen = 0

    async def start(self, **settings: Any) -> Editor:
        await self.session.start(self.here, settings=settings)
        await self.session.open(self.path)
        return self

    async def changed(self) -> list[str]:
        """The rules that are found once the client has said that files have changed."""
        await self.session.notify("workspace/didChangeWatchedFiles", {"changes": []})
        return await self.rules()

    async def rules(self) -> list[str]:
        if self.session.server.session.client.pulls:
            params = {"textDocument": {"uri": self.uri}}
            found = (await self.session.request("textDocument/diagnostic", params))["items"]
            return [item["code"] for item in found]
        return self.session.rules(self.uri)

    async def text_of(self, action: dict[str, Any]) -> str:
        """The file once a code action was chosen."""
        if "edit" not in action:
            action = await self.session.request("codeAction/resolve", action)
        texts = {self.uri: self.path.read_text()}
        return applied(texts, action["edit"], self.session.encoding)[self.uri]

    def shown(self) -> list[str]:
        """The messages that the person got since the last time."""
        found = [each["message"] for each in self.session.sent("window/showMessage")]
        self.seen, seen = len(found), self.seen
        return found[seen:]


@pytest.mark.parametrize("client", ["neovim-0.11", "eglot-1.9", "vscode"])
def test_an_editor_ports_by_all_packs(client: str, here: Path) -> None:
    async def test() -> None:
        editor = await Editor(here, client).start(packs=["./migrate", "stdlib-5"])
        assert await editor.rules() == ["measure-length", "stdlib-ascii", "stdlib-bytes"]
        actions = {each["title"]: each for each in await editor.session.actions(editor.uri)}
        one = await editor.text_of(actions["Replace `Measure.length` by `Measure.size`"])
        assert one == OLD.replace("length", "size")
        both = "Measure 2 and OCaml 5"
        safe = await editor.text_of(actions[f"Apply all safe {both} fixes in this folder"])
        assert safe == OLD.replace("length", "size").replace("String.fill", "Bytes.fill")
        title = f"Port this folder to {both} (safe and review fixes, all files)"
        assert await editor.text_of(actions[title]) == PORTED
        assert "Ignore measure-length on this line" in actions
        place = {"textDocument": {"uri": editor.uri}, "position": {"line": 0, "character": 55}}
        said = (await editor.session.request("textDocument/hover", place))["contents"]["value"]
        assert "(* before OCaml 5 *)\nval uppercase" in said
        ask = {"command": "mirageport.report", "arguments": [editor.uri]}
        report = await editor.session.request("workspace/executeCommand", ask)
        assert report["findings"][0]["title"] == "The length of a measure"
        ask = {"command": "mirageport.explain", "arguments": ["measure-length"]}
        page = await editor.session.request("workspace/executeCommand", ask)
        assert page["title"] == "The length of a measure"
        ask = {"command": "mirageport.preview", "arguments": [editor.uri]}
        preview = await editor.session.request("workspace/executeCommand", ask)
        assert preview["files"][0]["after"] == PORTED
        assert [each["rule"] for each in preview["safe"]["left"]] == ["stdlib-ascii"]
        again = {"text": OLD + "let fill = String.fill\n"}
        await editor.session.change(editor.uri, 2, again)
        (action,) = await editor.session.actions(
            editor.uri, only=["source.fixAll.mirageport.stdlib-bytes"]
        )
        assert action["title"] == "Fix all: stdlib-bytes in this file (2)"

    asyncio.run(test())


@pytest.mark.parametrize(
    ("file", "text", "fixed"),
    [
        (
            "lexer.mll",
            "rule all = parse eof\n(* mirageport: ignore stdlib-pervasives *)\n"
            " { let é = 1 in String.copy (f (String.copy é)) } | 'a' { Pervasives.min }\n",
            " { let é = 1 in (f (é)) } | 'a' { Pervasives.min }\n",
        ),
        (
            "grammar.mly",
            "%%\n/* mirageport: ignore stdlib-pervasives */\n"
            "all: { String.copy (f (String.copy $1)) } | A { Pervasives.min }\n",
            "all: { (f ($1)) } | A { Pervasives.min }\n",
        ),
    ],
)
def test_an_editor_ports_the_code_in_lexers_and_grammars(
    here: Path, file: str, text: str, fixed: str
) -> None:
    async def test() -> None:
        (here / "src" / file).write_text(text)
        editor = await Editor(here, file=file).start(packs=["stdlib-5"])
        assert await editor.rules() == ["stdlib-string-copy"] * 2
        actions = {each["title"]: each for each in await editor.session.actions(editor.uri)}
        every = actions["Fix all: stdlib-string-copy in this file (2)"]
        assert (await editor.text_of(every)).endswith(fixed)
        silenced = await editor.text_of(actions["Ignore stdlib-string-copy on this line"])
        await editor.session.change(editor.uri, 2, {"text": silenced})
        assert await editor.rules() == []
        (here / "src" / file).write_text(silenced)
        assert main(["check", "--pack", "stdlib-5", str(editor.path)]) == 0

    asyncio.run(test())


def test_an_editor_shows_what_is_in_the_other_files_of_a_folder(here: Path) -> None:
    async def test() -> None:
        lexer = here / "src" / "lexer.mll"
        lexer.write_text("{ let order = Pervasives.compare }\n")
        editor = await Editor(here, "eglot-1.9").start(packs=["stdlib-5"])
        session = editor.session
        session.forget()
        await session.until("textDocument/publishDiagnostics")
        assert session.rules(lexer.as_uri()) == ["stdlib-pervasives"]
        ask = {"command": "mirageport.explain", "arguments": []}
        rules = (await session.request("workspace/executeCommand", ask))["rules"]
        assert {"stdlib-pervasives", "tcp-get-dest"} <= {each["rule"] for each in rules}

    asyncio.run(test())


def test_mirages_libraries_do_not_judge_a_project_that_bounds_give_a_pack(
    here: Path, capsys: Capture
) -> None:
    (here / ".git").mkdir()
    text = 'let info = Cmdliner.Term.info "main" ~exits:[]\nlet lower = String.lowercase\n'
    (here / "src" / "old.ml").write_text(text)
    conflict, ascii_ = ("conflict", "manual"), ("stdlib-ascii", "review")
    assert found(capsys, "--self", "--pack", "mirage") == [conflict]
    (here / "x.opam").write_text(BOUND)
    assert found(capsys, "--self") == [ascii_]

    async def test() -> None:
        editor = await Editor(here).start(**{"self-check": True})
        workspace = editor.session.server.session.workspace
        workspace.judge(workspace.unikernel(str(editor.path)))
        report = workspace.report(str(editor.path))
        assert [each.rule for each in report.findings] == ["stdlib-ascii"]

    asyncio.run(test())


def test_what_two_packs_know_of_a_place_is_said_once(here: Path, capsys: Capture) -> None:
    (here / "src" / "old.ml").write_text("type json = Yojson.Safe.json\n")
    (here / "src" / "config.ml").write_text('open Mirage\n\nlet () = register "x" []\n')
    mirage = ("--target", "4.11", "--pack", "mirage")
    assert found(capsys, *mirage) == [("yojson-json", "safe")]
    assert found(capsys, *mirage, "--pack", "yojson-3") == [("yojson-t", "safe")]
    (here / "src" / "config.ml").unlink()
    (here / "src" / "old.ml").write_text(
        'let verbose = Cmdliner.(Term.pure not, Arg.(value & flag & info [ "v" ]))\n'
    )
    packs = ("--pack", "stdlib-5", "--pack", "cmdliner-2")
    assert found(capsys, *packs) == [("cmdliner-const", "safe")]
    assert main(["check", "--pack", "stdlib-5", "src"]) == 0
    (here / "src" / "old.ml").write_text(
        'open Cmdliner\nlet term = Term.pure String.lowercase\nlet info = Cmd.info "x"\n'
    )
    capsys.readouterr()
    assert main(["fix", "--review", *packs, "src/old.ml"]) == 0
    assert capsys.readouterr().out.endswith("Nothing is left in what could be judged.\n")


def test_an_editor_follows_what_decides_about_packs(here: Path) -> None:
    async def test() -> None:
        (here / ".git").mkdir()
        editor = await Editor(here).start()
        strings = ["stdlib-ascii", "stdlib-bytes"]
        assert await editor.rules() == []
        (here / "x.opam").write_text(BOUND)
        assert await editor.changed() == strings
        (here / "mirageport.toml").write_text('packs = ["./migrate"]\nignore = ["measure-cut"]\n')
        assert await editor.changed() == ["measure-length"]
        assert editor.shown() == []
        rule = here / "migrate" / "rules" / "measure-length.md"
        page = rule.read_text()
        rule.write_text(page.replace("kind: ", "kind: x"))
        assert await editor.changed() == []
        why = "the pack is not used: `xvalue-renamed` is no kind; did you mean `value-renamed`?"
        assert f"{rule}:6: {why}" in editor.shown()
        assert await editor.changed() == []
        assert editor.shown() == []
        rule.write_text(page.replace("severity: error", "severity: warning"))
        assert await editor.changed() == ["measure-length"]
        (here / "mirageport.toml").unlink()
        (here / "x.opam").unlink()
        assert await editor.changed() == []

    asyncio.run(test())


def test_what_only_the_type_check_finds_is_found_by_check_and_editor(
    here: Path, capsys: Capture
) -> None:
    text = "module Key = struct\n  type t = int\n  let equal = Int.equal\n"
    text += "  let hash = Hashtbl.seeded_hash\nend\nmodule T = Hashtbl.MakeSeeded (Key)\n"
    path = here / "src" / "old.ml"
    path.write_text(text)
    assert found(capsys, "--pack", "stdlib-5") == [("stdlib-seeded-hash", "review")]
    (here / "mirageport.toml").write_text('packs = ["stdlib-5"]\n')
    files = Workspace(MirageEngine(), print, print, lambda _unikernel: None)
    files.open(Buffer(path.as_uri(), str(path), 1), text.encode())
    assert files.report(str(path)).findings == ()
    files.judge(files.unikernel(str(path)))
    (finding,) = files.report(str(path)).findings
    assert finding.rule == "stdlib-seeded-hash"
    assert main(["fix", "--review", "src"]) == 0
    assert path.read_text() == text.replace(" hash", " seeded_hash")


def test_of_two_packs_that_claim_one_module_an_editor_uses_neither(here: Path) -> None:
    async def test() -> None:
        shutil.copytree(MEASURE, here / "twin")
        (here / "mirageport.toml").write_text('packs = ["./migrate", "./twin"]\n')
        editor = await Editor(here).start()
        assert await editor.rules() == []
        why = f"{here}/migrate says what became of `Measure` as well: use one of them"
        assert editor.shown() == [f"{here}/twin: {why}"]
        await editor.session.change(editor.uri, 2, {"text": "let s = String.fill"})
        assert await editor.session.actions(editor.uri) == []
        (here / "mirageport.toml").write_text('packs = ["./twin"]\n')
        await editor.session.change(editor.uri, 3, {"text": OLD})
        assert await editor.changed() == ["measure-length"]

    asyncio.run(test())


def test_of_two_packs_that_claim_one_module_neither_is_used(here: Path, capsys: Capture) -> None:
    shutil.copytree(MEASURE, here / "twin")
    packs = ["--pack", "migrate/", "--pack", "twin/", "--pack", "stdlib-5"]
    assert main(["fix", "--review", *packs, "src"]) == 2
    assert "Measure.length" in (here / "src" / "old.ml").read_text()
    assert "Bytes.fill" in (here / "src" / "old.ml").read_text()
    said = f"{here}/migrate says what became of `Measure` as well: use one of them"
    assert f"mirageport: {here}/twin: {said}" in capsys.readouterr().err.splitlines()


def test_a_comment_may_name_the_rule_of_any_pack(here: Path, capsys: Capture) -> None:
    text = OLD.replace("text))\n", "text)) (* mirageport: ignore stdlib-ascii *)\n", 1)
    (here / "src" / "old.ml").write_text(text)
    assert found(capsys, "--pack", "migrate/") == [("measure-length", "safe")]
    assert found(capsys, "--pack", "stdlib-5") == [("stdlib-bytes", "safe")]


def test_a_comment_about_a_rule_of_all_packs_is_in_vain_for_none(
    here: Path, capsys: Capture
) -> None:
    for name in ("foo", "bar"):
        pack = here / name
        (pack / "interfaces").mkdir(parents=True)
        module = name.title()
        (pack / "pack.md").write_text(
            f"---\ntarget: {module} 2\nwords: {module}\nuntil: 2.0\n---\n"
        )
        (pack / "interfaces" / f"{name}.mli").write_text(
            'val old : int [@@until "1.0"] [@@port.to fresh]\nval fresh : int [@@since "2.0"]\n'
        )
    (here / "src" / "old.ml").write_text(
        "let x = Foo.old (* mirageport: ignore renamed-value *)\n\nlet y = Bar.old\n"
    )
    packs = ("--pack", "./foo", "--pack", "./bar", "--pack", "mirage")
    assert found(capsys, *packs) == [("renamed-value", "safe")]


def test_the_code_in_lexers_and_grammars_is_ported(here: Path, capsys: Capture) -> None:
    lexer, grammar = here / "src" / "lexer.mll", here / "src" / "grammar.mly"
    lexer.write_text(
        "{ let low = String.lowercase }\n(* { String.lowercase *)\nlet sign = ['{' '\"' '\\'']\n"
        "rule token = parse\n| sign { Pervasives.compare '}' (* } *) }\n"
        "| eof{String.set s 0 '\\n'}\n"
        "{ open Pervasives }\n"
    )
    grammar.write_text(
        '%{ let low = String.lowercase %}\n%token <Stream.t> A "{"\n%%\n/* { String.copy */\n'
        "all: A A { Format.bprintf buffer \"$1\" $2; $1.[0] <- '}' } // {\n| { {low} }\n%%\n"
        "let order = Pervasives.compare\n"
    )
    assert main(["fix", "--review", "--pack", "stdlib-5", "src/lexer.mll", "src/grammar.mly"]) == 0
    assert lexer.read_text() == (
        "{ let low = String.lowercase_ascii }\n(* { String.lowercase *)\n"
        "let sign = ['{' '\"' '\\'']\nrule token = parse\n"
        "| sign { Stdlib.compare '}' (* } *) }\n| eof{Bytes.set s 0 '\\n'}\n{ open Stdlib }\n"
    )
    assert grammar.read_text() == (
        '%{ let low = String.lowercase_ascii %}\n%token <Stream.t> A "{"\n%%\n/* { String.copy */\n'
        'all: A A { Format.fprintf (Format.formatter_of_buffer buffer) "$1" $2; '
        "Bytes.set $1 0 '}' } // {\n| { {low} }\n%%\nlet order = Stdlib.compare\n"
    )
    capsys.readouterr()
    grammar.write_text("%%\nall: { String.copy $1; Thread.kill $2 }\n")
    assert main(["check", "--concise", "--pack", "stdlib-5", "src/grammar.mly"]) == 1
    assert "grammar.mly:2:8: error: `String.copy` was removed" in capsys.readouterr().out


def test_an_operator_may_be_that_of_an_unknown_module(here: Path, capsys: Capture) -> None:
    lines = ("let a x y = x & y", "let b x y = Foo.(x & y)", "let c x y = let open Foo in x or y")
    (here / "src" / "old.ml").write_text("\n".join((*lines, "let d x y = List.(x & y)\n")))
    levels = [level for _rule, level in found(capsys, "--pack", "stdlib-5")]
    assert levels == ["safe", "review", "review", "safe"]


def test_a_text_that_is_known_to_be_a_string_is_not_changed(here: Path, capsys: Capture) -> None:
    text = "type line = { text : string }\n\nlet clear line = line.text.[0] <- ' '\n"
    (here / "src" / "old.ml").write_text(text)
    assert found(capsys, "--pack", "stdlib-5") == [("stdlib-assignment", "manual")]
    assert main(["check", "--pack", "stdlib-5", "src"]) == 1
    assert "changes a string, which cannot be done in OCaml 5" in capsys.readouterr().out


def test_a_unikernel_is_ported_to_the_libraries_that_its_target_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config.ml").write_text(
        'open Mirage\n\nlet () = register "u" [ main "Unikernel" job ]\n'
    )
    code = tmp_path / "unikernel.ml"
    code.write_text("open Cmdliner\n\nlet one = Term.pure 1\nlet start () = Lwt.return_unit\n")
    assert main(["check"]) == 0  # Mirage 3 has the Cmdliner of its time
    capsys.readouterr()
    assert main(["fix", "--target", "4.11"]) == 0
    assert "let one = Term.const 1\n" in code.read_text()
    assert "Not judged" not in capsys.readouterr().out
