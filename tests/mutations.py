"""Whether the tests fail when the product is broken: `python -m tests.mutations`.

Each mutation breaks one function in a copy of the checkout, where the tests named for it then run.
One that they pass is a promise without a test: it is printed, and the exit status is 1. Give this
list a mutation for each fault that a test missed. `--sites COUNT --seed SEED` goes on with so many
conditions negated and calls dropped by chance in the modules that write files, plan edits and hold
edits. Survivors among these are printed and change no exit status: some change nothing that
anybody could see.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .all import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

LEFT_OUT = shutil.ignore_patterns(".venv", ".git", ".*_cache", "__pycache__", "build")
SECONDS = 900
"""A test that runs so long against a broken product has noticed it."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Moved(Exception):
    """A mutation that fits the product no more; the message says what to look for."""


class Mutation(NamedTuple):
    """A fault. module: path from the root. function: its name with its classes'. old: text that
    stands once in the function, empty for all behind its docstring; new: what takes its place.
    tests: what has to fail then, as pytest takes it."""

    fault: str
    module: str
    function: str
    old: str
    new: str
    tests: tuple[str, ...]


class Site(NamedTuple):
    """A place by chance: start, end: its characters in the module; new: what takes its place."""

    module: str
    function: str
    line: int
    start: int
    end: int
    new: str


WRITING = "tests/command_line/test_writing.py"
EDITS = "tests/code_actions/test_edits.py"
PIPELINE = "tests/properties/test_pipeline.py"

LISTED = [
    Mutation(
        "no look at the file before staging",
        "server/writing.py", "_stage", "if not _holds(move.target, old):", "if False:",
        (f"{WRITING}::test_a_file_that_changed_since_it_was_read",),
    ),
    Mutation(
        "no fsync of what was written",
        "server/writing.py", "_put", "os.fsync(handle)", "pass",
        (f"{WRITING}::test_a_power_failure_leaves_all_old_or_all_new",),
    ),
    Mutation(
        "no fsync of permissions",
        "server/writing.py", "_create", "os.fsync(handle)", "pass",
        (f"{WRITING}::test_a_power_failure_leaves_all_old_or_all_new",),
    ),
    Mutation(
        "no fsync of folders",
        "server/writing.py", "_sync_folder", "os.fsync(handle)", "pass",
        (f"{WRITING}::test_a_power_failure_leaves_all_old_or_all_new",),
    ),
    Mutation(
        "no fsync of folders before the set is decided",
        "server/writing.py", "write", "_sync_folders(moves)", "pass",
        (f"{WRITING}::test_a_power_failure_leaves_all_old_or_all_new",),
    ),
    Mutation(
        "no fsync of the journal's folder before anything is staged",
        "server/writing.py", "_begin", "_sync_folder(folder)", "pass",
        (f"{WRITING}::test_a_power_failure_leaves_all_old_or_all_new",),
    ),
    Mutation(
        "no fsync of folders before the journal goes",
        "server/writing.py", "_finish", "_sync_folders(moves)", "pass",
        (f"{WRITING}::test_a_power_failure_leaves_all_old_or_all_new",),
    ),
    Mutation(
        "no old text kept where there are no links",
        "server/writing.py", "_stage", "_create(move.old, old, status, move.target)", "pass",
        (f"{WRITING}::test_without_links_too_the_others_are_taken_back",),
    ),
    Mutation(
        "a write through a link that leads out of the tree",
        "server/writing.py", "_plan", "if not inside(target, tops):", "if False:",
        (f"{WRITING}::test_nothing_is_written_through_a_link_that_leads_out",),
    ),
    Mutation(
        "Ctrl-C leaves staging behind",
        "server/writing.py", "write",
        "_give_up(folder, journal, moves)\n        raise", "raise",
        (f"{WRITING}::test_ctrl_c_leaves_nothing_behind",),
    ),
    Mutation(
        "the owner is not kept",
        "server/writing.py", "_create", "os.chown(handle, like.st_uid, like.st_gid)", "pass",
        (f"{WRITING}::test_the_owner_stays",),
    ),
    Mutation(
        "a closed document's unsaved text is kept as the file's",
        "server/workspace.py", "Workspace._updated", "project = project.without(name)", "pass",
        ("tests/server/test_workspace.py::test_unsaved_text_ends_with_its_document",),
    ),
    Mutation(
        "line endings are not adapted",
        "code_actions/settle.py", "_fitting",
        'if "\\n" in text and source.newline != "\\n":', "if False:",
        (f"{EDITS}::test_lines_end_as_in_the_file",),
    ),
    Mutation(
        "line endings are not adapted in a whole run",
        "code_actions/settle.py", "_fitting",
        'if "\\n" in text and source.newline != "\\n":', "if False:",
        ("tests/command_line/test_commands.py::test_line_endings_mark_and_last_newline_stay",),
    ),
    Mutation(
        "line endings are not adapted in a port",
        "code_actions/settle.py", "_fitting",
        'if "\\n" in text and source.newline != "\\n":', "if False:",
        (f"{PIPELINE}::test_a_port_ends_once_and_breaks_nothing",),
    ),
    Mutation(
        "comments of removed code are dropped",
        "code_actions/carry.py", "_left_alone", "", 'return ""',
        ("tests/properties/test_comments.py",),
    ),
    Mutation(
        "comments of replaced code are dropped",
        "code_actions/settle.py", "_with_comments", "", "return edits",
        (f"{PIPELINE}::test_a_port_ends_once_and_breaks_nothing",),
    ),
    Mutation(
        "no check for torn syntax",
        "code_actions/fixes.py", "tears_nothing", "", "return True",
        (f"{PIPELINE}::test_every_finding_and_every_fix_is_sound",),
    ),
    Mutation(
        "no check for torn syntax in a port",
        "code_actions/plan.py", "_torn", "", "return []",
        (f"{PIPELINE}::test_a_port_ends_once_and_breaks_nothing",),
    ),
    Mutation(
        "overlapping edits are allowed",
        "ocaml/edit.py", "Edits.__new__", "if conflict(one, other):", "if False:",
        (f"{EDITS}::test_edits_that_touch_are_refused",),
    ),
    Mutation(
        "findings that hide others are not joined with them",
        "diagnostics/together.py", "joined", "", "return findings",
        ("tests/properties/test_orders.py",),
    ),
    Mutation(
        "a port is not judged before it is written",
        "code_actions/gate.py", "gated", "", "return run(frozenset())[0]",
        ("tests/selfcheck/test_gate.py",),
    ),
    Mutation(
        "a fix is taken back that brings nothing about",
        "code_actions/gate.py", "_judged",
        "if not all(e.file in rest.unread or there.hold(e) for e in blamed[fix])", "if True",
        ("tests/selfcheck/test_gate.py::test_a_fix_that_brings_nothing_about_is_kept",),
    ),
    Mutation(
        "a second run goes on where fixes were taken back",
        "code_actions/gate.py", "gated", "if not ported.undone:", "if True:",
        (
            "tests/selfcheck/test_gate.py"
            "::test_a_second_run_has_nothing_to_do_where_fixes_were_taken_back",
        ),
    ),
    Mutation(
        "all others wait for a fix that tears",
        "code_actions/plan.py", "_combined", "if not torn:", "if True:",
        ("tests/code_actions/test_plan.py::test_others_do_not_wait_for_a_fix_that_tears",),
    ),
    Mutation(
        "a missing name does not count as unreadable",
        "ocaml/tree.py", "_is_broken",
        "return node.has_error and not any(c.has_error or c.is_error for c in node.children)",
        "return False",
        ("tests/ocaml/test_tree.py::test_a_name_that_is_missing_is_broken",),
    ),
    Mutation(
        "no pause between two findings",
        "diagnostics/engine.py", "check", "paced(matcher(context), project.pause)",
        "matcher(context)",
        ("tests/diagnostics/test_pauses.py::test_work_pauses_between_two_findings",),
    ),
    Mutation(
        "names of files are options in hooks",
        "server/commands/options.py", "of_hook", "", "return given[1:]",
        ("tests/command_line/test_team.py::test_a_hook_takes_no_file_for_an_option",),
    ),
    Mutation(
        "lines of an edited text are off by one",
        "ocaml/source.py", "_edited_lines", "start + at + 1", "start + at",
        ("tests/ocaml/test_source.py::test_an_edited_text_has_the_lines_of_a_fresh_one",),
    ),
    Mutation(
        "lines behind an edit are off by one",
        "ocaml/source.py", "_edited_lines", "line + shift", "line + shift + 1",
        (f"{PIPELINE}::test_what_is_known_after_edits_is_what_a_fresh_start_knows",),
    ),
]  # fmt: skip

BY_CHANCE = {
    "server/writing.py": (WRITING, "tests/command_line/test_hostile.py"),
    "code_actions/plan.py": (
        "tests/code_actions", "tests/properties/test_orders.py", PIPELINE, "tests/rules",
    ),
    "code_actions/gate.py": ("tests/selfcheck/test_gate.py",),
    "ocaml/edit.py": (EDITS, "tests/code_actions", PIPELINE),
    "code_actions/settle.py": (EDITS, "tests/properties/test_comments.py", "tests/rules", PIPELINE),
    "code_actions/carry.py": (EDITS, "tests/properties/test_comments.py", "tests/rules", PIPELINE),
    "diagnostics/together.py": ("tests/properties/test_orders.py", "tests/rules"),
}  # fmt: skip
"""The modules whose conditions and calls are broken by chance, and the tests that have to fail."""


# -- finding and changing ----------------------------------------------------------------------


def functions(tree: ast.AST, inside: str = "") -> Iterator[tuple[str, Function]]:
    """The functions of a module and of its classes, each with its qualified name."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, Function):
            yield f"{inside}{node.name}", node
        elif isinstance(node, ast.ClassDef):
            yield from functions(node, f"{inside}{node.name}.")


def mutated(text: str, mutation: Mutation) -> str:
    """A module's text with its fault. Raises `Moved` where the function, or the text in it, is not
    there once, and `SyntaxError` where that makes no Python."""
    place = f"{mutation.module}: {mutation.function}"
    found = [node for name, node in functions(ast.parse(text)) if name == mutation.function]
    if len(found) != 1:
        raise Moved(f"{place} is there {len(found)} times; say where it moved")
    body = found[0].body
    if not mutation.old:
        first = body[1] if ast.get_docstring(found[0]) is not None else body[0]
        start, end = _span(text, first)[0], _span(text, body[-1])[1]
    else:
        start, end = _span(text, found[0])
        if text.count(mutation.old, start, end) != 1:
            raise Moved(f"{place} does not hold {mutation.old!r} once; say what it became")
        start = text.index(mutation.old, start)
        end = start + len(mutation.old)
    result = text[:start] + mutation.new + text[end:]
    ast.parse(result)
    return result


def sites(module: str, text: str) -> list[Site]:
    """Every condition and every call for its effect alone in the functions of a module."""
    found = []
    for name, function in functions(ast.parse(text)):
        for node in ast.walk(function):
            conditions: list[ast.expr] = []
            if isinstance(node, ast.If | ast.While | ast.IfExp):
                conditions = [node.test]
            elif isinstance(node, ast.comprehension):
                conditions = node.ifs
            for each in conditions:
                start, end = _span(text, each)
                new = f"(not ({text[start:end]}))"
                found.append(Site(module, name, each.lineno, start, end, new))
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
                found.append(Site(module, name, node.lineno, *_span(text, node), "pass"))
    return found


def _span(text: str, node: ast.stmt | ast.expr) -> tuple[int, int]:
    """The first character of a node, and the one behind it."""
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    lines = text.splitlines(keepends=True)
    ends = []
    for line, column in ((node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)):
        before = lines[line - 1].encode()[:column].decode()
        ends.append(sum(map(len, lines[: line - 1])) + len(before))
    return ends[0], ends[1]


# -- running -----------------------------------------------------------------------------------


class Copy:
    """A copy of the checkout, whose tests import the copied product."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "product"
        shutil.copytree(ROOT, self.root, ignore=LEFT_OUT, symlinks=True)
        # No cached bytecode: two faults of one length written in one second look alike to it. The
        # cases of every run are the same ones, so that a survivor is no matter of luck.
        self.environment = {
            **os.environ,
            "PYTHONPATH": str(self.root),
            "PYTHONDONTWRITEBYTECODE": "1",
            "CI": "true",
        }
        self.environment.pop("MIRAGEPORT_NIGHTLY", None)
        for module in {each.module for each in LISTED}:
            self._is_imported(module)

    def _is_imported(self, module: str) -> None:
        name = f"mirageport.{module.removesuffix('.py').replace('/', '.')}"
        code = f"import {name} as it; print(it.__file__)"
        result = self._run("-c", code)
        path = Path(result.stdout.strip())
        if result.returncode != 0 or path.resolve() != (self.root / module).resolve():
            raise Moved(f"{name} is not imported from the copy: {path} {result.stderr}")

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.root,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
        )

    def passes(self, tests: tuple[str, ...]) -> tuple[bool, str]:
        """Whether tests pass, and what they say. Raises `Moved` when there are none to run."""
        pytest = ["-m", "pytest", "-q", "-x", "-n", "0", "-p", "no:cacheprovider", "--tb=line"]
        try:
            result = self._run(*pytest, *tests)
        except subprocess.TimeoutExpired:
            return False, f"no end after {SECONDS} seconds"
        if result.returncode not in (0, 1, 2):  # 2: it cannot even be imported
            raise Moved(f"{' '.join(tests)}: {result.stdout}{result.stderr}")
        return result.returncode == 0, result.stdout[-2000:]

    def survives(self, module: str, text: str, tests: tuple[str, ...]) -> bool:
        """Whether the tests pass while a module has another text."""
        path = self.root / module
        real = path.read_text(encoding="utf-8")
        path.write_text(text, encoding="utf-8")
        try:
            return self.passes(tests)[0]
        finally:
            path.write_text(real, encoding="utf-8")


def listed(copy: Copy, chosen: list[Mutation]) -> list[str]:
    """The faults that their tests do not notice."""
    texts = [mutated((ROOT / each.module).read_text(encoding="utf-8"), each) for each in chosen]
    survivors = []
    for each, text in zip(chosen, texts, strict=True):
        start = time.monotonic()
        survived = copy.survives(each.module, text, each.tests)
        _say(survived, f"{each.fault} ({each.module}: {each.function})", start)
        if survived:
            survivors.append(each.fault)
    return survivors


def by_chance(copy: Copy, count: int, seed: int) -> list[str]:
    """The places by chance at which a fault is not noticed."""
    texts = {module: (ROOT / module).read_text(encoding="utf-8") for module in BY_CHANCE}
    every = [site for module, text in texts.items() for site in sites(module, text)]
    survivors = []
    for site in random.Random(seed).sample(every, min(count, len(every))):
        start = time.monotonic()
        text = texts[site.module]
        what = " ".join(text[site.start : site.end].split())
        what = f"{'dropped' if site.new == 'pass' else 'negated'} {what}"
        what = f"{site.module}:{site.line}: {site.function}: {what}"
        changed = text[: site.start] + site.new + text[site.end :]
        survived = copy.survives(site.module, changed, BY_CHANCE[site.module])
        _say(survived, what, start)
        if survived:
            survivors.append(what)
    return survivors


def _say(survived: bool, what: str, start: float) -> None:
    word = "SURVIVED" if survived else "killed  "
    print(f"{word} {what}  {time.monotonic() - start:.0f} s", flush=True)


def main(arguments: list[str]) -> int:
    """Run them; gives 1 when a listed mutation survived, 2 when one fits the product no more."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", default="", help="listed mutations whose fault holds this text")
    parser.add_argument("--sites", type=int, default=0, help="how many by chance, behind those")
    parser.add_argument("--seed", type=int, default=0, help="which ones by chance")
    options = parser.parse_args(arguments)
    chosen = [each for each in LISTED if options.only in each.fault]
    with tempfile.TemporaryDirectory() as folder:
        try:
            copy = Copy(Path(folder))
            tests = {test for each in chosen for test in each.tests}
            if options.sites:
                tests |= {test for some in BY_CHANCE.values() for test in some}
            passed, said = copy.passes(tuple(sorted(tests)))
            if not passed:
                raise Moved(f"tests fail without any fault:\n{said}")
            survivors = listed(copy, chosen)
            others = by_chance(copy, options.sites, options.seed)
        except Moved as moved:
            print(moved)
            return 2
    print(f"{len(survivors)} of {len(chosen)} listed survived", *survivors, sep="\n  ")
    if options.sites:
        print(f"{len(others)} of {options.sites} by chance survived", *others, sep="\n  ")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
