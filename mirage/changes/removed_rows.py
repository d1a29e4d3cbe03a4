"""Rows of devices that the target does not have any more: time, clocks and random numbers.

Such a parameter goes with its argument of `start`, its place in config.ml, and every use of it:
what it gave is in a module of its own, or is not asked for any more. The page of its rule says
which module types it is about (`row`, by path where the name alone says nothing), what the device
is called in config.ml (`device`), which devices it may be there (`devices`), what became of its
values (`values`), whether these take the clock that `start` got (`clock`), the package that has
them, where Mirage does not bring it (`package`), and which functors without an interface here
lost it (`functors`), and the types that a module in its place needs (`types`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.context import Context
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import Related
from mirageport.diagnostics.spans import item, members, with_gap
from mirageport.mirage import row as rows
from mirageport.mirage.camlp4 import is_extended
from mirageport.mirage.changes.package_lists import added
from mirageport.mirage.changes.seam_slots import device
from mirageport.mirage.config import (
    Unrun,
    is_of_mirage,
    jobs,
    named_by_code,
    own_devices,
    seam_of,
    start_of,
)
from mirageport.mirage.row_edits import Drop, config_edits, edits, functor_edits
from mirageport.ocaml.file_names import module_name
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.places import modules_named, places
from mirageport.ocaml.tree import NO_NODE, Arguments, unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import (
        Edit,
        Finding,
        FunctorDef,
        Item,
        Node,
        Parameter,
        Project,
        Rule,
    )
    from mirageport.mirage.config import Job, Seam

KIND = "row-removed"
_CONSOLE = "row-console"
# What a name alone may stand for, and what comes between it and its value.
_PUNS = {"labeled_argument": ":", "field_expression": " = "}
_PARTS = ("pattern", "body")
_RULES = ("row-time", "row-mclock", "row-pclock", "row-random")


class InTheWay(Exception):
    """A place that has to change by hand, so that the row stays. Its text says what it is, and who
    changes it: where other fixes do so first, a port removes the row in a later pass."""

    def __init__(self, context: Context, node: Node, what: str, first: str = "") -> None:
        super().__init__(f"After other fixes, {first}: {what}" if first else f"By hand: {what}")
        self.place = Related(context.name, node.start, node.end, what)


def _unread(context: Context, node: Node) -> InTheWay:
    """What is in the way where a part of a row is not understood: syntax that other fixes rewrite,
    where the file has any."""
    first = "which rewrite the syntax of camlp4" if is_extended(context.tree) else ""
    return InTheWay(context, node, "a place of this row cannot be read", first)


class Place(NamedTuple):
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
    rules = project.pack.rules
    return [rule for rule in map(rules.rule, _RULES) if rules.holds(rule)]


def _all(project: Project) -> Iterator[Finding]:
    rules = _rules(project)
    if not rules:
        return
    run = Runs(project)
    for file in project.names:
        if is_of_mirage(project, file):
            continue
        context = Context(project, file)
        for functor in context.analysis.functors:
            for at, parameter in enumerate(functor.parameters):
                rule = _rule(context, parameter, rules)
                if rule is not None:
                    yield from _row(context, rule, Place(file, functor, at), run)
    for job in run.alone:
        config = Context(project, job.file)
        for at, node in enumerate(job.types):
            for rule in rules:
                if device(config.analysis, node) == rule.options["device"]:
                    yield _alone(config, rule, job, at, run)
    for file in project.configs:
        yield from _unused(Context(project, file), [*rules, project.pack.rules.rule(_CONSOLE)])


def _unused(config: Context, rules: list[Rule]) -> Iterator[Finding]:
    """The names of such devices that nothing reads."""
    for definition in config.tree.root.descendants():
        bindings = definition.of("let_binding") if definition.kind == "value_definition" else []
        name, body = (bindings[0].child(part) if len(bindings) == 1 else NO_NODE for part in _PARTS)
        if name.kind != "value_name" or config.bound(body):
            continue
        for rule in rules:
            if config.text(body) in rule.options["devices"].split() and not config.references(name):
                text = config.text(name)
                span = item(config.source, definition)
                facts = rewriting(f"Remove `{text}`", [config.remove(span)])
                device = rule.options["device"]
                yield config.finding(rule, name, facts, name=text, device=device)


class Runs:
    """What config.ml runs. jobs: those of the project's functors; devices: the devices that it
    makes of them by `impl`; alone: both of other functors; by_code: a call that names its functor
    by code; named: the literals of config.ml, each with its file and place."""

    def __init__(self, project: Project) -> None:
        given, made = jobs(project), own_devices(project)
        known = [(job, seam_of(project, job)) for job in (*given, *made)]
        found = [seam for _job, seam in known if seam is not None]
        self.jobs = [seam for seam in found if seam.job in given]
        self.devices = [seam for seam in found if seam.job in made]
        self.alone = [job for job, seam in known if seam is None]
        self.made = made
        self.by_code = named_by_code(project)
        self.named = {
            project.tree(file).text(node).strip('"'): (file, node)
            for file in project.configs
            for node in project.tree(file).root.descendants()
            if node.kind == "string"
        }

    def of(self, place: Place) -> list[Seam]:
        """Those of one functor."""
        every = (*self.jobs, *self.devices)
        return [seam for seam in every if seam.functor.node is place.functor.node]


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


def _row(context: Context, rule: Rule, place: Place, run: Runs) -> Iterator[Finding]:
    """The finding at a parameter, and at its place in the chain of each job."""
    name = place.parameter.name
    message = rule.message.format(name=name, device=rule.options["device"])
    facts, related = None, []
    try:
        removal = Removal(context.project, rule, run)
        title = f"Remove `{name}` from the functor, `start` and config.ml"
        facts = rewriting(title, removal.edits(place))
        if removal.still:
            still = ", ".join(f"`{each}`" for each in dict.fromkeys(removal.still))
            message += f" Nothing is known of {still}, which still gets a module `{name}`."
    except InTheWay as stop:
        message, related = f"{message} {stop}.", [stop.place]
    here = context.finding(
        rule, place.parameter.node, facts, message=message, related=tuple(related)
    )
    yield here
    for seam in run.of(place):
        config = Context(context.project, seam.job.file)
        if place.at < len(seam.job.types):
            there = (context.related(place.parameter.node, "the functor's parameter"), *related)
            node = seam.job.types[place.at]
            yield config.finding(rule, node, facts, message=message, related=there)


def _alone(config: Context, rule: Rule, job: Job, at: int, run: Runs) -> Finding:
    """The finding at the device of a functor that no file has: of a library, where it is made by
    `impl`."""
    name = rule.options["device"]
    message, facts = rule.message.format(name=job.functor, device=name), None
    try:
        found = Removal(config.project, rule, run).of_library(config, job, at)
        facts = rewriting(f"Remove `{name}` from the devices of `{job.functor}`", found)
    except InTheWay as stop:
        message = f"{message} {stop}."
    return config.finding(rule, job.types[at], facts, message=message)


class Removal:
    """The edits that remove a row everywhere, with the rows of the project's other functors that
    it is handed to."""

    def __init__(self, project: Project, rule: Rule, run: Runs) -> None:
        self.project = project
        self.rule = rule
        self.run = run
        self.values = dict(pair.split("=") for pair in rule.options.get("values", "").split())
        self.found: dict[Edit, None] = {}
        self.done: set[tuple[str, str, int]] = set()
        self.removed: list[Node] = []
        self.named: list[tuple[Context, Node]] = []
        self.written = False
        self.still: list[str] = []

    def edits(self, *places: Place) -> tuple[Edit, ...]:
        """All edits. Raises `InTheWay`."""
        for place in places:
            self._remove(place)
        self._unnamed()
        return tuple(self.found)

    def of_library(self, config: Context, job: Job, at: int) -> tuple[Edit, ...]:
        """The same for a device that config.ml makes of a library's functor."""
        module = job.functor.partition(".")[0]
        known = job.functor in self.rule.options.get("functors", "").split()
        if job not in self.run.made or not (known or config.library.module(module)):
            raise InTheWay(config, job.name, f"no file here has `{job.functor}`")
        row = config_edits(self.project, [job], [Drop(at)])
        if config.tree.broken or row is None:
            raise _unread(config, job.name)
        self.found.update(dict.fromkeys(row))
        self._config(job, at)
        self._unnamed()
        return tuple(self.found)

    def _remove(self, place: Place) -> None:
        place = self._defined(place)
        key = (place.file, place.functor.name, place.at)
        if key in self.done:
            return
        self.done.add(key)
        context = Context(self.project, place.file)
        own = self.run.of(place)
        run = any(seam in self.run.jobs for seam in own)
        start = start_of(context.analysis, place.functor)
        if start and not own and self.run.by_code:
            file, call = self.run.by_code
            why = "config.ml makes jobs of functors that code names"
            raise InTheWay(Context(self.project, file), call, why)
        literal = self.run.named.get(f"{module_name(place.file)}.{place.functor.name}")
        if literal and not own:
            why = "config.ml names this functor in a way that is not read here"
            raise InTheWay(Context(self.project, literal[0]), literal[1], why)
        alone = not own and not self.project.configs
        starts = tuple(start.of("parameter")) if start and (run or alone) else ()
        given: tuple[Edit, ...] | None = ()
        if run:
            row = edits(self.project, own, [Drop(place.at)])
        else:
            unrun = Unrun(place.file, place.functor, start if starts else None, starts)
            row = functor_edits(self.project, unrun, [Drop(place.at)])
            given = config_edits(self.project, [seam.job for seam in own], [Drop(place.at)])
        if context.tree.broken or row is None or given is None:
            raise _unread(context, place.parameter.node)
        self.found.update(dict.fromkeys(given))
        self.found.update(dict.fromkeys(row))
        dropped = [place.parameter.node, *starts[place.at : place.at + 1]]
        unknown = len(self.still)
        again = self._uses(context, place.parameter.name, place.functor.node, dropped)
        for other in rows.declared(self.project, place.file, place.functor.name) or ():
            beside, parameter = Context(self.project, other.file), other.parameters[place.at]
            name = rows.parameter_name(beside.tree, parameter)
            self._uses(beside, name, other.node, [parameter])
        if len(self.still) > unknown:
            self._stand_in(context, place, again)
        else:
            for definition in again:
                self._edit(context, definition, "")
        if place.at < len(starts):
            self._value(context, starts[place.at])
        for seam in own:
            self._config(seam.job, place.at)

    def _defined(self, place: Place) -> Place:
        """The parameter of the definition where a place is in the interface beside it."""
        file = place.file.removesuffix("i")
        known = self.project.analysis(file).functors if file in self.project.files else ()
        for functor in known:
            if functor.name == place.functor.name and place.at < len(functor.parameters):
                return place._replace(file=file, functor=functor)
        return place

    # -- the functor ---------------------------------------------------------------------------

    def _uses(self, context: Context, name: str, functor: Node, dropped: list[Node]) -> list[Node]:
        """Everything that names the module inside the functor, or the type of one. Gives the
        definitions that give it the name that it has, `module Clock = Clock`."""
        own = [node for node in modules_named(context.tree, name) if _is_in(node, [functor])]
        again = [n.above for n in own if context.text(n.above.child("body")) == name]
        if len(own) > 1 + len(again):
            raise InTheWay(context, own[-1], f"another module is called `{name}`")
        for node in places(context.tree, functor, name):
            if node.kind != "module_name" or _is_in(node, [*dropped, *again]):
                continue
            path = node.above
            if path.kind == "module_path" and path.above.kind == "value_path":
                self._value_of(context, path.above)
            elif path.kind == "extended_module_path" and self._is_clock(context, path.above):
                self._edit(context, path.above, "unit")
            else:
                self._argument(context, path)
        return [binding.above for binding in again]

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
            raise InTheWay(context, node, f"`{context.text(node)}` has no successor")
        self._edit(context, node, new)
        self.written = True
        given = node.above.all("argument") if node.field == "function" else []
        if "clock" in self.rule.options and given and given[0].kind != "unit":
            if given[0].kind != "value_path":
                raise InTheWay(context, given[0], "what this gives for the clock may do more")
            self._edit(context, given[0], "()")

    def _argument(self, context: Context, path: Node) -> None:
        """The module as an argument of another functor."""
        around = path.above
        given = around if around.kind == "parenthesized_module_expression" else path
        applied = given.above
        if applied.kind != "module_application" or given.field != "argument":
            raise InTheWay(context, path, f"`{context.text(around)}` names the module")
        head, at = applied.child("functor"), 0
        while head.kind == "module_application":
            head, at = head.child("functor"), at + 1
        for row in rows.functors(self.project, context.name, head):
            self._own(context, row, at, head)
            return
        last = not at and applied.above.kind != "module_application"
        known = any(
            use.head == head and not _asked_for(context, use.item, at)
            for use in context.analysis.functor_uses
        )
        if not known and context.text(head) not in self.rule.options.get("functors", "").split():
            library = context.library.module(context.text(head).partition(".")[0])
            renamed = library.item if library is not None else None
            if renamed is not None and renamed.changes:  # it has that name for this pass alone
                name = context.text(head)
                raise InTheWay(context, head, f"`{name}` still gets it", "which rename the functor")
            self.still.append(context.text(head))
            return
        if last:
            self._edit(context, applied, context.text(head).rpartition(".")[0])
        else:
            self.found[context.remove((applied.child("functor").end, applied.end))] = None

    def _stand_in(self, context: Context, place: Place, again: list[Node]) -> None:
        """A module of the parameter's name inside the functor, for the functors that still get it,
        as nothing is known of them."""
        body, name = place.functor.body, place.parameter.name
        items = [each for each in body.named_children if each.kind != "comment"] if body else []
        if not items:
            raise InTheWay(context, place.parameter.node, f"`{self.still[-1]}` still gets it")
        line = f"{context.source.newline}{context.source.indent(items[0].start)}"
        known = [f"{line}  let {old} = {new}" for old, new in self.values.items()]
        known[:0] = [
            f"{line}  {each}" for each in self.rule.options.get("types", "").split(" | ") if each
        ]
        text = f"module {name} = struct{''.join(known)}{line}end"
        for definition in again[:1]:
            self._edit(context, definition, text)
        if not again:
            text += f"{context.source.newline}{line}"
            self.found[context.insert(items[0].start, text)] = None
        self.written = True

    def _own(self, context: Context, row: rows.Row, at: int, head: Node) -> None:
        """A functor of the project, which loses the parameter as well."""
        other = Context(self.project, row.file)
        for functor in other.analysis.functors:
            if functor.node in (row.node, row.body) or functor.name == row.name:
                if at < len(functor.parameters):
                    rule = _rule(other, functor.parameters[at], [self.rule])
                    if rule is not None:
                        self._remove(Place(row.file, functor, at))
                        return
        raise InTheWay(context, head, f"`{context.text(head)}` takes it as something else")

    def _value(self, context: Context, parameter: Node) -> None:
        """What `start` was given: it was a unit, or gets one in its place."""
        pattern = parameter.child("pattern")
        if parameter.children != [pattern]:
            raise InTheWay(context, parameter, "`start` takes this in another way")
        if pattern.kind == "typed_pattern":
            pattern = pattern.child("pattern")
        if pattern.kind not in ("value_pattern", "any_pattern", "unit"):
            raise InTheWay(context, parameter, "`start` takes this apart")
        for reference in context.references(pattern):
            self._unit(context, reference)

    def _unit(self, context: Context, reference: Node) -> None:
        """`()` in the place of the value, which a label or a field may stand for."""
        node = reference
        while node.end == node.above.end and node.kind not in _PUNS:
            node = node.above
        if node.kind in _PUNS and not (node.child("body") or node.child("expression")):
            self.found[context.insert(node.end, f"{_PUNS[node.kind]}()")] = None
        else:
            self._edit(context, reference, "()")

    # -- config.ml -----------------------------------------------------------------------------

    def _config(self, job: Job, at: int) -> None:
        """The device has to be one of Mirage's; what only named it goes, and a package comes."""
        config = Context(self.project, job.file)
        if device(config.analysis, job.types[at]) != self.rule.options["device"]:
            raise InTheWay(config, job.types[at], "config.ml has another device here")
        going = {self.project.pack.rules.rule(name).options["device"] for name in _RULES}
        alone = all(device(config.analysis, node) in going for node in job.types)
        if alone and job in self.run.made and config.text(job.result or job.name) == "job":
            raise InTheWay(config, job.name, "a job that `impl` makes needs one device")
        given = [each.values[at] for each in job.applications if at < len(each.values)]
        self.removed += given
        for node in given:
            self._device(config, node, node)
        package = self.rule.options.get("package", "")
        if package and self.written:
            self._package(config, job, package)
        if job in self.run.made:
            self._connect(config, job, at)

    def _device(self, config: Context, node: Node, told: Node) -> None:
        """What is given for the device, through the names and parameters that stand for it."""
        value = unwrapped(node)
        name, defined = config.bound(value), config.analysis.defined_as(value)
        if defined:
            self._device(config, defined, told)
            self.named.append((config, name))
        elif name and name.above.kind == "parameter":
            self._handed(config, name, told)
        else:
            chosen = _chosen(config, value)
            for each in chosen:
                self._device(config, each, told)
            made = value.child("function") or value
            if not chosen and config.text(made) not in self.rule.options["devices"].split():
                raise InTheWay(config, told, f"`{config.text(told)}` is a device of its own")

    def _handed(self, config: Context, name: Node, told: Node) -> None:
        """A parameter of a function of config.ml, which goes with the argument of every call."""
        parameter = name.above
        binding = parameter.above
        every = binding.of("parameter")
        at, text = every.index(parameter), config.text(told)
        if parameter.children != [name]:
            raise InTheWay(config, told, f"`{text}` is a parameter with more to it")
        if not all(_is_in(each, self.removed) for each in config.references(name)):
            raise InTheWay(config, told, f"`{text}` is used for something else as well")
        alone = len(every) == 1
        self._leave_out(config, parameter, alone)
        for reference in config.references(binding.child("pattern")):
            given = reference.above.all("argument") if reference.field == "function" else []
            if at >= len(given) or any(each.kind == "labeled_argument" for each in given):
                raise InTheWay(config, reference, "this gives the device in a way not read here")
            self.removed.append(given[at])
            self._leave_out(config, given[at], alone)
            self._device(config, given[at], given[at])

    def _leave_out(self, config: Context, node: Node, alone: bool) -> None:
        """A parameter or an argument goes, or is `()` where there is no other."""
        edit = config.replace(node, "()") if alone else config.remove(with_gap(node))
        self.found[edit] = None

    def _unnamed(self) -> None:
        """The `let` of each device that nothing names any more goes."""
        for config, name in self.named:
            definition = name.above.above
            if all(_is_in(each, self.removed) for each in config.references(name)):
                if len(definition.of("let_binding")) == 1:
                    self.found[config.remove(item(config.source, definition))] = None

    def _connect(self, config: Context, job: Job, at: int) -> None:
        """The names that `~connect` gives to the devices lose that of this one."""
        label = Arguments(job.call.all("argument")).value("connect")
        binding = config.bound(label).above
        function = binding if binding.kind == "let_binding" else label
        lists = [node for node in function.descendants() if node.kind == "list_pattern"]
        if not lists:
            raise InTheWay(config, label or job.name, "how this device is connected")
        for listed in lists:
            names = listed.named_children
            if at >= len(names):
                continue
            if names[at].kind != "any_pattern" and (
                names[at].kind != "value_pattern" or config.references(names[at])
            ):
                raise InTheWay(config, names[at], "`connect` uses this device")
            if len(names) == 1:
                self._edit(config, listed, "[]")
                continue
            for span in members(listed, [names[at]]):
                self.found[config.remove(span)] = None

    def _package(self, config: Context, job: Job, package: str) -> None:
        text = f'package "{package}"'
        strings = (config.text(n) for n in config.tree.root.descendants() if n.kind == "string")
        if any(each.strip('"').partition(".")[0] == package for each in strings):
            return
        label = Arguments(job.call.all("argument")).value("packages")
        listed = unwrapped(config.analysis.defined_as(unwrapped(label)) or label)
        while listed.kind == "let_expression":
            listed = unwrapped(listed.child("body"))
        if not listed:
            self.found[config.insert(job.name.start, f"~packages:[ {text} ] ")] = None
        elif listed.kind in ("list_expression", "empty_list"):
            self.found[added(config, listed, text)] = None
        elif label.kind == "label_name":
            name = config.text(label)
            self.found[config.insert(label.end, f":({name} @ [ {text} ])")] = None
        else:
            self.found[config.replace(label, f"({config.text(label)} @ [ {text} ])")] = None


def _chosen(config: Context, call: Node) -> list[Node]:
    """The devices that `if_impl` or `match_impl` chooses from; empty for anything else."""
    use = config.use_at(call.child("function"))
    given = Arguments(call.all("argument"))
    if use is not None and use.item.path == "Mirage.if_impl":
        return given.plain[1:]
    if use is None or use.item.path != "Mirage.match_impl" or len(given.plain) < 2:
        return []
    pairs = [unwrapped(each) for each in unwrapped(given.plain[1]).named_children]
    default = given.value("default")
    return [each.named_children[-1] for each in pairs] + ([default] if default else [])


def _asked_for(context: Context, functor: Item, at: int) -> bool:
    """Whether the target's functor of a library may still ask for what it asked for at a place."""
    kept, now, before = context.library.parameters(functor.path)
    same = any(now[at : at + 1] == each[at : at + 1] for each in before or [now])
    return not functor.changes and (not kept or same)


def _is_in(node: Node, outer: list[Node]) -> bool:
    return any(each.start <= node.start and node.end <= each.end for each in outer)
