"""What findings tell their rewriters, of the kinds of change that only Mirage has: one class per
kind, values and nodes only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from mirageport.ocaml.tree import Node


class ConnectArms(NamedTuple):
    """`connect .. >>= function ..` whose `Error arms only fail, or a match on what it gave.
    function: the `function` or the match; payload, body: the pattern in its `` `Ok `` case and what
    that gives."""

    function: Node
    payload: Node
    body: Node


class ConnectHandled(NamedTuple):
    """`connect .. >>= function ..` whose `` `Error `` arm goes on without the device. call: the
    `connect`; function: the `function`, with its parentheses; payload, arrow, body: of the arm
    `` `Ok ``; otherwise: what the other arm gives."""

    call: Node
    function: Node
    payload: Node
    arrow: Node
    body: Node
    otherwise: Node


class ConnectHelper(NamedTuple):
    """A helper that only unwraps what `connect` gave. definition: its whole `let`; name: its name
    where it is bound; function: the position of the parameter it calls; arguments: the positions
    of the parameters it passes on; parameters: how many it has. only: the calls that unwrap what
    `connect` gave, where it unwraps other results, too, and stays for them; empty: all."""

    definition: Node
    name: Node
    function: int
    arguments: tuple[int, ...]
    parameters: int
    only: tuple[Node, ...] = ()


class ConnectClock(NamedTuple):
    """A call that wants the clock. parameter: the pattern of the clock's parameter of `start`;
    name: what it is to be called; at: where the argument goes."""

    parameter: Node
    name: str
    at: int


class AddressChain(NamedTuple):
    """`set_ip*` calls behind a `connect`. connect: its application; steps: (setter's name, its
    value, the bind it is the left of, the continuation's body) in order. v6: whether the addresses
    are IPv6's, whose `connect` takes lists."""

    connect: Node
    v6: bool
    steps: tuple[tuple[str, Node, Node, Node], ...]


class StackRecord(NamedTuple):
    """The record that a stack was made of. record: itself; name, interface: the values of the two
    fields that it keeps; connect: the call of IPv4's `connect` that takes the addresses; addresses:
    address, netmask and gateways; mode: the value that has them, where they are not written out,
    and names: what to call them then."""

    record: Node
    name: Node
    interface: Node
    connect: Node
    addresses: tuple[Node, ...]
    mode: Node | None
    names: tuple[str, ...]


class DroppedArgument(NamedTuple):
    """A call whose first argument has gone. function: its path; to: its new name; argument: what
    goes; config: the addresses to pass as `~config`, for a static stack;
    labels: labelled arguments that go with it."""

    function: Node
    to: str
    argument: Node
    following: Node
    config: Node | None = None
    labels: tuple[Node, ...] = ()


class AddressRecord(NamedTuple):
    """A record `{ address; netmask; gateways }`. version: of IP, `4` or `6`."""

    record: Node
    version: str


class PackageLists(NamedTuple):
    """The two lists of `foreign` or `register` that become one. entries: those of the new list.

    packages, libraries: the list expressions, where there are any. labels: the labelled arguments
    they came by. additions: `add_to_*` calls that go with them. call: the `foreign` or `register`.
    others: the `~libraries` of other calls that are given the same two lists.
    """

    call: Node
    entries: tuple[str, ...]
    packages: Node | None
    libraries: Node | None
    packages_label: Node | None
    libraries_label: Node | None
    additions: tuple[Node, ...]
    others: tuple[Node, ...]


class Idiom(NamedTuple):
    """Code that picked a device by environment and mode. expression: what goes; text: what takes
    its place; binding: the `let` around it; readers: the names that only it read; scripts: edits of
    the files around the code that go with it."""

    expression: Node
    text: str
    binding: Node
    readers: tuple[Node, ...]
    scripts: tuple[tuple[str, int, int, str], ...] = ()
