"""Starting the server: over standard input and output, or for one client over TCP."""

from __future__ import annotations

import gc
import os
import socket
import sys
from typing import TYPE_CHECKING

from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from typing import BinaryIO

    from mirageport.server.lsp.engine import MirageEngine
    from mirageport.server.lsp.inbox import Read

# How many objects the collector lets pass while the protocol is loaded.
_YOUNG_CLASSES = 10_000

_LOOPBACK = "127.0.0.1"

# What every message of an editor begins with, and how long a new connection may take to say it.
_HEADER = b"content-"
_GREETING = 10.0  # seconds


class _Address(NamedTuple):
    host: str
    port: int


def serve(args: list[str], engine: MirageEngine | None = None) -> int:
    """Serve one editor until it leaves. Returns the exit status.

    args: `--stdio` (the default) or `--tcp HOST:PORT`; flags that clients add on their own, such
    as `--clientProcessId=N`, are ignored. engine: the product's own, unless a test brings another.
    """
    try:
        address = _address(args)
    except ValueError as error:
        print(f"mirageport: {error}", file=sys.stderr)
        return 2
    if address is None:
        if sys.stdin is None or sys.stdout is None:
            print("mirageport: standard input and output are closed", file=sys.stderr)
            return 2
        return _run(_standard_input, sys.stdout.buffer, engine)
    return _serve_tcp(address, engine)


def _address(args: list[str]) -> _Address | None:
    """Where to listen; None for standard input and output. Raises ValueError."""
    for index, arg in enumerate(args):
        if arg == "--tcp":
            if index + 1 == len(args):
                raise ValueError("--tcp needs an address, such as 127.0.0.1:7777")
            return _parse_address(args[index + 1])
        if arg.startswith("--tcp="):
            return _parse_address(arg.removeprefix("--tcp="))
    return None


def _parse_address(text: str) -> _Address:
    host, _, port = text.rpartition(":")
    if not port.isascii() or not port.isdigit() or int(port) > 65535:
        raise ValueError(f"--tcp takes HOST:PORT, such as 127.0.0.1:7777, not '{text}'")
    return _Address(host.strip("[]") or _LOOPBACK, int(port))


def _is_loopback(host: str) -> bool:
    """Whether nobody but this machine can reach an address: all of 127.0.0.0/8, and ::1."""
    from ipaddress import IPv6Address, ip_address

    try:
        address = ip_address(host)
    except ValueError:
        return host == "localhost"
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (mapped or address).is_loopback


def _serve_tcp(address: _Address, engine: MirageEngine | None) -> int:
    if not _is_loopback(address.host):
        print(
            f"mirageport: warning: {address.host} can be reached from other machines, and whoever "
            "connects can read OCaml files with your rights",
            file=sys.stderr,
        )
    try:
        client, first = _accept(address)
    except OSError as error:
        print(
            f"mirageport: cannot listen on {address.host}:{address.port}: {error}", file=sys.stderr
        )
        return 2
    started = [first]
    with client, client.makefile("wb") as out:
        return _run(lambda size: started.pop() if started else client.recv(size), out, engine)


def _accept(address: _Address) -> tuple[socket.socket, bytes]:
    """Wait for the one client to connect; says on standard error where. Returns its connection
    and the first bytes that came. Whatever else connects, such as a browser, is sent away."""
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    with socket.create_server(address, family=family) as listener:
        host, port = listener.getsockname()[:2]
        print(f"mirageport: listening on {host}:{port}", file=sys.stderr, flush=True)
        while True:
            client, peer = listener.accept()
            first = _greeting(client)
            if first.lower() in (_HEADER, b""):
                return client, first
            client.close()
            print(
                f"mirageport: closed a connection from {peer[0]}, which begins with "
                f"{first!r} and not with the header of an editor's message",
                file=sys.stderr,
                flush=True,
            )


def _greeting(client: socket.socket) -> bytes:
    """The first bytes from a new connection, as many as are those of a header; b"" from one that
    was closed at once."""
    first = b""
    client.settimeout(_GREETING)
    try:
        while _HEADER.startswith(first.lower()) and len(first) < len(_HEADER):
            more = client.recv(len(_HEADER) - len(first))
            if not more:
                break
            first += more
    except OSError:
        return first or b"nothing"
    client.settimeout(None)
    return first


def _standard_input(size: int) -> bytes:
    return os.read(sys.stdin.fileno(), size)


def _run(read: Read, out: BinaryIO, engine: MirageEngine | None) -> int:
    # The protocol's classes are each made twice, and the first are only gone when the collector
    # looks: 9 MB. Looking at what is young is enough for that, and takes a tenth of the time.
    gc.set_threshold(_YOUNG_CLASSES, 1000, 1000)
    # Imported here: a wrong flag should be answered without loading the protocol.
    import logging

    from mirageport.server.lsp.app import Server
    from mirageport.server.lsp.engine import MirageEngine
    from mirageport.server.lsp.inbox import Inbox

    # What the framework would print on standard error, where nobody may read: what matters
    # goes to the client's log.
    logging.getLogger().addHandler(logging.NullHandler())
    server = Server(engine or MirageEngine(), Inbox(read))
    # Next to nothing of what is loaded until the first document is open can be thrown away;
    # `lifecycle.rest` turns the collector on again.
    gc.disable()
    return server.run(out)
