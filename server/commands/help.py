"""What `--help` says of each command besides its options: what it does, examples, the exit status,
and where to read on. The manual page is made of the same texts."""

from __future__ import annotations

from mirageport.ocaml.named import NamedTuple
from mirageport.server.home import documentation


class Help(NamedTuple):
    """The help of a command.

    description: what it does, in paragraphs. examples: (command line, what it does). status:
    (exit status, what it means).
    """

    description: str
    examples: tuple[tuple[str, str], ...]
    status: tuple[tuple[int, str], ...]


_FAILED = (2, "error: a wrong argument, or a file that cannot be read")
_LEFT = (
    (0, "nothing is left (suggestions do not count)"),
    (1, "something is left"),
    _FAILED,
)

HELP = {
    "": Help(
        "Port MirageOS unikernels to Mirage 3.0 or 4.11. Files are read, never built or run.",
        (
            ("mirageport check", "what is left in this folder"),
            ("mirageport fix --review --diff", "what a port would change"),
        ),
        (),
    ),
    "check": Help(
        "Report code that is for an earlier release. Nothing is written. Without a\n"
        "PATH it checks the current folder and everything below.",
        (
            ("mirageport check", "what is left in this folder"),
            ("mirageport check --concise src", "one line for each finding"),
            ("mirageport check --statistics", "how many of each rule"),
            ("mirageport check - < unikernel.ml", "a file on standard input"),
        ),
        (*_LEFT[:1], (1, "something is left, unless --exit-zero is given"), _FAILED),
    ),
    "fix": Help(
        "Apply the fixes in place, then report what is left. Files of one config.ml are\n"
        "changed together, all of them or none, even if you name only one: --only-file\n"
        "changes that one alone. With - as PATH the fixed text goes to standard output,\n"
        "and what is left to standard error.",
        (
            ("mirageport fix", "apply the safe fixes"),
            ("mirageport fix --review --diff", "show all changes, write nothing"),
            ("mirageport fix --select console", "apply the fixes of some rules"),
            ("mirageport fix --only-file unikernel.ml", "change one file alone"),
        ),
        (*_LEFT[:1], (1, "something is left, unless --exit-zero is given"), _FAILED),
    ),
    "report": Help(
        "Show the progress of a port: what is done, what is left by file and by rule,\n"
        "what needs a person, and which commands to run next.",
        (
            ("mirageport report", "a report in the terminal"),
            ("mirageport report --output port.html", "a page to send to others"),
            ("mirageport report --history", "also show earlier commits"),
        ),
        _LEFT,
    ),
    "verify": Help(
        "Type-check the files with an installed OCaml compiler, against interfaces of\n"
        "Mirage that come with mirageport. Nothing is linked or run.",
        (
            ("mirageport verify", "check the unikernels in this folder"),
            ("mirageport verify --quiet", "only errors and what cannot be judged"),
        ),
        (
            (0, "no error, and at least one file is accepted"),
            (1, "the compiler rejects a file"),
            (2, "nothing could be judged, or a file cannot be read"),
        ),
    ),
    "hook": Help(
        "Run `check` or `fix` on the files that pre-commit or another hook manager names.\n"
        "The name of a file is never read as an option.",
        (("mirageport hook check unikernel.ml", "what pre-commit runs"),),
        _LEFT,
    ),
    "explain": Help(
        "Print the page of a rule, or the rules for a message of the OCaml compiler or\n"
        "of mirage, and the command that fixes it.",
        (
            ("mirageport explain console-log-s", "the page of a rule"),
            ('mirageport explain "Unbound value C.log_s"', "the rule for a message"),
            ("make 2>&1 | mirageport explain -", "the rules for a whole log"),
        ),
        (
            (0, "a page was printed, or every message has a rule"),
            (1, "a message has no rule"),
            (2, "no rule has this name, or there is no message in the text"),
        ),
    ),
    "rules": Help(
        "List the rules: name, applicability (safe, review, manual or suggestion),\n"
        "category and title.",
        (
            ("mirageport rules", "all of them"),
            ("mirageport rules console", "one category, or one rule"),
            ("mirageport rules --applicability manual", "what has no fix"),
            ("mirageport rules --output-format json", "for a program"),
        ),
        ((0, "rules were listed"), (2, "no rule or category has this name")),
    ),
    "pack": Help(
        "List the packs: folders that say what became of the API of a library, each\n"
        "with its opam package and the releases that it leads from and to. Those that\n"
        "ship with mirageport are listed, those of the opam switch, and those in `packs`\n"
        "of mirageport.toml, with the bound for which a project uses one. Or check one:\n"
        "its attributes, the names in them, and the examples of its pages. Or draft one\n"
        "from the interfaces of two releases, each a folder or a file: what was removed,\n"
        "renamed, or got another type.",
        (
            ("mirageport pack list", "which packs there are"),
            ("mirageport pack list src", "those that a project uses"),
            ("mirageport pack check migrate", "whether a pack holds"),
            ("mirageport pack draft old src --output migrate", "write a draft"),
        ),
        (
            (0, "packs were listed, a draft was written, or nothing is wrong"),
            (1, "something is wrong with it"),
            (2, "a pack cannot be used, there is none, or no draft was written"),
        ),
    ),
    "completion": Help(
        "Print the completions of a shell: bash, zsh or tcsh.",
        (('eval "$(mirageport completion bash)"', "in ~/.bashrc, for bash"),),
        ((0, "the completions were printed"), (2, "unknown shell")),
    ),
    "lsp": Help(
        "Start the language server. Editors do this themselves.",
        (("mirageport lsp --tcp 127.0.0.1:7777", "wait for one editor on a socket"),),
        (
            (0, "the editor stopped the server"),
            (1, "the connection to the editor was lost"),
            (2, "it could not start: a wrong address, or standard input is closed"),
        ),
    ),
}


def more(command: str) -> str:
    """Where to read on."""
    address = documentation()
    if address:
        return f"{address}{f'#{command}' if command else ''}"
    return "man mirageport, or docs/command-line.md in the sources"


def epilog(command: str) -> str:
    """What stands below the options: examples, the exit status, where to read on."""
    found = HELP[command]
    width = max(len(line) for line, _what in found.examples)
    lines = ["examples:"]
    lines += [f"  {line:{width}}  {what}" for line, what in found.examples]
    if found.status:
        lines += ["", "exit status:"]
        lines += [f"  {number}  {what}" for number, what in found.status]
    if not command:
        lines += ["", "`mirageport COMMAND --help` describes a command."]
    return "\n".join([*lines, "", f"documentation: {more(command)}"])
