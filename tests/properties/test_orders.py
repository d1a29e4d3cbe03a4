"""Fixes one by one, in any order, and all at once: over our unikernels and an
example of each kind of rule; at night over every page's example."""

from __future__ import annotations

import pytest

from ..sizes import NIGHTLY
from .holds import same_by_every_way
from .projects import CHOSEN, Files

ORDERS = 50 if NIGHTLY else 2


@pytest.mark.parametrize(
    ("files", "target"), [pytest.param(files, target, id=name) for name, files, target in CHOSEN]
)
def test_the_end_is_the_same_by_every_way(files: Files, target: str) -> None:
    same_by_every_way(files, ORDERS, target)
