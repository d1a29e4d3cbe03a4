"""Writes docs/mirageport.1, the manual page, from the help of the commands.

python docs/manual.py
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from mirageport.server.commands.help import HELP, more
from mirageport.server.commands.options import parser
from mirageport.server.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Path(__file__).with_name("mirageport.1")

_ENVIRONMENT = (
    ("NO_COLOR", "When set and not empty, no colours are used."),
    ("FORCE_COLOR", "When set and not empty, colours are used without a terminal, too."),
    ("COLUMNS", "How wide the terminal is, in place of what it says itself."),
)
_FILES = (
    (
        "mirageport.toml",
        "Settings, in the folder of a unikernel or in any folder above it up to the root of the "
        "checkout. docs/settings.md lists the keys.",
    ),
)


def page() -> str:
    """The whole manual page, in the language of man(7)."""
    return "".join(f"{line}\n" for line in _lines())


def _lines() -> Iterator[str]:
    whole = parser()
    yield f'.TH MIRAGEPORT 1 "" "mirageport {VERSION}" "User Commands"'
    yield ".SH NAME"
    yield _text(
        "mirageport - port MirageOS unikernels to Mirage 3.0 or 4.11, and OCaml code to later "
        "releases of other libraries"
    )
    yield ".SH SYNOPSIS"
    yield ".B mirageport"
    yield ".I COMMAND"
    yield "[OPTION]... [ARGUMENT]..."
    yield ".SH DESCRIPTION"
    yield _text(HELP[""].description)
    yield from _examples("")
    yield ".SH COMMANDS"
    for name, one in _commands(whole).items():
        yield from _command(name, one)
    for title, entries in (("ENVIRONMENT", _ENVIRONMENT), ("FILES", _FILES)):
        yield f".SH {title}"
        for what, said in entries:
            yield from (".TP", f".B {_text(what)}", _text(said))
    yield ".SH SEE ALSO"
    yield _text(more("").removeprefix("man mirageport, or "))


def _commands(whole: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """The parsers of the commands, by name."""
    for action in whole._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    raise ValueError("there are no commands")


def _command(name: str, one: argparse.ArgumentParser) -> Iterator[str]:
    yield f".SS {_text(name)}"
    yield _text(HELP[name].description)
    for action in one._actions:
        if action.help != argparse.SUPPRESS:
            yield from (".TP", _option(action), _text(_said(action)))
    yield from _examples(name)
    for number, what in HELP[name].status:
        if number == HELP[name].status[0][0]:
            yield from (".PP", "Exit status:")
        yield from (".TP", f".B {number}", _text(what))


def _said(action: argparse.Action) -> str:
    return (action.help or "") % {"default": action.default}


def _option(action: argparse.Action) -> str:
    """An option with what it takes, or an argument."""
    value = "" if action.nargs == 0 else f" \\fI{_text(_metavar(action))}\\fR"
    if not action.option_strings:
        return value.strip()
    return ", ".join(f"\\fB{_text(each)}\\fR{value}" for each in action.option_strings)


def _metavar(action: argparse.Action) -> str:
    return action.metavar if isinstance(action.metavar, str) else action.dest


def _examples(name: str) -> Iterator[str]:
    yield from (".PP", "Examples:")
    for line, what in HELP[name].examples:
        yield from (".TP", f".B {_text(line)}", _text(what))


def _text(text: str) -> str:
    """Text in which man(7) finds no request of its own."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join(
        f"\\&{line}" if line.startswith((".", "'")) else line for line in escaped.split("\n")
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
