"""The pack that the product ports by: held here, at the edge, and handed down to what needs it."""

from __future__ import annotations

from mirageport.mirage.pack import pack

PACK = pack()
