"""Compiles what works out findings, with mypyc, when MIRAGEPORT_COMPILE asks for it.

Everything else about the package stands in pyproject.toml. Only a wheel is ever compiled, and none
of its making is left in the tree: what is edited here is what an editable install runs.
"""

from __future__ import annotations

import ast
import atexit
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from setuptools import setup

if TYPE_CHECKING:
    from setuptools import Extension

# How much the C compiler is to optimise, 0 to 3; empty: nothing is compiled, and none is needed.
LEVEL = os.environ.get("MIRAGEPORT_COMPILE", "")

COMPILER = "mypy==2.4.1"  # the same one that checks the types
ROOT = Path(__file__).parent
ROOMS = ["ocaml", "mirage", "diagnostics"]

# The first finds its data beside its own file, and a compiled module does not know where it is.
# The second is something else when it runs than a type checker takes it for.
INTERPRETED = [ROOT / "mirage" / "data.py", ROOT / "ocaml" / "named.py"]

OPTIONS = [
    "--config-file=",
    "--explicit-package-bases",
    "--namespace-packages",
    "--ignore-missing-imports",
    "--cache-dir=cache",
]


def extensions(folder: Path) -> list[Extension]:
    """The modules to compile; all that is made on the way is put into `folder`."""
    from mypyc.build import mypycify

    paths = []
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            copy = folder / "mirageport" / path.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(compilable(path.read_text(encoding="utf-8")), encoding="utf-8")
            if path not in INTERPRETED and path.name != "__init__.py":
                paths.append(str(copy.relative_to(folder)))
    home = os.getcwd()
    os.chdir(folder)
    try:
        found: list[Extension] = mypycify(
            [*OPTIONS, *paths],
            group_name="mirageport.engine",
            target_dir=str(folder / "c"),
            opt_level=LEVEL,
            debug_level="0",
        )
    finally:
        os.chdir(home)
    if os.name == "posix":
        for extension in found:
            # Over this one question gcc thinks four times as long as over all the rest.
            extension.extra_compile_args.append("-Wno-misleading-indentation")
    return found


def compilable(text: str) -> str:
    """A module's text with what mypyc gets wrong written in another way, line for line.

    The annotations of a named tuple are evaluated when it is made, those too that only a type
    checker imports, which is a fault at import: in quotes they are left alone. A slice of bytes
    that ends before it begins is an error instead of empty: with a step it is Python's own.
    """
    data = text.encode()
    lines = [0]
    for line in data.splitlines(keepends=True):
        lines.append(lines[-1] + len(line))
    added: list[tuple[int, bytes]] = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef) and "NamedTuple" in map(ast.unparse, node.bases):
            for field in node.body:
                if isinstance(field, ast.AnnAssign):
                    start, end = _span(field.annotation, lines)
                    added += [(start, b'"'), (end, b'"')]
        elif isinstance(node, ast.Slice) and node.lower and node.upper and not node.step:
            added.append((_span(node, lines)[1], b":1"))
    for at, new in sorted(added, reverse=True):
        data = data[:at] + new + data[at:]
    return data.decode()


def _span(node: ast.expr, lines: list[int]) -> tuple[int, int]:
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    start = lines[node.lineno - 1] + node.col_offset
    return start, lines[node.end_lineno - 1] + node.end_col_offset


def main() -> None:
    """Build what setuptools was asked for."""
    more: dict[str, Any] = {}
    if LEVEL:
        more["setup_requires"] = [COMPILER]
    if LEVEL and "bdist_wheel" in sys.argv:
        folder = Path(tempfile.mkdtemp())
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        more["ext_modules"] = extensions(folder)
        more["options"] = {"build": {"build_base": str(folder / "build")}}
    setup(**more)


main()
