"""Runs the commands that the documentation shows, and writes down what they print.

    python -m tests.docs.console     brings the pages up to date

A block of the language `console` holds `$ command` lines, each followed by its output. The blocks
of a page are run one after the other in a folder of its own, beside copies of the examples.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def pages() -> list[Path]:
    """The Markdown files with commands to run."""
    found = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [page for page in found if _BLOCK.search(page.read_text(encoding="utf-8"))]


def refreshed(text: str) -> str:
    """The text of a page with what its commands print today."""
    with tempfile.TemporaryDirectory() as folder:
        for example in (ROOT / "examples").iterdir():
            shutil.copytree(example, Path(folder) / example.name)
        return _BLOCK.sub(lambda block: f"```console\n{_block(block.group(1), folder)}```", text)


def _block(code: str, folder: str) -> str:
    lines = []
    for line in code.splitlines():
        if line.startswith("$ "):
            lines.append(line)
            lines.extend(_output(line[2:], folder))
    return "".join(f"{line}\n" for line in lines)


def _output(command: str, folder: str) -> list[str]:
    environment = {
        **os.environ,
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "HOME": folder,
        "COLUMNS": "100",
    }
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=60,
    )
    return done.stdout.decode().splitlines()


def main() -> None:
    """Bring every page up to date."""
    for page in pages():
        text = page.read_text(encoding="utf-8")
        page.write_text(refreshed(text), encoding="utf-8")


if __name__ == "__main__":
    main()
