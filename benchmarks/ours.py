"""Ours: the command line and the language server, as the interpreter that measures runs them."""

from __future__ import annotations

import sys

# What tables and curves call it.
NAME = "mirageport"


def run(*arguments: str) -> list[str]:
    """The command that runs the command line."""
    code = "import sys; from mirageport.server.main import main; sys.exit(main(sys.argv[1:]))"
    return [sys.executable, "-c", code, *arguments]


# As editors start it: the command line sets the collector.
SERVE = run("lsp")
