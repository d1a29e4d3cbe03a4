"""`mirageport pack draft`: the first draft of a pack, from the interfaces of two releases."""

from __future__ import annotations

import os
import re
from shutil import rmtree
from typing import TYPE_CHECKING

from mirageport.server.commands.terminal import DONE
from mirageport.server.failure import Failure

if TYPE_CHECKING:
    from argparse import Namespace

    from mirageport.diagnostics.drafting import Change, Draft, Head

_SKIPPED = frozenset(["_build", "_opam", "node_modules", "test", "tests", "examples", "bench"])
_DIRECTIVE = re.compile(rb"^[ \t]*#.*$", re.MULTILINE)  # of a preprocessor: all its cases are kept
_RELEASE = re.compile(r"(?<![\d.])(\d+(?:\.\d+)+)")
_SAID = re.compile(r'^version\s*[:=]\s*"v?([\d.]+)|^\(version\s+v?([\d.]+)\)', re.MULTILINE)
_GUESSED = ("1", "2")
_ABOVE = 3  # folders in which a file may say of which release the interfaces are


def run(options: Namespace) -> int:
    """Write the pack and say what is in it; gives the exit status."""
    if len(options.folders) != 2 or not options.output:
        raise Failure(
            "`pack draft` takes the interfaces of two releases and where to write the pack: "
            "mirageport pack draft OLD NEW --output migrate"
        )
    if os.path.lexists(options.output):
        raise Failure(f"{options.output} exists, and a draft never overwrites: name another folder")
    old, new = options.folders
    before, after = _interfaces(old), _interfaces(new)
    without = []
    for name in before:
        code = _code(new, name[:-1]) if name not in after else None
        if code is not None and _is_interface(code):  # of types and module types alone
            after[name] = _complete(code)
        elif code is not None:
            without.append(name)
    head = _head(options, old, new)
    try:
        _write(options.output, {f"old/{name}": text for name, text in before.items()})
        _write(options.output, {f"new/{name}": text for name, text in after.items()})
        drafted = _draft(options.output, head, without)
        _write(options.output, drafted.files)
        _keep_examples(options.output, drafted)
    except BaseException:
        rmtree(options.output, ignore_errors=True)  # half a draft is none
        raise
    _say(options.output, drafted, head)
    for name in without:
        print(
            f"{new}: {name} is gone, and {name[:-1]} is there: what it has is not compared. Write "
            f"its interface (`ocamlc -i`) to {options.output}/new/{name}, or draft again with it"
        )
    return DONE


def _draft(folder: str, head: Head, without: list[str]) -> Draft:
    from mirageport.api.data import Folder
    from mirageport.diagnostics.drafting import draft

    return draft(Folder(f"{folder}/old"), Folder(f"{folder}/new"), head, without)


def _interfaces(path: str) -> dict[str, bytes]:
    """The interfaces in a folder and those below it, or the one of a file, without comments, as
    users of the library see them: by the names of their files. Raises `Failure` where there is
    none, or where two have one name."""
    from mirageport.api.wrapped import whole

    found: dict[str, tuple[str, bytes]] = {}
    for folder, files in _folders(path).items():
        texts = {_name(file): _text(os.path.join(folder, file)) for file in files}
        dune = os.path.join(folder, "dune")
        seen = _text(dune, of_code=False) if len(files) > 1 and os.path.isfile(dune) else b""
        for name, text in whole(texts, seen.decode("utf-8", "replace")).items():
            if name in found:
                raise Failure(
                    f"{found[name][0]} and {folder} both have a {name}: name the folder of one"
                )
            found[name] = folder, text
    if not found:
        raise Failure(f"{path}: no .mli file here")
    return {name: _complete(text) for name, (_folder, text) in found.items()}


def _code(path: str, name: str) -> bytes | None:
    """The text of the first file of this name in a folder or below it; None without any."""
    for folder, _inner, files in os.walk(path):
        if name in files:
            return _text(os.path.join(folder, name))
    return None


def _is_interface(code: bytes) -> bool:
    """Whether the code of a module may stand as its interface, too."""
    from mirageport.ocaml.source import Source
    from mirageport.ocaml.tree import parse

    return not parse(Source(code), True).broken


def _complete(text: bytes) -> bytes:
    from mirageport.api.data import COMPLETE

    return text if COMPLETE in text else COMPLETE + b"\n" + text


def _name(file: str) -> str:
    return file.replace(".cppo.", ".")


def _text(path: str, of_code: bool = True) -> bytes:
    from mirageport.api.layout import without_comments

    with open(path, "rb") as file:
        text = file.read()
    return without_comments(_DIRECTIVE.sub(b"", text)) if of_code else text


def _folders(path: str) -> dict[str, list[str]]:
    """The interfaces to read, by folder. What a preprocessor made of one takes its place."""
    if os.path.isfile(path):
        return {os.path.dirname(path) or ".": [os.path.basename(path)]}
    found = {}
    for folder, inner, names in os.walk(path):
        inner[:] = sorted(each for each in inner if each not in _SKIPPED and each[0] != ".")
        files = sorted(name for name in names if name.endswith(".mli"))
        files = [name for name in files if _name(name) == name or _name(name) not in files]
        if files:
            found[folder] = files
    return found


def _head(options: Namespace, old: str, new: str) -> Head:
    from mirageport.diagnostics.drafting import Head

    name = re.sub(r"[-.]v?\d.*", "", os.path.basename(os.path.abspath(new)))
    return Head(
        options.package or name,
        getattr(options, "from") or _release(old) or _GUESSED[0],
        options.until or _release(new) or _GUESSED[1],
    )


def _release(path: str) -> str:
    """The release that a META, opam or dune-project file says in a folder or one of those above,
    or that the name of one says; "" where none does."""
    folder = os.path.abspath(path)
    for _step in range(_ABOVE):
        names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
        for name in names:
            if name in ("META", "opam", "dune-project") or name.endswith(".opam"):
                text = _text(os.path.join(folder, name), of_code=False)
                said = _SAID.search(text.decode("utf-8", "replace"))
                if said:
                    return str(said[1] or said[2])
        folder = os.path.dirname(folder)
    named: list[str] = _RELEASE.findall(os.path.abspath(path))
    return named[-1] if named else ""


def _write(folder: str, files: dict[str, bytes]) -> None:
    for name, text in files.items():
        path = os.path.join(folder, *name.split("/"))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(text)


def _keep_examples(folder: str, drafted: Draft) -> None:
    """Put those examples on their pages that show what the page is about."""
    from mirageport.api.data import Folder
    from mirageport.diagnostics.data_pack import data_pack
    from mirageport.server.commands.pack import found_by

    pack = data_pack(Folder(folder))
    for name, code in drafted.examples.items():
        rule = pack.rules.rule(name)
        if code and name in found_by(pack, rule, {"main.ml": code}):
            page = drafted.files[f"rules/{name}.md"].decode()
            page += f"\n## Before\n\n```ocaml main.ml\n{code}```\n"
            _write(folder, {f"rules/{name}.md": page.encode()})


def _say(output: str, drafted: Draft, head: Head) -> None:
    counts = (
        ("renamed", drafted.renamed, "an attribute names the new one: read each"),
        ("removed", drafted.removed, "each with a page to fill in"),
        ("changed", drafted.changed, "each with a page to fill in"),
        ("noted", drafted.noted, "the type check reports their uses, no page is needed"),
    )
    print(f"{output}: {head.package} {head.before} -> {head.until}, {drafted.compared} items")
    for what, changes, then in counts:
        print(f"  {len(changes):4} {what}{f': {then}' if changes else ''}")
        for change in changes:
            print(f"         {_line(change)}")
    for path, names in drafted.asked.items():
        print(f"  {path} asks for more: {', '.join(names)}")
    if drafted.asked:
        print("Beside these, in new/, `[@@port.provide value]` may say what defines them")
    if (head.before, head.until) == _GUESSED or "" in (head.before, head.until):
        print("No file says of which releases these are: write `from` and `until` in pack.md")
    print(f"Fill in the pages, then run: mirageport pack check {output}")


def _line(change: Change) -> str:
    if change.fields is not None:
        return f"{change.item.kind} {change.item.path}: {change.fields.said}"
    new = change.to or change.becomes
    to = f" -> {new}" if new else ""
    hint = f"  (its message names {change.hint})" if change.hint else ""
    return f"{change.item.kind} {change.item.path}{to}{hint}"
