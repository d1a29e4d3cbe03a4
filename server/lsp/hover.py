"""Hover: on a flagged name, what it was, what it is now, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mirageport.ocaml.named import NamedTuple
from mirageport.server.home import page
from mirageport.server.lsp import read
from mirageport.server.lsp.convert import Json, name_of, span
from mirageport.server.packs import PACK
from mirageport.server.rule_page import LEFT, OTHERWISE, prose

if TYPE_CHECKING:
    from mirageport.diagnostics.finding import Finding
    from mirageport.server.lsp.session import Session


async def hover(session: Session, asked: Asked) -> Json | None:
    """The text for a place in a document; None where there is nothing to say."""
    name = name_of(asked.uri)
    if name not in session.workspace.buffers:
        return None
    return await session.work(name, lambda: hovered(session, name, asked.place))


class Asked(NamedTuple):
    """A place in a document."""

    uri: str
    place: read.Position


def asked(params: Any) -> Asked:
    """Read the parameters of a hover. Raises one of `read.MALFORMED`."""
    return Asked(read.document(params), read.position(params["position"]))


def hovered(session: Session, name: str, place: read.Position) -> Json | None:
    """The text for a place in a document, by the narrowest finding there; None without any."""
    source = session.workspace.unikernel(name).project.source(name)
    encoding = session.client.encoding
    at = source.offset(place.line, place.character, encoding)
    here = [
        f
        for f in session.workspace.report(name).findings
        if f.start <= at < max(f.end, f.start + 1)
    ]
    if not here:
        return None
    finding = min(here, key=lambda f: f.end - f.start)
    kind = "markdown" if session.client.markdown else "plaintext"
    return {
        "contents": {"kind": kind, "value": text(session, finding)},
        "range": span(source, finding.start, finding.end, encoding),
    }


def text(session: Session, finding: Finding) -> str:
    """The text for a finding, in the client's markup."""
    markdown = session.client.markdown
    rule = session.engine.rule(finding.rule)
    title = rule.title if rule else finding.rule
    parts = [f"**{title}**" if markdown else title, finding.message]
    parts += _signatures(session, finding)
    if rule:
        parts += [first_paragraph(rule.body), prose(rule, LEFT), prose(rule, OTHERWISE)]
    parts.append(_further(finding.rule, markdown))
    return "\n\n".join(part for part in parts if part)


def _further(rule: str, markdown: bool) -> str:
    """Where to read on: the rule's page, and the command that prints it where there is none."""
    address = page(rule)
    if address:
        return f"[{rule}]({address})" if markdown else address
    return f"`mirageport explain {rule}`" if markdown else f"mirageport explain {rule}"


def _signatures(session: Session, finding: Finding) -> list[str]:
    """Both sides of an API item, as OCaml."""
    found = session.engine.signatures(finding.item, finding.rule) if finding.item else None
    if found is None:
        return []
    old, new = found
    code = f"(* Mirage 2 *)\n{old}"
    if new:
        code += f"\n(* {PACK.target} *)\n{new}"
    return [f"```ocaml\n{code}\n```" if session.client.markdown else code]


def first_paragraph(body: str) -> str:
    """The first paragraph of a Markdown text that is neither a heading nor code."""
    for block in body.split("\n\n"):
        block = block.strip()
        if block and not block.startswith(("#", "```")):
            return block
    return ""
