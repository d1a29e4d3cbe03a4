"""The documentation: what it shows is what happens, and every page is found."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from mirageport.diagnostics.finding import MANUAL
from mirageport.mirage.releases import TARGET
from mirageport.server.lsp.commands import COMMANDS
from mirageport.server.main import main
from mirageport.server.settings import DEFAULT, FILE_KEYS, KEYS

from ..packs import rule, rule_names
from .console import ROOT, pages, refreshed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_commands_print_what_the_page_shows(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    stale = "bring it up to date: python -m tests.docs.console"
    assert _plain(refreshed(text)) == _plain(text), stale


def _plain(text: str) -> str:
    """Python 3.13 lays the options of a help out in another way, and names what a long one takes
    once where it has two names."""
    return re.sub(r"(--[a-z-]+) [A-Z]+, (--[a-z-]+ [A-Z]+)", r"\1, \2", re.sub(r"\s+", " ", text))


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = {"a": "href", "img": "src", "link": "href", "script": "src"}.get(tag)
        self.found.extend(value for key, value in attrs if key == name and value)


def _links(page: Path) -> Iterator[str]:
    parser = _Links()
    parser.feed(page.read_text(encoding="utf-8"))
    yield from parser.found


def test_no_link_of_the_built_site_is_dead(site: Path) -> None:
    for page in site.rglob("*.html"):
        for link in _links(page):
            target = link.partition("#")[0].partition("?")[0]
            if page.name == "404.html" or not target or re.match(r"[a-z]+:|/", target):
                continue
            found = (page.parent / target).resolve()
            assert found.exists() or (found / "index.html").exists(), f"{page}: {link}"


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not re.search(r'<(?:script|img)[^>]+src="(?:https?:)?//', text), page
        assert not re.search(r'<link[^>]+rel="stylesheet"[^>]+href="(?:https?:)?//', text), page


def test_every_rule_is_two_clicks_from_the_compilers_message(site: Path) -> None:
    first = set(_links(site / "index.html"))
    assert "rules/messages/" in first
    second = set(_links(site / "rules" / "messages" / "index.html"))
    assert {f"../{name}/" for name in rule_names()} <= second


def test_a_rule_is_found_by_the_names_that_it_is_about(site: Path) -> None:
    text = (site / "rules" / "stack-v4v6" / "index.html").read_text(encoding="utf-8")
    assert "generic_stackv6" in text.partition("Names of config.ml")[2]


@pytest.mark.parametrize("name", rule_names())
def test_a_page_shows_before_and_after(site: Path, name: str) -> None:
    text = (site / "rules" / name / "index.html").read_text(encoding="utf-8")
    assert f"mirageport explain {name}" in text
    said = 'class="compiler"' in text or "'s compiler" in text
    assert said or rule(name).category == "workflow"
    if rule(name).applicability == MANUAL:
        assert 'class="highlight"' in text
    else:
        assert '<span class="gi">' in text or '<span class="gd">' in text


# -- settings ----------------------------------------------------------------------------------


def _setting(key: str) -> tuple[str, str]:
    """Type and default of a setting, as the table of docs/settings.md has them."""
    value = getattr(DEFAULT, key.replace("-", "_"))
    if isinstance(value, bool):
        return "boolean", f"`{str(value).lower()}`"
    if isinstance(value, str):
        return "release", f'`"{TARGET}"`'
    assert value == ()
    if key == "packs":
        return "list of names and folders", "`[]`"
    if key not in KEYS:
        return ("table", "`{}`") if key == "per-file-ignores" else ("list of patterns", "`[]`")
    return "list of names", "`[]`"


def test_the_settings_are_all_documented_as_they_are() -> None:
    text = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([\w-]+)` \| ([\w ]+) \| (`[^`]+`)", text, re.MULTILINE)
    assert [row[0] for row in rows] == list(FILE_KEYS)
    assert {row[0]: row[1:] for row in rows} == {key: _setting(key) for key in FILE_KEYS}


def test_editors_have_the_same_settings() -> None:
    manifest = json.loads((ROOT / "editors" / "vscode" / "package.json").read_text("utf-8"))
    offered = manifest["contributes"]["configuration"]["properties"]
    kinds = {
        "list of names": ("array", []),
        "list of names and folders": ("array", []),
        "boolean": ("boolean", False),
        "release": ("string", TARGET),
    }
    for key in KEYS:
        setting = offered[f"mirageport.{key}"]
        assert (setting["type"], setting["default"]) == kinds[_setting(key)[0]]
    shown = (ROOT / "docs" / "editors" / "vscode.md").read_text("utf-8")
    assert all(f"`{name}`" in shown for name in offered)
    for page in ("docs/editors/emacs.md", "docs/editors/neovim.md"):
        named = (ROOT / page).read_text("utf-8")
        assert "ignore" in named
        assert "(../settings.md)" in named
    vim = (ROOT / "editors" / "neovim" / "doc" / "mirageport.txt").read_text("utf-8")
    assert all(re.search(rf"^    {key} ", vim, re.MULTILINE) for key in KEYS)


def test_the_page_for_other_editors_has_every_command() -> None:
    page = (ROOT / "docs" / "editors" / "others.md").read_text("utf-8")
    assert re.findall(r"^\| `(mirageport\.\w+)` \|", page, re.MULTILINE) == list(COMMANDS)


# -- the comparison ----------------------------------------------------------------------------

# The rules of the examples' findings that ask for another name and nothing else.
RENAMED = {"console-log-s", "v1-module-type", "net-tap0", "tcp-get-dest", "ipv4-make-static"}


def test_the_figures_of_the_comparison_are_those_of_the_examples(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["check", "--output-format", "json", "examples"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    left = [each for each in found if each["applicability"] != "suggestion"]
    renamed = sum(each["rule"] in RENAMED for each in left)
    manual = sum(each["applicability"] == MANUAL for each in left)
    text = " ".join((ROOT / "README.md").read_text("utf-8").split())
    assert f"Of the {len(left)} places in our [three examples](examples), {renamed} want" in text
    assert f"the other {len(left) - renamed} depend" in text
    assert f"mirageport rewrites {len(left) - manual} and says of {manual} what" in text
