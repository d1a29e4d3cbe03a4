"""Keys of config.ml that the unikernel reads: Mirage 4.5 has them declared where they are read.

`Key.create "port" Arg.(opt int 80 doc)` was read by `Key_gen.port ()`. Now the module itself says
`let port = Mirage_runtime.register_arg Cmdliner.Arg.(value & opt int 80 doc)` and reads `port ()`.
A key that chooses devices stays in config.ml, with a converter of Cmdliner. Facts: mirage v4.4.2
lib/functoria/key.mli and misc.ml (how `Key_gen` spells a name), v4.11.1 lib/functoria/key.mli and
lib_runtime/mirage/mirage_runtime.mli.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mirageport.diagnostics.context import Context
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import MANUAL, REVIEW, SAFE
from mirageport.diagnostics.spans import binding, item, members, with_gap
from mirageport.diagnostics.syntax import is_map
from mirageport.mirage.changes.key_scopes import is_taken, waits
from mirageport.mirage.changes.key_terms import (
    ARG,
    CONVERTERS,
    OF_NETWORK,
    TERMS,
    Key,
    Terms,
    Unmovable,
    environment,
)
from mirageport.mirage.changes.package_lists import added
from mirageport.mirage.config import is_of_mirage
from mirageport.mirage.keys import CREATE, READER, spelled
from mirageport.ocaml.file_names import module_name
from mirageport.ocaml.places import places
from mirageport.ocaml.tree import NO_NODE, Arguments, label_of, unwrapped, value_of, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Edit, Finding, Node, Project, Rule, Use

KIND = "runtime-key"
_LISTED = ("Mirage.Key.abstract", "Mirage.Key.v", "Mirage.key")
_TAKERS = ("Mirage.foreign", "Mirage.main", "Mirage.register")
_AROUND = ("parenthesized_expression", "local_open_expression", "let_expression")
_ATOMS = ("list_expression", "string", "number", "boolean", "empty_list")


def find(context: Context) -> Iterator[Finding]:
    """The keys of config.ml that are declared as they were until 4.4, and the lists of them."""
    uses = _terms(context)
    if not context.is_config:
        return
    keys = {use: _key(context, use) for use, _rule in uses}
    group = _Group(context, [key for key in keys.values() if key is not None])
    facts = rewriting("Declare the keys where they are read", group.edits())
    for use, rule in uses:
        key = keys[use]
        why = group.left.get(key, "") if key else "its name is not a literal of a `let`"
        if key is None or why:
            said = f"This key has to be declared by the module that reads it: {why}."
            all_of_it = key.definition if key else use.call or use.node
            whole = ((all_of_it.start, all_of_it.end),)
            yield context.used(rule, use, message=said, whole=whole)
        elif key in group.changed:
            level = SAFE if key.reads or key in group.kept else REVIEW
            yield context.finding(
                rule,
                use.node,
                facts,
                item=use.item.path,
                applicability=level,
                use=key.name,
                message=group.says(key),
            )
    yield from _empty(context, group) if not group.changed else ()
    for label in group.lists_left:
        said = "A job has no `~keys`: a module declares what it reads."
        yield context.finding(context.rule(KIND), label, message=said, applicability=MANUAL)


def _terms(context: Context) -> list[tuple[Use, Rule]]:
    """The calls that keys are made by, those of the network only where code reads the key."""
    found = [each for each in context.ruled(KIND) if each[0].call and each[0].item.name in TERMS]
    for use in context.analysis.uses:
        key = _key(context, use) if use.call and use.item.path in OF_NETWORK else None
        if key is not None and key.reads:
            found.append((use, context.rule(KIND)))
    return found


def _empty(context: Context, group: _Group) -> Iterator[Finding]:
    """Lists of keys with no key in them."""
    for label, (listed, named) in group.lists.items():
        if not named and listed.kind == "empty_list":
            facts = rewriting("Remove `~keys`", [context.remove(with_gap(label))])
            said = f"A job of {context.target} has no `~keys`."
            yield context.finding(context.rule(KIND), label, facts, message=said)


def reads(context: Context) -> Iterator[Finding]:
    """Reads by `Key_gen` that no fix of config.ml rewrites."""
    project = context.project
    own = any(module_name(file) == READER for file in project.names)
    if own or is_of_mirage(project, context.name):
        return
    moved = project.once("keys that move", lambda: frozenset(_moved(project)))
    for node in places(context.tree, context.tree.root, READER):
        outer = node.above.above
        value = outer if outer.kind == "value_path" else node
        if node.kind == "module_name" and context.text(value) not in moved:
            said = (
                f"`{context.text(value)}` is not there in {context.target}: declare what it reads "
                "by `Mirage_runtime.register_arg` in this module, and call what that gives."
            )
            yield context.finding(context.rule(KIND), value, message=said, applicability=MANUAL)


def _moved(project: Project) -> Iterator[str]:
    for file in project.configs:
        config = Context(project, file)
        uses = [use for use, _rule in _terms(config)]
        known = [key for use in uses if (key := _key(config, use)) is not None]
        yield from (f"{READER}.{key.name}" for key in _Group(config, known).moved)


def _key(context: Context, use: Use) -> Key | None:
    """The key that an argument is made for."""
    node = use.node
    while node.parent and node.kind != "let_binding":
        called = context.use_at(node.child("function"))
        if called is not None and called.item.path == CREATE:
            break
        node = node.above
    given = [each for each in node.all("argument") if each.kind == "string"]
    known = OF_NETWORK.get(use.item.path, "")
    if known:
        node = use.call or use.node
    while node.above.kind in _AROUND:
        node = node.above
    binding, definition = node.above, node.above.above
    pattern = binding.child("pattern") if binding.kind == "let_binding" else NO_NODE
    if (
        not (given or known)
        or pattern.kind != "value_name"
        or len(definition.of("let_binding")) > 1
    ):
        return None
    text = known or context.string(given[0])
    name = spelled(text)
    return Key(use, name, definition, pattern, tuple(_reads(context.project, name)))


def _reads(project: Project, name: str) -> Iterator[tuple[str, Node]]:
    for file in project.names:
        if is_of_mirage(project, file) or b"Key_gen" not in project.source(file).data:
            continue
        tree = project.tree(file)
        for node in places(tree, tree.root, name):
            if tree.text(node.above) == f"Key_gen.{name}":
                yield file, node.above


class _Group:
    """All keys of a config.ml, which change at once: a list of them has to end as a whole.

    moved: the module that declares each, and its name there; handed: those of them that config.ml
    hands to a device; kept: those that choose devices; values: those in whose place a device takes
    a value, "" for none; left: why others are a person's; lists_left: the `~keys` that these are
    in.
    """

    def __init__(self, context: Context, keys: list[Key]) -> None:
        self.context, self.project = context, context.project
        self.moved: dict[Key, tuple[str, str]] = {}
        self.kept: list[Key] = []
        self.handed: list[Key] = []
        self.values: dict[Key, str] = {}
        self.left: dict[Key, str] = {}
        self.texts: dict[Key, str] = {}
        self.terms = Terms(context)
        labels = [
            argument
            for use in context.analysis.uses
            for argument in use.arguments
            if use.item.path in _TAKERS
            and label_of(argument) == "keys"
            and context.library.has_ended(use.item.path, "keys")
        ]
        self.lists = {label: self._listed(label) for label in labels}
        for key in keys:
            try:
                self._sort(key)
            except Unmovable as why:
                self.left[key] = str(why)
        self.changed = [*self.moved, *self.kept, *self.values]
        done = {self._name(key) for key in self.changed}
        whole = {label: set(named) <= done for label, (_list, named) in self.lists.items()}
        self.lists_left = [label for label in labels if not whole[label]]

    def _name(self, key: Key) -> str:
        return self.context.text(key.pattern)

    def _listed(self, label: Node) -> tuple[Node, list[str]]:
        """The list of a `~keys`, and the names of the keys in it; "" for anything else."""
        given = unwrapped(value_of(label))
        listed = _inner(self.context.analysis.defined_as(given) or given)
        if is_map(self.context, listed):  # List.map Key.abstract [ a; b ]
            function, listed = listed.all("argument")
            use = self.context.use_at(function)
            if use is not None and use.item.path in _LISTED:
                return listed, [self.context.text(each) for each in listed.named_children]
        return listed, [self._key_of(each) for each in listed.named_children]

    def _key_of(self, member: Node) -> str:
        call = _inner(member)
        use = self.context.use_at(call.child("function"))
        if use is None or use.item.path not in _LISTED:
            return ""
        return self.context.text(call.child("argument"))

    def _sort(self, key: Key) -> None:
        chooses = [node for node in self.context.references(key.pattern) if not self._in_list(node)]
        listed = any(self._name(key) in named for _list, named in self.lists.values())
        if chooses and not key.reads and self._is_handed(key, chooses):
            return
        if not all(map(self._is_value, chooses)):
            raise Unmovable("it is given to a device, which takes a value or a `Runtime_arg`")
        stage = [node for node in key.use.arguments if label_of(node) == "stage"]
        if chooses and key.reads:
            where = self._target(key)[0]
            raise Unmovable(
                f"it chooses devices, and `{where}` reads it, so it needs two declarations: this "
                f"one with a converter of `Cmdliner.Arg`, and there "
                f"`{' '.join(self.terms.declared(key, key.name).split())}`"
            )
        if chooses:
            if stage or any(True for _ in self._converters(key)):
                self._kept_edits(key)
                self.kept.append(key)
        elif key.reads or listed or stage:
            file, name = self._target(key)
            self.texts[key] = self.terms.declared(key, name)
            self.moved[key] = file, name

    def says(self, key: Key) -> str:
        """The message for a key that a device is given; "" for any other."""
        if key in self.handed:
            return (
                f"`{key.name}` is an argument in {self.context.target}: the module of the job "
                "declares it, and `Runtime_arg.create` names it for the device."
            )
        if key not in self.values:
            return ""
        return (
            f"The device that gets `{key.name}` takes a value in {self.context.target}, and has an "
            "argument of its own on the command line, under a name of its own."
        )

    def _is_handed(self, key: Key, chooses: list[Node]) -> bool:
        """Whether a key is only given to devices that take an argument, or a value, in its place.
        Raises `Unmovable`."""
        rule = next(iter(self.context.rules.of((KIND,), KIND)))
        places = {self._place(node) for node in chooses}
        if places <= set(rule.options["arguments"].split()):
            file, name = self._target(key)
            self.texts[key] = self.terms.declared(key, name, "")
            self.moved[key] = file, name
            self.handed.append(key)
        elif places <= set(rule.options["values"].split()):
            self.values[key] = self._default(key)
        return key in self.moved or key in self.values

    def _place(self, reference: Node) -> str:
        """The function and the label of the argument that a reference is, such as
        `git_ssh.key`."""
        argument = wrapped(reference)
        if argument.above.kind == "labeled_argument":
            argument = argument.above
        use = self.context.use_at(argument.above.child("function"))
        return f"{use.item.name}.{label_of(argument)}" if use is not None else ""

    def _default(self, key: Key) -> str:
        """What a device gets in the place of a key: its default, "" for `None`."""
        given = Arguments(key.use.arguments).plain
        if key.use.item.name != "opt" or len(given) != 3:
            raise Unmovable("the device takes a value, and this key has no default")
        default = unwrapped(given[1])
        text = self.context.text(default)
        if text == "None":
            return ""
        if text.startswith("Some"):
            default = unwrapped(default.child("argument") or default.child("expression"))
            text = self.context.text(default)
        if not text or any(node.kind == "value_path" for node in default.descendants()):
            raise Unmovable("the device takes a value, and its default is not a literal")
        return text if default.kind in _ATOMS else f"({text})"

    def _is_value(self, reference: Node) -> bool:
        use = self.context.use_at(reference.above.child("function"))
        return use is not None and use.item.path == "Mirage.Key.value"

    def _in_list(self, reference: Node) -> bool:
        """Whether a reference is a member of a `~keys`, or all that one is made of."""
        name = self.context.text(reference)
        return any(
            member.start <= reference.start < member.end and named == name
            for listed, names in self.lists.values()
            for member, named in zip(listed.named_children, names, strict=True)
        )

    # -- where it goes ---------------------------------------------------------------------------

    def _target(self, key: Key) -> tuple[str, str]:
        """The file that declares a key, and the name that it gives to it."""
        files = list(dict.fromkeys(file for file, _node in key.reads)) or self._main()
        if not files:
            raise Unmovable("no module that reads it is known")
        unseen = [file for file in files if file not in self._linked(files)]
        if unseen:
            raise Unmovable(f"`{unseen[0]}` reads it, and no module that a job runs names that one")
        fit = [file for file in files if not any(self._names(file, o) for o in files if o != file)]
        if len(fit) != 1:
            raise Unmovable("no module that reads it is seen by all others that do")
        if len(files) > 1 and f"{fit[0]}i" in self.project.every:
            raise Unmovable(f"`{fit[0]}i` would have to name it")
        for file, node in key.reads:
            if not waits(node):
                raise Unmovable(f"`{file}` reads it before the arguments are known")
        if not re.fullmatch(r"[a-z_][A-Za-z0-9_]*", key.name):
            raise Unmovable("its name is none of OCaml's")
        return fit[0], f"{key.name}_arg" if is_taken(self.project, fit[0], key) else key.name

    def _main(self) -> list[str]:
        from mirageport.mirage.config import seams

        return list(dict.fromkeys(seam.file for seam in seams(self.project)))[:1]

    def _linked(self, files: list[str]) -> set[str]:
        """Which of some files are part of what the jobs run: the files of their modules, and what
        these name. All of them, where the modules are not known."""
        from mirageport.mirage.config import jobs, sources

        found = {file for job in jobs(self.project) for file in sources(self.project, job)}
        waiting = list(found)
        while waiting and not found.issuperset(files):
            file = waiting.pop()
            named = [n for n in self.project.names if n not in found and self._names(file, n)]
            found.update(named)
            waiting += named
        return found or set(files)

    def _names(self, file: str, other: str) -> bool:
        tree = self.project.tree(file)
        nodes = places(tree, tree.root, module_name(other))
        return any(node.kind == "module_name" for node in nodes)

    # -- the edits -------------------------------------------------------------------------------

    def edits(self) -> list[Edit]:
        """Those of all keys together."""
        found = [edit for key in self.kept for edit in self._kept_edits(key)]
        declared: dict[str, list[str]] = {}
        for key, (file, name) in self.moved.items():
            declared.setdefault(file, []).append(self.texts[key])
            found.append(self._named(key, file, name) if key in self.handed else self._gone(key))
            found += [
                (at, node.start, node.end, self._read(at, file, name)) for at, node in key.reads
            ]
        for file, texts in declared.items():
            found.append(self._at_top(file, texts))
        for key, value in self.values.items():
            found += [self._gone(key), *self._valued(key, value)]
        if found:
            found += [*self._lists_edits(), *self._package()]
        return list(dict.fromkeys(found))

    def _gone(self, key: Key) -> Edit:
        return self.context.remove(item(self.context.source, key.definition))

    def _named(self, key: Key, file: str, name: str) -> Edit:
        """The argument that a device is given, by the name that a module gives to its term."""
        body = key.definition.of("let_binding")[0].child("body")
        made = f'Runtime_arg.create ~pos:__POS__ "{module_name(file)}.{name}"'
        return self.context.replace(body, made)

    def _valued(self, key: Key, value: str) -> Iterator[Edit]:
        for node in self.context.references(key.pattern):
            argument = wrapped(node)
            if argument.above.kind == "labeled_argument":
                argument = argument.above
            if value:
                yield self.context.replace(argument, f"~{label_of(argument)}:{value}")
            elif not self._in_list(node):
                yield self.context.remove(with_gap(argument))

    def _read(self, at: str, file: str, name: str) -> str:
        return name if at == file else f"{module_name(file)}.{name}"

    def _at_top(self, file: str, texts: list[str]) -> Edit:
        """The declarations before the first item that opens nothing."""
        text, at = "\n\n".join(texts), 0
        for node in self.project.tree(file).root.named_children:
            if node.kind == "comment":
                continue
            if node.kind != "open_module":
                break
            at = node.end
        else:
            return file, at, at, f"\n\n{text}\n"
        return (
            (file, at, at, f"\n\n{text}") if at else (file, node.start, node.start, f"{text}\n\n")
        )

    def _lists_edits(self) -> Iterator[Edit]:
        context = self.context
        done = {self._name(key) for key in self.changed}
        for label, (listed, named) in self.lists.items():
            if label not in self.lists_left:
                yield context.remove(with_gap(label))
                given = unwrapped(value_of(label))
                if context.analysis.defined_as(given):
                    defined = context.analysis.bound(given).around("let_binding")
                    yield context.remove(binding(context.source, defined))
                continue
            removed = [
                node
                for node, name in zip(listed.named_children, named, strict=True)
                if name in done
            ]
            if removed:
                for span in members(listed, removed):
                    yield context.remove(span)

    def _package(self) -> Iterator[Edit]:
        """The library with the converters of networks, which each job has to name."""
        if not self.terms.network:
            return
        text = 'package ~sublibs:[ "network" ] "mirage-runtime"'
        for use in self.context.analysis.uses:
            if use.item.path in _TAKERS[:2] and use.call:
                lists = [node for node in use.arguments if label_of(node) == "packages"]
                given = unwrapped(value_of(lists[0])) if lists else NO_NODE
                listed = self.context.analysis.defined_as(given) or given
                if not lists:
                    yield self.context.insert(use.node.end, f" ~packages:[ {text} ]")
                elif listed.kind in ("list_expression", "empty_list"):
                    yield added(self.context, listed, text)

    # -- keys that stay --------------------------------------------------------------------------

    def _converters(self, key: Key) -> Iterator[Node]:
        """Where a declaration names converters of keys."""
        for argument in key.use.arguments:
            for node in argument.descendants():
                use = self.context.use_at(node) if node.kind == "value_path" else None
                if use is not None and use.item.path.startswith(ARG) and use.item.name != "info":
                    yield node

    def _kept_edits(self, key: Key) -> list[Edit]:
        """The declaration of a key that chooses devices."""
        context, found = self.context, []
        for node in self._converters(key):
            name = context.last_name(node)
            if CONVERTERS.get(name) != name:
                raise Unmovable(f"config.ml has no converter `{name}`")
            found.append(context.replace(node, f"Cmdliner.Arg.{name}"))
        for node in key.definition.descendants():
            if node.kind == "labeled_argument" and label_of(node) == "stage":
                found.append(context.remove(with_gap(node)))
            if node.kind == "labeled_argument" and label_of(node) == "env":
                found.append(context.replace(value_of(node), environment(context, node)))
        return found


def _inner(node: Node) -> Node:
    """An expression without its parentheses and the modules that are opened for it."""
    while node.kind in ("parenthesized_expression", "local_open_expression"):
        node = node.child("expression")
    return node
