"""What the pack.md of a pack of data says, and what is wrong with it: asked before the pack is
loaded, which can be done only where nothing is wrong here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.view import release
from mirageport.diagnostics.rules import front_matter, page_text
from mirageport.diagnostics.shapes import Becomes
from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection

    from mirageport.api.data import Folder
    from mirageport.diagnostics.shapes import Shape

KEYS = {
    "target": "what messages call the release that is ported to, `{until}` being its number",
    "words": 'no file without one of these has anything of the library; `" or "` with blanks; the'
    " names of its modules where nothing is said",
    "package": "the opam package whose releases these are, and further names of it in bounds",
    "from": "the last release before, which code is ported from",
    "until": "the release that code is ported to",
    "shims": "libraries that give older releases what came later: no bound is raised with one",
    "standard": "`yes`: the interfaces say what changed of OCaml's own standard library",
    "homes": "`Old=New` pairs of modules of module types and those where their names live on",
    "copied": "types of polymorphic variants that people spell out in their code, tag by tag",
    "shapes": "`name = cases` lists, `;` between them: what results were, and what they are",
    "generated": "`rule=WORD` pairs: all that is said of files that a tool wrote and begin so",
}
"""What pack.md may say."""

HEAD_FILE = "pack.md"
_INTERFACES = ("", "interfaces", "old", "new")


class NoPack(Exception):
    """A folder is no pack; the message says what it lacks."""


class Problem(NamedTuple):
    """Something in a file of a pack, by its path in the folder. line: from 1 on."""

    file: str
    line: int
    message: str


def head(folder: Folder) -> dict[str, str]:
    """What the pack.md of a folder says. Raises `NoPack`."""
    content = folder.read(HEAD_FILE)
    if content is None:
        raise NoPack(f"{folder.path} has no pack.md")
    try:
        fields, _body = front_matter(page_text(content))
    except UnicodeDecodeError as error:
        raise NoPack(f"{folder.path}/pack.md is not in UTF-8") from error
    if not fields.get("target"):
        raise NoPack(f"{folder.path}/pack.md has no line `target: ..`")
    return fields


def head_problems(folder: Folder) -> list[Problem]:
    """What is wrong with the pack.md of a folder that has one."""
    lines, found = lines_of_head(HEAD_FILE, folder.read(HEAD_FILE) or b"")
    said: dict[str, str] = {}
    for line, key, value in lines:
        if key not in KEYS:
            message = f"there is no key `{key}`{near(key, KEYS)}"
        elif key in said:
            message = f"`{key}` stands here twice"
        else:
            message = _wrong(key, value, said, folder)
        said[key] = value
        if message:
            found.append(Problem(HEAD_FILE, line, message))
    if not found and not said.get("target"):
        found.append(Problem(HEAD_FILE, 1, "there is no line `target: ..`"))
    return found


def lines_of_head(file: str, content: bytes) -> tuple[list[tuple[int, str, str]], list[Problem]]:
    """The lines of a front matter: number, key, value; and what is wrong with its form."""
    try:
        text = page_text(content)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return [], [Problem(file, line, "this is not UTF-8: save the file in UTF-8")]
    before, fence, _body = text.partition("\n---\n")
    if not text.startswith("---\n") or not (fence or text.endswith("\n---")):
        return [], [Problem(file, 1, "it begins with lines `key: value` between two lines `---`")]
    found: list[tuple[int, str, str]] = []
    wrong: list[Problem] = []
    for number, written in enumerate(before.removesuffix("\n---").split("\n")[1:], 2):
        key, colon, value = written.partition(":")
        if not colon or (value and value[0] != " "):
            wrong.append(Problem(file, number, f"`{written}` is no `key: value`"))
        else:
            found.append((number, key.strip(), value.strip()))
    return found, wrong


def _wrong(key: str, value: str, said: dict[str, str], folder: Folder) -> str:
    """What is wrong with the value of a key; "" where nothing is. said: the lines above it."""
    if key == "target":
        names = [piece.partition("}")[0] for piece in value.split("{")[1:]]
        wrong = [each for each in names if each != "until"]
        if wrong or value.count("{") != value.count("}"):
            return f"there is no `{{{wrong[0] if wrong else ''}}}`; did you mean `{{until}}`?"
    if key in ("from", "until"):
        if not all(part.isdecimal() for part in value.split(".")):
            return f"`{value}` is no release, such as 4.14"
        first, last = {**said, key: value}.get("from"), {**said, key: value}.get("until")
        if first and last and release(first) > release(last):
            return f"`from: {first}` is a later release than `until: {last}`"
    if key == "standard" and value != "yes":
        return f"`{value}` is nothing that it may be: write `standard: yes`, or leave the line out"
    if key == "copied":
        for path in value.split():
            if "." not in path:
                return f"`{path}` is no path of a type, such as `Yojson.Safe.t`"
    if key == "homes":
        for pair in value.split():
            old, _, new = pair.partition("=")
            if not old or not new or "=" in new:
                return f"`{pair}` is no pair of modules: write `Old=New`"
    if key == "shapes":
        for text in filter(None, value.split(";")):
            if not _is_shape(text):
                example = "`name = `Ok x -> Ok x | `Late -> Error `Late`"
                return f"`{text.strip()}` is no shape, such as {example}"
    if key == "generated":
        pages = [name[:-3] for name in folder.names("rules") if name.endswith(".md")]
        for pair in value.split():
            rule, _, word = pair.partition("=")
            if not word:
                return f"`{pair}` is no pair: write `rule=WORD`"
            if rule not in pages:
                return f"there is no page rules/{rule}.md{near(rule, pages)}"
    return _wrong_words(value, folder) if key == "words" else ""


def _wrong_words(value: str, folder: Folder) -> str:
    if value.count('"') % 2:
        return 'a quotation mark `"` is not closed'
    files = [
        f"{inner}/{name}".lstrip("/")
        for inner in _INTERFACES
        for name in folder.names(inner)
        if name.endswith(".mli")
    ]
    bases = [file.rpartition("/")[2] for file in files]
    modules = {f"{name[0].upper()}{name[1:-4]}" for name in bases}
    texts = b"\n".join(folder.read(file) or b"" for file in files)
    for word in " ".join(value.split('"')[::2]).split():
        known = word.encode() in texts or any(word in each for each in modules)
        if word.isidentifier() and not known:
            return f"no interface is of `{word}`, or names it{near(word, modules)}"
    return ""


def _is_shape(text: str) -> bool:
    try:
        name, shape = shape_of(text)
    except ValueError:
        return False
    return bool(name and shape) and " = " in text


def shape_of(text: str) -> tuple[str, Shape]:
    """A name, and what it says of each tag: `` `Done x -> Ok x | `Late -> Error `Late ``. Raises
    `ValueError` for anything else."""
    name, _, cases = text.partition(" = ")
    shape = {}
    for case in cases.split(" | "):
        (tag, *carried), (constructor, inside, *_) = (
            part.replace("(", "").split() for part in f"{case} ".split(" -> ")
        )
        if carried:
            shape[tag] = Becomes(constructor, inside="" if inside == carried[0] else inside)
        else:
            shape[tag] = Becomes(constructor, constant=inside)
    return name.strip(), shape


def near(word: str, known: Collection[str]) -> str:
    """A question for the nearest of some words; "" where none is near."""
    from difflib import get_close_matches  # here, as packs that are right need none

    found = get_close_matches(word[:100], sorted({*known} - {word}), 1)
    return f"; did you mean `{found[0]}`?" if found else ""
