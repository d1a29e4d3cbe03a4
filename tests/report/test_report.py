"""Where a port stands: counted once, shown as text, json and a page."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from mirageport.diagnostics.engine import check
from mirageport.server.main import main
from mirageport.server.report.data import data
from mirageport.server.report.model import FIX, FIX_REVIEW, PERSON, joined, standing, steps
from mirageport.server.report.page import page
from mirageport.server.report.plot import Point, svg
from mirageport.server.report.text import text

from ..packs import unikernel

if TYPE_CHECKING:
    from pathlib import Path

    from mirageport.diagnostics.finding import Finding

Capture = pytest.CaptureFixture[str]

UNIKERNEL = """\
module Main (C : Mirage_console_lwt.S) (T : V1_LWT.TIME) (Clock : V1.CLOCK) = struct
  let start c _time _clock = C.log_s c "<b>&"
end
"""
CONFIG = """\
open Mirage
let main = foreign "Unikernel.Main" (console @-> time @-> clock @-> job)
let mode = get_mode ()
let () = register "x" [ main $ default_console $ default_time $ default_clock ]
"""


def _standing(**files: str):  # type: ignore[no-untyped-def]
    project = unikernel({f"{name}.ml": text.encode() for name, text in files.items()})
    return standing(project, {name: check(project, name) for name in project.names})


FOUND = _standing(config=CONFIG, unikernel=UNIKERNEL)


def test_each_finding_has_someone_to_do_it() -> None:
    who = {(entry.rule, entry.who) for entry in FOUND.entries}
    assert who == {
        ("clock-typ", FIX_REVIEW),
        ("clock-default-clock", FIX_REVIEW),
        ("clock-split", FIX_REVIEW),
        ("mode-get-mode", PERSON),
        ("v1-module-type", FIX),
        ("console-log-s", FIX),
    }
    assert FOUND.who == (2, 3, 1)
    assert FOUND.left == 6


def test_an_entry_holds_its_place_and_its_line() -> None:
    entry = next(entry for entry in FOUND.entries if entry.rule == "console-log-s")
    assert (entry.file, entry.line, entry.column, entry.end_column) == ("unikernel.ml", 2, 30, 37)
    assert entry.code == '  let start c _time _clock = C.log_s c "<b>&"'


def test_what_is_ported_counts_as_done() -> None:
    by_file = {tally.name: (tally.done, tally.left) for tally in FOUND.files}
    # The console's new module type; `foreign` and `register`, which have no lists.
    assert by_file == {"unikernel.ml": (1, 3), "config.ml": (2, 3)}
    assert FOUND.share == 3 / 9
    assert _standing(unikernel="let x = 1\n").share == 1.0


def test_several_unikernels_stand_together() -> None:
    both = joined([FOUND, FOUND], [("a.ml", "cannot be read")])
    assert (both.left, both.who) == (12, (4, 6, 2))
    assert both.unread == (("a.ml", "cannot be read"),)


def test_the_next_steps_are_those_that_do_something() -> None:
    assert steps(FOUND, ["my dir", "b"]) == [
        "mirageport fix 'my dir' b",
        "mirageport fix --review --diff 'my dir' b",
        "mirageport fix --review 'my dir' b",
        "mirage configure -t unix && make depend && make",
    ]
    done = unikernel({"it's/config.ml": b'open Mirage\nlet () = register "x" []\n'})
    found = standing(done, {name: check(done, name) for name in done.names})
    assert steps(found, ["."]) == [
        "(cd 'it'\\''s' && mirage configure -t unix && make depend && make)"
    ]


def test_text_json_and_page_say_the_same() -> None:
    plain, record, shown = text(FOUND, ["."]), data(FOUND, ["."]), page(FOUND, ["."])
    assert plain.startswith("[##########....................] 33 %: 3 places ported, 6 left\n")
    assert record["summary"] == {"done": 3, "left": 6, "share": 0.3333, "suggestions": 1}
    assert "<b>33 % done</b>: 3 places ported, 6 left." in shown
    for entry in FOUND.entries:
        assert f"{entry.file}:{entry.line}:{entry.column}: {entry.message}" in plain
        assert entry._asdict() in record["findings"]
    assert record["by_who"] == {FIX: 2, FIX_REVIEW: 3, PERSON: 1}
    assert sum(each["left"] for each in record["by_rule"]) == 6
    assert sum(each["left"] for each in record["by_file"]) == 6
    assert record["next"][-1] in plain


def test_nothing_left_is_said_by_all() -> None:
    found = _standing(config='open Mirage\nlet () = register "x" []\n')
    assert "100 %: 1 places ported, 0 left" in text(found, ["."])
    assert "<h2>Nothing is left</h2>" in page(found, ["."])


def test_never_all_while_something_is_left() -> None:
    many = "\n".join(f"  let f{i} c = C.log c x" for i in range(400))
    found = _standing(u=f"module F (C : V1_LWT.CONSOLE) = struct\n{many}\nend\n")
    assert "100 %" not in text(found, ["."])
    assert "100 % done" not in page(found, ["."])


class _Outside(HTMLParser):
    """What a page would load, and the elements it is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "link", "img", "iframe", "object"):
            self.loads.append(tag)
        self.loads += [f"{tag} {name}" for name, _value in attrs if name in ("src", "onload")]
        if tag not in ("meta", "line", "circle", "polygon"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("line", "circle", "polygon"):
            assert self.open.pop() == tag


def test_the_page_needs_nothing_else_and_is_well_formed() -> None:
    points = [Point("c" * 40, 0, (3, 2, 1), 4), Point("", 86400, (0, 0, 0), 9)]
    shown = page(FOUND, ["."], points)
    reader = _Outside()
    reader.feed(shown)
    assert reader.loads == []
    assert reader.open == []
    assert "url(" not in shown
    assert "@import" not in shown
    assert "prefers-color-scheme: dark" in shown


def test_code_is_text_and_nothing_else() -> None:
    evil = '<script>alert(1)</script>\x1b[2J"\u202e'
    found = _standing(unikernel=UNIKERNEL.replace("<b>&", evil.replace('"', "'")))
    shown = page(found, [evil])
    assert "<script" not in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "\x1b" not in text(found, [evil])


def test_the_plot_has_every_commit_and_its_numbers() -> None:
    points = [Point("a" * 40, 1_400_000_000 + i * 86_400, (i, 2, 1), 5) for i in range(8)]
    drawn = svg(points)
    assert drawn.count("<circle") == 8
    assert "2014-05-13 aaaaaaa: 3 left, 5 done" in drawn
    assert 'aria-label="What was left at 8 commits, from 3 to 10"' in drawn
    assert svg([points[0]]).count("<circle") == 1


# -- the command ---------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config.ml").write_text(CONFIG)
    (tmp_path / "unikernel.ml").write_text(UNIKERNEL)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_the_command_prints_each_format(capsys: Capture) -> None:
    assert main(["report"]) == 1
    assert "Next:\n  mirageport fix .\n" in capsys.readouterr().out
    assert main(["report", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["summary"]["left"] == 6
    assert main(["report", "--output-format", "html", "--ignore", "config"]) == 1
    assert capsys.readouterr().out.startswith("<!DOCTYPE html>")


def test_the_command_writes_a_file(folder: Path, capsys: Capture) -> None:
    assert main(["report", "--format", "html", "--output", "report.html"]) == 1
    assert capsys.readouterr().out == ""
    assert f"The port of {folder.name} to Mirage 3" in (folder / "report.html").read_text()
    assert main(["report", "--output", "no/such/file"]) == 2
    assert "no/such/file: cannot be written" in capsys.readouterr().err


def test_the_status_says_whether_something_is_left(folder: Path, capsys: Capture) -> None:
    (folder / "config.ml").unlink()
    (folder / "unikernel.ml").write_text("let x = 1\n")
    assert main(["report"]) == 0
    (folder / "bad.ml").write_bytes(b"\xff\0")
    assert main(["report"]) == 2
    captured = capsys.readouterr()
    assert "Not checked:\n  bad.ml: " in captured.out
    assert "bad.ml" in captured.err


def test_what_fails_is_told_and_the_rest_goes_on(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mirageport.diagnostics import engine, matching

    def fails(_context: object) -> list[Finding]:
        raise ValueError("bad day")

    matchers = (*matching.GENERAL.in_files, ("a matcher", fails))
    monkeypatch.setattr(engine, "GENERAL", matching.GENERAL._replace(in_files=matchers))
    assert main(["report"]) == 2
    captured = capsys.readouterr()
    assert "6 left" in captured.out
    said = "unikernel.ml: rule a matcher failed and was left out: ValueError('bad day')"
    assert said in captured.err


def test_a_folder_that_is_called_like_an_option_is_a_folder_in_the_next_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "--diff").mkdir()
    (tmp_path / "--diff" / "config.ml").write_text('let () = Mirage.register "x" []\n')
    text = "module Main (C : V1_LWT.CONSOLE) = struct end\n"
    (tmp_path / "--diff" / "unikernel.ml").write_text(text)
    assert main(["report", "--", "--diff"]) == 1
    out = capsys.readouterr().out
    assert "mirageport fix ./--diff\n" in out
    assert "(cd ./--diff && " in out
