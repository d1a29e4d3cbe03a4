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


# How many objects may be made before the collector looks at them: some dozens of keystrokes' worth.
_YOUNG_OBJECTS = 50_000

# How often it looks at the young before it looks at those it has met once, and how often at those
# before it looks at all.
_ROUNDS = (5, 5)


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
        server.diagnostics.touch_all(server.files.refresh())

    server.feature(types.INITIALIZE)(initialize)
    server.feature(types.INITIALIZED)(initialized)
    server.feature(types.SHUTDOWN)(shutdown)
    server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)(folders_changed)


def rest(server: Server) -> None:
    """What can wait until the first documents are shown.

    What is loaded by now stays: the collector, off until here, need not look at it after every
    few keystrokes, and what a keystroke leaves behind can wait until there is more of it. Not for
    long: each analysis that the collector meets while it is in use goes to an older generation,
    which memory grows by until that is looked at too.
    """
    server.engine.warm_fixes()
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG_OBJECTS, *_ROUNDS)
    gc.enable()


def set_folders(server: Server) -> None:
    """Take over the workspace folders as the client has them now."""
    uris = [folder.uri for folder in server.workspace.folders.values()]
    if not uris and server.workspace.root_uri:
        uris = [server.workspace.root_uri]
    server.files.folders = tuple(name_of(uri) for uri in uris)
