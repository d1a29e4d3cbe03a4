"""Imports go one way, and what lies below `server/` does no I/O and knows no protocol."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ["ocaml", "api", "diagnostics", "code_actions", "mirage", "server"]
CORE = ROOMS[:-1]

# What the core has no business with: the outside world, and the editor.
OUTSIDE = {"asyncio", "io", "os", "pathlib", "pygls", "lsprotocol", "socket", "subprocess", "rich"}
# What costs more to import than a check may take.
COSTLY = {"dataclasses", "enum", "inspect", "json", "re"}
# The one module that reads the packaged data files.
LOADER = "api/data.py"
# What is loaded only for a fix that moves a comment, by the self-check, by a file that camlp4 read,
# or by packs of folders and their drafts.
LOADED_LATE = {
    *("api/layout.py", "api/declared.py", "api/wrapped.py", "diagnostics/drafting.py"),
    *("code_actions/tokens.py", "diagnostics/changes/retyped.py"),
    *("diagnostics/changes/packages.py", "diagnostics/changes/actions.py"),
    *("diagnostics/bounds.py", "diagnostics/building.py", "diagnostics/stanzas.py"),
    *("diagnostics/changes/linking.py", "diagnostics/changes/dropped.py"),
    *("diagnostics/changes/implementors.py", "diagnostics/typed.py", "api/members.py"),
    *("diagnostics/pack_problems.py", "diagnostics/template_problems.py"),
    *("mirage/changes/cstruct_syntax.py", "mirage/changes/camlp4_forms.py"),
    *("mirage/changes/runtime_keys.py", "mirage/changes/config_header.py"),
    *("mirage/changes/key_names.py", "mirage/changes/argument_reads.py"),
    "mirage/workflow/unread_files.py",
}


def _modules(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found.update(name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            found.add(node.module or "")
    return found


CASES = [
    pytest.param(room, path, id=str(path.relative_to(ROOT)))
    for room in ROOMS
    for path in _modules(room)
]


@pytest.mark.parametrize(("room", "path"), CASES)
def test_a_room_imports_only_rooms_below_it(room: str, path: Path) -> None:
    allowed = set(ROOMS[: ROOMS.index(room) + 1])
    for name in _imports(path):
        parts = name.split(".")
        assert parts[0] not in ROOMS, f"{name} has no mirageport. in front"
        if parts[0] == "mirageport":
            assert parts[1] in allowed, f"{path} imports {name}"


@pytest.mark.parametrize("room", ROOMS)
def test_a_link_leads_to_each_room(room: str) -> None:
    """By these, tools follow an import by its path; a checkout without links has their text."""
    link = ROOT / "mirageport" / room
    leads = str(link.readlink()) if link.is_symlink() else link.read_text()
    assert leads == f"../{room}"


# What the pack of Mirage knows, and the engine is handed: the libraries, their names and promises.
PACKED = ("Lwt", "V1", "Mirage_", "config.ml", "mirage configure")
ENGINE = ROOMS[: ROOMS.index("mirage")]


@pytest.mark.parametrize(("room", "path"), [c for c in CASES if c.values[0] in ENGINE])
def test_the_engine_names_no_library(room: str, path: Path) -> None:
    tree = ast.parse(path.read_text())
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    explained = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in explained:
            text = str(node.value)
            assert not [word for word in PACKED if word in text], f"{path}:{node.lineno}"


@pytest.mark.parametrize(("room", "path"), [c for c in CASES if c.values[0] in CORE])
def test_the_core_is_pure_and_quick_to_load(room: str, path: Path) -> None:
    if str(path.relative_to(ROOT)) == LOADER:
        return
    heads = {name.split(".")[0] for name in _imports(path)}
    late = str(path.relative_to(ROOT)) in LOADED_LATE
    assert heads & (OUTSIDE if late else OUTSIDE | COSTLY) == set()
    calls = {
        node.func.id
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert calls & {"open", "print", "input", "exec", "eval"} == set()


# What could run somebody's code or call out. `serve` listens; nothing connects.
FOREIGN = {
    "subprocess",
    "multiprocessing",
    "ctypes",
    "pickle",
    "importlib",
    "http",
    "urllib",
    "ftplib",
    "smtplib",
    "ssl",
    "socket",
    "runpy",
    "code",
    "webbrowser",
    "tempfile",
}
ALLOWED = {
    ("server/lsp/serve.py", "socket"),
    ("server/lsp/convert.py", "urllib.parse"),
    ("server/output.py", "urllib.parse"),
    # `report --history` asks git for earlier commits, by plumbing that runs nothing of the
    # repository's own: tests/report/test_history.py sets the traps.
    ("server/history.py", "subprocess"),
    # `verify` asks a compiler from outside of the project, in a temporary folder:
    # tests/command_line/test_verify.py sets the traps.
    ("server/compiler.py", "subprocess"),
    ("server/compiler.py", "tempfile"),
    # The compiled grammar is found in the package it was installed with.
    ("ocaml/grammar.py", "importlib.machinery"),
    ("ocaml/grammar.py", "importlib.util"),
}
RUNNING = {"eval", "exec", "compile", "__import__", "system", "popen", "startfile", "fork"}


@pytest.mark.parametrize(("room", "path"), CASES)
def test_nothing_runs_a_program_and_nothing_calls_out(room: str, path: Path) -> None:
    file = str(path.relative_to(ROOT))
    names = {name for name in _imports(path) if name.split(".")[0] in FOREIGN}
    assert {name for name in names if (file, name) not in ALLOWED} == set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call):
            called = node.func
            name = getattr(called, "id", "") or getattr(called, "attr", "")
            owner = getattr(getattr(called, "value", None), "id", "")
            assert name not in RUNNING or owner == "re", f"{file}:{node.lineno}"
            assert owner != "os" or not name.startswith(("exec", "spawn", "posix_spawn"))


@pytest.mark.parametrize(("room", "path"), [c for c in CASES if c.values[0] in CORE])
def test_the_core_edits_no_project_that_others_look_at(room: str, path: Path) -> None:
    """`Project.with_edit` moves the trees of the project that it is given: only who owns the
    project, and holds no finding of it, may call that."""
    called = {
        node.func.attr
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert "with_edit" not in called
