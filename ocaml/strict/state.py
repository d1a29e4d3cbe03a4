"""The state of the self-check of one project, and what all its parts ask of it.

The parts are functions over this one state: `convert` (type expressions), `patterns`,
`expressions`, `modules` (module expressions and types), `structures` (definitions).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mirageport.ocaml.environment import Env, path_names
from mirageport.ocaml.modules import (
    Binding,
    Module,
    SigFunctor,
    SigModule,
    Struct,
    TypeDef,
    Unknown,
)
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.strict.formats import formatted
from mirageport.ocaml.strict.printing import plain, shown
from mirageport.ocaml.strict.types import FORMAL, WILD, Clash, Unifier
from mirageport.ocaml.tree import READER, wrapped
from mirageport.ocaml.types import GENERIC, Var

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mirageport.ocaml.modules import ApiValue, ModuleType, TypePart
    from mirageport.ocaml.strict.types import Bounds
    from mirageport.ocaml.tree import Node, Tree

    # The module type of a functor's parameter, in the scope of the parameters before it.
    ParameterType = Callable[[Env], ModuleType | None]
    from mirageport.ocaml.types import Type

MAX_DEPTH = 250
"""How deep expressions and modules may nest; what is deeper is unknown."""

ANY_TYPE = WILD + "?"
"""The name of a type that may be any."""

# Kinds of conflict.
UNBOUND, LACKS, TYPE, ARGUMENT, FUNCTOR, SIGNATURE, CHAIN, SYNTAX = (
    *("unbound", "lacks", "type", "argument"),
    *("functor", "signature", "chain", "syntax"),
)


class Conflict(NamedTuple):
    """Two known facts that cannot both hold. start, end: bytes of the text. kind: as above. types:
    of two types, as the message shows them, the one that is there and the one that is expected;
    part: whether only parts of these two differ, which are the types. lacks: of a module without
    something that a module type of an interface asks for, or with another type of it, its path and
    those of what it lacks; weight: one, and one more for each thing that is missing."""

    start: int
    end: int
    kind: str
    message: str
    types: tuple[str, str] = ("", "")
    part: bool = False
    lacks: tuple[str, ...] = ()
    weight: int = 1


class Functor(Module):
    """A functor: of the user's text, or one of an interface.

    parameters: the name of each, and its module type in the scope of those before it (None where it
    is unknown). made: the module that it makes of its arguments. formals: of one of the text, what
    its parameters are in its body, which is walked once.
    """

    __slots__ = ("formals", "made", "parameters")

    def __init__(
        self,
        path: str,
        parameters: list[tuple[str, ParameterType]],
        made: Callable[[list[Module]], Module],
        formals: tuple[Module, ...] = (),
    ) -> None:
        super().__init__(path)
        self.parameters = parameters
        self.made = made
        self.formals = formals


class Structure(Struct):
    """A structure of the user's text, with the fields and constructors of its types."""

    __slots__ = ("constructors", "fields")

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.fields: dict[str, TypePart] = {}
        self.constructors: dict[str, TypePart] = {}

    @property
    def complete(self) -> bool:
        return all(inner.complete for inner in self._included)

    @property
    def included(self) -> list[Module]:
        """What is included that is known by its interface only, or not at all."""
        return self._included

    def include(self, module: Module) -> None:
        super().include(module)
        if isinstance(module, Structure):
            self.fields.update(module.fields)
            self.constructors.update(module.constructors)

    def take(self, frame: Env) -> None:
        """Export what a frame defines."""
        self.values.update(frame.values)
        names = frame.names
        if names is not None:
            self.modules.update(names.modules)
            self.module_types.update(names.module_types)
            self.types.update(names.types)
            self.fields.update(names.fields)
            self.constructors.update(names.constructors)

    def field(self, name: str) -> TypePart | None:
        return self.fields.get(name) or super().field(name)

    def constructor(self, name: str) -> TypePart | None:
        return self.constructors.get(name) or super().constructor(name)


class Hole(Module):
    """An opened module of which nothing is known: any name may be its own. Modules of libraries
    and of the text stay what they are, as such a module has hardly others of their names; the
    standard library's do not: to give other ones is what such modules are for.

    behind: what is in scope behind it. trusting: whether the standard library's stay so, too.
    """

    __slots__ = ("behind", "trusting")

    def __init__(self, behind: Env, trusting: bool = False) -> None:
        super().__init__("")
        self.behind = behind
        self.trusting = trusting

    def value(self, name: str) -> ApiValue | Binding | None:
        nowhere: Any = None
        return Binding(nowhere, Var(GENERIC))

    def module(self, name: str) -> Module | None:
        found = self.behind.module(name)
        standard = isinstance(found, SigModule) and found.standard
        return Unknown(name) if found is None or (standard and not self.trusting) else found

    def type_def(self, name: str) -> TypeDef | None:
        return TypeDef([], None, ANY_TYPE, READER, self.behind)


class Common:
    """What all files of a project share.

    removed: the name of the release that no longer has a toplevel module, "" where none is known.
    pause: called between two items of a structure. counter: for names that must not be the same
    twice. datatypes: the definition of each record or variant by the name of its type. bounds: the
    tags of each private variant, see `types.Unifier`. unjudged: the paths of modules that nothing
    is known of. grounds, schemes: types that were converted once for all uses. trusting: see
    `Hole`.
    """

    def __init__(
        self,
        removed: Callable[[str], str],
        pause: Callable[[], None] | None = None,
        trusting: bool = False,
    ) -> None:
        self.removed = removed
        self.trusting = trusting
        self.refines = False  # whether a constructor was met that says what type its own is
        self.pause = pause
        self.counter = 0
        self.datatypes: dict[str, TypeDef] = {}
        self.bounds: Bounds = {}
        self.unjudged: set[str] = set()
        self.grounds: dict[TypeDef, Type] = {}
        self.schemes: dict[ApiValue, Type] = {}

    def fresh(self, name: str, mark: str) -> str:
        """The name with a number behind it."""
        self.counter += 1
        return f"{name}{mark}{self.counter}"


class State:
    """The state of the walk over one file.

    prefix: the path of the module the walk is in. formals: the formal parameters whose scope it is
    in. strict_sequence: whether `e; e'` asks for unit. muted: nothing is reported while it is not
    0. names: those of the types that were defined. results: what each application gives.
    """

    def __init__(self, tree: Tree, base: Env, common: Common, prefix: str, steps: int) -> None:
        self.tree = tree
        self.base = base
        self.promise = base.promise
        self.common = common
        self.prefix = prefix
        self.unifier = Unifier(steps, self._known, formatted, self.promise)
        self.unifier.bounds = common.bounds
        self.conflicts: list[Conflict] = []
        self.formals: set[str] = set()
        self.strict_sequence = True
        self.muted = 0
        self.depth = 0
        self.names: set[str] = set()
        self.results: dict[Node, Type] = {}

    # -- types -------------------------------------------------------------------------------

    def _known(self, name: str) -> bool:
        """Whether a type constructor stands for one type only that is known."""
        if name.startswith(WILD):
            return False
        root = name.partition(".")[0]
        return FORMAL not in root or root in self.formals

    def meet(self, node: Node, expected: Type, given: Type, kind: str = TYPE) -> bool:
        """Make two types one; where that cannot be, report it at a node. Gives whether it could."""
        try:
            self.unifier.unify(expected, given)
        except Clash:
            if not self.muted:
                want, have = shown(expected, given)
                what = _beginning(self.text(node))
                message = f"`{what}` has type `{have}`, but `{want}` is expected here"
                part = shown(expected) == shown(given)
                if part:  # they were joined up to where they part
                    want, have = shown(*self.unifier.apart)
                    message = f"`{what}` has a part of type `{have}` where `{want}` is expected"
                self.report(wrapped(node), kind, message, (have, want), part)
            return False
        return True

    # -- reports -----------------------------------------------------------------------------

    def text(self, node: Node) -> str:
        """The text of a node."""
        return self.tree.text(node)

    def report(
        self,
        node: Node,
        kind: str,
        message: str,
        types: tuple[str, str] = ("", ""),
        part: bool = False,
        lacks: tuple[str, ...] = (),
        weight: int = 1,
    ) -> None:
        """A conflict at a node. Names that are not there are reported where no types are, too."""
        if not self.muted or kind in (LACKS, UNBOUND):
            place = node.start, node.end
            self.conflicts.append(Conflict(*place, kind, message, types, part, lacks, weight))

    # -- names -------------------------------------------------------------------------------

    def name_of(self, node: Node) -> str:
        """The value name a node holds; an operator without its parentheses."""
        text = self.text(node)
        return text.strip("() \t\r\n") if node.kind == "parenthesized_operator" else text

    def bind(self, node: Node, name: str, type_: Type, frame: Env) -> None:
        """Bind a name to a type in a frame."""
        frame.values[name] = Binding(node, type_)

    def value(self, name: str, env: Env) -> ApiValue | Binding | None:
        """What an unqualified value name means; something unknown where a module that is opened,
        and of which not all is known, may bind the name too."""
        hidden = opened = False
        for frame in frames(env):
            found: ApiValue | Binding | None = frame.values.get(name)
            if found is not None:
                return Hole(env).value(name) if hidden else found
            module = frame.opened
            if module is None:
                continue
            found = module.value(name)
            if found is not None:
                return Hole(env).value(name) if hidden or opened else found
            if module.may_bind(name):
                # What is left out of a library's interface is hardly called as a local name is.
                opened = True
                hidden = hidden or not isinstance(module, SigModule)
        return None

    def opened(self, module: Module, env: Env) -> Env:
        """The scope behind an `open`."""
        unknown = isinstance(module, Unknown)
        return Env(env, opened=Hole(env, self.common.trusting) if unknown else module)

    def sealed(self, env: Env) -> bool:
        """Whether all that could bind a name here is known."""
        return all(frame.opened is None or frame.opened.complete for frame in frames(env))

    def sealed_types(self, env: Env) -> bool:
        """Whether all that could bind a type here is known."""
        return self.sealed(env) and not any(
            frame.opened is not None and has_classes(frame.opened) for frame in frames(env)
        )

    def module(self, path: Node, env: Env) -> Module:
        """The module a path means; one of which nothing is known where it is unknown."""
        names = path_names(path, self.tree)
        return self.module_named(names, path, env) if names else Unknown("")

    def module_named(self, names: list[str], place: Node, env: Env) -> Module:
        """The same for the names of a path."""
        first = names[0]
        module = env.module(first)
        if module is None:
            release = self.common.removed(first)
            if release:
                self.report(place, UNBOUND, f"there is no module `{first}` in {release}")
            self.unknown(first)
            return Unknown(first)
        seen = first
        for name in names[1:]:
            inner = module.module(name)
            if inner is None:
                if lacks(module, "modules", name):
                    self.lacks(place, seen, "module", name)
                elif not isinstance(module, Unknown):
                    self.common.unjudged.add(f"{plain(seen)}.{name}")
                return Unknown(name)
            module, seen = inner, f"{seen}.{name}"
        return module

    def unknown(self, module: str) -> None:
        """Note a toplevel module of which nothing is known."""
        if not self.common.removed(module):
            self.common.unjudged.add(module)

    def lacks(self, place: Node, module: str, what: str, name: str) -> None:
        """A conflict: a module that is known as a whole has no such item."""
        self.report(place, LACKS, f"`{plain(module)}` has no {what} `{name}`")


def frames(env: Env) -> Iterator[Env]:
    """The frames of a scope, the innermost first."""
    frame: Env | None = env
    while frame is not None:
        yield frame
        frame = frame.parent


def lacks(module: Module, table: str, name: str) -> bool:
    """Whether a module is known not to have anything of this name. table: that of `SigIndex`."""
    if isinstance(module, (Functor, SigFunctor)):
        return True  # nothing lies in a functor before it is applied
    if not module.complete:
        return False
    if isinstance(module, SigModule):
        if table == "types" and has_classes(module):
            return False
        return all(name not in getattr(layer.index, table) for layer in module.layers)
    if isinstance(module, Structure):
        return name not in getattr(module, table) and all(
            lacks(inner, table, name) for inner in module.included
        )
    return False


def has_classes(module: Module) -> bool:
    """Whether a signature has classes, whose names are types as well."""
    return isinstance(module, SigModule) and any(layer.index.classes for layer in module.layers)


def _beginning(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 50 else line[:47] + ".."
