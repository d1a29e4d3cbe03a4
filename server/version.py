"""The version of what is installed: pyproject.toml takes it from here.

To ask the installed distribution instead takes as long as all else that happens before a check.
"""

from __future__ import annotations

VERSION = "0.1.0"
