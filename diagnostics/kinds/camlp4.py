"""The syntax extension of Lwt for camlp4, which Mirage 3 goes without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import Camlp4
from mirageport.diagnostics.finding import MANUAL, Finding
from mirageport.diagnostics.rules import rule
from mirageport.diagnostics.syntax import is_promise
from mirageport.ocaml.camlp4 import SEQUENCE, sequences, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.ocaml.tree import Node

RULE = "lwt-camlp4"

# Its words, with what to write for each (lwt 2.7, the manual's part on syntax/pa_lwt).
_PLAIN = {
    b"lwt": "`.. >>= fun x -> ..` or `let%lwt`",
    b"try_lwt": "`Lwt.catch` or `try%lwt`",
    b"match_lwt": "`.. >>= function` or `match%lwt`",
    b"for_lwt": "`Lwt_list.iter_s` or `for%lwt`",
    b"while_lwt": "a recursive function or `while%lwt`",
    b"raise_lwt": "`Lwt.fail`",
    b"assert_lwt": "`assert` inside `Lwt.wrap`, or `assert%lwt`",
}
_SEQUENCE = "`.. >>= fun _ -> ..`"


def find(context: Context) -> Iterator[Finding]:
    """Words of the extension, and its operator `>>` where nobody defines one."""
    data = context.source.data
    found = words(context.tree, lambda start, end: _bound(context, start, end))
    loose = [at for at in sequences(data) if _loose(context, at)]
    facts: Camlp4 | None = Camlp4(found)
    if not found and loose and _strangers(context, loose):
        # A module that is opened may define it: what stands before it says whether it is Lwt's.
        loose = [at for at in loose if _of_promises(context, at)]
        facts = None
    for at, word in sorted({**found, **dict.fromkeys(loose, SEQUENCE)}.items()):
        yield _finding(context, at, word, facts)


def _of_promises(context: Context, at: int) -> bool:
    """Whether the operator stands between promises."""
    operators = _around(context, at, at + len(SEQUENCE))
    parents = [node.parent for node in operators if node.field == "operator"]
    left = parents[0].get("left") if parents and parents[0] is not None else None
    return left is not None and is_promise(context, left)


def _finding(context: Context, at: int, word: bytes, facts: Camlp4 | None) -> Finding:
    known = rule(RULE)
    message = known.message.format(word=word.decode(), new=_PLAIN.get(word, _SEQUENCE))
    if facts is None:
        message += " If a module that is opened here defines it, it may stay."
    return Finding(
        context.name,
        RULE,
        at,
        at + len(word),
        message,
        known.applicability if facts is not None else MANUAL,
        known.severity,
        known.category,
        facts=facts,
    )


def _around(context: Context, start: int, end: int) -> list[Node]:
    """The nodes that are exactly these bytes, the innermost first."""
    found = []
    node: Node | None = context.tree.root.at(start, end)
    while node is not None and (node.start, node.end) == (start, end):
        found.append(node)
        node = node.parent
    return found


def _bound(context: Context, start: int, end: int) -> bool:
    """Whether these bytes are a name that the text defines."""
    refs = context.analysis.refs
    return any(refs.get(node) is not None for node in _around(context, start, end))


def _loose(context: Context, at: int) -> bool:
    """Whether there is an operator `>>` that nothing in the text or beside it defines."""
    end = at + len(SEQUENCE)
    operators = [node for node in _around(context, at, end) if node.field == "operator"]
    if not operators or any(node in context.analysis.types for node in operators):
        return False
    return not _bound(context, at, end) and not _defined(context)


def _defined(context: Context) -> bool:
    return b"( >> )" in context.source.data or b"(>>)" in context.source.data


def _strangers(context: Context, places: list[int]) -> bool:
    """Whether a module that nobody here knows is opened, for the file or around one of the places:
    it may define an operator."""
    known = {use.node for use in context.analysis.opens}
    for node in context.tree.root.descendants():
        whole = node.kind in ("open_module", "include_module")
        local = node.kind in ("let_open_expression", "local_open_expression")
        around = local and any(node.start < at < node.end for at in places)
        if (whole or around) and node not in known:
            return True
    return False
