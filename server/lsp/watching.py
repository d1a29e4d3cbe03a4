"""Files that change on disk behind the editor's back."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from lsprotocol import types

from mirageport.mirage.workflow import file_names
from mirageport.server.files import SUFFIXES
from mirageport.server.lsp.convert import name_of
from mirageport.server.settings import FILE
from mirageport.server.workspace import is_config

if TYPE_CHECKING:
    from mirageport.server.lsp.app import Server

# Makefiles and Dockerfiles are known by their names whatever the case; a pattern is not.
_PATTERNS = (
    *(f"**/*{suffix}" for suffix in (*SUFFIXES, *file_names.ENDINGS)),
    *(f"**/{name}" for name in (FILE, *file_names.NAMES, "Makefile", "GNUmakefile", "Dockerfile")),
    "**/README*.md",
)

# What a person does in the editor's own list of files. A renamed folder is told as one folder, and
# no watcher of files tells what went with it.
_OPERATIONS = types.FileOperationRegistrationOptions(
    filters=[
        *(
            types.FileOperationFilter(
                types.FileOperationPattern(pattern, types.FileOperationPatternKind.File), "file"
            )
            for pattern in _PATTERNS
        ),
        types.FileOperationFilter(
            types.FileOperationPattern("**", types.FileOperationPatternKind.Folder), "file"
        ),
    ]
)


def register(server: Server) -> None:
    """Be told of changes on disk."""

    def changed(params: types.DidChangeWatchedFilesParams) -> None:
        on_disk(server, [(name_of(event.uri), event.type) for event in params.changes])

    def renamed(params: types.RenameFilesParams) -> None:
        gone = [(name_of(file.old_uri), types.FileChangeType.Deleted) for file in params.files]
        come = [(name_of(file.new_uri), types.FileChangeType.Created) for file in params.files]
        on_disk(server, gone + come)

    def deleted(params: types.DeleteFilesParams) -> None:
        on_disk(server, [(name_of(f.uri), types.FileChangeType.Deleted) for f in params.files])

    def created(params: types.CreateFilesParams) -> None:
        on_disk(server, [(name_of(f.uri), types.FileChangeType.Created) for f in params.files])

    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(changed)
    server.feature(types.WORKSPACE_DID_RENAME_FILES, _OPERATIONS)(renamed)
    server.feature(types.WORKSPACE_DID_DELETE_FILES, _OPERATIONS)(deleted)
    server.feature(types.WORKSPACE_DID_CREATE_FILES, _OPERATIONS)(created)


def subscribe(server: Server) -> None:
    """Ask to be told, where the client wants to be asked."""
    if not server.client.watches:
        return
    registration = {
        "id": "mirageport-files",
        "method": types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
        "registerOptions": {"watchers": [{"globPattern": pattern} for pattern in _PATTERNS]},
    }
    server.protocol.ask(types.CLIENT_REGISTER_CAPABILITY, {"registrations": [registration]})


def _is_file(name: str) -> bool:
    """Whether what was moved is a file; else it is a folder, with all that is in it."""
    return name.endswith((*SUFFIXES, FILE)) or bool(file_names.language(name))


def on_disk(server: Server, events: list[tuple[str, types.FileChangeType]]) -> None:
    """Bring the unikernels of the open documents up to date with the disk."""
    files = server.files
    files.suspect([name for name, _ in events])
    moved = [name for name, kind in events if kind != types.FileChangeType.Changed]
    if any(is_config(name) or not _is_file(name) for name in moved):
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
