"""`connect`: it gives the device itself now, some want the clock, and IPv4 wants its addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.syntax import fails, has_operator
from mirageport.mirage.changes.clock_handed import handed_on, in_scope, start_parameter, value_name
from mirageport.mirage.changes.layers import OUTDATED, layers, seen_from
from mirageport.ocaml.analysis import Use
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import NO_NODE, Arguments, unwrapped, wrapped
from mirageport.ocaml.types import CHANGED, Arrow, prune

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Component, Context, Editor, Finding, Node, Rule, Site


CONNECT_RESULT = "connect-result"
CONNECT_CLOCK = "connect-clock"


# -- the result --------------------------------------------------------------------------------


def results(context: Context) -> Iterator[Finding]:
    """Tags matched on what `connect` gives, and the helpers that unwrap it."""
    if not context.ruled(CONNECT_RESULT):
        return
    for component in context.analysis.components:
        uses = called(component)
        connects = [use for use in uses if any(context.rules_of(use.item.changes, CONNECT_RESULT))]
        if connects:
            yield from _component(context, component, connects, len(uses))


def called(component: Component) -> list[Use]:
    """The calls whose results flow together in a component."""
    return [
        origin.use
        for origin in component.origins
        if origin.kind == CHANGED and not origin.path and isinstance(origin.use, Use)
    ]


def _component(
    context: Context, component: Component, connects: list[Use], uses: int
) -> Iterator[Finding]:
    found = context.rules_of(connects[0].item.changes, CONNECT_RESULT)[0]
    pure = uses == len(component.origins) == len({id(use) for use in connects})
    helper = _helper(context, component.sites)
    facts: object | None = None
    if pure:
        facts = helper or _direct(context, component.sites) or _handled(context, component.sites)
    elif helper is not None:
        # What else it is used for stays with it.
        calls = [reference.above for reference in context.references(helper.name)]
        only = [call for call in calls if _connects(context, _unwrapping(helper, call))]
        facts = helper = helper._replace(only=tuple(only)) if only else None
    where = helper.name if isinstance(facts, ConnectHelper) and helper else component.sites[0].node
    name = context.text(connects[0].node)
    if facts is None:
        others = "" if pure else " The same code also handles other results: separate them."
        message = (
            f"`{name}` returns its device in {context.target}, not a result, and raises an "
            f"exception where it returned `` `Error ``: remove the match, and handle the failure "
            f"with `Lwt.catch`.{others}"
        )
        yield context.finding(found, where, item=connects[0].item.path, message=message)
        return
    item = connects[0].item
    yield context.finding(found, where, facts, item=item.path, known_by=(item.owner,), use=name)
    if helper is not None:
        for use in connects:
            yield context.used(found, use, facts)


def _unwrapping(helper: ConnectHelper, call: Node) -> Node:
    """The function whose result a call of the helper unwraps."""
    given = unwrapped(call.all("argument")[helper.function])
    return given.child("function") if given.kind == "application_expression" else given


def _connects(context: Context, function: Node) -> bool:
    """Whether a function is a device's `connect`: by its rule, or by its module's functor, of which
    nothing is known before it has the arguments it takes now."""
    if context.last_name(function) != "connect":
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
    cases = [site.node.above.above for site in sites]
    plain = all(
        site.role == "pattern"
        and site.node.above.kind == "tag_pattern"
        and case.kind == "match_case"
        and not case.part("guard")
        for site, case in zip(sites, cases, strict=True)
    )
    match = cases[0].above
    return cases if plain and set(cases) == set(match.of("match_case")) else []


def _arms(context: Context, sites: tuple[Site, ...]) -> tuple[Node, Node] | None:
    """(payload pattern, body) of the `` `Ok `` arm when all others only fail."""
    found = None
    for case, site in zip(_cases(sites), sites, strict=False):
        body, payload = case.child("body"), site.node.above.child("pattern")
        if site.tag == "`Ok" and found is None and payload:
            found = payload, body
        elif site.tag == "`Ok" or not fails(context, body):
            return None
    return found


def _direct(context: Context, sites: tuple[Site, ...]) -> ConnectArms | None:
    """`M.connect x >>= function ..` with nothing in between, or `match x with ..`."""
    arms = _arms(context, sites)
    if arms is None:
        return None
    function = _cases(sites)[0].above
    bound = wrapped(function).above.kind == "infix_expression"
    return ConnectArms(function, *arms) if function.kind == "match_expression" or bound else None


def _handled(context: Context, sites: tuple[Site, ...]) -> ConnectHandled | None:
    """`M.connect x >>= function ..` of two arms, of which the one for the error does not look at
    it."""
    cases = _cases(sites)
    arms = {site.tag: case for case, site in zip(cases, sites, strict=False)}
    good, bad = arms.get("`Ok", NO_NODE), arms.get("`Error", NO_NODE)
    outer = wrapped(good.above)
    bind, payload = outer.above, good.child("pattern").child("pattern")
    call = bind.child("left")
    if len(cases) != 2 or outer.field != "right" or call.kind != "application_expression":
        return None
    if context.text(bind.child("operator")) != ">>=" or not has_operator(context, bind, ">>="):
        return None
    if not payload or not bad or not _ignored(context, bad.child("pattern").child("pattern")):
        return None
    arrow, body, otherwise = good.part("->"), good.child("body"), bad.child("body")
    return ConnectHandled(call, outer, payload, arrow, body, otherwise)


def _ignored(context: Context, payload: Node) -> bool:
    """Whether nobody asks what a pattern binds."""
    if not payload or payload.kind == "any_pattern":
        return True
    return payload.kind == "value_pattern" and not context.references(payload)


def _helper(context: Context, sites: tuple[Site, ...]) -> ConnectHelper | None:
    """`let helper .. fn x = fn x >>= function `Ok t -> return t | `Error _ -> fail ..`."""
    arms = _arms(context, sites)
    if arms is None or not _gives_back(context, *arms):
        return None
    match = _cases(sites)[0].above
    binding = match.around("let_binding")
    definition, name, parameters = binding.above, binding.child("pattern"), binding.of("parameter")
    bind = wrapped(match).above
    left = unwrapped(bind.child("left")) if bind.kind == "infix_expression" else NO_NODE
    parts = [left.child("function"), *left.all("argument")]
    positions = [_position(context, node, parameters) for node in parts]
    if None in positions or unwrapped(binding.child("body")) is not bind:
        return None
    if name.kind != "value_name" or len(definition.of("let_binding")) != 1:
        return None
    known = tuple(position for position in positions if position is not None)
    if not _all_full_calls(context, name, len(parameters)):
        return None
    return ConnectHelper(definition, name, known[0], known[1:], len(parameters))


def _gives_back(context: Context, payload: Node, body: Node) -> bool:
    """Whether the arm returns just what it bound."""
    inner = unwrapped(body)
    returns = context.text(inner.child("function")) in ("Lwt.return", "return")
    arguments = inner.all("argument")
    return returns and len(arguments) == 1 and context.bound(unwrapped(arguments[0])) is payload


def _position(context: Context, node: Node, parameters: list[Node]) -> int | None:
    parameter = context.bound(unwrapped(node)).around("parameter")
    return parameters.index(parameter) if parameter in parameters else None


def _all_full_calls(context: Context, name: Node, count: int) -> bool:
    references = context.references(name)
    return bool(references) and all(
        reference.field == "function" and len(reference.above.all("argument")) >= count
        for reference in references
    )


# -- the clock ---------------------------------------------------------------------------------


def clocks(context: Context) -> Iterator[Finding]:
    """Calls of a `connect` that has one parameter more now, the clock."""
    for use, found in context.ruled(CONNECT_CLOCK):
        call = use.call
        if not call and _positioned(found):
            yield _clock_by_hand(context, use, found)
        elif call and _lacks_clock(use, call):
            yield _clock(context, use, call, found)


def _lacks_clock(use: Use, call: Node) -> bool:
    """Whether the call has just the arguments that Mirage 2 wanted."""
    given = Arguments(call.all("argument")).plain
    expected = 0
    type_ = prune(use.type) if use.type is not None else None
    while isinstance(type_, Arrow):
        expected += not type_.label
        type_ = prune(type_.result)
    return len(given) == expected


def _clock(context: Context, use: Use, call: Node, found: Rule) -> Finding:
    clock = _clock_module(context, use, found)
    parameter = start_parameter(context, clock, call) if clock else None
    if not parameter:
        return _clock_through(context, use, call, found, clock)
    value = value_name(context, parameter)
    facts = ConnectClock(parameter, value, _clock_argument(call, found))
    related = (context.related(parameter, "the clock is here"),)
    return context.used(found, use, facts, clock=clock, related=related)


def _clock_through(context: Context, use: Use, call: Node, found: Rule, clock: str) -> Finding:
    """The clock in a function that `start` calls: its parameter already, or one more."""
    at = _clock_argument(call, found)
    name = (in_scope(context, clock, call) or _beside(context, clock, call)) if clock else ""
    handed = (name, ()) if name else handed_on(context, clock, call) if clock else None
    if handed is None:
        return _clock_by_hand(context, use, found)
    value, edits = handed
    title = f"Pass the clock on as `{value}`"
    return context.used(
        found, use, rewriting(title, [*edits, context.insert(at, f" {value}")]), clock=clock
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
        if not use.call or _lacks_clock(use, use.call):
            continue
        given = Arguments(use.call.all("argument")).plain
        place = int(found.options["position"]) if _positioned(found) else -1
        bound = context.bound(given[place])
        function = bound.around("let_binding", "fun_expression")
        inside = bool(function) and function.start <= call.start < function.end
        if bound and inside and bound.up("parameter"):
            if _clock_module(context, use, found) == clock:
                return context.text(bound)
    return ""


def _clock_by_hand(context: Context, use: Use, found: Rule) -> Finding:
    clock = _clock_module(context, use, found)
    message = (
        f"`{context.text(use.node)}` takes the clock as its {_place(found)} argument in "
        f"{context.target}"
        + (f", a value of type `{clock}.t`" if clock else "")
        + ": pass it on from `start`."
    )
    return context.used(found, use, message=message)


def _place(found: Rule) -> str:
    return ("first", "second")[int(found.options["position"])] if _positioned(found) else "last"


def _positioned(found: Rule) -> bool:
    return "position" in found.options


def _clock_argument(call: Node, found: Rule) -> int:
    """Where the clock goes: behind the argument before it, or behind all."""
    if not _positioned(found):
        return call.end
    given = Arguments(call.all("argument")).plain
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
        bound = context.text(applied.node.above.part("module_name"))
        if bound == use.qualifier.rpartition(".")[2] or (
            not use.qualifier and len(applications) == 1
        ):
            return context.text(applied.arguments[index])
    return ""


# -- the fix ---------------------------------------------------------------------------------------


class ConnectArms(NamedTuple):
    """`connect .. >>= function ..` whose `Error arms only fail, or a match on what it gave.
    function: the `function` or the match; payload, body: the pattern in its `` `Ok `` case and what
    that gives."""

    function: Node
    payload: Node
    body: Node

    def edit(self, editor: Editor) -> str:
        """`>>= function `Error _ -> fail | `Ok d -> k` becomes `>>= fun d -> k`.

        A match on `x` with these arms becomes `let d = x in k`, or `x` alone where `k` is `d`.
        """
        matched = self.function.child("expression")
        if not matched:
            editor.replace(self.function.start, self.payload.start, "fun ")
        elif editor.text(self.body) == editor.text(self.payload):
            editor.replace(self.function.start, self.body.start, "")
            editor.replace(self.body.start, self.body.end, editor.text(matched))
        else:
            editor.replace(self.function.start, self.payload.start, "let ")
            between = f" = {editor.text(matched)} in "
            editor.replace(self.payload.end, self.body.start, between)
        if self.body.end < self.function.end:
            editor.replace(self.body.end, self.function.end, "")
        return "Use the result of `connect` directly"


class ConnectHandled(NamedTuple):
    """`connect .. >>= function ..` whose `` `Error `` arm goes on without the device. call: the
    `connect`; function: the `function`, with its parentheses; payload, arrow, body: of the arm
    `` `Ok ``; otherwise: what the other arm gives."""

    call: Node
    function: Node
    payload: Node
    arrow: Node
    body: Node
    otherwise: Node

    def edit(self, editor: Editor) -> str:
        """`connect .. >>= function `Error _ -> e | `Ok d -> k` becomes
        `Lwt.try_bind (fun () -> connect ..) (fun d -> k) (fun _ -> e)`."""
        call, body, otherwise = self.call, self.body, self.otherwise
        single = editor.source.line_of(call.start) == editor.source.line_of(self.function.end)
        gap = " " if single else editor.source.newline + editor.source.indent(call.start) + "  "
        editor.insert(call.start, "Lwt.try_bind (fun () -> ")
        editor.replace(call.end, self.arrow.end, f"){gap}(fun {editor.text(self.payload)} ->")
        last = f"){gap}(fun _ -> {editor.text(otherwise)})"
        editor.replace(body.end, self.function.end, last)
        return "Catch the exception of `connect`"


class ConnectHelper(NamedTuple):
    """A helper that only unwraps what `connect` gave. definition: its whole `let`; name: its name
    where it is bound; function: the position of the parameter it calls; arguments: the positions
    of the parameters it passes on; parameters: how many it has. only: the calls that unwrap what
    `connect` gave, where it unwraps other results, too, and stays for them; empty: all."""

    definition: Node
    name: Node
    function: int
    arguments: tuple[int, ...]
    parameters: int
    only: tuple[Node, ...] = ()

    def edit(self, editor: Editor) -> str:
        """Every call of the helper becomes a call of `connect`, and the helper is removed, unless
        it is used for something else."""
        name = editor.text(self.name)
        for reference in editor.project.analysis(editor.file).references(self.name):
            call = reference.above
            if not call:
                return ""
            if not self.only or call in self.only:
                _unhelped(editor, call, self)
        if self.only:
            return f"Call `connect` without `{name}`"
        definition = self.definition
        outer = definition.above
        if outer.kind == "let_expression":
            body = outer.child("body")
            if not body:
                return ""
            editor.replace(definition.start, body.start, "")
        else:
            editor.delete_item(definition)
        return f"Call `connect` directly and remove `{name}`"


def _unhelped(editor: Editor, call: Node, facts: ConnectHelper) -> None:
    """`helper c "name" (I.connect e) a` becomes `I.connect e a`: what is not passed on goes."""
    given = call.all("argument")
    function = unwrapped(given[facts.function])
    parts = [editor.text(function)]
    parts.extend(editor.text(given[position]) for position in facts.arguments)
    parts.extend(editor.text(node) for node in given[facts.parameters :])
    editor.replace_node(call, " ".join(parts))


class ConnectClock(NamedTuple):
    """A call that wants the clock. parameter: the pattern of the clock's parameter of `start`;
    name: what it is to be called; at: where the argument goes."""

    parameter: Node
    name: str
    at: int

    def edit(self, editor: Editor) -> str:
        """Give a call the clock that `start` got, and name it there if it had no name."""
        parameter = self.parameter
        if editor.text(parameter) != self.name:
            editor.replace_node(parameter, self.name)
            for reference in editor.project.analysis(editor.file).references(parameter):
                editor.replace_node(reference, self.name)
        editor.insert(self.at, f" {self.name}")
        return f"Pass the clock on as `{self.name}`"
