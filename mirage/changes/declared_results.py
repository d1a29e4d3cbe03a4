"""Results of devices in signatures: a function that gives one has to say its new type in the
signature of its functor and in the interface beside its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.errors import error_type
from mirageport.diagnostics.changes.results import reshaped
from mirageport.diagnostics.constructors import result_type
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import MANUAL
from mirageport.mirage import row as rows
from mirageport.ocaml.analysis import Use
from mirageport.ocaml.modules import Binding, UserFunctor
from mirageport.ocaml.types import Arrow, Con, Row, origins_of, prune

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Finding, Module, Node, Origin


_ATOMS = ("type_constructor_path", "constructed_type", "type_variable")


def find(context: Context) -> Iterator[Finding]:
    """`val f : .. -> [ `Ok of a | `Error of e ] Lwt.t` of a function that gives such a result."""
    if not context.source.holds(b"`Ok"):
        return
    for signature, module in _described(context):
        for value in signature.of("value_specification"):
            name, type_ = value.part("value_name"), value.child("type")
            row = _tags(type_) if type_ else None
            if not name or not row:
                continue
            origins = _origins(module.value(context.text(name)))
            if any(reshaped(context, origin) is not None for origin in origins):
                yield _finding(context, row, context.text(name), origins)


def _described(context: Context) -> Iterator[tuple[Node, Module]]:
    """The signatures of a file, with the structures that they describe."""
    project, name = context.project, context.name
    if not context.tree.interface:
        for row in rows.rows(context.tree, name):
            if row.type is not None and row.type.kind == "signature" and row.body is not None:
                module = context.analysis.modules.get(row.node)
                if module is not None:
                    yield row.type, module
        return
    if name.removesuffix("i") not in project.files:
        return
    whole = project.analysis(name.removesuffix("i")).exported
    yield context.tree.root, whole
    for row in rows.rows(context.tree, name):
        module = _inside(whole, row.name)
        if row.type is not None and row.type.kind == "signature" and module is not None:
            yield row.type, module


def _inside(module: Module | None, path: str) -> Module | None:
    for step in path.split("."):
        module = module.module(step) if module is not None else None
        if isinstance(module, UserFunctor):
            module = module.body
    return module


def _tags(type_: Node) -> Node | None:
    """The row of tags that a function's type ends with, in a promise."""
    while type_.kind == "function_type":
        codomain = type_.child("codomain")
        if not codomain:
            return None
        type_ = codomain
    for part in type_.named_children if type_.kind == "constructed_type" else ():
        if part.kind == "polymorphic_variant_type":
            return part
    return None


def _origins(value: object) -> list[Origin]:
    """Where the row comes from that a function of the file gives a promise of."""
    if not isinstance(value, Binding):
        return []
    type_ = prune(value.type)
    while isinstance(type_, Arrow):
        type_ = prune(type_.result)
    if not isinstance(type_, Con) or type_.name != "Lwt.t" or not type_.args:
        return []
    row = prune(type_.args[0])
    return origins_of(row) if isinstance(row, Row) else []


def _finding(context: Context, row: Node, name: str, origins: list[Origin]) -> Finding:
    known = [found for origin in origins if (found := reshaped(context, origin)) is not None]
    found = known[0]
    uses = [origin.use for origin in origins if isinstance(origin.use, Use)]
    old = {context.text(use.node) for use in uses}
    alike = len(known) == len(origins) and len({each.options["shape"] for each in known}) == 1
    errors = {error_type(context.library, use.item) for use in uses}
    new = _written(context, row, found.options["shape"], errors) if alike else ""
    given = ", ".join(f"`{text}`" for text in sorted(old))
    said = f"write `{new}` here" if new else "write the `result` that it returns now"
    message = (
        f"`{name}` returns the result of {given}, which is a `result` in {context.target}: {said}."
    )
    facts = rewriting(f"Write `{new}`", (context.replace(row, new),) if new else ())
    level = found.applicability if new else MANUAL
    return context.finding(found, row, facts, applicability=level, message=message)


def _written(context: Context, row: Node, shape: str, errors: set[str]) -> str:
    """The result that a row of tags has become; "" where that is not known."""
    tags: dict[str, Node | None] = {}
    for each in row.of("tag_specification"):
        tag = each.part("tag")
        parts = [part for part in each.named_children if part is not tag]
        if not tag or len(parts) > 1:
            return ""
        tags[context.text(tag)] = parts[0] if parts else None
    good, bad = tags.get("`Ok"), tags.get("`Error")
    if good is None or bad is None or len(errors) != 1:
        return ""
    if tags.keys() - {"`Ok", "`Error"} != ({"`Eof"} if shape in ("read", "write") else set()):
        return ""
    if shape not in ("read", "write", "plain"):
        return ""
    given, error = context.text(good), context.text(bad)
    (kind,) = errors
    module, dot, last = error.rpartition(".")
    if kind and kind != "error" and last == "error":
        error = f"{module}{dot}{kind}"
    if shape == "read":
        given = f"{given if good.kind in _ATOMS else f'({given})'} Mirage_flow.or_eof"
    return f"({given}, {error}) {result_type(context.project, context.name, row.start)}"
