"""Rows of devices that the target does not have any more: time, clocks and random numbers.

Such a parameter goes with its argument of `start`, its place in config.ml, and every use of it:
what it gave is in a module of its own, or is not asked for any more. The page of its rule says
which module types it is about (`row`), what the device is called in config.ml (`device`), what
became of its values (`values`), whether these take the clock that `start` got (`clock`), and the
package that has them, where Mirage does not bring it (`package`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.view import release
from mirageport.diagnostics.context import Context
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import Related
from mirageport.diagnostics.spans import item
from mirageport.mirage import row as rows
from mirageport.mirage.changes.package_lists import added
from mirageport.mirage.changes.seam_slots import device
from mirageport.mirage.config import Unrun, is_of_mirage, jobs, seams, start_of
from mirageport.mirage.row_edits import Drop, edits, functor_edits
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.places import modules_named, places
from mirageport.ocaml.tree import Arguments, unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import (
        Edit,
        Finding,
        FunctorDef,
        Node,
        Parameter,
        Project,
        Rule,
    )
    from mirageport.mirage.config import Job, Seam

KIND = "row-removed"
_RULES = ("row-time", "row-mclock", "row-pclock", "row-random")


class _InTheWay(Exception):
    """A place that has to change by hand, so that the row stays. Its text says what it is."""

    def __init__(self, context: Context, node: Node, what: str) -> None:
        super().__init__(what)
        self.place = Related(context.name, node.start, node.end, what)


class _Place(NamedTuple):
    """A parameter of a functor."""

    file: str
    functor: FunctorDef
    at: int

    @property
    def parameter(self) -> Parameter:
        """The parameter itself."""
        return self.functor.parameters[self.at]


def find(context: Context) -> Iterator[Finding]:
    """The parameters of this file that go, and their places in config.ml."""
    project = context.project
    for found in project.once("removed rows", lambda: tuple(_all(project))):
        if found.file == context.name:
            yield found


def _rules(project: Project) -> list[Rule]:
    found = [project.pack.rules.rule(name) for name in _RULES]
    now = release(project.pack.release)
    return [rule for rule in found if release(rule.target) <= now]


def _all(project: Project) -> Iterator[Finding]:
    rules = _rules(project)
    if not rules:
        return
    run = seams(project)
    for file in project.names:
        if is_of_mirage(project, file):
            continue
        context = Context(project, file)
        for functor in context.analysis.functors:
            for at, parameter in enumerate(functor.parameters):
                rule = _rule(context, parameter, rules)
                if rule is not None:
                    yield from _row(context, rule, _Place(file, functor, at), run)
    known = {seam.job.call for seam in run}
    for job in jobs(project):
        if job.call not in known:
            yield from _unknown(Context(project, job.file), job, rules)


def _rule(context: Context, parameter: Parameter, rules: list[Rule]) -> Rule | None:
    """The rule of a parameter's module type."""
    node = parameter.type_node
    for use in context.types_at(node) if node is not None else ():
        type_ = use.module_type
        names = {type_.signature.name, type_.item.name, type_.item.path} if type_.item else set()
        for rule in rules:
            if names & set(rule.options["row"].split()):
                return rule
    return None


def _row(context: Context, rule: Rule, place: _Place, run: list[Seam]) -> Iterator[Finding]:
    """The finding at a parameter, and at its place in the chain of each job."""
    own = [seam for seam in run if seam.functor.node is place.functor.node]
    name, fields = place.parameter.name, {"device": rule.options["device"]}
    message, facts, related = rule.message.format(name=name, **fields), None, []
    try:
        found = _Removal(context.project, rule, run).edits(place)
        facts = rewriting(f"Remove `{name}` from the functor, `start` and config.ml", found)
    except _InTheWay as stop:
        message, related = f"{message} By hand: {stop}.", [stop.place]
    here = context.finding(
        rule, place.parameter.node, facts, message=message, related=tuple(related)
    )
    yield here
    for seam in own:
        config = Context(context.project, seam.job.file)
        if place.at < len(seam.job.types):
            there = (context.related(place.parameter.node, "the functor's parameter"), *related)
            node = seam.job.types[place.at]
            yield config.finding(rule, node, facts, message=message, related=there)


def _unknown(config: Context, job: Job, rules: list[Rule]) -> Iterator[Finding]:
    """The devices of a job whose functor no file has."""
    for node in job.types:
        for rule in rules:
            kind = rule.options["device"]
            if device(config.analysis, node) == kind:
                message = rule.message.format(name=kind, device=kind)
                by_hand = f"{message} By hand: no file here has `{job.functor}`."
                yield config.finding(rule, node, message=by_hand)


class _Removal:
    """The edits that remove a row everywhere, with the rows of the project's other functors that
    it is handed to."""

    def __init__(self, project: Project, rule: Rule, run: list[Seam]) -> None:
        self.project = project
        self.rule = rule
        self.run = run
        self.values = dict(pair.split("=") for pair in rule.options["values"].split())
        self.found: dict[Edit, None] = {}
        self.done: set[tuple[str, str, int]] = set()
        self.written = False

    def edits(self, place: _Place) -> tuple[Edit, ...]:
        """All edits. Raises `_InTheWay`."""
        self._remove(place)
        return tuple(self.found)

    def _remove(self, place: _Place) -> None:
        key = (place.file, place.functor.name, place.at)
        if key in self.done:
            return
        self.done.add(key)
        context = Context(self.project, place.file)
        own = [seam for seam in self.run if seam.functor.node is place.functor.node]
        start = start_of(context.analysis, place.functor)
        alone = not own and not self.project.configs
        starts = tuple(start.of("parameter")) if start and (own or alone) else ()
        if own:
            row = edits(self.project, own, [Drop(place.at)])
        else:
            unrun = Unrun(place.file, place.functor, start if starts else None, starts)
            row = functor_edits(self.project, unrun, [Drop(place.at)])
        if context.tree.broken or row is None:
            raise _InTheWay(context, place.parameter.node, "a place of this row cannot be read")
        self.found.update(dict.fromkeys(row))
        dropped = [place.parameter.node, *starts[place.at : place.at + 1]]
        self._uses(context, place, dropped)
        if place.at < len(starts):
            self._value(context, starts[place.at])
        for seam in own:
            self._config(seam, place.at)

    # -- the functor ---------------------------------------------------------------------------

    def _uses(self, context: Context, place: _Place, dropped: list[Node]) -> None:
        """Everything that names the module inside the functor."""
        name, functor = place.parameter.name, place.functor.node
        own = [node for node in modules_named(context.tree, name) if _is_in(node, [functor])]
        if len(own) > 1:
            raise _InTheWay(context, own[-1], f"another module is called `{name}`")
        for node in places(context.tree, functor, name):
            if node.kind != "module_name" or _is_in(node, dropped):
                continue
            path = node.above
            if path.kind == "module_path" and path.above.kind == "value_path":
                self._value_of(context, path.above)
            elif path.kind == "extended_module_path" and self._is_clock(context, path.above):
                self._edit(context, path.above, "unit")
            else:
                self._argument(context, path)

    def _is_clock(self, context: Context, node: Node) -> bool:
        """Whether a path of a type is that of the clock's value."""
        is_t = node.kind == "type_constructor_path" and context.last_name(node) == "t"
        return is_t and "clock" in self.rule.options

    def _edit(self, context: Context, node: Node, text: str) -> None:
        self.found[context.replace(node, text)] = None

    def _value_of(self, context: Context, node: Node) -> None:
        """A value of the module: what it became, with `()` for the clock."""
        new = self.values.get(context.last_name(node))
        if new is None:
            raise _InTheWay(context, node, f"`{context.text(node)}` has no successor")
        self._edit(context, node, new)
        self.written = True
        given = node.above.all("argument") if node.field == "function" else []
        if "clock" in self.rule.options and given and given[0].kind != "unit":
            if given[0].kind != "value_path":
                raise _InTheWay(context, given[0], "what this gives for the clock may do more")
            self._edit(context, given[0], "()")

    def _argument(self, context: Context, path: Node) -> None:
        """The module as an argument of another functor."""
        around = path.above
        given = around if around.kind == "parenthesized_module_expression" else path
        applied = given.above
        if applied.kind != "module_application" or given.field != "argument":
            raise _InTheWay(context, path, f"`{context.text(around)}` names the module")
        head, at = applied.child("functor"), 0
        while head.kind == "module_application":
            head, at = head.child("functor"), at + 1
        for row in rows.functors(self.project, context.name, head):
            self._own(context, row, at, head)
            return
        last = not at and applied.above.kind != "module_application"
        known = any(use.head == head for use in context.analysis.functor_uses)
        if not known and context.text(head) not in self.rule.options.get("functors", "").split():
            raise _InTheWay(context, head, f"nothing is known of `{context.text(head)}`")
        if last:
            self._edit(context, applied, context.text(head).rpartition(".")[0])
        else:
            self.found[context.remove((applied.child("functor").end, applied.end))] = None

    def _own(self, context: Context, row: rows.Row, at: int, head: Node) -> None:
        """A functor of the project, which loses the parameter as well."""
        other = Context(self.project, row.file)
        for functor in other.analysis.functors:
            if functor.node in (row.node, row.body) or functor.name == row.name:
                if at < len(functor.parameters):
                    rule = _rule(other, functor.parameters[at], [self.rule])
                    if rule is not None:
                        self._remove(_Place(row.file, functor, at))
                        return
        raise _InTheWay(context, head, f"`{context.text(head)}` takes it as something else")

    def _value(self, context: Context, parameter: Node) -> None:
        """What `start` was given: it was a unit, or gets one in its place."""
        pattern = parameter.child("pattern")
        if parameter.children != [pattern]:
            raise _InTheWay(context, parameter, "`start` takes this in another way")
        if pattern.kind == "typed_pattern":
            pattern = pattern.child("pattern")
        if pattern.kind not in ("value_pattern", "any_pattern", "unit"):
            raise _InTheWay(context, parameter, "`start` takes this apart")
        for reference in context.references(pattern):
            self._edit(context, reference, "()")

    # -- config.ml -----------------------------------------------------------------------------

    def _config(self, seam: Seam, at: int) -> None:
        """The device has to be one of Mirage's; what only named it goes, and a package comes."""
        config, job = Context(self.project, seam.job.file), seam.job
        if device(config.analysis, job.types[at]) != self.rule.options["device"]:
            raise _InTheWay(config, job.types[at], "config.ml has another device here")
        given = [each.values[at] for each in job.applications if at < len(each.values)]
        for node in given:
            self._check_device(config, node, node)
            self._unnamed(config, node, given)
        package = self.rule.options.get("package", "")
        if package and self.written:
            self._package(config, job, package)

    def _check_device(self, config: Context, node: Node, told: Node) -> None:
        value = unwrapped(node)
        defined = config.analysis.defined_as(value)
        if defined:
            self._check_device(config, defined, told)
        elif config.text(value) not in self.rule.options["devices"].split():
            raise _InTheWay(config, told, f"`{config.text(told)}` is a device of its own")

    def _unnamed(self, config: Context, node: Node, dropped: list[Node]) -> None:
        """The `let` of a device that nothing names any more."""
        name = config.bound(unwrapped(node))
        definition = name.above.above
        if name and definition.kind == "value_definition":
            if all(_is_in(each, dropped) for each in config.references(name)):
                if len(definition.of("let_binding")) == 1:
                    self.found[config.remove(item(config.source, definition))] = None

    def _package(self, config: Context, job: Job, package: str) -> None:
        text = f'package "{package}"'
        strings = (config.text(n) for n in config.tree.root.descendants() if n.kind == "string")
        if any(each.strip('"').partition(".")[0] == package for each in strings):
            return
        label = Arguments(job.call.all("argument")).value("packages")
        listed = unwrapped(config.analysis.defined_as(unwrapped(label)) or label)
        if not listed:
            self.found[config.insert(job.name.start, f"~packages:[ {text} ] ")] = None
        elif listed.kind in ("list_expression", "empty_list"):
            self.found[added(config, listed, text)] = None
        else:
            raise _InTheWay(config, label, f"the list of packages, which has to have `{package}`")


def _is_in(node: Node, outer: list[Node]) -> bool:
    return any(each.start <= node.start and node.end <= each.end for each in outer)
