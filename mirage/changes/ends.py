"""`Ok _` where what was read may be the end: it compiles, and takes the end for data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.changes.results import RESULT_RESHAPED
from mirageport.diagnostics.finding import WARNING
from mirageport.diagnostics.syntax import alternatives, matches_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Finding, Node, Use


END_RULE = "flow-read-ok"


def find(context: Context) -> Iterator[Finding]:
    """Arms `Ok x` of a match over what a flow gave, where no arm is for its end."""
    for use, found in context.ruled(RESULT_RESHAPED):
        if found.options["shape"] == "read" and use.call:
            for match in matches_of(context, use.call):
                yield from _match(context, use, match)


def _match(context: Context, use: Use, match: Node) -> Iterator[Finding]:
    cases = [case.get("pattern") for case in match.of("match_case")]
    patterns = [node for case in cases if case is not None for node in alternatives(case)]
    if any(context.text(node) == "`Eof" for p in patterns for node in p.descendants()):
        return
    for pattern in patterns:
        payload = _whole_payload(context, pattern)
        if not payload:
            continue
        as_data = _read_as_data(context, payload)
        if not as_data and not context.old:
            continue  # Mirage 3 code may take both alike
        yield context.finding(
            context.rule(END_RULE),
            pattern,
            item=use.item.path,
            severity="" if as_data else WARNING,
            use=context.text(use.node),
            old=context.text(pattern),
            name=context.text(payload),
        )


def _whole_payload(context: Context, pattern: Node) -> Node | None:
    """The name or `_` that takes all that `Ok` carries."""
    head, payload = pattern.part("constructor_path"), pattern.child("pattern")
    if pattern.kind != "constructor_pattern" or context.text(head) != "Ok":
        return None
    inner = alternatives(payload)[0] if payload else None
    return inner if inner is not None and inner.kind in ("any_pattern", "value_pattern") else None


def _read_as_data(context: Context, payload: Node) -> bool:
    """Whether a name is given to a function of buffers."""
    for reader in context.references(payload):
        prefix = reader.above.child("function").part("module_path")
        module = context.analysis.module_refs.get(prefix)
        if module is not None and module.path == "Cstruct":
            return True
    return False
