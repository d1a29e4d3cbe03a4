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


_FAILED = (2, "it could not do its work: a wrong argument, or a file it cannot read")
_LEFT = (
    (0, "nothing is left (suggestions do not count)"),
    (1, "something is left"),
    _FAILED,
)

HELP = {
    "": Help(
        "Port MirageOS 2 unikernels to MirageOS 3. Files are read, never built or run.",
        (
            ("mirageport check", "what is left in this folder"),
            ("mirageport fix --review --diff", "what a port would change"),
        ),
        (),
    ),
    "check": Help(
        "Report what is left of Mirage 2, and write nothing. Without a PATH it looks at\n"
        "the current folder and all below.",
        (
            ("mirageport check", "what is left in this folder"),
            ("mirageport check --concise src", "one line for each finding"),
            ("mirageport check --statistics", "how many of each rule"),
            ("mirageport check - < unikernel.ml", "a file on standard input"),
        ),
        (*_LEFT[:1], (1, "something is left, unless --exit-zero is given"), _FAILED),
    ),
    "fix": Help(
        "Rewrite what can be rewritten, in place, then report what is left. Files that\n"
        "belong to one config.ml are changed together, all of them or none, also when\n"
        "only one is named: --only-file changes that one alone. What comes from standard\n"
        "input goes to standard output, and what is left to standard error.",
        (
            ("mirageport fix", "change what keeps its meaning"),
            ("mirageport fix --review --diff", "show all changes, write nothing"),
            ("mirageport fix --select console", "change what some rules are about"),
            ("mirageport fix --only-file unikernel.ml", "change one file alone"),
        ),
        (*_LEFT[:1], (1, "something is left, unless --exit-zero is given"), _FAILED),
    ),
    "report": Help(
        "Say how far a port is: what is done, what is left by file and by rule, who has\n"
        "to do it, and which commands come next.",
        (
            ("mirageport report", "a report in the terminal"),
            ("mirageport report --output port.html", "a page to send to others"),
            ("mirageport report --history", "with what was left at earlier commits"),
        ),
        _LEFT,
    ),
    "verify": Help(
        "Ask an installed OCaml compiler whether the files are correct for Mirage 3,\n"
        "against interfaces that come with mirageport. Nothing is linked or run.",
        (
            ("mirageport verify", "judge the unikernels in this folder"),
            ("mirageport verify --quiet", "only what is refused or not judged"),
        ),
        (
            (0, "no error, and at least one file is accepted"),
            (1, "the compiler refuses a file"),
            (2, "nothing could be judged, or a file could not be read"),
        ),
    ),
    "hook": Help(
        "Run `check` or `fix` on the files that a manager of hooks, such as pre-commit,\n"
        "names. What is the name of a file is never taken for an option.",
        (("mirageport hook check unikernel.ml", "what pre-commit runs"),),
        _LEFT,
    ),
    "explain": Help(
        "Print the page of a rule, or say which rules know a message of the OCaml\n"
        "compiler or of mirage, and the command that makes the change.",
        (
            ("mirageport explain console-log-s", "the page of a rule"),
            ('mirageport explain "Unbound value C.log_s"', "the rule behind a message"),
            ("make 2>&1 | mirageport explain -", "the rules behind a whole log"),
        ),
        (
            (0, "a page was printed, or rules know every message"),
            (1, "no rule knows one of the messages"),
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
    "completion": Help(
        "Print the completions of a shell: bash, zsh or tcsh.",
        (('eval "$(mirageport completion bash)"', "in ~/.bashrc, for bash"),),
        ((0, "the completions were printed"), (2, "there are none for this shell")),
    ),
    "lsp": Help(
        "Serve an editor by the Language Server Protocol. Editors start it themselves.",
        (("mirageport lsp --tcp 127.0.0.1:7777", "wait for one editor on a socket"),),
        (
            (0, "the editor ended it"),
            (1, "the editor went away without a word"),
            (2, "it could not start: a wrong address, or closed standard input"),
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
        lines += ["", "`mirageport COMMAND --help` says more of a command."]
    return "\n".join([*lines, "", f"documentation: {more(command)}"])
