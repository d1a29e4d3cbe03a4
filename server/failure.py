"""What ends a command before its work is done."""

from __future__ import annotations


class Failure(Exception):
    """The tool cannot do what it was asked; the message is one line for the person."""
