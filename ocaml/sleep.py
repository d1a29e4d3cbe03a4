"""Items that sleep: definitions that have nothing to do with any interface whose names changed.

Whoever asks about a file asks about such names and what they flow into. A definition that uses none
of them, and shares no name with anything that is looked at, is not copied and not walked: most of
a long file. It is decided by words, without scopes, so always to the safe side: only values bound
to plain names sleep, and a word in a comment keeps awake as well as one in the code.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from mirageport.ocaml.beside import OwnFile
from mirageport.ocaml.environment import Env, path_names, resolve_path
from mirageport.ocaml.modules import ApiValue
from mirageport.ocaml.tree import READER, bindings

if TYPE_CHECKING:
    from mirageport.ocaml.modules import Module
    from mirageport.ocaml.tree import Node, Tree

# What no item can define, and what most types are made of.
_KEYWORDS = frozenset(
    [
        *("and", "as", "begin", "constraint", "do", "else", "end", "external", "false", "fun"),
        *("function", "if", "in", "include", "let", "match", "method", "module", "mutable"),
        *("nonrec", "object", "of", "open", "private", "rec", "sig", "struct", "then", "true"),
        *("type", "val", "when", "with", "=", ":", "*", "|", "->", ":="),
    ]
)
_BUILTIN = frozenset(
    [
        *("array", "bool", "bytes", "char", "exn", "float", "int", "int32", "int64", "lazy_t"),
        *("list", "nativeint", "option", "ref", "result", "string", "unit"),
    ]
)
_OPENS = frozenset(
    ["open_module", "open_module_signature", "include_module", "include_module_type"]
)
# What could sleep has to be one of so many parts of a file.
_PART = 4
_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_'"
_SIGNS = b"!#$%&*+-./:<=>?@^|~"
_WORDS = bytes(c if c in _LETTERS or c > 127 else 32 for c in range(256))
_OPERATORS = bytes(c if c in _SIGNS else 32 for c in range(256))


class Traits:
    """What an item is judged by. defines: the names that it gives to others. words: all names and
    operators in it. quiet: whether it may sleep as far as its form goes."""

    __slots__ = ("defines", "quiet", "words")

    def __init__(self, defines: frozenset[str], words: tuple[str, ...], quiet: bool) -> None:
        self.defines = defines
        self.words = words
        self.quiet = quiet


class Sleep:
    """Which items of a file sleep.

    asleep: their nodes. nodes: the file's own items. defines, words: those of all that is awake.
    given: what the sleepers and those that could be ones define. opened: the modules of which the
    file brings in all names. known: whether a word means something of an interface.
    """

    __slots__ = ("asleep", "defines", "given", "known", "nodes", "opened", "words")

    def __init__(self) -> None:
        self.asleep: set[Node] = set()
        self.nodes: set[Node] = set()
        self.defines: set[str] = set()
        self.words: set[str] = set()
        self.given: set[str] = set()
        self.opened: list[Module] = []
        self.known: dict[str, bool] = {}


def worth_it(tree: Tree) -> bool:
    """Whether so much of a file could sleep that to look for it pays off: a unikernel is one
    functor as a rule, and to go through its words takes longer than what little is around it."""
    could = [node for node in tree.root.children if node.kind == "value_definition"]
    return _PART * sum([node.last_byte for node in could]) > len(tree.source.data)


def sleepers(tree: Tree, base: Env, former: Sleep | None) -> Sleep:
    """Which items of a file sleep. former: the same of the text before an edit."""
    nodes = [child for child in tree.root.children if child.named]
    if former is not None:
        same = _unless_disturbed(nodes, base, former)
        if same is not None:
            return same
    sleep = Sleep()
    sleep.nodes = set(nodes)
    quiet = [node for node in nodes if _traits(node).quiet]
    awake = [node for node in nodes if not _traits(node).quiet]
    opened = _opened(awake, base) if quiet else None
    if opened is None:
        return sleep
    sleep.opened = opened
    if former is not None and former.opened == opened:
        sleep.known = former.known
    for node in awake:
        sleep.defines |= _traits(node).defines
        sleep.words.update(_traits(node).words)
    for node in quiet:
        sleep.given |= _traits(node).defines
    _wake(sleep, quiet, base)
    return sleep


def _unless_disturbed(nodes: list[Node], base: Env, former: Sleep) -> Sleep | None:
    """The sleepers after an edit that changes nothing for the others; None when it may."""
    now = set(nodes)
    new, gone = now - former.nodes, former.nodes - now
    if gone <= former.asleep and all(_traits(node).quiet for node in new):
        if not former.asleep or any(_called(_traits(node), former, base) for node in new):
            return None
        former.asleep = (former.asleep - gone) | new
        for node in new:
            former.given |= _traits(node).defines
    elif len(new) == len(gone) == 1:
        node, before = new.pop(), gone.pop()
        one, other = _traits(node), _traits(before)
        changed = set(one.words) ^ set(other.words)
        if one.quiet or other.quiet or one.defines != other.defines:
            return None
        if node.kind in _OPENS or before.kind in _OPENS:
            return None
        if not changed.isdisjoint(former.given):
            return None
        former.words.update(one.words)
    else:
        return None
    former.nodes = now
    return former


def _wake(sleep: Sleep, quiet: list[Node], base: Env) -> None:
    """Put to sleep what nothing calls, and what nothing calls that is called."""
    shared = sleep.given | sleep.defines
    users: dict[str, list[Node]] = {}
    makers: dict[str, list[Node]] = {}
    todo = []
    for node in quiet:
        traits = _traits(node)
        for name in shared.intersection(traits.words):
            users.setdefault(name, []).append(node)
        for name in traits.defines:
            makers.setdefault(name, []).append(node)
        if _called(traits, sleep, base):
            todo.append(node)
    sleep.asleep = set(quiet).difference(todo)
    while todo:
        traits = _traits(todo.pop())
        sleep.defines |= traits.defines
        sleep.words.update(traits.words)
        called = [node for name in traits.defines for node in users.get(name, ())]
        called += [
            node for name in shared.intersection(traits.words) for node in makers.get(name, ())
        ]
        for node in called:
            if node in sleep.asleep:
                sleep.asleep.discard(node)
                todo.append(node)


def _called(traits: Traits, sleep: Sleep, base: Env) -> bool:
    """Whether an item has to do with anything that is awake, or with an interface."""
    if not sleep.defines.isdisjoint(traits.words) or not sleep.words.isdisjoint(traits.defines):
        return True
    known = sleep.known
    for word in traits.words:
        means = known.get(word)
        if means is None:
            means = known[word] = _means_something(word, sleep.opened, base)
        if means:
            return True
    return False


def _means_something(word: str, opened: list[Module], base: Env) -> bool:
    """Whether an interface other than the standard library's knows a word."""
    if any(_brings(module, word) for module in opened):
        return True
    if not word[:1].isupper():
        return False
    found = base.module(word)
    if found is None or isinstance(found, OwnFile):
        return found is not None and found.borrows
    frame: Env | None = base
    while frame is not None:
        if frame.opened is not None:
            return not frame.opened.has_module(word)
        frame = frame.parent
    return True


def _brings(module: Module, word: str) -> bool:
    """Whether an opened module gives a word a meaning that matters."""
    if not module.may_have(word):
        return False
    value = module.value(word)
    if isinstance(value, ApiValue):  # such as `>>=`
        return bool(value.item.changes or value.item.watched)
    return value is not None or any(
        getattr(module, table)(word) is not None
        for table in ("type_def", "field", "constructor", "module", "module_type")
    )


def _opened(awake: list[Node], base: Env) -> list[Module] | None:
    """The modules that a file opens or includes; None when one is not known by its interface."""
    found: list[Module] = []
    own = {name for node in awake if node.kind not in _OPENS for name in _traits(node).defines}
    env = base
    for node in awake:
        if node.kind not in _OPENS:
            continue
        path = node.get("module")
        names = path_names(path, READER) if path is not None else []
        if not names or names[0] in own:
            return None
        module = resolve_path(names, env)
        if isinstance(module, OwnFile):
            return None  # it may bring more than names of values
        if module is not None:
            found.append(module)
            env = Env(env, opened=module)
    return found


def _traits(node: Node) -> Traits:
    known: Traits | None = node.item.traits if node.item.node is node else None
    if known is None:
        known = _judged(node)
        if node.item.node is node:
            node.item.traits = known
    return known


def _judged(node: Node) -> Traits:
    item = node.item
    words = _words(item.data[node.first_byte : node.last_byte])
    names = _plainly_bound(node)
    if names is not None:
        return Traits(frozenset(names), words, quiet=True)
    return Traits(_given(node, words), words, quiet=False)


def _given(node: Node, words: tuple[str, ...]) -> frozenset[str]:
    """The names that an item may give to others."""
    kind = node.kind
    if node.item.broken:
        return frozenset(words) - _KEYWORDS
    if kind in _OPENS or kind == "expression_item":
        return frozenset()
    if kind == "module_definition":
        return _texts([binding.first("module_name") for binding in node.of("module_binding")])
    if kind == "value_definition":
        return _texts([binding.get("pattern") for binding in node.of("let_binding")])
    if kind == "type_definition":
        named = _texts([binding.get("name") for binding in node.of("type_binding")])
        return named | (frozenset(words) - _KEYWORDS - _BUILTIN)
    return frozenset(words) - _KEYWORDS


def _texts(nodes: list[Node | None]) -> frozenset[str]:
    """The words of some nodes."""
    return frozenset(
        word for node in nodes if node is not None for word in _words(READER.text(node).encode())
    )


def _words(data: bytes) -> tuple[str, ...]:
    pieces = {*data.translate(_WORDS).split(), *data.translate(_OPERATORS).split()}
    return tuple([sys.intern(piece.decode("utf-8", "replace")) for piece in pieces])


def _plainly_bound(node: Node) -> list[str] | None:
    """The names that a `let` binds; None where it does anything else than binding plain names."""
    item = node.item
    if node.kind != "value_definition" or item.node is not node or item.broken:
        return None
    found = []
    for kind, pattern, text in bindings(node):
        if kind != "let_binding" or pattern != "value_name":
            return None
        found.append(text)
    return found
