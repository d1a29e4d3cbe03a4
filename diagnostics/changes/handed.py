"""Results and errors of Mirage's that are handed to code out of sight: a function or an operator of
another file, or of a library without an interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.errors import constructors, error_type, new_device
from mirageport.diagnostics.changes.results import RESULT_RESHAPED
from mirageport.diagnostics.constructors import in_result
from mirageport.diagnostics.context import Context
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import REVIEW
from mirageport.diagnostics.shapes import PLAIN
from mirageport.diagnostics.syntax import bind_right, in_unknown
from mirageport.ocaml.analysis import Use
from mirageport.ocaml.beside import matched
from mirageport.ocaml.file_names import folder_of, module_name
from mirageport.ocaml.tree import NO_NODE, READER, unwrapped
from mirageport.ocaml.types import CHANGED, Arrow, Con, Row, Tup, prune

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import (
        Finding,
        Node,
        Origin,
        Rewrite,
        Rule,
        Type,
        UnknownUse,
    )


_ERROR = "`Error"
_FORMATTER = "Format.formatter"
_MOST_PARTS = 50
# Results, and devices that came with a tag.
CONNECT_RESULT = "connect-result"
_KINDS = RESULT_RESHAPED, CONNECT_RESULT


def find(context: Context) -> Iterator[Finding]:
    """What is handed on in an item."""
    for unknown in context.analysis.unknown:
        for origin in _handed(unknown.type):
            finding = _finding(context, unknown, origin)
            if finding is not None:
                yield finding
                break
    for kind in _KINDS if context.old else ():
        for use, found in context.ruled(kind):
            operator, taker = bind_right(use.call or NO_NODE)
            if in_unknown(context, operator) and not _looked_at(context, taker):
                message = _message(context, found, use, context.text(operator))
                yield context.finding(found, operator, item=use.item.path, message=message)


def _looked_at(context: Context, taker: Node) -> bool:
    """Whether the function at the right of a bind matches what it is given, or ignores it."""
    parameters = unwrapped(taker).of("parameter")
    pattern = parameters[0].child("pattern") if parameters else NO_NODE
    taken = context.type_of(taker)
    row = prune(taken.argument) if isinstance(taken, Arrow) else None
    ignored = pattern.kind == "any_pattern"
    return ignored or (isinstance(row, Row) and bool(row.sites))


def _handed(type_: Type) -> Iterator[Origin]:
    """Where the rows that a function takes came from, those of its own functions left out."""
    todo = []
    type_ = prune(type_)
    while isinstance(type_, Arrow):
        todo.append(type_.argument)
        type_ = prune(type_.result)
    for _ in range(_MOST_PARTS):
        if not todo:
            return
        part = prune(todo.pop())
        if isinstance(part, Row):
            yield from part.origins
        elif isinstance(part, Con):
            todo += part.args
        elif isinstance(part, Tup):
            todo += part.items


def _finding(context: Context, unknown: UnknownUse, origin: Origin) -> Finding | None:
    use = origin.use
    if origin.kind != CHANGED or not isinstance(use, Use):
        return None
    found = next((rule for k in _KINDS for rule in context.rules_of(use.item.changes, k)), None)
    if found is None or origin.path not in ("", _ERROR):
        return None
    known = matched(unknown.declared) if unknown.declared is not None else None
    name = context.text(unknown.node)
    if origin.path == "":
        tags = frozenset(context.pack.shapes[found.options.get("shape", "plain")])
        message = _message(context, found, use, name)
    else:
        kind = error_type(context.library, use.item) or "error"
        printer = context.sibling(use, f"pp_{kind}")
        new = constructors(new_device(context.library, use.item.owner), kind)
        tags = (known or frozenset()) - new.keys()
        message = (
            f"`{name}` gets an error of `{context.text(use.node)}`, whose type is private in "
            f'{context.target}: print it here with `Format.asprintf "%a" {printer}`, and let '
            f"`{name}` take the string."
        )
    if known is None:
        if not context.old or _is_printed(context, unknown.node, use):
            return None  # what takes it may be ported already
    elif known.isdisjoint(tags):
        return None
    facts = _helper(context, unknown) if origin.path == "" and _is_plain(found) else None
    return context.finding(
        found, unknown.node, facts, applicability=REVIEW, item=use.item.path, message=message
    )


def _is_plain(found: Rule) -> bool:
    return found.kind == RESULT_RESHAPED and found.options.get("shape", "plain") == "plain"


def _helper(context: Context, unknown: UnknownUse) -> Rewrite | None:
    """How a function of another file matches results: where all that it is handed, in all files, is
    a result of Mirage's now, and all that it does with it is to match it."""
    module, name = path = _path(context, unknown)
    files = [
        file
        for file in context.project.names
        if module_name(file) == module and folder_of(file) == folder_of(context.name)
    ]
    if len(files) != 1:
        return None  # a `.mli` says more than tags
    users = (user for file in context.project.names for user in _users(context, file, path))
    if not all(users):
        return None
    return context.project.once(
        f"helper {module} {name}", lambda: _rewriting(context, files[0], name)
    )


def _path(context: Context, unknown: UnknownUse) -> tuple[str, str]:
    """The file's module and the value or operator that a use of another file is of."""
    type_ = (unknown.declared or NO_NODE).child("type")
    module, _, name = READER.text(type_).rpartition(".")
    operator = context.text(unknown.node).rpartition(".")[2].strip("() ")
    return module, name if operator[:1].isalpha() else operator


def _users(context: Context, file: str, path: tuple[str, str]) -> Iterator[bool]:
    """Whether each use of a function of another file is handed a result of Mirage's."""
    user = Context(context.project, file)
    for unknown in user.analysis.unknown:
        if _path(user, unknown) == path:
            rules = [
                rule
                for origin in _handed(unknown.type)
                if origin.kind == CHANGED and isinstance(origin.use, Use) and origin.path == ""
                for rule in context.rules_of(origin.use.item.changes, RESULT_RESHAPED)
            ]
            yield bool(rules) and all(map(_is_plain, rules))


def _rewriting(context: Context, file: str, name: str) -> Rewrite | None:
    analysis = context.project.analysis(file)
    bindings = [
        binding
        for definition in analysis.tree.root.of("value_definition")
        for binding in definition.of("let_binding")
        if READER.text(binding.child("pattern")).strip("() ") == name
    ]
    binding = bindings[-1] if len(bindings) == 1 else NO_NODE
    edits = []
    for component in analysis.components:
        sites = component.sites
        inside = [binding.start <= site.node.start < binding.end for site in sites]
        if not any(inside):
            continue
        if component.origins or not all(inside) or component.tags != PLAIN.keys():
            return None
        for site in sites:
            payload = site.node.above.child("pattern").kind
            if site.role != "pattern" or payload not in ("value_pattern", "any_pattern"):
                return None
            new = in_result(context.project, file, PLAIN[site.tag].constructor, site.node.start)
            edits.append((file, site.node.start, site.node.end, new))
    return rewriting(f"Let `{name}` match `Ok` and `Error`", edits)


def _is_printed(context: Context, function: Node, use: Use) -> bool:
    """Whether a call gets a printer beside the error, as `Log.warn "%a"` does."""
    arguments = function.above.all("argument") if function.parent else []
    return any(_is_printer(context, argument, use) for argument in arguments)


def _is_printer(context: Context, argument: Node, use: Use) -> bool:
    """Whether an argument prints the error of a call, by its type. The printer of a device that
    goes by its old name has no type here: it is known by the device and by its name."""
    kind = error_type(context.library, use.item) or "error"
    function = context.type_of(argument)
    if isinstance(function, Arrow):
        return _prints(function, f"{use.module.path}.{kind}")
    module = context.analysis.module_refs.get(argument.part("module_path"))
    if module is None or module.path != use.module.path:
        return False
    return context.text(argument.children[-1]) == f"pp_{kind}"


def _prints(function: Arrow, error: str) -> bool:
    """Whether a function is `Format.formatter -> error -> ..`, as far as its types are known."""
    formatter, rest = prune(function.argument), prune(function.result)
    if not isinstance(formatter, Con) or formatter.name != _FORMATTER:
        return False
    printed = prune(rest.argument) if isinstance(rest, Arrow) else rest
    return not isinstance(printed, Con) or printed.name == error


def _message(context: Context, found: Rule, use: Use, name: str) -> str:
    call = context.text(use.node)
    if found.kind == CONNECT_RESULT:
        return (
            f"`{call}` returns its device in {context.target}, not a result, and raises an "
            f"exception where it returned `` `Error ``: leave `{name}` out, or let it take the "
            "device."
        )
    return (
        f"`{call}` returns a `result` in {context.target}, which is passed to `{name}` here: "
        f"let `{name}` match `Ok` and `Error`."
    )
