"""The Markdown pages of the repository, as its visitors read them there."""

from __future__ import annotations

import re
import subprocess
from functools import lru_cache
from typing import TYPE_CHECKING

import pytest

from .console import ROOT

if TYPE_CHECKING:
    from pathlib import Path

_TRACKED = subprocess.run(
    ["git", "ls-files", "-z", "*.md"], cwd=ROOT, capture_output=True, text=True, check=True
).stdout
# The rules' pages are parts of the site, whose own links are checked there.
PAGES = sorted(name for name in _TRACKED.split("\0") if name and "/rules/" not in name)
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`[^`]*`")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
# Pages that only the site has.
_MADE_BY_THE_SITE = {"docs/rules/index.md", "docs/rules/messages.md"}


@lru_cache
def _anchors(path: Path) -> set[str]:
    """The names of a page's headings, as links have them."""
    headings = re.findall(r"^#+ (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    words = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {each.strip().replace(" ", "-") for each in words}


@pytest.mark.parametrize("name", PAGES)
def test_no_link_is_dead(name: str) -> None:
    page = ROOT / name
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    for link in _LINK.findall(_CODE.sub("code", text)):
        target, _, anchor = link.partition("#")
        if re.match(r"[a-z]+:", link):
            continue
        found = (page.parent / target).resolve() if target else page
        shown = found.relative_to(ROOT).as_posix()
        assert found.exists() or shown in _MADE_BY_THE_SITE, f"{name}: {link}"
        if anchor and found.suffix == ".md":
            assert anchor in _anchors(found), f"{name}: {link}"
