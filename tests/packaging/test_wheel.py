"""The wheel holds everything of the tree, and nothing but `mirageport`."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ["ocaml", "api", "diagnostics", "code_actions", "mirage", "packs", "server"]
DATA = (".py", ".mli", ".md", ".toml")


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names in a wheel built from a copy of the tree."""
    folder = tmp_path_factory.mktemp("wheel")
    tree = folder / "tree"
    tree.mkdir()
    for room in ROOMS:
        shutil.copytree(ROOT / room, tree / room, ignore=shutil.ignore_patterns("__pycache__"))
    # As in a checkout without links, which has the text of each in its place.
    (tree / "mirageport").mkdir()
    for room in ROOMS:
        (tree / "mirageport" / room).write_text(f"../{room}")
    for file in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / file, tree / file)
    (tree / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "mirageport.1", tree / "docs" / "mirageport.1")
    build = "import setuptools.build_meta as b, sys; b.build_wheel(sys.argv[1])"
    subprocess.run(
        [sys.executable, "-c", build, str(folder)], cwd=tree, check=True, capture_output=True
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_nothing_but_mirageport_is_installed(names: set[str]) -> None:
    others = {name for name in names if not name.startswith("mirageport/")}
    kept = {name for name in others if ".dist-info/" not in name}
    assert kept == {"mirageport-0.1.0.data/data/share/man/man1/mirageport.1"}


def test_everything_of_the_tree_is_in_the_wheel(names: set[str]) -> None:
    expected = {
        f"mirageport/{path.relative_to(ROOT).as_posix()}"
        for room in ROOMS
        for path in (ROOT / room).rglob("*")
        if path.suffix in DATA and "__pycache__" not in path.parts
    }
    assert {name for name in names if name.startswith("mirageport/")} == expected
