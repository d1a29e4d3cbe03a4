"""Characters that are assigned, `s.[i] <- c`: a syntax for `String.set s i c` that OCaml 5 lacks,
whatever `String` is. The rule stands on that value; its page's `fixed` is what is said of a text
that is known to be a string, and so cannot be changed at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.editor import is_atomic
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.reach import is_own
from mirageport.ocaml.modules import ApiValue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Edit, Finding, Node

KIND = "character-assigned"
_MODULE, _VALUE, _SIGN = "String", "set", b"<-"


def find(context: Context) -> Iterator[Finding]:
    """The assignments, as calls of what the value is called now."""
    data = context.source.data
    at = data.find(_SIGN) if b".[" in data else -1
    module = context.library.base.module(_MODULE) if at >= 0 else None
    value = module.value(_VALUE) if module is not None else None
    if not isinstance(value, ApiValue):
        return
    for rule in context.rules_of(value.item.changes, KIND):
        new = value.item.to
        known = not is_own(context, new.partition(".")[0])
        while at >= 0:
            node = context.tree.root.at(at, at + len(_SIGN)).above
            at = data.find(_SIGN, at + len(_SIGN))
            target = node.named_children[0] if node.kind == "set_expression" else node
            if target.kind == "string_get_expression":
                fixed = context.type_name(target.child("sequence")) == "string"
                edits = _edits(context, target, node.child("body"), new)
                facts = rewriting(f"Write `{new}`", edits if known and not fixed else [])
                said = rule.options.get("fixed", "") if fixed else rule.message
                old = context.text(target)
                message = said.format(old=old, new=new)
                yield context.finding(rule, target, facts, item=value.item.path, message=message)


def _edits(context: Context, target: Node, body: Node, new: str) -> list[Edit]:
    """What makes a call of an assignment; each part stays where it is."""
    text, index = target.child("sequence"), target.child("index")
    edits = [context.insert(text.start, f"{new} ")]
    for part, before in ((text, None), (index, text), (body, index)):
        simple = is_atomic(part) or part.kind.endswith("get_expression")
        opening, closing = ("", "") if simple else ("(", ")")
        if before is not None:
            edits.append((context.name, before.end, part.start, f" {opening}"))
        elif opening:
            edits.append(context.insert(part.start, opening))
        if closing:
            edits.append(context.insert(part.end, closing))
    return edits
