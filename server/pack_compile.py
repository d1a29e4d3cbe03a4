"""What an installed OCaml compiler says of the examples of a pack's pages."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from mirageport.server import compiler
from mirageport.server.failure import Failure
from mirageport.server.rule_page import parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mirageport.api.library import Library
    from mirageport.diagnostics.pack import Pack
    from mirageport.diagnostics.rules import Rule
    from mirageport.server.compiler import Built, Compiler

_OPTIONS = ("-c", "-w", "-a", "-I", "+threads")


def compiled(pack: Pack, folder: str) -> tuple[dict[str, list[str]], str]:
    """Compile the code before each change against the interfaces of the release before, and the
    code after it against those of the target. folder: that of the pack, in which no compiler is
    looked for.

    What the compiler refuses, by rule, and why something was not compiled; "" where all was.
    """
    if pack.library.interfaces.standard or pack.before is None:
        return {}, "the pack does not hold the whole interfaces of both releases"
    try:
        with compiler.compiler((os.path.realpath(folder),)) as judge:
            sides = [judge.compiled(_files(library)) for library in (pack.before, pack.judged)]
            found = {rule.name: list(_refused(judge, rule, *sides)) for rule in pack.rules.all()}
    except Failure as error:
        return {}, str(error)
    why = []
    for name, side in zip(("old", "new"), sides, strict=True):
        file, said = side.refused
        if "Syntax error" in said:
            found[f"{name}/{file}"] = [f"the compiler refuses it: {said}"]
        elif file:
            others = len(side.missing) - 1
            more = f" (so are {others} others that need it)" if others else ""
            why.append(f"{name}/{file} is not accepted{more}: {said}")
    return found, "; ".join(why)


def _files(library: Library) -> dict[str, bytes]:
    """The interfaces of one side, with the lines of the files where these are of one release."""
    interfaces = library.interfaces
    names = interfaces.files(interfaces.target)
    if interfaces.folder.path.rpartition("/")[2] not in ("old", "new"):
        return names
    return {name: interfaces.folder.read(name) or b"" for name in names}


def _refused(judge: Compiler, rule: Rule, old: Built, new: Built) -> Iterator[str]:
    for part in parts(rule):
        if part.title.startswith("Before"):
            yield from _said(judge, "before", dict(part.blocks), old)
        elif part.title.startswith("After"):
            yield from _said(judge, "after", {**part.before, **dict(part.blocks)}, new)


def _said(judge: Compiler, which: str, files: Mapping[str, str], side: Built) -> Iterator[str]:
    code = {name: text.encode() for name, text in files.items() if name.endswith((".ml", ".mli"))}
    code = {os.path.basename(name): text for name, text in code.items()}
    folder = judge.new_folder(code)
    order, rest = compiler.sorted_files(judge.needs(folder, sorted(code)))
    needed = set().union(*judge.needs(folder, sorted(code)).values())
    if needed & side.missing:
        return
    ran = judge.run([*_OPTIONS, "-I", str(side.folder), *order, *rest], folder)
    if ran.status != 0:
        said = " ".join(ran.text.split()) or "it does not answer"
        yield f"the compiler refuses the code {which}: {said}"
