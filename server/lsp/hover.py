"""Hover: on a flagged name, what it was, what it is now, why, and what the fix does.

The message itself is left out: editors show it beside the hover, or at the line.
"""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING, Any

from mirageport.mirage.releases import former
from mirageport.ocaml.edit import Edits, apply
from mirageport.ocaml.file_names import basename
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.source import Source
from mirageport.server.home import page
from mirageport.server.lsp import read
from mirageport.server.lsp.convert import Json, name_of, span
from mirageport.server.packs import MIRAGE, explaining
from mirageport.server.rule_page import APPLICABILITIES, LEFT, OTHERWISE, prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mirageport.diagnostics.finding import Finding
    from mirageport.server.lsp.session import Session

# How many lines of what a fix changes are shown.
_MOST = 12


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
    source = session.workspace.unikernel(name).source(name)
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
    unikernel = session.workspace.unikernel(finding.file)
    rule = session.engine.rule(finding.rule, [unikernel.pack_of(finding)])
    title = rule.title if rule else finding.rule
    parts = [_strong(session, title), *_signatures(session, finding)]
    if rule:
        parts.append(first_paragraph(rule.body))
    parts += _fix(session, finding)
    if rule:
        parts += [prose(rule, LEFT), prose(rule, OTHERWISE)]
    parts.append(_further(finding.rule, unikernel.projects, session.client.markdown))
    return "\n\n".join(part for part in parts if part)


def _strong(session: Session, words: str) -> str:
    return f"**{words}**" if session.client.markdown else words


def _fix(session: Session, finding: Finding) -> list[str]:
    """What the fix of a finding does: how far it can be trusted, its title, and the lines that it
    changes; nothing where there is none."""
    unikernel = session.workspace.unikernel(finding.file)
    project = unikernel.projects[unikernel.pack_of(finding)]
    wanted = [finding] if finding.fixable else []
    ways = [fix for own in session.engine.menu(project, wanted, _unsaid) for fix in own]
    if not ways:
        return []
    fix = ways[0]
    label, _ = APPLICABILITIES[fix.applicability]
    found = [f"{_strong(session, label)}: {fix.title}"]
    lines = _changed_lines(project.source(finding.file).data, fix.edits.of(finding.file))
    if lines:
        found.append(_code(session, "diff", "\n".join(lines)))
    others = [file for file in fix.edits.files if file != finding.file]
    if others:
        found.append(f"It also changes {', '.join(map(basename, others))}.")
    if len(ways) > 1:
        found.append(f"Or: {'; '.join(other.title for other in ways[1:])}")
    return found


def _unsaid(_rule: str, _error: BaseException) -> None:
    """A fix that cannot be made is left out; asking for the menu logs it."""


def _changed_lines(data: bytes, edits: Edits) -> list[str]:
    """The lines that edits of a text change, before and after, as in a diff; at most `_MOST`."""
    if not edits:
        return []
    source = Source(data)
    first = source.line_starts[source.line_of(edits[0].start)]
    end = max(edit.end for edit in edits)
    moved = [each._replace(start=each.start - first, end=each.end - first) for each in edits]
    old = data[first : source.line_end(source.line_of(end))]
    new = apply(old, Edits(moved))
    before, after = (text.decode("utf-8", "replace").splitlines() for text in (old, new))
    lines = list(unified_diff(before, after, lineterm="", n=0))[2:]
    lines = [line for line in lines if not line.startswith("@@")]
    more = len(lines) - _MOST
    return [*lines[:_MOST], f"  and {more} more lines"] if more > 1 else lines


def _code(session: Session, language: str, code: str) -> str:
    return f"```{language}\n{code}\n```" if session.client.markdown else code


def _further(rule: str, packs: Iterable[str], markdown: bool) -> str:
    """Where to read on: the rule's page, and the command that prints it where there is none."""
    address = page(rule)
    if address:
        return f"[{rule}]({address})" if markdown else address
    command = explaining(rule, packs)
    return f"`{command}`" if markdown else command


def _signatures(session: Session, finding: Finding) -> list[str]:
    """Both sides of an API item, as OCaml."""
    if not finding.item:
        return []
    unikernel = session.workspace.unikernel(finding.file)
    pack = unikernel.pack_of(finding)
    project = unikernel.projects[pack]
    found = session.engine.signatures(project, finding.item, finding.rule)
    if found is None:
        return []
    old, new = found
    target = project.pack.target
    before = former(project.pack.release) if pack == MIRAGE else f"before {target}"
    code = f"(* {before} *)\n{old}"
    if new:
        code += f"\n(* {target} *)\n{new}"
    return [_code(session, "ocaml", code)]


def first_paragraph(body: str) -> str:
    """The first paragraph of a Markdown text that is neither a heading nor code."""
    for block in body.split("\n\n"):
        block = block.strip()
        if block and not block.startswith(("#", "```")):
            return block
    return ""
