"""The library answers alike, whatever was asked before: one serves all files of a process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mirageport.mirage.pack import library as new_library
from mirageport.ocaml.modules import ApiValue

if TYPE_CHECKING:
    from mirageport.api.library import Library

GROUPS = {
    old: (old, *[new for new, before in new_library().former.items() if before == old])
    for old in new_library().successors
}


def instance(library: Library, path: str) -> dict[str, str]:
    """The values of a functor parameter `X` of a module type, and what each is an item of."""
    module, _, name = path.rpartition(".")
    owner = library.module(module)
    module_type = owner.module_type(name) if owner is not None else None
    assert module_type is not None
    device = module_type.instance("X")
    known = [name for form in (module_type, *module_type.others) for name in form.signature.values]
    found = {each: device.value(each) for each in known}
    return {n: value.item.path for n, value in found.items() if isinstance(value, ApiValue)}


@pytest.mark.parametrize("old", GROUPS)
def test_a_module_type_is_itself_under_the_name_of_another(old: str) -> None:
    shared = new_library()
    for path in GROUPS[old] + GROUPS[old]:
        assert instance(shared, path) == instance(new_library(), path), path
