"""The command line's commands and options, and what they say about rules."""

from __future__ import annotations

import os

from mirageport.mirage.releases import TARGET, refusal
from mirageport.server.failure import Failure
from mirageport.server.version import VERSION

TYPE_CHECKING = False  # as in `main`
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence
    from typing import Any

    from mirageport.server.settings import Settings


HOOKS = ("check", "fix")


COMMANDS = (
    "check",
    "fix",
    "report",
    "verify",
    "hook",
    "explain",
    "rules",
    "pack",
    "completion",
    "lsp",
)


def check_command(word: str) -> None:
    """Raises `Failure` for a word that is no command, with the nearest one."""
    if word.startswith("-") or word in COMMANDS:
        return
    from mirageport.server.settings import nearest

    near = nearest(word, COMMANDS)
    raise Failure(f"there is no command '{word}'{near or ': see `mirageport --help`'}")


def of_hook(given: list[str]) -> list[str]:
    """The command that `hook COMMAND ARGUMENT...` means, with file names that are taken for no
    option.

    A manager of hooks puts the names of files behind the arguments that a person chose, with
    nothing between them, and a repository may call its files like options. So the name of an OCaml
    file here is a name. Raises `Failure` where any other file is called like an argument: whether
    the person or the repository meant it, nobody can tell.
    """
    arguments = given[1:]
    names = [each for each in arguments if each[:1] == "-" and os.path.lexists(each)]
    for name in names:
        if not name.endswith((".ml", ".mli")):
            raise Failure(f"`{name}` is an option and the name of a file: rename the file")
    rest = [each for each in arguments if each not in names]
    return [*rest, *(os.path.join(os.curdir, name) for name in names)]


def parser(
    command: Sequence[str] = ("check", "fix", "report", "verify"), *, hook: bool = False
) -> ArgumentParser:
    """The parser. command: the command given, if any; what only another one takes is left out.
    hook: whether files may be named by somebody else; options that write another file than the
    sources are left out then."""
    from argparse import ArgumentParser, RawDescriptionHelpFormatter

    class Parser(ArgumentParser):
        """Its help has texts that are loaded when somebody asks for it."""

        def __init__(self, **options: Any) -> None:
            super().__init__(formatter_class=RawDescriptionHelpFormatter, **options)

        def format_help(self) -> str:
            from mirageport.server.commands.help import HELP, epilog

            name = self.prog.removeprefix("mirageport").strip()
            self.description, self.epilog = HELP[name].description, epilog(name)
            return super().format_help()

    whole = Parser(prog="mirageport")
    whole.add_argument(
        "--version",
        action="version",
        version=f"mirageport {VERSION}",
        help="show the version and exit",
    )
    commands = whole.add_subparsers(
        prog="mirageport", metavar="COMMAND", dest="command", required=True
    )
    for name, what, add in (
        ("check", "report code that is written for an earlier release", _add_check),
        ("fix", "apply the fixes", _add_fix),
        ("report", "show the progress of a port", _add_report),
        ("verify", "type-check with an installed OCaml compiler", _add_verify),
    ):
        one = commands.add_parser(name, help=what, allow_abbrev=not hook)
        if name in command:
            add(one)
        if name == "check" and name in command and not hook:
            one.add_argument(
                "--write-baseline",
                metavar="FILE",
                help="write all findings to FILE, to hide them later",
            )
    wrapped = commands.add_parser("hook", help="check or fix the files of a commit hook")
    wrapped.add_argument("wrapped", choices=HOOKS, metavar="COMMAND", help="check or fix")
    wrapped.add_argument("arguments", nargs="*", metavar="ARGUMENT", help="what the command takes")
    explain = commands.add_parser("explain", help="describe a rule, or a compiler message")
    explain.add_argument(
        "about",
        metavar="RULE|MESSAGE|-",
        help="a rule, a message of the compiler or of mirage, or - for a log on standard input",
    )
    add_packs(explain)
    rules = commands.add_parser("rules", help="list the rules")
    add_packs(rules)
    rules.add_argument(
        "names", nargs="*", metavar="NAME", help="only these rules or categories (default: all)"
    )
    rules.add_argument(
        "--applicability",
        choices=("safe", "review", "manual", "suggestion"),
        metavar="KIND",
        help="only those of this kind: safe, review, manual or suggestion",
    )
    rules.add_argument(
        "--output-format",
        choices=("text", "json"),
        default="text",
        metavar="FORMAT",
        help="text (the default) or json",
    )
    pack = commands.add_parser("pack", help="list the packs of other libraries, check or draft one")
    pack.add_argument(
        "action", choices=("list", "check", "draft"), metavar="ACTION", help="list, check or draft"
    )
    pack.add_argument(
        "folders",
        nargs="*",
        metavar="DIR",
        help="list: of a project (default: .); check: the pack; draft: the interfaces of two "
        "releases, old and new",
    )
    pack.add_argument("--output", metavar="DIR", help="where to write a draft")
    pack.add_argument("--package", metavar="NAME", help="the opam package of a draft")
    pack.add_argument("--from", metavar="RELEASE", help="the last release before, of a draft")
    pack.add_argument("--until", metavar="RELEASE", help="the release to port to, of a draft")
    completion = commands.add_parser("completion", help="print a shell's completions")
    completion.add_argument(
        "shell", choices=("bash", "zsh", "tcsh"), metavar="SHELL", help="bash, zsh or tcsh"
    )
    lsp = commands.add_parser("lsp", help="start the language server")
    lsp.add_argument("--stdio", action="store_true", help="over standard input (the default)")
    lsp.add_argument("--tcp", metavar="HOST:PORT", help="over a socket")
    return whole


def add_target(parser: ArgumentParser) -> None:
    """Let a command take the release to port to."""
    parser.add_argument(
        "--target", metavar="RELEASE", help=f"the release to port to (default: {TARGET})"
    )


def _add_check(parser: ArgumentParser) -> None:
    _add_common(parser)
    parser.add_argument(
        "--self", action="store_true", help="also type-check code that is ported already"
    )
    parser.add_argument("--statistics", action="store_true", help="count the findings of each rule")
    parser.add_argument("--baseline", metavar="FILE", help="hide the findings that FILE lists")
    parser.set_defaults(write_baseline=None)


def _add_fix(parser: ArgumentParser) -> None:
    _add_common(parser)
    parser.add_argument("--review", action="store_true", help="also fixes that need a review")
    parser.add_argument("--diff", action="store_true", help="print a diff and write nothing")
    parser.add_argument(
        "--only-file",
        action="store_true",
        help="change only the files that are named, and no others of their unikernel",
    )
    parser.add_argument(
        "--verify",
        action="store_true",
        help="write only what an installed OCaml compiler accepts",
    )


def _add_verify(parser: ArgumentParser) -> None:
    add_paths(parser)
    add_target(parser)
    add_packs(parser)
    parser.add_argument(
        "--output-format",
        choices=("text", "json"),
        default="text",
        metavar="FORMAT",
        help="text or json",
    )
    parser.add_argument("--quiet", action="store_true", help="hide accepted files")
    parser.add_argument(
        "--timeout",
        type=float,
        default=20,
        metavar="SECONDS",
        help="how long the compiler may take for a file (default: 20)",
    )


def _add_report(parser: ArgumentParser) -> None:
    from mirageport.server.report.command import add_options

    add_options(parser)
    add_target(parser)
    add_packs(parser)
    parser.set_defaults(jobs=1)


# The function of a shell's completions that offers file names; see `commands.completion`.
FILE_NAMES = "_mirageport_file_names"


def add_paths(parser: ArgumentParser) -> None:
    """Let a command take files and folders."""
    paths = parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files and folders (default: .)"
    )
    vars(paths)["complete"] = {"bash": FILE_NAMES}


def add_packs(parser: ArgumentParser) -> None:
    """Let a command take the packs that count."""
    parser.add_argument(
        "--pack",
        action="append",
        metavar="NAME|DIR",
        help="use this pack, and no other that is not named",
    )


def _add_common(parser: ArgumentParser) -> None:
    add_paths(parser)
    add_target(parser)
    add_packs(parser)
    parser.add_argument(
        "--select", action="append", metavar="NAME", help="only these rules or categories"
    )
    parser.add_argument(
        "--ignore", action="append", metavar="NAME", help="not these rules or categories"
    )
    parser.add_argument(
        "--output-format",
        choices=("text", "concise", "json", "github", "sarif"),
        default="text",
        metavar="FORMAT",
        help="text (the default), concise, json, github or sarif",
    )
    parser.add_argument(
        "--concise",
        action="store_const",
        const="concise",
        dest="output_format",
        help="print one line for each finding and a summary",
    )
    parser.add_argument(
        "--quiet", action="store_true", help="print one line for each finding and nothing else"
    )
    parser.add_argument(
        "--stdin-filename",
        metavar="NAME",
        help="read a file that is called NAME from standard input (PATH: -)",
    )
    parser.add_argument(
        "--exit-zero", action="store_true", help="exit with 0 even when something is left"
    )
    parser.add_argument(
        "--jobs", type=int, metavar="N", help="number of processes (default: automatic)"
    )


def check_target(options: Namespace) -> None:
    """Raises `Failure` for a target that is none."""
    refused = refusal(options.target or TARGET)
    if refused:
        raise Failure(f"--target: {refused}")


def given(options: Namespace) -> Settings:
    """What the command line says about rules, all of them known ones."""
    from mirageport.server.checking import check_names
    from mirageport.server.settings import Settings

    if options.jobs is not None and options.jobs < 1:
        raise Failure("--jobs must be at least 1")
    check_target(options)
    said = Settings(
        _names(options.select),
        _names(options.ignore),
        self_check=getattr(options, "self", False),
        target=options.target or "",
        packs=packs_of(options),
    )
    check_names(said._replace(packs=said.packs or _packs_here()), "")
    return said


def _packs_here() -> tuple[str, ...]:
    """The packs that the settings of the working folder name: an option may name their rules."""
    from mirageport.server.settings import SettingsError, load

    try:
        return load(os.getcwd()).packs
    except SettingsError:  # said by the command itself
        return ()


def packs_of(options: Namespace) -> tuple[str, ...]:
    """The packs that are named: names, or absolute paths."""
    from mirageport.server.settings import placed

    return tuple(placed(name, os.getcwd()) for name in options.pack or ())


def named_packs(options: Namespace) -> tuple[str, ...]:
    """The packs that options or the settings of the working folder name, where a command needs all
    of them. Raises `Failure` for one that cannot be used."""
    from mirageport.server.packs import usable

    found, troubles = usable(packs_of(options) or _packs_here())
    for trouble in troubles:
        raise Failure(f"{trouble.path}: {trouble.why}")
    return found


def _names(values: list[str] | None) -> tuple[str, ...]:
    from mirageport.server.settings import current_names

    return current_names([name for value in values or () for name in value.split(",") if name])
