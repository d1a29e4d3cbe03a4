"""Lines on a terminal, coloured and wrapped at words: the one module of output that loads rich."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import Console
from rich.style import Style
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mirageport.server.text import Line, Look

# The 16 colours whose shades people choose themselves, so that all can be read on their background.
_STYLES = {
    "": Style(),
    "error": Style(color="red", bold=True),
    "warning": Style(color="yellow", bold=True),
    "information": Style(color="cyan", bold=True),
    "hint": Style(color="cyan", bold=True),
    "strong": Style(bold=True),
    "place": Style(color="cyan"),
    "edge": Style(color="blue"),
}


def painted(lines: Iterable[Line], look: Look) -> str:
    """Lines as a terminal shows them."""
    console = Console(width=look.width or 80, color_system=None)
    return "".join(
        "".join(map(_coloured if look.colour else _bare, row)) + "\n"
        for line in lines
        for row in _rows(line, look.width, console)
    )


def _rows(line: Line, width: int | None, console: Console) -> Iterator[Iterable[tuple[str, Style]]]:
    """The rows that a line takes, each as texts with their style."""
    pieces = [(_tied(text), _STYLES[style]) for text, style in line.pieces]
    whole = sum(cell_len(text) for text, _style in pieces)
    if width is None or line.hang is None or whole <= width:
        yield [(text.replace(_TIE, " "), style) for text, style in pieces]
        return
    # The first row is as narrow as the others: what is set in is put before all but the first.
    rows = Text.assemble(*pieces).wrap(console, max(width - line.hang, 20))
    for number, row in enumerate(rows):
        row.rstrip()
        inset = [(" " * line.hang, Style())] if number else []
        parts = [(part.text, part.style or Style()) for part in row.render(console) if part.text]
        yield [*inset, *((text.replace(_TIE, " "), style) for text, style in parts)]


# Takes the place of a blank where no line may be broken: inside of short code.
_TIE = "\ue000"
_CODE = re.compile(r"`[^`]{1,44}`")


def _tied(text: str) -> str:
    return _CODE.sub(lambda code: code.group().replace(" ", _TIE), text)


def _coloured(piece: tuple[str, Style]) -> str:
    text, style = piece
    return style.render(text, color_system=ColorSystem.STANDARD)


def _bare(piece: tuple[str, Style]) -> str:
    return piece[0]
