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
    from mirageport.server.commands.options import named_packs
    from mirageport.server.packs import MIRAGE, by_name, counting, shipped
    from mirageport.server.settings import Settings, current_names

    wanted, packs = current_names(options.names), named_packs(options)
    check_names(Settings(select=wanted, packs=packs), "")
    # Any rule may be asked for by its name; without one those are listed that count here.
    known = dict.fromkeys([*packs, MIRAGE, *shipped()] if wanted else counting(packs, ".", {})[0])
    rules = [
        (pack, rule)
        for pack in known
        for rule in by_name(pack).rules.all()
        if (not wanted or rule.name in wanted or rule.category in wanted)
        and options.applicability in (None, rule.applicability)
    ]
    if options.output_format == "json":
        from mirageport.server.commands.terminal import print_json
        from mirageport.server.output import dumped

        print_json(dumped({"rules": [_record(pack, rule) for pack, rule in rules]}))
        return DONE
    width = max((len(rule.name) for _, rule in rules), default=0)
    for pack, rule in rules:
        target = by_name(pack).target if pack != MIRAGE else rule.target and rule_page.target(rule)
        title = f"{rule.title} ({target})" if target else rule.title
        print(f"{rule.name:{width}}  {rule.applicability:10}  {rule.category:12}  {title}")
    return DONE


def _record(pack: str, rule: Rule) -> dict[str, str]:
    from mirageport.server.home import page
    from mirageport.server.packs import MIRAGE
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
        **({"pack": pack} if pack != MIRAGE else {}),
        **({"compiler": said} if said else {}),
        **({"page": address} if address else {}),
    }
