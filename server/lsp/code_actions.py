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

    from mirageport.server.lsp.app import Server

KINDS = (
    types.CodeActionKind.QuickFix,
    types.CodeActionKind.SourceFixAll,
    fix_all.KIND,
    port.KIND,
)


def register(server: Server) -> None:
    """Offer actions, and fill in the edit of a chosen one."""

    async def offer(asked: _Asked) -> Written:
        name = name_of(asked.uri)
        if name not in server.files.buffers:
            return Written("[]")
        server.recent = name
        return await server.work(name, lambda: _written(actions(server, name, asked)))

    async def resolve(action: Json) -> Json:
        data = action.get("data")
        data = data if isinstance(data, dict) else {}
        name = name_of(str(data.get("uri", "")))
        make = _RESOLVERS.get(str(data.get("what")))
        if make is None or name not in server.files.buffers:
            # One that came with its edit: Neovim 0.11 has even those resolved.
            return action
        title = port.PROGRESS if make is port.edit else ""
        rule = str(data.get("rule", ""))
        try:
            edit = await server.work(name, lambda: make(server, name, rule), long=True, title=title)
        except Outdated:
            raise
        except Exception as error:
            server.show(f"{action.get('title')}: cannot be done: {error!r}")
            return action
        return {**action, "edit": edit}

    options = types.CodeActionOptions(code_action_kinds=list(KINDS), resolve_provider=True)
    server.answer(types.TEXT_DOCUMENT_CODE_ACTION, _asked, offer, options)
    server.answer(types.CODE_ACTION_RESOLVE, _action, resolve)


class _Asked(NamedTuple):
    """What a client wants: the actions for a range of a document, of some kinds, or of all where
    there is none. automatic: it asks by itself, as the cursor has moved."""

    uri: str
    span: read.Span
    only: list[str]
    automatic: bool


def _asked(params: Any) -> _Asked:
    """The diagnostics that come along, of which there may be thousands, are not read: they are this
    server's own."""
    context = params["context"]
    automatic = context.get("triggerKind") == types.CodeActionTriggerKind.Automatic.value
    return _Asked(
        read.document(params),
        read.span(params["range"]),
        read.strings(context.get("only")),
        automatic,
    )


def _action(params: Any) -> Json:
    read.string(params["title"])
    return dict(params)


def _written(found: Iterable[Json]) -> Written:
    """Actions as JSON, in steps: there may be thousands."""
    return Written("[", ", ".join([json.dumps(each) for each in paced(found)]), "]")


def actions(server: Server, name: str, asked: _Asked) -> Iterator[Json]:
    """The actions for a range of a document, of the kinds the client wants."""
    only, invoked = asked.only, not asked.automatic
    source = server.files.unikernel(name).project.source(name)
    start, end = offsets(source, asked.span, server.client.encoding)
    if _wanted(only, quick_fix.KIND):
        yield from quick_fix.actions(server, name, start, end)
    if ignore.KIND in only or (invoked and not only):
        yield from ignore.actions(server, name, start, end)
    if only or invoked:
        yield from _source_actions(server, name, only)


def _source_actions(server: Server, name: str, only: Sequence[str]) -> list[Json]:
    """Actions on the whole file and the whole unikernel: too costly for every move of a cursor,
    so a client that asks by itself must ask for the kind."""
    found = []
    kind = fix_all.GENERIC_KIND if fix_all.GENERIC_KIND in only else fix_all.KIND
    if _wanted(only, kind):
        found += _unless_it_fails(server, name, lambda: fix_all.actions(server, name, kind))
    for asked in _rules(only):
        for rule in current_names([asked]):
            found += quick_fix.of_rule(server, name, rule, f"{fix_all.KIND}.{asked}")
    if _wanted(only, port.KIND):
        found += _unless_it_fails(server, name, lambda: port.actions(server, name))
    return found


def _unless_it_fails(server: Server, name: str, make: Callable[[], list[Json]]) -> list[Json]:
    """The actions, or a line in the log: what fails in another file of the unikernel costs what
    needs that file, not the whole menu."""
    try:
        return make()
    except Exception as error:
        server.log(f"{name}: an action could not be made and is left out: {error!r}")
        return []


def _rules(only: Sequence[str]) -> list[str]:
    """The rules that kinds such as `source.fixAll.mirageport.flow-read` ask for by name: a client
    without a menu has no other way to say which."""
    prefix = fix_all.KIND + "."
    return [kind.removeprefix(prefix) for kind in only if kind.startswith(prefix)]


def _wanted(only: Sequence[str], kind: str) -> bool:
    return not only or any(kind == each or kind.startswith(each + ".") for each in only)


_RESOLVERS: dict[str, Callable[[Server, str, str], Json]] = {
    "rule": quick_fix.rule_edit,
    "fixAll": fix_all.edit,
    "port": port.edit,
}
