"""The syntax extension of Lwt for camlp4, which Mirage 3 goes without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.rules import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.ocaml.tree import Node

RULE = "lwt-camlp4"

# Its words, with what to write for each (lwt 2.7, the manual's part on syntax/pa_lwt).
_WORDS = {
    "lwt": "`.. >>= fun x -> ..` or `let%lwt`",
    "try_lwt": "`Lwt.catch` or `try%lwt`",
    "match_lwt": "`.. >>= function` or `match%lwt`",
    "for_lwt": "`Lwt_list.iter_s` or `for%lwt`",
    "while_lwt": "a recursive function or `while%lwt`",
    "raise_lwt": "`Lwt.fail`",
    "assert_lwt": "`assert` inside `Lwt.wrap`, or `assert%lwt`",
}
_COMMON = "lwt"  # a name that code without the extension may well have


def find(context: Context) -> Iterator[Finding]:
    """Words of the extension. The parser, which does not know it, reads them as functions."""
    found = rule(RULE)
    if not any(word.encode() in context.source.data for word in _WORDS):
        return
    for node in context.tree.root.descendants():
        word = context.text(node) if _may_be(node) else ""
        if word in _WORDS and context.analysis.refs.get(node) is None:
            if word != _COMMON or context.tree.broken:
                yield context.finding(found, node, word=word, new=_WORDS[word])


def _may_be(node: Node) -> bool:
    """Whether this is a lone name that is applied to something."""
    return node.kind == "value_path" and node.field == "function" and len(node.children) == 1
