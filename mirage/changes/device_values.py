"""Arguments of config.ml that were given to devices which have their own since Mirage 4.8.

Facts: mirage v4.7.0 lib/mirage/mirage.mli (`generic_dns_client ?timeout:int64 option runtime_arg`),
v4.11.1 lib/mirage.mli (`?timeout:int64`) and lib_runtime/mirage/mirage_runtime_network.mli.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics import unread
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.spans import with_gap
from mirageport.ocaml.tree import label_of, value_of
from mirageport.ocaml.types import Con

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Finding

KIND = "device-values"


def find(context: Context) -> Iterator[Finding]:
    """The labels of such devices whose value is an argument that is read at run time."""
    for use, rule in context.ruled(KIND):
        for argument in use.arguments:
            label, type_ = label_of(argument), context.type_of(value_of(argument))
            if label not in rule.options["labels"].split():
                continue
            if isinstance(type_, Con) and type_.name == "Mirage.Runtime_arg.arg":
                gone = unread.definitions(context, unread.needed(context, argument), [argument])
                edits = [context.remove(with_gap(argument)), *gone]
                facts = rewriting(f"Drop `~{label}`", edits)
                name = context.text(use.node)
                yield context.finding(
                    rule, argument, facts, item=use.item.path, use=name, label=label
                )
