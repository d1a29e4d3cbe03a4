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


# How many objects may be made before the collector looks at them: some dozens of keystrokes' worth.
_YOUNG_OBJECTS = 50_000

# How often it looks at the young before it looks at those it has met once, and how often at those
# before it looks at all.
_ROUNDS = (5, 5)


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


def rest(session: Session) -> None:
    """What can wait until the first documents are shown.

    What is loaded by now stays: the collector, off until here, need not look at it after every
    few keystrokes, and what a keystroke leaves behind can wait until there is more of it. Not for
    long: each analysis that the collector meets while it is in use goes to an older generation,
    which memory grows by until that is looked at too.
    """
    session.engine.warm_fixes()
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG_OBJECTS, *_ROUNDS)
    gc.enable()
