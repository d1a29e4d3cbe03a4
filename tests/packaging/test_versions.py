"""What is needed installs on the oldest Python that is promised."""

from __future__ import annotations

from importlib import metadata

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

OLDEST = str(SpecifierSet(metadata.metadata("mirageport")["Requires-Python"])).removeprefix(">=")
SURROUNDINGS = {"python_version": OLDEST, "python_full_version": f"{OLDEST}.0"}


def pinned() -> list[Requirement]:
    """The tools and libraries of one version, of which no other can be taken."""
    found = map(Requirement, metadata.requires("mirageport") or [])
    return [each for each in found if str(each.specifier).startswith("==")]


@pytest.mark.parametrize("needed", pinned(), ids=lambda needed: needed.name)
def test_a_pinned_version_runs_on_the_oldest_python(needed: Requirement) -> None:
    if needed.marker is None or needed.marker.evaluate({**SURROUNDINGS, "extra": "dev"}):
        takes = metadata.metadata(needed.name)["Requires-Python"] or ""
        assert SpecifierSet(takes).contains(f"{OLDEST}.0")


def test_there_are_pinned_versions() -> None:
    assert len(pinned()) > 8
