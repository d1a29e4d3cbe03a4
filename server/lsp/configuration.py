"""The editor's settings: at the start, when they change, and asked for where that is possible."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from mirageport.server.settings import DEFAULT, KEYS, SettingsError, nearest, parse, unknown

if TYPE_CHECKING:
    from mirageport.server.lsp.app import Server

SECTION = "mirageport"


def register(server: Server) -> None:
    """Be told of changed settings."""

    async def changed(params: types.DidChangeConfigurationParams) -> None:
        if server.client.configuration:
            await ask(server)
        else:
            take(server, params.settings)
        server.settle()

    server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)(changed)


def subscribe(server: Server) -> None:
    """Ask to be told of changes, where the client wants to be asked; and for the first settings."""
    if server.client.watches_settings:
        registration = types.Registration(
            id="mirageport-settings",
            method=types.WORKSPACE_DID_CHANGE_CONFIGURATION,
            register_options={"section": SECTION},
        )
        server.client_register_capability(types.RegistrationParams([registration]))
    if server.client.configuration:
        item = types.ConfigurationItem(section=SECTION)
        server.workspace_configuration(
            types.ConfigurationParams([item]), lambda answer: _answered(server, answer)
        )


async def ask(server: Server) -> None:
    """Fetch the settings from the client."""
    item = types.ConfigurationItem(section=SECTION)
    answer = await server.workspace_configuration_async(types.ConfigurationParams([item]))
    take(server, answer[0] if answer else None)


def _answered(server: Server, answer: Any) -> None:
    take(server, answer[0] if answer else None)
    server.settle()


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
        server.diagnostics.touch_all()


def _table(settings: Any) -> dict[str, Any] | None:
    """The keys of a settings value; None when it holds none at all."""
    if not isinstance(settings, dict):
        return None
    inner = settings.get(SECTION, settings)
    return inner if isinstance(inner, dict) else None
