"""Unikernels to damage: the examples, and what the rules' pages show before a port."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from mirageport.mirage.releases import TARGET

from ..packs import all_rules, first_rules
from ..rules.pages import examples
from ..sizes import NIGHTLY

if TYPE_CHECKING:
    from mirageport.diagnostics.rules import Rule

ROOT = Path(__file__).parents[2]
Files = dict[str, bytes]


def _examples() -> dict[str, Files]:
    found = {}
    for folder in sorted((ROOT / "examples").iterdir()):
        files = {path.name: path.read_bytes() for path in sorted(folder.glob("*.ml"))}
        if files:
            found[folder.name] = files
    return found


def _pages(rules: list[Rule]) -> dict[str, Files]:
    return {
        f"{rule.name}-{index}": {name: text.encode() for name, text in example.files.items()}
        for rule in rules
        for index, example in enumerate(examples(rule.body))
    }


LATER = "4.11"
NAMED: dict[str, Files] = {**_examples(), **_pages(first_rules())}
NAMED_LATER: dict[str, Files] = _pages([rule for rule in all_rules() if rule.target == LATER])
PROJECTS: list[Files] = [*NAMED.values(), *NAMED_LATER.values()]


def _of_each_kind(named: dict[str, Files]) -> dict[str, Files]:
    """Our unikernels, and the first example of the first rule of each kind."""
    first: dict[str, str] = {}
    for rule in all_rules():
        if f"{rule.name}-0" in named:
            first.setdefault(rule.kind, f"{rule.name}-0")
    return {name: files for name, files in named.items() if name in {*_examples(), *first.values()}}


def _chosen() -> list[tuple[str, Files, str]]:
    """(name, files, target) of what tests that try many ways for each text go through: rules of a
    kind share their code."""
    found = []
    for target, named in ((TARGET, NAMED), (LATER, NAMED_LATER)):
        some = named if NIGHTLY else _of_each_kind(named)
        found += [(name, files, target) for name, files in some.items()]
    return found


CHOSEN = _chosen()

# What unbalances, nests, shadows, or is read by another tool before the compiler.
TOKENS = [
    "(", ")", "begin ", " end", '"', "(* ", " *)", "<<<<<<< ours\n", "=======\n",
    ">>>>>>> theirs\n", "let ", " in ", "fun x -> ", "match x with ", "| ", "`Ok ", "`Error ",
    "struct ", "sig ", "open V1\n", "module M = ", "functor ", "lwt x = f () in ", "try_lwt ",
    " >> ", "#if X\n", "{|", "|}", "\r", "\r\n", "\t", "\ufeff", "\u202e", "é", "\U0001f42b",
    ";;", "'", "~", "[@@x]", "(* mirageport: ignore *) ", "type t = t ", "include M ",
    "module C = C ", "let rec ", " and ", "module rec A : S = A ", "for_lwt i = 0 to 1 do ",
]  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn) -> Files:
    """A unikernel with up to four wounds in one of its files."""
    files = dict(draw(st.sampled_from(PROJECTS)))
    name = draw(st.sampled_from(sorted(files)))
    data = files[name]
    for _ in range(draw(st.integers(0, 4))):
        data = draw(_wounded(data))
    if draw(st.integers(0, 5)) == 0:
        data = data.replace(b"\r", b"").replace(b"\n", b"\r\n")
    if draw(st.integers(0, 5)) == 0:
        data = b"\xef\xbb\xbf" + data.removeprefix(b"\xef\xbb\xbf")
    files[name] = data.decode("utf-8", "ignore").replace("\0", "").encode()
    return files


KINDS = ["cut", "insert", "insert", "delete", "double", "move", "rename", "rename", "noise"]


def _renamed(data: bytes, start: int, which: int) -> bytes:
    """The next name is another one of the text: it means itself, nothing, or something else."""
    names = list(re.finditer(rb"\b[A-Za-z_]\w*", data))
    old = next((name for name in names if name.start() >= start), None)
    if old is None:
        return data
    return data[: old.start()] + names[which % len(names)][0] + data[old.end() :]


@st.composite
def _wounded(draw: st.DrawFn, data: bytes) -> bytes:
    start = draw(st.integers(0, len(data)))
    end = min(len(data), start + draw(st.integers(0, 40)))
    kind = draw(st.sampled_from(KINDS))
    if kind == "cut":
        return data[:start]
    if kind == "insert":
        return data[:start] + draw(st.sampled_from(TOKENS)).encode() + data[start:]
    if kind == "delete":
        return data[:start] + data[end:]
    if kind == "double":
        return data[:end] + data[start:end] + data[end:]
    if kind == "rename":
        return _renamed(data, start, draw(st.integers(0, 200)))
    if kind == "move":
        rest = data[:start] + data[end:]
        return rest[: start // 2] + data[start:end] + rest[start // 2 :]
    return data[:start] + draw(st.binary(max_size=8)) + data[end:]
