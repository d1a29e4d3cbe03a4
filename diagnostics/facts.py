"""What findings tell their rewriters: one class per kind of change, values and nodes only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from mirageport.mirage.config import Job, Seam
    from mirageport.ocaml.analysis import Use
    from mirageport.ocaml.tree import Node
    from mirageport.ocaml.types import Site


class Replacement(NamedTuple):
    """Replace one byte range. title: what the fix is called."""

    start: int
    end: int
    text: str
    title: str


class Rewrite(NamedTuple):
    """A change that is one or several ways of editing.

    ways: best first, each a title, an applicability and replacements as (file, start, end, text).
    For changes whose text follows from the finding alone.
    """

    ways: tuple[Way, ...]


class Way(NamedTuple):
    """One way of making a change."""

    title: str
    applicability: str
    edits: tuple[tuple[str, int, int, str], ...]


class Camlp4(NamedTuple):
    """Words of Lwt's syntax extension. words: all of them in the file, by their places."""

    words: dict[int, bytes]


class ResultSites(NamedTuple):
    """Tags that all become `Ok` and `Error`. shape: how (`read`, `write`, `plain`, `timeout`).

    sites: every tag of the component. uses: the calls whose results flow into them.
    """

    shape: str
    sites: tuple[Site, ...]
    uses: tuple[Use, ...]


class UnitResult(NamedTuple):
    """A call that gave a promise of unit and now gives one of a result.

    call: the application. use: what is called. printer: the function that prints its error.
    quiet: what happens to an error is a line in the log rather than a failure.
    """

    call: Node
    use: Use
    printer: str
    quiet: bool


class DataResult(NamedTuple):
    """A call that promised a value and raised at its end, and promises a result now.

    call: the application. use: what is called. printer: the function that prints its error.
    """

    call: Node
    use: Use
    printer: str


class ChannelStream(NamedTuple):
    """A stream made of what a channel reads. call: the application; read: the function that reads
    a piece; printer: the function that prints its error."""

    call: Node
    read: str
    printer: str


class SyncLog(NamedTuple):
    """A call of the console's `log` as it was: giving unit, now a promise of it."""

    node: Node
    use: Use


class OnlyError(NamedTuple):
    """A pattern of the one constructor that an error had. printer: what prints the new error."""

    pattern: Node
    printer: str


class DroppedCall(NamedTuple):
    """A call that gives unit and has gone without a successor. call: the application; following:
    what comes after it in a sequence, None where it is no part of one."""

    call: Node
    following: Node | None


class RandomInt(NamedTuple):
    """A random number below a bound. call: the application, or the function where it is passed on;
    bound: its argument, None where it is passed on; generate: the function that makes bytes."""

    call: Node
    bound: Node | None
    generate: str


class ErrorArm(NamedTuple):
    """The new pattern of an arm of a match over errors. case: its `match_case`."""

    case: Node
    pattern: str


class ErrorArms(NamedTuple):
    """A match over errors some of which are no more.

    match: the `match` or `function`. changed: arms with other patterns. dropped: arms that nothing
    reaches. last: the arm that has to come last, as it takes every other error now. reads: where
    it reads the payload that has gone; error: what the error is called there; printer: what prints
    it.
    """

    match: Node
    changed: tuple[ErrorArm, ...]
    dropped: tuple[Node, ...]
    last: Node | None
    reads: tuple[Node, ...]
    error: str
    printer: str


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
    of the parameters it passes on; parameters: how many it has."""

    definition: Node
    name: Node
    function: int
    arguments: tuple[int, ...]
    parameters: int


class ErrorMessage(NamedTuple):
    """`error_message`, which is a printer now. node: the path; printer: the new function."""

    node: Node
    qualifier: str
    printer: str


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


class Int64Arguments(NamedTuple):
    """Arguments that are `int64` now."""

    arguments: tuple[Node, ...]


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


class DeviceRow(NamedTuple):
    """Devices that config.ml has to give a functor, or not to give it. job: its job. add: (position
    in the present row, the type for the chain, the value for each application). drop: positions."""

    job: Job
    add: tuple[tuple[int, str, str], ...]
    drop: tuple[int, ...]


class LoggedCall(NamedTuple):
    """A call that writes to the console. promise: whether its result is one. format: the format
    and its arguments, when the message is made of them; empty when it is any string."""

    call: Node
    message: Node
    promise: bool
    format: tuple[Node, ...]


class ConsoleToLogs(NamedTuple):
    """A console that only logs, and everything that goes with it.

    calls: what becomes a log line. parameters, arguments: where the console was handed on, in this
    file; units: those among them that `()` takes the place of, as nothing else would be left.
    items: definitions and opens that nothing needs any more. seams: the jobs of config.ml that run
    the functor. position: which of its parameters the console is.
    """

    functor_parameter: Node
    calls: tuple[LoggedCall, ...]
    parameters: tuple[Node, ...]
    arguments: tuple[Node, ...]
    units: tuple[Node, ...]
    items: tuple[Node, ...]
    seams: tuple[Seam, ...]
    position: int


def moved(facts: Any, distance: int) -> Any:
    """Facts that count bytes, so many bytes further on; the others hold nodes, which move by
    themselves."""
    kind = type(facts)
    if kind is Replacement:
        start, end, text, title = facts
        return Replacement(start + distance, end + distance, text, title)
    if kind is Rewrite:
        return Rewrite(tuple([_moved_way(way, distance) for way in facts.ways]))
    return facts


def _moved_way(way: Way, distance: int) -> Way:
    title, applicability, old = way
    edits = [(file, start + distance, end + distance, new) for file, start, end, new in old]
    return Way(title, applicability, tuple(edits))
