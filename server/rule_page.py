"""The parts of a rule's page, for the terminal, for editors, and for the site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import INFORMATION
from mirageport.mirage.releases import release_name
from mirageport.ocaml.named import NamedTuple
from mirageport.server.packs import PACK

if TYPE_CHECKING:
    from mirageport.diagnostics.rules import Rule

_FENCE = re.compile(r"^```(\w+) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MARKER = re.compile(r"^\s*(?:\(\*|#)[ ^]*\^+ +[a-z0-9-]+(?: \*\))?$\n?", re.MULTILINE)
_HEADING = re.compile(r"^## (.*)$", re.MULTILINE)

_DEFAULT_FILE = "unikernel.ml"
_SPOKEN = {"accepts it": "accepts the old code.", "warns": "only warns about the old code."}

LEFT = "What the fix does not do"
OTHERWISE = "Alternatives"

APPLICABILITIES = {
    "safe": ("Safe fix", "keeps the meaning; applied by `fix` and on save."),
    "review": (
        "Fix to review",
        "the types are right, but the fix makes a choice for you; applied one by one or by "
        "`fix --review`.",
    ),
    "manual": ("By hand", "the message says what to write; a finding that has a fix says so."),
    "suggestion": (
        "Suggestion",
        "a refactoring that you do not need; applied only when you ask for it.",
    ),
}


class Release(NamedTuple):
    """A release of a package that has the new form. name, version: as people say them."""

    name: str
    version: str
    url: str


class Part(NamedTuple):
    """What stands under one heading of a page.

    title: the heading, nothing for the beginning. prose: its text without the code. code: file
    name -> code, without the comments that mark findings; for an After, `before` has the code it
    came from. Several look-alikes of one name follow each other in `blocks`.
    """

    title: str
    prose: str
    blocks: list[tuple[str, str]]
    before: dict[str, str]


def parts(rule: Rule) -> list[Part]:
    """The page from top to bottom."""
    texts = ["", *_HEADING.split(rule.body)]
    found: list[Part] = []
    before: dict[str, str] = {}
    for title, text in zip(texts[::2], texts[1::2], strict=True):
        blocks = [
            (name or _DEFAULT_FILE, _MARKER.sub("", code))
            for _language, name, code in _FENCE.findall(text)
        ]
        if title.startswith("Before"):
            before = dict(blocks)
        found.append(Part(title, _FENCE.sub("", text).strip(), blocks, before))
    return found


def prose(rule: Rule, title: str) -> str:
    """The text under a heading; nothing where the page has no such heading."""
    return next((part.prose for part in parts(rule) if part.title == title), "")


def target(rule: Rule) -> str:
    """What people call the release that the rule ports to."""
    return release_name(rule.target) if rule.target else PACK.target


def message(rule: Rule) -> str:
    """The error Mirage 3's compiler gives for code that is not ported; nothing when it gives
    none."""
    return "" if silence(rule) else rule.options.get("compiler", "")


def silence(rule: Rule) -> str:
    """What the compiler does in place of an error; nothing where it gives one or never looks. What
    is only information it accepts: the page's error is one of other code in its example."""
    said = rule.options.get("compiler", "")
    return _SPOKEN.get("accepts it" if said and rule.severity == INFORMATION else said, "")


def releases(rule: Rule) -> list[Release]:
    """The releases that a page names, with where they are described."""
    found = []
    for each in filter(None, rule.options.get("release", "").split(", ")):
        place, _, tag = each.partition("@")
        url = f"https://github.com/{place}/releases/tag/{tag}"
        found.append(Release(place.rpartition("/")[2], tag.removeprefix("v"), url))
    return found


def heading(part: Part, first: bool) -> str:
    """What a heading is called for a reader. first: it is the first example of its page."""
    if part.title == "Before":
        return "What changes" if first else "Another example"
    return "Not reported" if part.title == "Look-alikes" else part.title


def changes(part: Part, name: str, code: str) -> list[str]:
    """What became of a file before, as a diff without headers, with everything around; nothing
    where the code stands for itself, or stays as it was."""
    from difflib import unified_diff

    if not part.title.startswith("After"):
        return []
    before = part.before.get(name, "")
    lines = unified_diff(before.splitlines(), code.splitlines(), lineterm="", n=len(before))
    return list(lines)[3:]


def markdown(rule: Rule) -> str:
    """The page for an editor: its text, with the compiler's message and the releases."""
    said = message(rule)
    found = [f"{target(rule)}'s compiler says:\n\n```text\nError: {said}\n```"] if said else []
    found.append(rule.body.strip())
    links = [f"[{each.name} {each.version}]({each.url})" for each in releases(rule)]
    if links:
        found.append(f"Releases: {', '.join(links)}")
    return "\n\n".join(found) + "\n"
