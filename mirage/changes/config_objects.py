"""Devices of a project's own in config.ml: objects that inherit `base_configurable`.

Facts: functoria 1.1.1 and 2.0.1, lib/functoria.mli (the methods of `configurable`), app/ (what the
generated main.ml makes of a `connect`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.spans import whole_lines
from mirageport.mirage.changes.config_devices import device_of
from mirageport.mirage.changes.package_lists import strings
from mirageport.mirage.config import is_older
from mirageport.mirage.devices import is_device
from mirageport.mirage.packages import merge
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import NO_NODE, Arguments, unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Edit, Finding, Node


LISTS, CONNECT, BUILD = "dev-method-libraries", "dev-connect-result", "dev-configure-clean"
TYPE_OF = "type-of-device"

_BASE = "base_configurable"


def find(context: Context) -> Iterator[Finding]:
    """What the methods of such objects give that Mirage 3 does not take."""
    if not context.is_config:
        return
    for node in context.tree.root.descendants():
        if node.kind == "object_expression" and _inherits(context, node):
            methods = _methods(context, node)
            yield from _lists(context, methods)
            yield from _connect(context, methods.get("connect"))
            for name in ("configure", "clean"):
                yield from _step(context, methods.get(name))


def _inherits(context: Context, node: Node) -> bool:
    """Whether an object has its methods from Mirage's class of that name."""
    for inherited in node.of("inheritance_definition"):
        path = inherited.part("class_path")
        if path and context.text(path) in (_BASE, f"Mirage.{_BASE}"):
            return not any(
                binding.kind == "class_binding"
                and bool(name := binding.part("class_name"))
                and context.text(name) == _BASE
                for binding in context.tree.root.descendants()
            )
    return False


def _methods(context: Context, node: Node) -> dict[str, Node]:
    """The methods of an object, by name; of two with one name the last one counts."""
    found = {}
    for method in node.of("method_definition"):
        name = method.part("method_name")
        if name:
            found[context.text(name)] = method
    return found


def _name(method: Node) -> Node:
    return method.first("method_name") or method


# -- packages and libraries ------------------------------------------------------------------------


class _Choice(NamedTuple):
    """A method's list of names: one, or one for each case of a condition. lists: where they stand;
    condition: the text of what chooses, "" where nothing does."""

    lists: tuple[Node, ...]
    condition: str


def _lists(context: Context, methods: dict[str, Node]) -> Iterator[Finding]:
    """The removed `method libraries`, and `method packages`, whose members are packages now."""
    libraries, packages = methods.get("libraries"), methods.get("packages")
    chosen = [_choice(context, method) for method in (libraries, packages)]
    if libraries is None and (chosen[1] is None or not any(map(_is_old, chosen[1].lists))):
        return
    method = libraries or packages
    assert method is not None
    facts = rewriting("Write one list of packages", _merged(context, libraries, packages, chosen))
    name = _name(method)
    yield context.finding(context.rule(LISTS), name, facts, use=f"method {context.text(name)}")


def _is_old(node: Node) -> bool:
    return any(member.kind == "string" for member in node.named_children)


def _choice(context: Context, method: Node | None) -> _Choice | None:
    """The lists of `Key.pure [..]` or `Key.if_ condition [..] [..]`; None for anything else."""
    body = unwrapped(method.get("body") or method) if method else NO_NODE
    if body.kind == "local_open_expression":
        body = unwrapped(body.get("expression") or body)
    function = body.child("function")
    if not body or not function:
        return None
    called = context.last_name(function)
    arguments = [unwrapped(node) for node in body.all("argument")]
    wanted = {"pure": 1, "if_": 3}.get(called)
    lists = tuple(arguments[-1:] if called == "pure" else arguments[1:])
    if len(arguments) != wanted or any(strings(context, node) is None for node in lists):
        return None
    return _Choice(lists, context.text(arguments[0]) if called == "if_" else "")


def _merged(
    context: Context, libraries: Node | None, packages: Node | None, chosen: list[_Choice | None]
) -> tuple[Edit, ...]:
    """One list in place of two; none where a list is not to be read, or where both are chosen by
    different conditions."""
    linked, opam = chosen
    if (libraries and linked is None) or (packages and opam is None):
        return ()
    conditions = {choice.condition for choice in chosen if choice and choice.condition}
    kept = linked if opam is None or (linked is not None and linked.condition) else opam
    if kept is None or len(conditions) > 1:
        return ()
    edits = []
    for case, node in enumerate(kept.lists):
        text = merge(_of(context, linked, case), _of(context, opam, case)).text
        edits.append(context.replace(node, text))
    if kept is linked and libraries:
        edits.append(context.replace(_name(libraries), "packages"))
    removed = packages if kept is linked else libraries
    if removed:
        edits.append(context.remove(whole_lines(context.source, removed.start, removed.end)))
    return tuple(edits)


def _of(context: Context, choice: _Choice | None, case: int) -> list[str]:
    """The names of a choice in one case; those of a list without a condition in every one."""
    if choice is None:
        return []
    node = choice.lists[case if case < len(choice.lists) else 0]
    return strings(context, node) or []


# -- connect ---------------------------------------------------------------------------------------


def _connect(context: Context, method: Node | None) -> Iterator[Finding]:
    """Code that `connect` gives as a string, and that gives a result: main.ml takes the value."""
    body = method.child("body") if method else NO_NODE
    for node in body.descendants() if body else ():
        text = context.text(node) if node.kind in ("string", "quoted_string") else ""
        if "`Ok" not in text and "`Error" not in text:
            continue
        new = _without_ok(text)
        facts = rewriting("Return the value itself", [context.replace(node, new)] if new else [])
        yield context.finding(context.rule(CONNECT), node, facts)


def _without_ok(text: str) -> str:
    """The text without a last `>|= fun x -> `Ok x`, or with `return` of the value alone; "" where
    the tags are anything but that."""
    if "`Error" in text or text.count("`Ok") != 1:
        return ""
    before, _, after = text.partition("`Ok")
    inside = after.lstrip()
    head, operator, function = before.rpartition(">|=")
    words = function.replace("->", " -> ").replace("(", " ( ").replace(")", " ) ").split()
    if operator and words[:1] == ["fun"] and words[2:] == ["->"]:
        rest = inside[len(words[1]) :]
        if inside.startswith(words[1]) and rest in ('"', "|}"):
            return head.rstrip() + rest
    if before.rstrip().endswith(("return (", "return(")):
        return before + inside
    return ""


# -- configure and clean ---------------------------------------------------------------------------


def _step(context: Context, method: Node | None) -> Iterator[Finding]:
    """What is done while configuring: told while config.ml is one of Mirage 2, and an error that is
    a mere string in any case."""
    if not method:
        return
    found = context.rule(BUILD)
    name = context.text(_name(method))
    failures = list(_string_errors(context, method))
    for payload in failures:
        edit = context.replace(payload, f"(`Msg {context.text(payload)})")
        facts = rewriting("Write it as a message", [edit])
        message = (
            f'The error of `method {name}` is a message in {context.target}: write `` `Msg ".." ``.'
        )
        yield context.finding(found, payload, facts, message=message)
    if not failures and is_older(context.project):
        # Only what is done before the build may be too early.
        message = (
            f'Errors of `method clean` are messages in {context.target}: write `` `Msg ".." ``.'
        )
        yield context.finding(
            found,
            _name(method),
            severity="information",
            message=message if name == "clean" else "",
            use=name,
        )


def _string_errors(context: Context, method: Node) -> Iterator[Node]:
    """What `Error` is given where that is a string."""
    for node in method.descendants():
        function = node.child("function") if node.kind == "application_expression" else NO_NODE
        arguments = node.all("argument")
        if context.text(function) != "Error" or len(arguments) != 1:
            continue
        payload = unwrapped(arguments[0])
        if payload.kind == "string" or context.type_name(payload) == "string":
            yield arguments[0]


# -- the type of a device --------------------------------------------------------------------------


def types_of_devices(context: Context) -> Iterator[Finding]:
    """`typ` of a device, as it was before 2.7: it takes a module type's own value now."""
    for use, found in context.ruled(TYPE_OF):
        given = Arguments(use.arguments).plain
        device = device_of(context, unwrapped(given[0])) if given else ""
        if not use.call or not device:
            continue
        mirage = f"{use.qualifier}." if use.qualifier else ""
        facts = None
        if is_device(device):
            edit = context.replace(use.call, f"{mirage}{device}")
            facts = rewriting(f"Name it `{device}`", [edit])
        yield context.used(found, use, facts, new=f"{mirage}{device}")
