"""Where the project can be found by everybody: the one place in the code that knows its address."""

from __future__ import annotations

HOME = ""
"""The address of the published repository, such as `https://example.org/owner/mirageport`. Empty
until there is one: then nothing that is printed has a dead link. `RELEASING.md` says
when to set it."""


def page(rule: str) -> str:
    """The address of a rule's page; "" where there is none."""
    from mirageport.server.packs import pages

    folder = pages(rule) if HOME else ""
    return f"{HOME}/blob/main/{folder}/{rule}.md" if folder else ""


def documentation() -> str:
    """The address of the documentation of the command line; "" where there is none."""
    return f"{HOME}/blob/main/docs/command-line.md" if HOME else ""
