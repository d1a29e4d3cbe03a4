"""Stacks and stores that config.ml picks by environment variables or the mode, which Mirage 3 picks
by keys of its own.

What stands in the arms stays: the network, its group. Where an arm says what no key can say, such
as an address for sockets, or where another device is picked for each target, nothing is offered
here: each arm is ported by itself. What is picked when nobody says anything is worked out; where
Mirage 3 picks something else, the message says so, and commands of `mirage configure` in the files
around the code get the option that keeps it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.mirage.evaluate import Unknown, evaluate
from mirageport.ocaml.edit import Edit as FileEdit
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import NO_NODE, Arguments, Node, unwrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from mirageport.diagnostics.kinds import Context, Edit, Editor, Finding

    Flags = Callable[[str, str, bool], dict[str, str]]

DHCP, STATIC, SOCKET, GENERIC = "dhcp", "static", "socket", "generic"
_STACKS = {
    "generic_stackv4": GENERIC,
    "socket_stackv4": SOCKET,
    "direct_stackv4_with_dhcp": DHCP,
    "direct_stackv4_with_default_ipv4": STATIC,
}
CRUNCH, DIRECT, FAT, ARCHIVE = "crunch", "direct", "fat", "archive"
_STORES = {
    "crunch": CRUNCH,
    "direct_kv_ro": DIRECT,
    "archive": ARCHIVE,
    "archive_of_files": ARCHIVE,
    "kv_ro_of_fs": FAT,
}
# What is said of the stack that is picked when nobody says anything.
_UNASKED = {
    DHCP: " The default was DHCP: configure with `--dhcp true` to keep it.",
    SOCKET: " The default was sockets: configure with `--net socket` to keep it.",
    "": " The default is a fixed address: `--dhcp true` and `--net socket` choose the others.",
}
_TOOK = {
    DHCP: "DHCP (`--dhcp true`)",
    SOCKET: "sockets (`--net socket`)",
    STATIC: "a fixed address (the default)",
    GENERIC: "what its keys say",
    "": "what is not known here",
}
_ON = ("Unix", "Xen")
# What shows that choices of config.ml read the same names (`Finding.shows`).
_SHARED_NAMES = "choices"
_MODES = ("`Unix", "`Xen")
_OF_TARGET = {"unix": ("`Unix",), "macosx": ("`MacOSX",), "xen": ("`Xen",)}


def idioms(context: Context) -> Iterator[Finding]:
    """Matches that pick a stack or a store by an environment variable or the mode."""
    if not context.is_config or b"match" not in context.source.data:
        return
    found = []
    for binding in context.tree.root.descendants():
        body = binding.child("body") if binding.kind == "let_binding" else NO_NODE
        if body.kind != "match_expression":
            continue
        finding = _store(context, binding, body) or _stack(context, binding, body)
        if finding is not None:
            found.append(finding)
    yield from _together(context, found)


def _bodies(match: Node) -> list[Node]:
    found = [case.get("body") for case in match.of("match_case")]
    return [unwrapped(body) for body in found if body is not None]


# -- stores ----------------------------------------------------------------------------------------


def _store(context: Context, binding: Node, match: Node) -> Finding | None:
    """A key-value store picked by hand: `generic_kv_ro` picks it by target and `--kv_ro`."""
    bodies = _bodies(match)
    folders = {_folder(context, body) for body in bodies}
    if len(bodies) < 2 or len(folders) != 1 or "" in folders:
        return None
    if not any(_mentions(context, body, frozenset(_STORES)) for body in bodies):
        return None
    picked = {mode: _picked(context, match, _STORES, {}, mode) for mode in _MODES}
    message = ""
    if picked["`Unix"] == DIRECT:
        message = (
            " On Unix this read the files at run time: configure with `--kv_ro direct` to keep "
            "that."
        )
    elif picked["`Xen"] in (FAT, ARCHIVE):
        message = f" Configure with `--kv_ro {picked['`Xen']}` to keep the old default."
    text = f"generic_kv_ro {folders.pop()}"
    return _idiom(context, "kv-env-idiom", binding, match, text, message, _STORES, _store_flags)


def _store_flags(kind: str, _usual: str, _said: bool) -> dict[str, str]:
    return {"--kv_ro": kind} if kind != CRUNCH else {}


def _folder(context: Context, body: Node) -> str:
    """The one string literal that an arm's call is about."""
    strings = [context.text(node) for node in body.descendants() if node.kind == "string"]
    return strings[0] if body.kind == "application_expression" and len(strings) == 1 else ""


# -- stacks ----------------------------------------------------------------------------------------


class _Arm(NamedTuple):
    """What an arm says of a stack. network: as it is written, "" for sockets; group: the label."""

    kind: str
    network: str
    group: str


def _stack(context: Context, binding: Node, match: Node) -> Finding | None:
    """A stack picked by hand: `generic_stackv4` picks it by `--net` and `--dhcp`."""
    arms = [_arm(context, body) for body in _bodies(match)]
    known = [arm for arm in arms if arm is not None]
    networks = {arm.network for arm in known if arm.network}
    groups = {arm.group for arm in known}
    if len(arms) < 2 or len(known) < len(arms) or len(networks) != 1 or len(groups) != 1:
        return None
    usual = [_picked(context, match, _STACKS, {}, mode) for mode in _MODES]
    asked = "" in (_picked(context, match, _STACKS, None, mode) for mode in _MODES)
    differ = len(set(usual)) > 1
    if (differ and not asked) or (set(usual) == {""} and b"get_mode" in _bytes(context, match)):
        return None  # one for each target: that is for `if_impl`
    message = _UNASKED.get(usual[0], "")
    if differ:
        said = (f"on {on} {_TOOK[kind]}" for on, kind in zip(_ON, usual, strict=True))
        message = f" Unasked, this took {' and '.join(said)}: say so when you configure."
    text = " ".join(filter(None, ["generic_stackv4", groups.pop(), networks.pop()]))
    return _idiom(context, "stack-env-idiom", binding, match, text, message, _STACKS, _stack_flags)


def _stack_flags(kind: str, usual: str, said: bool) -> dict[str, str]:
    if kind in (DHCP, SOCKET):
        return {"--dhcp": "true"} if kind == DHCP else {"--net": "socket"}
    if kind != STATIC or not said:
        return {}
    return {DHCP: {"--dhcp": "false"}, SOCKET: {"--net": "direct"}}.get(usual, {})


def _arm(context: Context, body: Node) -> _Arm | None:
    """What an arm picks, where `generic_stackv4` can pick the same."""
    function = body.child("function") if body.kind == "application_expression" else NO_NODE
    if not function or function in context.analysis.refs:
        return None
    kind = _STACKS.get(context.last_name(function), "")
    given = body.all("argument")
    labels = [context.text(node) for node in given if node.kind == "labeled_argument"]
    plain = Arguments(given).plain
    if not kind or not plain or len(plain) > 2 or len(labels) > 1:
        return None
    if labels and not labels[0].startswith("~group"):
        return None
    group, last = labels[0] if labels else "", plain[-1]
    if kind == SOCKET:
        return _Arm(kind, "", group) if _is_any(context, unwrapped(last)) else None
    network = context.text(last)
    if network.rpartition(".")[2] == "tap0" and unwrapped(last) not in context.analysis.refs:
        network = f"{network[: -len('tap0')]}default_network"
    return _Arm(kind, network, group)


def _is_any(context: Context, addresses: Node) -> bool:
    """Whether a list of addresses is the one that `generic_stackv4` gives its sockets; no address
    means the same (mirage-tcpip v2.8.1, lib/tcpip_stack_socket.ml)."""
    if addresses.kind == "empty_list":
        return True
    members = addresses.named_children if addresses.kind == "list_expression" else []
    return len(members) == 1 and context.text(members[0]).strip("() ").endswith("V4.any")


# -- what is picked --------------------------------------------------------------------------------


def _picked(
    context: Context,
    match: Node,
    kinds: Mapping[str, str],
    variables: Mapping[str, str] | None,
    mode: str,
) -> str:
    """The kind of device that a match picks; "" where that is not worked out. variables: as of
    `evaluate`."""
    try:
        found = evaluate(context.analysis, match, variables, mode)
    except Unknown:
        return ""
    function = found.child("function") if isinstance(found, Node) else NO_NODE
    name = context.last_name(function) if function else ""
    return kinds.get(name, "")


def _idiom(
    context: Context,
    name: str,
    binding: Node,
    match: Node,
    text: str,
    message: str,
    kinds: Mapping[str, str],
    flags: Flags,
) -> Finding:
    facts = Idiom(match, text, binding, (), ())
    readers = _readers(context, facts)
    scripts = tuple(_scripts(context, match, readers, kinds, flags))
    facts = facts._replace(readers=readers, scripts=scripts)
    found, end = context.rule(name), _head_end(match)
    said = found.message + message
    spans = _spans(facts)
    return context.finding(found, match, facts, end=end, whole=spans, message=said)


def _spans(choice: Idiom) -> tuple[tuple[int, int], ...]:
    """What is rewritten or removed with a choice."""
    read = (name.up("value_definition") or name for name in choice.readers)
    return tuple((node.start, node.end) for node in (choice.binding, *read))


def _mentions(context: Context, node: Node, names: frozenset[str]) -> bool:
    """Whether a value that is nobody else's of these names is used in a node, or in a function that
    it calls. Each function is looked through once: they may call themselves, and each other."""
    waiting, seen = [node], {node}
    while waiting:
        for child in waiting.pop().descendants():
            if child.kind != "value_path":
                continue
            binding = context.bound(child)
            if child not in context.analysis.refs and context.text(child) in names:
                return True
            called = binding if binding and child.field == "function" else NO_NODE
            body = called.above.child("body")
            if body and body not in seen:
                seen.add(body)
                waiting.append(body)
    return False


def _head_end(match: Node) -> int:
    """The end of `match .. with`, so that the mark does not cover all arms."""
    keyword = match.part("with")
    return keyword.end if keyword else match.end


def _together(context: Context, found: list[Finding]) -> list[Finding]:
    """The choices of a file, those that read the same names as one: only with the last of them can
    the definitions of these names be removed."""
    shared = _readers(context, *(each.facts for each in found))
    own = {name for each in found for name in each.facts.readers}
    names = tuple(name for name in shared if name not in own)
    if not names:
        return found
    kept = []
    for each in found:
        facts = each.facts
        match = facts.expression
        read = (r.start for name in names for r in context.references(name))
        if any(match.start <= start < match.end for start in read):
            facts = facts._replace(readers=(*facts.readers, *names))
            tied = (_SHARED_NAMES,)
            each = each._replace(facts=facts, whole=_spans(facts), shows=tied, known_by=tied)
        kept.append(each)
    return kept


def _readers(context: Context, *choices: Idiom) -> tuple[Node, ...]:
    """Names bound at top level that nothing but these choices reads, themselves or through others,
    and that the texts in their places do not name."""
    words = " ".join(choice.text for choice in choices)
    kept = words.replace("(", " ").replace(")", " ").replace(":", " ").split()
    matches = [choice.expression for choice in choices]
    first = min((match.start for match in matches), default=0)
    found: dict[Node, None] = {}
    regions = list(matches)
    while regions:
        region = regions.pop()
        for path, bound in context.analysis.refs.items():
            name = bound.node
            if not region.start <= path.start < region.end or name in found:
                continue
            definition = name.around("value_definition")
            if not definition or name.kind != "value_name" or name.end > first:
                continue
            if context.text(name) in kept or definition.parent is not context.tree.root:
                continue
            inside = [*matches, *(d for n in found if (d := n.around("value_definition")))]
            references = context.references(name)
            if all(any(r.start <= n.start < r.end for r in inside) for n in references):
                found[name] = None
                regions.append(definition)
    return tuple(found)


def _bytes(context: Context, match: Node) -> bytes:
    """What a match asks, with the definitions of the names in it."""
    asked = match.get("expression") or match
    return context.source.data[asked.start : asked.end]


# -- commands around the code ----------------------------------------------------------------------


def _scripts(
    context: Context, match: Node, readers: tuple[Node, ...], kinds: Mapping[str, str], flags: Flags
) -> Iterator[Edit]:
    """Commands of `mirage configure` that picked something else than Mirage 3 does unasked, with
    the option that picks it; a variable that nothing reads any more goes."""
    project = context.project
    if not project.around or len(project.configs) != 1:
        return
    # Imported here: few projects are asked about them, and a check of code must start fast.
    from mirageport.mirage.workflow import workflow_file as workflow
    from mirageport.mirage.workflow.commands import place_of, read_options

    usual = _picked(context, match, kinds, {}, "`Unix")
    unread = _only_in(context, [match, *readers])
    for name in sorted(project.around):
        file = workflow.file_around(project, name) if workflow.concerned(project, name) else None
        for _region, run in file.runs if file is not None else ():
            first = run.arguments[0] if run.arguments else None
            tool = run.name.text.rpartition("/")[2]
            if first is None or tool != "mirage" or first.text != "configure":
                continue
            options = read_options(project.pack.rules, first, run.arguments[1:])
            words = {word.text.partition("=")[0]: word for word in run.assignments}
            said = {variable: words[variable] for variable in unread if variable in words}
            if any(option.name in ("-f", "--file") for option in options) or not all(
                word.plain for word in said.values()
            ):
                continue
            modes = _modes({option.name: option.value for option in options})
            given = {variable: word.text.partition("=")[2] for variable, word in words.items()}
            picked = {_picked(context, match, kinds, given, mode) for mode in modes}
            if len(picked) != 1 or "" in picked:
                continue
            names = {option.name for option in options}
            chosen = flags(picked.pop(), usual, bool(said))
            for word in said.values():
                later = (each.start for each in run.command.words if each.start > word.start)
                yield name, word.start, next(later, run.name.start), ""
            for flag, value in chosen.items():
                if flag not in names:
                    at = place_of(options, flag, run.command.end)
                    yield name, at, at, f" {flag} {value}"


def _modes(options: Mapping[str, str]) -> tuple[str, ...]:
    """What `get_mode ()` may be in a command: all where a variable says."""
    if "--unix" in options or "--xen" in options or "--macosx" in options:
        return next(modes for name, modes in _OF_TARGET.items() if f"--{name}" in options)
    target = options.get("-t", options.get("--target"))
    if target is None and not any(name.startswith("--$") for name in options):
        return _OF_TARGET["unix"]
    return _OF_TARGET.get(target or "", ("`Unix", "`Xen"))


def _only_in(context: Context, nodes: list[Node]) -> set[str]:
    """The strings of config.ml that stand in code that goes, and nowhere else."""
    goes = [(d or n) for n in nodes if (d := n.around("value_definition")) or n]
    inside: set[str] = set()
    outside: set[str] = set()
    for node in context.tree.root.descendants():
        if node.kind == "string":
            removed = any(each.start <= node.start < each.end for each in goes)
            (inside if removed else outside).add(context.text(node).strip('"'))
    return inside - outside


# -- the fix ---------------------------------------------------------------------------------------


class Idiom(NamedTuple):
    """Code that picked a device by environment and mode. expression: what goes; text: what takes
    its place; binding: the `let` around it; readers: the names that only it read; scripts: edits of
    the files around the code that go with it."""

    expression: Node
    text: str
    binding: Node
    readers: tuple[Node, ...]
    scripts: tuple[tuple[str, int, int, str], ...] = ()

    def edit(self, editor: Editor) -> str:
        """The function that picks a device by itself, in place of the code that did; what only that
        code read goes with it."""
        at, end = self.expression.start, self.expression.end
        equals = self.binding.part("=").end
        if not editor.source.text(equals, at).strip():  # the new code needs no line of its own
            editor.replace(equals, end, f" {self.text}")
        else:
            editor.replace_node(self.expression, self.text)
        _without_parameters(editor, self)
        for reader in self.readers:
            definition = reader.around("value_definition")
            if definition and len(definition.of("let_binding")) == 1:
                editor.delete_item(definition)
        editor.edits += [FileEdit(*edit) for edit in self.scripts]
        return f"Use `{self.text}`"


def _without_parameters(editor: Editor, facts: Idiom) -> None:
    """`let stack console = ..` loses the parameters that the new code has no use for, where every
    use is a call with all of them."""
    name, parameters = facts.binding.child("pattern"), facts.binding.of("parameter")
    words = facts.text.replace("(", " ").replace(")", " ").replace(":", " ").split()
    removed = [at for at, each in enumerate(parameters) if editor.text(each) not in words]
    calls = []
    for reference in editor.context.references(name):
        call = reference.above
        if reference.field != "function" or len(call.all("argument")) != len(parameters):
            return
        calls.append((call, reference))
    if not name or not removed:
        return
    for at in removed:
        before = parameters[at - 1] if at else name
        editor.replace(before.end, parameters[at].end, "")
    for call, reference in calls:
        arguments = call.all("argument")
        if len(removed) == len(parameters):
            inside = call.above.kind == "parenthesized_expression"
            editor.replace_node(call.above if inside else call, editor.text(reference))
            continue
        for at in removed:
            before = arguments[at - 1] if at else reference
            editor.replace(before.end, arguments[at].end, "")
