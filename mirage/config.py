"""What a config.ml says: which functors it runs, with which devices, and how that meets them.

The n-th type of a `@->` chain is the n-th value of each `$` chain, the n-th parameter of the
functor it names, and the n-th parameter of that functor's `start`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.mirage.releases import TARGET
from mirageport.mirage.row import modules
from mirageport.ocaml.file_names import basename, folder_of
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import NO_NODE, Arguments, label_of, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Analysis, FunctorDef, Node, Project


class Application(NamedTuple):
    """A job applied to its devices: `main $ a $ b`. head: the job's name; values: the devices;
    operators: the `$` before each."""

    head: Node
    values: tuple[Node, ...]
    operators: tuple[Node, ...]


class Job(NamedTuple):
    """A call of `foreign`. functor: the path it names, such as Unikernel.Main. types: its chain up
    to `job`; operators: the `@->` behind each type. only_applied: whether it is applied, and used
    in no other way. name: the string that names the functor. result: the chain's last type, which
    is `job` unless it makes a device. deps: how many `~deps` `start` is also given; None where a
    list put together by code says."""

    file: str
    call: Node
    functor: str
    types: tuple[Node, ...]
    operators: tuple[Node, ...]
    applications: tuple[Application, ...]
    only_applied: bool
    name: Node
    result: Node | None
    deps: int | None


class Seam(NamedTuple):
    """A job and the functor it runs. start: the `let_binding` of `start`, if the functor has one.
    starts: the parameters of `start`."""

    job: Job
    file: str
    functor: FunctorDef
    start: Node | None
    starts: tuple[Node, ...]


def is_of_mirage(project: Project, name: str) -> bool:
    """Whether a file is a config.ml, or the main.ml that `mirage configure` writes anew."""
    return name in project.configs or basename(name) == "main.ml"


class Unrun(NamedTuple):
    """A functor with a `start` that no job runs; the rest as of `Seam`."""

    file: str
    functor: FunctorDef
    start: Node | None
    starts: tuple[Node, ...]


def is_older(project: Project) -> bool:
    """Whether config.ml still names something that Mirage 2 had and 3 does not: for what both
    have and what says nothing by itself of the release that it is meant for."""
    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.releases import is_older

    name = project.config
    return name is not None and project.once(
        "is older", lambda: is_older(Context(project, name), TARGET)
    )


def jobs(project: Project) -> list[Job]:
    """The jobs of the project's config.ml, and of what is like it, in order."""
    return _made(project, ("foreign", "main"))


def own_devices(project: Project) -> list[Job]:
    """The same of the devices that config.ml makes of a functor by `impl`."""
    return _made(project, ("impl",))


def named_by_code(project: Project) -> tuple[str, Node] | None:
    """A call in config.ml that makes a job of a functor which no literal names, and its file: any
    functor may be run by it. None where there is none."""
    for file in project.configs:
        for call in _calls(project.analysis(file), ("foreign", "main")):
            if not any(node.kind == "string" for node in Arguments(call.all("argument")).plain):
                return file, call
    return None


def _made(project: Project, names: tuple[str, ...]) -> list[Job]:
    found = []
    for file in project.configs:
        analysis = project.analysis(file)
        for call in _calls(analysis, names):
            job = _job(file, analysis, call)
            if job is not None:
                found.append(job)
    return found


def _calls(analysis: Analysis, names: tuple[str, ...]) -> Iterator[Node]:
    """The calls of some values of Mirage: `foreign` is called `main` since 4.0."""
    for use in analysis.uses:
        if use.call is not None and use.item.path in [f"Mirage.{name}" for name in names]:
            yield use.call


def _job(file: str, analysis: Analysis, call: Node) -> Job | None:
    given = Arguments(call.all("argument")).plain
    functor = next((node for node in given if node.kind == "string"), None)
    if functor is None:
        return None
    outer = _with_chain(analysis, call)
    chain = given[-1] if given[-1] is not functor else None
    if chain is None and outer is not call:
        chain = outer.get("right")
    types, operators = _chain(analysis, chain, "@->") if chain is not None else ([], [])
    heads = _heads(analysis, outer)
    applied = [_applied(analysis, head) for head in heads]
    applications = tuple(found for found in applied if found is not None)
    return Job(
        file,
        call,
        analysis.tree.text(functor).strip('"'),
        tuple(types[:-1]),
        tuple(operators),
        applications,
        bool(heads) and len(applications) == len(heads),
        functor,
        types[-1] if types else None,
        _deps(analysis, call),
    )


def _with_chain(analysis: Analysis, call: Node) -> Node:
    """`foreign ".." @@ chain` around a call of `foreign`; the call itself where its chain is one of
    its arguments."""
    parent = call.above
    operator = parent.child("operator")
    if not parent or not operator or parent.get("left") is not call:
        return call
    return parent if analysis.tree.text(operator) == "@@" else call


def _deps(analysis: Analysis, call: Node) -> int | None:
    """How many `~deps` a job has; not known where `start` also gets values of other labels."""
    for label in call.all("argument"):
        if label_of(label) in ("runtime_args", "extra_deps"):
            return None
        if label_of(label) == "deps":
            given = _bare(analysis, value_of(label))
            if given.kind == "list_expression":
                return len(given.named_children)
            return 0 if given.kind == "empty_list" else None
    return 0


def _chain(analysis: Analysis, node: Node, operator: str) -> tuple[list[Node], list[Node]]:
    """The operands of a right-associative chain, and its operators; names are looked up."""
    operands: list[Node] = []
    operators: list[Node] = []
    current = _bare(analysis, node)
    while current.kind == "infix_expression":
        left, symbol, right = (
            current.child("left"),
            current.child("operator"),
            current.child("right"),
        )
        if not left or not symbol or not right or analysis.tree.text(symbol) != operator:
            break
        operands.append(left)
        operators.append(symbol)
        current = _bare(analysis, right)
    return [*operands, current], operators


def _bare(analysis: Analysis, node: Node) -> Node:
    """The expression without parentheses; the right side of a `let` for the name it binds."""
    for _ in range(20):
        if node.kind == "parenthesized_expression":
            inner = node.child("expression")
        else:
            inner = analysis.bound(node).above.child("body")
        if not inner:
            return node
        node = inner
    return node


def _heads(analysis: Analysis, foreign: Node) -> list[Node]:
    """Where a job is used: the references to its name, or where it is made if it has none."""
    name = _bound_name(foreign)
    return analysis.references(name) if name else [foreign]


def _bound_name(node: Node) -> Node | None:
    """The name that a `let` gives to what an expression, at the end of its body, makes."""
    current = node
    while current.parent:
        parent = current.above
        if parent.kind == "let_binding" and parent.get("body") is current:
            pattern = parent.child("pattern")
            return pattern if pattern.kind == "value_name" else None
        through = parent.kind == "parenthesized_expression" or (
            parent.kind == "let_expression" and parent.get("body") is current
        )
        if not through:
            return None
        current = parent
    return None


def _applied(analysis: Analysis, head: Node) -> Application | None:
    values: list[Node] = []
    operators: list[Node] = []
    current = head
    while current.parent:
        parent = current.above
        if parent.kind == "parenthesized_expression":
            current = parent
            continue
        operator = parent.child("operator") if parent.kind == "infix_expression" else NO_NODE
        right = parent.child("right")
        if not operator or not right or parent.get("left") is not current:
            break
        if analysis.tree.text(operator) != "$":
            break
        values.append(right)
        operators.append(operator)
        current = parent
    return Application(head, tuple(values), tuple(operators)) if values else None


def choices(project: Project, job: Job) -> Iterator[tuple[Node, ...]]:
    """The devices that a job is applied to where it is one of those that `if_impl` chooses from,
    such as `let job = if_impl key (one $ a) (other $ b) in job $ c`: its own, and those that
    whichever is chosen is applied to."""
    analysis = project.analysis(job.file)
    for head in _heads(analysis, _with_chain(analysis, job.call)):
        applied = _applied(analysis, head)
        top = _outermost(analysis, head)
        call = top.above
        if not call or analysis.tree.text(call.child("function")) != "if_impl":
            continue
        for reference in _heads(analysis, call):
            further = _applied(analysis, reference)
            if further is not None:
                yield (*(applied.values if applied is not None else ()), *further.values)


def _outermost(analysis: Analysis, head: Node) -> Node:
    """The whole of an application to devices, in its parentheses."""
    current = head
    while current.parent:
        parent = current.above
        operator = parent.child("operator") if parent.kind == "infix_expression" else NO_NODE
        applied = analysis.tree.text(operator) == "$"
        if parent.kind != "parenthesized_expression" and not (
            applied and parent.get("left") is current
        ):
            break
        current = parent
    return current


def seams(project: Project) -> list[Seam]:
    """The jobs whose functor is in one of the project's files."""
    found = (seam_of(project, job) for job in jobs(project))
    return [seam for seam in found if seam is not None]


def sources(project: Project, job: Job) -> list[str]:
    """The files that may be the module a job's functor is in: those beside config.ml if there are
    any, else those below."""
    found = modules(project, job.file, job.functor.partition(".")[0])
    folder = folder_of(job.file)
    return [name for name in found if folder_of(name) == folder] or found


def seam_of(project: Project, job: Job) -> Seam | None:
    """A job with the functor that it runs, where one of the project's files has it."""
    path = job.functor.partition(".")[2]
    for name in sources(project, job):
        # Of two definitions of one name, the last one counts.
        for functor in reversed(project.analysis(name).functors):
            if functor.name == path:
                start = start_of(project.analysis(name), functor)
                starts = tuple(start.of("parameter")) if start else ()
                return Seam(job, name, functor, start, starts)
    return None


def unrun(project: Project, file: str) -> list[Unrun]:
    """The functors of a file that have a `start`, where no job runs one of that file."""
    if any(seam.file == file for seam in seams(project)):
        return []
    analysis, found = project.analysis(file), []
    for functor in analysis.functors:
        start = start_of(analysis, functor)
        if start:
            found.append(Unrun(file, functor, start, tuple(start.of("parameter"))))
    return found


def start_of(analysis: Analysis, functor: FunctorDef) -> Node | None:
    """A functor's `start`: the last `let start` directly in the functor's body."""
    body = functor.body
    if body is None:
        return None
    found = None
    for definition in body.of("value_definition"):
        for binding in definition.of("let_binding"):
            if analysis.tree.text(binding.child("pattern")) == "start":
                found = binding
    return found


def opens_mirage(config: Analysis) -> bool:
    """Whether Mirage's names can be written as they are: config.ml opens Mirage as a whole."""
    return any(
        use.node.parent is config.tree.root and config.tree.text(use.path) == "Mirage"
        for use in config.opens
    )
