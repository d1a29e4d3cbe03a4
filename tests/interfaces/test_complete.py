"""What calls itself complete is: it can be read to its end, and no name of it leads nowhere."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from mirageport.api import data
from mirageport.mirage.pack import library
from mirageport.ocaml.environment import resolve_path
from mirageport.ocaml.modules import SigFunctor, SigModule
from mirageport.ocaml.type_syntax import BUILTIN

from .compiler import API

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.ocaml.modules import Module
    from mirageport.ocaml.tree import Node

LIBRARY = library()

# Classes are types as well, and are read by no rule.
CLASSES = {"bounded_push", "configurable"}

# What the self-check cannot do without, as unikernels name it.
NEEDED = (
    *("Mirage", "Mirage_types_lwt", "Mirage_protocols_lwt", "Mirage_stack_lwt"),
    *("Mirage_flow_lwt", "Mirage_clock_lwt", "Mirage_block_lwt", "Mirage_fs_lwt"),
    *("Mirage_kv_lwt", "Mirage_net_lwt", "Mirage_time_lwt", "Mirage_console_lwt"),
    *("Mirage_channel_lwt", "Mirage_random", "Mclock", "Pclock", "Ethif", "Arpv4", "Static_ipv4"),
    *("Ipv6", "Icmpv4", "Udp", "Tcp", "Tcpip_stack_direct", "Ipv4_packet", "Udp_packet"),
    *("Ethif_packet", "Ethif_wire", "Arpv4_packet", "Icmpv4_packet", "Cohttp", "Cohttp_lwt"),
    *("Cohttp_mirage", "Conduit", "Conduit_mirage", "Resolver_lwt", "Resolver_mirage", "Dns"),
    *("Dns_resolver_mirage", "Dns_server_mirage", "Tls", "Tls_mirage", "X509", "Nocrypto"),
    *("Dhcp_server", "Dhcp_wire", "Lwt", "Lwt_stream", "Lwt_unix", "Lwt_io", "Cstruct", "Ipaddr"),
    *("Macaddr", "Io_page", "Duration", "Functoria", "Functoria_key", "OS.Time", "OS.Main"),
    *("Qubes.S.DB", "Unix", "Str", "Bigarray"),
)


def _interfaces() -> dict[str, Module]:
    """The toplevel modules that the target and OCaml have, by name."""
    found: dict[str, Module | None] = {}
    for file in API.glob("*.mli"):
        name = file.stem[0].upper() + file.stem[1:]
        found[name] = LIBRARY.now(name)
    found.update((name, LIBRARY.base.module(name)) for name in data.standard_modules())
    return {name: module for name, module in found.items() if module is not None}


def _parts(
    module: Module | None, path: str, around: tuple[object, ...]
) -> Iterator[tuple[str, SigModule]]:
    """All signatures in a module, by path: modules, module types, and results of functors."""
    if isinstance(module, SigFunctor):
        yield from _parts(module.apply([], path), f"{path}()", around)
    if not isinstance(module, SigModule) or module.index in around:
        return
    yield path, module
    around = (*around, module.index)
    for name in module.index.modules:
        yield from _parts(module.module(name), f"{path}.{name}", around)
    for name in module.index.module_types:
        module_type = module.module_type(name)
        if module_type is not None:
            yield from _parts(module_type.instance(f"{path}.{name}"), f"{path}.{name}", around)


PARTS = {
    path: part
    for name, module in _interfaces().items()
    for path, part in _parts(module, name, ())
    if part.index.complete
}


def _named(part: SigModule) -> Iterator[Node]:
    """The paths of types in what a signature declares itself."""
    index = part.index
    nodes = [*index.values.values(), *(index.type(name) for name in index.types)]
    for node in nodes:
        for below in node.descendants() if node is not None else ():
            if below.kind != "type_constructor_path" or below.up("package_type"):
                continue
            yield below


def _known(part: SigModule, path: Node) -> bool:
    *modules, name = part.index.tree.text(path).split(".")
    if "(" in "".join(modules) or name in CLASSES:
        return True  # a functor's result in a path
    if modules:
        module = resolve_path(modules, part.env)
        return module is not None and module.type_def(name) is not None
    return part.env.type_def(name) is not None or name in BUILTIN


def test_what_a_complete_interface_includes_is_known_and_complete() -> None:
    assert [path for path, part in PARTS.items() if not part.complete] == []


def test_every_type_that_a_complete_interface_names_is_known() -> None:
    unknown = {
        f"{path}: {part.index.tree.text(node)}"
        for path, part in PARTS.items()
        for node in _named(part)
        if not _known(part, node)
    }
    assert unknown == set()


def test_a_complete_interface_declares_each_name_once() -> None:
    """A value that is declared again hides the first one, and tells of a slip in our files."""
    twice = []
    for path, part in PARTS.items():
        names: Counter[str] = Counter()
        for node in part.index.node.children:
            if node.kind in ("value_specification", "external"):
                name = node.first("value_name", "parenthesized_operator")
                names[part.index.tree.text(name) if name is not None else ""] += 1
        twice += [f"{path}.{name}" for name, count in names.items() if count > 1]
    assert twice == []


@pytest.mark.parametrize("path", NEEDED)
def test_what_unikernels_call_is_complete(path: str) -> None:
    assert path in PARTS
