"""Files that change on disk behind the editor's back."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from lsprotocol import types

from mirageport.server.lsp.convert import name_of
from mirageport.server.settings import FILE
from mirageport.server.workspace import is_config

if TYPE_CHECKING:
    from mirageport.server.lsp.app import Server

_PATTERNS = ("**/*.ml", "**/*.mli", f"**/{FILE}")


def register(server: Server) -> None:
    """Be told of changes on disk."""

    def changed(params: types.DidChangeWatchedFilesParams) -> None:
        on_disk(server, [(name_of(event.uri), event.type) for event in params.changes])

    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(changed)


def subscribe(server: Server) -> None:
    """Ask to be told, where the client wants to be asked."""
    if not server.client.watches:
        return
    registration = types.Registration(
        id="mirageport-files",
        method=types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
        register_options=types.DidChangeWatchedFilesRegistrationOptions(
            watchers=[types.FileSystemWatcher(glob_pattern=pattern) for pattern in _PATTERNS]
        ),
    )
    server.client_register_capability(types.RegistrationParams([registration]))


def on_disk(server: Server, events: list[tuple[str, types.FileChangeType]]) -> None:
    """Bring the unikernels of the open documents up to date with the disk."""
    files = server.files
    if any(is_config(name) and kind != types.FileChangeType.Changed for name, kind in events):
        files.regroup()
        stale = set(files.unikernels())
    else:
        if any(os.path.basename(name) == FILE for name, _ in events):
            files.forget_reports()
        stale = {home for home in files.unikernels() if files.rescan(home)}
        stale |= {home for home in files.unikernels() if not home.reports}
    for name in files.buffers:
        if files.home(name) in stale:
            server.diagnostics.touch(name)
