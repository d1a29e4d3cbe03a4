"""What changes in the files around the code on the way to Mirage 4.11: the pages of the rules say
which options, words and files. Facts: mirage v4.11.1 CHANGES.md, lib/mirage, lib/functoria."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import REVIEW
from mirageport.diagnostics.releases import ended_before
from mirageport.mirage.files import is_generated
from mirageport.mirage.workflow.commands import group_of, is_mode, read_options
from mirageport.mirage.workflow.file_names import DUNE, IGNORED, MAKE, ocamlified
from mirageport.ocaml.file_names import basename, folder_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project
    from mirageport.diagnostics.rules import Rule
    from mirageport.mirage.workflow.commands import Option
    from mirageport.mirage.workflow.shell import Invocation, Word
    from mirageport.mirage.workflow.workflow_file import WorkflowFile

# Rules whose pages list options: `OLD [VALUE] = NEW`, nothing for an option that is left out.
OPTIONS = ("cli-dhcp", "cli-net-names", "cli-option-removed", "cli-target-hvt")
# Rules whose pages list options that are left to the person.
BY_HAND = ("cli-run-time-option", "cli-kv-store")
BUILD = "cli-build-by-make"
NO_DHCP = "cli-no-dhcp"
BINARY = "file-dist"
IGNORE = "file-gitignore-dune"
RUN_OPTIONS = "cli-run-options"
# Rules whose pages list languages of files, and words in them.
NOTES = (
    *(
        "file-dune",
        "file-ocamlbuild",
        "file-merlin",
        "file-own-makefile",
        "file-service",
        "file-depext",
    ),
    *("file-log-variable", "file-opam-build"),
)

# mirage CHANGES.md of 4.10.5.
DHCP_SINCE = "4.10.5"

_EXTENSIONS = ("", ".xen", ".virtio", ".ukvm", ".hvt", ".spt", ".muen", ".xl")
# What Mirage 4 generates beside config.ml (mirage v4.11.1 lib/mirage/target.ml).
_GENERATED = ("mirage/", "dist/", "duniverse/", "dune.config", "dune.build", "dune-workspace")
_OWN = ("dune", "dune-project")
_GENERATED_BEFORE = (
    *("key_gen.ml", "main.ml", "myocamlbuild.ml", ".mirage.config", "_build-ukvm", "mir-*"),
    *("mirage-unikernel-*.opam", "*-unikernel-*.opam"),
)


def find(file: WorkflowFile) -> Iterator[Finding]:
    """Everything in one file, where the port goes so far."""
    if not file.holds(BUILD):
        return
    yield from _modes(file)
    for _region, run in file.runs:
        if run.name.text.rpartition("/")[2] == "mirage" and run.arguments:
            known = read_options(file.project.pack.rules, run.arguments[0], run.arguments[1:])
            yield from _options(file, known)
            yield from _address(file, run, known)
            yield from _build(file, run)
        yield from _binary(file, run)
    yield from _ignored(file)
    yield from _notes(file)


def _options(file: WorkflowFile, found: Sequence[Option]) -> Iterator[Finding]:
    """Options of `mirage configure` that were removed, or have other names or values."""
    for name in (*OPTIONS, *BY_HAND):
        rule = file.rule(name)
        known = _pairs(rule, "options")
        for option in found:
            group, _ = group_of(option.name)
            plain = f"--{option.name[2 + len(group) :]}" if group else option.name
            for old in (f"{plain} {option.value}", plain):
                if old in known:
                    yield _option(file, rule, option, group, known[old])
                    break


def _option(file: WorkflowFile, rule: Rule, option: Option, group: str, new: str) -> Finding:
    old = file.source.text(option.start, option.end)
    if rule.name in BY_HAND:
        return file.finding(rule, option.start, option.end, old=old)
    written = f"--{group}{new[2:]}" if group and new else new
    at = option.start if new else option.before
    return file.finding(
        rule, option.start, option.end, [(at, option.end, written)], old=old, new=written
    )


def _address(file: WorkflowFile, run: Invocation, found: Sequence[Option]) -> Iterator[Finding]:
    """`mirage configure` that says nothing of DHCP, which the stack of an older config.ml did not
    use unasked. One whose words or environment say more than can be read here is left out."""
    names = {option.name[2 + len(group_of(option.name)[0]) :] for option in found}
    asked = names & {"dhcp", "help"} or any(not option.name for option in found)
    told = {option.name: option.value for option in found}
    sockets = told.get("--net") in ("host", "socket") or told.get("-t") == "qubes"
    if run.arguments[0].text != "configure" or asked or sockets or run.assignments:
        return
    if "generic_stackv4" in file.known.generic and _fixed_address(file.project):
        command = run.arguments[0]
        end = command.end if run.command.redirected else run.command.end
        yield file.finding(NO_DHCP, run.name.start, command.end, [(end, end, " --no-dhcp")])


def _fixed_address(project: Project) -> bool:
    """Whether a project is for releases of Mirage before the one whose stacks use DHCP unasked."""
    began = project.began or project
    return began.once("fixed address", lambda: ended_before(began, DHCP_SINCE))


def _modes(file: WorkflowFile) -> Iterator[Finding]:
    """`MODE=ukvm`."""
    for _region, command in file.commands:
        for word in command.words:
            name, equals, value = word.text.partition("=")
            if equals and value == "ukvm" and is_mode(name):
                edits = [(word.end - len(value), word.end, "hvt")]
                if file.source.text(word.end - len(value), word.end) == value:
                    yield file.finding(
                        "cli-target-hvt", word.start, word.end, edits, old=value, new="hvt"
                    )


def _build(file: WorkflowFile, run: Invocation) -> Iterator[Finding]:
    """`mirage build`, which make does."""
    command = run.arguments[0]
    if command.text == "build":
        alone = len(run.arguments) == 1
        edits = [(run.name.start, command.end, "make build")] if alone else []
        yield file.finding(BUILD, run.name.start, command.end, edits)


def _binary(file: WorkflowFile, run: Invocation) -> Iterator[Finding]:
    """What was built, as it is run or handed to a tool, and the options that it is given."""
    names = {ocamlified(name) for name in file.known.names}
    for word in (run.name, *run.arguments):
        path, slash, base = word.text.rpartition("/")
        stem, dot, extension = base.partition(".")
        built = stem in names and dot + extension in _EXTENSIONS
        if not built or not (slash or dot) or path.endswith(("dist", "bin", "mirage")):
            continue
        at = word.end - len(base)
        if file.source.text(at, word.end) == base and (dot or path == "."):
            folder = "mirage" if extension == "xl" else "dist"
            new = f"{folder}/{stem}.hvt" if extension == "ukvm" else f"{folder}/{base}"
            edits = [(at, word.end, new)]
            yield file.finding(BINARY, word.start, word.end, edits, old=base, new=new)
    if run.name.text.rpartition("/")[2].partition(".")[0] in names:
        yield from _run_options(file, run.arguments)


def _run_options(file: WorkflowFile, words: Sequence[Word]) -> Iterator[Finding]:
    rule = file.rule(RUN_OPTIONS)
    known = _pairs(rule, "options")
    for word in words:
        old = word.text.partition("=")[0]
        end = word.start + len(old)
        if old in known and file.source.text(word.start, end) == old:
            edits = [(word.start, end, known[old])]
            yield file.finding(rule, word.start, end, edits, old=old, new=known[old])


def _ignored(file: WorkflowFile) -> Iterator[Finding]:
    """What is ignored that Mirage 3 generated, and not yet what Mirage 4 generates."""
    if file.language != IGNORED:
        return
    starts, source = file.source.line_starts, file.source
    lines = [source.text(start, source.line_end(row)) for row, start in enumerate(starts)]
    listed = {line.strip().strip("/").removeprefix("**/") for line in lines}
    known = _own_files(file)
    wanted = [*_GENERATED, *(each for each in _OWN if each not in known)]
    new = [each for each in wanted if not any(fnmatchcase(each.strip("/"), has) for has in listed)]
    for row, line in enumerate(lines):
        if new and line.strip().strip("/").removeprefix("**/") in _GENERATED_BEFORE:
            end = source.line_end(row)
            edits = [(end, end, "".join(f"\n{each}" for each in new))]
            shown = ", ".join(f"`{each}`" for each in new)
            name = line.strip().strip("/").encode()
            at = file.data.index(name, starts[row])
            yield file.finding(IGNORE, at, at + len(name), edits, new=shown)
            return


def _own_files(file: WorkflowFile) -> set[str]:
    return {basename(name) for name in (*file.project.names, *file.project.around)}


def _notes(file: WorkflowFile) -> Iterator[Finding]:
    """Files, and words in them, that a person has to replace."""
    generated = is_generated(file.data)
    for name in NOTES:
        rule = file.rule(name)
        if file.language not in rule.options["languages"].split() or generated:
            continue
        if file.language == DUNE and not _stops_dune(file):
            continue
        if file.language == MAKE and basename(file.name).lower() not in ("makefile", "gnumakefile"):
            continue
        words = [word.encode() for word in rule.options.get("words", "").split(" | ") if word]
        places = [(file.data.find(word), len(word)) for word in words if word in file.data]
        if not words:
            first = file.data.strip().partition(b"\n")[0]
            places = [(file.data.find(first), len(first))] if first else []
        if places:
            at, length = min(places)
            end = at + length
            deletes = basename(file.name) == rule.options.get("deletes")
            left = _lost(file) if deletes else ""
            said = rule.options.get("keeps", "").format(left=left) if left else ""
            found = file.finding(rule, at, end, message=said, old=file.source.text(at, end))
            if deletes and not left:
                found = found._replace(applicability=REVIEW, deletes=(file.name,))
            yield found


def _lost(file: WorkflowFile) -> str:
    """What only a file says that is to be deleted, as a message has it."""
    # Imported here: few projects have such a file, and a check must start fast.
    from mirageport.mirage.workflow.unread_files import lost

    return ", ".join(f"`{each}`" for each in lost(file))


def _stops_dune(file: WorkflowFile) -> bool:
    """Whether dune refuses a file of its own: one by its former name, or in the place of the one
    that Mirage writes beside config.ml."""
    beside = any(folder_of(config) == folder_of(file.name) for config in file.project.configs)
    return basename(file.name) == "jbuild" or beside


def _pairs(rule: Rule, option: str) -> dict[str, str]:
    found = {}
    for pair in rule.options[option].split(" | "):
        old, _, new = pair.partition(" =")
        found[old.strip()] = new.strip()
    return found
