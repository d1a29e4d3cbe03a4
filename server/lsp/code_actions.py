"""Code actions: which ones there are here, and their edits when the client asks for them later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from mirageport.server.lsp import fix_all, ignore, port, quick_fix
from mirageport.server.lsp.convert import Json, name_of, offsets
from mirageport.server.lsp.progress import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mirageport.server.lsp.app import Server

KINDS = (
    types.CodeActionKind.QuickFix,
    types.CodeActionKind.SourceFixAll,
    fix_all.KIND,
    port.KIND,
)


def register(server: Server) -> None:
    """Offer actions, and fill in the edit of a chosen one."""

    async def offer(params: types.CodeActionParams) -> list[Json]:
        return actions(server, params)

    async def resolve(params: types.CodeAction) -> types.CodeAction:
        data = params.data if isinstance(params.data, dict) else {}
        if data.get("what") != "port":
            return resolved(server, params)
        async with shown(server, port.PROGRESS):
            return resolved(server, params)

    options = types.CodeActionOptions(code_action_kinds=list(KINDS), resolve_provider=True)
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, options)(offer)
    server.feature(types.CODE_ACTION_RESOLVE)(resolve)


def actions(server: Server, params: types.CodeActionParams) -> list[Json]:
    """The actions for a range of a document, of the kinds the client wants."""
    name = name_of(params.text_document.uri)
    if name not in server.files.buffers:
        return []
    server.recent = name
    only = [str(getattr(kind, "value", kind)) for kind in params.context.only or []]
    invoked = params.context.trigger_kind != types.CodeActionTriggerKind.Automatic
    source = server.files.home(name).project.source(name)
    start, end = offsets(source, params.range.start, params.range.end, server.client.encoding)
    found: list[Json] = []
    if _wanted(only, quick_fix.KIND):
        found += quick_fix.actions(server, name, start, end)
    if ignore.KIND in only or (invoked and not only):
        found += ignore.actions(server, name, start, end)
    if only or invoked:
        found += _source_actions(server, name, only)
    return found


def _source_actions(server: Server, name: str, only: Sequence[str]) -> list[Json]:
    """Actions on the whole file and the whole unikernel: too costly for every move of a cursor,
    so a client that asks by itself must ask for the kind."""
    found = []
    kind = fix_all.GENERIC_KIND if fix_all.GENERIC_KIND in only else fix_all.KIND
    if _wanted(only, kind):
        found += _unless_it_fails(server, name, lambda: fix_all.actions(server, name, kind))
    for rule in _rules(only):
        found += quick_fix.of_rule(server, name, rule, f"{fix_all.KIND}.{rule}")
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


def resolved(server: Server, action: types.CodeAction) -> types.CodeAction:
    """An action with its edit, made against the documents as they are now.

    An action that came with its edit goes back as it is: Neovim 0.11 has even those resolved.
    """
    data = action.data if isinstance(action.data, dict) else {}
    make = _RESOLVERS.get(str(data.get("what")))
    name = name_of(str(data.get("uri", "")))
    if make is not None and name in server.files.buffers:
        try:
            edit = make(server, name, str(data.get("rule", "")))
        except Exception as error:
            server.show(f"{action.title}: cannot be done: {error!r}")
            return action
        action.edit = server.protocol.structured(edit, types.WorkspaceEdit)
    return action
