"""Rules, read from their Markdown pages when first asked for.

A page begins with front matter, `key: value` lines between two `---`; what follows is the text for
the person who met the finding, and the examples that are its tests.
"""

from __future__ import annotations

from mirageport.mirage.data import packaged, packaged_names
from mirageport.mirage.releases import TARGET, release_name
from mirageport.ocaml.named import NamedTuple

_PACKAGE = "mirageport.diagnostics"


class Rule(NamedTuple):
    """One rule.

    name: the diagnostic's code. title: one line. category, applicability, severity: defaults of
    its findings. kind: which matcher finds it (`diagnostics.kinds`). message: what a finding says,
    with {fields} its matcher fills; `{target}` stands for the release that code is ported to,
    here and in the whole page. options: every other key of the front matter. body: the page's
    Markdown below the front matter.
    """

    name: str
    title: str
    category: str
    applicability: str
    severity: str
    kind: str
    message: str
    options: dict[str, str]
    body: str


class UnknownRule(Exception):
    """No rule of this name exists."""


_RULES: dict[str, Rule] = {}


def rule(name: str) -> Rule:
    """The rule of this name; its page calls the target by its name. Raises `UnknownRule`."""
    found = _RULES.get(name)
    if found is None:
        content = packaged(_PACKAGE, f"rules/{name}.md")
        if content is None or "/" in name:
            raise UnknownRule(name)
        text = content.decode("utf-8").replace("{target}", release_name(TARGET))
        found = _RULES[name] = _parse(name, text)
    return found


def rule_names() -> list[str]:
    """The names of all rules, sorted."""
    return [name[:-3] for name in packaged_names(_PACKAGE, "rules") if name.endswith(".md")]


def all_rules() -> list[Rule]:
    """Every rule, by name."""
    return [rule(name) for name in rule_names()]


def _parse(name: str, text: str) -> Rule:
    head, _, body = text.removeprefix("---\n").partition("\n---\n")
    fields = {}
    for line in head.split("\n"):
        key, _, value = line.partition(": ")
        fields[key.strip()] = value.strip()
    return Rule(
        name,
        title=fields.pop("title"),
        category=fields.pop("category"),
        applicability=fields.pop("applicability"),
        severity=fields.pop("severity"),
        kind=fields.pop("kind"),
        message=fields.pop("message"),
        options=fields,
        body=body.strip() + "\n",
    )
