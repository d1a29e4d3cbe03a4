"""Writes docs/changes.md: every change of the API between Mirage 2.9 and 3.0, and the rule that
knows it. The changes are listed in tests/changes.tsv; the rules' pages say what they cover."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mirageport.server.packs import PACK

if TYPE_CHECKING:
    from mirageport.diagnostics.rules import Rule

HERE = Path(__file__).parent
TABLE = HERE / "changes.md"
FACTS = HERE.parent / "tests" / "changes.tsv"

NOTHING = "none"  # the safety of a change that asks nothing of anybody's code

_HEAD = """\
# Every change from Mirage 2.9 to 3.0

Written by `docs/changes.py` from `tests/changes.tsv` and the pages of the rules; not to be edited.
"""


class Change(NamedTuple):
    """One change of the API. part: module types or libraries. what: the item that changed.
    safety: how far a rewrite can be trusted, `none` where nothing has to be done."""

    part: str
    name: str
    what: str
    safety: str


def changes() -> list[Change]:
    """All changes, in the order of the facts."""
    with FACTS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [Change(*row) for row in rows[1:]]


def covering() -> dict[str, list[Rule]]:
    """The rules that cover each change, by its name."""
    found: dict[str, list[Rule]] = defaultdict(list)
    for rule in PACK.rules.all():
        for name in rule.options.get("covers", "").split(","):
            found[name.strip()].append(rule)
    return found


def missing() -> list[Change]:
    """The changes that ask for something and that no rule covers."""
    known = covering()
    return [c for c in changes() if c.safety != NOTHING and c.name not in known]


def table() -> str:
    """The whole of docs/changes.md."""
    known = covering()
    parts = defaultdict(list)
    for change in changes():
        parts[change.part].append(change)
    lines = [_HEAD]
    for part, members in parts.items():
        lines += [f"## {part.capitalize()}", "", _count(members, known), ""]
        lines += ["| change | of | diagnosed | fix | rule |", "|---|---|---|---|---|"]
        lines += [_row(change, known.get(change.name, [])) for change in members]
        lines.append("")
    return "\n".join(lines)


def _count(members: list[Change], known: dict[str, list[Rule]]) -> str:
    asking = [change for change in members if change.safety != NOTHING]
    found = sum(change.name in known for change in asking)
    idle = len(members) - len(asking)
    return f"{len(members)} changes: {found} of {len(asking)} diagnosed; {idle} ask for nothing."


def _row(change: Change, rules: list[Rule]) -> str:
    what = change.what.replace("|", "\\|")
    if change.safety == NOTHING:
        return f"| {change.name} | {what} | nothing to do | | |"
    if not rules:
        return f"| {change.name} | {what} | **not yet** | | |"
    fix = ", ".join(dict.fromkeys(rule.applicability for rule in rules))
    links = ", ".join(f"[{rule.name}](../mirage/rules/{rule.name}.md)" for rule in rules)
    return f"| {change.name} | {what} | yes | {fix} | {links} |"


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
    for change in missing():
        print(f"no rule covers {change.name} ({change.part})")
