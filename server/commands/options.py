"""The command line's commands and options, and what they say about rules."""

from __future__ import annotations

from mirageport.server.failure import Failure
from mirageport.server.version import VERSION

TYPE_CHECKING = False  # as in `main`
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from mirageport.server.settings import Settings


def parser(command: Sequence[str] = ("check", "fix", "report")) -> ArgumentParser:
    """The parser. command: the command given, if any; what only another one takes is left out."""
    from argparse import ArgumentParser

    whole = ArgumentParser(
        prog="mirageport", description="Port MirageOS 2 unikernels to MirageOS 3."
    )
    whole.add_argument("--version", action="version", version=f"mirageport {VERSION}")
    commands = whole.add_subparsers(
        prog="mirageport", metavar="COMMAND", dest="command", required=True
    )
    for name, what, add in (
        ("check", "say what is left of Mirage 2", _add_check),
        ("fix", "rewrite what can be rewritten", _add_fix),
        ("report", "say where the port stands and who does what", _add_report),
    ):
        one = commands.add_parser(name, help=what)
        if name in command:
            add(one)
    explain = commands.add_parser("explain", help="print a rule's page")
    explain.add_argument("rule", metavar="RULE")
    commands.add_parser("rules", help="list the rules")
    completion = commands.add_parser("completion", help="print a shell's completions")
    completion.add_argument("shell", choices=("bash", "zsh", "tcsh"), metavar="SHELL")
    lsp = commands.add_parser("lsp", help="serve an editor")
    lsp.add_argument("--stdio", action="store_true", help="over standard input (the default)")
    lsp.add_argument("--tcp", metavar="HOST:PORT", help="over a socket")
    return whole


def _add_check(parser: ArgumentParser) -> None:
    _add_common(parser)
    parser.add_argument(
        "--self", action="store_true", help="also judge what is ported already, as a compiler would"
    )
    parser.add_argument("--statistics", action="store_true", help="count the findings of each rule")
    parser.add_argument("--baseline", metavar="FILE", help="leave out what FILE knows already")
    parser.add_argument(
        "--write-baseline", metavar="FILE", help="write what there is to FILE, to know it later"
    )


def _add_fix(parser: ArgumentParser) -> None:
    _add_common(parser)
    parser.add_argument("--review", action="store_true", help="also fixes that need a review")
    parser.add_argument("--diff", action="store_true", help="print a diff and write nothing")


def _add_report(parser: ArgumentParser) -> None:
    from mirageport.server.report.command import add_options

    add_options(parser)
    parser.set_defaults(jobs=1)


def _add_common(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders (default: .)")
    parser.add_argument(
        "--select", action="append", metavar="NAME", help="only these rules or categories"
    )
    parser.add_argument(
        "--ignore", action="append", metavar="NAME", help="not these rules or categories"
    )
    parser.add_argument(
        "--output-format",
        choices=("text", "json", "github", "sarif"),
        default="text",
        metavar="FORMAT",
        help="text, json, github or sarif",
    )
    parser.add_argument("--quiet", action="store_true", help="print findings only")
    parser.add_argument(
        "--jobs", type=int, metavar="N", help="processes to use (default: as many as pay off)"
    )


def given(options: Namespace) -> Settings:
    """What the command line says about rules, all of them known ones."""
    from mirageport.server.checking import check_names
    from mirageport.server.settings import Settings

    if options.jobs is not None and options.jobs < 1:
        raise Failure("--jobs must be at least 1")
    said = Settings(
        _names(options.select),
        _names(options.ignore),
        self_check=getattr(options, "self", False),
    )
    check_names(said, "")
    return said


def _names(values: list[str] | None) -> tuple[str, ...]:
    return tuple(name for value in values or () for name in value.split(",") if name)
