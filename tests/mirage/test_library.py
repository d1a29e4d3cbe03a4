"""The library answers alike, whatever was asked before: one serves all files of a process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mirageport.api.view import module_types
from mirageport.mirage.pack import library as new_library
from mirageport.mirage.pack import pack
from mirageport.mirage.releases import TARGETS
from mirageport.ocaml.modules import ApiValue

from ..sizes import NIGHTLY

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


def _module_types(library: Library) -> list[tuple[str, str]]:
    """The module types of all modules that have names of their own in some release."""
    names = library.names
    return [
        (module, name)
        for module in sorted({*names.homes, *names.homes.values(), *names.typed} - {""})
        for name in module_types(library.interfaces.whole(module))
    ]


@pytest.mark.parametrize("target", TARGETS)
def test_what_a_module_type_is_does_not_depend_on_what_was_asked_before(target: str) -> None:
    def ask(library: Library, module: str, name: str) -> object:
        found = library.module(module)
        known = found.module_type(name) if found is not None else None
        if known is None:
            return None
        forms = [form.signature.name for form in (known, *known.others, *known.later)]
        return known.item, known.named, known.lasts, forms

    asked = _module_types(pack(target).library)
    some = asked[:: 1 if NIGHTLY else 4]
    alone = {path: ask(pack(target).library, *path) for path in some}
    for order in (asked, asked[::-1], sorted(asked, key=lambda path: path[::-1])):
        library = pack(target).library
        found = {path: ask(library, *path) for path in order}
        assert {path: found[path] for path in some} == alone
