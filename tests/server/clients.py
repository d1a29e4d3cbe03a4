"""What real editors say they can do, as far as this server reads it."""

from __future__ import annotations

from typing import Any

NEOVIM_07 = {
    "textDocument": {
        "publishDiagnostics": {"relatedInformation": True, "tagSupport": {"valueSet": [1, 2]}},
        "codeAction": {"dataSupport": True, "resolveSupport": {"properties": ["edit"]}},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
    },
    "workspace": {
        "applyEdit": True,
        "workspaceFolders": True,
        "workspaceEdit": {"resourceOperations": ["rename", "create", "delete"]},
    },
    "window": {"workDoneProgress": True},
}

EGLOT_19: dict[str, Any] = {
    "textDocument": {
        "publishDiagnostics": {
            "relatedInformation": False,
            "codeDescriptionSupport": False,
            "tagSupport": {"valueSet": [1, 2]},
        },
        "codeAction": {"isPreferredSupport": True},
        "hover": {"contentFormat": ["plaintext"]},
    },
    "workspace": {
        "applyEdit": True,
        "configuration": True,
        "didChangeWatchedFiles": {"dynamicRegistration": True},
        "workspaceEdit": {"documentChanges": True},
    },
}

NEOVIM_011 = {
    "general": {"positionEncodings": ["utf-8", "utf-16", "utf-32"]},
    "textDocument": {
        "publishDiagnostics": {
            "relatedInformation": True,
            "tagSupport": {"valueSet": [1, 2]},
            "dataSupport": True,
        },
        "diagnostic": {"dynamicRegistration": False},
        "codeAction": {
            "isPreferredSupport": True,
            "dataSupport": True,
            "resolveSupport": {"properties": ["edit", "command"]},
        },
        "hover": {"contentFormat": ["markdown", "plaintext"]},
    },
    "workspace": {
        "applyEdit": True,
        "configuration": True,
        "didChangeWatchedFiles": {"dynamicRegistration": False},
        "workspaceFolders": True,
    },
    "window": {"workDoneProgress": True},
}

NEWER_EGLOT = {
    **EGLOT_19,
    "textDocument": {
        **EGLOT_19["textDocument"],
        "codeAction": {
            "isPreferredSupport": True,
            "dataSupport": True,
            "resolveSupport": {"properties": ["edit", "command"]},
        },
    },
    "general": {"positionEncodings": ["utf-32", "utf-8", "utf-16"]},
    "window": {"workDoneProgress": True},
}

VSCODE = {
    "general": {"positionEncodings": ["utf-16"]},
    "textDocument": {
        "publishDiagnostics": {
            "relatedInformation": True,
            "tagSupport": {"valueSet": [1, 2]},
            "codeDescriptionSupport": True,
            "dataSupport": True,
        },
        "diagnostic": {"dynamicRegistration": True, "relatedDocumentSupport": False},
        "codeAction": {
            "isPreferredSupport": True,
            "dataSupport": True,
            "resolveSupport": {"properties": ["edit", "command"]},
        },
        "hover": {"contentFormat": ["markdown", "plaintext"]},
    },
    "workspace": {
        "applyEdit": True,
        "configuration": True,
        "didChangeConfiguration": {"dynamicRegistration": True},
        "didChangeWatchedFiles": {"dynamicRegistration": True},
        "diagnostics": {"refreshSupport": True},
        "fileOperations": {"didCreate": True, "didRename": True, "didDelete": True},
        "workspaceEdit": {
            "documentChanges": True,
            "resourceOperations": ["create", "rename", "delete"],
        },
        "workspaceFolders": True,
    },
    "window": {"workDoneProgress": True},
}

# name -> (capabilities, clientInfo, the encoding that must come out)
CLIENTS: dict[str, tuple[dict[str, Any], dict[str, str] | None, str]] = {
    "neovim-0.7": (NEOVIM_07, {"name": "Neovim", "version": "0.7.2"}, "utf-16"),
    "neovim-0.11": (NEOVIM_011, {"name": "Neovim", "version": "0.11.4"}, "utf-8"),
    "eglot-1.9": (EGLOT_19, None, "utf-16"),
    "eglot-newer": (NEWER_EGLOT, {"name": "Emacs", "version": "30.1"}, "utf-32"),
    "vscode": (VSCODE, {"name": "Visual Studio Code", "version": "1.100.3"}, "utf-16"),
}
