"""Arguments of the command line that are read before they are known, or registered too late: both
compile, and raise `Invalid_argument` when the unikernel starts.

Facts: mirage v4.11.1 lib_runtime/functoria/functoria_runtime.ml.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.mirage.changes.key_scopes import waits
from mirageport.ocaml.tree import NO_NODE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Finding, Node

EARLY = "runtime-arg-early"
LATE = "runtime-arg-late"

_REGISTER = "Mirage_runtime.register_arg"


def find(context: Context) -> Iterator[Finding]:
    """Calls that a module makes while it is loaded, of what `register_arg` gave, and calls of
    `register_arg` in `start`."""
    for use in context.analysis.uses:
        if use.item.path != _REGISTER:
            continue
        if _runs_in_start(context, use.node):
            yield context.used(context.rule(LATE), use)
            continue
        binding = use.node.up("let_binding") or NO_NODE
        pattern = binding.child("pattern")
        for read in context.references(pattern) if pattern.kind == "value_name" else ():
            call = read.above
            while call.kind == "value_path":
                call = call.above
            called = call.kind == "application_expression" and call.child("argument")
            if called and called.kind == "unit" and not waits(call):
                yield context.finding(context.rule(EARLY), call, use=context.text(call))


def _runs_in_start(context: Context, node: Node) -> bool:
    """Whether a place is inside of a function called `start`."""
    while node.parent:
        node = node.above
        if node.kind == "let_binding" and node.of("parameter"):
            if context.text(node.child("pattern")) == "start":
                return True
    return False
