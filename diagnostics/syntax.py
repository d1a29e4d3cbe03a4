"""Questions about the shape of expressions that several kinds of change ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.tree import wrapped
from mirageport.ocaml.types import Arrow, Con, prune

if TYPE_CHECKING:
    from mirageport.diagnostics.context import Context
    from mirageport.ocaml.analysis import Use
    from mirageport.ocaml.promise import Promise
    from mirageport.ocaml.tree import Node, Tree
    from mirageport.ocaml.types import Type

_WRAPPERS = ("parenthesized_expression", "typed_expression")


def unwrapped(node: Node) -> Node:
    """The expression inside parentheses and annotations."""
    while node.kind in _WRAPPERS:
        inner = node.get("expression")
        if inner is None:
            return node
        node = inner
    return node


def record_fields(tree: Tree, record: Node) -> dict[str, Node]:
    """The values of a record expression by field, in order; a pun is its own value. Empty for
    anything else, and for `{ r with .. }`."""
    if record.kind != "record_expression" or record.first("with") is not None:
        return {}
    found = {}
    for field in record.of("field_expression"):
        path = field.first("field_path", "field_name")
        if path is None:
            return {}
        name = path.children[-1] if path.children else path
        found[tree.text(name)] = field.get("body") or path
    return found


def in_parentheses(pattern: Node) -> Node:
    """The pattern with all parentheses directly around it."""
    while pattern.parent is not None and pattern.parent.kind == "parenthesized_pattern":
        pattern = pattern.parent
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


def bind_right(node: Node) -> tuple[Node, Node] | None:
    """(operator, right operand) when the node is the left operand of `>>=` or `>|=`."""
    parent = wrapped(node).parent
    if parent is None or parent.kind != "infix_expression":
        return None
    if parent.get("left") is not wrapped(node):
        return None
    operator, right = parent.get("operator"), parent.get("right")
    if operator is None or right is None:
        return None
    return operator, right


def matches_of(context: Context, call: Node) -> list[Node]:
    """Every match of what a call promises: right behind it, or of the name it is bound to."""
    outer = wrapped(call)
    parent = outer.parent
    if parent is not None and parent.kind == "match_expression":
        return [parent]
    found = bind_right(call)
    function = unwrapped(found[1]) if found is not None else None
    if function is None or function.kind == "function_expression":
        return [function] if function is not None else []
    parameters = function.of("parameter")
    name = parameters[0].get("pattern") if len(parameters) == 1 else None
    if function.kind != "fun_expression" or name is None:
        return []
    readers = [wrapped(reader).parent for reader in context.analysis.references(name)]
    return [reader for reader in readers if reader and reader.kind == "match_expression"]


def continuation(context: Context, node: Node) -> tuple[Node, Node, Node] | None:
    """(fun, its parameter's pattern, its body) of `node >>= fun pattern -> body`, the operator
    being one of promises."""
    found = bind_right(node)
    if found is None or context.text(found[0]) != ">>=" or not hands_on(context, found[0]):
        return None
    function = unwrapped(found[1])
    if function.kind != "fun_expression":
        return None
    parameters, body = function.of("parameter"), function.get("body")
    if len(parameters) != 1 or body is None:
        return None
    pattern = parameters[0].get("pattern")
    return (function, pattern, body) if pattern is not None else None


def hands_on(context: Context, operator: Node) -> bool:
    """Whether an operator hands what its left operand promises to the function at its right, as
    those of promises do: by its type, and one of these where it is not known to be another."""
    if in_unknown(context, operator):
        return False
    type_ = context.analysis.types.get(operator)
    return type_ is None or _hands_on(context.pack.promise, type_)


def _hands_on(promises: Promise, type_: Type) -> bool:
    """Whether it is `'a promise -> ('a -> 'b) -> 'c`."""
    arrow = prune(type_)
    rest = prune(arrow.result) if isinstance(arrow, Arrow) else None
    if not isinstance(arrow, Arrow) or not isinstance(rest, Arrow):
        return False
    promise, function = prune(arrow.argument), prune(rest.argument)
    if not isinstance(promise, Con) or not isinstance(function, Arrow):
        return False
    return promises.holds(promise) and prune(promise.args[0]) is prune(function.argument)


def in_unknown(context: Context, node: Node) -> bool:
    """Whether a place is in `let open M in ..` or `M.( .. )`, M being unknown: what a name means
    there, nobody knows."""
    inner, outer = node, node.parent
    while outer is not None:
        opened = None
        if outer.kind == "local_open_expression":
            opened = outer.first("module_path")
        elif outer.kind == "let_expression" and outer.get("body") is inner:
            opening = outer.first("open_module")
            opened = opening.get("module") if opening is not None else None
        if opened is not None and opened is not inner and opened.kind == "module_path":
            if opened not in context.analysis.module_refs:
                return True
        inner, outer = outer, outer.parent
    return False


def has_operator(context: Context, node: Node, name: str) -> bool:
    """Whether an operator is one of promises at a place: their module is opened there, and nothing
    that comes later has taken the name."""
    if in_unknown(context, node):
        return False
    promises = (context.pack.promise.module, context.pack.promise.infix)
    opened = {use.node: use.module for use in context.analysis.opens}
    inner, outer = node, node.parent
    while outer is not None:
        before = outer.children[: outer.children.index(inner)]
        for sibling in reversed(before):
            module = opened.get(sibling)
            if module is not None and module.value(name) is not None:
                return module.path in promises
            if sibling.kind == "value_definition" and _binds(context, sibling, name):
                return False
        if outer.kind == "local_open_expression" and before:
            module = context.analysis.module_refs.get(before[0])
            if module is not None and module.value(name) is not None:
                return module.path in promises
        inner, outer = outer, outer.parent
    return False


def _binds(context: Context, definition: Node, name: str) -> bool:
    """Whether a `let` binds an operator."""
    patterns = [binding.get("pattern") for binding in definition.of("let_binding")]
    return any(
        pattern is not None
        and pattern.kind == "parenthesized_operator"
        and context.text(pattern).strip("() \t") == name
        for pattern in patterns
    )


def is_promise(context: Context, node: Node) -> bool:
    """Whether an expression is known to be a promise."""
    return context.analysis.type_name(node) == context.pack.promise.type


def is_function(context: Context, node: Node) -> bool:
    """Whether an expression is known to be a function: a call short of arguments, say."""
    type_ = context.analysis.types.get(node)
    return type_ is not None and isinstance(prune(type_), Arrow)


def completed(context: Context, use: Use) -> Node | None:
    """The expression in which a function has all of its arguments: its call, or the `x |> f a` or
    `f a @@ x` around one that is short of them. None where it is passed on as a function."""
    node = use.call or use.node
    while is_function(context, node):
        outer = wrapped(node)
        parent = outer.parent
        operator = parent.get("operator") if parent is not None else None
        side = _FUNCTION_OF.get(context.text(operator)) if operator is not None else None
        if parent is None or side is None or parent.get(side) is not outer:
            return None
        node = parent
    return node if node is not use.node else None


_FUNCTION_OF = {"|>": "right", "@@": "left"}


def fails(context: Context, node: Node) -> bool:
    """Whether an expression does nothing but fail."""
    inner = unwrapped(node)
    if inner.kind == "assert_expression":
        return True
    if inner.kind != "application_expression":
        if inner.kind == "infix_expression" and context.text(inner.children[1]) == "@@":
            left = inner.get("left")
            return left is not None and _names_failure(context, unwrapped(left))
        return False
    function = inner.get("function")
    return function is not None and _names_failure(context, function)


_FAILURES = ("failwith", "raise", "invalid_arg", "exit")


def _names_failure(context: Context, function: Node) -> bool:
    if function.kind == "application_expression":
        inner = function.get("function")
        return inner is not None and _names_failure(context, inner)
    name, promise = context.text(function), context.pack.promise
    return name in _FAILURES or name.removeprefix(f"{promise.module}.") in promise.fails
