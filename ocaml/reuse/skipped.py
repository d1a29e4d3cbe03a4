"""Items that are not walked: definitions that have nothing to do with any interface whose names
changed.

Whoever asks about a file asks about such names and what they flow into. A definition that uses none
of them, and shares no name with anything that is looked at, is neither copied nor walked: most of a
long file. It is decided by words, without scopes, so always to the safe side: only values bound to
plain names are skipped, and a word in a comment counts as well as one in the code.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from mirageport.ocaml.beside import OwnFile
from mirageport.ocaml.environment import Env, path_names, resolve_path
from mirageport.ocaml.modules import ApiValue, Forms
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
        *("type", "val", "when", "with", "=", ":", "*", "|", "->", ":=", ".", ".."),
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
# What could be skipped has to be one of so many parts of a file.
_PART = 2
_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_'"
_SIGNS = b"!#$%&*+-./:<=>?@^|~"
_WORDS = bytes(c if c in _LETTERS or c > 127 else 32 for c in range(256))
_OPERATORS = bytes(c if c in _SIGNS else 32 for c in range(256))


class _Words:
    """What an item is judged by. node: the item. defines: the names that it gives to others. used:
    all names and operators in it. plain: whether it binds plain names and nothing else."""

    __slots__ = ("defines", "node", "plain", "used")

    def __init__(self, node: Node) -> None:
        item = node.item
        self.node = node
        self.used = _words(item.data[node.first_byte : node.last_byte])
        names = _plainly_bound(node)
        self.plain = names is not None
        self.defines = _given(node, self.used) if names is None else frozenset(names)


def worth_it(tree: Tree) -> bool:
    """Whether so much of a file could be skipped that to look for it pays off: a unikernel is one
    functor as a rule, and to go through its words takes longer than what little is around it."""
    could = [node for node in tree.root.children if node.kind == "value_definition"]
    return _PART * sum([node.last_byte for node in could]) > len(tree.source.data)


def skipped(tree: Tree, base: Env) -> frozenset[Node]:
    """Which items of a file are not walked. base: what is in scope before its first line."""
    every = [_words_of(child) for child in tree.root.children if child.named]
    plain = [words for words in every if words.plain]
    walked = [words for words in every if not words.plain]
    opened = _opened(walked, base) if plain else None
    if opened is None:
        return frozenset()
    given = frozenset().union(*[words.defines for words in every])
    known = _meaning(frozenset().union(*[words.used for words in plain]), opened, base)
    users: dict[str, list[_Words]] = {}
    makers: dict[str, list[_Words]] = {}
    for words in plain:
        for name in words.used & given:
            users.setdefault(name, []).append(words)
        for name in words.defines:
            makers.setdefault(name, []).append(words)
    todo = walked + [words for words in plain if not known.isdisjoint(words.used)]
    found = set(plain).difference(todo)
    while todo:  # whatever shares a name with what is walked is walked
        words = todo.pop()
        sharing = [each for name in words.defines for each in users.pop(name, ())]
        sharing += [each for name in words.used & makers.keys() for each in makers.pop(name)]
        for each in sharing:
            if each in found:
                found.discard(each)
                todo.append(each)
    return frozenset(words.node for words in found)


def _meaning(words: frozenset[str], opened: list[Module], base: Env) -> set[str]:
    """Those of some words that an interface other than the standard library's knows."""
    found = {word for module in opened for word in words if _brings(module, word)}
    return found | {word for word in words if word[:1].isupper() and _is_library(word, base)}


def _is_library(word: str, base: Env) -> bool:
    """Whether a word is the name of a module that is neither OCaml's nor of a file beside, unless
    that one has what others say."""
    found = base.module(word)
    if found is None or isinstance(found, OwnFile):
        return found is not None and found.borrows
    if isinstance(found, Forms) or (found.item is not None and found.item.changes):
        return True  # a part of the standard library that changed
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


def _opened(walked: list[_Words], base: Env) -> list[Module] | None:
    """The modules that a file opens or includes; None when one is not known by its interface."""
    found = _changed_before(base)
    own = {name for words in walked if words.node.kind not in _OPENS for name in words.defines}
    env = base
    for words in walked:
        if words.node.kind not in _OPENS:
            continue
        path = words.node.get("module")
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


def _changed_before(base: Env) -> list[Module]:
    """What every file opens, where its names changed."""
    frame: Env | None = base
    while frame is not None and frame.opened is None:
        frame = frame.parent
    opened = frame.opened if frame is not None else None
    return [opened] if isinstance(opened, Forms) else []


def _words_of(node: Node) -> _Words:
    """The words of an item; kept with it, as most items stay as they are."""
    if node.item.node is not node:
        return _Words(node)
    words: _Words | None = node.item.words
    if words is None:
        words = node.item.words = _Words(node)
    return words


def _given(node: Node, words: frozenset[str]) -> frozenset[str]:
    """The names that an item may give to others."""
    kind = node.kind
    if node.item.broken:
        return words - _KEYWORDS
    if kind in _OPENS or kind == "expression_item":
        return frozenset()
    if kind == "module_definition":
        return _texts([binding.first("module_name") for binding in node.of("module_binding")])
    if kind == "value_definition":
        return _texts([binding.get("pattern") for binding in node.of("let_binding")])
    if kind == "type_definition":
        named = _texts([binding.get("name") for binding in node.of("type_binding")])
        return named | (words - _KEYWORDS - _BUILTIN)
    return words - _KEYWORDS


def _texts(nodes: list[Node | None]) -> frozenset[str]:
    """The words of some nodes."""
    return frozenset(
        word for node in nodes if node is not None for word in _words(READER.text(node).encode())
    )


def _words(data: bytes) -> frozenset[str]:
    pieces = {*data.translate(_WORDS).split(), *data.translate(_OPERATORS).split()}
    return frozenset([sys.intern(piece.decode("utf-8", "replace")) for piece in pieces])


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
