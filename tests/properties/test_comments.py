"""A comment between any two tokens of our unikernels and of an example of each kind of rule is
kept; at night of every page's example."""

from __future__ import annotations

import random

import pytest

from ..sizes import NIGHTLY
from .holds import gaps, keeps_a_comment, ported_words
from .projects import CHOSEN, Files

# Of every file in CI; all of them at night.
PLACES = 4


@pytest.mark.parametrize(
    ("name", "files", "target"),
    [pytest.param(name, files, target, id=name) for name, files, target in CHOSEN],
)
def test_no_comment_is_lost(name: str, files: Files, target: str) -> None:
    choose, without = random.Random(name), ported_words(files, target)
    for file in files:
        if not file.endswith((".ml", ".mli")):
            continue
        places = gaps(files[file])
        for at in places if NIGHTLY else choose.sample(places, min(PLACES, len(places))):
            keeps_a_comment(files, file, at, without, target)
