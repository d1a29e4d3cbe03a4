"""Devices of config.ml whose module has another module type than it had.

A module type can live on in its library while the device that unikernels take by it has another:
`cohttp_server` makes a `Cohttp_mirage.Server.S` since Mirage 3.10.2, which is no
`Cohttp_lwt.S.Server`. No name changed, so only config.ml, which gives the device, shows that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting
from mirageport.mirage.changes.seam_slots import device
from mirageport.mirage.config import seams

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Finding, Project

KIND = "device-type"


def find(context: Context) -> Iterator[Finding]:
    """The module types of such devices in a unikernel that config.ml gives one to."""
    if context.is_config:
        return
    for use in context.analysis.type_uses:
        item = use.module_type.item
        if item is None or use.module_type.own:
            continue
        for rule in context.rules_of(item.changes, KIND):
            taken = context.project.once("devices of the jobs", lambda: _taken(context.project))
            if rule.options["device"] not in taken:
                continue
            new, old = rule.options["to"], context.text(use.node)
            facts = rewriting(f"Replace `{old}` by `{new}`", [context.replace(use.node, new)])
            yield context.finding(rule, use.node, facts, item=item.path, old=old, new=new)


def _taken(project: Project) -> frozenset[str]:
    """The kinds of the devices that config.ml gives to functors of the project."""
    return frozenset(
        device(project.analysis(seam.job.file), node)
        for seam in seams(project)
        for node in seam.job.types
    )
