"""Questions about the shape of expressions that several kinds of change ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.places import modules_named
from mirageport.ocaml.tree import NO_NODE, unwrapped, wrapped
from mirageport.ocaml.types import Arrow, Con, prune

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.facts import Edit
    from mirageport.ocaml.analysis import Use
    from mirageport.ocaml.promise import Promise
    from mirageport.ocaml.tree import Node, Tree
    from mirageport.ocaml.types import Type


def record_fields(tree: Tree, record: Node) -> dict[str, Node]:
    """The values of a record expression by field, in order; a pun is its own value. Empty for
    anything else, and for `{ r with .. }`."""
    if record.kind != "record_expression" or record.part("with"):
        return {}
    found = {}
    for field in record.of("field_expression"):
        path = field.part("field_path", "field_name")
        if not path:
            return {}
        name = path.children[-1] if path.children else path
        found[tree.text(name)] = field.child("body") or path
    return found


def in_parentheses(pattern: Node) -> Node:
    """The pattern with all parentheses directly around it."""
    while pattern.above.kind == "parenthesized_pattern":
        pattern = pattern.above
    return pattern


def without_parentheses(pattern: Node) -> Node:
    """The pattern inside of all parentheses around it."""
    while pattern.kind == "parenthesized_pattern" and pattern.named_children:
        pattern = pattern.named_children[0]
    return pattern


def alternatives(node: Node) -> list[Node]:
    """The alternatives of a pattern, parentheses looked through."""
    found = []
    todo = [node]
    while todo:
        current = todo.pop()
        if current.kind == "parenthesized_pattern" and current.named_children:
            todo.append(current.named_children[0])
        elif current.kind == "or_pattern":
            todo.extend(reversed(current.named_children))
        else:
            found.append(current)
    return found


def bind_right(node: Node) -> tuple[Node, Node]:
    """(operator, right operand) when the node is the left operand of `>>=` or `>|=`; `NO_NODE`s for
    any other."""
    outer = wrapped(node)
    infix = outer.above
    if infix.kind != "infix_expression" or outer.field != "left":
        return NO_NODE, NO_NODE
    return infix.child("operator"), infix.child("right")


def matches_of(context: Context, call: Node) -> list[Node]:
    """Every match of what a call promises: right behind it, or of the name it is bound to."""
    parent = wrapped(call).above
    if parent.kind == "match_expression":
        return [parent]
    function = unwrapped(bind_right(call)[1])
    if function.kind == "function_expression":
        return [function]
    parameters = function.of("parameter")
    if function.kind != "fun_expression" or len(parameters) != 1:
        return []
    readers = context.references(parameters[0].child("pattern"))
    found = [wrapped(reader).above for reader in readers]
    return [reader for reader in found if reader.kind == "match_expression"]


class Continuation(NamedTuple):
    """`fun pattern -> body` behind a bind. function: the whole, without parentheses."""

    function: Node
    pattern: Node
    body: Node


def continuation(context: Context, node: Node) -> Continuation | None:
    """What follows in `node >>= fun pattern -> body`, the operator being one of promises."""
    operator, right = bind_right(node)
    if context.text(operator) != ">>=" or not hands_on(context, operator):
        return None
    function = unwrapped(right)
    parameters, body = function.of("parameter"), function.child("body")
    if function.kind != "fun_expression" or len(parameters) != 1 or not body:
        return None
    pattern = parameters[0].child("pattern")
    return Continuation(function, pattern, body) if pattern else None


def hands_on(context: Context, operator: Node) -> bool:
    """Whether an operator hands what its left operand promises to the function at its right, as
    those of promises do: by its type, and one of these where it is not known to be another."""
    if in_unknown(context, operator):
        return False
    type_ = context.type_of(operator)
    return type_ is None or _hands_on(context.pack.promise, type_)


def _hands_on(promises: Promise, arrow: Type) -> bool:
    """Whether it is `'a promise -> ('a -> 'b) -> 'c`."""
    if not isinstance(arrow, Arrow):
        return False
    promise, taking = prune(arrow.argument), prune(arrow.result)
    function = prune(taking.argument) if isinstance(taking, Arrow) else None
    if not isinstance(promise, Con) or not isinstance(function, Arrow):
        return False
    return promises.holds(promise) and prune(promise.args[0]) is prune(function.argument)


def in_unknown(context: Context, node: Node) -> bool:
    """Whether a place is in `let open M in ..` or `M.( .. )`, M being unknown: what a name means
    there, nobody knows."""
    inner, outer = node, node.above
    while outer:
        opened = NO_NODE
        if outer.kind == "local_open_expression":
            opened = outer.part("module_path")
        elif outer.kind == "let_expression" and inner.field == "body":
            opened = outer.part("open_module").child("module")
        if opened.kind == "module_path" and opened is not inner:
            if opened not in context.analysis.module_refs:
                return True
        inner, outer = outer, outer.above
    return False


def has_operator(context: Context, node: Node, name: str) -> bool:
    """Whether an operator is one of promises at a place: their module is opened there, and nothing
    that comes later has taken the name."""
    return not in_unknown(context, node) and _operator_of(context, node, name) in _promises(context)


def operator_edits(context: Context, node: Node, name: str) -> tuple[Edit, ...] | None:
    """The edits behind which an operator is one of promises at a place: none where it is, else the
    module of their operators is opened on top of the file; None where something else has the name,
    or a module that nobody knows may have it."""
    if has_operator(context, node, name):
        return ()
    if in_unknown(context, node) or _operator_of(context, node, name) or _strangers(context, node):
        return None
    infix, items = context.pack.promise.infix, context.tree.root.named_children
    if not infix or not items:
        return None
    at, newline = items[0].start, context.source.newline
    opens = items[0].kind == "open_module"
    for start, end in reversed(context.tree.comments):
        gap = context.source.text(end, at) if end <= at else "-"
        if not opens and not gap.strip() and gap.count("\n") < 2:
            if context.source.text(start, start + 3) == "(**":
                at = start  # it describes the first item
    return (context.insert(at, f"open {infix}{newline}{'' if opens else newline}"),)


def _promises(context: Context) -> tuple[str, str]:
    return context.pack.promise.module, context.pack.promise.infix


def _strangers(context: Context, node: Node) -> bool:
    """Whether a module that nobody knows is opened or included before a place, around it."""
    known = {use.node for use in context.analysis.opens}
    return any(
        sibling.kind in ("open_module", "include_module") and sibling not in known
        for _outer, before in _scopes(node)
        for sibling in before
    )


def _scopes(node: Node) -> Iterator[tuple[Node, list[Node]]]:
    """Each node around a place, the innermost first, with its children before the place."""
    inner, outer = node, node.above
    while outer:
        yield outer, outer.children[: outer.children.index(inner)]
        inner, outer = outer, outer.above


def _operator_of(context: Context, node: Node, name: str) -> str:
    """The module that an operator is of at a place, "?" where the text binds it; "" where nothing
    is known to."""
    opened = {use.node: use.module for use in context.analysis.opens}
    for outer, before in _scopes(node):
        for sibling in reversed(before):
            module = opened.get(sibling)
            if module is not None and module.value(name) is not None:
                return module.path
            if sibling.kind == "value_definition" and _binds(context, sibling, name):
                return "?"
        if outer.kind == "local_open_expression" and before:
            module = context.analysis.module_refs.get(before[0])
            if module is not None and module.value(name) is not None:
                return module.path
    return ""


def _binds(context: Context, definition: Node, name: str) -> bool:
    """Whether a `let` binds an operator."""
    patterns = [binding.child("pattern") for binding in definition.of("let_binding")]
    return any(
        pattern.kind == "parenthesized_operator" and context.text(pattern).strip("() \t") == name
        for pattern in patterns
    )


def is_promise(context: Context, node: Node) -> bool:
    """Whether an expression is known to be a promise."""
    return context.type_name(node) == context.pack.promise.type


def is_unit_promise(context: Context, node: Node) -> bool:
    """Whether an expression is known to be a promise of unit."""
    type_ = context.analysis.types.get(node)
    found = prune(type_) if type_ is not None else None
    if not isinstance(found, Con) or not context.pack.promise.holds(found):
        return False
    inner = prune(found.args[0])
    return isinstance(inner, Con) and inner.name == "unit"


def is_function(context: Context, node: Node) -> bool:
    """Whether an expression is known to be a function: a call short of arguments, say."""
    return isinstance(context.type_of(node), Arrow)


def completed(context: Context, use: Use) -> Node | None:
    """The expression in which a function has all of its arguments: its call, or the `x |> f a` or
    `f a @@ x` around one that is short of them. None where it is passed on as a function."""
    node = use.call or use.node
    while is_function(context, node):
        outer = wrapped(node)
        side = _FUNCTION_OF.get(context.text(outer.above.child("operator")))
        if side is None or outer.field != side:
            return None
        node = outer.above
    return node if node is not use.node else None


_FUNCTION_OF = {"|>": "right", "@@": "left"}


def fails(context: Context, node: Node) -> bool:
    """Whether an expression does nothing but fail."""
    inner = unwrapped(node)
    if inner.kind == "assert_expression":
        return True
    if inner.kind == "infix_expression" and context.text(inner.children[1]) == "@@":
        return _names_failure(context, unwrapped(inner.child("left")))
    called = inner.kind == "application_expression"
    return called and _names_failure(context, inner.child("function"))


_FAILURES = ("failwith", "raise", "invalid_arg", "exit")


def _names_failure(context: Context, function: Node) -> bool:
    while function.kind == "application_expression":
        function = function.child("function")
    name, promise = context.text(function), context.pack.promise
    return name in _FAILURES or name.removeprefix(f"{promise.module}.") in promise.fails


def is_map(context: Context, node: Node) -> bool:
    """Whether an expression is `List.map f l`."""
    called = context.text(node.child("function")) == "List.map" and len(node.all("argument")) == 2
    return called and not any(modules_named(context.tree, "List"))
