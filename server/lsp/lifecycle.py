"""From `initialize` to `shutdown`: learning what the client can do, and taking leave."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from lsprotocol import types

from mirageport.server.lsp import configuration, watching
from mirageport.server.lsp.client import read
from mirageport.server.lsp.convert import name_of

if TYPE_CHECKING:
    from mirageport.server.lsp.app import Server


def register(server: Server) -> None:
    """Take part in the handshake."""

    def initialize(params: types.InitializeParams) -> None:
        encoding = server.workspace.position_encoding
        server.client = read(params, str(getattr(encoding, "value", encoding)))
        set_folders(server)
        configuration.take(server, params.initialization_options)
        server.engine.warm()
        # Registered for this client alone: a server that offers both is shown twice.
        if server.client.pulls:
            server.diagnostics.offer_pull()
        server.initialized = True

    def initialized(_params: types.InitializedParams) -> None:
        watching.subscribe(server)
        configuration.subscribe(server)

    def shutdown(_params: None) -> None:
        server.asked_to_stop = True
        server.protocol.cancel_all()
        server.diagnostics.stop()
        server.self_check.stop()

    def folders_changed(_params: types.DidChangeWorkspaceFoldersParams) -> None:
        set_folders(server)
        server.files.regroup()
        server.diagnostics.touch_all()

    server.feature(types.INITIALIZE)(initialize)
    server.feature(types.INITIALIZED)(initialized)
    server.feature(types.SHUTDOWN)(shutdown)
    server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)(folders_changed)


def rest(server: Server) -> None:
    """What can wait until the first documents are shown.

    What is loaded by now stays: the collector need not look at it again.
    """
    server.engine.warm_fixes()
    gc.freeze()


def set_folders(server: Server) -> None:
    """Take over the workspace folders as the client has them now."""
    uris = [folder.uri for folder in server.workspace.folders.values()]
    if not uris and server.workspace.root_uri:
        uris = [server.workspace.root_uri]
    server.files.disk.folders = tuple(name_of(uri) for uri in uris)
