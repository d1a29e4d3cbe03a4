"""Names of files, and the modules that OCaml makes of them."""

from __future__ import annotations


def basename(name: str) -> str:
    """The last part of a file's name, whatever the separator."""
    return name.replace("\\", "/").rpartition("/")[2]


def folder_of(name: str) -> str:
    """What stands before the last part of a file's name, with its separator; "" for none."""
    return name[: len(name) - len(basename(name))]


def module_name(name: str) -> str:
    """The module that an OCaml file or its interface is, by its name alone: `lib/unikernel.ml` is
    `Unikernel`."""
    stem = basename(name).partition(".")[0]
    return stem[:1].upper() + stem[1:]


def module_bytes(name: str) -> bytes:
    """The same as the text of a program has it. A file's name need not be text: what no text can
    hold becomes a question mark, which no module's name holds."""
    return module_name(name).encode("utf-8", "replace")


OPAM, DUNE, DUNE_PROJECT, OTHER = "opam", "dune", "dune-project", "build"
"""What tells how code is built; `OTHER` of the files of other tools."""

BUILDS = {
    "dune": DUNE,
    "dune-project": DUNE_PROJECT,
    "opam": OPAM,
    **dict.fromkeys(("jbuild", "_tags", "_oasis", "META", "Makefile"), OTHER),
}


def build_file(name: str) -> str:
    """Which of these a file is, by its name; "" for none."""
    base = basename(name)
    return BUILDS.get(base, OPAM if base.endswith(".opam") else "")
