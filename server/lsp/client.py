"""What the client can do, read once from its `initialize` request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygls.capabilities import get_capability

from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from lsprotocol import types


class Client(NamedTuple):
    """The client's abilities that make a difference here.

    encoding: how it counts columns. pulls: asks for diagnostics itself, and can be requested to ask
    again when those of another document changed; every other client is sent them. document_changes:
    takes edits bound to a version. deletes: takes edits that delete files.
    resolves: fetches an action's edit when it is chosen. applies:
    makes edits that the server asks for. related, descriptions, tags, data: what its diagnostics
    may hold. markdown: in hover texts.
    configuration: can be asked for settings. watches, watches_settings: lets a server register for
    file and settings changes. progress: shows that work is under way.
    """

    encoding: str = "utf-16"
    pulls: bool = False
    document_changes: bool = False
    deletes: bool = False
    resolves: bool = False
    applies: bool = False
    related: bool = False
    descriptions: bool = False
    tags: frozenset[int] = frozenset()
    data: bool = False
    markdown: bool = False
    configuration: bool = False
    watches: bool = False
    watches_settings: bool = False
    progress: bool = False


def read(params: types.InitializeParams, encoding: str) -> Client:
    """The abilities a client states. encoding: the position encoding agreed on."""

    def can(path: str) -> bool:
        return bool(get_capability(params.capabilities, path, False))

    def listed(path: str) -> list[str]:
        return list(get_capability(params.capabilities, path, None) or [])

    diagnostics = "text_document.publish_diagnostics."
    action = "text_document.code_action."
    tags = listed(diagnostics + "tag_support.value_set")
    return Client(
        encoding=encoding,
        pulls=params.capabilities.text_document is not None
        and params.capabilities.text_document.diagnostic is not None
        and can("workspace.diagnostics.refresh_support"),
        document_changes=can("workspace.workspace_edit.document_changes") or _is_neovim(params),
        deletes="delete" in listed("workspace.workspace_edit.resource_operations"),
        applies=can("workspace.apply_edit"),
        resolves="edit" in listed(action + "resolve_support.properties"),
        related=can(diagnostics + "related_information"),
        descriptions=can(diagnostics + "code_description_support"),
        tags=frozenset(int(tag) for tag in tags),
        data=can(diagnostics + "data_support"),
        markdown="markdown" in listed("text_document.hover.content_format"),
        configuration=can("workspace.configuration"),
        watches=can("workspace.did_change_watched_files.dynamic_registration"),
        watches_settings=can("workspace.did_change_configuration.dynamic_registration"),
        progress=can("window.work_done_progress"),
    )


def _is_neovim(params: types.InitializeParams) -> bool:
    """Neovim takes versioned edits, and checks the version, without saying so (0.7 to 0.12)."""
    return params.client_info is not None and params.client_info.name == "Neovim"
