"""The compiled build: asked for by a word, complete, and with the same findings as the other."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.interfaces.compiler import missing, require

ROOT = Path(__file__).parents[2]
PYTHON_ONLY = {"__init__", "data", "named"}


class Built(NamedTuple):
    """The tree it was built from, and where the wheel was unpacked."""

    tree: Path
    site: Path


def _build(tree: Path, target: Path, hook: str) -> Path:
    code = f"import setuptools.build_meta as b, sys; print(b.{hook}(sys.argv[1]))"
    asked = {**os.environ, "MIRAGEPORT_COMPILE": "0"}
    command = [sys.executable, "-c", code, str(target)]
    done = subprocess.run(command, cwd=tree, env=asked, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return target / done.stdout.split()[-1]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A compiled wheel, not optimised, as that takes a quarter of the time."""
    require("gcc")
    if not (Path(sysconfig.get_path("include")) / "Python.h").exists():
        missing("Python's headers")
    folder = tmp_path_factory.mktemp("compiled")
    tree = folder / "tree"
    leave = shutil.ignore_patterns("__pycache__", ".*", "build", "docs", "editors", "tests")
    shutil.copytree(ROOT, tree, ignore=leave)
    with zipfile.ZipFile(_build(tree, folder, "build_wheel")) as wheel:
        wheel.extractall(folder / "site")
    return Built(tree, folder / "site")


def test_every_module_below_the_fixes_is_compiled(built: Built) -> None:
    for room in ("ocaml", "mirage", "diagnostics"):
        for path in (ROOT / room).rglob("*.py"):
            found = list((built.site / "mirageport" / path.relative_to(ROOT).parent).glob("*"))
            compiled = any(each.name.startswith(f"{path.stem}.cpython") for each in found)
            assert compiled == (path.stem not in PYTHON_ONLY), path


def test_nothing_but_mirageport_is_installed(built: Built) -> None:
    names = {path.name for path in built.site.iterdir()}
    assert names == {"mirageport", "mirageport-0.1.0.dist-info"}


def test_nothing_is_left_in_the_tree(built: Built) -> None:
    _build(built.tree, built.tree.parent, "build_editable")
    made = [path for kind in ("*.so", "*.c", "build") for path in built.tree.rglob(kind)]
    assert made == []


def test_the_findings_and_the_ports_are_the_same(built: Built) -> None:
    command = [sys.executable, "-m", "tests.compiled.findings"]
    here, there = (
        subprocess.run(command, cwd=ROOT, env=env, check=True, capture_output=True, text=True)
        for env in (dict(os.environ), {**os.environ, "PYTHONPATH": str(built.site)})
    )
    how, _, said = here.stdout.partition("\n")
    compiled, _, same = there.stdout.partition("\n")
    assert (how, compiled) == ("interpreted", "compiled")
    assert said.count("\n") > 3_000
    assert same == said


def test_several_processes_say_what_one_does(built: Built) -> None:
    said = []
    for jobs in ("1", "2"):
        command = [
            "-m",
            "mirageport.server.main",
            "check",
            "--jobs",
            jobs,
            "examples",
            "benchmarks",
        ]
        env = {**os.environ, "PYTHONPATH": str(built.site)}
        done = subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=env, check=False, capture_output=True
        )
        assert done.stderr == b""
        said.append(done.stdout)
    assert b"left in" in said[0]
    assert said[0] == said[1]


def test_what_compiles_is_what_checks_the_types() -> None:
    pin = next(line for line in (ROOT / "setup.py").read_text().splitlines() if "mypy==" in line)
    assert pin.split('"')[1] in (ROOT / "pyproject.toml").read_text()
