"""Makes the rule reference out of the rules' own pages while the site is built, so that it is
never older than they are."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from mirageport.server import messages as messages_of
from mirageport.server import rule_page
from mirageport.server.packs import PACK

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from mirageport.diagnostics.rules import Rule

_LONGEST = 200  # characters of a message in the overview

# A person who searches wants the rule: its page comes before those that mention it.
_RULE = "---\nsearch:\n  boost: 2\n---\n"
_LIST = "---\nsearch:\n  exclude: true\n---\n"

# What Markdown would read as markup in a message.
_MARKDOWN = {ord(sign): f"&#{ord(sign)};" for sign in "&<>`*_[]#|{}~^:\\"}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for every rule, and the two ways to find one."""
    rules = PACK.rules.all()
    for rule in rules:
        files.append(File.generated(config, f"rules/{rule.name}.md", content=page(rule)))
    files.append(File.generated(config, "rules/index.md", content=overview(rules)))
    files.append(File.generated(config, "rules/messages.md", content=messages(rules)))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Links to the rules' files in the repository lead to their pages here."""
    up = "../" * page.file.src_uri.count("/")
    return markdown.replace(f"]({up}../mirage/rules/", f"]({up}rules/")


def page(rule: Rule) -> str:
    """A rule's page as the site shows it: its own text, with before and after as one diff."""
    kind, meaning = rule_page.APPLICABILITIES[rule.applicability]
    shown = [f"# {rule.title}", f"`{rule.name}` · {rule.category}{_releases(rule)}"]
    shown.append(_compiler(rule))
    first = True
    for part in rule_page.parts(rule):
        if part.title and not part.title.startswith("After"):
            shown.append(f"## {rule_page.heading(part, first)}")
            first = first and not part.title.startswith("Before")
        shown.append(part.prose)
        if not part.title:
            shown.append(f"**{kind}**: {meaning}")
        shown.extend(_code(part, rule))
    names = messages_of.names().get(rule.name, [])
    if names:
        shown.append(f"Names of config.ml that it is about: `{'`, `'.join(names)}`.")
    shown.append(f"On the command line: `mirageport explain {rule.name}`")
    return _RULE + "\n\n".join(part for part in shown if part) + "\n"


def _releases(rule: Rule) -> str:
    """The releases that changed it, with links."""
    links = [f" · [{each.name} {each.version}]({each.url})" for each in rule_page.releases(rule)]
    return "".join(links)


def _target(rule: Rule) -> str:
    return f" ({rule_page.target(rule)})" if rule.target else ""


def _compiler(rule: Rule) -> str:
    """The compiler's message as a heading, so that a search for it ends at the rule."""
    said, silence = rule_page.message(rule), rule_page.silence(rule)
    if said:
        inert = said.translate(_MARKDOWN)
        label = 'data-toc-label="The compiler\'s message"'
        return f"## {inert} {{ #compiler .compiler {label} }}"
    return f'!!! info "{rule_page.target(rule)}\'s compiler {silence}"' if silence else ""


def _code(part: rule_page.Part, rule: Rule) -> list[str]:
    if part.title.startswith("Before") and rule.applicability != "manual":
        return []  # the diff of its After shows it
    return [_block(name, code, rule_page.changes(part, name, code)) for name, code in part.blocks]


def _block(name: str, code: str, changes: list[str]) -> str:
    if changes:
        return f'```diff title="{name}"\n' + "\n".join(changes) + "\n```"
    return f'```ocaml title="{name}"\n{code}```'


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
            f"| [`{rule.name}`]({rule.name}.md) | {rule.title}{_target(rule)} | "
            f"{rule.applicability} |"
            for rule in members
        ]
        parts.append(f"## {category}\n\n| rule | about | fix |\n|---|---|---|\n" + "\n".join(rows))
    return "\n\n".join(parts) + "\n"


def messages(rules: list[Rule]) -> str:
    """All rules by what the compiler says of code that is not ported, names in alphabetical
    order of the message."""
    with_message = [rule for rule in rules if rule_page.message(rule)]
    silent = [rule for rule in rules if rule_page.silence(rule)]
    parts = [
        "# By the compiler's message",
        "What Mirage 3's compiler says of code that is not ported, with the names of the examples, "
        "and the rule that knows why.",
    ]

    def kind(rule: Rule) -> str:
        return " ".join(rule_page.message(rule).split()[:2])

    with_message.sort(key=lambda rule: (kind(rule), rule_page.message(rule), rule.name))
    for words, members in groupby(with_message, key=kind):
        rows = [
            f"| {_cell(rule_page.message(rule))} | [`{rule.name}`]({rule.name}.md) |"
            for rule in members
        ]
        parts.append(f"## {words} …\n\n| message | rule |\n|---|---|\n" + "\n".join(rows))
    if silent:
        rows = [f"* [`{rule.name}`]({rule.name}.md): {rule.title}" for rule in silent]
        parts.append("## The compiler gives no error\n\n" + "\n".join(rows))
    around = [rule for rule in rules if "compiler" not in rule.options]
    if around:
        rows = [f"* [`{rule.name}`]({rule.name}.md): {rule.title}" for rule in around]
        parts.append("## Around the code, where no compiler looks\n\n" + "\n".join(rows))
    return _LIST + "\n\n".join(parts) + "\n"


def _cell(text: str) -> str:
    """A message as code in a table's cell: what comes after its beginning is in the page."""
    shown = text if len(text) <= _LONGEST else text[:_LONGEST].rpartition(" ")[0] + " …"
    inert = escape(shown).replace("|", "&#124;").replace("`", "&#96;")
    return f"<code>{inert}</code>"
