"""The grammar of OCaml for ast-grep, which from pip knows none.

Compiled from the sources of the grammar's npm package, as its source distribution lacks a header.
"""

from __future__ import annotations

import hashlib
import subprocess
import tarfile
from io import BytesIO
from pathlib import Path
from shutil import which

PACKAGE = "tree-sitter-ocaml@0.24.2"
SHA256 = "81d70d0ad83227ebc06e08e6b73f49296b807f4a2a7606a6d8b058a8ac654a63"
BUILT = Path(__file__).parents[1] / "build" / "grammar" / "ocaml.so"


def built() -> str:
    """The compiled grammar, made at the first call; empty where npm or a C compiler is missing."""
    if BUILT.exists():
        return str(BUILT)
    if not (which("npm") and which("cc")):
        return ""
    BUILT.parent.mkdir(parents=True, exist_ok=True)
    pack = ["npm", "pack", "--silent", PACKAGE]
    name = subprocess.run(pack, cwd=BUILT.parent, check=True, capture_output=True, text=True)
    archive = BUILT.parent / name.stdout.strip()
    data = archive.read_bytes()
    archive.unlink()
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise RuntimeError(f"{PACKAGE} is not what it was")
    with tarfile.open(fileobj=BytesIO(data)) as sources:
        sources.extractall(BUILT.parent, filter="data")
    source = BUILT.parent / "package" / "grammars" / "ocaml" / "src"
    files = [str(source / "parser.c"), str(source / "scanner.c")]
    fresh = BUILT.with_suffix(".new")
    command = ["cc", "-shared", "-fPIC", "-O2", "-I", str(source), "-o", str(fresh), *files]
    subprocess.run(command, check=True)
    fresh.rename(BUILT)
    return str(BUILT)
