"""Makes the rule reference out of the rules' own pages while the site is built, so that it is
never older than they are."""

from __future__ import annotations

import re
from difflib import unified_diff
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from mirageport.diagnostics.rules import Rule, all_rules

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

_FENCE = re.compile(r"^```(\w+) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MARKER = re.compile(r"^\s*(?:\(\*|#)[ ^]*\^+ +[a-z0-9-]+(?: \*\))?$\n?", re.MULTILINE)
_SECTION = re.compile(r"^## (.*)$", re.MULTILINE)

_DEFAULT_FILE = "unikernel.ml"
_ACCEPTED = "accepts it"
_LONGEST = 200  # characters of a message in the overview

_APPLICABILITIES = {
    "safe": "**Safe fix**: keeps the meaning; applied by `fix` and on save.",
    "review": "**Fix to review**: the types are right, something is chosen for you; applied one by "
    "one or by `fix --review`.",
    "manual": "**By hand**: nothing is rewritten; the finding says what to do.",
    "suggestion": "**Suggestion**: a refactoring you may like; never applied but by you.",
}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for every rule, and the two ways to find one."""
    rules = all_rules()
    for rule in rules:
        files.append(File.generated(config, f"rules/{rule.name}.md", content=page(rule)))
    files.append(File.generated(config, "rules/index.md", content=overview(rules)))
    files.append(File.generated(config, "rules/messages.md", content=messages(rules)))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Links to the rules' files in the repository lead to their pages here."""
    up = "../" * page.file.src_uri.count("/")
    return markdown.replace(f"]({up}../diagnostics/rules/", f"]({up}rules/")


def page(rule: Rule) -> str:
    """A rule's page as the site shows it: its own text, with before and after as one diff."""
    parts = [f"# {rule.title}", f"`{rule.name}` · {rule.category}", _compiler(rule)]
    parts.append(_APPLICABILITIES[rule.applicability])
    sections = _SECTION.split(rule.body)
    parts.append(sections[0].strip())
    before: dict[str, str] = {}
    for title, text in zip(sections[1::2], sections[2::2], strict=True):
        if title.startswith("Before"):
            heading = "Another example" if before else "What changes"
            before = _blocks(text)
            parts.append(f"## {heading if title == 'Before' else title}")
            parts.append(_prose(text))
            if rule.applicability == "manual":
                parts.extend(_code(name, code) for name, code in before.items())
        elif title.startswith("After"):
            parts.append(_prose(text))
            parts.extend(
                _diff(name, before.get(name, ""), code) for name, code in _blocks(text).items()
            )
        else:
            parts.append(f"## {title}\n\n{text.strip()}")
    parts.append(f"On the command line: `mirageport explain {rule.name}`")
    return "\n\n".join(part for part in parts if part) + "\n"


def _compiler(rule: Rule) -> str:
    said = rule.options.get("compiler", "")
    if not said:
        return ""
    if said == _ACCEPTED:
        return '!!! info "The compiler of Mirage 3 accepts it"'
    return f'!!! failure "The compiler of Mirage 3 says"\n    ```text\n    Error: {said}\n    ```'


def _blocks(text: str) -> dict[str, str]:
    return {
        name or _DEFAULT_FILE: _MARKER.sub("", code)
        for _language, name, code in _FENCE.findall(text)
    }


def _prose(text: str) -> str:
    return _FENCE.sub("", text).strip()


def _code(name: str, code: str) -> str:
    return f'```ocaml title="{name}"\n{code}```'


def _diff(name: str, before: str, after: str) -> str:
    lines = list(unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=len(before)))[
        3:
    ]
    return f'```diff title="{name}"\n' + "\n".join(lines) + "\n```"


def overview(rules: list[Rule]) -> str:
    """All rules by category."""
    parts = [
        "# Rules",
        f"{len(rules)} rules, by what they are about. You come from the compiler? "
        "[Find its message](messages.md).",
    ]
    ordered = sorted(rules, key=lambda rule: (rule.category, rule.name))
    for category, members in groupby(ordered, key=lambda rule: rule.category):
        rows = [
            f"| [`{rule.name}`]({rule.name}.md) | {rule.title} | {rule.applicability} |"
            for rule in members
        ]
        parts.append(f"## {category}\n\n| rule | about | fix |\n|---|---|---|\n" + "\n".join(rows))
    return "\n\n".join(parts) + "\n"


def messages(rules: list[Rule]) -> str:
    """All rules by what the compiler says of code that is not ported, names in alphabetical
    order of the message."""
    told = [rule for rule in rules if rule.options.get("compiler", _ACCEPTED) != _ACCEPTED]
    silent = [rule for rule in rules if rule.options.get("compiler") == _ACCEPTED]
    parts = [
        "# By the compiler's message",
        "What Mirage 3's compiler says of code that is not ported, with the names of the examples, "
        "and the rule that knows why.",
    ]

    def kind(rule: Rule) -> str:
        return " ".join(rule.options["compiler"].split()[:2])

    told.sort(key=lambda rule: (kind(rule), rule.options["compiler"], rule.name))
    for words, members in groupby(told, key=kind):
        rows = [
            f"| {_cell(rule.options['compiler'])} | [`{rule.name}`]({rule.name}.md) |"
            for rule in members
        ]
        parts.append(f"## {words} …\n\n| message | rule |\n|---|---|\n" + "\n".join(rows))
    if silent:
        rows = [f"* [`{rule.name}`]({rule.name}.md): {rule.title}" for rule in silent]
        parts.append("## The compiler says nothing\n\n" + "\n".join(rows))
    around = [rule for rule in rules if "compiler" not in rule.options]
    if around:
        rows = [f"* [`{rule.name}`]({rule.name}.md): {rule.title}" for rule in around]
        parts.append("## Around the code, where no compiler looks\n\n" + "\n".join(rows))
    return "\n\n".join(parts) + "\n"


def _cell(text: str) -> str:
    """A message as code in a table's cell: what comes after its beginning is in the page."""
    shown = text if len(text) <= _LONGEST else text[:_LONGEST].rpartition(" ")[0] + " …"
    inert = escape(shown).replace("|", "&#124;").replace("`", "&#96;")
    return f"<code>{inert}</code>"
