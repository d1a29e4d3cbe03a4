"""`mirageport.toml` on the command line: files that are left out, rules that do not count in some
files, and a schema that takes what the program takes."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
import tomli
from jsonschema import Draft202012Validator

from mirageport.mirage.releases import TARGETS
from mirageport.server.main import main
from mirageport.server.patterns import matches
from mirageport.server.settings import FILE_KEYS, SettingsError, load

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "schemas" / "mirageport.json").read_text("utf-8"))
CONFIG = """open Mirage
let main = foreign "Unikernel.Main" (console @-> job)
let () = register "x" [ main $ tap0 ]
"""
OLD = 'module Main (C : V1_LWT.CONSOLE) = struct\n  let start c = C.log_s c "up"\nend\n'

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config.ml").write_text(CONFIG)
    (tmp_path / "unikernel.ml").write_text(OLD)
    (tmp_path / "vendor" / "deep").mkdir(parents=True)
    (tmp_path / "vendor" / "deep" / "old.ml").write_text(OLD)
    return tmp_path


def _found(capsys: Capture, *paths: str) -> set[tuple[str, str]]:
    """The files and rules of what a check finds."""
    assert main(["check", "--output-format", "json", *paths]) in (0, 1)
    found = json.loads(capsys.readouterr().out)["findings"]
    return {(each["file"], each["rule"]) for each in found}


@pytest.mark.parametrize("pattern", ["vendor", "vendor/", "vendor/**", "**/deep", "old.ml", "v*/"])
def test_nothing_is_reported_in_excluded_files(here: Path, capsys: Capture, pattern: str) -> None:
    assert "vendor/deep/old.ml" in {file for file, _rule in _found(capsys)}
    (here / "mirageport.toml").write_text(f'exclude = ["{pattern}"]\n')
    assert {file for file, _rule in _found(capsys)} == {"config.ml", "unikernel.ml"}


def test_nothing_is_changed_in_excluded_files(here: Path, capsys: Capture) -> None:
    (here / "mirageport.toml").write_text('exclude = ["vendor/", "config.ml"]\n')
    assert main(["fix", "--review"]) == 0
    assert "V1_LWT" not in (here / "unikernel.ml").read_text()
    assert (here / "vendor" / "deep" / "old.ml").read_text() == OLD
    assert (here / "config.ml").read_text() == CONFIG
    assert "config.ml" not in capsys.readouterr().out


def test_patterns_begin_in_the_folder_of_the_settings(
    here: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "mirageport.toml").write_text('exclude = ["vendor/deep/*.ml"]\n')
    monkeypatch.chdir(here / "vendor")
    (here / "vendor" / "old.ml").write_text(OLD)
    assert {file for file, _rule in _found(capsys, str(here))} == {
        str(here / "config.ml"),
        str(here / "unikernel.ml"),
        str(here / "vendor" / "old.ml"),
    }


def test_a_file_that_is_named_and_left_out_is_said(here: Path, capsys: Capture) -> None:
    (here / "mirageport.toml").write_text('exclude = ["vendor/"]\n')
    for command in (["check"], ["fix"], ["fix", "--diff"], ["report"]):
        main([*command, "vendor/deep/old.ml"])
        said = capsys.readouterr().err
        assert said.startswith("mirageport: vendor/deep/old.ml: excluded by `exclude` in "), command
    assert main(["check", "."]) == 1
    assert capsys.readouterr().err == ""


def test_what_cannot_be_read_in_excluded_files_is_no_failure(here: Path) -> None:
    (here / "vendor" / "binary.ml").write_bytes(b"\0")
    assert main(["check"]) == 2
    (here / "mirageport.toml").write_text('exclude = ["binary.ml"]\n')
    assert main(["check"]) == 1
    assert main(["fix", "--review"]) != 2


def test_rules_can_be_left_out_in_some_files(here: Path, capsys: Capture) -> None:
    (here / "mirageport.toml").write_text(
        '[per-file-ignores]\n"vendor/**" = ["console", "module-types"]\n'
        '"unikernel.ml" = ["console-log-s"]\n'
    )
    found = _found(capsys)
    assert ("unikernel.ml", "v1-module-type") in found
    assert ("unikernel.ml", "console-log-s") not in found
    assert "vendor/deep/old.ml" not in {file for file, _rule in found}
    main(["fix"])
    assert "C.log_s" in (here / "unikernel.ml").read_text()
    assert (here / "vendor" / "deep" / "old.ml").read_text() == OLD


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('exclude = "vendor"', "'exclude' must be a list of patterns of file names"),
        ('exclude = ["../other"]', "'../other' in 'exclude' names nothing below this folder"),
        ('exclude = ["/"]', "write a pattern such as 'vendor/' or 'src/*.ml'"),
        ("per-file-ignores = []", "must be a table from patterns of file names to lists of rule"),
        ('[per-file-ignores]\n"a.ml" = "x"', "'a.ml' must be a list of rule names or categories"),
        ('[per-file-ignores]\n"a.ml" = ["consol"]', "did you mean 'console'?"),
        ("excludes = []", "unknown key 'excludes'; did you mean 'exclude'?"),
    ],
)
def test_what_is_wrong_in_the_settings_is_said(
    here: Path, capsys: Capture, text: str, said: str
) -> None:
    (here / "mirageport.toml").write_text(text + "\n")
    assert main(["check"]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert "mirageport.toml: " in err


# -- patterns ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "inside", "outside"),
    [
        ("a.ml", ["a.ml", "x/a.ml"], ["ba.ml", "a.mli"]),
        ("/a.ml", ["a.ml"], ["x/a.ml"]),
        ("x/*.ml", ["x/a.ml"], ["x/y/a.ml", "z/x/a.ml"]),
        ("x/**", ["x/a.ml", "x/y/a.ml"], ["xx/a.ml"]),
        ("**/y/*.ml", ["y/a.ml", "x/z/y/a.ml"], ["y/z/a.ml"]),
        ("x/**/z/a.ml", ["x/z/a.ml", "x/y/y/z/a.ml"], ["x/a.ml", "z/a.ml"]),
        ("x", ["x/a.ml", "y/x/z/a.ml"], ["y/a.ml"]),
        ("te?t", ["test/a.ml"], ["teest/a.ml"]),
    ],
)
def test_patterns_are_those_of_gitignore(
    pattern: str, inside: list[str], outside: list[str]
) -> None:
    assert [matches(pattern, path) for path in inside] == [True] * len(inside)
    assert [matches(pattern, path) for path in outside] == [False] * len(outside)


def test_no_pattern_takes_long() -> None:
    start = time.process_time()
    assert not matches("/".join(["**", "*a*a*a*a*a*b"] * 50), "/".join(["a" * 200] * 500))
    assert time.process_time() - start < 5


# -- the schema ----------------------------------------------------------------------------------

RIGHT = [
    "",
    'select = ["console"]\nignore = []\nreview = true\nself-check = false\ntarget = "3.0"\n',
    'exclude = ["vendor/", "src/*.ml", "**/old", "..x", ".github"]\n',
    '[per-file-ignores]\n"a.ml" = ["console"]\n"b/**" = []\n',
    '[tool.mirageport]\nexclude = ["a"]\n[tool.other]\nx = 1\n',
]
WRONG = [
    "select = 1\n",
    'select = "console"\n',
    "ignore = [1]\n",
    'review = "yes"\n',
    "self-check = 1\n",
    'exclude = "a"\n',
    "exclude = [1]\n",
    *(f"exclude = ['{each}']\n" for each in ("", "/", "..", "a/../b", "./a", "a/.", "a\\b")),
    "per-file-ignores = []\n",
    '[per-file-ignores]\n"a.ml" = "console"\n',
    '[per-file-ignores]\n"../a.ml" = []\n',
    "target = 3.0\n",
    'target = "0.1"\n',
    "unknown = 1\n",
    "[tool]\nmirageport = 1\n",
    "[tool.mirageport]\nunknown = 1\n",
]


def _taken(folder: Path, text: str) -> bool:
    (folder / ".git").mkdir(exist_ok=True)
    (folder / "mirageport.toml").write_text(text)
    try:
        load(str(folder))
    except SettingsError:
        return False
    return True


@pytest.mark.parametrize("text", [*RIGHT, *WRONG])
def test_the_schema_takes_what_the_program_takes(tmp_path: Path, text: str) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    table = tomli.loads(text)
    assert _taken(tmp_path, text) == (text in RIGHT)
    assert Draft202012Validator(SCHEMA).is_valid(table) == (text in RIGHT)


def test_the_schema_knows_the_releases_to_port_to() -> None:
    ready = [target for target, chosen in TARGETS.items() if chosen]
    assert SCHEMA["$defs"]["target"]["enum"] == ready


def test_the_schema_has_the_keys_of_the_program() -> None:
    assert set(SCHEMA["properties"]) == {*FILE_KEYS, "tool"}
    own = SCHEMA["properties"]["tool"]["properties"]["mirageport"]["properties"]
    assert set(own) == set(FILE_KEYS)
    assert all("description" in SCHEMA["$defs"][key] for key in FILE_KEYS)
