"""Programs that are changed in one place: what the compiler refuses then is in conflict, and what
it still accepts is not."""

from __future__ import annotations

import os
from collections import Counter
from random import Random
from typing import TYPE_CHECKING

from mirageport.diagnostics.selfcheck import judge

from ..sizes import NIGHTLY
from .accepted import projects, refused, with_interface
from .mutants import mutants

if TYPE_CHECKING:
    from ..interfaces.compiler import Compiler

SEED = int(os.environ.get("MIRAGEPORT_SEED", "20170223"))
MOST = 600 if NIGHTLY else 80


def test_one_wrong_place_is_found(compiler: Compiler) -> None:
    """Nineteen of twenty, and nothing in what is accepted."""
    known = projects()
    # Each name has its own random number, so that a new page changes the choice by one at most.
    names = sorted(known, key=lambda name: Random(f"{SEED} {name}").random())
    by_kind: dict[str, list[tuple[str, int]]] = {}
    found = {}
    for name in names[: None if NIGHTLY else 40]:
        project = known[name]
        if refused(compiler, project):
            continue
        assert judge(project).conflicts == (), name
        typed = with_interface(compiler, project)
        for variant in (project, typed) if typed is not None else (project,):
            for mutant in mutants(variant, Random(f"{SEED} {name}")):
                places = by_kind.setdefault(mutant.kind, [])
                found[mutant.kind, len(places)] = (variant, mutant)
                places.append((mutant.kind, len(places)))
    each = MOST // len(by_kind)
    count: Counter[tuple[bool, bool]] = Counter()
    missed = []
    for places in by_kind.values():
        for key in Random(SEED).sample(places, min(each, len(places))):
            variant, mutant = found[key]
            changed = mutant.of(variant)
            said, conflicts = refused(compiler, changed), judge(changed).conflicts
            count[bool(said), bool(conflicts)] += 1
            assert said or not conflicts, (mutant, conflicts)
            if said and not conflicts:
                missed.append((mutant, said))
    kinds = Counter(mutant.kind for mutant, _said in missed)
    print(f"{count[True, True]} found, {kinds} missed, {count[False, False]} accepted")
    assert count[True, True] >= 0.95 * (count[True, True] + count[True, False]), missed
