"""What config.ml asked of its target: `get_mode ()`, `Key.is_xen`, `Key.dhcp ()`.

Mirage 3 runs config.ml before it knows the target, so a choice between devices is described with
`if_impl Key.is_unix on_unix elsewhere`, and both sides are there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.code_actions.tokens import tokens
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import REVIEW
from mirageport.diagnostics.unread import definitions
from mirageport.mirage.changes.config import is_ported_stack
from mirageport.mirage.changes.config_choices import idioms
from mirageport.mirage.changes.config_packages import package_group
from mirageport.mirage.evaluate import Unknown, evaluate
from mirageport.mirage.per_target import MACOSX, TARGETS, UNIX, Writing, spread
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import NO_NODE, unwrapped, wrapped
from mirageport.ocaml.types import Arrow, Con, prune

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Edit, Finding, Node, Rule, Use
    from mirageport.mirage.per_target import Spread


MODE = "configuration-mode"
NEGATED = "key-negated"

_LISTS = ("list_expression", "empty_list")
_UNIX = frozenset(["`Unix", "`MacOSX"])
_XEN = frozenset(["`Xen"])
# Stacks of a fixed address. Mirage 3.0 fails with two of one group over the same network, wherever
# they are chosen from (functoria 2.0.2, lib/functoria_graph.ml).
_FIXED = ("direct_stackv4_with_static_ipv4", "static_ipv4_stack")
# Expressions that can stand as an argument without parentheses.
_ATOMS = frozenset(["value_path", "parenthesized_expression", "string", "number", "unit"])


def modes(context: Context) -> Iterator[Finding]:
    """`get_mode ()`: a choice of devices or of jobs is rewritten, anything else left to do."""
    covered = [finding.facts.expression for finding in idioms(context)]
    group = package_group(context) if context.ruled(MODE) else None
    for use, found in context.ruled(MODE):
        if any(node.start <= use.node.start < node.end for node in covered):
            continue
        if group is not None and group.covers(use.node):
            yield context.finding(found, use.node, group.facts, item=use.item.path)
            continue
        edits: tuple[Edit, ...] = ()
        message = ""
        if use.call is not None:
            goes = spread(context.analysis, use.call, lambda node: _is_whole(context, node))
            edits = tuple(_choice(context, use)) or _chosen_later(context, goes)
            message = "" if edits else _left(context, goes)
        facts = rewriting("Choose with `if_impl Key.is_unix`", edits, level=REVIEW)
        yield context.finding(found, use.node, facts, item=use.item.path, message=message)


def _left(context: Context, goes: Spread) -> str:
    """What to do with what is chosen and is no device; "" where that is not known."""
    bound = [name.parent.get("body") for name in goes.names if name.parent is not None]
    kinds = {context.analysis.type_name(node) for node in bound if node is not None}
    if "list" in kinds:
        return (
            f"The target is not known while config.ml runs in {context.target}, and names of "
            "packages cannot depend on it. Leave out what is a target's own, such as "
            "`mirage-net-unix`, which comes by itself, and give each target a job with its "
            "packages: `if_impl Key.is_unix (foreign ~packages:[..] ..) (foreign ..)`."
        )
    if any(_port_of(context, place) for place in goes.wholes):
        return (
            f"The target is not known while config.ml runs in {context.target}, and the port of a "
            'server cannot depend on it: make it a key, `Key.(create "port" Arg.(opt int 80 (info '
            '["port"])))`, which `foreign ~keys` takes and the unikernel reads by `Key_gen.port '
            "()`."
        )
    return ""


def _choice(context: Context, use: Use) -> Iterator[Edit]:
    """The edits of `match get_mode () with ..` whose arms are a job and none, where one place
    names the list, and of a match on the mode and on something else."""
    match = use.call.parent if use.call is not None else None
    if match is not None and match.kind == "tuple_expression":
        yield from _beside_others(context, match, use)
        return
    if match is None or match.kind != "match_expression" or match.get("expression") is not use.call:
        return
    sides = sides_of(context, match)
    jobs = [_only_job(context, side) for side in sides or ()]
    listed = _listing(context, match) if jobs and None not in jobs else None
    if listed is not None:
        yield _if_unix(context, match, str(jobs[0]), str(jobs[1]))
        yield listed


# -- devices, wherever the answer goes -----------------------------------------------------------


def _chosen_later(context: Context, goes: Spread) -> tuple[Edit, ...]:
    """Each device that the answer goes into, chosen when the target is known; names that nothing
    reads any more are removed. Empty where it goes into anything else."""
    if goes.rest or any(_port_of(context, whole) for whole in goes.wholes):
        return ()
    if any(_waits(context, name) for name in goes.names):
        return ()
    if not goes.wholes and not all(_is_value(context, name) for name in goes.names):
        return ()
    edits = []
    try:
        for whole in goes.wholes:
            edits.append((context.name, whole.start, whole.end, _for_targets(context, goes, whole)))
    except Unknown:
        return ()
    return tuple(sorted([*edits, *definitions(context, goes.names, goes.wholes)]))


def _waits(context: Context, name: Node) -> bool:
    """Whether a name is bound to a function, such as a stack without its network."""
    type_ = context.analysis.types.get(name.parent.get("body") or name) if name.parent else None
    return type_ is not None and isinstance(prune(type_), Arrow)


def _is_value(context: Context, name: Node) -> bool:
    """Whether a name is bound to a string or to a list of strings."""
    try:
        found = evaluate(context.analysis, name.above.child("body"), None, UNIX)
    except Unknown:
        return False
    return all(isinstance(each, str) for each in (found if isinstance(found, list) else [found]))


def _for_targets(context: Context, goes: Spread, whole: Node) -> str:
    """What chooses a device, or the members of a list of them. Raises `Unknown`."""
    indent = context.source.newline + context.source.indent(whole.start) + "  "
    writings = [Writing(context.analysis, goes.places, target) for target in TARGETS]
    if context.analysis.type_name(whole) != "list":
        return _if_target(tuple(_device(each, whole) for each in writings), _below(context, whole))
    lists = [_jobs(each, whole) for each in writings]
    filled = [[*each, *[_NO_JOB] * (max(map(len, lists)) - len(each))] for each in lists]
    members = [_if_target(texts, f"{indent}  ") for texts in zip(*filled, strict=True)]
    return "".join(["[", *[f"{indent}{member};" for member in members], f"{indent[:-2]}]"])


def _port_of(context: Context, whole: Node) -> bool:
    """Whether a device is a web server with a port, which is the unikernel's now."""
    function = whole.get("function")
    named = function is not None and context.text(function).endswith("http_server")
    return named and len(whole.all("argument")) > 1


class _Text(NamedTuple):
    """A device for one target, as a member of a list, and as an argument whose further lines are
    indented as behind the first column."""

    alone: str
    argument: str


# What goes on up to the end of what is around it.
_OPEN = ("match", "if", "let", "try", "fun", "function")
_NO_JOB = _Text("noop", "noop")


def _device(writing: Writing, whole: Node) -> _Text:
    """A device for a target. One that a match on the target does not name is Unix's."""
    try:
        alone, argument = writing.text(whole), writing.argument(whole)
        base = len(writing.analysis.tree.source.indent(writing.chosen(whole).start))
        member = argument if alone.split()[0] in _OPEN else alone
        return _Text(member, _moved(argument, int(argument != alone) - base))
    except Unknown:
        if writing.target != MACOSX:
            raise
        return _device(Writing(writing.analysis, writing.places, UNIX), whole)


def _moved(text: str, by: int) -> str:
    """A text whose further lines are indented so much more, but what comments and strings hold."""
    parts, at = [], 0
    for token in tokens(text) if "\n" in text else ():
        before, newline, blank = text[at : token.start].rpartition("\n")
        parts += [before + newline, " " * (len(blank) + by) if newline else blank]
        parts += [text[token.start : token.end]]
        at = token.end
    return "".join(parts) or text


def _jobs(writing: Writing, whole: Node) -> list[_Text]:
    try:
        listed = unwrapped(writing.chosen(whole))
    except Unknown:
        if writing.target != MACOSX:
            raise
        return _jobs(Writing(writing.analysis, writing.places, UNIX), whole)
    if listed.kind not in _LISTS:
        raise Unknown
    return [_device(writing, member) for member in listed.named_children]


def _below(context: Context, node: Node) -> str:
    """What stands in front of the arguments of a call that takes a node's place: they begin lines
    where that begins its line."""
    indent = context.source.indent(node.start)
    start = context.source.line_starts[context.source.line_of(node.start)]
    return f"{context.source.newline}{indent}  " if node.start == start + len(indent) else " "


def _if_target(texts: tuple[_Text, ...], indent: str) -> str:
    """The device of each target, by what the new tool asks. texts: for each of `TARGETS`."""
    if len(set(texts)) == 1:
        return texts[0].alone
    column = len(indent) - 1 if indent.strip(" ") else 0
    on_unix, on_macosx, elsewhere = (
        text._replace(argument=_moved(text.argument, column)) for text in texts
    )
    other = elsewhere.argument
    if all(_is_fixed(text.alone) for text in texts):
        function, _, arguments = other.partition(" ")
        other = f'{function} ~group:"xen" {arguments}'
    if on_macosx in (on_unix, elsewhere):
        return f"if_impl Key.is_unix{indent}{on_unix.argument}{indent}{other}"
    deeper = f"{indent}  " if indent.strip(" ") else indent
    cases = f"[ {UNIX}, {on_unix.alone};{deeper}{MACOSX}, {on_macosx.alone} ]"
    return f"match_impl Key.(value target){indent}~default:{other}{indent}{cases}"


def _is_fixed(text: str) -> bool:
    """Whether a device is a stack of a fixed address in no group of its own."""
    return text.split()[0].rpartition(".")[2] in _FIXED and "~group" not in text


def _is_whole(context: Context, node: Node) -> bool:
    """Whether an expression is a device, or a list of them."""
    if node.kind in ("value_path", "parenthesized_expression"):
        return False
    type_ = context.analysis.types.get(node)
    known = prune(type_) if type_ is not None else None
    if isinstance(known, Con) and known.name == "list" and known.args:
        member = prune(known.args[0])
        return isinstance(member, Con) and member.name == "Mirage.impl"
    return _is_device(context, node) or _port_of(context, node)


def sides_of(context: Context, match: Node) -> tuple[Node, Node] | None:
    """(on Unix, elsewhere): the bodies of a match's two arms; None for any other match."""
    found: dict[str, Node] = {}
    cases = match.of("match_case")
    for case in cases:
        pattern, body = case.child("pattern"), case.child("body")
        if not pattern or not body or case.first("guard"):
            return None
        tags = {context.text(node) for node in pattern.descendants() if node.kind == "tag"}
        wild = pattern.kind == "any_pattern"
        side = "unix" if tags and tags <= _UNIX else "xen" if tags == _XEN else ""
        if wild:
            side = "unix" if "xen" in found else "xen"
        if not side or side in found:
            return None
        found[side] = body
    return (found["unix"], found["xen"]) if len(found) == len(cases) == 2 else None


# -- a match on the mode and on something else -------------------------------------------------


class _Arm(NamedTuple):
    """An arm of such a match. tags: the modes it is for; others: the patterns of the rest; rest:
    its text behind the pattern; body: the device."""

    tags: frozenset[str]
    others: str
    rest: str
    body: Node


def _beside_others(context: Context, scrutinee: Node, use: Use) -> Iterator[Edit]:
    """The edit of `match x, get_mode () with ..` whose arms are devices: a match on x whose arms
    choose, or one for each target where the arms of the targets are not alike."""
    parts = scrutinee.named_children
    match = scrutinee.around("match_expression")
    if not match or unwrapped(match.get("expression") or match) is not scrutinee:
        return
    if use.call not in parts or not _is_device(context, match):
        return
    place = parts.index(use.call)
    arms = [_arm(context, case, place, len(parts)) for case in match.of("match_case")]
    known = [arm for arm in arms if arm is not None]
    if len(known) < len(arms):
        return
    on_unix = [arm for arm in known if arm.tags & _UNIX]
    if any("`Unix" not in arm.tags and not _alike(on_unix, arm) for arm in on_unix):
        return
    asked = ", ".join(context.text(part) for part in parts if part is not use.call)
    sides = (on_unix, [arm for arm in known if arm.tags & _XEN])
    if not all(sides):
        return
    merged = _merged(context, *sides)
    if merged:
        line = context.source.newline + context.source.indent(match.of("match_case")[0].start)
        text = "".join([f"match {asked} with", *(f"{line}| {arm}" for arm in merged)])
        yield context.name, match.start, match.end, text
        return
    indent = context.source.indent(match.start)
    texts = [_match(asked, side, f"{indent}   ") for side in sides]
    yield _if_unix(context, match, *texts)


def _end(case: Node) -> int:
    """Where the pattern of an arm ends."""
    pattern = case.child("pattern")
    return pattern.end if pattern else case.start


def _arm(context: Context, case: Node, place: int, width: int) -> _Arm | None:
    """An arm, where its pattern says which modes it is for; None elsewhere."""
    pattern, body = case.get("pattern"), case.child("body")
    while pattern is not None and pattern.kind == "parenthesized_pattern":
        pattern = pattern.named_children[0] if pattern.named_children else None
    if pattern is None or not body:
        return None
    rest = context.source.text(_end(case), case.end)
    if pattern.kind == "any_pattern":
        return _Arm(_UNIX | _XEN, "_", rest, body)
    parts = pattern.named_children if pattern.kind == "tuple_pattern" else []
    if len(parts) != width:
        return None
    mode = parts[place]
    tags = {context.text(node) for node in mode.descendants() if node.kind == "tag"}
    if mode.kind != "any_pattern" and (not tags or not tags <= _UNIX | _XEN):
        return None
    others = ", ".join(context.text(part) for part in parts if part is not mode)
    return _Arm(frozenset(tags) or _UNIX | _XEN, others, rest, body)


def _alike(arms: list[_Arm], arm: _Arm) -> bool:
    """Whether the arms for each Unix give the same for what an arm is for."""
    same = [other for other in arms if other.others == arm.others]
    return frozenset().union(*(a.tags for a in same)) >= _UNIX and len({a.rest for a in same}) == 1


def _merged(context: Context, on_unix: list[_Arm], elsewhere: list[_Arm]) -> list[str]:
    """The arms of one match for all targets, each device chosen in its arm. Empty where not all
    arms are for constants that both sides know, or one is longer than a line."""
    sides = [{arm.others: arm for arm in reversed(side)} for side in (on_unix, elsewhere)]
    patterns = dict.fromkeys(arm.others for arm in (*on_unix, *elsewhere) if arm.others != "_")
    found = []
    for name in [*patterns, *(["_"] if any("_" in side for side in sides) else [])]:
        arms = [arm for side in sides if (arm := side.get(name, side.get("_"))) is not None]
        texts = [context.text(arm.body) for arm in arms]
        guarded = any(" when " in arm.rest.partition("->")[0] for arm in arms)
        if len(arms) < 2 or guarded or "\n" in "".join(texts) or not _is_constant(name):
            return []
        chosen = " ".join(["if_impl Key.is_unix", *(_operand(context, arm.body) for arm in arms)])
        found.append(f"{name} -> {texts[0] if texts[0] == texts[1] else chosen}")
    return found


def _is_constant(pattern: str) -> bool:
    """Whether no other pattern but `_` matches what a pattern does."""
    named = pattern[0] in '`"' or pattern[0].isupper() or pattern[0].isdigit()
    return pattern in ("_", "true", "false") or (named and not set(pattern) & set(" (,|"))


def _match(asked: str, arms: list[_Arm], indent: str) -> str:
    """The match of one side; an arm that comes too late is left out."""
    lines = []
    seen: set[str] = set()
    for arm in arms:
        if arm.others not in seen:
            lines.append(f"{indent}| {arm.others} {arm.rest.lstrip()}")
        if " when " not in arm.rest.partition("->")[0]:
            seen.add(arm.others)
    return "\n".join([f"(match {asked} with", *lines]) + ")"


def _is_device(context: Context, node: Node) -> bool:
    known = context.analysis.type_name(node) == "Mirage.impl"
    cases = node.of("match_case") if node.kind == "match_expression" else []
    bodies = [body for case in cases if (body := case.get("body")) is not None]
    among = bool(bodies) and all(_is_device(context, body) for body in bodies)
    return known or among or is_ported_stack(context, unwrapped(node))


def _operand(context: Context, node: Node) -> str:
    text = context.text(node)
    return text if node.kind in _ATOMS else f"({text})"


def _if_unix(context: Context, match: Node, on_unix: str, elsewhere: str) -> Edit:
    indent = _below(context, match)
    text = f"if_impl Key.is_unix{indent}{on_unix}{indent}{elsewhere}"
    return context.name, match.start, match.end, text


def _only_job(context: Context, node: Node) -> str | None:
    """The one job in a list as an argument; `noop` for none."""
    inner = unwrapped(node)
    if inner.kind == "empty_list":
        return "noop"
    members = inner.named_children if inner.kind == "list_expression" else []
    return _operand(context, members[0]) if len(members) == 1 else None


def _listing(context: Context, match: Node) -> Edit | None:
    """The edit of `job :: jobs`, the one place that names the list a match gives."""
    binding = match.around("let_binding")
    name = binding.child("pattern")
    if not binding or not name or not _is_result(binding, match):
        return None
    uses = context.references(name)
    cons = uses[0].above if len(uses) == 1 else NO_NODE
    head = cons.child("left")
    if cons.kind != "cons_expression" or not head:
        return None
    whole = cons.above if cons.parent and unwrapped(cons.above) is cons else cons
    text = f"[ {context.text(head)}; {context.text(name)} ]"
    return context.name, whole.start, whole.end, text


def _is_result(binding: Node, match: Node) -> bool:
    """Whether a match is what a binding without parameters gives, after `let`s of its own."""
    if binding.first("parameter"):
        return False
    body = binding.child("body")
    while body.kind == "let_expression":
        body = body.child("body")
    return body is match


# -- keys that say the contrary ------------------------------------------------------------------


def negated(context: Context) -> Iterator[Finding]:
    """`Key.is_xen` and `Key.dhcp ()`, of which there is the contrary now (the page's `to`): the
    branches change places, or the answer is negated."""
    for use, found in context.ruled(NEGATED):
        yield _negated(context, use, found)


def _negated(context: Context, use: Use, found: Rule) -> Finding:
    old = context.text(use.node)
    qualifier, to = old.removesuffix(use.item.name), found.options["to"]
    condition = _condition(context, use)
    branches = _branches(context, condition)
    edits = [context.replace(use.node, qualifier + to)]
    title = f"Use `{qualifier}{to}` and swap the branches"
    if branches:
        one, other = branches
        edits.append(context.replace(one, context.text(other)))
        edits.append(context.replace(other, context.text(one)))
    else:
        title = f"Use `{qualifier}{to}` and negate it"
        if condition is use.node:
            edits = [context.replace(use.node, f"({qualifier}map not {qualifier}{to})")]
        elif condition:
            edits.append(context.insert(condition.start, f"({qualifier}map not ("))
            edits.append(context.insert(condition.end, "))"))
        else:
            edits = []
    return context.used(found, use, rewriting(title, edits), old=old, new=qualifier + to, use=old)


def _condition(context: Context, use: Use) -> Node:
    """The value that asks a key: itself, or the `Key.value` of one; `NO_NODE` elsewhere."""
    if not use.call:
        return use.node
    asked = wrapped(use.call).above
    value = context.use_at(asked.child("function"))
    return asked if value is not None and value.item.path == "Mirage.Key.value" else NO_NODE


def _branches(context: Context, node: Node) -> list[Node]:
    """The two branches of the `if_impl` or `if_` that a condition decides; empty elsewhere."""
    condition = wrapped(node)
    call = condition.above
    function = call.child("function")
    if not function or call.kind != "application_expression":
        return []
    if context.last_name(function) not in ("if_impl", "if_") or function in context.analysis.refs:
        return []
    arguments = call.all("argument")
    if call.get("argument") is not condition:
        return []
    if len(arguments) == 1:  # `Key.(if_ is_xen) a b`
        outer = call.above
        while outer and outer.kind != "application_expression":
            if outer.kind not in ("parenthesized_expression", "local_open_expression"):
                return []
            outer = outer.above
        arguments += outer.all("argument")
    return arguments[1:] if len(arguments) == 3 else []
