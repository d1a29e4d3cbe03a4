"""Commands of `mirage`, and the `make` behind them, in scripts, recipes and documentation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.context import Context
from mirageport.diagnostics.finding import REVIEW
from mirageport.diagnostics.releases import began
from mirageport.mirage.config import is_older
from mirageport.mirage.releases import TARGET as FIRST_TARGET
from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.rules import Rules
    from mirageport.mirage.workflow.regions import Region
    from mirageport.mirage.workflow.shell import Invocation, Word
    from mirageport.mirage.workflow.workflow_file import WorkflowFile

# Rules about options; their pages' front matter says which.
TARGET = "cli-target"
DROPPED = "cli-dropped-flag"
RENAMED = "cli-interface"
CONFIG_FILE = "cli-config-file"
IPV4 = "cli-ipv4"
KV_RO = "cli-kv-ro"
ENVIRONMENT = "cli-environment"
DEPEND = "cli-make-depend"
RUN = "cli-run"
BUILD = "cli-build-arguments"

# What `generic_kv_ro` does unasked in Mirage 3 (mirage v3.0.0, lib/mirage_key.ml).
_UNASKED = ("--kv_ro", "crunch")
MAKES = ("make", "gmake", "$(MAKE)", "${MAKE}")
# An option that Mirage 3 dropped and Mirage 4 has again (mirage v4.0.0 lib/functoria/cli.ml).
_AGAIN = "--no-depext"
_COMMANDS = ("configure", "build", "clean", "describe", "help")


class Option(NamedTuple):
    """One option of a command: its name, and its value, which is in the same word behind `=` or in
    the next word. start, end: all of it; before: where the word before it ends."""

    name: str
    value: str
    value_plain: bool
    start: int
    end: int
    before: int


def find(file: WorkflowFile) -> Iterator[Finding]:
    """Everything about the commands of a file but `make depend`."""
    for region, run in file.runs:
        name = run.name.text
        if name != "mirage" and not name.endswith("/mirage"):
            continue
        command = run.arguments[0].text if run.arguments else ""
        if command == "run":
            yield file.finding(RUN, run.name.start, run.arguments[0].end)
        if command not in _COMMANDS:
            continue
        options = read_options(file.project.pack.rules, run.arguments[0], run.arguments[1:])
        yield from _targets(file, options)
        yield from flags(file, options)
        yield from _config_file(file, region, run, options)
        yield from addresses(file, options)
        yield from _kv_ro(file, options)
        if command == "configure":
            yield from _environment(file, run, options)
        if command == "build":
            yield from _build(file, options)


def read_options(rules: Rules, command: Word, words: Sequence[Word]) -> list[Option]:
    """The words behind a command as options. A word that is no option is the value of the option
    before it, if that one has none; else it is an option without a name."""
    options: list[Option] = []
    before = command.end
    for word in words:
        name, equals, value = word.text.partition("=")
        last = options[-1] if options else None
        if word.text.startswith("-"):
            known = value if equals else ""
            options.append(Option(name, known, word.plain, word.start, word.end, before))
        elif last is not None and last.name and not last.value and _takes_value(rules, last.name):
            options[-1] = last._replace(value=word.text, value_plain=word.plain, end=word.end)
        else:
            options.append(Option("", word.text, word.plain, word.start, word.end, before))
        before = word.end
    return options


def _takes_value(rules: Rules, name: str) -> bool:
    """Whether the word behind an option is its value. Of an option that nobody knows it may be."""
    known = (rules.rule(name).options["flags"] for name in (TARGET, DROPPED))
    flags = [flag for some in known for flag in some.split()]
    single = (
        *("-v", "-vv", "-q", "--eval", "--no-eval", "--help", "--version", "--verbose"),
        *("-g", "--target-debug", "--no-dhcp"),
    )
    variable = name.startswith("--$")
    return name not in flags and name not in single and not variable


# -- targets and flags -----------------------------------------------------------------------------


def _targets(file: WorkflowFile, options: Sequence[Option]) -> Iterator[Finding]:
    """`--xen`, `--unix` and `--$(MODE)`."""
    found = file.rule(TARGET)
    chosen = any(option.name in ("-t", "--target") for option in options)
    for option in options:
        raw = file.source.text(option.start, option.end)
        target = ""
        if option.name in found.options["flags"].split() and not option.value:
            target = option.name[2:]
        elif raw.startswith("--$") and is_mode(raw[2:]):
            target = raw[2:]
        if not target:
            continue
        text = "" if chosen else f" -t {target}"
        edits = [(option.before, option.end, text)]
        if not chosen:
            edits = [(option.start, option.end, text[1:])]
        yield file.finding(found, option.start, option.end, edits, old=raw, new=f"-t {target}")


def is_mode(text: str) -> bool:
    """Whether this is one variable that is called as if it held a target."""
    name = text.strip("$(){}")
    return name.isidentifier() and any(
        part in name.upper() for part in ("MODE", "BACKEND", "TARGET")
    )


def flags(file: WorkflowFile, options: Sequence[Option]) -> Iterator[Finding]:
    """Options that were removed or renamed."""
    dropped, renamed = file.rule(DROPPED), file.rule(RENAMED)
    for option in options:
        kept = option.name == _AGAIN and not file.holds(DEPEND)
        if option.name in dropped.options["flags"].split() and not kept:
            edits = [(option.before, option.end, "")]
            yield file.finding(dropped, option.start, option.end, edits, old=option.name)
        group, name = group_of(option.name)
        if not file.holds(RENAMED):
            continue
        if f"--{name}" == renamed.options["flags"] and (option.value or not group):
            new = f"--{group}{renamed.options['to'][2:]}"
            end = option.start + len(option.name)
            edits = [(option.start, end, new)]
            if file.source.text(option.start, end) == option.name:
                yield file.finding(
                    renamed, option.start, option.end, edits, old=option.name, new=new
                )


def group_of(name: str) -> tuple[str, str]:
    """(`inner-`, `network`) of `--inner-network`: the keys of a device may have a group."""
    group, dash, last = name.removeprefix("--").rpartition("-")
    return (f"{group}-" if dash and name.startswith("--") else "", last)


# -- the configuration file ------------------------------------------------------------------------


def _config_file(
    file: WorkflowFile, region: Region, run: Invocation, options: Sequence[Option]
) -> Iterator[Finding]:
    """`-f dir/config.ml`, and the same without `-f`."""
    for option in options if file.holds(CONFIG_FILE) else ():
        named = option.name in ("-f", "--file")
        if not named and not (option.name == "" and option.value.endswith(".ml")):
            continue
        folder, slash, name = option.value.rpartition("/")
        if not option.value_plain or name != "config.ml" or run.command.redirected:
            message = (
                "" if name == "config.ml" else f"{file.target} reads `config.ml` and nothing else: "
            )
            yield file.finding(
                CONFIG_FILE,
                option.start,
                option.end,
                message=f"{message}leave the file out, and run `mirage` in its folder.",
            )
            continue
        edits = [(option.before, option.end, "")]
        if slash and folder != ".":
            edits += _inside(file, region, run, f"cd {_quoted(folder or '/')}")
        where = f"run it in `{folder}`" if slash and folder != "." else "leave it out"
        yield file.finding(CONFIG_FILE, option.start, option.end, edits, where=where)


def _inside(
    file: WorkflowFile, region: Region, run: Invocation, change: str
) -> list[tuple[int, int, str]]:
    """The command in another folder; in parentheses, unless its shell ends with it."""
    start, end = run.command.start, run.command.end
    rest = file.data[region.start : start].strip() + file.data[end : region.end].strip()
    if region.alone and not rest:
        return [(start, start, f"{change} && ")]
    return [(start, start, f"({change} && "), (end, end, ")")]


def _quoted(path: str) -> str:
    plain = all(c.isalnum() or c in "/._-+@%" for c in path)
    return path if plain else "'" + path.replace("'", "'\\''") + "'"


# -- addresses -------------------------------------------------------------------------------------


def addresses(file: WorkflowFile, options: Sequence[Option]) -> Iterator[Finding]:
    """`--ip A --netmask M --gateways G`, of each group of keys."""
    groups: dict[str, dict[str, Option]] = {}
    for option in options if file.holds(IPV4) else ():
        group, name = group_of(option.name)
        if name in ("ip", "netmask", "gateways") and option.name:
            groups.setdefault(group, {})[name] = option
    for group, own in groups.items():
        yield _addresses(file, group, own)


def _addresses(file: WorkflowFile, group: str, own: dict[str, Option]) -> Finding:
    anchor = own.get("ip") or next(iter(own.values()))
    ip, netmask, gateways = own.get("ip"), own.get("netmask"), own.get("gateways")
    new = f"--{group}ipv4 ADDRESS/LENGTH --{group}ipv4-gateway GATEWAY"
    edits: list[tuple[int, int, str]] = []
    length = _length(netmask) if netmask is not None else None
    if ip is not None and ip.value_plain and _is_ipv4(ip.value) and length is not None:
        text = f"--{group}ipv4 {ip.value}/{length}"
        edits.append((ip.start, ip.end, text))
        new = text
        assert netmask is not None
        edits.append((netmask.before, netmask.end, ""))
        if gateways is not None:
            first = gateways.value.partition(",")[0]
            if not gateways.value_plain or not _is_ipv4(first):
                return _by_hand(file, anchor, f"--{group}ipv4 .. --{group}ipv4-gateway ..")
            edits.append((gateways.start, gateways.end, f"--{group}ipv4-gateway {first}"))
            new = f"{text} --{group}ipv4-gateway {first}"
        return file.finding(IPV4, anchor.start, anchor.end, _sorted(edits), new=new)
    return _by_hand(file, anchor, new)


def _by_hand(file: WorkflowFile, anchor: Option, new: str) -> Finding:
    return file.finding(IPV4, anchor.start, anchor.end, new=new)


def _sorted(edits: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    return sorted(edits)


def _is_ipv4(text: str) -> bool:
    parts = text.split(".")
    return len(parts) == 4 and all(part.isdigit() and int(part) < 256 for part in parts)


def _length(netmask: Option) -> int | None:
    """The length of a netmask's prefix; None for what is none."""
    if not netmask.value_plain or not _is_ipv4(netmask.value):
        return None
    bits = "".join(f"{int(part):08b}" for part in netmask.value.split("."))
    return len(bits.rstrip("0")) if "01" not in bits else None


# -- stores and environments -----------------------------------------------------------------------


def _kv_ro(file: WorkflowFile, options: Sequence[Option]) -> Iterator[Finding]:
    """`--kv_ro crunch` on unix read the files at run time; since Mirage 3 it does not. On the way
    to a later target it is reported while config.ml is one of Mirage 2."""
    if file.project.pack.rules.to != FIRST_TARGET and not is_older(file.project):
        return
    unix = any(
        option.name == "--unix" or (option.name in ("-t", "--target") and option.value == "unix")
        for option in options
    )
    for option in options:
        if unix and group_of(option.name)[1] == "kv_ro" and option.value == "crunch":
            edits = [(option.end - len("crunch"), option.end, "direct")]
            if file.source.text(option.end - 6, option.end) == "crunch":
                yield file.finding(KV_RO, option.start, option.end, edits)


def _environment(
    file: WorkflowFile, run: Invocation, options: Sequence[Option]
) -> Iterator[Finding]:
    """`FS=`, `NET=`, `DHCP=` and `ADDR=` before the command, once config.ml reads them no more."""
    given = {option.name for option in options}
    for word in run.assignments:
        name, _, value = word.text.partition("=")
        device, flag, chosen = _choice(name, value)
        if not flag or name in file.known.strings or device not in file.known.generic:
            continue
        following = next(
            (w.start for w in run.command.words if w.start > word.start), run.name.start
        )
        edits = [(word.start, following, "")]
        if flag in given:
            yield file.finding(ENVIRONMENT, word.start, word.end, edits, name=name, new=flag)
        elif chosen and word.plain:
            new = f"{flag} {chosen}"
            if (flag, chosen) != _UNASKED:
                at = place_of(options, flag, run.command.end)
                edits.append((at, at, f" {new}"))
            yield file.finding(ENVIRONMENT, word.start, word.end, edits, name=name, new=new)
        else:
            yield file.finding(ENVIRONMENT, word.start, word.end, name=name, new=flag)


_CHOOSING = ("--dhcp", "--kv_ro", "--net")


def place_of(options: Sequence[Option], flag: str, end: int) -> int:
    """Where an option that chooses a device goes into a command that ends at a byte: such options
    are in the order of the alphabet, whichever is written first."""
    later = (each.before for each in options if each.name in _CHOOSING and each.name > flag)
    return min(later, default=end)


def _choice(name: str, value: str) -> tuple[str, str, str]:
    """(the device it was about, the key's option, its value or "" where only the person knows)."""
    if name == "FS":
        return "generic_kv_ro", "--kv_ro", value if value in ("fat", "crunch", "archive") else ""
    if name == "NET":
        return "generic_stackv4", "--net", value if value in ("direct", "socket") else ""
    if name == "ADDR":
        chosen = {"dhcp": "true", "static": "false"}.get(value, "")
        return "generic_stackv4", "--dhcp", chosen
    if name == "DHCP":
        # `DHCP=0` was on in some projects and off in others.
        chosen = "true" if value in ("1", "true", "yes", "on") else ""
        return "generic_stackv4", "--dhcp", chosen
    return "", "", ""


def _build(file: WorkflowFile, options: Sequence[Option]) -> Iterator[Finding]:
    """Options of `mirage build`, which reads what `configure` was given."""
    for option in options if file.holds(BUILD) else ():
        if option.name in ("-t", "--target", "--xen", "--unix"):
            yield file.finding(BUILD, option.start, option.end)
            return


# -- make depend -----------------------------------------------------------------------------------


def depend(file: WorkflowFile) -> Iterator[Finding]:
    """A build right behind `mirage configure`, without `make depend` between them. What was written
    for a release after the first one that has it does without on purpose."""
    if not file.holds(DEPEND):
        return
    if file.project.config and began(Context(file.project, file.project.config)) > "3.0":
        return
    waiting = -1
    for region, run in file.runs:
        kind = _step(run)
        if kind == "configure":
            waiting = region.group
        elif kind == "depend":
            waiting = -1
        elif kind == "build" and waiting == region.group and region.group >= 0:
            waiting = -1
            yield _missing(file, run)


def _step(run: Invocation) -> str:
    name = run.name.text
    words = [word.text for word in run.arguments]
    if name == "mirage" or name.endswith("/mirage"):
        if words[:1] == ["configure"] and "--help" not in words:
            return "configure"
        return "build" if words[:1] == ["build"] else ""
    if name not in MAKES:
        return ""
    targets = targets_of(run)
    if {"depend", "depends"} & set(targets):
        return "depend"
    if "configure" in targets:
        return "configure"
    return "build" if not targets or {"all", "build"} & set(targets) else ""


def targets_of(run: Invocation) -> list[str]:
    """The targets of a `make`: neither options with their values nor variables."""
    targets, skip = [], False
    for word in run.arguments:
        if skip:
            skip = False
        elif word.text in ("-C", "-f", "-j", "--directory", "--file"):
            skip = True
        elif not word.text.startswith("-") and "=" not in word.text:
            targets.append(word.text)
    return targets


def _missing(file: WorkflowFile, run: Invocation) -> Finding:
    command = _make_depend(file, run)
    start = run.command.start
    line_start = file.source.line_starts[file.source.line_of(start)]
    before = file.source.text(line_start, start)
    alone = run.command.after in ("", "\n") and _is_lead(before)
    text = f"{command}\n{before}" if alone else f"{command} && "
    return file.finding(
        DEPEND, start, run.command.end, [(start, start, text)], applicability=REVIEW
    )


def _is_lead(before: str) -> bool:
    """Whether what stands before a command on its line can stand before another one too."""
    rest = before.strip(" \t")
    return rest in ("", "-", "$", "@")


def _make_depend(file: WorkflowFile, run: Invocation) -> str:
    """The command that installs what the build needs, in the same folder and by the same way, such
    as `opam config exec --`; but never as the superuser, as opam is not for that one."""
    before = file.source.text(run.command.start, run.name.start)
    before = "" if "sudo" in before.split() else before
    if not run.name.text.rpartition("/")[2].lower().endswith(("make", "make)", "make}")):
        return f"{before}make depend"
    targets = set(targets_of(run))
    words = [run.name, *run.arguments]
    kept = [file.source.text(w.start, w.end) for w in words if w.text not in targets]
    return f"{before}{' '.join(kept)} depend"
