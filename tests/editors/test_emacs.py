"""The Emacs integration in the real editor, without a screen.

With Eglot and mirageport as the buffer's server, and beside another server over the command line.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mirageport.mirage.workflow.file_names import language

from .unikernels import (
    AROUND,
    AROUND_FIXED,
    AROUND_PLACE,
    BOUND,
    CASES,
    CONFLICT,
    CONFLICT_SUMMARY,
    EXPLAINED,
    LOG,
    NAMES,
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
    verified,
    write,
)

FOLDER = ROOT / "editors" / "emacs"
SCRIPT = Path(__file__).with_name("emacs.el")

# Another server in the same buffer.
OTHER = [sys.executable, "-m", "tests.editors.other_server"]

MODES = {
    "tuareg": ("tuareg", "tuareg-mode"),
    "caml": ("caml", "caml-mode"),
    "none": (None, "mirageport-ocaml-mode"),
}


CHECKDOC = """
(progn
  (require 'checkdoc)
  (let ((checkdoc-diagnostic-buffer "*complaints*"))
    (with-current-buffer (find-file-noselect (pop command-line-args-left))
      (checkdoc-current-buffer t))
    (with-current-buffer "*complaints*"
      (princ (buffer-string)))))
"""


def emacs() -> str:
    return shutil.which("emacs") or missing("Emacs")


def run(
    arguments: list[str], work: Path, folder: Path | None = None, **more: str
) -> subprocess.CompletedProcess[bytes]:
    """Emacs without a screen, with Debian's packages but nobody's settings, started in `folder`."""
    return subprocess.run(
        [emacs(), "--batch", "-q", "--no-site-file", *arguments],
        cwd=folder,
        env={**environment(work), **more},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )


def drive(
    kind: Case, folder: Path, work: Path, variables: Any = None, **job: Any
) -> dict[str, Any]:
    """Run the session in the folder; returns what was seen."""
    report = work / "report.json"
    more = {
        "command": kind.program,
        "file": str(folder / "unikernel.ml"),
        "rule": kind.rule,
        "report": str(report),
    }
    (work / "job.json").write_text(json.dumps({**more, **job}))
    result = run(
        ["-L", str(FOLDER), "-l", str(SCRIPT)],
        work,
        folder,
        MIRAGEPORT_E2E=str(work / "job.json"),
        **(variables or {}),
    )
    assert report.exists(), result.stderr.decode(errors="replace")
    seen: dict[str, Any] = json.loads(report.read_text())
    assert "error" not in seen, seen["error"]
    return seen


def check_marks(seen: dict[str, Any], expected: Expected) -> None:
    """Every squiggle where it should be and none elsewhere: no old name in a comment has one."""
    shown = [
        {**place, "rule": str(text).partition("[")[2].partition("]")[0]}
        for place in seen["diagnostics"]
        for text in [place.pop("text")]
    ]
    places = ("line", "start", "stop", "rule")
    assert sorted([each[key] for key in places] for each in shown) == sorted(
        [each[key] for key in places] for each in expected.shown
    )


def check_report(seen: dict[str, Any], expected: Expected) -> None:
    assert sorted(map(tuple, seen["entries"])) == sorted(expected.report)
    file, line, column, told = seen["visited"]
    assert (file, column) == ("unikernel.ml", told)
    assert ("unikernel.ml", line) in {entry[:2] for entry in expected.report}


@pytest.mark.parametrize(
    ("case", "mode"), [("fake", "tuareg"), ("real", "tuareg"), ("real", "caml"), ("real", "none")]
)
def test_a_session_with_eglot(case: str, mode: str, tmp_path: Path) -> None:
    kind = CASES[case]
    folder = write(kind, tmp_path)
    expected = expectation(kind, folder, "utf-32")
    place = expected.shown[expected.at]
    package, major = MODES[mode]
    seen = drive(
        kind, folder, tmp_path, how="eglot", mode=major, require=package,
        line=place["line"], column=place["start"], title=expected.title,
        **{"beside-count": len(expected.beside)},
    )  # fmt: skip
    assert seen["mode"] == major
    check_marks(seen, expected)
    assert sorted(
        (line, text.split()[1].strip("[]:")) for line, _, text in seen["beside"]
    ) == sorted((line + 1, rule) for line, _, rule in expected.beside)
    check_report(seen, expected)
    assert seen["explained"] == kind.rule
    assert seen["others"] == []
    for key in ("fixed_one", "fixed_rule", "fixed_all"):
        assert seen[key] == getattr(expected, key), key
    assert on_disk(folder) == expected.files
    (asked,) = seen["asked"]
    assert "Server wants to" in asked
    assert str(folder / "config.ml") in asked
    assert {seen["again"], seen["again-from-report"]} == {"mirageport: nothing to fix"}
    assert seen["left"] == expected.left
    assert seen["restarted"]


@pytest.mark.parametrize("mode", MODES)
def test_a_session_beside_another_server(mode: str, tmp_path: Path) -> None:
    kind = CASES["real"]
    folder = write(kind, tmp_path)
    expected = expectation(kind, folder, "utf-32")
    place = expected.shown[expected.at]
    package, major = MODES[mode]
    seen = drive(
        kind, folder, tmp_path, how="beside", mode=major, require=package,
        line=place["line"], column=place["start"], beside=OTHER,
    )  # fmt: skip
    assert seen["mode"] == major
    check_marks(seen, expected)
    check_report(seen, expected)
    assert {item["text"] for item in seen["others"]} == {"other [infix]: another server's word"}
    assert seen["page"].startswith(f"{kind.rule}: ")
    for key in ("fixed_rule", "fixed_all"):
        assert seen[key] == getattr(expected, key), key
    assert on_disk(folder) == expected.files
    assert seen["asked"] == ["Port the unikernel like this? "]
    assert {seen["again"], seen["again-from-report"]} == {"mirageport: nothing to fix"}
    assert seen["left"] == expected.left


def test_the_compiler_is_asked(tmp_path: Path) -> None:
    kind = CASES["real"]
    folder = write(kind, tmp_path)
    (folder / "other.ml").write_text("let x = Yojson.null\n")
    told = verified(folder, "characters")
    seen = drive(
        kind, folder, tmp_path, what="compiler", how="beside", mode="tuareg-mode",
        require="tuareg", log=LOG,
    )  # fmt: skip
    kinds = {"error": "E", "not judged": "I"}
    assert [(*place, kinds[word]) for *place, word in seen["entries"]] == [
        (file, line, column or 1, kind) for file, line, column, kind in told
    ]
    assert seen["said"] == f"mirageport: {len(told)} not accepted"
    assert seen["again"] == len(told)
    assert "tcp-get-dest: " in seen["of_message"]
    assert seen["of_log"].splitlines()[:2] == EXPLAINED
    (asked,) = seen["asked"]
    assert asked.startswith("Save unikernel.ml")


def test_what_is_ported_is_judged(tmp_path: Path) -> None:
    folder = conflicting(tmp_path)
    seen = drive(
        CASES["real"], folder, tmp_path, what="self-check", how="beside", mode="tuareg-mode",
        require="tuareg",
    )  # fmt: skip
    file, line, column, message = CONFLICT
    assert seen["entries"] == [[file, line, column, "conflict", message]]
    assert seen["said"] == f"mirageport: {CONFLICT_SUMMARY}"
    assert seen["again"] == 1
    (asked,) = seen["asked"]
    assert asked.startswith("Save unikernel.ml")


def test_settings_reach_the_server(tmp_path: Path) -> None:
    kind = CASES["real"]
    folder = write(kind, tmp_path)
    expected = expectation(kind, folder, "utf-32")
    report = tmp_path / "report.json"
    job = {
        "command": kind.program, "how": "eglot", "mode": "tuareg-mode", "require": "tuareg",
        "ignore": ["flow-read"], "look": True, "file": str(folder / "unikernel.ml"),
        "report": str(report),
    }  # fmt: skip
    seen = drive(kind, folder, tmp_path, **job)
    left = [each for each in expected.shown if each["rule"] != "flow-read"]
    assert len(left) < len(expected.shown)
    check_marks(seen, expected._replace(shown=left))


def test_it_compiles_without_a_warning(tmp_path: Path) -> None:
    copy = tmp_path / "mirageport.el"
    copy.write_bytes((FOLDER / "mirageport.el").read_bytes())
    strict = "(setq byte-compile-error-on-warn t)"
    result = run(["--eval", strict, "-f", "batch-byte-compile", str(copy)], tmp_path)
    assert result.returncode == 0, result.stderr.decode()
    assert b"Warning" not in result.stderr, result.stderr.decode()
    assert copy.with_suffix(".elc").exists()


def test_its_documentation_is_as_emacs_wants_it(tmp_path: Path) -> None:
    result = run(["--eval", CHECKDOC, str(FOLDER / "mirageport.el")], tmp_path)
    assert result.returncode == 0, result.stderr.decode()
    complaints = [
        line for line in result.stdout.decode().splitlines() if re.match(r"\S+\.el:\d", line)
    ]
    assert complaints == []


@pytest.mark.parametrize("how", ["eglot", "beside"])
def test_a_missing_program_is_told(how: str, tmp_path: Path) -> None:
    folder = write(CASES["real"], tmp_path)
    seen = drive(
        CASES["real"], folder, tmp_path, how=how, mode="tuareg-mode", require="tuareg",
        what="trouble", command=["mirageport-of-nobody"],
    )  # fmt: skip
    missing_program = "cannot find ‘mirageport-of-nobody’; install it or customize"
    assert missing_program in seen["messages"]
    report, port, restart = seen["told"]
    assert missing_program in report
    assert missing_program in port
    # A person finds what is told on the page.
    page = (ROOT / "docs" / "editors" / "emacs.md").read_text()
    told = {report, port}
    if how == "eglot":
        told.add(restart)
    else:
        told.update(
            re.findall(
                r"Disabling backend mirageport-flymake because mirageport: cannot "
                r"find ‘mirageport-of-nobody’;",
                seen["messages"],
            )
        )
        assert len(told) == 2
    for each in told:
        assert each.replace("mirageport-of-nobody", "mirageport") in page


def test_the_page_is_enough(tmp_path: Path) -> None:
    """What the page has a person put into `init.el` is all there is to do."""
    kind = CASES["real"]
    folder = write(kind, tmp_path)
    expected = expectation(kind, folder, "utf-32")
    (tmp_path / "mirageport").symlink_to(ROOT)
    page = (ROOT / "docs" / "editors" / "emacs.md").read_text()
    lines = page.partition("```elisp\n")[2].partition("```")[0]
    assert len(lines.splitlines()) == 3
    (tmp_path / "init.el").write_text(lines)
    seen = drive(
        kind, folder, tmp_path, what="newcomer", init=str(tmp_path / "init.el"), mode="tuareg-mode",
        require="tuareg", how="eglot", path=command_on_path(tmp_path),
    )  # fmt: skip
    check_marks(seen, expected)
    assert on_disk(folder) == expected.ported


def test_files_around_a_unikernel(tmp_path: Path) -> None:
    kind = CASES["real"]
    folder = write(kind, tmp_path)
    makefile = folder / "Makefile"
    makefile.write_text(AROUND)
    elsewhere = tmp_path / "Makefile"
    elsewhere.write_text(AROUND)
    names = [str(folder / name) for name in NAMES]
    code = bounded(tmp_path)
    seen = drive(
        kind, folder, tmp_path, what="around", how="around", mode="tuareg-mode", require="tuareg",
        file=str(makefile), names=names, elsewhere=str(elsewhere), code=[*map(str, code)],
    )  # fmt: skip
    assert [
        (each["line"], each["start"], each["stop"]) for each in seen["diagnostics"] if each["start"]
    ] == [AROUND_PLACE]
    assert seen["fixed_all"] == makefile.read_text() == AROUND_FIXED
    assert seen["around"] == [bool(language(name)) for name in names]
    assert not seen["elsewhere"]
    rule = "stdlib-pervasives"
    places = [(0, text.index("Stdlib"), rule) for text in code.values()]
    assert [tuple(each) for each in seen["code"]] == places
    assert {path: path.read_text() for path in code} == code
    assert seen["explained"] == "stdlib-pervasives: Pervasives is Stdlib"


@pytest.mark.parametrize("how", ["eglot", "beside"])
def test_nothing_of_the_folder_is_run(how: str, tmp_path: Path) -> None:
    """Whatever stands where Python or a search for programs might look."""
    kind = CASES["real"]
    folder = write(kind, tmp_path)
    trace = set_traps(folder, tmp_path)
    seen = drive(
        kind, folder, tmp_path, lured(tmp_path), how=how, mode="tuareg-mode", require="tuareg",
        look="report", command=["mirageport"],
    )  # fmt: skip
    assert seen["diagnostics"]
    assert not trace.exists(), trace.read_text()


def test_a_config_that_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    folders = hostile_configs(tmp_path)
    (tmp_path / "pipe" / "x.opam").write_text(BOUND)
    os.mkfifo(tmp_path / "pipe" / "opam")
    (tmp_path / "empty" / "x.opam").write_text(BOUND.replace("5.0", "5.9"))
    files = [str(folder / "unikernel.ml") for folder in folders]
    seen = drive(
        CASES["real"], tmp_path, tmp_path, what="roots", how="eglot", mode="tuareg-mode",
        require="tuareg", files=files,
    )  # fmt: skip
    served = [each.name.startswith("good") or each.name == "pipe" for each in folders]
    good = [good and str(folder) for folder, good in zip(folders, served, strict=True)]
    assert seen["roots"] == good
