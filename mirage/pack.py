"""The pack of Mirage: what the engine needs to know to port unikernels."""

from __future__ import annotations

from mirageport.api.data import Folder, Interfaces, packaged
from mirageport.api.library import Library, Target
from mirageport.mirage.names import names

_HERE = "mirageport.mirage"


def interfaces() -> Interfaces:
    """The interfaces of both versions of Mirage."""
    return Interfaces(packaged(_HERE, "api"), "2.9", "3.0")


def pages() -> Folder:
    """The pages of the rules."""
    return packaged(_HERE, "rules")


def library() -> Library:
    """The interfaces as modules, those of both versions beside each other."""
    return Library(interfaces(), names())


def target() -> Target:
    """Those of the target alone."""
    return Target(interfaces(), names())
