"""The releases that a project is taken from and to, and those at which the tests compile our
interfaces."""

from __future__ import annotations

START = "2.9"
"""The last release of the line that projects come from."""

TARGET = "3.0"
"""The release that they are ported to."""
