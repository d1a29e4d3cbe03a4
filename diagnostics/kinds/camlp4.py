"""The syntax extension of Lwt for camlp4, which Mirage 3 goes without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import Camlp4
from mirageport.diagnostics.finding import Finding
from mirageport.diagnostics.rules import rule
from mirageport.ocaml.camlp4 import KEYWORDS, words

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
_SEQUENCE = "`.. >>= fun () -> ..`"


def find(context: Context) -> Iterator[Finding]:
    """Words of the extension, and its operator `>>` where nobody defines one."""
    data = context.source.data
    if not any(word in data for word in (*KEYWORDS, b">>")):
        return
    nodes = context.tree.root.descendants()
    refs = context.analysis.refs
    found = words(context.tree, {node.start for node in nodes if refs.get(node) is not None})
    sequences = [node.start for node in nodes if _loose(context, node)]
    if not found and (not sequences or _strangers(context)):
        return
    facts = Camlp4(found)
    for at, word in sorted({**found, **dict.fromkeys(sequences, b">>")}.items()):
        yield _finding(context, at, word, facts)


def _finding(context: Context, at: int, word: bytes, facts: Camlp4) -> Finding:
    known = rule(RULE)
    message = known.message.format(word=word.decode(), new=_PLAIN.get(word, _SEQUENCE))
    return Finding(
        context.name,
        RULE,
        at,
        at + len(word),
        message,
        known.applicability,
        known.severity,
        known.category,
        facts=facts,
    )


def _loose(context: Context, node: Node) -> bool:
    """Whether an operator is a `>>` that nothing in the text defines."""
    if node.field != "operator" or context.text(node) != ">>":
        return False
    return context.analysis.refs.get(node) is None and not _defined(context)


def _defined(context: Context) -> bool:
    return b"( >> )" in context.source.data or b"(>>)" in context.source.data


def _strangers(context: Context) -> bool:
    """Whether the file opens a module that nobody here knows, which may define an operator."""
    known = {use.node for use in context.analysis.opens}
    return any(
        node.kind
        in ("open_module", "let_open_expression", "local_open_expression", "include_module")
        and node not in known
        for node in context.tree.root.descendants()
    )
