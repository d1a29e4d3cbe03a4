"""Draws `port.svg`: the command line at work on our own example, as a terminal shows it.

Run it with the virtual environment's Python after a change of what the picture shows.
"""

from __future__ import annotations

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parents[2]
PICTURE = Path(__file__).with_name("port.svg")
COMMANDS = [
    (["check", "--ignore", "console-to-logs", "examples/greeter/unikernel.ml"], 20),
    (["fix", "--review", "--diff", "examples/greeter"], 33),
]
COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def main() -> None:
    """Run the commands and write the picture."""
    console = Console(record=True, width=118, file=StringIO())
    for arguments, lines in COMMANDS:
        console.print(Text.assemble(("$ ", "bold green"), ("mirageport " + " ".join(arguments))))
        command = [sys.executable, "-m", "mirageport.server.main", *arguments]
        done = subprocess.run(
            command,
            cwd=ROOT,
            env={**os.environ, "FORCE_COLOR": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        output = done.stdout.splitlines()
        for line in output[:lines]:
            console.print(_coloured(line), no_wrap=True, overflow="ellipsis")
        if len(output) > lines:
            console.print(Text("...", "dim"))
    picture = console.export_svg(title="mirageport")
    # Not every viewer keeps the blanks a line begins with unless told to.
    PICTURE.write_text(picture.replace("<text ", '<text xml:space="preserve" '))


def _coloured(line: str) -> Text:
    """A line in the colours that it comes with; a diff that is piped comes without."""
    if line.startswith(("+++", "---")):
        return Text(line, "bold")
    return Text(line, COLOURS[line[0]]) if line[:1] in COLOURS else Text.from_ansi(line)


if __name__ == "__main__":
    main()
