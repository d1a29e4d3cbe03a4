"""From `initialize` to `shutdown`: learning what the client can do, and taking leave."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from mirageport.server.lsp import configuration, watching
from mirageport.server.lsp.client import read
from mirageport.server.lsp.convert import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lsprotocol import types

    from mirageport.server.lsp.session import Session


def initialize(session: Session, params: types.InitializeParams, encoding: str) -> None:
    """Learn what the client can do. encoding: the position encoding agreed on."""
    session.client = read(params, encoding)
    configuration.take(session, params.initialization_options)
    session.engine.warm()
    session.initialized = True


def initialized(session: Session) -> None:
    """The client is ready for requests."""
    watching.subscribe(session)
    configuration.subscribe(session)


def set_folders(session: Session, uris: Iterable[str]) -> None:
    """Take over the workspace folders."""
    session.workspace.folders = tuple(name_of(uri) for uri in uris)


def load_later(session: Session) -> None:
    """Load what is not needed until the first documents are shown.

    All that is loaded by then stays, so that the garbage collector need not look at it again.
    """
    session.engine.warm_fixes()
    gc.freeze()
