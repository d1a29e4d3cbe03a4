"""What is wrong with a template of a pack: names and labels that the interfaces do not have, and
types that do not agree."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from mirageport.api.differences import parted
from mirageport.api.fate import names_beside, resolves, takes
from mirageport.diagnostics.changes.template import UnreadableTemplate, templates
from mirageport.diagnostics.changes.template_types import ill_typed
from mirageport.diagnostics.pack_head import near
from mirageport.ocaml.conversions import parameters
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import NO_NODE, READER, label_of
from mirageport.ocaml.type_syntax import ARROW, BUILTIN, TUPLE

if TYPE_CHECKING:
    from mirageport.diagnostics.changes.template import Template
    from mirageport.diagnostics.pack import Pack
    from mirageport.ocaml.tree import Node

_BINDING = frozenset(["value_pattern", "value_name"])


class OldItem(NamedTuple):
    """The item that a template stands beside: the path of its module, its name, and its type, if it
    is a value."""

    module: str
    name: str
    type: Node | None


def template_problem(text: str, of: OldItem, pack: Pack) -> str:
    """What is wrong with a template; "" for nothing."""
    if why := unreadable(text):
        return why
    for made in templates(text):
        for path in sorted(made.values):
            if not resolves(pack.library, of.module, path, ("value",)):
                like = near(path.rpartition(".")[2], names_beside(pack.library, of.module, path))
                return f"neither release has `{path}`{like}"
        for name, node in made.names:
            path = name.removeprefix("Rel.")
            if node.kind not in ("value_path", "module_path"):
                continue
            inside = bool(parted(name)[0]) or node.kind == "module_path"
            if inside and not resolves(pack.judged, of.module, path):
                if name.startswith("Rel."):
                    if not of.module:
                        continue  # of a module type, whose items are looked up by its users
                elif _is_foreign(path, of.module, pack):
                    continue
                others = names_beside(pack.judged, of.module, path)
                like = near(parted(path)[1], others)
                if parted(path)[1] in others:
                    like = ": what it calls so is no value"
                return f"{pack.target} has no `{path}`{like}"
            opened = not inside and _is_opened(name, node, of.module, pack)
            if not inside and not opened and not _is_bound(name, made, pack):
                return (
                    f"`{name}` is no parameter of the template: write `Rel.{name}` for a value of "
                    "the module that the call names"
                )
        why = _untaken(of, made) or _ill_labelled(of, made, pack)
        if not why and of.module and not made.composed and not made.values:
            why = ill_typed(pack, of.module, made)
        if why:
            return why
    return ""


def _untaken(of: OldItem, made: Template) -> str:
    """Why no call of the value before can have what a template's parameters say; "" where one can.
    What gives a type of some interface may be a function."""
    known, result = parameters(of.type, READER) if of.type else ([], NO_NODE)
    labels = [each.of for each in known if each.label]
    names = [hole.name for hole in made.holes if not hole.name.startswith("_")]
    for hole in made.holes if known else ():
        if hole.label and hole.label not in labels:
            sign = "?" if hole.optional else "~"
            return f"the value takes no argument `{sign}{hole.label}`{near(hole.label, labels)}"
        if hole.name and names.count(hole.name) > 1:
            return f"two parameters are called `{hole.name}`"
    plain = sum(not hole.label for hole in made.holes)
    if plain > len(known) - len(labels) and READER.text(result) in BUILTIN:
        count = len(known) - len(labels)
        return f"of arguments without a label, the value takes {count}, not {plain}"
    return ""


def _ill_labelled(of: OldItem, made: Template, pack: Pack) -> str:
    """What a call in a template has that the value of the target does not take; "" for nothing. An
    optional parameter is an option where it stands for a value."""
    if not made.holes and made.head == f"Rel.{of.name}" == READER.text(made.body):
        return "this is the value itself: write what a call of it becomes, or leave it out"
    for call in made.body.descendants():
        head = READER.text(call.child("function"))
        path = f"{of.module}.{head[len('Rel.') :]}" if head.startswith("Rel.") else head
        taken = takes(pack.judged, path) if call.child("function").kind == "value_path" else None
        for argument in call.all("argument") if taken else ():
            label, optional = label_of(argument), bool(argument.part("?"))
            if not label or taken is None:
                continue
            if label not in taken and f"?{label}" not in taken:
                like = near(label, [each.lstrip("?") for each in taken if each])
                return f"`{path}` of {pack.target} takes no argument `~{label}`{like}"
            if optional and label in taken:
                return f"`{path}` of {pack.target} takes `~{label}`, which has to be given"
            value = argument.child("expression") or argument.part("label_name")
            type_ = taken.get(label) or taken[f"?{label}"]
            plain = type_.form in (ARROW, TUPLE) or (not type_.path and type_.name in BUILTIN)
            if value in made.options and plain and type_.name != "option":
                right = f"fun ~{label}" if label in taken else f"?{label}"
                return (
                    f"an optional parameter is an option, which `~{label}` of `{path}` does not "
                    f"take: write `{right}`"
                )
    return ""


def _is_opened(name: str, node: Node, module: str, pack: Pack) -> bool:
    """Whether a name in a template is one of a module that a local open around it names, or may
    be."""
    while node.above:
        node = node.above
        path = node.part("module_path") or node.part("open_module").child("module")
        if path:
            inside = READER.text(path).removeprefix("Rel.")
            known = resolves(pack.judged, module, inside, ("module",))
            if not known or resolves(pack.judged, module, f"{inside}.{name}"):
                return True
    return False


def _is_foreign(path: str, module: str, pack: Pack) -> bool:
    """Whether a path begins with a module of another library, or of a later OCaml than the
    interfaces of OCaml here: none of the pack's, nor a misspelt one."""
    first = path.partition(".")[0]
    own = {*pack.judged.interfaces.modules(), *names_beside(pack.judged, module, "")}
    return pack.judged.base.module(first) is None and not get_close_matches(first, sorted(own), 1)


def _is_bound(name: str, template: Template, pack: Pack) -> bool:
    """Whether a name is a parameter, bound in the template, or of OCaml's own."""
    known = {
        READER.text(each)
        for each in template.body.descendants()
        if each.kind in _BINDING and each.above.kind != "value_path"
    }
    for hole in template.holes:
        known.update((hole.name, *(hole.pattern.names if hole.pattern is not None else ())))
    return name in known or pack.judged.base.value(name.strip("() ")) is not None


def unreadable(text: str) -> str:
    """Why a template cannot be read; "" where it can."""
    try:
        templates(text)
    except UnreadableTemplate as error:
        return str(error)
    return ""
