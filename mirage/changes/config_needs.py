"""What a unikernel needs that Mirage gave it unasked, or that everybody could reach: entropy for
its cryptography, the time of the system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import Alternative, Rewrite, rewriting
from mirageport.mirage.clock import GLOBAL, MCLOCK, PCLOCK, Choice, of_parameter, wanted
from mirageport.mirage.config import jobs, seams, unrun
from mirageport.mirage.names import CLOCKS
from mirageport.mirage.reporters import unneeded
from mirageport.mirage.row_edits import Add, Slot, edits, functor_edits, further_argument
from mirageport.ocaml.tree import NO_NODE, label_of, unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Edit, Finding, Node
    from mirageport.mirage.config import Job, Seam, Unrun


ENTROPY, TIME, CLOCK = "nocrypto-deps", "couple-time-add", "clock-device"
MAKE = "dev-functoria-make"
LANGUAGE = "by-hand-language"

# Packages and libraries whose code asks nocrypto for random numbers.
_CRYPTOGRAPHY = frozenset(["nocrypto", "tls"])

# Mirage's devices that bring entropy.
_BRINGING = frozenset(["nocrypto", "nocrypto_random", "conduit_direct"])


# -- entropy -------------------------------------------------------------------------------------


def entropy(context: Context) -> Iterator[Finding]:
    """Jobs with cryptography among their packages, where nothing brings it entropy."""
    if not context.is_config or context.tree.broken:
        return
    data = context.source.data
    if not any(name.encode() in data for name in _CRYPTOGRAPHY) or _brings_entropy(context):
        return
    every = _cryptography(context, "Mirage.register", None)
    found = context.rule(ENTROPY)
    for job in jobs(context.project):
        if every or _cryptography(context, "Mirage.foreign", job.call):
            edits = _with_entropy(context, job)
            title = f"Give `{job.functor}` the entropy of nocrypto"
            facts = rewriting(title, edits)
            yield context.finding(found, job.name, facts, use=job.functor)


def _brings_entropy(context: Context) -> bool:
    """Whether a device of this config.ml depends on nocrypto's: itself, or a conduit over TLS."""
    return any(
        node.kind == "value_path"
        and context.last_name(node) in _BRINGING
        and node not in context.analysis.refs
        for node in context.tree.root.descendants()
    )


def _cryptography(context: Context, function: str, call: Node | None) -> bool:
    """Whether a call of `foreign`, or any of `register` and its like, names such a package."""
    for use in context.analysis.uses:
        added = not call and use.item.name.startswith("add_to_")
        if (use.item.path == function and call in (None, use.call)) or added:
            for argument in use.arguments:
                if added or label_of(argument) in ("libraries", "packages"):
                    if any(map(_is_cryptography, _strings(context, argument))):
                        return True
    return False


def _is_cryptography(name: str) -> bool:
    return name.partition(".")[0] in _CRYPTOGRAPHY


def _strings(context: Context, argument: Node) -> Iterator[str]:
    """The strings in an argument, through the names that a `let` gives to lists."""
    todo, seen = [argument], set()
    while todo:
        root = todo.pop()
        for node in root.descendants():
            if node.kind == "string" and label_of(node.up("labeled_argument") or node) != "sublibs":
                yield context.text(node).strip('"')
            body = context.bound(node).above.child("body")
            if body and body not in seen:
                seen.add(body)
                todo.append(body)


def _with_entropy(context: Context, job: Job) -> tuple[Edit, ...]:
    """The dependency, and the argument of `start` it comes with: both or none of it."""
    seam = next((seam for seam in seams(context.project) if seam.job.call is job.call), None)
    use = next((use for use in context.analysis.uses if use.call is job.call), None)
    if seam is None or use is None or job.deps is None:
        return ()
    mirage = f"{use.qualifier}." if use.qualifier else ""
    member = f"{mirage}abstract {mirage}nocrypto"
    deps = [node for node in use.arguments if label_of(node) == "deps"]
    if not deps:
        edit = (job.file, use.node.end, use.node.end, f" ~deps:[{member}]")
    else:
        given = unwrapped(deps[0].get("expression") or deps[0])
        members = given.named_children
        if given.kind != "list_expression" or not members:
            return ()
        edit = (job.file, members[-1].end, members[-1].end, f"; {member}")
    start = _further_argument(context, seam, len(seam.functor.parameters) + job.deps)
    return (edit, *start) if start is not None else ()


def _further_argument(context: Context, seam: Seam, place: int) -> tuple[Edit, ...] | None:
    """`_` as one more argument of `start` at its end; none where `start` has it already, None
    where it is not known."""
    starts = seam.starts
    pattern = seam.start.child("pattern") if seam.start is not None else NO_NODE
    if not pattern or context.project.analysis(seam.file).references(pattern):
        return None
    if len(starts) == place + 1:
        return ()
    return further_argument(context.project, seam) if len(starts) == place else None


# -- devices that everybody could reach ------------------------------------------------------------


_TIME = Slot("Time", "Mirage_time_lwt.S", "time", "default_time")
# mirage v3.0.0, lib/mirage.mli.
_CLOCKS = {
    MCLOCK: Slot("Clock", CLOCKS[MCLOCK], MCLOCK, "default_monotonic_clock"),
    PCLOCK: Slot("Clock", CLOCKS[PCLOCK], PCLOCK, "default_posix_clock"),
}


def times(context: Context) -> Iterator[Finding]:
    """`OS.Time` in a functor of config.ml that has no time among its devices."""
    if not context.source.holds(b"OS.Time.sleep_ns") or not _readable(context):
        return
    for taker, running, nodes in _reached(context, "OS.Time"):
        edits = _with_device(context, taker, running, _TIME, nodes) if running else ()
        if edits:
            found = context.rule(TIME)
            yield context.finding(
                found,
                nodes[0],
                rewriting("Give the functor a `Time`", edits),
                use=running[0].job.functor,
            )


def clocks(context: Context) -> Iterator[Finding]:
    """The module `Clock` of Mirage 2, which nobody gave the unikernel."""
    if not context.source.holds(b"Clock"):
        return
    reported = {
        node
        for node in _named_globally(context, GLOBAL)
        if any(_inside(node, definition) for definition in unneeded(context.analysis))
    }
    for taker, running, every in _reached(context, GLOBAL) if _readable(context) else ():
        nodes = [node for node in every if node not in reported]
        choice = wanted(context.project, context.name, taker.functor.node, GLOBAL)
        way = _clock_way(context, taker, running, choice, nodes) if nodes else None
        if way is not None:
            arguments = [node for node in nodes if _is_argument(node)]
            reported.update(nodes)
            for node in arguments or nodes[:1]:
                yield context.finding(context.rule(CLOCK), node, Rewrite((way,)))
    for node in _named_globally(context, GLOBAL):
        if _is_argument(node) and node not in reported:
            yield context.finding(context.rule(CLOCK), node)


def _clock_way(
    context: Context, taker: Seam | Unrun, running: list[Seam], choice: Choice, nodes: list[Node]
) -> Alternative | None:
    """A clock in place of the one that everybody could reach: one that the functor has, or a
    further one."""
    level = context.rule(CLOCK).applicability
    for parameter in taker.functor.parameters:
        type_ = parameter.type_node
        if not type_ or not context.text(type_).endswith("CLOCK") or choice.takers:
            continue
        if of_parameter(context.project, context.name, parameter).clock == choice.clock:
            edits = [context.replace(node, parameter.name) for node in nodes]
            return Alternative(f"Take the functor's `{parameter.name}`", tuple(edits), level)
    device = _CLOCKS.get(choice.clock) if not choice.takers else None
    if device is None:
        return None
    edits_of_row = _with_device(context, taker, running, device, nodes)
    if not edits_of_row:
        return None
    return Alternative(f"Give the functor a `{device.device}`", edits_of_row, level)


def _readable(context: Context) -> bool:
    """Whether this is a file of a unikernel, and it and its config.ml can be parsed whole."""
    if context.project.config is None or context.is_config:
        return False
    trees = [context.project.tree(config) for config in context.project.configs]
    return not context.tree.broken and not any(tree.broken for tree in trees)


def _is_argument(node: Node) -> bool:
    """Whether a module is given to a functor."""
    return node.field == "argument" or (node.above.kind == "parenthesized_module_expression")


def _named_globally(context: Context, path: str) -> list[Node]:
    """Where a module that everybody can reach is named."""
    return [
        node
        for node, module in context.analysis.module_refs.items()
        if module.path == path and module.item is not None and context.text(node) == path
    ]


def _reached(context: Context, path: str) -> Iterator[tuple[Seam | Unrun, list[Seam], list[Node]]]:
    """The functors of this file that jobs run, or nobody, and that name such a module: the jobs of
    each, and where it does."""
    named = _named_globally(context, path)
    running: dict[Node, list[Seam]] = {}
    for seam in seams(context.project) if named else ():
        if seam.file == context.name:
            running.setdefault(seam.functor.node, []).append(seam)
    takers: list[Seam | Unrun] = [found[0] for found in running.values()]
    for taker in takers or (unrun(context.project, context.name) if named else ()):
        functor = taker.functor.node
        nodes = [node for node in named if _inside(node, functor)]
        if nodes:
            yield taker, running.get(functor, []), nodes


def _inside(node: Node, outer: Node) -> bool:
    return outer.start <= node.start and node.end <= outer.end


def _with_device(
    context: Context, taker: Seam | Unrun, running: list[Seam], device: Slot, nodes: list[Node]
) -> tuple[Edit, ...]:
    """A device at the end of the row, in the four places where a row stands, for each job that runs
    the functor; none where one of them is not known."""
    parameters = taker.functor.parameters
    if any(parameter.name == device.name for parameter in parameters):
        return ()
    changes = [Add(len(parameters), device)]
    row = (
        edits(context.project, running, changes)
        if running
        else functor_edits(context.project, taker, changes)
    )
    renamed = [
        context.replace(node, device.name) for node in nodes if context.text(node) != device.name
    ]
    return (*row, *renamed) if row is not None else ()


# -- languages -------------------------------------------------------------------------------------


def languages(context: Context) -> Iterator[Finding]:
    """What `Functoria_app.Make` gave, or was given, for languages that are not Mirage's."""
    for use, found in context.ruled(LANGUAGE):
        yield context.used(found, use)
    if not context.source.holds(b"driver_error"):
        return
    for node, module in context.analysis.module_refs.items():
        if module.path != "Functoria_app.Make":
            continue
        for name in _named(context, node, "driver_error"):
            yield context.finding(context.rule(MAKE), name, use="driver_error")


def _named(context: Context, functor: Node, wanted: str) -> Iterator[Node]:
    """The definitions of a value in the structure that a functor is applied to."""
    given = functor.above.child("argument")
    if not given:
        return
    inside = given
    for binding in context.tree.root.descendants():
        name = binding.part("module_name") if binding.kind == "module_binding" else NO_NODE
        if name and context.text(name) == context.text(given).strip("() "):
            inside = binding
    for node in inside.descendants():
        pattern = node.child("pattern") if node.kind == "let_binding" else NO_NODE
        if pattern and context.text(pattern) == wanted:
            yield pattern
