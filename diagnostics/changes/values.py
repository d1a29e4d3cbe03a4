"""Values and functors that have another name now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.data import standard_modules
from mirageport.api.fate import (
    RENAMES,
    beside,
    declarations,
    is_inside,
    keeps_items,
    keeps_type,
    lost_constructors,
    resolves,
)
from mirageport.diagnostics import unread
from mirageport.diagnostics.changes.part_values import built, repeated
from mirageport.diagnostics.changes.template import taken
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import MANUAL, REVIEW, SAFE, reviewed
from mirageport.diagnostics.reach import is_hidden, is_own, opened_for, written
from mirageport.diagnostics.spans import with_gap
from mirageport.ocaml.items import RENAMED_CONSTRUCTOR
from mirageport.ocaml.modules import Forms, SigModule
from mirageport.ocaml.tree import NO_NODE, READER, label_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import (
        Context,
        Finding,
        Item,
        Module,
        NamedUse,
        Node,
        Rewrite,
        Rule,
        Use,
    )


BY_HAND = "by-hand"
VALUE_RENAMED = "value-renamed"
LABELS_REMOVED = "labels-removed"
TEMPLATE = "template"
CONSTRUCTOR_RENAMED = "constructor-renamed"
MODULE_RENAMED = "module-renamed"
RETYPED = "retyped"


def renamed(context: Context) -> Iterator[Finding]:
    """Uses of values whose rule is `value-renamed`. The new name stands beside the value in its
    interface (`[@@port.to name]`) or is the page's `to`, which has pairs `old=new` for several
    values, or with its module the page's `path`; its `shows` is what the old one shows of the file,
    and its `known-by` what tells the new one from an old value of its name (`Finding`). With
    `applied`, a name that is no function is something else at the target, and one that gets more
    arguments than that is of an earlier release."""
    seen = set()
    for use, found in context.ruled(VALUE_RENAMED):
        most = int(found.options.get("applied", "0"))
        if most and (len(use.arguments) > most or not _is_applied(context, use)):
            continue
        if use.node not in seen:  # what got two new names has a rule for each, and the last counts
            seen.add(use.node)
            yield _same_type(context, use, _rename(context, use, found))


def _same_type(context: Context, use: Use, finding: Finding) -> Finding:
    """A rename that the interface states is safe only where both types are the same."""
    if not use.item.to or finding.applicability != SAFE:
        return finding
    same = keeps_type(context.library, use.item.path, use.item.to)
    return finding if same and not _may_be_another(context, use.node) else reviewed(finding)


def _may_be_another(context: Context, node: Node) -> bool:
    """Whether a module that nothing is known of is opened around an operator, as in `M.(a & b)`:
    such modules are opened for the operators that they have."""
    opened = node if node.kind.endswith("_operator") else NO_NODE
    while opened := opened.around("local_open_expression", "let_expression"):
        path = opened.part("module_path") or opened.part("open_module").part("module_path")
        name = context.text(path).partition(".")[0]
        if path and name not in standard_modules() and context.library.module(name) is None:
            return True
    return False


def _is_applied(context: Context, use: Use) -> bool:
    """Whether a name stands as a function: `f x`, `f @@ x` or `x |> f`."""
    node, outer = use.node, use.node.above
    operator = context.text(outer.child("operator"))
    return bool(use.call) or (operator, node.field) in (("@@", "left"), ("|>", "right"))


def _rename(context: Context, use: Use, found: Rule) -> Finding:
    new = use.item.to or _new_name(use.item.name, found.options.get("to", ""))
    name = use.node.children[-1] if use.node.children else use.node
    old_path = context.text(use.node)
    inside = is_inside(context.library, use.item.owner, use.item.to)
    if ("." in use.item.to and not inside) or _is_operator(new):
        return _replaced(context, use, found, new)
    if inside and not use.qualifier and is_own(context, new.partition(".")[0]):
        new = f"{use.module.path}.{new}"
    if new and not use.qualifier and is_hidden(context, new, use.node):
        new = f"{use.module.path}.{new}"
    if not new and "path" not in found.options:  # the pack names nothing that the target has
        return context.used(found, use, old=old_path, new="?")
    new_path = found.options.get("path", "") or use.sibling(new)
    if not new:
        name, new = use.node, new_path
    facts = rewriting(f"Replace `{old_path}` by `{new_path}`", [context.replace(name, new)])
    shows = tuple(found.options.get("shows", "").split())
    known_by = tuple(found.options.get("known-by", "").split()) if use.named.until else ()
    return context.used(
        found, use, facts, shows=shows, known_by=known_by, old=old_path, new=new_path
    )


def _replaced(context: Context, use: Use, found: Rule, new: str) -> Finding:
    """A value that another module has now, or an operator. It is left to the person where the file
    calls something else so."""
    new = written(context, use.node, new)
    old, head = context.text(use.node), new.partition(".")[0]
    if _is_operator(new) and use.node.kind == "value_path":
        new = use.sibling(f"( {new} )")
    known = not is_own(context, head) and resolves(context.pack.judged, use.item.owner, use.item.to)
    edits = [context.replace(use.node, new)] if known else []
    if known and new == use.item.to:
        edits += opened_for(context, use)
    facts = rewriting(f"Replace `{old}` by `{new}`", edits)
    return context.used(found, use, facts, old=old, new=new)


def _is_operator(name: str) -> bool:
    return bool(name) and not (name[0].isalpha() or name[0] == "_")


def _new_name(name: str, to: str) -> str:
    return dict(pair.split("=") for pair in to.split()).get(name, "") if "=" in to else to


def labels(context: Context) -> Iterator[Finding]:
    """Arguments with a label that the value has no more: those of the page's `labels` that the
    target's form lacks. They are dropped, unless the page leaves that to a person."""
    for use, found in context.ruled(LABELS_REMOVED):
        for argument in use.arguments:
            label = label_of(argument)
            if label not in found.options["labels"].split():
                continue
            if context.library.has_ended(use.item.path, label):
                title, edit = f"Drop `~{label}`", context.remove(with_gap(argument))
                gone = unread.definitions(context, unread.needed(context, argument), [argument])
                facts = rewriting(title, [edit, *gone]) if found.applicability != MANUAL else None
                name = context.text(use.node)
                yield context.finding(
                    found, argument, facts, item=use.item.path, use=name, label=label
                )


def modules(context: Context) -> Iterator[Finding]:
    """Paths to modules that are called otherwise now (the page's `to`), or that were removed."""
    for node, module, named in context.modules:
        old = context.text(node)
        if not _names(old, named.path):
            yield from _part_renamed(context, node, named)
            continue
        if _in_renamed(context, node):
            continue
        value = context.use_at(node.above)
        if value is not None and any(context.rules_of(value.item.changes, TEMPLATE)):
            continue
        for found in context.rules_of(named.changes, MODULE_RENAMED):
            if _is_beside(context, node, found.options.get("not-beside", "").split()):
                continue
            new = written(context, node, named.to) or found.options["to"]
            to = beside(context.library, named)
            if to != named.to:
                new = f"{old.rpartition('.')[0]}.{new}".lstrip(".")
            facts = rewriting(f"Replace `{old}` by `{new}`", [context.replace(node, new)])
            if value is not None and any(context.rules_of(value.item.changes, BY_HAND)):
                if not resolves(context.pack.judged, new, value.item.name):
                    continue  # the new module does not have it, so that its own finding stays
            renamed = context.finding(found, node, facts, item=named.path, old=old, new=new)
            safe = not named.to or keeps_items(context.library, named.path, to)
            if new != old:  # else it is of a module that is open
                yield renamed if safe else reviewed(renamed)
        for found in context.rules_of(named.changes, BY_HAND):
            if value is None and not has_what_is_named(node, module):
                continue
            if "arguments" in found.options:
                continue  # of a functor, which depends on what it is applied to
            if value is None or found.name not in value.item.rules:  # else it says the same
                yield context.finding(found, node, item=named.path, use=old, at=old)


def has_what_is_named(node: Node, module: Module) -> bool:
    """Whether a module of the standard library has the value or module that a path names in it:
    another one of its name may come with an `open` of which nothing is known."""
    path, first = node.above, module
    while isinstance(first, Forms):
        first = first.forms[0]
    inner = path.kind in ("module_path", "extended_module_path")
    if not inner and path.kind != "value_path":
        return True
    if not isinstance(first, SigModule) or not first.standard:
        return True
    name = READER.text(path.children[-1])
    return (module.module(name) if inner else module.value(name)) is not None


def _in_renamed(context: Context, node: Node) -> bool:
    """Whether the path around a module's is renamed as a whole."""
    around = context.analysis.module_uses.get(node.above)
    changes = around.item.changes if around is not None and around.item is not None else ()
    return any(context.rules_of(changes, MODULE_RENAMED))


def _is_beside(context: Context, node: Node, modules: list[str]) -> bool:
    """Whether the definition that a module is named in names one of others, too (the page's
    `not-beside`), so that it goes on to mean what it did."""
    definition = node
    while modules and definition.above.above:
        definition = definition.above
    names = definition.descendants() if modules else ()
    return any(each.kind == "module_name" and context.text(each) in modules for each in names)


def _part_renamed(context: Context, node: Node, item: Item) -> Iterator[Finding]:
    """A module of a device, such as `S.TCPV4`, where the page's `to` is a name alone."""
    old = context.text(node)
    owner, _, name = old.rpartition(".")
    for found in context.rules_of(item.changes, MODULE_RENAMED):
        to = item.to or found.options["to"]
        if name == item.name and owner and "." not in to:
            new = f"{owner}.{to}"
            facts = rewriting(f"Replace `{old}` by `{new}`", [context.replace(node, new)])
            yield context.finding(found, node, facts, item=item.path, old=old, new=new)


def _names(text: str, path: str) -> bool:
    """Whether a path in the text is an item's own, whole or as seen after an `open`, or as one of
    the standard library: an alias of the person's follows what it stands for."""
    return path in (text, text.removeprefix("Stdlib.")) or path.endswith("." + text)


def by_hand(context: Context) -> Iterator[Finding]:
    """Uses of removed values that no rewrite can replace: the page says what to do. Of a value that
    lives on with another type, the page's `unless-label` says which label only that takes, and
    `only-label` which only the old one took; of one that only means something else, `named: former`
    says that its module has to be named as it was. A name of config.ml that nothing reads is
    removed with it. With `read-by`, the names of values, it is about each of these in the file,
    once."""
    read: dict[str, Rule] = {}
    passed = taken(context)
    for use, found in context.ruled(BY_HAND):
        if use.node in passed:
            continue  # its call is written in another way
        name, module = context.text(use.node), module_of(use)
        if "read-by" in found.options:
            read.update(dict.fromkeys(found.options["read-by"].split(), found))
            continue
        given = {label_of(each) for each in use.arguments}
        if found.options.get("unless-label") in given:
            continue
        if found.options.get("named") and not use.named.until:
            continue
        if not given.issuperset(found.options.get("only-label", "").split()):
            continue
        if not use.qualifier and "{at}" in found.message:
            name = f"{module}.{name}"
        facts = _unread(context, use) if found.target else None
        level = REVIEW if facts else ""
        yield context.used(found, use, facts, use=name, at=module, applicability=level)
    for path in context.tree.root.descendants() if read else ():
        if path.kind == "value_path" and context.text(path) in read:
            name = context.text(path)
            yield context.finding(read[name], path, use=name)


def _unread(context: Context, use: Use) -> Rewrite | None:
    """The removal of the `let` of config.ml that a value stands in, if nothing reads its name."""
    definition = use.node.up("value_definition") if context.is_config else None
    if definition is None or definition.parent is not context.tree.root:
        return None
    binding = definition.of("let_binding")[0]
    name = binding.child("pattern")
    if name.kind != "value_name" or binding.of("parameter"):
        return None
    title = f"Remove `{context.text(name)}`, which nothing reads"
    return rewriting(title, unread.definitions(context, [name], ()))


def module_of(use: Use) -> str:
    """The module that a value belongs to, as the text names it: before the value, or where it was
    opened, as in `M.(value)`."""
    return use.qualifier or use.module.path


def constructors(context: Context) -> Iterator[Finding]:
    """Uses of constructors and exceptions that are called otherwise now (the page's `to` as
    of values, or its `constructors`, `Old = New` separated by ` | `, or `[@@port.to ..]` beside an
    exception), or were removed: the page says what to do. Where a type had the new name before, the
    two may have been told apart."""
    named = [(use, use.node) for use in context.once(built)]
    for use, node in (*named, *repeated(context, "constructor_name")):
        seen, own = False, node is use.node
        for found in context.rules_of(use.item.changes, CONSTRUCTOR_RENAMED):
            old = context.text(node)
            new = _new_constructor(context, use, found, context.last_name(node))
            if new is not None and not seen:
                seen = True
                if not own:
                    new = new.rpartition(".")[2]
                edits = [context.replace(node, new)] if new else []
                facts = rewriting(f"Replace `{old}` by `{new}`", edits)
                use = use._replace(node=node)
                finding = context.used(found, use, facts, old=old, new=new or "?")
                had, _lost = lost_constructors(context.library, use.item.path)
                yield reviewed(finding) if (new or "").rpartition(".")[2] in had else finding
        for found in context.rules_of(use.item.changes, BY_HAND) if own else ():
            yield context.used(found, use, at=use.qualifier)


def _new_constructor(context: Context, use: NamedUse, found: Rule, name: str) -> str | None:
    """What takes the place of a constructor: "" where nothing says it, None where it stays."""
    if "constructors" in found.options:
        pairs = found.options["constructors"].split(" | ")
        return dict(pair.split(" = ") for pair in pairs).get(name)
    was, now = declarations(context.library, use.item.path)
    said = was.parts[name].said if name in was.parts else {}
    if name in now.parts or (RENAMES not in said and found.name == RENAMED_CONSTRUCTOR):
        return None
    new = said.get(RENAMES) or use.item.to or _new_name(name, found.options.get("to", ""))
    if not use.item.to and not resolves(context.pack.judged, use.item.owner, new, ("constructor",)):
        return ""
    return f"{use.qualifier}.{new}" if use.qualifier and new and "." not in new else new
