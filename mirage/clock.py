"""Which of Mirage 3's clocks a Mirage 2 clock has to become, decided once for everything that it
flows through: the functors and functions it is handed on to, the interfaces beside them, config.ml.

What takes a clock and is known says which one it wants: a functor of a library, code that reads
the time. A functor of the project's own wants what its own parameter is used for. What nothing is
known of is named, so that a person can look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.mirage import row as rows
from mirageport.mirage.config import choices, seams
from mirageport.mirage.names import CLOCKS
from mirageport.mirage.reporters import unneeded
from mirageport.mirage.spans import measures
from mirageport.ocaml.modules import Struct
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.places import modules_named, places
from mirageport.ocaml.tree import NO_NODE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Analysis, Node, Parameter, Project, Tree
    from mirageport.mirage.row import Row

MCLOCK, PCLOCK, BOTH, UNKNOWN = "mclock", "pclock", "both", ""

# Functors that take a clock, and which one they want in Mirage 3 (mirage-tcpip v3.0.0,
# ocaml-tls 0.8.0, mirage-logs 0.3.0, irmin 1.0.0, logs-syslog 0.1.0).
_WANTED = {
    "Arpv4.Make": MCLOCK,
    "Ipv4.Make": MCLOCK,  # before tcpip 2.6; its clock went to Arpv4.Make
    "Ipv6.Make": MCLOCK,
    "Tcp.Flow.Make": MCLOCK,
    "Tcpv4.Flow.Make": MCLOCK,  # its name before tcpip 2.0
    "Tls_mirage.X509": PCLOCK,
    "Mirage_logs.Make": PCLOCK,
    "Irmin_mirage.Task": PCLOCK,
    "Logs_syslog_mirage.Udp": PCLOCK,
    "Logs_syslog_mirage.Tcp": PCLOCK,
    "Logs_syslog_mirage_tls.Tls": PCLOCK,
}
# Functions of these modules take a clock as a packed module (mirage-flow 1.2.0).
_WANTED_PACKED = {"Mirage_flow": MCLOCK, "Mirage_flow_lwt": MCLOCK}

# What only the one or the other of Mirage 3's clocks has (mirage-clock 1.2.0).
_DATES = ("now_d_ps", "current_tz_offset_s", "period_d_ps")
_SPANS = ("elapsed_ns", "period_ns")

# The clock of Mirage 2 that every unikernel was linked with.
GLOBAL = "Clock"


class Choice(NamedTuple):
    """What a clock has to become: MCLOCK, PCLOCK, BOTH, or UNKNOWN where only code takes it of
    which nothing is known. takers: that code, as it is written."""

    clock: str
    takers: tuple[str, ...] = ()


class _Needs(NamedTuple):
    """What is asked of a clock. wanted: the clocks that must be; measured: whether it is read, and
    only for elapsed time, which either can measure; takers: as `Choice`; own: the functors of
    the project that it is handed on to."""

    wanted: frozenset[str]
    measured: bool
    takers: tuple[str, ...]
    own: tuple[_Slot, ...]


class _Slot(NamedTuple):
    """A module that a piece of code takes by a name. region: the code."""

    file: str
    region: Node
    name: str


_NOTHING = _Needs(frozenset(), False, (), ())


def given_to(
    project: Project, file: str, region: Node, name: str
) -> Iterator[tuple[Node, str, str]]:
    """Where code hands a module on: (the argument, the clock that is wanted there or UNKNOWN, who
    takes it)."""
    clocks = _clocks(project)
    for argument, taker, needs in clocks.handed(_Slot(file, region, name)):
        decided = clocks.choice(needs.own[0]).clock if needs.own else _of(needs)
        yield argument, decided, taker


def wanted(project: Project, file: str, region: Node, name: str) -> Choice:
    """The clock that code needs by this name, which nobody gave it: the module that everybody
    could reach."""
    return _clocks(project).choice(_Slot(file, region, name))


def named_at(project: Project, file: str, node: Node) -> Choice:
    """The clock that a mention of the module type has to become."""
    return _clocks(project).named_at(file, node)


def of_parameter(project: Project, file: str, parameter: Parameter) -> Choice:
    """The clock that a functor parameter of such a type is, or has to become."""
    return _clocks(project).of_parameter(file, parameter.node)


def wanted_by(functor: str) -> str:
    """The clock that a library's functor takes, by its path; "" for any other functor."""
    return _WANTED.get(functor, "")


def wanted_in_config(project: Project, file: str, node: Node) -> Choice:
    """The clock that `clock` in a `@->` chain or `default_clock` in a `$` chain stands for: that
    of the functor parameters at the same positions. UNKNOWN where no functor in sight takes it."""
    binding = node.above if node.field == "body" else NO_NODE
    name = binding.child("pattern") if binding.kind == "let_binding" else NO_NODE
    given = {node, *(project.analysis(file).references(name))}
    chosen = []
    for seam in seams(project):
        applied = [application.values for application in seam.job.applications]
        chains = [seam.job.types, *applied, *choices(project, seam.job)]
        for chain in chains:
            for value, parameter in zip(chain, seam.functor.parameters, strict=False):
                if value in given:
                    chosen.append(of_parameter(project, seam.file, parameter))
    return _one(chosen) if chosen else Choice(UNKNOWN)


def typed(tree: Tree, type_node: Node | None) -> str:
    """The clock that a module type names already; "" for any other."""
    text = tree.text(type_node) if type_node else ""
    first = text.split()[0] if text else ""
    for clock, path in CLOCKS.items():
        if first.endswith(path.rpartition(".")[2]):
            return clock
    return ""


def _reads(analysis: Analysis, slot: _Slot, names: tuple[str, ...]) -> bool:
    """Whether code calls one of these functions of its clock, which has none of them yet where it
    goes by its old name: `Clock.now_d_ps`, or `now_d_ps` in `Clock.( .. )`."""
    for name in names:
        for node in places(analysis.tree, slot.region, name):
            opening = node.around("local_open_expression")
            around = (node.parent, opening) if node.kind == "value_name" else ()
            paths = [each.first("module_path") for each in around if each is not None]
            of = next((path for path in paths if path is not None), None)
            module = analysis.module_refs.get(of) if of is not None else None
            if module is not None and module.path == slot.name and not isinstance(module, Struct):
                return True
    return False


def _of(needs: _Needs) -> str:
    if needs.wanted:
        return next(iter(needs.wanted)) if len(needs.wanted) == 1 else BOTH
    return MCLOCK if needs.measured else UNKNOWN


def _clocks(project: Project) -> _Clocks:
    return project.once("clocks", lambda: _Clocks(project))


class _Clocks:
    """Everything that clocks flow through in one project."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._known: dict[_Slot, _Needs] = {}
        self._rows: dict[str, list[Row]] = {}
        self._unneeded: dict[str, list[Node]] = {}
        self._all: list[_Slot] | None = None

    # -- what is chosen ------------------------------------------------------------------------

    def choice(self, slot: _Slot) -> Choice:
        """What a clock has to become. What no one decides takes the clock of those who hand it on
        or take it from here, so that all of them have one kind."""
        needs = self.needs(slot)
        if needs.wanted:
            return Choice(_of(needs), needs.takers)
        around, takers = self._around(slot)
        if takers:
            return Choice(UNKNOWN, takers)
        if len(around) > 1:
            return Choice(UNKNOWN)
        return Choice(around.pop() if around else MCLOCK)

    def _around(self, slot: _Slot) -> tuple[set[str], tuple[str, ...]]:
        """The clocks that callers have which hand theirs on to something undecided, through
        everything undecided that it is tied to; and what nothing is known of there."""
        found: set[str] = set()
        takers: list[str] = []
        todo, seen = [slot], {slot}
        while todo:
            one = todo.pop()
            needs = self.needs(one)
            if needs.wanted:
                found |= {PCLOCK} if len(needs.wanted) > 1 else needs.wanted
                continue
            takers += [taker for taker in needs.takers if taker not in takers]
            found |= self._configured(one)
            callers = [each for each in self._slots() if one in self.needs(each).own]
            for other in (*needs.own, *callers):
                if other not in seen:
                    seen.add(other)
                    todo.append(other)
        return found, tuple(takers)

    def _configured(self, slot: _Slot) -> set[str]:
        """The clock that config.ml gives it already."""
        for seam in seams(self._project):
            body = seam.functor.node.child("body")
            if seam.file != slot.file or (slot.region is not body and body):
                continue
            for at, parameter in enumerate(seam.functor.parameters):
                if parameter.name == slot.name and at < len(seam.job.types):
                    text = self._project.tree(seam.job.file).text(seam.job.types[at])
                    return {text} & set(CLOCKS)
        return set()

    def of_parameter(self, file: str, parameter: Node) -> Choice:
        """The clock of a functor parameter, in a definition, a module type or an interface."""
        tree = self._project.tree(file)
        known = typed(tree, parameter.get("module_type"))
        if known:
            return Choice(known)
        row = rows.around(tree, file, parameter)
        if not row or parameter not in row.parameters:
            return Choice(UNKNOWN)
        at = row.parameters.index(parameter)
        chosen = [self.choice(slot) for slot in self._meant(row, at)]
        return _one(chosen)

    def _meant(self, row: Row, at: int) -> Iterator[_Slot]:
        """The parameters, in definitions, that one at a place of a row stands for."""
        if row.node.kind == "module_binding":
            slot = self._slot(rows.defined(self._project, row), at)
            if slot is not None:
                yield slot
            return
        for file in self._project.names:
            for other in self._rows_of(file):
                type_ = other.node.child("module_type")
                if other.node.kind != "module_binding" or not type_:
                    continue
                name = self._project.tree(file).text(type_).split()[0].rpartition(".")[2]
                if name == row.name.rpartition(".")[2]:
                    yield from self._meant(other, at)

    def named_at(self, file: str, node: Node) -> Choice:
        """See the function of this name."""
        parameter = node.around("module_parameter")
        if parameter:
            return self.of_parameter(file, parameter)
        packed = node.around("package_expression", "package_pattern")
        if packed:
            return self._packed_at(file, packed)
        if node.up("package_type"):
            return Choice(UNKNOWN)
        definition = node.around("module_type_definition", "module_binding")
        if definition.kind == "module_type_definition":
            return self._abbreviated(file, definition)
        return Choice(MCLOCK)

    def _packed_at(self, file: str, packed: Node) -> Choice:
        tree = self._project.tree(file)
        if packed.kind == "package_pattern":
            name = packed.part("module_name")
            region = packed.around("let_binding", "fun_expression")
            if not name or not region:
                return Choice(UNKNOWN)
            return self.choice(_Slot(file, region, tree.text(name)))
        module = packed.child("module")
        row = rows.around(tree, file, packed)
        while row and module:
            for at, parameter in enumerate(row.parameters):
                if rows.parameter_name(tree, parameter) == tree.text(module):
                    return _one([self.choice(slot) for slot in self._meant(row, at)])
            outer = row.node.above
            row = rows.around(tree, file, outer) if outer else None
        return Choice(MCLOCK)

    def _abbreviated(self, file: str, definition: Node) -> Choice:
        """`module type CLOCK = V1.CLOCK`: what the parameters of that type become."""
        tree = self._project.tree(file)
        name = tree.text(definition.part("module_type_name"))
        chosen = []
        for row in self._rows_of(file):
            for parameter in row.parameters:
                type_ = parameter.child("module_type")
                if type_ and tree.text(type_).split()[0] == name:
                    chosen.append(self.of_parameter(file, parameter))
        return _one(chosen) if chosen else Choice(MCLOCK)

    # -- what is asked of it -------------------------------------------------------------------

    def needs(self, slot: _Slot) -> _Needs:
        """What code asks of the clock that it has by a name."""
        if slot not in self._known:
            self._known[slot] = _NOTHING  # a functor that hands it on to itself asks no more
            self._known[slot] = self._needs(slot)
        return self._known[slot]

    def _needs(self, slot: _Slot) -> _Needs:
        if slot.region.kind == "module_parameter":
            settled = typed(self._project.tree(slot.file), slot.region.get("module_type"))
            return _Needs(frozenset([settled]), False, (), ())
        wanted_here: set[str] = set()
        takers: list[str] = []
        own: list[_Slot] = []
        for _argument, taker, needs in self.handed(slot):
            wanted_here |= needs.wanted
            own += needs.own
            takers += [each for each in needs.takers or () if each not in takers]
            if not needs.wanted and not needs.own and not needs.takers:
                takers.append(taker)
        read, measured = self._read(slot)
        if read and not measured:
            wanted_here.add(PCLOCK)
        if not (wanted_here or takers or own or read) and self._is_free(slot):
            return self.needs(_Slot(slot.file, slot.region, GLOBAL))
        return _Needs(frozenset(wanted_here), measured, tuple(takers), tuple(own))

    def _is_free(self, slot: _Slot) -> bool:
        """Whether a functor's clock does nothing yet, so that it can stand for the module `Clock`
        that everybody could reach."""
        if slot.name == GLOBAL or slot.region.kind != "structure":
            return False
        tree = self._project.tree(slot.file)
        return not any(modules_named(tree, GLOBAL))

    def handed(self, slot: _Slot) -> Iterator[tuple[Node, str, _Needs]]:
        """Where the code of a slot hands the clock on: the argument, who takes it, and what that
        asks of it."""
        tree = self._project.tree(slot.file)
        unneeded = self._unneeded_in(slot.file)
        for node in self._mentions(slot):
            if any(each.start <= node.start < each.end for each in unneeded):
                continue
            outer = _unparenthesized(node)
            parent = outer.above
            if not parent:
                continue
            if outer.field == "argument" and parent.kind == "module_application":
                head, at = _head(parent)
                yield node, tree.text(head), self._taker(slot.file, head, at)
            elif parent.kind == "package_expression":
                yield node, *self._packed(slot.file, parent)

    def _unneeded_in(self, file: str) -> list[Node]:
        """The definitions in a file that are needed no longer, so that they ask for no clock."""
        if file not in self._unneeded:
            self._unneeded[file] = list(unneeded(self._project.analysis(file)))
        return self._unneeded[file]

    def _mentions(self, slot: _Slot) -> Iterator[Node]:
        """Where a module is named as a whole in a piece of code, by its name or an alias of it."""
        tree = self._project.tree(slot.file)
        todo, seen = [slot.name], {slot.name}
        while todo:
            name = todo.pop()
            for node in _places(tree, slot.region, name):
                outer = _unparenthesized(node)
                binding = outer.above
                if outer.field == "body" and binding.kind == "module_binding":
                    alias = tree.text(binding.part("module_name"))
                    if alias and alias not in seen:
                        seen.add(alias)
                        todo.append(alias)
                else:
                    yield node

    def _taker(self, file: str, head: Node, at: int) -> _Needs:
        """What a functor asks of its argument at a place."""
        slot = self._own(file, head, at)
        if slot is not None:
            needs = self.needs(slot)
            return _Needs(needs.wanted, False, needs.takers, (slot,))
        module = self._project.analysis(file).module_refs.get(head)
        path = module.item.path if module is not None and module.item is not None else ""
        path = path or self._project.tree(file).text(head)
        clock = _WANTED.get(path, "")
        return _Needs(frozenset([clock]), False, (), ()) if clock else _NOTHING

    def _own(self, file: str, head: Node, at: int) -> _Slot | None:
        """The parameter of the project's own functor that an argument is for; its node as the
        region where its type says already which clock it is."""
        for row in rows.functors(self._project, file, head):
            slot = self._slot(rows.defined(self._project, row), at)
            if slot is not None:
                return slot
        return self._applied_before(file, head, at)

    def _applied_before(self, file: str, head: Node, at: int) -> _Slot | None:
        """The same for a functor that has other arguments or another name already:
        `module G = F (A)` and `G (Clock)`."""
        tree = self._project.tree(file)
        text = tree.text(head)
        for row in self._rows_of(file):
            body = row.node.child("body")
            if row.name.rpartition(".")[2] != text or row.parameters or not body:
                continue
            if head.start < row.node.end:
                continue
            if body.kind == "module_application":
                inner, last = _head(body)
                return self._own(file, inner, last + 1 + at)
            if body.kind == "module_path":
                return self._own(file, body, at)
        return None

    def _packed(self, file: str, packed: Node) -> tuple[str, _Needs]:
        """Who takes `(module Clock)`, and what that asks of it."""
        tree, analysis = self._project.tree(file), self._project.analysis(file)
        clock = typed(tree, packed.get("module_type"))
        call = packed.above
        function = call.child("function")
        text = tree.text(function) if function else tree.text(packed)
        clock = clock or _WANTED_PACKED.get(text.partition(".")[0], "")
        if clock:
            return text, _Needs(frozenset([clock]), False, (), ())
        bound = analysis.bound(function) if function else NO_NODE
        definition = bound.above
        if not call or definition.kind != "let_binding":
            return text, _NOTHING
        at = call.all("argument").index(packed)
        patterns = [each.get("pattern") for each in definition.of("parameter")]
        pattern = patterns[at] if at < len(patterns) else None
        name = pattern.part("module_name") if pattern is not None else NO_NODE
        if not name:
            return text, _NOTHING
        slot = _Slot(file, definition, tree.text(name))
        needs = self.needs(slot)
        return text, _Needs(needs.wanted, False, needs.takers, (slot,))

    def _read(self, slot: _Slot) -> tuple[bool, bool]:
        """Whether code reads the time of a clock, and whether only to measure."""
        analysis = self._project.analysis(slot.file)
        region = slot.region
        values = [
            value
            for value in analysis.uses
            if value.module.path == slot.name
            and value.item.owner == "CLOCK"
            and region.start <= value.node.start < region.end
        ]
        dates = any(
            used.qualifier == slot.name and used.item.owner == "CLOCK"
            for table in (analysis.field_uses, analysis.named_types)
            for node, used in table.items()
            if region.start <= node.start < region.end
        )
        # Calls that are ported already, in code that is half on its way.
        dates = dates or _reads(analysis, slot, _DATES)
        spans = _reads(analysis, slot, _SPANS)
        measured = not dates and all(measures(analysis, value) for value in values)
        return bool(values) or dates or spans, (bool(values) or spans) and measured

    # -- what there is -------------------------------------------------------------------------

    def _slot(self, row: Row, at: int) -> _Slot | None:
        """A parameter of a functor; its own node as the region where it is settled what it is."""
        tree = self._project.tree(row.file)
        if at >= len(row.parameters) or row.body is None:
            return None
        parameter = row.parameters[at]
        name = rows.parameter_name(tree, parameter)
        settled = typed(tree, parameter.get("module_type"))
        return _Slot(row.file, parameter if settled else row.body, name)

    def _slots(self) -> list[_Slot]:
        """All parameters of the project's functors that may be clocks."""
        if self._all is None:
            self._all = []
            for file in self._project.names:
                if not file.endswith(".ml") or b"CLOCK" not in self._project.source(file).data:
                    continue
                tree = self._project.tree(file)
                for row in self._rows_of(file):
                    for at, parameter in enumerate(row.parameters):
                        text = tree.text(parameter.child("module_type"))
                        slot = self._slot(row, at)
                        if slot is not None and text.rpartition(".")[2] == "CLOCK":
                            self._all.append(slot)
        return self._all

    def _rows_of(self, file: str) -> list[Row]:
        if file not in self._rows:
            self._rows[file] = list(rows.rows(self._project.tree(file), file))
        return self._rows[file]


def _one(chosen: list[Choice]) -> Choice:
    """The one choice of several places; UNKNOWN where they differ."""
    clocks = {each.clock for each in chosen}
    takers = tuple(dict.fromkeys(taker for each in chosen for taker in each.takers))
    return Choice(clocks.pop() if len(clocks) == 1 else UNKNOWN, takers)


def _places(tree: Tree, region: Node, name: str) -> Iterator[Node]:
    """Where a module path in a piece of code is just this name."""
    for node in places(tree, region, name):
        path = node.parent if node.kind == "module_name" else node
        if path is not None and path.kind in ("module_path", "extended_module_path"):
            if tree.text(path) == name:
                yield path


def _unparenthesized(node: Node) -> Node:
    """The module expression with all parentheses and types around it."""
    while node.above.kind in ("parenthesized_module_expression", "typed_module_expression"):
        node = node.above
    return node


def _head(application: Node) -> tuple[Node, int]:
    """The functor of a `module_application`, and which of its arguments is the last one there."""
    at, current = -1, application
    while current.kind == "module_application":
        inner = current.child("functor")
        if not inner:
            break
        at, current = at + 1, inner
    return current, at
