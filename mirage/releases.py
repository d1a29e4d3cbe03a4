"""The releases that a project is taken from and to, and those at which the tests compile our
interfaces."""

from __future__ import annotations

START = "2.9"
"""The last release of the line that projects come from."""

TARGET = "3.0"
"""The release that they are ported to."""


def release_name(release: str) -> str:
    """What people call a release: `Mirage 3` for 3.0, `Mirage 4.11` for 4.11."""
    return f"Mirage {release.removesuffix('.0')}"
