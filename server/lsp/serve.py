"""Starting the server: over standard input and output, or for one client over TCP."""

from __future__ import annotations

import os
import socket
import sys
from selectors import EVENT_READ, DefaultSelector
from typing import TYPE_CHECKING

from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from typing import BinaryIO

    from mirageport.server.lsp.engine import MirageEngine
    from mirageport.server.lsp.inbox import Read

_LOOPBACK = "127.0.0.1"

# What every message of an editor begins with, and how many connections may be open that have not
# sent so much.
_HEADER = b"content-"
_SILENT = 32


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
    and the first bytes that came. Whatever else connects, such as a browser, is sent away, and
    what sends nothing keeps nobody waiting."""
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    with socket.create_server(address, family=family) as listener, _Silent() as others:
        host, port = listener.getsockname()[:2]
        print(f"mirageport: listening on {host}:{port}", file=sys.stderr, flush=True)
        others.ready.register(listener, EVENT_READ)
        while True:
            for key, _events in others.ready.select():
                if key.fileobj is listener:
                    others.add(*listener.accept())
                elif others.has_greeted(key.data):
                    return others.take(key.data)


class _Silent:
    """The connections that have not sent the header of a message yet. ready: tells which have sent
    something."""

    def __init__(self) -> None:
        self.ready = DefaultSelector()
        self._said: dict[socket.socket, bytes] = {}
        self._from: dict[socket.socket, str] = {}

    def __enter__(self) -> _Silent:
        return self

    def __exit__(self, *_: object) -> None:
        for client in list(self._said):
            self.take(client)[0].close()
        self.ready.close()

    def add(self, client: socket.socket, peer: tuple[str, int]) -> None:
        """Take in a new one. Of too many the oldest is closed."""
        client.setblocking(False)
        self.ready.register(client, EVENT_READ, client)
        self._said[client], self._from[client] = b"", peer[0]
        if len(self._said) > _SILENT:
            self.take(next(iter(self._said)))[0].close()

    def take(self, client: socket.socket) -> tuple[socket.socket, bytes]:
        """One that is to be no longer among them, and what it has sent."""
        self.ready.unregister(client)
        client.setblocking(True)
        return client, self._said.pop(client)

    def has_greeted(self, client: socket.socket) -> bool:
        """Whether one has sent the header, now that more of it came. One that sent anything else,
        or ended, is closed."""
        if client not in self._said:
            return False
        try:
            more = client.recv(len(_HEADER) - len(self._said[client]))
        except OSError:
            more = b""
        self._said[client] += more
        first = self._said[client].lower()
        if more and _HEADER.startswith(first):
            return first == _HEADER
        self.take(client)[0].close()
        print(
            f"mirageport: closed a connection from {self._from[client]}, which begins with "
            f"{first!r} and not with the header of an editor's message",
            file=sys.stderr,
            flush=True,
        )
        return False


def _standard_input(size: int) -> bytes:
    return os.read(sys.stdin.fileno(), size)


def _run(read: Read, out: BinaryIO, engine: MirageEngine | None) -> int:
    # Imported here: a wrong flag should be answered without loading the protocol.
    import logging

    from mirageport.server.lsp.app import Server
    from mirageport.server.lsp.engine import MirageEngine
    from mirageport.server.lsp.inbox import Inbox

    # What the framework would print on standard error, where nobody may read: what matters
    # goes to the client's log.
    logging.getLogger().addHandler(logging.NullHandler())
    server = Server(engine or MirageEngine(), Inbox(read))
    return server.run(out)
