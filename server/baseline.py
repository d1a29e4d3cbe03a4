"""Baselines: findings that were there already, so that only new ones fail a check.

A finding is known by its file, its rule and the line it stands on, not by the line's number: code
above it may come and go. The file is JSON, `{"version": 1, "findings": [{"file", "rule", "code",
"count"}]}`, with paths relative to its own folder, sorted, so that it reads well in a diff.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from mirageport.server.files import Unreadable, contents
from mirageport.server.packs import PACK

if TYPE_CHECKING:
    from mirageport.diagnostics.finding import Finding
    from mirageport.ocaml.source import Source

    Known = dict[tuple[str, str, str], int]
    Found = list[tuple[Finding, Source]]

_MAX_BYTES = 64 * 1024 * 1024
_KEYS = ("file", "rule", "code")


class BaselineError(ValueError):
    """A baseline that cannot be used; the message names the file and what is wrong."""


def read(path: str) -> Known:
    """How often each finding was there. Raises `BaselineError`."""
    try:
        content = json.loads(contents(path, _MAX_BYTES))
    except OSError as error:
        raise BaselineError(f"{path}: cannot be read: {error.strerror}") from None
    except Unreadable as error:
        raise BaselineError(f"{path}: {error}") from None
    except (ValueError, RecursionError):
        raise BaselineError(f"{path}: is no JSON") from None
    entries = content.get("findings") if isinstance(content, dict) else None
    if not isinstance(entries, list) or content.get("version") != 1:
        raise BaselineError(f"{path}: is no baseline of this tool")
    known: Known = {}
    for file, rule, code, count in (_entry(path, entry) for entry in entries):
        for name in PACK.rules.current([rule]):
            key = (file, name, code)
            known[key] = known.get(key, 0) + count
    return known


def _entry(path: str, entry: Any) -> tuple[str, str, str, int]:
    values = entry if isinstance(entry, dict) else {}
    file, rule, code, count = (values.get(key) for key in (*_KEYS, "count"))
    if isinstance(file, str) and isinstance(rule, str) and isinstance(code, str):
        if isinstance(count, int):
            return file, rule, code, count
    raise BaselineError(f"{path}: an entry lacks one of {', '.join(_KEYS)}, count")


def write(path: str, findings: Found) -> int:
    """Write the baseline of findings; gives how many it holds. Raises `OSError`."""
    known: Known = {}
    for finding, source in findings:
        key = _key(path, finding, source)
        known[key] = known.get(key, 0) + 1
    entries = [{**dict(zip(_KEYS, key, strict=True)), "count": known[key]} for key in sorted(known)]
    text = json.dumps({"version": 1, "findings": entries}, indent=1, ensure_ascii=False) + "\n"
    _replace(path, text.encode("utf-8", "surrogateescape"))
    return sum(known.values())


def _replace(path: str, data: bytes) -> None:
    """Write a file whole or not at all, and not through a link that stands in its place."""
    beside = f"{path}.new"
    with suppress(FileNotFoundError):
        os.unlink(beside)
    try:
        with open(beside, "xb") as file:
            file.write(data)
        os.replace(beside, path)
    except OSError:
        with suppress(OSError):
            os.unlink(beside)
        raise


def fresh(path: str, known: Known, findings: Found) -> Found:
    """The findings that the baseline of `path` does not hold; of equal ones, the last."""
    left = dict(known)
    found = []
    for finding, source in findings:
        key = _key(path, finding, source)
        if left.get(key, 0) > 0:
            left[key] -= 1
        else:
            found.append((finding, source))
    return found


def _key(path: str, finding: Finding, source: Source) -> tuple[str, str, str]:
    folder = os.path.dirname(os.path.abspath(path))
    name = os.path.relpath(os.path.abspath(finding.file), folder).replace(os.sep, "/")
    line = source.line_of(finding.start)
    code = source.text(source.line_starts[line], source.line_end(line))
    return name, finding.rule, " ".join(code.split())
