"""Modules of the user's that have to be of a module type of a library which asks for more now.

The self-check finds them, wherever a module meets a module type, so the fix belongs to a conflict.
What the module type calls otherwise (`[@@port.to name]` beside the old value) gets its new name in
the module; what came is defined at its end, where the interface says how (`[@@port.provide value]`
beside it). The names in that are those of the module.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.members import changed_members
from mirageport.diagnostics.context import Context
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import MANUAL
from mirageport.diagnostics.reach import is_own
from mirageport.diagnostics.triggers import names_one
from mirageport.ocaml.file_names import basename, folder_of
from mirageport.ocaml.tree import NO_NODE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.api.members import Member
    from mirageport.diagnostics.kinds import Edit, Node, Rewrite, Rule
    from mirageport.diagnostics.project import Project
    from mirageport.diagnostics.selfcheck import Conflict

KIND, GENERAL = "implementors", "changed-implementor"
_AROUND = ("structure", "compilation_unit")


def asks_for_more(context: Context) -> bool:
    """Whether modules of a file may have to be of a module type that asks for more now: the file
    names it, applies a functor that asks for it, or names another file that does.
    """
    project, name = context.project, context.name
    if _names_one(project, name) or _names_one(project, f"{name}i"):
        return True
    others = _asking_beside(project, name)
    data = project.source(name).data if others else b""
    named = (other for head, other in others.items() if names_one(data, frozenset([head])))
    return any(_names_one(project, other) for other in named)


def _asking_beside(project: Project, name: str) -> dict[bytes, str]:
    """The files that a file can name whose texts may say such a thing, by the modules they are."""

    def found() -> dict[bytes, str]:
        beside = project.beside(name).items()
        return {
            head.encode(errors="surrogateescape"): each.name
            for head, each in beside
            if _may(project, each.name)
        }

    return project.once(f"asking beside {folder_of(name)}", found)


def _may(project: Project, name: str) -> bool:
    return names_one(project.source(name).data, project.pack.library.asking)


def _names_one(project: Project, name: str) -> bool:
    def found() -> bool:
        analysis = project.analysis(name)
        types = [use.module_type for use in analysis.type_uses]
        for use in analysis.functor_uses:
            functor = analysis.module_refs.get(use.head)
            places = range(len(use.arguments)) if functor is not None else ()
            types += filter(None, (functor.wanted(place) for place in places if functor))
        items = {each.item.path for each in types if each.item is not None}
        return any(_changed(project, path) for path in items)

    known = name in project.files and _may(project, name)
    return known and project.once(f"asks for more {name}", found)


def _changed(project: Project, path: str) -> list[Member]:
    return project.once(f"members {path}", lambda: changed_members(project.pack.library, path))


def misfit(
    context: Context, conflict: Conflict
) -> tuple[Rule, Rewrite | None, dict[str, str]] | None:
    """The page of a module that a conflict is about, with what is written in it and what fills the
    page's message; None where the module type asks for nothing else than it did."""
    module, *items = conflict.lacks or ("",)
    owner = items[0].rpartition(".")[0] if items else ""
    members = _changed(context.project, owner) if owner else []
    lacking = [each for each in members if f"{owner}.{each.name}" in items]
    if not lacking:
        return None
    own = tuple(rule for each in lacking for rule in each.rules)
    rules = context.rules_of((*own, *_rules(context, owner)), KIND)
    rule = rules[0] if rules else context.rule(GENERAL)
    here = _at(context, conflict)
    file, structure = (context, here) if here else _structure(context, module)
    edits: list[Edit] = []
    if structure and not _includes_own(file, structure):
        came = [each for each in lacking if each.came]
        edits = [edit for each in came for edit in _written(file, structure, each)]
    what = ", ".join(f"`{each.text}`" for each in lacking)
    binding = here.around("module_binding")
    named = here and _written_out(binding.child("body")) is here
    name = context.text(binding.part("module_name")) if named else "struct .. end"
    use = name if here else module.rpartition(".")[2]
    fields = {"use": use, "type": owner, "what": what}
    facts = rewriting("Define what it lacks", edits) if rule.applicability != MANUAL else None
    return rule, facts, fields


def _rules(context: Context, path: str) -> tuple[str, ...]:
    """The rules that a module type names."""
    known = context.library.history.module_type(path)
    return known.item.changes if known is not None and known.item is not None else ()


# -- where the module is written -------------------------------------------------------------------


def _at(context: Context, conflict: Conflict) -> Node:
    """The structure that stands at the place of a conflict."""
    for node in context.tree.root.descendants():
        if (node.start, node.end) == (conflict.start, conflict.end):
            found = _written_out(node)
            if found and found.kind != "compilation_unit":
                return found
    return NO_NODE


def _structure(context: Context, path: str) -> tuple[Context, Node]:
    """The structure that a path leads to, and the file of the project in which it is."""
    head, *inner = path.split(".")
    for name in context.project.names:
        stem = basename(name).removesuffix(".ml")
        if stem[:1].upper() + stem[1:] == head and name.endswith(".ml"):
            file = Context(context.project, name)
            node = file.tree.root
            for step in inner:
                node = _inner(file, node, step)
            return file, node
    return context, NO_NODE


def _inner(file: Context, node: Node, name: str) -> Node:
    """The structure of a module that another one defines."""
    found = NO_NODE
    for definition in node.of("module_definition"):
        for binding in definition.of("module_binding"):
            if file.text(binding.part("module_name")) == name:
                found = _written_out(binding.child("body"))
    return found


def _written_out(node: Node) -> Node:
    """The structure that a module expression is, or a functor makes."""
    found = node
    while found and found.kind not in _AROUND:
        found = (
            found.child("module")
            or found.child("body")
            or next(iter(found.named_children), NO_NODE)
        )
    return found


def _bindings(structure: Node) -> Iterator[Node]:
    for definition in structure.of("value_definition"):
        yield from definition.of("let_binding")


def _includes_own(file: Context, structure: Node) -> bool:
    """Whether a structure includes a module of the user's, which may be what lacks something."""
    paths = (file.text(each.child("module")) for each in structure.of("include_module"))
    return any(is_own(file, path.partition(".")[0]) for path in paths)


# -- what is written in it -------------------------------------------------------------------------


def _written(file: Context, structure: Node, member: Member) -> Iterator[Edit]:
    bindings = [b for b in _bindings(structure) if file.text(b.child("pattern")) == member.former]
    value = member.provides
    if bindings and member.former:
        name = bindings[-1].child("pattern")
        if not file.references(name) and not _is_named(file, member.former):
            yield file.replace(name, member.name)
            return
        value = member.former  # others name it, so that it stays beside the new name
    items = structure.named_children
    if value and items:
        last = items[-1]
        line = file.source.data.rfind(b"\n", 0, last.start) + 1
        one = b"\n" not in file.source.data[structure.start : structure.end]
        gap = " " if one else "\n" + " " * (last.start - line)
        yield file.insert(last.end, f"{gap}let {member.name} = {value}")


def _is_named(file: Context, name: str) -> bool:
    """Whether another file of the project may name a value."""
    word = f".{name}".encode()
    others = (each for each in file.project.names if each != file.name)
    return any(word in file.project.source(each).data for each in others)
