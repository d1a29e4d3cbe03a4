"""The editor's settings: at the start, when they change, and asked for where that is possible."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from mirageport.server.settings import DEFAULT, KEYS, SettingsError, nearest, parse, unknown

if TYPE_CHECKING:
    import asyncio

    from mirageport.server.lsp.session import Session

SECTION = "mirageport"


def changed(session: Session, settings: Any) -> None:
    """The client's settings changed; some send the new ones along, others are asked for them."""
    if session.client.configuration:
        ask(session)
    else:
        take(session, settings)


def subscribe(session: Session) -> None:
    """Register for changes, where the client supports it; and ask for the first settings."""
    if session.client.watches_settings:
        registration = {
            "id": "mirageport-settings",
            "method": types.WORKSPACE_DID_CHANGE_CONFIGURATION,
            "registerOptions": {"section": SECTION},
        }
        session.connection.ask(types.CLIENT_REGISTER_CAPABILITY, {"registrations": [registration]})
    if session.client.configuration:
        ask(session)


def ask(session: Session) -> None:
    """Fetch the settings from the client, and use them when they come."""

    def answered(future: asyncio.Future[Any]) -> None:
        if future.cancelled() or future.exception() is not None:
            return
        answer = future.result()
        take(session, answer[0] if isinstance(answer, list) and answer else None)
        session.publish()

    items = {"items": [{"section": SECTION}]}
    session.connection.ask(types.WORKSPACE_CONFIGURATION, items).add_done_callback(answered)


def take(session: Session, settings: Any) -> None:
    """Use settings as a client sends them: with or without the section around them.

    Keys that are none of the engine's are the client's own business, such as where the server is;
    one that is nearly right was meant for it, and a message says so.
    """
    table = _table(settings)
    if table is None:
        return
    for key in table:
        near = nearest(str(key), KEYS) if key not in KEYS else ""
        if near:
            session.show(f"the editor's settings: unknown key '{key}'{near}")
    wanted = {key: table[key] for key in KEYS if table.get(key) is not None}
    try:
        chosen = parse(wanted, "the editor's settings")
        # Without a folder there is nothing that a path could begin in.
        chosen = chosen.placed(next(iter(session.workspace.folders), os.getcwd()))
    except SettingsError as error:
        session.show(str(error))
        chosen = DEFAULT
    if chosen.select or chosen.ignore:
        for line in unknown(chosen, session.engine.names(chosen.packs)):
            session.log(f"the editor's settings: {line}")
    if chosen != session.workspace.editor_settings:
        session.workspace.editor_settings = chosen
        session.workspace.forget_reports()
        session.diagnostics.touch_all(session.workspace.buffers)


def _table(settings: Any) -> dict[str, Any] | None:
    """The keys of a settings value; None when it holds none at all."""
    if not isinstance(settings, dict):
        return None
    inner = settings.get(SECTION, settings)
    return inner if isinstance(inner, dict) else None
