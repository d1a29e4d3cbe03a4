"""Random numbers, which are made of random bytes now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.changes.functor_arguments import module_of_type
from mirageport.diagnostics.editor import Editor, atomic
from mirageport.diagnostics.facts import Rewrite, Way
from mirageport.ocaml.edit import Proposal
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project
    from mirageport.ocaml.tree import Node


class DroppedCall(NamedTuple):
    """A call that gives unit and has gone without a successor. call: the application; following:
    what comes after it in a sequence, None where it is no part of one."""

    call: Node
    following: Node | None


class RandomInt(NamedTuple):
    """A random number below a bound. call: the application, or the function where it is passed on;
    bound: its argument, None where it is passed on; generate: the function that makes bytes."""

    call: Node
    bound: Node | None
    generate: str


CALL_DROPPED = "call-dropped"
RANDOM_INT = "random-int"
RANDOM_ARGUMENT = "random-stdlib"

_TYPES = ["V1.RANDOM", "V1_LWT.RANDOM", "Mirage_random.C"]
# The source of random bytes that needs nothing but itself (mirage-random v1.0.0).
_STDLIB_RANDOM = "Stdlibrandom"


def find(context: Context) -> Iterator[Finding]:
    """Calls that seed a generator, and calls that ask one for a number."""
    for use, found in context.ruled(CALL_DROPPED):
        call = use.call
        dropped = DroppedCall(call, _following(call)) if call is not None else None
        yield context.used(found, use, dropped)
    for use, found in context.ruled(RANDOM_INT):
        bound = use.arguments[0] if use.arguments else None
        generate = use.sibling("generate")
        facts = RandomInt(use.call or use.node, bound, generate)
        yield context.finding(
            found, use.node, facts, item=use.item.path, use=context.text(use.node)
        )


def arguments(context: Context) -> Iterator[Finding]:
    """The standard library's `Random` as an argument: it is no source of random bytes."""
    for use in context.analysis.functor_uses:
        for argument in use.arguments:
            named = context.analysis.module_refs.get(argument)
            if named is None or named.item is None or named.item.path != "Random":
                continue
            found = context.rule(RANDOM_ARGUMENT)
            new = module_of_type(context, argument, _TYPES, _STDLIB_RANDOM)
            edit = (context.name, argument.start, argument.end, new)
            way = Way(f"Replace `Random` by `{new}`", found.applicability, (edit,))
            yield context.finding(
                found,
                argument,
                Rewrite((way,)),
                item=use.item.path,
                new=new,
                use=context.text(use.head),
            )


def _following(call: Node) -> Node | None:
    """What comes after a call in a sequence."""
    outer = wrapped(call)
    parent = outer.parent
    if parent is None or parent.kind != "sequence_expression":
        return None
    members = parent.named_children
    place = members.index(outer)
    return members[place + 1] if place + 1 < len(members) else None


# -- the fix ---------------------------------------------------------------------------------------


def dropped_call(project: Project, finding: Finding, facts: DroppedCall) -> list[Proposal]:
    """Delete a call with its semicolon; where nothing follows it, leave the unit it gave."""
    editor = Editor(project, finding.file)
    outer = wrapped(facts.call)
    name = editor.text(facts.call.children[0])
    if facts.following is None:
        editor.replace_node(outer, "()")
    else:
        editor.replace(outer.start, facts.following.start, "")
    return [Proposal(f"Remove `{name}`", finding.applicability, tuple(editor.edits), finding.rule)]


def random_int(project: Project, finding: Finding, facts: RandomInt) -> list[Proposal]:
    """A number from random bytes, by the randomconv package."""
    editor = Editor(project, finding.file)
    if facts.bound is None:
        text = f"(fun bound -> Randomconv.int ~bound {facts.generate})"
        editor.replace_node(facts.call, text)
    else:
        function = facts.call.get("function")
        assert function is not None
        editor.replace_node(function, "Randomconv.int")
        editor.replace_node(facts.bound, f"~bound:{atomic(editor, facts.bound)}")
        editor.insert(facts.call.end, f" {facts.generate}")
    title = f"Make the number of `{facts.generate}`"
    return [Proposal(title, finding.applicability, tuple(editor.edits), finding.rule)]
