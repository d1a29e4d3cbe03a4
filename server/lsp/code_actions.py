"""Code actions: which ones there are here, and their edits when the client asks for them later."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from mirageport.ocaml.named import NamedTuple
from mirageport.server.lsp import fix_all, ignore, port, quick_fix, read
from mirageport.server.lsp.convert import Json, Written, name_of, offsets
from mirageport.server.lsp.work import Outdated, paced
from mirageport.server.settings import current_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from mirageport.diagnostics.finding import Finding
    from mirageport.server.lsp.session import Session

KINDS = (
    types.CodeActionKind.QuickFix,
    types.CodeActionKind.SourceFixAll,
    fix_all.KIND,
    port.KIND,
    port.ON_KIND,
)


OPTIONS = types.CodeActionOptions(code_action_kinds=list(KINDS), resolve_provider=True)


async def offer(session: Session, asked: Asked) -> Written:
    """The actions that a client asks for."""
    name = name_of(asked.uri)
    if name not in session.workspace.buffers:
        return Written("[]")
    session.recent = name
    return await session.work(name, lambda: _written(actions(session, name, asked)))


async def resolve(session: Session, action: Json) -> Json:
    """An action that the person chose, with its edit."""
    data = action.get("data")
    data = data if isinstance(data, dict) else {}
    name = name_of(str(data.get("uri", "")))
    make = _RESOLVERS.get(str(data.get("what")))
    if make is None or name not in session.workspace.buffers:
        # One that came with its edit: Neovim 0.11 has even those resolved.
        return action
    title = port.named(session, name, port.PROGRESS) if make is port.edit else ""
    rule = str(data.get("rule", ""))
    try:
        edit = await session.work(name, lambda: make(session, name, rule), long=True, title=title)
    except Outdated:
        raise
    except Exception as error:
        session.show(f"{action.get('title')}: cannot be done: {error!r}")
        return action
    return {**action, "edit": edit}


class Asked(NamedTuple):
    """What a client wants: the actions for a range of a document, of some kinds, or of all where
    there is none. automatic: it asks by itself, as the cursor has moved."""

    uri: str
    span: read.Span
    only: list[str]
    automatic: bool


def asked(params: Any) -> Asked:
    """Read what a client wants. Raises one of `read.MALFORMED`.

    The diagnostics that come along, of which there may be thousands, are not read: they are this
    server's own."""
    context = params["context"]
    automatic = context.get("triggerKind") == types.CodeActionTriggerKind.Automatic.value
    return Asked(
        read.document(params),
        read.span(params["range"]),
        read.strings(context.get("only")),
        automatic,
    )


def chosen(params: Any) -> Json:
    """A chosen action as the client sends it back. Raises one of `read.MALFORMED`."""
    read.string(params["title"])
    return dict(params)


def _written(found: Iterable[Json]) -> Written:
    """Actions as JSON, in steps: there may be thousands."""
    return Written("[", ", ".join([json.dumps(each) for each in paced(found)]), "]")


def actions(session: Session, name: str, asked: Asked) -> Iterator[Json]:
    """The actions for a range of a document, of the kinds the client wants.

    Fixes are those of all findings on the lines of the range, those in the range first: a person
    should not have to hit the marked word.
    """
    only, invoked = asked.only, not asked.automatic
    here = _on_lines(session, name, asked.span)
    if _wanted(only, quick_fix.KIND):
        yield from quick_fix.actions(session, name, here)
    if ignore.KIND in only or (invoked and not only):
        yield from ignore.actions(session, name, here)
    if only or invoked:
        yield from _source_actions(session, name, only)


def _on_lines(session: Session, name: str, span: read.Span) -> list[Finding]:
    """The findings on the lines that a range touches, those in the range itself first."""
    source = session.workspace.unikernel(name).source(name)
    start, end = offsets(source, span, session.client.encoding)
    first = source.line_starts[source.line_of(start)]
    # A range that ends where a line begins, as a selection of whole lines does, has none of it.
    last = source.line_end(source.line_of(max(start, end - 1)))
    found = session.workspace.report(name).findings
    here = [each for each in found if each.start <= last and first <= each.end]
    return sorted(here, key=lambda each: not (each.start <= end and start <= each.end))


def _source_actions(session: Session, name: str, only: Sequence[str]) -> list[Json]:
    """Actions on the whole file and the whole unikernel: too costly for every move of a cursor,
    so a client that asks by itself must ask for the kind."""
    found = []
    kind = fix_all.GENERIC_KIND if fix_all.GENERIC_KIND in only else fix_all.KIND
    if _wanted(only, kind):
        found += _unless_it_fails(session, name, lambda: fix_all.actions(session, name, kind))
    for wanted in _rules(only):
        for rule in current_names([wanted]):
            found += quick_fix.of_rule(session, name, rule, f"{fix_all.KIND}.{wanted}")
    if _wanted(only, port.KIND):
        found += _unless_it_fails(session, name, lambda: port.actions(session, name))
    if _wanted(only, port.ON_KIND):
        found += _unless_it_fails(session, name, lambda: port.actions_onward(session, name))
    return found


def _unless_it_fails(session: Session, name: str, make: Callable[[], list[Json]]) -> list[Json]:
    """The actions, or a line in the log: what fails in another file of the unikernel costs what
    needs that file, not the whole menu."""
    try:
        return make()
    except Exception as error:
        session.log(f"{name}: an action could not be made and is left out: {error!r}")
        return []


def _rules(only: Sequence[str]) -> list[str]:
    """The rules that kinds such as `source.fixAll.mirageport.flow-read` ask for by name: a client
    without a menu has no other way to say which."""
    prefix = fix_all.KIND + "."
    return [kind.removeprefix(prefix) for kind in only if kind.startswith(prefix)]


def _wanted(only: Sequence[str], kind: str) -> bool:
    return not only or any(kind == each or kind.startswith(each + ".") for each in only)


_RESOLVERS: dict[str, Callable[[Session, str, str], Json]] = {
    "rule": quick_fix.rule_edit,
    "fixAll": fix_all.edit,
    "port": port.edit,
    "portOn": port.edit_onward,
}
