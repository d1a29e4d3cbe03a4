"""`mirageport verify` and `fix --verify` with a real compiler, and with what somebody put in its
place."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from mirageport.server.verify import ACCEPTED, REFUSED, UNJUDGED, Verdict, verdicts

from ..interfaces.compiler import NEW, Compiler, require
from ..interfaces.test_pages import FIRST
from ..packs import rule, unikernel
from ..sizes import NIGHTLY
from .test_schemas import faults, ours

if TYPE_CHECKING:
    from ..rules.pages import Example

ROOT = Path(__file__).parents[2]

CONFIG = """open Mirage
let main = foreign "Unikernel.Main" (console @-> job)
let () = register "a" [ main $ default_console ]
"""
NEW_CODE = """module Main (C : Mirage_console_lwt.S) = struct
  let start c = C.log c "up"
end
"""
OLD_CODE = NEW_CODE.replace("C.log c", "C.log_s c").replace(
    "Mirage_console_lwt.S", "V1_LWT.CONSOLE"
)
MARK = '#!/bin/sh\ntouch {mark}\nexec {real} "$@"\n'


class Ran(NamedTuple):
    status: int
    out: str
    err: str


class Workplace:
    """A folder with a unikernel, and outside of it one of programs and one for temporary files."""

    def __init__(self, folder: Path) -> None:
        self.real = require("ocamlc")
        self.home = folder / "work"
        self.programs = folder / "bin"
        self.temporary = folder / "tmp"
        self.mark = folder / "mark"
        for each in (self.home, self.programs, self.temporary):
            each.mkdir()
        self.path = os.path.dirname(self.real)

    def write(self, **files: str) -> None:
        """Files by their names, `__` for a dot."""
        for name, text in files.items():
            path = self.home / name.replace("__", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    def program(self, text: str, folder: Path | None = None) -> Path:
        """Put a program in the place of the compiler."""
        path = (folder or self.programs) / "ocamlc"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.format(mark=self.mark, real=self.real))
        path.chmod(0o755)
        return path

    def environment(self, **more: str) -> dict[str, str]:
        return {**os.environ, "PATH": self.path, "TMPDIR": str(self.temporary), **more}

    def run(self, *arguments: str, **more: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "mirageport.server.main", *arguments],
            cwd=self.home,
            env=self.environment(**more),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert list(self.temporary.iterdir()) == []
        return Ran(done.returncode, done.stdout, done.stderr)

    def verdict(self, name: str, *arguments: str, **more: str) -> dict[str, object]:
        ran = self.run("verify", "--output-format", "json", *arguments, **more)
        (found,) = (each for each in json.loads(ran.out)["files"] if each["file"] == name)
        return dict(found)


def _verdict(compiler: Compiler, files: dict[str, str], name: str) -> Verdict:
    """What is said of one of some files, by a compiler that has its interfaces already."""
    project = unikernel({file: text.encode() for file, text in files.items()})
    (found,) = (each for each in verdicts(project, compiler.program) if each.file == name)
    return found


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    return Workplace(tmp_path)


# -- verdicts --------------------------------------------------------------------------------------


def test_a_ported_unikernel_is_accepted(place: Workplace) -> None:
    place.write(config__ml=CONFIG, unikernel__ml=NEW_CODE)
    ran = place.run("verify")
    assert ran.status == 0
    assert ran.out.splitlines()[:2] == ["config.ml: accepted", "unikernel.ml: accepted"]
    assert ran.out.endswith("interfaces of Mirage 3.0: 2 accepted.\n")


def test_an_error_has_its_place_and_the_rule_that_knows_it(place: Workplace) -> None:
    text = NEW_CODE.replace('C.log c "up"', '(* é \U0001f42b *) C.log_s c "up"')
    place.write(config__ml=CONFIG, unikernel__ml=text)
    ran = place.run("verify", "--quiet")
    assert ran.status == 1
    assert ran.out.splitlines() == [
        "error[console-log-s]: Unbound value C.log_s",
        " --> unikernel.ml:2:27",
        "  |",
        f"2 | {text.splitlines()[1]}",
        "  |                            ^^^^^^^",
        "  = help: `mirageport fix --select console-log-s unikernel.ml`",
        "",
    ]
    found = place.verdict("unikernel.ml")
    assert (found["start"], found["end"]) == ({"line": 2, "column": 27}, {"line": 2, "column": 34})


def test_functors_that_do_not_fit_are_an_error_of_config(compiler: Compiler) -> None:
    files = {"config.ml": CONFIG, "unikernel.ml": NEW_CODE.replace("start c", "start c ()")}
    found = _verdict(compiler, files, "config.ml")
    assert (found.word, found.start) == (REFUSED, CONFIG.index("foreign"))
    assert found.message.startswith("Unikernel.Main does not fit its devices: ")
    assert _verdict(compiler, files, "unikernel.ml").word == ACCEPTED


def test_keys_have_their_types(compiler: Compiler) -> None:
    keyed = CONFIG.replace("foreign", "foreign ~keys:[ Key.abstract port ]").replace(
        "let main",
        'let port = Key.(create "web-port" Arg.(opt int 80 (info [ "web-port" ])))\nlet main',
    )
    text = NEW_CODE.replace('"up"', "(string_of_int (Key_gen.web_port ()))")
    files = {"config.ml": keyed, "unikernel.ml": text}
    assert _verdict(compiler, files, "unikernel.ml").word == ACCEPTED
    files["unikernel.ml"] = text.replace("string_of_int", "")
    assert _verdict(compiler, files, "unikernel.ml").word == REFUSED


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("let x = Sequence.empty\n", "Sequence is a library without an interface here"),
        ("let f () = let%lwt x = Lwt.return 1 in Lwt.return x\n", "it uses a ppx, `lwt`"),
        ("let f () = lwt x = g () in h x\n", "it is written in camlp4 syntax"),
        ("type t = int [@@deriving sexp]\nlet x = sexp_of_t\n", "it uses what a ppx would make"),
        ("let x = Wrong.x\n", "wrong.ml, which it needs, was not accepted"),
        ("let x = Static2.read\n", "`mirage configure` makes Static2"),
        ("let x = Key_gen.other ()\n", "`mirage configure` makes Key_gen"),
        ("module C = Fmt\nlet x = C.not_listed\n", "our interface of Fmt is incomplete"),
    ],
)
def test_what_cannot_be_judged_says_why(compiler: Compiler, text: str, why: str) -> None:
    files = {"config.ml": CONFIG, "wrong.ml": "let x : int = true\n", "other.ml": text}
    found = _verdict(compiler, files, "other.ml")
    assert found.word == UNJUDGED
    assert found.message.startswith(why)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("setup.ml", "it builds the unikernel"),
        ("main.ml", "`mirage configure` generates it"),
        ("-ppx=false.ml", "its name is not that of a module"),
        ("below/unused.ml", "no file next to config.ml uses it"),
        ("a.ml", "it depends on files that depend on each other in a cycle"),
    ],
)
def test_what_is_no_part_of_it_is_not_judged(compiler: Compiler, name: str, why: str) -> None:
    files = {"config.ml": CONFIG, "a.ml": "let x = B.x\n", "b.ml": "let x = A.x\n"}
    found = _verdict(compiler, {name: "let x : int = true\n", **files}, name)
    assert found.word == UNJUDGED
    assert found.message.startswith(why)


def test_files_below_are_judged_where_they_are_needed(place: Workplace) -> None:
    place.write(config__ml=CONFIG, other__ml="let x = Helper.x + 1\n")
    (place.home / "lib").mkdir()
    (place.home / "lib" / "helper.ml").write_text("let x = 1\n")
    (place.home / "lib" / "helper.mli").write_text("val x : int\n")
    ran = place.run("verify")
    assert ran.out.count(": accepted\n") == 4


def test_the_status_tells_what_was_judged(place: Workplace) -> None:
    place.write(other__ml="let x = Yojson.null\n")
    assert place.run("verify").status == 2
    place.write(fine__ml="let x = 1\n")
    assert place.run("verify").status == 0
    place.write(wrong__ml="let x : int = true\n")
    assert place.run("verify").status == 1
    nothing = place.run("verify", str(place.programs))
    assert (nothing.status, "no OCaml file" in nothing.err) == (2, True)


def test_the_json_is_as_its_schema_says(place: Workplace) -> None:
    place.write(config__ml=CONFIG, unikernel__ml=OLD_CODE, other__ml="let x = Yojson.null\n")
    (place.home / "binary.ml").write_bytes(b"\xff\0")
    ran = place.run("verify", "--output-format", "json")
    told = json.loads(ran.out)
    assert {each["verdict"] for each in told["files"]} == {ACCEPTED, REFUSED, UNJUDGED}
    assert told["errors"]
    assert faults(ours("verify"), told) == []


# A page of each kind of rule in CI, all of them at night.
COMPARED = [page for page in FIRST if "target" not in rule(str(page.id)).options]
KINDS = {rule(str(page.id)).kind: page for page in COMPARED}


@pytest.mark.parametrize(("name", "example"), COMPARED if NIGHTLY else KINDS.values())
def test_verify_agrees_with_the_tests_compiler(
    compiler: Compiler, name: str, example: Example
) -> None:
    """On every file that both judge, before and after."""
    for files in (example.files, {**example.files, **example.after}):
        project = unikernel({file: text.encode() for file, text in files.items()})
        refused = {each.file for each in compiler.check(NEW, files, ["-w", "-a"])}
        for verdict in verdicts(project, compiler.program):
            if verdict.word == ACCEPTED:
                assert verdict.file not in refused
            elif verdict.word == REFUSED and "fit its devices" not in verdict.message:
                assert verdict.file in refused


# -- which compiler, and how it is run -------------------------------------------------------------


@pytest.mark.parametrize("entry", ["bin", "_opam/bin", ""])
@pytest.mark.parametrize("relative", [True, False])
def test_a_compiler_of_the_project_is_never_run(
    place: Workplace, entry: str, relative: bool
) -> None:
    place.write(config__ml=CONFIG, unikernel__ml=NEW_CODE)
    place.program(MARK, place.home / entry)
    first = entry if relative else str(place.home / entry)
    ran = place.run("verify", PATH=os.pathsep.join([first, place.path]))
    assert ran.status == 0
    assert not place.mark.exists()


def test_a_link_to_a_compiler_of_the_project_is_not_followed(place: Workplace) -> None:
    (place.home / ".git").mkdir()
    place.write(config__ml=CONFIG, unikernel__ml=NEW_CODE)
    (place.programs / "ocamlc").symlink_to(place.program(MARK, place.home / "tools"))
    ran = place.run("verify", PATH=str(place.programs))
    assert ran.status == 2
    assert "is inside the project and is not run" in ran.err
    assert not place.mark.exists()


def test_without_a_compiler_it_says_so(place: Workplace) -> None:
    place.write(config__ml=CONFIG, unikernel__ml=OLD_CODE)
    ran = place.run("verify", PATH=str(place.programs))
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("mirageport: there is no ocamlc on the PATH")


@pytest.mark.parametrize(
    "variables",
    [
        {"OCAMLPARAM": "_,pp=touch MARK; cat"},
        {"OCAMLPARAM": "_,ppx=touch MARK;"},
        {"CAMLLIB": "/nowhere", "OCAMLLIB": "/nowhere"},
    ],
)
def test_the_environment_tells_the_compiler_nothing(
    place: Workplace, variables: dict[str, str]
) -> None:
    place.write(config__ml=CONFIG, unikernel__ml=NEW_CODE)
    more = {key: value.replace("MARK", str(place.mark)) for key, value in variables.items()}
    assert place.run("verify", **more).status == 0
    assert not place.mark.exists()


def test_a_line_that_claims_to_be_another_file_is_none(place: Workplace) -> None:
    secret = place.home.parent / "secret"
    secret.write_text("the secret\n")
    place.write(other__ml=f'# 1 "{secret}"\nlet x : int = true\n')
    ran = place.run("verify")
    assert " --> other.ml:2:15\n" in ran.out
    assert "the secret" not in ran.out


SLOW = """#!/bin/sh
case "$*" in
*-version*) echo 4.14.0 ;;
*) sleep 100 & echo $! > {mark}; wait ;;
esac
"""


def test_a_compiler_that_does_not_end_is_stopped_with_all_it_started(place: Workplace) -> None:
    place.write(config__ml=CONFIG)
    place.program(SLOW)
    began = time.monotonic()
    ran = place.run("verify", "--timeout", "1", PATH=f"{place.programs}:{os.defpath}")
    assert time.monotonic() - began < 30
    assert (ran.status, "does not say in time" in ran.err) == (2, True)
    assert not _alive(int(place.mark.read_text()))


def test_types_that_grow_without_end_are_not_judged(place: Workplace) -> None:
    pairs = "".join(f"let x{n + 1} = fun y -> x{n} (x{n} y)\n" for n in range(40))
    place.write(other__ml=f"let x0 = fun y -> (y, y)\n{pairs}", fine__ml="let x = 1\n")
    ran = place.run("verify", "--timeout", "2")
    assert ran.status == 0
    assert "fine.ml: accepted\nother.ml: not judged: the compiler " in ran.out


def test_a_file_that_the_compiler_does_not_survive_costs_itself(place: Workplace) -> None:
    deep = "1 :: " * 100_000 + "[]"
    place.write(a__ml=f"let x = {deep}\n", b__ml="let x = D.x\n", d__ml="let x = 1\n")
    place.write(c__ml="let = 1\n")
    lines = place.run("verify").out.splitlines()
    assert lines[0].startswith("a.ml: not judged: the compiler ")
    assert lines[1] == "b.ml: accepted"
    assert lines[2].startswith("error: Syntax error")
    assert lines[3] == " --> c.ml:1:5"
    assert "d.ml: accepted" in lines[4:]


def test_a_compiler_that_prints_without_end_is_stopped(place: Workplace) -> None:
    place.write(config__ml=CONFIG)
    place.program('#!/bin/sh\ncase "$*" in\n*-version*) echo 4.14.0 ;;\n*) yes ;;\nesac\n')
    ran = place.run("verify", "--timeout", "1", PATH=f"{place.programs}:{os.defpath}")
    assert ran.status == 2
    assert len(ran.out + ran.err) < 10_000


def test_a_signal_leaves_nothing_behind(place: Workplace) -> None:
    place.write(config__ml=CONFIG)
    place.program(SLOW)
    process = subprocess.Popen(
        [sys.executable, "-m", "mirageport.server.main", "verify"],
        cwd=place.home,
        env=place.environment(PATH=f"{place.programs}:{os.defpath}"),
        stderr=subprocess.DEVNULL,
    )
    end = time.monotonic() + 30
    while not (place.mark.exists() and place.mark.read_text()) and time.monotonic() < end:
        time.sleep(0.05)
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) != 0
    assert list(place.temporary.iterdir()) == []
    assert not _alive(int(place.mark.read_text()))


def _alive(process: int) -> bool:
    """Whether a process still runs; one that nobody has waited for yet does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


FIVE = """#!/bin/sh
for last; do :; done
case "$1 $last" in
"-version "*) echo 5.1.1 ;;
*" other.ml") case $1 in -c)
  printf 'File "other.ml", line 1, characters 8-24:\\nError: Unbound value String.uppercase\\n'
  exit 2 ;; *) exec {real} "$@" ;; esac ;;
*) exec {real} "$@" ;;
esac
"""


def test_what_ocaml_5_judges_differently_is_said(place: Workplace) -> None:
    place.write(other__ml="let x = String.uppercase\n", fine__ml="let x = 1\n")
    place.program(FIVE)
    ran = place.run("verify", PATH=f"{place.programs}:{os.defpath}")
    assert ran.status == 0
    assert (
        "other.ml: not judged: the standard library of OCaml 5.1.1 no longer has String.upp"
        in ran.out
    )
    assert ran.out.splitlines()[-1].startswith("OCaml 5.1.1 no longer has all that Mirage 3.0's")


# -- fix --verify ----------------------------------------------------------------------------------

# Refuses what a port makes of a call of the console.
REFUSES = """#!/bin/sh
for last; do :; done
if [ "$1 $last" = "-c unikernel.ml" ] && grep -q 'C.log c' unikernel.ml; then
  printf 'File "unikernel.ml", line 2, characters 16-21:\\nError: This is a drill\\n'
  exit 2
fi
exec {real} "$@"
"""


def test_a_port_that_the_compiler_accepts_is_written(place: Workplace) -> None:
    place.write(config__ml=CONFIG, unikernel__ml=OLD_CODE)
    assert place.run("fix", "--verify").status == 0
    assert (place.home / "unikernel.ml").read_text() == NEW_CODE


@pytest.mark.parametrize("arguments", [("fix", "--verify"), ("fix", "--verify", "--diff")])
def test_a_port_that_the_compiler_refuses_is_not_written(
    place: Workplace, arguments: tuple[str, ...]
) -> None:
    place.write(config__ml=CONFIG, unikernel__ml=OLD_CODE)
    place.program(REFUSES)
    ran = place.run(*arguments, PATH=f"{place.programs}:{os.defpath}")
    assert ran.status == 2
    assert (
        "unikernel.ml: not written: the compiler rejects the result of the fix at line 2" in ran.err
    )
    assert "+module" not in ran.out
    assert (place.home / "unikernel.ml").read_text() == OLD_CODE


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # A mistake that was there before, in the same place and in another one.
        (
            OLD_CODE.replace("start c", "start c : int"),
            NEW_CODE.replace("start c", "start c : int"),
        ),
        (f"{OLD_CODE}let x : int = true\n", f"{NEW_CODE}let x : int = true\n"),
        # What is left to do by hand.
        (
            f"{OLD_CODE}let began = Clock.time ()\n",
            f"{NEW_CODE}let began = Clock.time ()\n",
        ),
    ],
)
def test_what_was_refused_before_does_not_stop_a_port(
    place: Workplace, before: str, after: str
) -> None:
    place.write(config__ml=CONFIG, unikernel__ml=before)
    place.run("fix", "--verify")
    assert (place.home / "unikernel.ml").read_text() == after


def test_an_error_that_a_finding_announces_does_not_stop_a_port(place: Workplace) -> None:
    old, new = (text.replace('"up"', "(now (Clock.time ()))") for text in (OLD_CODE, NEW_CODE))
    place.write(config__ml=CONFIG, unikernel__ml=old)
    place.program(REFUSES)
    assert place.run("fix", "--verify", PATH=f"{place.programs}:{os.defpath}").status == 1
    assert (place.home / "unikernel.ml").read_text() == new


def test_without_a_compiler_nothing_is_written(place: Workplace) -> None:
    place.write(config__ml=CONFIG, unikernel__ml=OLD_CODE)
    ran = place.run("fix", "--verify", PATH=str(place.programs))
    assert (ran.status, "no ocamlc" in ran.err) == (2, True)
    assert (place.home / "unikernel.ml").read_text() == OLD_CODE
