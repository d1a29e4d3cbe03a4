"""Modules of the user's that provide one of Mirage 2's signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.differences import Difference, difference
from mirageport.diagnostics.context import Context
from mirageport.mirage.clock import named_at, wanted_by
from mirageport.mirage.row import functors, modules
from mirageport.ocaml.file_names import module_name
from mirageport.ocaml.modules import Binding, Struct, UserFunctor, eval_module_type
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import NO_NODE
from mirageport.ocaml.types import Arrow, Con, Row, prune

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Finding, Module, ModuleType, Node, Record, TypeUse


IMPLEMENTATION_RULE, CONNECT_RULE = "v1-implementation", "connect-result"
CLOCK = "CLOCK"

_AROUND = ("module_type_constraint", "parenthesized_module_type")
_UP_TO_INCLUDE = (*_AROUND, "include_module_type")
_ASKED = ("module_type_definition", "module_parameter")
_TYPES = "type "
_RESULT = "result"
_MOST_INCLUDES = 5


class _Provider(NamedTuple):
    """A module that has to have a signature. name: what it is called, "" for a whole file. module:
    what is known of it; None where only its signature is in sight."""

    name: str
    module: Module | None


class _Own(NamedTuple):
    """What a module type of the file's own includes. ported: whether by its new name."""

    device: str
    ported: bool


def find(context: Context) -> Iterator[Finding]:
    """What every module that provides a device has to add, to drop and to change."""
    own = _own_types(context)
    reported: set[tuple[int, str]] = set()
    for use, device, ported in _named(context, own):
        provider = _provider(context, use.node)
        known = difference(context.library, device) if provider is not None else None
        if provider is None or known is None:
            continue
        reported.add((id(provider.module), device))
        left = _left(known, provider, ported)
        if left is not None:
            yield _told(context, use.node, provider, device, left)
    for place, provider, device in _given(context, own):
        known = difference(context.library, device)
        if known is None or (id(provider.module), device) in reported:
            continue
        reported.add((id(provider.module), device))
        # The functor may still have the old name when the module has all that is new.
        left = _left(known, provider, ported=False) if _left(known, provider, True) else None
        if left is not None:
            yield _told(context, place, provider, device, left)
    yield from _connects(context, own)


def _told(
    context: Context, node: Node, provider: _Provider, device: str, left: Difference
) -> Finding:
    message = _message(context, provider, device, left)
    return context.finding(context.rule(IMPLEMENTATION_RULE), node, message=message)


def _named(context: Context, own: dict[str, _Own]) -> Iterator[tuple[TypeUse, str, bool]]:
    """Where a module type says what a module provides: (the mention, the device, whether that goes
    by its new name)."""
    for use in context.gathered(_provided):
        device = _device(context, use)
        if device:
            yield use, _clock(context, use, device), use.module_type.named.latest
    for use in context.gathered(_owns):
        found = own.get(context.text(use.node)) or _foreign(context, use)
        if found is not None and not use.node.up(*_ASKED):
            yield use, found.device, found.ported


def _provided(records: list[Record]) -> list[TypeUse]:
    """The module types of interfaces that are named elsewhere than where a functor or a module type
    asks for one."""
    named = [use for record in records for use in record.type_uses if use.module_type.item]
    return [use for use in named if not use.node.up(*_ASKED)]


def _owns(records: list[Record]) -> list[TypeUse]:
    """Where module types are named that this file or another of the project defines."""
    return [u for record in records for u in record.type_uses if u.module_type.item is None]


def _included(records: list[Record]) -> list[tuple[TypeUse, Node]]:
    """What module types are made of: (what they include, their definition)."""
    uses = (use for record in records for use in record.type_uses)
    return [(use, definition) for use in uses if (definition := _including(use.node))]


def _including(node: Node) -> Node | None:
    """The `module_type_definition` that a module type is included in as a whole."""
    while node.above.kind in _UP_TO_INCLUDE:
        node = node.above
    if node.kind == "include_module_type" and node.parent:
        node = node.above
    while node.above.kind in _AROUND:
        node = node.above
    definition = node.above
    return definition if definition.kind == "module_type_definition" else None


def _own_types(context: Context) -> dict[str, _Own]:
    """The module types of the file that include a device, themselves or through others."""
    found: dict[str, _Own] = {}
    for use, definition in context.gathered(_included):
        name = definition.part("module_type_name")
        device = _clock(context, use, _device(context, use))
        own = found.get(context.text(use.node)) if use.module_type.item is None else None
        if device:
            own = _Own(device, use.module_type.named.latest)
        if own is not None and name:
            found[context.text(name)] = own
    return found


def _foreign(context: Context, use: TypeUse) -> _Own | None:
    """What a module type of another file of the project includes."""
    return _included_in(context, use.module_type, 0) if use.module_type.item is None else None


def _included_in(context: Context, module_type: ModuleType, depth: int) -> _Own | None:
    signature = module_type.signature
    for node in signature.includes if depth < _MOST_INCLUDES else ():
        named = node.child("module_type")
        known = eval_module_type(named, signature.tree, module_type.env) if named else None
        device = _device_of(context, known) if known is not None else ""
        if known is not None and device and device != CLOCK:
            return _Own(device, known.named.latest)
        further = _included_in(context, known, depth + 1) if known is not None else None
        if further is not None:
            return further
    return None


def _clock(context: Context, use: TypeUse, device: str) -> str:
    """A device by its name; the clock by that of the one it has to become."""
    if device != CLOCK:
        return device
    last = use.module_type.item.path.rpartition(".")[2] if use.module_type.item else ""
    if last != CLOCK:
        return last
    return named_at(context.project, context.name, use.node).clock.upper()


# -- modules given to functors ---------------------------------------------------------------------


def _given(context: Context, own: dict[str, _Own]) -> Iterator[tuple[Node, _Provider, str]]:
    """Modules of the project's own that are given to functors: (where to say it, the module, the
    device that is asked for)."""
    analysis = context.analysis
    for use in analysis.functor_uses:
        for at, argument in enumerate(use.arguments):
            given = _written(context, argument, analysis.module_refs.get(argument))
            functor = analysis.module_refs.get(use.head) if given is not None else None
            type_ = functor.wanted(at) if functor is not None else None
            device = _device_of(context, type_) if type_ is not None else ""
            if device == CLOCK:
                device = wanted_by(use.item.path).upper()
            if given is not None and device:
                yield *given, device
    for each in analysis.own_functor_uses:
        for at, argument in enumerate(each.arguments):
            given = _written(context, argument, each.modules[at])
            device = _asked_of(context, each.head, at, own) if given is not None else ""
            if given is not None and device:
                yield *given, device


def _written(
    context: Context, argument: Node, module: Module | None
) -> tuple[Node, _Provider] | None:
    """A module that the project writes out, and where to tell of it: where it is defined in this
    file, or where it is given."""
    text = context.text(argument)
    if isinstance(module, Struct):
        if argument.kind == "structure":
            return argument.children[0], _Provider("struct .. end", module)
        for binding, known in context.analysis.modules.items():
            name = binding.part("module_name")
            if known is module and name and not binding.of("module_parameter"):
                whole = _written_out(binding.get("body"))
                return (name, _Provider(context.text(name), module)) if whole else None
        return None
    if module is not None and module.item is not None:
        return None
    for file in modules(context.project, context.name, text):
        return argument, _Provider(text, context.project.analysis(file).exported)
    return None


def _asked_of(context: Context, head: Node, at: int, own: dict[str, _Own]) -> str:
    """The device that a functor of the project asks for at a place; "" for anything else."""
    for row in functors(context.project, context.name, head):
        type_node = row.parameters[at].child("module_type") if at < len(row.parameters) else NO_NODE
        if not type_node:
            continue
        there = context if row.file == context.name else Context(context.project, row.file)
        for use in there.types_at(type_node):
            found = own.get(context.text(use.node)) if there is context else None
            return found.device if found is not None else _clock(there, use, _device(context, use))
    return ""


# -- connect in a module type ----------------------------------------------------------------------


def _connects(context: Context, own: dict[str, _Own]) -> Iterator[Finding]:
    """`val connect` in such a signature that gives tags, as Mirage 2's did."""
    for name, body in _signatures(context, own):
        for value in body.of("value_specification"):
            label, type_ = value.part("value_name"), value.child("type")
            if not type_ or context.text(label) != "connect":
                continue
            new = _without_tags(context, type_)
            if new:
                message = (
                    f"`{name}.connect` returns tags, as in Mirage 2. In {context.target} `connect` "
                    "returns the device itself, and raises an exception when it fails: write "
                    f"`val connect : {new}`."
                )
                found = context.rule(CONNECT_RULE)
                yield context.finding(found, label, message=message)


def _signatures(context: Context, own: dict[str, _Own]) -> Iterator[tuple[str, Node]]:
    """(name, node) of each signature that includes a device: of a module type, of a module, or of
    a whole interface."""
    for _use, definition in context.gathered(_included) if own else ():
        name, body = definition.part("module_type_name"), definition.child("body")
        if name and body and context.text(name) in own:
            yield context.text(name), body
    for use, _device, _ported in _named(context, own):
        around = use.node.around("include_module_type").above
        provider = _provider(context, use.node) if around else None
        if provider is not None and around:
            yield provider.name or module_name(context.name), around


def _without_tags(context: Context, type_: Node) -> str:
    """A type with what `` `Ok `` carries in place of its row of tags; "" where it has none."""
    for row in type_.descendants():
        if row.kind != "polymorphic_variant_type":
            continue
        for tag in row.of("tag_specification"):
            text = context.text(tag)
            if text.startswith("`Ok of "):
                before = context.source.text(type_.start, row.start)
                after = context.source.text(row.end, type_.end)
                return " ".join((before + text[len("`Ok of ") :] + after).split())
    return ""


# -- modules that an interface describes -----------------------------------------------------------


def described(context: Context) -> Iterator[Finding]:
    """The modules of a file whose interface beside it says that they provide a device."""
    interface = context.name + "i"
    if interface not in context.project.files:
        return
    beside = Context(context.project, interface)
    own = _own_types(beside)
    for use in beside.analysis.type_uses:
        device = _clock(beside, use, _device(beside, use))
        ported = use.module_type.named.latest
        if not device:
            theirs = own.get(beside.text(use.node)) or _foreign(beside, use)
            device, ported = theirs or _Own("", False)
        path = _described(beside, use.node) if device else None
        place = _place(context, path) if path is not None else None
        known = difference(context.library, device) if device else None
        if path is None or place is None or known is None:
            continue
        provider = _Provider(path[-1] if path else "", _implementation(beside, path))
        left = _left(known, provider, ported)
        if provider.module is not None and left is not None:
            yield _told(context, place, provider, device, left)


def _described(beside: Context, node: Node) -> list[str] | None:
    """The names of the module that a mention of a module type in an interface is about: none for
    the whole file; None when it is about no module."""
    if _provider(beside, node) is None:
        return None
    binding = node.around("module_binding")
    return _path(beside, binding) if binding else []


def _place(context: Context, path: list[str]) -> Node | None:
    """Where a module of the file is named; the file's first item for the whole of it."""
    node = context.tree.root
    for name in path:
        bindings = (n for n in node.descendants() if n.kind == "module_binding")
        named = (b for b in bindings if context.text(b.part("module_name")) == name)
        node = next(named, NO_NODE)
    if path:
        return node.first("module_name")
    items = node.named_children
    return (items[0].named_children or items[:1])[0] if items else None


def _device(context: Context, use: TypeUse) -> str:
    """The name that a module type had in Mirage 2, if it is a device's."""
    return _device_of(context, use.module_type)


def _device_of(context: Context, module_type: ModuleType) -> str:
    item = module_type.item
    if item is None:
        return ""
    path = context.library.former.get(item.path, item.path)
    return path.rpartition(".")[2] if path in context.library.successors else ""


def _provider(context: Context, node: Node) -> _Provider | None:
    """The module that a mention of a module type says something of."""
    while node.above.kind in _AROUND:
        node = node.above
    parent = node.above
    if parent.kind == "include_module_type" and parent.parent:
        node, parent = parent.above, parent.above.above
        if not parent:
            whole = _Provider("", _implementation(context, []))
            return whole if context.tree.interface else None
    if not parent or node.up(*_ASKED):
        return None
    if parent.kind == "typed_module_expression":
        parent = parent.around("module_binding")
    if parent.kind != "module_binding":
        return None
    text = context.text(parent.part("module_name"))
    if context.tree.interface:
        return _Provider(text, _implementation(context, _path(context, parent)))
    body = parent.child("body")
    return _Provider(text, context.analysis.modules.get(parent)) if _written_out(body) else None


def _path(context: Context, binding: Node) -> list[str]:
    """The names of a module and of those around it, the outermost first."""
    found: list[str] = []
    node: Node | None = binding
    while node:
        found.append(context.text(node.part("module_name")))
        node = node.up("module_binding")
    return found[::-1]


def _implementation(context: Context, path: list[str]) -> Module | None:
    """The module that an interface describes, in the file of the same name beside it."""
    name = context.name.removesuffix("i")
    if name == context.name or name not in context.project.files:
        return None
    module: Module | None = context.project.analysis(name).exported
    for step in path:
        module = module.module(step) if module is not None else None
        if isinstance(module, UserFunctor):
            module = module.body
    return module if isinstance(module, Struct) else None


def _written_out(body: Node | None) -> bool:
    """Whether a module is a structure in the text, constrained or not."""
    while body and body.kind in ("typed_module_expression", "parenthesized_module_expression"):
        body = body.get("module") or (body.named_children[0] if body.named_children else None)
    return (body or NO_NODE).kind == "structure"


def _left(known: Difference, provider: _Provider, ported: bool) -> Difference | None:
    """What of a difference is left to do; None for nothing.

    A signature by its new name says that somebody is at it: then only what is certainly missing,
    or certainly as it was, counts.
    """
    module = provider.module
    if module is None:
        return None if ported else known
    added = tuple(entry for entry in known.added if not _has(module, entry[0]))
    dropped = tuple(name for name in known.dropped if _has(module, name))
    changed = tuple(entry for entry in known.changed if _has(module, entry[0]))
    if ported:
        changed = tuple(entry for entry in changed if _no_result(module, *entry))
    if ported and not added and not changed:
        return None
    return Difference(added, dropped, changed)


def _no_result(module: Module, name: str, declaration: str) -> bool:
    """Whether a value that has to give a `result` is known to give something else."""
    value = module.value(name)
    if not isinstance(value, Binding) or _RESULT not in declaration.split():
        return False
    type_ = prune(value.type)
    while isinstance(type_, Arrow):
        type_ = prune(type_.result)
    if isinstance(type_, Con) and type_.name == "Lwt.t":
        type_ = prune(type_.args[0])
    tags = isinstance(type_, Row) and bool(type_.tags)
    return tags or (isinstance(type_, Con) and type_.name == "unit")


def _has(module: Module, name: str) -> bool:
    if name.startswith(_TYPES):
        return module.type_def(name[len(_TYPES) :]) is not None
    return module.value(name) is not None


def _message(context: Context, provider: _Provider, device: str, left: Difference) -> str:
    subject = f"`{provider.name}`" if provider.name else "This signature"
    parts = []
    if left.added:
        parts.append("add " + ", ".join(f"`{text}`" for _name, text in left.added))
    if left.dropped:
        parts.append("remove " + ", ".join(f"`{name}`" for name in left.dropped))
    if left.changed:
        parts.append("change " + ", ".join(f"`{text}`" for _name, text in left.changed))
    todo = "; ".join(parts) or "only rename the signature"
    return f"{subject} implements a {device} of Mirage 2. For {context.target}: {todo}."
