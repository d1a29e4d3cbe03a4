"""Lists of libraries and packages that code puts together: what they are is worked out, and written
where they are given. All of a config.ml that is so changes at once: its parts read each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.editor import Editor
from mirageport.diagnostics.facts import Alternative, Rewrite
from mirageport.diagnostics.finding import REVIEW, SAFE
from mirageport.diagnostics.unread import definitions
from mirageport.mirage.changes.config_packages import (
    remove_argument,
    remove_statements,
    statements_of,
)
from mirageport.mirage.evaluate import Unknown, evaluate
from mirageport.mirage.packages import Merged, laid_out, merge
from mirageport.mirage.per_target import TARGETS, UNIX, for_some
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import label_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Node, Use
    from mirageport.mirage.evaluate import Value

_NAMES = ("unix", "macosx", "xen", "freestanding")


class Group(NamedTuple):
    """Calls whose lists change together. merged: the packages of each; facts: their one fix; spans:
    what is rewritten or removed with it; dropped: packages that the target brings."""

    merged: dict[Use, Merged]
    facts: Rewrite
    applicability: str
    spans: tuple[tuple[int, int], ...]
    dropped: tuple[str, ...]

    def covers(self, node: Node) -> bool:
        """Whether a node goes with the fix."""
        return any(start <= node.start < end for start, end in self.spans)


def grouped(context: Context, takers: list[Use], additions: list[Use]) -> Group | None:
    """The lists of calls of `foreign` and `register`, with what was added for every `register`;
    None where none of them can be worked out. Those that cannot are left out."""
    names = _Names(context)
    added = {use: names.of(use.arguments[0]) for use in additions if use.arguments and use.call}
    whole = len(added) == len(additions) and None not in added.values()
    merged = {}
    for use in takers:
        registers = use.item.name == "register"
        lists = [_label(context, use, label) for label in ("libraries", "packages")]
        known = [[] if node is None else names.of(node) for node in lists]
        libraries, opam = known
        if libraries is None or opam is None or (registers and not whole):
            continue
        if registers:
            linked, installed = (_added(added, kind) for kind in ("libraries", "packages"))
            libraries, opam = [*linked, *libraries], [*installed, *opam]
        merged[use] = merge(libraries, opam)
    removed = [use.call for use in added if use.call] if _all_take(takers, merged) else []
    return _group(context, merged, removed, tuple(names.dropped)) if merged else None


def _all_take(takers: list[Use], merged: dict[Use, Merged]) -> bool:
    """Whether what is added reaches every `register`."""
    registers = [use for use in takers if use.item.name == "register"]
    return bool(registers) and all(use in merged for use in registers)


def _added(added: dict[Use, list[str] | None], kind: str) -> list[str]:
    lists = (names for use, names in added.items() if use.item.name.endswith(kind))
    return [name for names in lists for name in names or ()]


def _label(context: Context, use: Use, name: str) -> Node | None:
    return next((node for node in use.arguments if label_of(node) == name), None)


class _Names:
    """The names in lists. dropped: those that a target brings by itself."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.prefixes = context.rule("pkg-platform").options["prefixes"].split()
        self.dropped: dict[str, None] = {}

    def of(self, node: Node) -> list[str] | None:
        """The names in a list for every target; None where they are not known, or differ by more
        than what is a target's own."""
        if node.kind == "labeled_argument":
            node = node.get("expression") or node.first("label_name") or node
        lists = list(self._lists(node))
        if not lists:
            return None
        conditional = for_some(self.context.analysis, node)
        if conditional or any(names != lists[0] for names in lists):
            of_target = {name: None for names in lists for name in names if self._is_of(name)}
            lists = [[name for name in names if name not in of_target] for names in lists]
            self.dropped.update(of_target)
        differ = any(names != lists[0] for names in lists)
        return None if differ or (lists[0] and conditional) else lists[0]

    def _lists(self, node: Node) -> Iterator[list[str]]:
        for target in TARGETS:
            try:
                value = evaluate(self.context.analysis, node, None, target)
            except Unknown:
                if target == UNIX:
                    return
                continue
            names = _strings(value)
            if names is None:
                return
            yield names

    def _is_of(self, name: str) -> bool:
        return any(
            name.startswith(prefix) and name[len(prefix) :] in _NAMES for prefix in self.prefixes
        )


def _strings(value: Value) -> list[str] | None:
    if not isinstance(value, list):
        return None
    found = [each for each in value if isinstance(each, str)]
    return found if len(found) == len(value) else None


def _group(
    context: Context, merged: dict[Use, Merged], removed: list[Node], dropped: tuple[str, ...]
) -> Group:
    editor = Editor(context.project, context.name)
    read: list[Node] = statements_of(removed)
    remove_statements(editor, removed)
    for use, packages in merged.items():
        line = editor.source.newline + editor.source.indent(use.node.start)
        text = f"~packages:{laid_out([entry.text for entry in packages.entries], line)}"
        old = [_label(context, use, label) for label in ("packages", "libraries")]
        labels = [label for label in old if label is not None]
        read += labels
        if labels and packages.entries:
            editor.replace_node(labels[0], text)
        elif packages.entries:
            editor.insert(use.node.end, f" {text}")
        for label in labels[bool(packages.entries) :]:
            remove_argument(editor, label)
    names = [
        bound.node
        for path, bound in context.analysis.refs.items()
        if bound.node.kind == "value_name" and any(n.start <= path.start < n.end for n in read)
    ]
    unread = list(definitions(context, names, read))
    edits = tuple(sorted([*((e.file, e.start, e.end, e.text) for e in editor.edits), *unread]))
    warned = dropped or any(packages.warnings for packages in merged.values())
    level = REVIEW if warned else SAFE
    way = Alternative("List the packages once", edits)
    spans = [(node.start, node.end) for node in read] + [edit[1:3] for edit in unread]
    return Group(merged, Rewrite((way,)), level, tuple(spans), dropped)
