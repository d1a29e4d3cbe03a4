"""Hover: on a flagged name, what it was, what it is now, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from mirageport.ocaml.named import NamedTuple
from mirageport.server.lsp import read
from mirageport.server.lsp.convert import Json, name_of, span
from mirageport.server.lsp.diagnostics import page
from mirageport.server.packs import PACK
from mirageport.server.rule_page import LEFT, OTHERWISE, prose

if TYPE_CHECKING:
    from mirageport.diagnostics.finding import Finding
    from mirageport.server.lsp.app import Server


def register(server: Server) -> None:
    """Answer hovers."""

    async def hover(asked: _Asked) -> Json | None:
        name = name_of(asked.uri)
        if name not in server.files.buffers:
            return None
        return await server.work(name, lambda: hovered(server, name, asked.place))

    server.answer(types.TEXT_DOCUMENT_HOVER, _asked, hover)


class _Asked(NamedTuple):
    uri: str
    place: read.Place


def _asked(params: Any) -> _Asked:
    return _Asked(read.document(params), read.place(params["position"]))


def hovered(server: Server, name: str, place: read.Place) -> Json | None:
    """The text for a place in a document; None off every finding. The narrowest finding speaks."""
    source = server.files.home(name).project.source(name)
    encoding = server.client.encoding
    at = source.offset(place.line, place.character, encoding)
    here = [
        f for f in server.files.report(name).findings if f.start <= at < max(f.end, f.start + 1)
    ]
    if not here:
        return None
    finding = min(here, key=lambda f: f.end - f.start)
    kind = "markdown" if server.client.markdown else "plaintext"
    return {
        "contents": {"kind": kind, "value": text(server, finding)},
        "range": span(source, finding.start, finding.end, encoding),
    }


def text(server: Server, finding: Finding) -> str:
    """What is to be said of a finding, in the client's markup."""
    markdown = server.client.markdown
    rule = server.engine.rule(finding.rule)
    title = rule.title if rule else finding.rule
    parts = [f"**{title}**" if markdown else title, finding.message]
    parts += _signatures(server, finding)
    if rule:
        parts += [first_paragraph(rule.body), prose(rule, LEFT), prose(rule, OTHERWISE)]
    link = page(finding.rule)
    parts.append(f"[{finding.rule}]({link})" if markdown else link)
    return "\n\n".join(part for part in parts if part)


def _signatures(server: Server, finding: Finding) -> list[str]:
    """Both sides of an API item, as OCaml."""
    found = server.engine.signatures(finding.item, finding.rule) if finding.item else None
    if found is None:
        return []
    old, new = found
    code = f"(* Mirage 2 *)\n{old}"
    if new:
        code += f"\n(* {PACK.target} *)\n{new}"
    return [f"```ocaml\n{code}\n```" if server.client.markdown else code]


def first_paragraph(body: str) -> str:
    """The first paragraph of a Markdown text that is neither a heading nor code."""
    for block in body.split("\n\n"):
        block = block.strip()
        if block and not block.startswith(("#", "```")):
            return block
    return ""
