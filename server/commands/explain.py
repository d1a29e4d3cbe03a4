"""`mirageport explain`: prints a rule's page, or says which rules know the messages of a log."""

from __future__ import annotations

import os
import re
import sys
from shlex import quote
from typing import TYPE_CHECKING

from mirageport.server.commands.terminal import DONE, LEFT, colourful, complain
from mirageport.server.failure import Failure

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable

    from mirageport.server.messages import Known, Message

_RULE = re.compile(r"[\w-]+")
_MAX_LOG = 16 * 1024 * 1024  # bytes of a log that are read
_MAX_MESSAGES = 1000
_SHOWN = 300  # characters of a message that are shown


def run(options: Namespace) -> int:
    """Do what was asked; gives the exit status: 0 when rules know every message, else 1."""
    from mirageport.server.commands.options import named_packs
    from mirageport.server.messages import given, read
    from mirageport.server.packs import MIRAGE, installed, shipped, usable

    about, packs = options.about, named_packs(options)
    if _RULE.fullmatch(about) and about != "-":
        return _page(about, packs)
    if not packs:  # what has to be changed is not asked here, so all may know
        every = [MIRAGE, *shipped(), *installed(os.curdir).values()]
        packs = tuple(name for each in every for name in usable([each])[0])
    if about == "-":
        return _messages(read(_log()), packs)
    found = given(about)
    if not found:
        raise Failure("there is no message in this text: quote it as a whole")
    return _messages(found, packs)


def _page(name: str, packs: tuple[str, ...]) -> int:
    from shutil import get_terminal_size

    from mirageport.diagnostics.rules import UnknownRule
    from mirageport.server.explain import page
    from mirageport.server.packs import every_rule, rule
    from mirageport.server.settings import nearest

    try:
        found = rule(name, packs)
    except UnknownRule:
        near = nearest(name, every_rule(packs))
        raise Failure(f"no rule is called '{name}'{near}") from None
    print(page(found, get_terminal_size().columns, colourful()), end="")
    return DONE


def _log() -> str:
    """What comes over standard input, as far as it is read. All of it is taken, so that who writes
    it is not stopped in the middle of a build."""
    data = sys.stdin.buffer.read(_MAX_LOG)
    more = False
    while sys.stdin.buffer.read(1 << 16):
        more = True
    if more:
        complain(f"only the first {_MAX_LOG >> 20} MiB of the log are read")
    return data.decode("utf-8", "replace")


def _messages(messages: Iterable[Message], packs: tuple[str, ...]) -> int:
    """Print what rules know of messages. A warning that no rule knows is left out."""
    from mirageport.server.messages import ERROR, known

    explained, unknown = [], []
    for message in _distinct(messages):
        found = known(message, packs)
        if found.rules:
            explained.append((message, found))
        elif message.severity == ERROR:
            unknown.append(message)
    lines = [line for message, found in explained for line in _explained(message, found, packs)]
    total = len(explained) + len(unknown)
    if not total:
        lines.append("No message of OCaml's compiler or of mirage is in it.")
    elif unknown:
        lines.append(f"No rule knows {len(unknown)} of {total} message{'s' * (total != 1)}:")
        lines += [f"    {_placed(message)}" for message in unknown]
    elif total > 1:
        lines.append(f"Rules know all {total} messages.")
    print("\n".join(lines))
    return LEFT if unknown else DONE


def _distinct(messages: Iterable[Message]) -> Iterable[Message]:
    """Each message once: a build that is run again says the same again."""
    seen: set[Message] = set()
    for message in messages:
        if message in seen:
            continue
        if len(seen) == _MAX_MESSAGES:
            complain(f"only the first {_MAX_MESSAGES} messages are explained")
            return
        seen.add(message)
        yield message


def _explained(message: Message, found: Known, packs: tuple[str, ...]) -> list[str]:
    from mirageport.server.messages import command
    from mirageport.server.output import plain

    rules = found.rules
    head = "" if found.sure else "maybe "
    lines = [_placed(message)]
    if len(rules) > 1:
        where = plain(quote(message.file or "."))
        lines.append(f"    one of these; `mirageport check {where}` says which:")
    for rule in rules:
        lines.append(f"    {head}{rule.name}: {rule.title}")
        lines.append(f"        {plain(command(rule, message.file, packs))}")
    return lines


def _placed(message: Message) -> str:
    """A message in a line, with its place."""
    from mirageport.server.output import plain

    place = f"{message.file}:{message.line}:{message.start + 1}: " if message.line else ""
    cut = "..." if len(message.text) > _SHOWN else ""
    return plain(f"{place}{message.text[:_SHOWN]}{cut}")
