"""What the commands say on the terminal, and the exit status that goes with it."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # as in `main`
if TYPE_CHECKING:
    from argparse import Namespace

    from mirageport.server.files import Trouble
    from mirageport.server.output import Result
    from mirageport.server.projects import Unit
    from mirageport.server.text import Look, Written

DONE, LEFT, FAILED = 0, 1, 2


def complain(message: str) -> None:
    """Say one line on standard error."""
    from mirageport.server.output import plain

    print(f"mirageport: {plain(message)}", file=sys.stderr)


def say_troubles(troubles: list[Trouble]) -> None:
    """Say what could not be done, a line each."""
    for trouble in troubles:
        complain(f"{trouble.path}: {trouble.why}")


def require_code(paths: list[str], found: list[Unit], troubles: list[Trouble]) -> None:
    """Raises `Failure` where folders were named that have no OCaml file at all, nor belong to a
    unikernel."""
    from mirageport.server.failure import Failure
    from mirageport.server.projects import WITH_CODE

    code = any(
        unit.below
        or any(name.endswith(WITH_CODE) for name in unit.asked)
        or os.path.exists(os.path.join(unit.folder, "config.ml"))
        for unit in found
    )
    if not code and not troubles and all(os.path.isdir(path) for path in paths or ["."]):
        raise Failure(f"{', '.join(paths or ['.'])}: no OCaml file here")


def status(options: Namespace, result: Result) -> int:
    """The exit status that a result asks for; `--exit-zero` is about what is left alone."""
    if result.troubles:
        return FAILED
    return LEFT if result.left and not options.exit_zero else DONE


def print_result(options: Namespace, result: Result, written: Written | None = None) -> None:
    """Print what was found in the format that was asked for. written: what a fix did; None of a
    check."""
    from mirageport.server import output
    from mirageport.server.version import VERSION

    say_troubles(result.troubles)
    if options.output_format == "json":
        print_json(output.json(result))
    elif options.output_format == "github":
        sys.stdout.write(output.github(result))
    elif options.output_format == "sarif":
        print_json(output.sarif(result, VERSION))
    else:
        from mirageport.server.text import CONCISE, FULL, QUIET, text

        amount = CONCISE if options.output_format == "concise" else FULL
        sys.stdout.write(text(result, look(), QUIET if options.quiet else amount, written))


def look() -> Look:
    """How what is printed has to look: wrapped and coloured on a terminal alone."""
    from mirageport.server.text import Look

    width = None
    if sys.stdout.isatty():
        from shutil import get_terminal_size

        width = max(get_terminal_size().columns, 20)
    return Look(width, colourful())


def colourful() -> bool:
    """Whether to use colours: on a terminal that has them, and where FORCE_COLOR asks for them, but
    never where NO_COLOR is set (https://no-color.org, https://force-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return os.environ.get("TERM") != "dumb" and sys.stdout.isatty()


def print_json(text: str) -> None:
    """JSON is UTF-8, whatever the terminal's encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()
