"""Modules of the user's that provide one of Mirage 2's signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.context import Context
from mirageport.diagnostics.rules import rule
from mirageport.mirage import names
from mirageport.mirage.implementors import Difference, difference
from mirageport.mirage.project import library
from mirageport.ocaml.modules import Binding, Struct, UserFunctor
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.types import Arrow, Con, Row, prune

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.finding import Finding
    from mirageport.ocaml.analysis import TypeUse
    from mirageport.ocaml.modules import Module
    from mirageport.ocaml.record import Record
    from mirageport.ocaml.tree import Node

IMPLEMENTATION_RULE = "v1-implementation"

_AROUND = ("module_type_constraint", "parenthesized_module_type")
_ASKED = ("module_type_definition", "module_parameter")
_TYPES = "type "
_RESULT = "result"


class _Provider(NamedTuple):
    """A module that has to have a signature. name: what it is called, "" for a whole file. module:
    what is known of it; None where only its signature is in sight."""

    name: str
    module: Module | None


def find(context: Context) -> Iterator[Finding]:
    """What every module that provides a device has to add, to drop and to change."""
    for use, device in context.gathered(_provided):
        provider = _provider(context, use.node)
        known = difference(library(), device) if provider is not None else None
        if provider is None or known is None:
            continue
        ported = use.module_type.companion is not None
        left = _left(known, provider, ported)
        if left is not None:
            yield context.finding(
                rule(IMPLEMENTATION_RULE),
                use.node,
                message=_literal(_message(provider, device, left)),
            )


def _provided(records: list[Record]) -> list[tuple[TypeUse, str]]:
    """The devices that are named elsewhere than where a functor or a module type asks for one."""
    named = [(use, _device(use)) for record in records for use in record.type_uses]
    return [(use, device) for use, device in named if device and not use.node.up(*_ASKED)]


def described(context: Context) -> Iterator[Finding]:
    """The modules of a file whose interface beside it says that they provide a device."""
    interface = context.name + "i"
    if interface not in context.project.files:
        return
    beside = Context(context.project, interface)
    for use in beside.analysis.type_uses:
        device = _device(use)
        path = _described(beside, use.node) if device else None
        place = _place(context, path) if path is not None else None
        known = difference(library(), device) if device else None
        if path is None or place is None or known is None:
            continue
        provider = _Provider(path[-1] if path else "", _implementation(beside, path))
        left = _left(known, provider, use.module_type.companion is not None)
        if provider.module is not None and left is not None:
            message = _literal(_message(provider, device, left))
            yield context.finding(rule(IMPLEMENTATION_RULE), place, message=message)


def _described(beside: Context, node: Node) -> list[str] | None:
    """The names of the module that a mention of a module type in an interface is about: none for
    the whole file; None when it is about no module."""
    if _provider(beside, node) is None:
        return None
    binding = node.up("module_binding")
    return _path(beside, binding) if binding is not None else []


def _place(context: Context, path: list[str]) -> Node | None:
    """Where a module of the file is named; the file's first item for the whole of it."""
    node: Node | None = context.tree.root
    for name in path:
        bindings = [n for n in node.descendants() if n.kind == "module_binding"] if node else []
        names = [(b, b.first("module_name")) for b in bindings]
        node = next((b for b, n in names if n is not None and context.text(n) == name), None)
    if node is None:
        return None
    if path:
        return node.first("module_name")
    items = node.named_children
    return (items[0].named_children or items[:1])[0] if items else None


def _device(use: TypeUse) -> str:
    """The name that a module type had in Mirage 2, if it is a device's."""
    item = use.module_type.item
    if item is None:
        return ""
    path = names.OLD_OF.get(item.path, item.path)
    owner, _, device = path.rpartition(".")
    return device if owner in names.TYPES_MODULES and device in names.DEVICES else ""


def _provider(context: Context, node: Node) -> _Provider | None:
    """The module that a mention of a module type says something of."""
    while node.parent is not None and node.parent.kind in _AROUND:
        node = node.parent
    parent = node.parent
    if parent is not None and parent.kind == "include_module_type" and parent.parent is not None:
        node, parent = parent.parent, parent.parent.parent
        if parent is None:
            whole = _Provider("", _implementation(context, []))
            return whole if context.tree.interface else None
    if parent is None or node.up(*_ASKED) is not None:
        return None
    if parent.kind == "typed_module_expression":
        parent = parent.up("module_binding")
    if parent is None or parent.kind != "module_binding":
        return None
    name = parent.first("module_name")
    text = context.text(name) if name is not None else ""
    if context.tree.interface:
        return _Provider(text, _implementation(context, _path(context, parent)))
    body = parent.get("body")
    return _Provider(text, context.analysis.modules.get(parent)) if _written_out(body) else None


def _path(context: Context, binding: Node) -> list[str]:
    """The names of a module and of those around it, the outermost first."""
    found: list[str] = []
    node: Node | None = binding
    while node is not None:
        name = node.first("module_name")
        found.append(context.text(name) if name is not None else "")
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
    while body is not None and body.kind in (
        "typed_module_expression",
        "parenthesized_module_expression",
    ):
        body = body.get("module") or (body.named_children[0] if body.named_children else None)
    return body is not None and body.kind == "structure"


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


def _message(provider: _Provider, device: str, left: Difference) -> str:
    subject = f"`{provider.name}`" if provider.name else "What this describes"
    parts = []
    if left.added:
        parts.append("add " + ", ".join(f"`{text}`" for _name, text in left.added))
    if left.dropped:
        parts.append("drop " + ", ".join(f"`{name}`" for name in left.dropped))
    if left.changed:
        parts.append("change " + ", ".join(f"`{text}`" for _name, text in left.changed))
    todo = "; ".join(parts) or "nothing but its name"
    return f"{subject} provides a {device} of Mirage 2. For Mirage 3: {todo}."


def _literal(message: str) -> str:
    return message.replace("{", "{{").replace("}", "}}")
