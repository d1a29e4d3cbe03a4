"""`mirageport rules`: lists the rules, for people or as json."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.server.commands.terminal import DONE

if TYPE_CHECKING:
    from argparse import Namespace

    from mirageport.diagnostics.rules import Rule


def run(options: Namespace) -> int:
    """Do what was asked; gives the exit status. Raises `Failure` for a name that none has."""
    from mirageport.server import rule_page
    from mirageport.server.checking import check_names
    from mirageport.server.packs import PACK
    from mirageport.server.settings import Settings, current_names

    wanted = current_names(options.names)
    check_names(Settings(select=wanted), "")
    rules = [
        rule
        for rule in PACK.rules.all()
        if (not wanted or rule.name in wanted or rule.category in wanted)
        and options.applicability in (None, rule.applicability)
    ]
    if options.output_format == "json":
        from mirageport.server.commands.terminal import print_json
        from mirageport.server.output import dumped

        print_json(dumped({"rules": [_record(rule) for rule in rules]}))
        return DONE
    width = max((len(rule.name) for rule in rules), default=0)
    for rule in rules:
        title = f"{rule.title} ({rule_page.target(rule)})" if rule.target else rule.title
        print(f"{rule.name:{width}}  {rule.applicability:10}  {rule.category:12}  {title}")
    return DONE


def _record(rule: Rule) -> dict[str, str]:
    from mirageport.server.home import page
    from mirageport.server.rule_page import message

    found = {
        "rule": rule.name,
        "title": rule.title,
        "category": rule.category,
        "applicability": rule.applicability,
        "severity": rule.severity,
    }
    said, address = message(rule), page(rule.name)
    return {
        **found,
        **({"target": rule.target} if rule.target else {}),
        **({"compiler": said} if said else {}),
        **({"page": address} if address else {}),
    }
