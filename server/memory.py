"""How often the collector looks for garbage."""

from __future__ import annotations

import gc

# Objects made before it looks at them: to load the engine, or to look at a file, makes some ten
# thousand, which stay or go without it.
_OBJECTS = 100_000


def look_seldom() -> None:
    """Let the collector look as often as pays off for a command."""
    gc.set_threshold(_OBJECTS, 20, 100)
