"""A terminal for a command."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PLAIN = {"TERM": "xterm", "NO_COLOR": "", "FORCE_COLOR": ""}


def shown_on(
    arguments: Sequence[str], width: int, variables: Mapping[str, str] | None = None
) -> bytes:
    """What a command of ours shows on a terminal of so many columns."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    environment = {**os.environ, **_PLAIN, **(variables or {})}
    environment.pop("COLUMNS", None)
    command = [sys.executable, "-m", "mirageport.server.main", *arguments]
    program = subprocess.Popen(
        command, stdin=follower, stdout=follower, stderr=follower, env=environment
    )
    os.close(follower)
    seen = bytearray()
    while True:
        try:
            piece = os.read(leader, 65536)
        except OSError:  # what Linux says when nobody holds the other end any more
            break
        if not piece:
            break
        seen += piece
    os.close(leader)
    program.wait()
    return bytes(seen)
