"""Changes of the configuration language: clocks, stacks, package lists, idioms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import Rewrite, Way
from mirageport.diagnostics.finding import MANUAL, REVIEW, SAFE
from mirageport.diagnostics.syntax import record_fields, unwrapped
from mirageport.mirage.clock import BOTH, MCLOCK, PCLOCK, UNKNOWN, Choice, wanted_in_config
from mirageport.mirage.facts import AddressRecord, DroppedArgument, PackageLists
from mirageport.mirage.packages import GUESSED, OF_DISTRIBUTION, UNLINKED, Merged, merge
from mirageport.ocaml.tree import wrapped
from mirageport.ocaml.types import Con, prune

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.rules import Rule
    from mirageport.ocaml.analysis import Use
    from mirageport.ocaml.record import Record
    from mirageport.ocaml.tree import Node
    from mirageport.ocaml.types import Type

CLOCK = "config-clock"
ARGUMENT_DROPPED = "argument-dropped"
PACKAGE_LISTS = "package-lists"
ADDITION = "package-addition"

_CLOCK_VALUES = {
    "clock": {"mclock": "mclock", "pclock": "pclock"},
    "default_clock": {"mclock": "default_monotonic_clock", "pclock": "default_posix_clock"},
}

# What is said of each thing that a person should look at in a list of packages.
_CHOSEN = {
    UNLINKED: "Installed before and not linked, and linked now: {names}.",
    GUESSED: "Guessed by the name of the library: {names}.",
    OF_DISTRIBUTION: "Part of OCaml, and of no package: {names}.",
}


def clocks(context: Context) -> Iterator[Finding]:
    """`clock` and `default_clock`: the unikernel says which of the two they become."""
    for use, found in context.ruled(CLOCK):
        label = _by_label(context, use.node)
        choice, takers = (
            Choice(label) if label else wanted_in_config(context.project, context.name, use.node)
        )
        if choice in (BOTH, UNKNOWN):
            message = (
                "The unikernel uses this clock for elapsed time and for wall time: give it two "
                "clocks, `mclock` and `pclock`."
            )
            if choice == UNKNOWN:
                message = _undecided(context, use, takers)
            yield context.finding(
                found, use.node, item=use.item.path, applicability=MANUAL, message=message
            )
            continue
        values = _CLOCK_VALUES[use.item.name]
        order = [values[choice], *(name for name in values.values() if name != values[choice])]
        ways = tuple(_way(context, use, new, found.applicability) for new in order)
        yield context.finding(
            found,
            use.node,
            Rewrite(ways),
            item=use.item.path,
            old=context.text(use.node),
            new=order[0],
        )


def _undecided(context: Context, use: Use, takers: tuple[str, ...]) -> str:
    pclock, mclock = (_CLOCK_VALUES[use.item.name][clock] for clock in ("pclock", "mclock"))
    named = ", ".join(f"`{taker}`" for taker in takers)
    to = f", which hands it to {named}," if takers else ""
    return (
        f"`{context.text(use.node)}` is split in {context.target}. Which one the functor{to} needs "
        f"is not known here: write `{pclock}` for dates or `{mclock}` for the time that passes, "
        "the same clock as in the functor."
    )


def _by_label(context: Context, node: Node) -> str:
    """The clock that a `~clock` argument has to be, given as it stands or by the name of a `let`:
    the reporter tells the time of day, every other device measures it. "" where it is no such
    argument, or one of both kinds."""
    binding = node.parent if node.field == "body" else None
    name = binding.get("pattern") if binding is not None and binding.kind == "let_binding" else None
    given = context.analysis.references(name) if name is not None else [node]
    found = {_as_argument(context, reference) for reference in given}
    return found.pop() if len(found) == 1 else ""


def _as_argument(context: Context, node: Node) -> str:
    label = node.parent
    call = label.parent if label is not None and label.kind == "labeled_argument" else None
    called = call.get("function") if call is not None else None
    if label is None or called is None or _label(context, label) != "clock":
        return ""
    if called in context.analysis.refs:
        return ""  # a function of config.ml's own
    return PCLOCK if context.text(called).endswith("reporter") else MCLOCK


def _way(context: Context, use: Use, new: str, applicability: str) -> Way:
    name = use.node.children[-1] if use.node.children else use.node
    edit = (context.name, name.start, name.end, new)
    return Way(f"Replace `{context.text(use.node)}` by `{new}`", applicability, (edit,))


# -- stacks ------------------------------------------------------------------------------------


def stacks(context: Context) -> Iterator[Finding]:
    """Stacks that no longer take a console."""
    for use, found in context.ruled(ARGUMENT_DROPPED):
        finding = _stack(context, use, found)
        if finding is not None:
            yield finding


def _stack(context: Context, use: Use, found: Rule) -> Finding | None:
    given = [node for node in use.arguments if node.kind != "labeled_argument"]
    wanted = int(found.options["arguments"])
    to = found.options.get("to", "")
    name = context.text(use.node)
    if len(given) < wanted and not to and (use.call is not None or "if-all-given" in found.options):
        return None  # ported already
    labels = [node for node in use.arguments if node.kind == "labeled_argument"]
    moved = [label for label in labels if _label(context, label) in ("clock", "random", "time")]
    config = given[2] if wanted == 3 and len(given) == 3 else None
    if to and not all(_is_default(context, label) for label in moved):
        return context.finding(context.rule("stack-labels"), use.node, item=use.item.path, use=name)
    if len(given) != wanted:
        message = (
            f"`{name}` is called `{to}` in {context.target} and takes no console"
            if to
            else f"`{name}` takes no console in {context.target}"
        )
        extra = "; its addresses are `~config:{ network; gateway }`" if wanted == 3 else ""
        return context.finding(
            found, use.node, item=use.item.path, applicability=MANUAL, message=message + extra + "."
        )
    gone = tuple(moved) if to else ()
    facts = DroppedArgument(use.node, to, given[0], given[1], config, gone)
    return context.finding(found, use.node, facts, item=use.item.path, use=name, new=to or name)


def is_ported_stack(context: Context, node: Node) -> bool:
    """Whether a call is that of such a stack without its console, which the types of the former
    version say nothing of."""
    function = node.get("function") if node.kind == "application_expression" else None
    use = context.use_at(function)
    found = next(context.rules_of(use.item.changes, ARGUMENT_DROPPED), None) if use else None
    if use is None or found is None or "to" in found.options:
        return False
    given = [argument for argument in use.arguments if argument.kind != "labeled_argument"]
    if len(given) != int(found.options["arguments"]) - 1:
        return False
    type_ = context.analysis.types.get(given[0]) if given else None
    return type_ is None or not _is_console(prune(type_))


def _is_console(type_: Type) -> bool:
    part = prune(type_.args[0]) if isinstance(type_, Con) and type_.args else None
    return isinstance(part, Con) and part.name.rpartition(".")[2] == "console"


_DEFAULTS = ("default_clock", "default_monotonic_clock", "default_random", "default_time")


def _is_default(context: Context, label: Node) -> bool:
    """Whether a labelled argument says what would be so without it."""
    value = label.get("expression")
    if value is None or unwrapped(value) in context.analysis.refs:
        return False
    return context.text(unwrapped(value)).rpartition(".")[2] in _DEFAULTS


def _label(context: Context, node: Node) -> str:
    name = node.first("label_name")
    return context.text(name) if name is not None else ""


# -- addresses ---------------------------------------------------------------------------------

_ADDRESSES = frozenset(["address", "netmask", "gateways"])


def addresses(context: Context) -> Iterator[Finding]:
    """Records of addresses, wherever they stand in config.ml."""
    if not context.is_config or not _uses_mirage(context):
        return
    nodes = context.tree.root.descendants()
    if any(_own_field(context, node) for node in nodes if node.kind == "field_declaration"):
        return
    for record in nodes:
        fields = record_fields(context.tree, record)
        written = record.of("field_expression")
        if fields.keys() == _ADDRESSES and len(written) == len(fields):  # no field twice
            version = "6" if _is_list(context, fields["netmask"]) else "4"
            found = context.rule(f"ip-ipv{version}-config")
            facts = AddressRecord(record, version)
            yield context.finding(found, record, facts, end=record.start + 1)


def _uses_mirage(context: Context) -> bool:
    opened = any(found.module.path == "Mirage" for found in context.analysis.opens)
    return opened or any(use.item.path.startswith("Mirage.") for use in context.analysis.uses)


def _is_list(context: Context, node: Node) -> bool:
    """Whether an expression is a list, by its type or by its looks."""
    known = context.analysis.type_name(node) or unwrapped(node).kind
    return known in ("list", "list_expression", "empty_list")


def _own_field(context: Context, declaration: Node) -> bool:
    """Whether a record type of the file's own has a field that an address record has."""
    name = declaration.first("field_name")
    return name is not None and context.text(name) in _ADDRESSES


# -- packages ----------------------------------------------------------------------------------


def packages(context: Context) -> Iterator[Finding]:
    """`foreign` and `register` with lists of names."""
    additions = [use for use, _found in context.ruled(ADDITION)]
    registered = context.gathered(registers)
    for use, found in context.ruled(PACKAGE_LISTS):
        own = additions if use is (registered[0] if len(registered) == 1 else None) else []
        finding = _lists(context, use, found, own)
        if finding is not None:
            yield finding
    for use in additions:
        yield from _addition(context, use, registered[0] if len(registered) == 1 else None)


def registers(records: list[Record]) -> list[Use]:
    """The unikernels that a config.ml registers."""
    return [u for record in records for u in record.uses if u.item.path == "Mirage.register"]


def _addition(context: Context, use: Use, register: Use | None) -> Iterator[Finding]:
    """`add_to_*`: the fix is that of the `register` it belongs to."""
    for found in context.rules_of(use.item.changes, ADDITION):
        facts = base = None
        if register is not None:
            base = _lists(context, register, context.rule("pkg-libraries"), _additions(context))
            facts = base.facts if base is not None else None
        applicability = base.applicability if base is not None else MANUAL
        yield context.finding(
            found,
            use.node,
            facts,
            item=use.item.path,
            applicability=applicability if facts is not None else MANUAL,
            use=context.text(use.node),
        )


def _additions(context: Context) -> list[Use]:
    return [use for use, _found in context.ruled(ADDITION)]


def _lists(context: Context, use: Use, found: Rule, additions: list[Use]) -> Finding | None:
    labels = {
        _label(context, node): node for node in use.arguments if node.kind == "labeled_argument"
    }
    libraries_label, packages_label = labels.get("libraries"), labels.get("packages")
    libraries, packages_ = _list(context, libraries_label), _list(context, packages_label)
    if libraries_label is None and not additions and not _old_list(context, packages_label):
        return None
    anchor = libraries_label or packages_label or use.node
    name = context.text(use.node)
    added = [(u, _literal(context, u.arguments[0])) for u in additions if u.arguments]
    known = [
        None if label is None else _literal(context, node)
        for label, node in ((libraries_label, libraries), (packages_label, packages_))
    ]
    dynamic = (
        (libraries_label is not None and known[0] is None)
        or (packages_label is not None and known[1] is None)
        or any(names is None for _u, names in added)
    )
    together = None if dynamic else _together(context, libraries, packages_)
    if together is None:
        why = "These lists are put together by code: rewrite that code."
        if not dynamic:
            why = (
                "Other code uses these lists as names, too: make packages of all of it at once, "
                "and merge both lists."
            )
        message = (
            f'`{name}` takes one list of packages in {context.target}, `~packages:[package ".."]`, '
            "in "
            f"place of ~libraries and ~packages. {why}"
        )
        return context.finding(
            found, anchor, item=use.item.path, applicability=MANUAL, message=message
        )
    linked = [n for u, names in added if u.item.name.endswith("libraries") for n in names or ()]
    opam = [n for u, names in added if u.item.name.endswith("packages") for n in names or ()]
    merged = merge([*linked, *(known[0] or [])], [*opam, *(known[1] or [])])
    calls = tuple(u.call for u, _names in added if u.call is not None)
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
            label = wrapped(reader).parent
            call = label.parent if label is not None else None
            if label is None or call is None or label.kind != "labeled_argument":
                return None
            use = context.use_at(call.get("function"))
            if use is None or use.item.name not in ("foreign", "register"):
                return None
            own = {_label(context, each): each for each in call.of("labeled_argument")}
            same = _list(context, own.get("libraries")), _list(context, own.get("packages"))
            if same != (libraries, packages_):
                return None
            if _label(context, label) == "libraries":
                labels.append(label)
    return labels


def _list_readers(context: Context, node: Node | None) -> list[Node]:
    """Where a list is read by the name that a `let` gives it."""
    binding = node.up("let_binding") if node is not None else None
    name, body = (binding.get("pattern"), binding.get("body")) if binding else (None, None)
    if name is None or body is None or unwrapped(body) is not node:
        return []
    return context.analysis.references(name)


def _list(context: Context, label: Node | None) -> Node | None:
    """The list expression behind a labelled argument, through the `let` that a name means."""
    if label is None:
        return None
    expression = label.get("expression") or label.first("label_name")
    if expression is None:
        return None
    binding = context.analysis.refs.get(unwrapped(expression))
    if binding is None:
        return unwrapped(expression)
    definition = binding.node.parent
    body = definition.get("body") if definition is not None else None
    return unwrapped(body) if body is not None else None


def _literal(context: Context, node: Node | None) -> list[str] | None:
    """The names in a list of string literals; None for anything else."""
    if node is None:
        return None
    node = unwrapped(node)
    if node.kind == "empty_list":
        return []
    if node.kind != "list_expression":
        return None
    if any(member.kind != "string" for member in node.named_children):
        return None
    return [context.text(member).strip('"') for member in node.named_children]


def _old_list(context: Context, label: Node | None) -> bool:
    """Whether a `~packages` argument is a list of names, as Mirage 2 took it."""
    names = _literal(context, _list(context, label))
    return bool(names)
