"""The addresses of a device, which were set by calls behind `connect` and are its arguments now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.view import release
from mirageport.diagnostics.editor import atomic
from mirageport.diagnostics.syntax import continuation
from mirageport.mirage.changes.config_addresses import gateway
from mirageport.mirage.changes.connects import CONNECT_RESULT, called
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import NO_NODE, unwrapped, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Editor, Finding, Node, Rule, Use


ADDRESS_SETTER = "address-setter"
# The first release whose IPv4 is connected with an address and its network in one.
_ONE_PREFIX = (4, 0)


def addresses(context: Context) -> Iterator[Finding]:
    """`set_ip_netmask` and `set_ip_gateways`, which moved into `connect`'s arguments."""
    for use, found in context.ruled(ADDRESS_SETTER):
        chain = _chain(context, use)
        if chain is None:
            yield _by_hand(context, use, found)
        else:
            yield context.used(found, use, chain, device=use.qualifier)


def _by_hand(context: Context, use: Use, found: Rule) -> Finding:
    connect = f"{use.qualifier}.connect" if use.qualifier else "connect"
    where = f"`{connect} ~ip ~network ~gateway:(Some ..)` where the device is made."
    prefix = use.node.part("module_path")
    module = context.analysis.module_refs.get(prefix) if prefix else use.module
    if module is not None and module.value("connect") is None:
        # A parameter of the functor, or what a stack has in it: config.ml makes the device.
        stack = use.qualifier.endswith(".IPV4")
        where = "`static_ipv4_stack ~config`" if stack else "`create_ipv4 ~config`"
        where += " in config.ml, which makes the device"
        where += " (in Qubes, `qubes_ipv4_stack` asks QubesDB)." if stack else "."
    message = (
        f"`{context.text(use.node)}` was removed: give the address, network and gateway to {where}"
    )
    if _gives_result(context, use.qualifier):
        message += f" Fix `{connect}` first; then there is a fix for this too."
    return context.used(found, use, message=message)


def _gives_result(context: Context, module: str) -> bool:
    """Whether what a module's `connect` gives is still taken for a result."""
    return any(
        use.qualifier == module and any(context.rules_of(use.item.changes, CONNECT_RESULT))
        for component in context.analysis.components
        for use in called(component)
    )


def _chain(context: Context, use: Use) -> AddressChain | None:
    """The chain `connect .. >>= fun i -> set_ip i x >>= fun () -> ..` that a setter is part of."""
    call = use.call
    arguments = use.arguments
    if not call or len(arguments) != 2:
        return None
    device = context.bound(unwrapped(arguments[0]))
    function = device.around("fun_expression")
    if not device or not function:
        return None
    connect = _connected(context, function, use.qualifier)
    body = function.child("body")
    if not connect or not body:
        return None
    first = _first(context, connect, body, device)
    steps = _steps(context, first, device, use.qualifier)
    names = [step[0] for step in steps]
    complete = _setter(use.item.name) in names and len(names) == len(set(names))
    if "set_ip_netmask" in names and "set_ip" not in names:
        return None
    v6 = use.item.owner == "IPV6" or _is_v6(context, connect)
    return AddressChain(connect, v6, tuple(steps), body) if complete else None


def _first(context: Context, connect: Node, body: Node, device: Node) -> Node:
    """The step that names a device first, on the way through the binds and `let`s behind its
    connect, where it can as well be made there: what `connect` is given has the same meaning."""
    named = min((each.start for each in context.references(device)), default=body.start)
    current = body
    while True:
        left = current.child("left") if current.kind == "infix_expression" else NO_NODE
        after = continuation(context, unwrapped(left)) if left else None
        following = current.child("body") if current.kind == "let_expression" else NO_NODE
        following = after[2] if after else following
        if not following or following.start > named:
            break
        current = following
    given = {context.text(each) for each in connect.descendants() if each.kind == "value_name"}
    between = [each for each in body.descendants() if each.start < current.start]
    bound = [each for each in between if each.kind == "value_pattern" or _is_defined(each)]
    return body if given & {context.text(each) for each in bound} else current


def _is_defined(name: Node) -> bool:
    return name.kind == "value_name" and name.above.kind == "let_binding"


def _setter(name: str) -> str:
    """A setter by its later name: before tcpip 2.2 they were `set_ipv4` and so on."""
    return name.replace("set_ipv4", "set_ip")


def _is_v6(context: Context, connect: Node) -> bool:
    function = connect.child("function")
    return any(
        use.node is function and use.item.owner == "Ipv6.Make" for use in context.analysis.uses
    )


def _connected(context: Context, function: Node, qualifier: str) -> Node | None:
    """`I.connect ..` on the left of the bind whose right side is this function."""
    parent = wrapped(function).above
    left = parent.child("left") if parent.kind == "infix_expression" else NO_NODE
    if left.kind != "application_expression":
        return None
    head = left.child("function")
    named = bool(head) and context.text(head) == f"{qualifier}.connect"
    return left if named else None


def _steps(
    context: Context, body: Node, device: Node, qualifier: str
) -> list[tuple[str, Node, Node, Node]]:
    """The setters that follow one another directly behind the connect."""
    steps = []
    current = body
    while current.kind == "infix_expression":
        call = unwrapped(current.child("left"))
        if call.kind != "application_expression":
            break
        head, arguments = call.child("function"), call.all("argument")
        following = continuation(context, call)
        if not head or following is None or len(arguments) != 2:
            break
        name = _setter(context.text(head).removeprefix(f"{qualifier}."))
        target = context.bound(unwrapped(arguments[0]))
        if name not in ("set_ip", "set_ip_netmask", "set_ip_gateways"):
            break
        if not target or target is not device:
            break
        steps.append((name, arguments[1], current, following[2]))
        current = following[2]
    return steps


# -- the fix ---------------------------------------------------------------------------------------


class AddressChain(NamedTuple):
    """`set_ip*` calls behind a `connect`. connect: its application; steps: (setter's name, its
    value, the bind it is the left of, the continuation's body) in order. v6: whether the addresses
    are IPv6's, whose `connect` takes lists. body: what follows the connect; where the setters come
    later in it, the connect moves to them."""

    connect: Node
    v6: bool
    steps: tuple[tuple[str, Node, Node, Node], ...]
    body: Node

    def edit(self, editor: Editor) -> str:
        """`set_ip*` calls become arguments of the `connect` before them."""
        values = {name: value for name, value, _bind, _body in self.steps}
        function = self.connect.child("function")
        if not function:
            return ""
        labels = _v6_labels(editor, values) if self.v6 else labels_v4(editor, values)
        moved = self.body is not self.steps[0][2]
        gap = " "
        if sum(map(len, labels)) > 60:
            gap = editor.source.newline + editor.source.indent(self.connect.start) + "  "
        arguments = self.connect.all("argument")
        text = "".join(gap + label for label in labels) + gap
        first, last = self.steps[0][2], self.steps[-1][3]
        if moved:
            given = " ".join(editor.text(each) for each in arguments)
            binds = editor.text(self.body.above.of("parameter")[0])
            line = editor.source.newline + editor.source.indent(first.start)
            call = f"{editor.text(function)}{text}{given} >>= fun {binds} ->{line}"
            editor.replace(first.start, last.start, call)
            editor.replace(self.connect.start, self.body.start, "")
        else:
            editor.replace(function.end, arguments[0].start, text)
            editor.replace(first.start, last.start, "")
        _unwrap_tail(editor, self)
        return "Give the addresses to `connect`"


def _unwrap_tail(editor: Editor, facts: AddressChain) -> None:
    """Parentheses around a continuation `(fun () -> ..)` lose their opening with it."""
    for _name, _value, _bind, body in facts.steps:
        function = body.above
        if function and wrapped(function) is not function:
            editor.replace(body.end, wrapped(function).end, "")


def _v6_labels(editor: Editor, values: dict[str, Node]) -> list[str]:
    """IPv6's `connect` takes lists, as there may be several of each."""
    found = []
    for name, label, several in (
        ("set_ip", "ip", False),
        ("set_ip_netmask", "netmask", False),
        ("set_ip_gateways", "gateways", True),
    ):
        value = values.get(name)
        if value is not None:
            text = atomic(editor, value) if several else f"[{editor.text(unwrapped(value))}]"
            found.append(f"~{label}:{text}")
    return found


def labels_v4(editor: Editor, values: dict[str, Node]) -> list[str]:
    """What IPv4's `connect` is given for the values of the setters."""
    found = []
    address, netmask = values.get("set_ip"), values.get("set_ip_netmask")
    one = release(editor.project.pack.release) >= _ONE_PREFIX
    if address is not None and netmask is not None:
        mask, host = atomic(editor, netmask), atomic(editor, address)
        network = f"~network:(Ipaddr.V4.Prefix.of_netmask {mask} {host})"
        prefix = f"Ipaddr.V4.Prefix.of_netmask_exn ~netmask:{mask} ~address:{host}"
        found += [f"~cidr:({prefix})"] if one else [f"~ip:{host}", network]
    elif address is not None:
        found.append(f"~ip:{atomic(editor, address)}")
    gateways = values.get("set_ip_gateways")
    if gateways is not None:
        text = gateway(editor, gateways)
        if one:
            found.append(f"?gateway:{text if text[0] in '(N' else f'({text})'}")
            return found
        found.append(f"~gateway:{text if text == 'None' or text[0] == '(' else f'({text})'}")
    return found
