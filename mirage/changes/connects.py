"""`connect`: it gives the device itself now, some want the clock, and IPv4 wants its addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import Rewrite, Way
from mirageport.diagnostics.finding import MANUAL
from mirageport.diagnostics.syntax import continuation, fails, has_operator, unwrapped
from mirageport.mirage.changes.clock_handed import (
    handed_on,
    in_scope,
    start_parameter,
    value_name,
)
from mirageport.mirage.changes.layers import OUTDATED, layers, seen_from
from mirageport.mirage.facts import (
    AddressChain,
    ConnectArms,
    ConnectClock,
    ConnectHandled,
    ConnectHelper,
)
from mirageport.ocaml.analysis import Use
from mirageport.ocaml.tree import wrapped
from mirageport.ocaml.types import CHANGED, Arrow, prune

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.rules import Rule
    from mirageport.ocaml.tree import Node
    from mirageport.ocaml.types import Component, Site

CONNECT_RESULT = "connect-result"
CONNECT_CLOCK = "connect-clock"
ADDRESS_SETTER = "address-setter"


# -- the result --------------------------------------------------------------------------------


def results(context: Context) -> Iterator[Finding]:
    """Tags matched on what `connect` gives, and the helpers that unwrap it."""
    if not context.ruled(CONNECT_RESULT):
        return
    for component in context.analysis.components:
        uses = _called(component)
        connects = [use for use in uses if any(context.rules_of(use.item.changes, CONNECT_RESULT))]
        if connects:
            yield from _component(context, component, connects, len(uses))


def _called(component: Component) -> list[Use]:
    """The calls whose results flow together in a component."""
    return [
        origin.use
        for origin in component.origins
        if origin.kind == CHANGED and not origin.path and isinstance(origin.use, Use)
    ]


def _component(
    context: Context, component: Component, connects: list[Use], uses: int
) -> Iterator[Finding]:
    found = next(context.rules_of(connects[0].item.changes, CONNECT_RESULT))
    pure = uses == len(component.origins) == len({id(use) for use in connects})
    helper = _helper(context, component.sites)
    facts: object | None = None
    if pure:
        facts = helper or _direct(context, component.sites) or _handled(context, component.sites)
    elif helper is not None:
        # What else it is used for stays with it.
        calls = _calls(context, helper)
        only = [call for call in calls if _connects(context, _unwrapping(helper, call))]
        facts = helper = helper._replace(only=tuple(only)) if only else None
    site = component.sites[0]
    where = helper.name if isinstance(facts, ConnectHelper) and helper else site.node
    name = context.text(connects[0].node)
    if facts is None:
        others = "" if pure else " The same code also handles other results; separate them."
        message = (
            f"`{name}` gives its device directly in {context.target} and raises where it gave `` "
            f"`Error ``: match nothing here, and use `Lwt.catch` where the failure was "
            f"handled.{others}"
        )
        yield context.finding(
            found, where, item=connects[0].item.path, applicability=MANUAL, message=message
        )
        return
    yield context.finding(found, where, facts, item=connects[0].item.path, use=name)
    if helper is not None:
        for use in connects:
            yield context.finding(
                found, use.node, facts, item=use.item.path, use=context.text(use.node)
            )


def _calls(context: Context, helper: ConnectHelper) -> list[Node]:
    """The calls of a helper."""
    references = context.analysis.references(helper.name)
    return [call for reference in references if (call := reference.parent) is not None]


def _unwrapping(helper: ConnectHelper, call: Node) -> Node | None:
    """The function whose result a call of the helper unwraps."""
    given = unwrapped(call.all("argument")[helper.function])
    return given.get("function") if given.kind == "application_expression" else given


def _connects(context: Context, function: Node | None) -> bool:
    """Whether a function is a device's `connect`: by its rule, or by its module's functor, of which
    nothing is known before it has the arguments it takes now."""
    if function is None or context.text(function).rpartition(".")[2] != "connect":
        return False
    use = context.use_at(function)
    if use is not None:
        return any(context.rules_of(use.item.changes, CONNECT_RESULT))
    prefix = context.text(function).rpartition(".")[0]
    return function not in context.analysis.refs and any(
        prefix in (path, path.rpartition(".")[0])
        for each in layers(context)
        if each.use.item.path in OUTDATED
        for path in (seen_from(context, each, each.name, function),)
    )


def _cases(sites: tuple[Site, ...]) -> list[Node]:
    """The arms that the tags head; empty unless every tag heads an arm of one match."""
    cases = []
    for site in sites:
        pattern = site.node.parent
        if site.role != "pattern" or pattern is None or pattern.kind != "tag_pattern":
            return []
        case = pattern.parent
        if case is None or case.kind != "match_case" or case.first("guard") is not None:
            return []
        cases.append(case)
    if len({id(case.parent) for case in cases}) != 1:
        return []
    parent = cases[0].parent
    return cases if parent is not None and len(parent.of("match_case")) == len(cases) else []


def _arms(context: Context, sites: tuple[Site, ...]) -> tuple[Node, Node] | None:
    """(payload pattern, body) of the `` `Ok `` arm when all others only fail."""
    found = None
    for case, site in zip(_cases(sites), sites, strict=False):
        body, pattern = case.get("body"), site.node.parent
        payload = pattern.get("pattern") if pattern is not None else None
        if body is None:
            return None
        if site.tag == "`Ok" and found is None and payload is not None:
            found = payload, body
        elif site.tag == "`Ok" or not fails(context, body):
            return None
    return found


def _direct(context: Context, sites: tuple[Site, ...]) -> ConnectArms | None:
    """`M.connect x >>= function ..` with nothing in between, or `match x with ..`."""
    arms = _arms(context, sites)
    cases = _cases(sites)
    if arms is None or not cases:
        return None
    function = cases[0].parent
    if function is not None and function.kind == "match_expression":
        return ConnectArms(function, *arms)
    if function is None or function.kind != "function_expression":
        return None
    parent = wrapped(function).parent
    if parent is None or parent.kind != "infix_expression":
        return None
    return ConnectArms(function, *arms)


def _handled(context: Context, sites: tuple[Site, ...]) -> ConnectHandled | None:
    """`M.connect x >>= function ..` of two arms, of which the one for the error does not look at
    it."""
    cases = _cases(sites)
    function = cases[0].parent if len(cases) == 2 else None
    outer = wrapped(function) if function is not None else None
    bind = outer.parent if outer is not None else None
    if function is None or outer is None or bind is None or outer.field != "right":
        return None
    call, operator = bind.get("left"), bind.get("operator")
    if call is None or operator is None or call.kind != "application_expression":
        return None
    if context.text(operator) != ">>=" or not has_operator(context, bind, ">>="):
        return None
    arms = {site.tag: case for case, site in zip(cases, sites, strict=True)}
    good, bad = arms.get("`Ok"), arms.get("`Error")
    payload = _payload(good) if good is not None else None
    body = good.get("body") if good is not None else None
    otherwise = bad.get("body") if bad is not None else None
    if bad is None or payload is None or body is None or otherwise is None:
        return None
    if not _ignored(context, _payload(bad)):
        return None
    arrow = body.parent.first("->") if body.parent is not None else None
    if arrow is None:
        return None
    return ConnectHandled(call, outer, payload, arrow, body, otherwise)


def _payload(case: Node) -> Node | None:
    pattern = case.get("pattern")
    return pattern.get("pattern") if pattern is not None else None


def _ignored(context: Context, payload: Node | None) -> bool:
    """Whether nobody asks what a pattern binds."""
    if payload is None or payload.kind == "any_pattern":
        return True
    return payload.kind == "value_pattern" and not context.analysis.references(payload)


def _helper(context: Context, sites: tuple[Site, ...]) -> ConnectHelper | None:
    """`let helper .. fn x = fn x >>= function `Ok t -> return t | `Error _ -> fail ..`."""
    arms = _arms(context, sites)
    if arms is None or not _gives_back(context, *arms):
        return None
    match = _cases(sites)[0].parent
    binding = match.up("let_binding") if match is not None else None
    parameters = binding.of("parameter") if binding is not None else []
    if match is None or binding is None or not parameters:
        return None
    left = _applied_left(match)
    body = binding.get("body")
    if left is None or body is None or unwrapped(body) is not wrapped(match).parent:
        return None
    positions = [_position(context, node, parameters) for node in _call_parts(left)]
    definition, name = binding.parent, binding.get("pattern")
    if None in positions or definition is None or name is None or name.kind != "value_name":
        return None
    if len(definition.of("let_binding")) != 1:
        return None
    known = tuple(position for position in positions if position is not None)
    if not _all_full_calls(context, name, len(parameters)):
        return None
    return ConnectHelper(definition, name, known[0], known[1:], len(parameters))


def _gives_back(context: Context, payload: Node, body: Node) -> bool:
    """Whether the arm returns just what it bound."""
    inner = unwrapped(body)
    if inner.kind != "application_expression":
        return False
    function, arguments = inner.get("function"), inner.all("argument")
    if function is None or len(arguments) != 1:
        return False
    binding = context.analysis.refs.get(unwrapped(arguments[0]))
    returns = context.text(function) in ("Lwt.return", "return")
    return returns and binding is not None and binding.node is payload


def _applied_left(match: Node) -> Node | None:
    parent = wrapped(match).parent
    left = parent.get("left") if parent is not None and parent.kind == "infix_expression" else None
    return unwrapped(left) if left is not None else None


def _call_parts(node: Node) -> list[Node]:
    function = node.get("function")
    return [function, *node.all("argument")] if function is not None else []


def _position(context: Context, node: Node, parameters: list[Node]) -> int | None:
    binding = context.analysis.refs.get(unwrapped(node))
    if binding is None:
        return None
    for index, parameter in enumerate(parameters):
        if parameter.start <= binding.node.start < parameter.end:
            return index
    return None


def _all_full_calls(context: Context, name: Node, count: int) -> bool:
    references = context.analysis.references(name)
    for reference in references:
        call = reference.parent
        if call is None or reference.field != "function" or len(call.all("argument")) < count:
            return False
    return bool(references)


# -- the clock ---------------------------------------------------------------------------------


def clocks(context: Context) -> Iterator[Finding]:
    """Calls of a `connect` that has one parameter more now, the clock."""
    for use, found in context.ruled(CONNECT_CLOCK):
        call = use.call
        if call is None and _positioned(found):
            yield _clock_by_hand(context, use, found)
        elif call is not None and _lacks_clock(use, call):
            yield _clock(context, use, call, found)


def _lacks_clock(use: Use, call: Node) -> bool:
    """Whether the call has just the arguments that Mirage 2 wanted."""
    given = [node for node in call.all("argument") if node.kind != "labeled_argument"]
    expected = 0
    type_ = prune(use.type) if use.type is not None else None
    while isinstance(type_, Arrow):
        expected += not type_.label
        type_ = prune(type_.result)
    return len(given) == expected


def _clock(context: Context, use: Use, call: Node, found: Rule) -> Finding:
    name = context.text(use.node)
    clock = _clock_module(context, use, found)
    parameter = start_parameter(context, clock, call) if clock else None
    if parameter is None:
        return _clock_through(context, use, call, found, clock)
    value = value_name(context, parameter)
    facts = ConnectClock(parameter, value, _clock_argument(call, found))
    related = (context.related(parameter, "the clock arrives here"),)
    return context.finding(
        found, use.node, facts, item=use.item.path, use=name, clock=clock, related=related
    )


def _clock_through(context: Context, use: Use, call: Node, found: Rule, clock: str) -> Finding:
    """The clock in a function that `start` calls: its parameter already, or one more."""
    at = _clock_argument(call, found)
    name = (in_scope(context, clock, call) or _beside(context, clock, call)) if clock else ""
    handed = (name, ()) if name else handed_on(context, clock, call) if clock else None
    if handed is None:
        return _clock_by_hand(context, use, found)
    value, edits = handed
    title = f"Pass the clock on as `{value}`"
    way = Way(title, found.applicability, (*edits, (context.name, at, at, f" {value}")))
    return context.finding(
        found,
        use.node,
        Rewrite((way,)),
        item=use.item.path,
        use=context.text(use.node),
        clock=clock,
    )


def reaches(context: Context, clock: str, call: Node) -> bool:
    """Whether a clock of the functor's can be handed on to a call."""
    if start_parameter(context, clock, call) is not None:
        return True
    named = in_scope(context, clock, call) or _beside(context, clock, call)
    return bool(named) or handed_on(context, clock, call) is not None


def _beside(context: Context, clock: str, call: Node) -> str:
    """The parameter around a call that another one is given as this clock; "" without one."""
    for use, found in context.ruled(CONNECT_CLOCK):
        if use.call is None or _lacks_clock(use, use.call):
            continue
        given = [node for node in use.call.all("argument") if node.kind != "labeled_argument"]
        place = int(found.options["position"]) if _positioned(found) else -1
        bound = context.analysis.refs.get(given[place])
        function = bound.node.up("let_binding", "fun_expression") if bound is not None else None
        inside = function is not None and function.start <= call.start < function.end
        if bound is not None and inside and bound.node.up("parameter") is not None:
            if _clock_module(context, use, found) == clock:
                return context.text(bound.node)
    return ""


def _clock_by_hand(context: Context, use: Use, found: Rule) -> Finding:
    clock = _clock_module(context, use, found)
    message = (
        f"`{context.text(use.node)}` wants the clock as its {_place(found)} argument in "
        f"{context.target}"
        + (f", a value of type `{clock}.t`" if clock else "")
        + ": pass it on from `start`."
    )
    return context.finding(
        found, use.node, item=use.item.path, applicability=MANUAL, message=message
    )


def _place(found: Rule) -> str:
    return ("first", "second")[int(found.options["position"])] if _positioned(found) else "last"


def _positioned(found: Rule) -> bool:
    return "position" in found.options


def _clock_argument(call: Node, found: Rule) -> int:
    """Where the clock goes: behind the argument before it, or behind all."""
    if not _positioned(found):
        return call.end
    given = [node for node in call.all("argument") if node.kind != "labeled_argument"]
    position = int(found.options["position"])
    return given[position - 1].end


def _clock_module(context: Context, use: Use, found: Rule) -> str:
    """The clock in the application that made the module, such as `Arpv4.Make(E)(Clock)(Time)`."""
    positions = dict(pair.split("=") for pair in found.options["clock-argument"].split())
    owner = use.item.owner
    if owner not in positions:
        return ""
    index = int(positions[owner])
    applications = [
        applied
        for applied in context.analysis.functor_uses
        if applied.item.path == owner and index < len(applied.arguments)
    ]
    for applied in applications:
        binding = applied.node.parent
        name = binding.first("module_name") if binding is not None else None
        bound = context.text(name) if name is not None else ""
        if bound == use.qualifier.rpartition(".")[2] or (
            not use.qualifier and len(applications) == 1
        ):
            return context.text(applied.arguments[index])
    return ""


# -- the addresses -----------------------------------------------------------------------------


def addresses(context: Context) -> Iterator[Finding]:
    """`set_ip_netmask` and `set_ip_gateways`, which moved into `connect`'s arguments."""
    for use, found in context.ruled(ADDRESS_SETTER):
        chain = _chain(context, use)
        if chain is None:
            yield _by_hand(context, use, found)
        else:
            name = context.text(use.node)
            yield context.finding(
                found, use.node, chain, item=use.item.path, use=name, device=use.qualifier
            )


def _by_hand(context: Context, use: Use, found: Rule) -> Finding:
    connect = f"{use.qualifier}.connect" if use.qualifier else "connect"
    where = f"`{connect} ~ip ~network ~gateway:(Some ..)` where the device is made."
    prefix = use.node.first("module_path")
    module = context.analysis.module_refs.get(prefix) if prefix is not None else use.module
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
        message += f" The fix for it is offered once `{connect}` gives its device."
    return context.finding(
        found, use.node, item=use.item.path, applicability=MANUAL, message=message
    )


def _gives_result(context: Context, module: str) -> bool:
    """Whether what a module's `connect` gives is still taken for a result."""
    return any(
        use.qualifier == module and any(context.rules_of(use.item.changes, CONNECT_RESULT))
        for component in context.analysis.components
        for use in _called(component)
    )


def _chain(context: Context, use: Use) -> AddressChain | None:
    """The chain `connect .. >>= fun i -> set_ip i x >>= fun () -> ..` that a setter is part of."""
    call = use.call
    arguments = use.arguments
    if call is None or len(arguments) != 2:
        return None
    device = context.analysis.refs.get(unwrapped(arguments[0]))
    function = device.node.up("fun_expression") if device is not None else None
    if device is None or function is None:
        return None
    connect = _connected(context, function, use.qualifier)
    body = function.get("body")
    if connect is None or body is None:
        return None
    steps = _steps(context, body, device.node, use.qualifier)
    names = [step[0] for step in steps]
    complete = _setter(use.item.name) in names and len(names) == len(set(names))
    if "set_ip_netmask" in names and "set_ip" not in names:
        return None
    v6 = use.item.owner == "IPV6" or _is_v6(context, connect)
    return AddressChain(connect, v6, tuple(steps)) if complete else None


def _setter(name: str) -> str:
    """A setter by its later name: before tcpip 2.2 they were `set_ipv4` and so on."""
    return name.replace("set_ipv4", "set_ip")


def _is_v6(context: Context, connect: Node) -> bool:
    function = connect.get("function")
    return any(
        use.node is function and use.item.owner == "Ipv6.Make" for use in context.analysis.uses
    )


def _connected(context: Context, function: Node, qualifier: str) -> Node | None:
    """`I.connect ..` on the left of the bind whose right side is this function."""
    parent = wrapped(function).parent
    left = parent.get("left") if parent is not None and parent.kind == "infix_expression" else None
    if left is None or left.kind != "application_expression":
        return None
    head = left.get("function")
    named = head is not None and context.text(head) == f"{qualifier}.connect"
    return left if named else None


def _steps(
    context: Context, body: Node, device: Node, qualifier: str
) -> list[tuple[str, Node, Node, Node]]:
    """The setters that follow one another directly behind the connect."""
    steps = []
    current = body
    while current.kind == "infix_expression":
        left = current.get("left")
        call = unwrapped(left) if left is not None else None
        if call is None or call.kind != "application_expression":
            break
        head, arguments = call.get("function"), call.all("argument")
        following = continuation(context, call)
        if head is None or following is None or len(arguments) != 2:
            break
        name = _setter(context.text(head).removeprefix(f"{qualifier}."))
        target = context.analysis.refs.get(unwrapped(arguments[0]))
        if name not in ("set_ip", "set_ip_netmask", "set_ip_gateways"):
            break
        if target is None or target.node is not device:
            break
        steps.append((name, arguments[1], current, following[2]))
        current = following[2]
    return steps
