"""Fixes one by one, in any order, and all at once: over every page's example and our unikernels."""

from __future__ import annotations

import pytest

from ..sizes import NIGHTLY
from .holds import same_by_every_way
from .projects import NAMED, Files

ORDERS = 50 if NIGHTLY else 2


@pytest.mark.parametrize("files", [pytest.param(files, id=name) for name, files in NAMED.items()])
def test_the_end_is_the_same_by_every_way(files: Files) -> None:
    same_by_every_way(files, ORDERS)
