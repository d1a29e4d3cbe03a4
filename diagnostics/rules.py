"""Rules, read from their Markdown pages when first asked for.

A page begins with front matter, `key: value` lines between two `---`; what follows is the text for
the person who met the finding, and the examples that are its tests.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mirageport.mirage.data import packaged, packaged_names
from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_PACKAGE = "mirageport.diagnostics"


class Rule(NamedTuple):
    """One rule.

    name: the diagnostic's code. title: one line. category, applicability, severity: defaults of
    its findings. kind: which matcher finds it (`diagnostics.kinds`). message: what a finding says,
    with {fields} its matcher fills. options: every other key of the front matter. body: the page's
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

    @property
    def aliases(self) -> list[str]:
        """Names that the rule, or its category, had before. They are written in settings, comments
        and baselines, and go on to mean this rule."""
        return [name for name in self.options.get("aliases", "").split(", ") if name]


class UnknownRule(Exception):
    """No rule of this name exists."""


_RULES: dict[str, Rule] = {}


def rule(name: str) -> Rule:
    """The rule that has this name, or had it before. Raises `UnknownRule`."""
    found = _RULES.get(name)
    if found is None:
        content = packaged(_PACKAGE, f"rules/{name}.md")
        if content is None or "/" in name:
            former = _former().get(name)
            if former is None:
                raise UnknownRule(name)
            return rule(former[0])
        found = _RULES[name] = _parse(name, content.decode("utf-8"))
    return found


def rule_names() -> list[str]:
    """The names of all rules, sorted."""
    return [name[:-3] for name in packaged_names(_PACKAGE, "rules") if name.endswith(".md")]


def all_rules() -> list[Rule]:
    """Every rule, by name."""
    return [rule(name) for name in rule_names()]


def selectable() -> frozenset[str]:
    """The names of rules and categories that settings and options may use."""
    return frozenset(name for rule in all_rules() for name in (rule.name, rule.category))


def current(names: Iterable[str]) -> tuple[str, ...]:
    """Names that a person wrote, of rules and categories, with a former name replaced by the rules
    that had it. Others stay as they are."""
    return tuple(now for name in names for now in _former().get(name, (name,)))


@cache
def _former() -> dict[str, tuple[str, ...]]:
    """The rules of today by their former names."""
    found: dict[str, tuple[str, ...]] = {}
    for each in all_rules():
        for name in each.aliases:
            found[name] = (*found.get(name, ()), each.name)
    return found


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
