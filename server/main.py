"""The command line.

Exit status: 0 nothing is left, 1 something is left, 2 the tool could not do its work. What a
command does not need is not imported: starting must cost little.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from io import TextIOWrapper

from mirageport.server.failure import Failure

# Objects made before the collector looks at them, and how often at the young before it looks at the
# older ones: to load the engine, or to look at a file, makes tens of thousands.
_COLLECT = (200_000, 20, 100)

# Python collects once more when it ends, over all that was loaded: that takes a sixth of a check.
atexit.register(gc.freeze)

TYPE_CHECKING = False  # so called, as to import `typing` for it takes a tenth of a `--version`
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; gives the exit status."""
    gc.set_threshold(*_COLLECT)
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["lsp"] and not {"-h", "--help"} & set(given):
        from mirageport.server.lsp import serve

        return serve(given[1:])
    from mirageport.server.commands.options import HOOKS, check_command, of_hook, parser
    from mirageport.server.commands.terminal import FAILED, complain

    if not given:
        parser(()).print_help(sys.stderr)
        return FAILED
    hook = len(given) > 1 and given[0] == "hook" and given[1] in HOOKS
    # A file name that is no text in this terminal's encoding must not end the run.
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        check_command(given[0])
        given = of_hook(given) if hook else given
        options = parser(given[:1], hook=hook).parse_args(given)
        status: int = _command(options.command)(options)
        sys.stdout.flush()
        return status
    except Failure as failure:
        complain(str(failure))
        return FAILED
    except BrokenPipeError:
        # Whoever read our output has left; nothing more can be said to them.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        # A defect of ours must not be taken for "something is left".
        complain(f"internal error, please report it: {error!r}{_place(error)}")
        return FAILED


def _command(name: str) -> Callable[[Namespace], int]:
    """What a command does: `run` of the module with its name, which is loaded for it alone."""
    if name == "check":
        from mirageport.server.commands.check import run
    elif name == "fix":
        from mirageport.server.commands.fix import run
    elif name == "report":
        from mirageport.server.commands.report import run
    elif name == "explain":
        from mirageport.server.commands.explain import run
    elif name == "verify":
        from mirageport.server.commands.verify import run
    elif name == "rules":
        from mirageport.server.commands.rules import run
    elif name == "pack":
        from mirageport.server.commands.pack import run
    else:
        from mirageport.server.commands.completion import run
    return run


def _place(error: BaseException) -> str:
    """Where an exception was raised."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f" ({trace.tb_frame.f_code.co_filename}:{trace.tb_lineno})" if trace else ""


if __name__ == "__main__":
    sys.exit(main())
