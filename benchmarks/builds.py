"""Ours: the command line and the language server, as the interpreter that measures runs them."""

from __future__ import annotations

import sys
from typing import NamedTuple

_MAIN = "import sys; from mirageport.server.main import main; sys.exit(main(sys.argv[1:]))"
_SERVE = "import sys; from mirageport.server.lsp import serve; sys.exit(serve([]))"


class Build(NamedTuple):
    """name: what the table calls it."""

    name: str

    def run(self, *arguments: str) -> list[str]:
        """The command line."""
        return [sys.executable, "-c", _MAIN, *arguments]

    @property
    def serve(self) -> list[str]:
        """The language server."""
        return [sys.executable, "-c", _SERVE]

    def of(self, what: str) -> str:
        """The name of a row that is about it."""
        return what


OURS = Build("mirageport")
