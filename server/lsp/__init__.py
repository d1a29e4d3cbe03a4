"""The language server: `mirageport lsp`."""

from __future__ import annotations

from mirageport.server.lsp.serve import serve

__all__ = ["serve"]
