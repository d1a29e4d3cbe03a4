"""A pack: what the engine needs to know to port the users of a library, as one value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.rules import Rules
from mirageport.diagnostics.shapes import PLAIN
from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from mirageport.api.data import Folder
    from mirageport.api.library import Library, Target
    from mirageport.diagnostics.changes.conversions import Converts
    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.facts import Edit, Rewrite
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project
    from mirageport.diagnostics.rules import Rule
    from mirageport.diagnostics.shapes import Shape
    from mirageport.ocaml.promise import Promise
    from mirageport.ocaml.strict.check import Program
    from mirageport.ocaml.strict.state import Conflict

    OnCrash = Callable[[str, BaseException], None]
    InFile = tuple[str, Callable[[Context], Iterable[Finding]]]


class When:
    """What finds changes in a file, loaded with the first file that uses a value which changed in
    one of some ways, or that has one of some words: most are rare, and a check of one file must
    start fast. kinds: of the rules of such values. rule: the one rule that it finds, which has to
    hold for the target."""

    __slots__ = ("_kinds", "_load", "_rule", "_words")

    def __init__(
        self,
        *kinds: str,
        load: Callable[[], Callable[[Context], Iterable[Finding]]],
        words: tuple[bytes, ...] = (),
        rule: str = "",
    ) -> None:
        self._kinds = kinds
        self._load = load
        self._words = words
        self._rule = rule

    def __call__(self, context: Context) -> Iterable[Finding]:
        """The findings of a file."""
        if any(map(context.source.holds, self._words)) or any(map(context.ruled, self._kinds)):
            if not self._rule or context.rules.holds(context.rule(self._rule)):
                return self._load()(context)
        return ()


class Changes(NamedTuple):
    """Kinds of change that need Python: what finds them in a file with its project, each with a
    title for a line in a log."""

    in_files: tuple[InFile, ...] = ()


class Files(NamedTuple):
    """What a pack knows about files by their names and their first bytes.

    language: the language of a file around the code, "" for OCaml. concerned: (name, content,
    whether the project has a file that describes others) whether such a file may hold something.
    describes: (name, content) whether an OCaml file describes to a tool how the others are put
    together, as Mirage's config.ml does. descriptions: the names that such files always have.
    generated: how files begin that a tool writes, in small letters, and what is said of them; the
    first is written by the target's own tool. regenerated: words at the beginning of files that a
    tool wrote for the release before, and the rule of the one finding in such a file. copied:
    whether a file may have a copy of a type of the library, for others that do not name that.
    """

    language: Callable[[str], str]
    describes: Callable[[str, bytes], bool]
    descriptions: tuple[str, ...] = ()
    generated: tuple[tuple[bytes, str], ...] = ()
    regenerated: tuple[tuple[bytes, str], ...] = ()
    concerned: Callable[[str, bytes, bool], bool] = lambda _name, _data, _described: True
    copied: bool = False


def _no_changes() -> Changes:
    return Changes()


def _nothing_around(project: Project, name: str, on_crash: OnCrash | None) -> list[Finding]:
    return []


def _brings_nothing(context: Context, module: str) -> None:
    return None


def _mends_nothing(context: Context, start: int, given: str) -> Rewrite | None:
    return None


def _no_conflicts(project: Project, program: Program, module: str) -> Iterable[Conflict]:
    return ()


class Code(NamedTuple):
    """What a pack says in Python, each loaded when it is first asked for.

    changes: kinds of change beside the general ones. around: the findings in a file around the
    code. conflicts: what the self-check finds in a file that describes the others. brings: (file,
    module) the edits with which a file may use a module of a library, none where it may already;
    None where that cannot be done. mends: (context, start, type) what is written for a conflict
    that the pack found itself, where something has this type.
    """

    changes: Callable[[], Changes] = _no_changes
    around: Callable[[Project, str, OnCrash | None], list[Finding]] = _nothing_around
    conflicts: Callable[[Project, Program, str], Iterable[Conflict]] = _no_conflicts
    brings: Callable[[Context, str], tuple[Edit, ...] | None] = _brings_nothing
    mends: Callable[[Context, int, str], Rewrite | None] = _mends_nothing


def _only_code(name: str) -> str:
    return ""


def _describes_nothing(name: str, data: bytes) -> bool:
    return False


NO_FILES = Files(_only_code, _describes_nothing)
NO_CODE = Code()
SHAPES = {"plain": PLAIN}
NO_STEPS: Mapping[str, str] = {}


class Pack:
    """What the users of a library need to be ported.

    release: the release that is ported to, such as 3.0; target: what messages call it. library,
    judged: make its interfaces,
    both sides beside each other and the target's alone; each is asked once. pages: the folder of
    the rules' pages. words: without one of these in its bytes, no file has anything of the library.
    shapes: what became of the tags of results, by the names that pages give them. judges_all:
    whether a port type-checks code that it left as it was, too, as the pages do not say of all that
    ended what became of it. before: makes the interfaces of the release before alone, where code is
    known to compile with it: what cannot hold there either is nothing of the port. steps: what the
    parts of a port are called, in the order in which a person looks at them, by the categories of
    rules, or the `step` that a page names. build: the commands that build what was ported, each in
    the folder of what describes it. packages: the names that the library has in opam files. shims:
    libraries that give older releases what came later. agreeing: whether templates give the types
    that their items had, by what says both. converts: what `conversions` found. Never changed, only
    filled: what is loaded once is kept.
    """

    __slots__ = (
        "_before",
        "_judged",
        "_library",
        "_load",
        "agreeing",
        "build",
        "code",
        "converts",
        "files",
        "judges_all",
        "packages",
        "release",
        "rules",
        "shapes",
        "shims",
        "steps",
        "target",
        "words",
    )

    def __init__(
        self,
        release: str,
        target: str,
        library: Callable[[], Library],
        judged: Callable[[], Target],
        pages: Folder,
        words: tuple[bytes, ...],
        files: Files = NO_FILES,
        code: Code = NO_CODE,
        shapes: Mapping[str, Shape] = SHAPES,
        judges_all: bool = False,
        before: Callable[[], Target] | None = None,
        steps: Mapping[str, str] = NO_STEPS,
        build: tuple[str, ...] = (),
        packages: tuple[str, ...] = (),
        shims: tuple[str, ...] = (),
    ) -> None:
        self.release = release
        self.target = target
        self._load = (library, judged)
        self._before = before
        self.rules = Rules(pages, target, release)
        self.words = words
        self.files = files
        self.code = code
        self.shapes = shapes
        self.judges_all = judges_all
        self.steps = steps
        self.build = build
        self.packages = packages
        self.shims = shims
        self.agreeing: dict[str, bool] = {}
        self.converts: list[Converts] | None = None
        self._library: Library | None = None
        self._judged: Target | None = None

    def knows(self, name: str) -> bool:
        """Whether a file of this name is one to port: OCaml code, or one around it that the pack
        knows."""
        return name.endswith((".ml", ".mli")) or bool(self.files.language(name))

    def step(self, rule: Rule) -> str:
        """What the part of a port is called that a rule is about."""
        return self.steps.get(rule.options.get("step", rule.category), rule.category)

    @property
    def library(self) -> Library:
        """The interfaces before and now."""
        if self._library is None:
            self._library = self._load[0]()
        return self._library

    @property
    def promise(self) -> Promise:
        """The type of promises that code is written with."""
        return self.library.base.promise

    @property
    def judged(self) -> Target:
        """The interfaces of the target alone."""
        if self._judged is None:
            self._judged = self._load[1]()
        return self._judged

    @property
    def before(self) -> Target | None:
        """The interfaces of the release before alone, where code compiles with it."""
        return self._before() if self._before is not None else None


def together(packs: Sequence[Pack]) -> Pack:
    """A pack by whose interfaces files are read that several packs are to port: those of all."""
    first = packs[0]

    def library() -> Library:
        from mirageport.api.library import in_sight

        return in_sight([each.library for each in packs])

    def judged() -> Target:
        from mirageport.api.library import in_sight

        return in_sight([each.judged for each in packs])

    words = tuple(word for each in packs for word in each.words)
    target = " and ".join(each.target for each in packs)
    files = first.files._replace(copied=any(each.files.copied for each in packs))
    return Pack(first.release, target, library, judged, first.rules.folder, words, files)
