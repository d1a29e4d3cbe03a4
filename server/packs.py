"""The packs that the product ports by, one a target: held here, at the edge, and handed down to
what needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.mirage.pack import pack
from mirageport.mirage.releases import TARGET

if TYPE_CHECKING:
    from mirageport.diagnostics.pack import Pack

PACK = pack()
"""That of the usual target."""

_MADE = {TARGET: PACK}


def pack_for(target: str) -> Pack:
    """The pack of a release that code is ported to; "" for the usual one."""
    target = target or TARGET
    if target not in _MADE:
        _MADE[target] = pack(target)
    return _MADE[target]
