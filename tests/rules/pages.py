"""Reads the examples of rule pages: which code, which findings where, what it becomes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_BLOCK = re.compile(r"^```\w+ ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MARKER = re.compile(r"^\s*(?:\(\*|#)( *\^[\^ ]*\^?|\^+) +([a-z0-9-]+)(?: \*\))?$")

# What stands beside the files around the code where a page shows no config.ml.
_CONFIG = 'open Mirage\n\nlet () = register "hall" []\n'


@dataclass
class Example:
    """The blocks of one heading: a project before, its marked findings, the project after."""

    title: str
    files: dict[str, str] = field(default_factory=dict)
    marks: set[tuple[str, int, int, int, str]] = field(default_factory=set)
    after: dict[str, str] = field(default_factory=dict)


def examples(body: str) -> list[Example]:
    """The before/after pairs of a page; a second pair begins with a second `## Before`."""
    found: list[Example] = []
    for title, text in _sections(body):
        if title.startswith("Before"):
            found.append(_before(title, text))
            found[-1].files = with_config(found[-1].files)
        elif title.startswith("After"):
            found[-1].after = dict(_blocks(text))
    return found


def look_alikes(body: str) -> list[dict[str, str]]:
    """The projects under `## Look-alikes`, one block each."""
    return [
        with_config({name: code})
        for title, text in _sections(body)
        if title.startswith("Look-alikes")
        for name, code in _blocks(text)
    ]


def with_config(files: dict[str, str]) -> dict[str, str]:
    """Files around the code stand beside a config.ml, as without one nothing is said of them."""
    if any(name.endswith((".ml", ".mli")) for name in files):
        return files
    return {"config.ml": _CONFIG, **files}


def _sections(body: str) -> list[tuple[str, str]]:
    parts = re.split(r"^## (.*)$", body, flags=re.MULTILINE)
    return list(zip(parts[1::2], parts[2::2], strict=True))


def _blocks(text: str) -> list[tuple[str, str]]:
    return [(name or "unikernel.ml", code) for name, code in _BLOCK.findall(text)]


def _before(title: str, text: str) -> Example:
    example = Example(title)
    for name, code in _blocks(text):
        lines: list[str] = []
        for line in code.splitlines():
            match = _MARKER.match(line)
            if match is None:
                lines.append(line)
                continue
            first, last = line.index("^"), line.rindex("^") + 1
            example.marks.add((name, len(lines), first, last, match.group(2)))
        example.files[name] = "\n".join(lines) + "\n"
    return example
