"""What the target does not have, where no other finding says so.

It is reported at each name, as the self-check reports it after a port, so that a missing page never
means a missing finding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.fate import was_removed
from mirageport.diagnostics.facts import Rewrite
from mirageport.diagnostics.finding import MANUAL, SUGGESTION
from mirageport.diagnostics.suppression import conflict
from mirageport.ocaml.file_names import module_name
from mirageport.ocaml.tree import label_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mirageport.diagnostics.kinds import Context, Finding, Node

    # Where something is named that ended, its name, and the rules that it has.
    _Ended = tuple[Node, str, tuple[str, ...]]


def find(context: Context, beside: Iterable[Finding]) -> Iterator[Finding]:
    """Names of module types, types, values, functors and modules, and labels of arguments, that
    ended before the target, where the pack says which modules only lack an interface of it.

    beside: what was found in the file already: where a finding stands, or an edit of its fix,
    nothing is added.
    """
    if not context.library.names.kept:
        return
    known = list(_places(context, beside))
    own = {module_name(file) for file in context.project.every}
    for node, name, changes in (
        *_module_types(context),
        *_types(context),
        *_values(context),
        *_modules(context),
        *_labels(context),
    ):
        if any(start < node.end and node.start < end for start, end in known):
            continue
        if context.text(node).partition(".")[0] in own:
            continue
        known.append((node.start, node.end))
        rule = context.rule(changes[-1]) if changes else conflict(context.rules)
        more = f": {rule.title}" if changes else ", and no rule says what to write"
        message = f"`{name}` is not in {context.target}{more}."
        yield context.finding(rule, node, item=name, applicability=MANUAL, message=message)


def _places(context: Context, beside: Iterable[Finding]) -> Iterator[tuple[int, int]]:
    for finding in beside:
        if finding.applicability == SUGGESTION:
            continue
        yield finding.start, finding.end
        yield from finding.whole
        for alternative in finding.facts.alternatives if type(finding.facts) is Rewrite else ():
            for file, start, end, _text in alternative.edits:
                if file == context.name:
                    yield start, end


def _module_types(context: Context) -> Iterator[_Ended]:
    last = context.library.history.last
    for use in context.analysis.type_uses:
        item = use.module_type.item
        if item is not None and not use.module_type.own and not last(item.path):
            yield use.node, context.text(use.node), item.changes


def _types(context: Context) -> Iterator[_Ended]:
    for use in context.analysis.named_types.values():
        if not _is_inside(context, use.item.owner) and was_removed(context.library, use.item.path):
            yield use.node, context.text(use.node), use.item.changes


def _is_inside(context: Context, owner: str) -> bool:
    """Whether an item is one of a module type, whose own finding is enough where it was removed."""
    return bool(owner) and not context.library.history.last(owner)


def _values(context: Context) -> Iterator[_Ended]:
    for use in context.analysis.uses:
        path, library = use.item.path, context.library
        # What an `open` of another library gives may be bound outside of it.
        if (use.qualifier or library.is_dated(path)) and library.has_ended(path):
            if not _is_inside(context, use.item.owner) and was_removed(library, path):
                module = use.module.item  # whose rule is that of all that it has
                changes = use.item.changes or (module.changes if module is not None else ())
                yield use.node, context.text(use.node), changes


def _labels(context: Context) -> Iterator[_Ended]:
    for use in context.analysis.uses:
        path, library = use.item.path, context.library
        for argument in use.arguments:
            label = label_of(argument)
            if label and library.has_ended(path, label) and not library.has_ended(path):
                yield argument, f"~{label} of {context.text(use.node)}", ()


def _modules(context: Context) -> Iterator[_Ended]:
    library = context.library
    for node, module in context.analysis.module_refs.items():
        name, text = module.path.partition(".")[0], context.text(node)
        if module.path == name and module is not library.module(name):
            continue  # a parameter or a module of the file's own
        if module.permanent and text.partition(".")[0] == name and library.removed(name):
            yield node, text, module.item.changes if module.item is not None else ()
