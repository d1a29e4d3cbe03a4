"""Files that change on disk behind the editor's back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from mirageport.mirage import file_names
from mirageport.server.projects import SUFFIXES
from mirageport.server.settings import FILE

if TYPE_CHECKING:
    from mirageport.server.lsp.app import Server

# Makefiles and Dockerfiles are known by their names whatever the case; a pattern is not.
_PATTERNS = (
    *(f"**/*{suffix}" for suffix in (*SUFFIXES, *file_names.ENDINGS)),
    *(f"**/{name}" for name in (FILE, *file_names.NAMES, "Makefile", "GNUmakefile", "Dockerfile")),
    "**/README*.md",
)

# What a person does in the editor's own list of files. A renamed folder is reported as one folder,
# and no watcher of files reports what was in it.
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

    def changed(_params: Any) -> None:
        server.diagnostics.touch_all(server.files.refresh())

    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(changed)
    server.feature(types.WORKSPACE_DID_RENAME_FILES, _OPERATIONS)(changed)
    server.feature(types.WORKSPACE_DID_DELETE_FILES, _OPERATIONS)(changed)
    server.feature(types.WORKSPACE_DID_CREATE_FILES, _OPERATIONS)(changed)


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
