"""Files around the code on disk: which are looked at, with which unikernel, what is left out."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from mirageport.server.main import main
from mirageport.server.projects import read, units

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]

CONFIG = 'open Mirage\nlet () = register "hall" []\n'
SCRIPT = "mirage configure --xen\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def _files(capsys: Capture, *arguments: str) -> list[str]:
    main(["check", "--output-format", "json", *arguments])
    return [found["file"] for found in json.loads(capsys.readouterr().out)["findings"]]


def test_files_beside_and_below_config(here: Path, capsys: Capture) -> None:
    _write(
        here,
        **{
            "config.ml": CONFIG,
            "build.sh": SCRIPT,
            "ci/run.sh": SCRIPT,
            ".github/workflows/ci.yml": f"run: {SCRIPT}",
            "_build/log.sh": SCRIPT,
            "_opam/bin/x.sh": SCRIPT,
            ".git/hooks/x.sh": SCRIPT,
            "node_modules/a/x.sh": SCRIPT,
        },
    )
    found = [".github/workflows/ci.yml", "build.sh", "ci/run.sh"]
    assert sorted(_files(capsys)) == found
    assert _files(capsys, "ci") == ["ci/run.sh"]
    assert main(["fix"]) == 0
    assert (here / "ci" / "run.sh").read_text() == "mirage configure -t xen\n"
    assert (here / "_build" / "log.sh").read_text() == SCRIPT


def test_files_above_unikernels_belong_to_them(here: Path, capsys: Capture) -> None:
    _write(
        here,
        **{
            "Makefile": "run:\n\t./src/mir-hall; ./other/mir-till\n",
            "docs/README.md": "`mirage configure --xen`\n",
            "src/config.ml": CONFIG,
            "other/config.ml": CONFIG.replace("hall", "till"),
        },
    )
    assert _files(capsys) == ["Makefile", "Makefile", "docs/README.md"]
    assert _files(capsys, "Makefile") == ["Makefile", "Makefile"]
    before = (here / "src" / "config.ml").stat().st_mtime_ns
    assert main(["fix", "--review"]) == 0
    assert (here / "Makefile").read_text() == "run:\n\t./src/hall; ./other/till\n"
    assert (here / "src" / "config.ml").stat().st_mtime_ns == before


def test_without_a_unikernel_they_are_not_even_read(here: Path, capsys: Capture) -> None:
    _write(here, **{"README.md": SCRIPT, "a.sh": SCRIPT, "lib/a.ml": "let x = 1\n"})
    found, troubles = units(["."])
    assert [home.asked for home in found] == [("lib/a.ml",)]
    assert troubles == []
    assert _files(capsys, "a.sh") == []


def test_documentation_in_another_encoding_is_nobodys_trouble(here: Path, capsys: Capture) -> None:
    _write(here, **{"config.ml": CONFIG})
    (here / "README.md").write_bytes(b"caf\xe9\n")
    assert main(["check"]) == 0
    assert capsys.readouterr().err == ""


def test_the_report_counts_them(here: Path, capsys: Capture) -> None:
    _write(here, **{"config.ml": CONFIG, "a.sh": f"{SCRIPT}make\n"})
    assert main(["report", "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["by_who"] == {"fix": 1, "fix --review": 1, "a person": 0}
    assert [each["file"] for each in report["by_file"] if each["left"]] == ["a.sh"]


def test_nothing_above_what_was_asked_for_counts(here: Path, capsys: Capture) -> None:
    _write(here, **{"one/config.ml": CONFIG, "two/a.sh": SCRIPT, "b.sh": SCRIPT})
    assert _files(capsys, "one", "two") == []
    assert _files(capsys) == ["b.sh", "two/a.sh"]


# -- bounds ----------------------------------------------------------------------------------------


def test_links_to_folders_are_no_way_in_and_no_loop(here: Path) -> None:
    _write(here, **{"config.ml": CONFIG, "lib/a.ml": "let x = 1\n"})
    (here / "lib" / "up").symlink_to(here)
    (here / "lib" / "self").symlink_to(here / "lib" / "self")
    (here / "again").symlink_to(here / "lib")
    found, troubles = units(["."])
    assert troubles == []
    assert [sorted(home.asked) for home in found] == [["config.ml", "lib/a.ml"]]


def test_links_that_lead_out_are_said_and_not_read(
    here: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.ml").write_text("let x = 1\n")
    _write(here, **{"config.ml": CONFIG})
    (here / "a.ml").symlink_to(outside / "secret.ml")
    (here / "b.ml").symlink_to(here / "b.ml")
    (unit,), _troubles = units(["."])
    one, troubles = read(unit)
    assert sorted(one.files) == ["config.ml"]
    assert sorted(trouble.path for trouble in troubles) == ["a.ml", "b.ml"]


def test_deep_and_wide_trees_are_walked(here: Path, capsys: Capture) -> None:
    _write(here, **{"config.ml": CONFIG})
    deep = here
    for _ in range(150):
        deep = deep / "d"
    deep.mkdir(parents=True)
    (deep / "a.sh").write_text(SCRIPT)
    for number in range(1500):
        (here / f"folder{number}").mkdir()
    assert _files(capsys) == [os.path.join(*["d"] * 150, "a.sh")]


def test_a_folder_that_cannot_be_listed_is_said(
    here: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(here, **{"config.ml": CONFIG, "shut/a.sh": SCRIPT, "open.sh": SCRIPT})
    listed = os.scandir

    def scandir(path: str) -> object:
        if path.endswith("shut"):
            raise PermissionError(13, "Permission denied", path)
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert main(["check"]) == 2
    captured = capsys.readouterr()
    assert "shut: cannot be listed: Permission denied" in captured.err
    assert "open.sh:1:18" in captured.out


def test_one_fix_is_enough_for_config_and_what_stands_beside_it(here: Path) -> None:
    """A variable that config.ml reads until it is ported is taken out of the script all the same,
    in the same run."""
    config = (
        "open Mirage\n"
        'let net = try match Sys.getenv "NET" with "socket" -> `Socket | _ -> `Direct\n'
        "  with Not_found -> `Direct\n"
        "let stack =\n"
        "  match net with\n"
        "  | `Direct -> direct_stackv4_with_dhcp default_console tap0\n"
        "  | `Socket -> socket_stackv4 default_console [ Ipaddr.V4.any ]\n"
        'let () = register "hall" [ foreign "Unikernel.Main" (stackv4 @-> job) $ stack ]\n'
    )
    _write(here, **{"hall/config.ml": config, "hall/build.sh": "NET=socket mirage configure\n"})
    main(["fix", "--review", "hall"])
    assert (here / "hall" / "build.sh").read_text() == "mirage configure --net socket\n"
    assert "getenv" not in (here / "hall" / "config.ml").read_text()
    assert main(["check", "hall"]) == 0
