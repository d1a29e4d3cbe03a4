"""One unikernel: the files of its folder, their trees, and what was found out about each."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar

from mirageport.diagnostics.triggers import giving_types, names_one, triggered
from mirageport.ocaml.beside import OwnFile, signature
from mirageport.ocaml.environment import Env, resolve_path
from mirageport.ocaml.file_names import basename, folder_of, module_name
from mirageport.ocaml.infer.file import analyse
from mirageport.ocaml.seen import seen_by
from mirageport.ocaml.source import Source, edit_of
from mirageport.ocaml.tree import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mirageport.diagnostics.pack import Pack
    from mirageport.ocaml.analysis import Analysis
    from mirageport.ocaml.source import Edit
    from mirageport.ocaml.tree import Tree

    Pause = Callable[[], None]


T = TypeVar("T")

_BUILT = ("library", "executable", "executables", "test", "tests")


class File:
    """One file of a project: its text, its tree when asked for, its analysis when asked for.

    pack: whose interfaces it is read with. pause: called between two steps of these.
    """

    __slots__ = (
        "_analysis",
        "_base",
        "_edit",
        "_former",
        "_scope",
        "_signature",
        "_tree",
        "name",
        "pack",
        "pause",
        "source",
    )

    def __init__(self, name: str, source: Source, pack: Pack, pause: Pause | None = None) -> None:
        self.name = name
        self.pack = pack
        self.source = source
        self.pause = pause
        self._tree: Tree | None = None
        self._analysis: Analysis | None = None
        self._former: Analysis | None = None
        self._base: Tree | None = None  # the tree before `_edit`, where that waits to be made
        self._edit: Edit | None = None
        self._scope: Scope | None = None  # what `_analysis` or `_former` rests on
        self._signature: str | None = None

    @property
    def tree(self) -> Tree:
        """The syntax tree."""
        return self._parsed(self.pause)

    def _parsed(self, pause: Pause | None) -> Tree:
        if self._tree is None:
            try:
                if self._base is not None and self._edit is not None:
                    self._tree = self._base.after(self._edit, self.source, pause)
                    self._base = self._edit = None
                else:
                    self._tree = parse(self.source, self.name.endswith(".mli"), pause)
            except BaseException:
                self._begin_anew()
                raise
        return self._tree

    @property
    def module(self) -> str:
        """The name of the module that the file is."""
        return module_name(self.name)

    @property
    def signature(self) -> str:
        """What it gives to the files beside it (see `beside.signature`)."""
        if self._signature is None:
            # Asked for in the midst of an item of another file, where nothing may pause.
            self._signature = signature(self._parsed(None), self.module, self.pack.promise)
        return self._signature

    def analysis(
        self,
        beside: Mapping[str, File],
        interface: File | None = None,
        opened: tuple[str, ...] = (),
    ) -> Analysis:
        """Scopes and types. beside: the files around it, by the modules that they are. interface:
        its own, if that may say something of the library. opened: see `Project.opened`."""
        if self._scope is None or not self._scope.holds(beside, interface, opened):
            self._scope = Scope(self, beside, interface, opened)
            self._analysis = self._former = None
        self._scope.beside = beside
        if self._analysis is None:
            # Of what describes the other files, all that it builds is asked for.
            describes = self.pack.files.describes(self.name, self.source.data)
            copied = self.pack.library.names.copied  # by tags, which are no names
            skip = self.name.endswith(".ml") and not (describes or copied or interface)
            env = self._scope.env
            if self.pause is not None:
                # Parsed now, with pauses: `signature` is asked for where nothing may pause.
                for file in beside.values():
                    file._parsed(file.pause)
            try:
                said = interface._parsed(self.pause) if interface is not None else None
                self._analysis = analyse(self.tree, env, self._former, skip, self.pause, said)
            except BaseException:
                self._begin_anew()
                raise
            self._former = None
        return self._analysis

    def _begin_anew(self) -> None:
        """What was worked out is in pieces, as the work on it ended early."""
        self._tree = self._base = self._edit = self._analysis = self._former = self._scope = None

    def forget(self) -> None:
        """Let go of what was worked out, findings included: it is worked out anew when it is asked
        for."""
        if self._analysis is not None:
            self._analysis.dissolve()
        if self._tree is not None:
            self._tree.dissolve()
        self._tree = self._base = self._analysis = self._former = None

    def edited(self, start: int, end: int, new: bytes) -> File:
        """The file after one edit, on which all goes over that is known of what it did not touch;
        what this version is asked after that is worked out anew.

        The tree waits until it is asked for: edits that come back to back are made as one.
        """
        file = File(self.name, self.source.edited(start, end, new), self.pack, self.pause)
        edit = edit_of(self.source, start, end, new)
        file._base = self._tree or self._base
        if file._base is not None:
            file._edit = self._edit.then(edit) if self._edit is not None else edit
        file._former = self._analysis or self._former
        file._scope = self._scope
        self._tree = self._base = self._edit = self._analysis = self._former = None
        return file


class Scope:
    """What is in scope in a file before its first line: libraries, and the files beside it, which
    hide those of the same name. own: the module that the file is, which it cannot name. interface:
    that of the file, if it may say something of the library. asked: what the others gave when they
    were asked for; None where there was no such file."""

    __slots__ = ("asked", "beside", "env", "interface", "opened", "own")

    def __init__(
        self,
        file: File,
        beside: Mapping[str, File],
        interface: File | None,
        opened: tuple[str, ...],
    ) -> None:
        self.own = file.module
        self.beside = beside
        self.interface = interface
        self.opened = opened
        self.asked: dict[str, tuple[str, OwnFile] | None] = {}
        self.env = Env(file.pack.library.base, loader=self._module)
        self.env.permanent = False
        for path in opened:
            module = resolve_path(path.split("."), self.env)
            self.env = Env(self.env, opened=module) if module is not None else self.env

    def _module(self, name: str) -> OwnFile | None:
        if name not in self.asked:
            file = self.beside.get(name) if name != self.own else None
            self.asked[name] = None  # what it opens may be itself
            if file is not None:
                self.asked[name] = (file.signature, OwnFile(name, file.signature, self.env))
        found = self.asked[name]
        return found[1] if found is not None else None

    def holds(
        self, beside: Mapping[str, File], interface: File | None, opened: tuple[str, ...]
    ) -> bool:
        """Whether the files beside would give the same answers again."""
        if opened != self.opened:
            return False
        return beside is self.beside or (
            interface is self.interface
            and all(
                (beside[name].signature if name in beside else None) == (known and known[0])
                for name, known in self.asked.items()
                if name != self.own
            )
        )


class Project:
    """The files of one unikernel, by the names the caller knows them by. Never changed: every
    edit gives a new project that shares what the edit did not touch.

    pack: what it is to be ported by. sight: the pack whose interfaces it is read with: of all packs
    that port it, where these are several (`pack.together`). files: its OCaml files. around: what
    else belongs to it, such as a Makefile. below: the config.ml files of the unikernels in its
    folders, where it has no config.ml itself; they are read, and are no part of it. began: the
    project before the port that it is in, or came out of. began_old: the files that were old ones
    when a port of them began, whatever they are by now. pause: called between two steps of what
    takes long, by the project and those who work on it, so that its owner can do something else
    meanwhile; whatever it raises ends them.
    """

    __slots__ = (
        *("_known", "_shared", "around", "began", "began_old", "below", "files", "pack", "pause"),
        "sight",
    )

    def __init__(
        self,
        files: Mapping[str, bytes],
        pack: Pack,
        below: Project | None = None,
        pause: Pause | None = None,
        sight: Pack | None = None,
    ) -> None:
        self.pack = pack
        self.sight = sight or pack
        self.pause = pause
        self.files: dict[str, File] = {}
        self.around: dict[str, Source] = {}
        self.below = below
        self._known: dict[str, Any] = {}
        self._shared: dict[str, Any] = {}
        self.began_old: frozenset[str] = frozenset()
        self.began: Project | None = None
        for name, content in files.items():
            if pack.files.language(name):
                self.around[name] = Source(content)
            else:
                self.files[name] = File(name, Source(content), self.sight, pause)

    @property
    def names(self) -> list[str]:
        """The names of the OCaml files, sorted."""
        return sorted(self.files)

    @property
    def every(self) -> list[str]:
        """The names of all files, sorted, the OCaml files first."""
        return [*self.names, *sorted(self.around)]

    def source(self, name: str) -> Source:
        """The text of a file. Raises KeyError for an unknown name."""
        found = self.around.get(name)
        return self.files[name].source if found is None else found

    def tree(self, name: str) -> Tree:
        """The syntax tree of an OCaml file. Raises KeyError for an unknown name."""
        return self.files[name].tree

    def once(self, key: str, find: Callable[[], T]) -> T:
        """What a function gives for this version of the project; it is called once for each key."""
        if key not in self._known:
            self._known[key] = find()
        known: T = self._known[key]
        return known

    def once_for_all(self, key: str, find: Callable[[], T]) -> T:
        """The same for all projects that share these files."""
        if key not in self._shared:
            self._shared[key] = find()
        known: T = self._shared[key]
        return known

    def analysis(self, name: str) -> Analysis:
        """What is known of an OCaml file. Raises KeyError for an unknown name."""
        interface = self.once(f"interface {name}", lambda: self._interface(name))
        found = self.files[name].analysis(self.beside(name), interface, self.opened(name))
        alone = self.sight is self.pack
        return found if alone else seen_by(found, self.pack.library.of)

    def _interface(self, name: str) -> File | None:
        """The interface of a file, if it may say something of the library."""
        own = self.files.get(f"{name}i")
        return own if own is not None and self._concerns(own.name, self.sight) else None

    def is_concerned(self, name: str) -> bool:
        """Whether a file may have something of the library, by its bytes, or names one that may
        give others a part of it."""
        return self._concerns(name, self.pack)

    def _concerns(self, name: str, pack: Pack) -> bool:
        files = ((each, self.source(each).data) for each in self.files)
        once = self.once if pack is self.pack else self.once_for_all
        giving = once(f"giving types {pack is self.pack}", lambda: giving_types(pack, files))
        data = self.source(name).data
        return triggered(pack, data, name) or names_one(data, giving)

    def opened(self, name: str) -> tuple[str, ...]:
        """The modules that dune opens before the first line of an OCaml file: those that all that
        the `dune` file of its folder builds opens, by `-open`."""
        path = f"{folder_of(name)}dune"

        def found() -> tuple[str, ...]:
            return _opened(self.around[path].data) if path in self.around else ()

        return self.once(f"opened {path}", found)

    def beside(self, name: str) -> Mapping[str, File]:
        """The files that an OCaml file can name, by the modules that they are."""
        return self._beside(folder_of(name))

    def _beside(self, folder: str) -> Mapping[str, File]:
        """The files that a file in a folder can name, by the modules that they are: those of its
        folder, by their `.mli` where they have one, and those of the folders that `_tags` include
        in one."""

        def found() -> dict[str, File]:
            included = self._included()
            folders = included if folder in included else {folder}
            return {
                file.module: file
                for name, file in sorted(self.files.items())
                if folder_of(name) in folders
            }

        return self.once(f"beside {folder}", found)

    def _included(self) -> set[str]:
        """The folders that `_tags` makes one with its own; its own is one of them."""
        found = set()
        for name, source in self.around.items():
            if basename(name) == "_tags":
                folder = folder_of(name)
                found.add(folder)
                found.update(f"{folder}{inner}/" for inner in _included(source.data))
        return found

    def forget(self, name: str) -> None:
        """Let go of what was worked out about an OCaml file and takes memory."""
        if name in self.files:
            self.files[name].forget()

    def _with(self, file: File) -> Project:
        return self._of({**self.files, file.name: file}, self.around)

    def _of(self, files: dict[str, File], around: dict[str, Source]) -> Project:
        project = Project({}, self.pack, self.below, self.pause, self.sight)
        project.files = files
        project.around = around
        project.began_old = self.began_old
        project.began = self.began
        return project

    def porting(self, old: frozenset[str]) -> Project:
        """The project at the beginning of a port: these files of it are former code, and what could
        be code of either version in them is taken for that until the port is done."""
        project = self._of(self.files, self.around)
        project.began_old = old
        project.began = self.began or self
        return project

    def with_file(self, name: str, data: bytes) -> Project:
        """The project with a file's whole text replaced or a file added."""
        if self.pack.files.language(name):
            return self._of(self.files, {**self.around, name: Source(data)})
        return self._with(File(name, Source(data), self.sight, self.pause))

    def with_edit(self, name: str, start: int, end: int, new: bytes) -> Project:
        """The project after one edit, in bytes. Raises KeyError for an unknown name.

        It takes over the trees of what the edit did not touch, and moves them: findings of this
        project are not to be mended any more. `with_file` leaves them as they are.
        """
        if name in self.around:
            edited = self.around[name].edited(start, end, new)
            return self._of(self.files, {**self.around, name: edited})
        return self._with(self.files[name].edited(start, end, new))

    def without(self, name: str) -> Project:
        """The project without a file."""
        return self._of(
            {key: file for key, file in self.files.items() if key != name},
            {key: text for key, text in self.around.items() if key != name},
        )

    def by(self, pack: Pack, sight: Pack | None = None) -> Project:
        """The same files, to be ported by another pack; read anew, unless it has the same sight."""
        sight = sight or pack
        if pack is self.pack and sight is self.sight:
            return self
        if sight is self.sight:
            project = self._of(self.files, self.around)
            project.pack = pack
            project._shared = self._shared
            return project
        texts = {name: self.source(name).data for name in self.every}
        below = self.below.by(pack) if self.below else None
        return Project(texts, pack, below, self.pause, sight)

    def with_below(self, below: Project | None) -> Project:
        """The project with other config.ml files below it."""
        project = self._of(self.files, self.around)
        project.below = below
        return project

    @property
    def configs(self) -> list[str]:
        """The names of the files that describe the others to a tool (`pack.Files.describes`), those
        first that always do."""
        return self.once("configs", self._configs)

    def _configs(self) -> list[str]:
        known = self.pack.files
        found = [name for name in self.names if known.describes(name, self.source(name).data)]
        return sorted(found, key=lambda name: basename(name) not in known.descriptions)

    @property
    def config(self) -> str | None:
        """The name of the first of them, if there is one: of a unikernel, its config.ml."""
        return next(iter(self.configs), None)


def _opened(dune: bytes) -> tuple[str, ...]:
    """The modules that `-open` names as often as a `dune` file builds something."""
    lines = (line.partition(";")[0] for line in dune.decode("latin-1").split("\n"))
    words = " ".join(lines).replace("(", " ( ").replace(")", " ) ").split()
    built = sum(before == "(" and word in _BUILT for before, word in pairwise(words))
    named = [after for word, after in pairwise(words) if word == "-open"]
    return tuple(each for each in dict.fromkeys(named) if named.count(each) == built)


def _included(tags: bytes) -> list[str]:
    """The folders that a `_tags` takes for one with its own, as in `<lib>: include`."""
    found = []
    for line in tags.decode("latin-1").split("\n"):
        pattern, _, given = line.strip().partition(":")
        pattern = pattern.strip()
        if pattern[:1] in '<"' and "include" in given.replace(",", " ").split():
            found.append(pattern.strip('<>"').rstrip("/*"))
    return found
