"""The lists of packages that `foreign` and `register` take: two of names before, one of packages
now."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import MANUAL, REVIEW, SAFE
from mirageport.diagnostics.spans import with_gap
from mirageport.mirage.changes.package_lists import strings
from mirageport.mirage.packages import GUESSED, OF_DISTRIBUTION, UNLINKED, Merged, laid_out, merge
from mirageport.mirage.per_target import for_some
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import NO_NODE, Arguments, label_of, unwrapped, value_of, wrapped
from mirageport.ocaml.types import Con, prune

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mirageport.diagnostics.kinds import Context, Editor, Finding, Node, Record, Rule, Use
    from mirageport.mirage.changes.package_groups import Group


PACKAGE_LISTS = "package-lists"
ADDITION = "package-addition"

_LISTS = ("libraries", "packages")

# What is said of each thing that a person should look at in a list of packages.
_CHOSEN = {
    UNLINKED: "Check {names}: only installed before, linked now.",
    GUESSED: "Check {names}: guessed from the name of a library.",
    OF_DISTRIBUTION: "Part of OCaml, and not a package: {names}.",
}


def packages(context: Context) -> Iterator[Finding]:
    """`foreign` and `register` with lists of names."""
    additions = _additions(context)
    registered = context.gathered(registers)
    single = registered[0] if len(registered) == 1 else None
    group = package_group(context)
    for use, found in context.ruled(PACKAGE_LISTS):
        if group is not None and use in group.merged:
            yield _of_group(context, use, found, group)
            continue
        finding = _lists(context, use, found, additions if use is single else [])
        if finding is not None:
            yield finding
    for use in additions:
        yield from _addition(context, use, single, group)


def package_group(context: Context) -> Group | None:
    """The lists of a config.ml that code puts together, or that several calls share; None where
    there are none, or none that can be worked out."""
    additions = _additions(context)
    registered = context.gathered(registers)
    some = any(for_some(context.analysis, use.node) for use in additions)
    found = []
    for use, rule in context.ruled(PACKAGE_LISTS):
        own = additions if use in registered else []
        finding = _lists(context, use, rule, own)
        apart = bool(own) and (len(registered) > 1 or some)
        if apart or (finding is not None and finding.facts is None):
            found.append(use)
    if not found:
        return None
    # Imported here: most lists are written out.
    from mirageport.mirage.changes.package_groups import grouped

    return grouped(context, found, additions)


def _of_group(context: Context, use: Use, found: Rule, group: Group) -> Finding:
    labels = [node for node in use.arguments if label_of(node) in _LISTS]
    merged = group.merged[use]
    message = found.message.format(use=context.text(use.node), new=merged.text)
    return context.finding(
        found,
        labels[0] if labels else use.node,
        group.facts,
        item=use.item.path,
        applicability=group.applicability,
        message=" ".join([message, *_chosen(merged), *_brought(context, group)]),
    )


def _brought(context: Context, group: Group) -> Iterator[str]:
    if group.dropped:
        names = ", ".join(f"`{name}`" for name in group.dropped)
        yield f"Left to {context.target}'s target, which brings them: {names}."


def registers(records: list[Record]) -> list[Use]:
    """The unikernels that a config.ml registers."""
    return [u for record in records for u in record.uses if u.item.path == "Mirage.register"]


def _addition(
    context: Context, use: Use, register: Use | None, group: Group | None
) -> Iterator[Finding]:
    """`add_to_*`: the fix is that of the `register` it belongs to."""
    for found in context.rules_of(use.item.changes, ADDITION):
        facts, applicability = None, MANUAL
        if group is not None and group.covers(use.node):
            facts, applicability = group.facts, group.applicability
        elif register is not None:
            base = _lists(context, register, context.rule("pkg-libraries"), _additions(context))
            facts = base.facts if base is not None else None
            applicability = base.applicability if base is not None else MANUAL
        yield context.used(
            found, use, facts, applicability=applicability if facts is not None else MANUAL
        )


def _additions(context: Context) -> list[Use]:
    return [use for use, _found in context.ruled(ADDITION)]


def _lists(context: Context, use: Use, found: Rule, additions: list[Use]) -> Finding | None:
    labels = Arguments(use.arguments).labelled
    libraries_label, packages_label = labels.get("libraries"), labels.get("packages")
    libraries, packages_ = (_list(context, label) for label in (libraries_label, packages_label))
    old = bool(_literal(context, packages_)) or _of_names(context, packages_label)
    if not libraries_label and not additions and not old:
        return None
    anchor = libraries_label or packages_label or use.node
    name = context.text(use.node)
    added = [(u, strings(context, u.arguments[0])) for u in additions if u.arguments]
    known = [
        _literal(context, node) if label else []
        for label, node in ((libraries_label, libraries), (packages_label, packages_))
    ]
    dynamic = None in known or any(names is None for _u, names in added)
    together = None if dynamic else _together(context, libraries, packages_)
    if together is None:
        why = "Code computes these lists: change that code."
        if not dynamic:
            why = (
                "Other code uses these lists as names too: change it to packages at the same time, "
                "and merge both lists."
            )
        message = (
            f'`{name}` takes one list of packages in {context.target}, `~packages:[package ".."]`, '
            f"instead of ~libraries and ~packages. {why}"
        )
        return context.finding(found, anchor, item=use.item.path, message=message)
    linked = [n for u, names in added if u.item.name.endswith("libraries") for n in names or ()]
    opam = [n for u, names in added if u.item.name.endswith("packages") for n in names or ()]
    merged = merge([*linked, *(known[0] or [])], [*opam, *(known[1] or [])])
    calls = tuple(u.call for u, _names in added if u.call)
    facts = PackageLists(
        use.call or use.node,
        tuple(entry.text for entry in merged.entries),
        packages_,
        libraries,
        packages_label,
        libraries_label,
        calls,
        tuple(label for label in together if label is not libraries_label),
    )
    return context.finding(
        found,
        anchor,
        facts,
        item=use.item.path,
        applicability=REVIEW if merged.warnings else SAFE,
        message=" ".join([found.message.format(use=name, new=merged.text), *_chosen(merged)]),
    )


def _of_names(context: Context, label: Node | None) -> bool:
    """Whether a list is known to be one of names, as Mirage 2 took them."""
    found = context.type_of(value_of(label)) if label else None
    element = prune(found.args[0]) if isinstance(found, Con) and found.name == "list" else None
    return isinstance(element, Con) and element.name == "string"


def _chosen(merged: Merged) -> Iterator[str]:
    """What a person should look at in a list of packages, a sentence each."""
    for kind, says in _CHOSEN.items():
        names = [f"`{name}`" for warning, name in merged.warnings if warning == kind]
        if names:
            yield says.format(names=", ".join(names))


def _together(
    context: Context, libraries: Node | None, packages_: Node | None
) -> list[Node] | None:
    """The `~libraries` of all calls that are given these two lists, by the names that a `let` gives
    them; None where something else reads one of them."""
    labels: list[Node] = []
    for node in (libraries, packages_):
        for reader in _list_readers(context, node):
            label = wrapped(reader).above
            call = label.above
            if not call or label.kind != "labeled_argument":
                return None
            use = context.use_at(call.get("function"))
            if use is None or use.item.name not in ("foreign", "register"):
                return None
            own = Arguments(call.all("argument")).labelled
            same = _list(context, own.get("libraries")), _list(context, own.get("packages"))
            if same != (libraries, packages_):
                return None
            if label_of(label) == "libraries":
                labels.append(label)
    return labels


def _list_readers(context: Context, node: Node | None) -> list[Node]:
    """Where a list is read by the name that a `let` gives it."""
    binding = node.around("let_binding") if node else NO_NODE
    own = unwrapped(binding.child("body")) is node
    return context.references(binding.child("pattern")) if own else []


def _list(context: Context, label: Node | None) -> Node | None:
    """The list expression behind a labelled argument, through the `let` that a name means."""
    given = unwrapped(value_of(label)) if label else None
    return given and (context.analysis.defined_as(given) if context.bound(given) else given)


def _literal(context: Context, node: Node | None) -> list[str] | None:
    return strings(context, node) if node else None


# -- the fix ---------------------------------------------------------------------------------------


class PackageLists(NamedTuple):
    """The two lists of `foreign` or `register` that become one. entries: those of the new list.

    packages, libraries: the list expressions, where there are any. labels: the labelled arguments
    they came by. additions: `add_to_*` calls that go with them. call: the `foreign` or `register`.
    others: the `~libraries` of other calls that are given the same two lists.
    """

    call: Node
    entries: tuple[str, ...]
    packages: Node | None
    libraries: Node | None
    packages_label: Node | None
    libraries_label: Node | None
    additions: tuple[Node, ...]
    others: tuple[Node, ...]

    def edit(self, editor: Editor) -> str:
        """One list of packages in place of two lists of names."""
        kept, label = self.packages, self.packages_label
        if kept is None and self.libraries is not None:
            kept = self.libraries
            for given in (self.libraries_label, *self.others):
                _rename_label(editor, given)
        elif self.libraries is not None and self.libraries_label is not None:
            for given in (self.libraries_label, *self.others):
                remove_argument(editor, given)
            _remove_binding(editor, self.libraries)
        if kept is not None:
            roomy = editor.text(kept).startswith("[ ")
            line = editor.source.newline + editor.source.indent(kept.start)
            editor.replace_node(kept, laid_out(self.entries, line, roomy))
        elif label is None:
            function = self.call.child("function")
            if not function:
                return ""
            line = editor.source.newline + editor.source.indent(function.start)
            editor.insert(function.end, f" ~packages:{laid_out(self.entries, line)}")
        remove_statements(editor, self.additions)
        return "List the packages once"


def _rename_label(editor: Editor, label: Node | None) -> None:
    name = label.part("label_name") if label else NO_NODE
    if label and name:
        pun = "" if label.child("expression") else f":{editor.text(name)}"
        editor.replace_node(name, f"packages{pun}")


def remove_argument(editor: Editor, label: Node) -> None:
    """Remove an argument with the room in front of it."""
    editor.replace(*with_gap(label), "")


def _remove_binding(editor: Editor, expression: Node) -> None:
    """Remove the `let` that bound a list which nothing names any more."""
    binding = expression.around("let_binding")
    if unwrapped(binding.child("body")) is not expression:
        return
    bindings = binding.above.of("let_binding")
    if len(bindings) == 1:
        editor.delete_item(binding.above)
    elif binding is bindings[0]:
        editor.replace(binding.start, bindings[1].start, "")
    else:
        editor.replace(bindings[bindings.index(binding) - 1].end, binding.end, "")


def remove_statements(editor: Editor, calls: Iterable[Node]) -> None:
    """Remove calls that are statements: out of their sequence, or with the whole `let () =` where
    nothing else is in it."""
    bodies: dict[Node, list[Node]] = {}
    for call in statements_of(calls):
        body = call
        while body.above.kind == "sequence_expression":
            body = body.above
        bodies.setdefault(body, []).append(call)
    for body, removed in bodies.items():
        statements = _statements(body)
        kept = [each for each in statements if each not in removed]
        if not kept and _is_statement(body.above):
            editor.delete_item(body.above.above)
        else:
            _remove_runs(editor, statements, kept, body.end)


def statements_of(calls: Iterable[Node]) -> list[Node]:
    """The calls, or an `if` or a `match` around them that does nothing else."""
    removed = list(calls)
    found: dict[Node, None] = {}
    for call in removed:
        whole = outer = call
        while whole and whole.kind != "let_binding":
            branching = whole.kind in ("match_expression", "if_expression")
            outer = whole if branching and _does_nothing(whole, removed) else outer
            whole = whole.above
        found[outer] = None
    return list(found)


def _does_nothing(node: Node, removed: list[Node]) -> bool:
    """Whether nothing is done by an expression without some calls."""
    node = unwrapped(node)
    if node.kind == "match_expression":
        parts = [case.child("body") for case in node.of("match_case")]
    elif node.kind == "if_expression":
        parts = [clause.child("expression") for clause in node.of("then_clause", "else_clause")]
    elif node.kind == "sequence_expression":
        parts = node.named_children
    else:
        return node in removed or node.kind == "unit"
    return all(_does_nothing(part, removed) for part in parts)


def _is_statement(binding: Node) -> bool:
    """Whether a `let` gives what it does no name, and does it at once."""
    unnamed = binding.child("pattern").kind in ("unit", "any_pattern")
    return binding.kind == "let_binding" and unnamed and not binding.first("parameter")


def _statements(body: Node) -> list[Node]:
    """The members of a sequence, in order; of anything else itself."""
    if body.kind != "sequence_expression":
        return [body]
    return [each for part in body.named_children for each in _statements(part)]


def _up_to(editor: Editor, first: Node, kept: Node) -> tuple[int, int]:
    """The span from one statement up to another, which keeps its column on a line of its own. What
    is before the body of a `let` stays, as that may go by itself."""
    source, body = editor.source, first
    while body.above.kind == "sequence_expression":
        body = body.above
    if body.start == first.start and body.above.kind == "let_expression":
        return first.start, kept.start
    lines = [source.line_starts[source.line_of(node.start)] for node in (first, kept)]
    nodes = zip(lines, (first, kept), strict=True)
    alone = not any(source.text(line, node.start).strip() for line, node in nodes)
    return (lines[0], lines[1]) if alone else (first.start, kept.start)


def _remove_runs(editor: Editor, statements: list[Node], kept: list[Node], end: int) -> None:
    """Remove the statements between those that are kept, each run as one. end: of the sequence."""
    if not kept:
        editor.replace(statements[0].start, end, "()")
        return
    if statements[0] is not kept[0]:
        editor.replace(*_up_to(editor, statements[0], kept[0]), "")
    for one, other in pairwise(kept):
        following = statements[statements.index(one) + 1]
        if following is not other:
            editor.replace(*_up_to(editor, following, other), "")
    if statements[-1] is not kept[-1]:
        editor.replace(kept[-1].end, end, "")
