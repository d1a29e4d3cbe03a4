"""The editor's settings: at the start, when they change, and asked for where that is possible."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from mirageport.server.settings import DEFAULT, KEYS, SettingsError, nearest, parse, unknown

if TYPE_CHECKING:
    import asyncio

    from mirageport.server.lsp.app import Server

SECTION = "mirageport"


def register(server: Server) -> None:
    """Be told of changed settings."""

    def changed(params: types.DidChangeConfigurationParams) -> None:
        if server.client.configuration:
            ask(server)
        else:
            take(server, params.settings)

    server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)(changed)


def subscribe(server: Server) -> None:
    """Ask to be told of changes, where the client wants to be asked; and for the first settings."""
    if server.client.watches_settings:
        registration = {
            "id": "mirageport-settings",
            "method": types.WORKSPACE_DID_CHANGE_CONFIGURATION,
            "registerOptions": {"section": SECTION},
        }
        server.protocol.ask(types.CLIENT_REGISTER_CAPABILITY, {"registrations": [registration]})
    if server.client.configuration:
        ask(server)


def ask(server: Server) -> None:
    """Fetch the settings from the client, and use them when they come."""

    def answered(future: asyncio.Future[Any]) -> None:
        if future.cancelled() or future.exception() is not None:
            return
        answer = future.result()
        take(server, answer[0] if isinstance(answer, list) and answer else None)
        server.settle()

    items = {"items": [{"section": SECTION}]}
    server.protocol.ask(types.WORKSPACE_CONFIGURATION, items).add_done_callback(answered)


def take(server: Server, settings: Any) -> None:
    """Use settings as a client sends them: with or without the section around them.

    Keys that are none of the engine's are the client's own business, such as where the server is;
    only one that is nearly right was meant for it, and that is told.
    """
    table = _table(settings)
    if table is None:
        return
    for key in table:
        near = nearest(str(key), KEYS) if key not in KEYS else ""
        if near:
            server.show(f"the editor's settings: unknown key '{key}'{near}")
    wanted = {key: table[key] for key in KEYS if table.get(key) is not None}
    try:
        chosen = parse(wanted, "the editor's settings")
    except SettingsError as error:
        server.show(str(error))
        chosen = DEFAULT
    if chosen.select or chosen.ignore:
        for line in unknown(chosen, server.engine.names()):
            server.log(f"the editor's settings: {line}")
    if chosen != server.files.editor_settings:
        server.files.editor_settings = chosen
        server.files.forget_reports()
        server.diagnostics.touch_all(server.files.buffers)


def _table(settings: Any) -> dict[str, Any] | None:
    """The keys of a settings value; None when it holds none at all."""
    if not isinstance(settings, dict):
        return None
    inner = settings.get(SECTION, settings)
    return inner if isinstance(inner, dict) else None
