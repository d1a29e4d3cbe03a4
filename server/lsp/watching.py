"""Files that change on disk behind the editor's back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from mirageport.mirage.workflow import file_names
from mirageport.server.projects import WITH_CODE
from mirageport.server.settings import FILE

if TYPE_CHECKING:
    from mirageport.server.lsp.session import Session

# Makefiles and Dockerfiles are known by their names whatever the case; a pattern is not.
_PATTERNS = (
    *(f"**/*{suffix}" for suffix in (*WITH_CODE, *file_names.ENDINGS)),
    *(f"**/{name}" for name in (FILE, *file_names.NAMES, "Makefile", "GNUmakefile", "Dockerfile")),
    "**/README*.md",
    # What a project's bounds are in, and packs, beside their interfaces.
    *("**/dune-project", "**/*.opam.locked", "**/pack.md", "**/rules/*.md"),
)

OPERATIONS = (
    types.WORKSPACE_DID_RENAME_FILES,
    types.WORKSPACE_DID_DELETE_FILES,
    types.WORKSPACE_DID_CREATE_FILES,
)
# What a person does in the editor's own list of files. A renamed folder is reported as one folder,
# and no watcher of files reports what was in it.
WHAT = types.FileOperationRegistrationOptions(
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


def changed(session: Session) -> None:
    """Bring the unikernels of the open documents up to date with the disk, where something changed.
    What the client says of it is not needed: a folder that was moved says nothing of its files."""
    session.diagnostics.touch_all(session.workspace.refresh())


def subscribe(session: Session) -> None:
    """Register for changes of files, where the client supports it."""
    if not session.client.watches:
        return
    registration = {
        "id": "mirageport-files",
        "method": types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
        "registerOptions": {"watchers": [{"globPattern": pattern} for pattern in _PATTERNS]},
    }
    session.connection.ask(types.CLIENT_REGISTER_CAPABILITY, {"registrations": [registration]})
