"""Ours: as Python interprets it, and as `MIRAGEPORT_COMPILE=2` makes it.

Both run in the interpreter that measures; the compiled one is built at the first run, and again
when the code has changed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
BUILT = ROOT / "build" / "compiled"
_MAIN = "from mirageport.server.main import main; sys.exit(main(sys.argv[1:]))"
_SERVE = "from mirageport.server.lsp import serve; sys.exit(serve([]))"


class Build(NamedTuple):
    """name: what the table calls it. site: the folder it is imported from, "" for what is
    installed; None when it is not here, and then `why` says what to do about it."""

    name: str
    site: str | None = ""
    why: str = ""

    def run(self, *arguments: str) -> list[str]:
        """The command line."""
        return [sys.executable, "-c", self._code(_MAIN), *arguments]

    @property
    def serve(self) -> list[str]:
        """The language server."""
        return [sys.executable, "-c", self._code(_SERVE)]

    def of(self, what: str) -> str:
        """The name of a row that is about it."""
        return what if self is INTERPRETED else f"{what}, compiled"

    def _code(self, code: str) -> str:
        return f"import sys; {f'sys.path.insert(0, {self.site!r}); ' if self.site else ''}{code}"


INTERPRETED = Build("mirageport")


def builds() -> list[Build]:
    """Both of them."""
    return [INTERPRETED, _compiled()]


def _compiled() -> Build:
    name = "mirageport, compiled"
    headers = Path(sysconfig.get_path("include"), "Python.h")
    if not (shutil.which("cc") and headers.exists()):
        return Build(name, None, "a C compiler or Python's headers are missing")
    site = BUILT / _state()
    if not site.exists():
        print("compiling, which takes minutes ..", file=sys.stderr, flush=True)
        shutil.rmtree(BUILT, ignore_errors=True)
        asked = {**os.environ, "MIRAGEPORT_COMPILE": "2"}
        wheels = str(BUILT / "wheels")
        command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", wheels, str(ROOT)]
        subprocess.run(command, env=asked, check=True)
        with zipfile.ZipFile(next(Path(wheels).glob("*.whl"))) as wheel:
            wheel.extractall(BUILT / "new")
        (BUILT / "new").rename(site)
    return Build(name, str(site))


def _state() -> str:
    """A name for the code as it is, and for the interpreter."""
    digest = hashlib.sha256(sys.version.encode())
    for room in ("ocaml", "mirage", "diagnostics", "code_actions", "server", "setup.py"):
        top = ROOT / room
        for path in [top] if top.is_file() else sorted(top.rglob("*")):
            if path.suffix in (".py", ".mli", ".md"):
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
