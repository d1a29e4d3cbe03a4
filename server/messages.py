"""Messages of OCaml's compiler, of 4.02 to 5.x, and of `mirage`: read out of a log, and the rules
that know them.

A page has the message for its own example, whose names are not the user's: two messages are the
same when they are once names that people choose, versions of the compiler and what follows the
point are left out (`skeleton`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from shlex import quote
from typing import TYPE_CHECKING

from mirageport.api.data import standard_modules
from mirageport.api.fate import REMOVED, RENAMED, became
from mirageport.diagnostics.finding import MANUAL, REVIEW, SUGGESTION
from mirageport.mirage.pack import interfaces
from mirageport.mirage.releases import TARGETS
from mirageport.ocaml.named import NamedTuple
from mirageport.server.packs import MIRAGE, PACK, by_name, named, pack_for
from mirageport.server.rule_page import message as message_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mirageport.diagnostics.rules import Rule

ERROR, WARNING = "error", "warning"

_MAX_LINE = 4000  # characters of a line that are looked at
_MAX_BODY = 200  # lines of one message
_MAX_TEXT = 3000  # characters of one message that are compared

_ESCAPE = re.compile(r"\x1b(?:\[[0-9;:?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\^_])")
# What services and opam put before each line of a log.
_PREFIX = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z ?|\[[\d:. -]{5,30}\] ?|# ")
_PLACE = re.compile(
    r'(\s*)File "([^"]+)", lines? (\d{1,8})(?:-(\d{1,8}))?'
    r"(?:, characters (-?\d{1,8})-(-?\d{1,8}))?:?"
)
_HEAD = re.compile(
    r"\s*(?:(Error)(?: \((?:warning|alert)[^)]*\))?|(Warning \d+|Alert [\w-]+)(?: \[[\w-]+\])?)"
    r"\s*: (.*)"
)
# What the compiler does not indent and is part of a message all the same.
_GOES_ON = "This argument cannot be applied"
_OF_MIRAGE = re.compile(r"mirage(?: [a-z]+)?: (.*)")


class Message(NamedTuple):
    """One message. file: as the message has it, "" where it has none; line, last: its first and
    last line, from 1, 0 without a place; start, end: bytes from the beginning of those lines.
    severity: `ERROR` or `WARNING`. text: in one line, without the hint."""

    file: str
    line: int
    last: int
    start: int
    end: int
    severity: str
    text: str


class Known(NamedTuple):
    """The rules that know a message: of several, the message alone does not say which. sure:
    whether it names something of Mirage's and not OCaml's own types alone."""

    rules: tuple[Rule, ...]
    sure: bool


_NOWHERE = ("", 0, 0, 0, 0)


def read(log: str) -> Iterator[Message]:
    """The messages of a log, in its order."""
    place, deep = _NOWHERE, 0
    body: list[str] = []
    severity = ""
    for line in (*_lines(log), ""):
        header = _PLACE.match(line)
        head = _HEAD.match(line) or (_OF_MIRAGE.match(line) if header is None else None)
        inner = header is not None and bool(body) and len(header.group(1)) > deep
        if body and head is None and (header is None or inner):
            if line.startswith(_GOES_ON) or (line[:1].isspace() and not line.isspace()):
                if len(body) < _MAX_BODY:
                    body.append(line)
                continue
        if body:
            yield Message(*place, severity, _joined(body))
            body, place = [], _NOWHERE
        if header is not None:
            place, deep = _place(header), len(header.group(1))
        elif head is not None:
            body = [head.groups()[-1]]
            severity = WARNING if len(head.groups()) > 1 and head.group(2) else ERROR
    # The empty line at the end has closed the last message.


def given(text: str) -> list[Message]:
    """The messages that a person pasted, with or without their places: a single one may be
    wrapped in any way, by whatever it was copied from."""
    found = list(read(text))
    if sum(1 for message in found if message.line) > 1:
        return found
    lines = [line.strip() for line in _lines(text)]
    place = next((_place(header) for line in lines if (header := _PLACE.match(line))), _NOWHERE)
    start = next((at for at, line in enumerate(lines) if _HEAD.match(line)), None)
    if start is None and any(_OF_MIRAGE.match(line) for line in lines):
        return found
    body = [line for line in lines[start:] if line and not _PLACE.match(line)]
    text = re.sub(r"^(?:\w+: )?Error(?: \([^)]*\))?: ", "", _joined(body))
    return [Message(*place, ERROR, text)] if text else []


def _lines(log: str) -> Iterator[str]:
    for line in log.replace("\r\n", "\n").split("\n"):
        shown = _ESCAPE.sub("", line[:_MAX_LINE]).rpartition("\r")[2]
        yield _PREFIX.sub("", shown, count=1) if _PREFIX.match(shown) else shown


def _place(header: re.Match[str]) -> tuple[str, int, int, int, int]:
    _blank, file, line, last, start, end = header.groups()
    return file, int(line), int(last or line), max(0, int(start or 0)), max(0, int(end or 0))


def _joined(body: list[str]) -> str:
    text = " ".join(" ".join(body).split())
    return re.sub(r" ?\bHint: .*", "", text)[:_MAX_TEXT]


# -- what is the same in two messages ------------------------------------------------------------

# How compilers between 4.02 and 5.x say what ours says; then what follows the point of a message.
_SAME = [
    (re.compile(pattern), new)
    for pattern, new in (
        (r"[\"‘’]", ""),
        (r"`(\S+?)'", r"\1"),
        (r"(?<![\w)])'([^' ]+)'", r"\1"),
        (r"\b(?:Stdlib|Pervasives|Result)\.result\b", "result"),
        (r"The (constructor|field) (\S+) does not belong to type",
         r"There is no \1 \2 within type"),
        (r"^The (?:value|constant|variable) \S+ has type", "This expression has type"),
        (r"^The function \S+ has type", "This function has type"),
        (r"^The function applied to this argument has type .* (This argument cannot be applied)"
         r" (with label)", r"\1 \2"),
        (r"^Signature mismatch:.*?The (?:type|value|module|field|exception) (\S+) is required but"
         r" not provided.*", r"\1 is required but not provided"),
        (r"(It is applied to too many arguments).*", r"\1"),
        (r"^unknown command ([\w-]+).*", r"unknown command \1"),
        (r"^unknown option (-[\w-]+).*", r"unknown option \1"),
        (r"^too many arguments.*", "too many arguments"),
        (r" (?:Type [A-Z(\['`a-z]|Types for tag|The (?:first|second) variant type"
         r"|This type|The type constructor|The type variable).*", ""),
        # A type that stands for another is shown with it.
        (r" = .*?(?= but (?:an expression|a pattern) was expected|$)", ""),
        (r"\[\?[^`\]]*`(?:Ok|Error|Eof)\b[^\]]*\]", "[?result]"),
        (r"\[\? `(\w+)[^\]]*\]", r"[?\1]"),
        (r"\b(?:[A-Z][\w']*\.)+(?:buffer|page_aligned_buffer)\b|\bCstruct\.t\b", "BUFFER"),
        (r"'[a-z]\w*", "'_"),
    )
]  # fmt: skip
_PATH = re.compile(r"(?<![\w.])([A-Z][\w']*)((?:\.[A-Z][\w']*)*)\.(?=[a-z_(])")
_NAMED = re.compile(r"^Unbound (?:module|module type|constructor|class) ")


@lru_cache(maxsize=1)
def _libraries() -> frozenset[str]:
    """The names of the modules that libraries have, in lower case."""
    own = {name.lower() for name in standard_modules()}
    return interfaces().modules().union(own)


def skeleton(text: str, *, strict: bool) -> str:
    """A message without the names that people choose: `Unbound value _.log_s`. strict: with the
    names of modules that are those of a library."""
    for pattern, new in _SAME:
        text = pattern.sub(new, text)

    def path(match: re.Match[str]) -> str:
        library = match.group(1).lower() in _libraries()
        return match.group() if strict and library else "_."

    if _NAMED.match(text):
        # The last name of a path is the point; a lone one is all there is.
        head, _, last = text.rpartition(".")
        own = head.rpartition(" ")[2]
        if head and not (strict and own.partition(".")[0].lower() in _libraries()):
            text = f"{head[: len(head) - len(own)]}_.{last}"
    return " ".join(_PATH.sub(path, text).split())


_BARE = "Syntax error"  # the whole message says nothing of what a rule is about


@lru_cache(maxsize=2)
def _index(strict: bool) -> dict[str, tuple[Rule, ...]]:
    """The rules by the skeleton of each message that they know."""
    found: dict[str, list[Rule]] = {}
    for rule in PACK.rules.all():
        flags = rule.options.get("flags", "").split()
        said = [f"unknown option {flag}" for flag in flags]
        labels = rule.options.get("labels", "").split()
        said += [f"This argument cannot be applied with label ~{label}" for label in labels]
        said += filter(None, rule.options.get("messages", "").split("; "))
        if message_of(rule) not in ("", _BARE):
            said.append(message_of(rule))
        for text in said:
            rules = found.setdefault(skeleton(text, strict=strict), [])
            if rule not in rules:
                rules.append(rule)
    return {key: tuple(rules) for key, rules in found.items()}


def known(message: Message, packs: Sequence[str] = ()) -> Known:
    """The rules that know a message; none of a rule about config.ml where it is another file's.
    packs: the names of those packs that it may be about, beside Mirage's. Where Mirage's is one of
    them, what it knows by the names of libraries comes first."""
    first = MIRAGE in packs and skeleton(message.text, strict=True) in _index(True)
    others = () if first else tuple(each for each in packs if each != MIRAGE)
    found = _of_packs(message.text, others)
    if found:
        return Known(found, True)
    for strict in (True, False):
        key = skeleton(message.text, strict=strict)
        found = found or _index(strict).get(key, ())
    if message.file and not message.file.endswith("config.ml"):
        found = tuple(rule for rule in found if rule.category != "config")
    elif not found:
        found = tuple(_of_a_name(message.text))
    # Of pages that met one message on their way, the one that is named after it is about it.
    last = (re.findall(r"[\w-]+", message.text) or [""])[-1].strip("-").lower().replace("_", "-")
    found = tuple(rule for rule in found if f"-{last}-" in f"-{rule.name}-") or found
    return Known(found, _sure(message.text))


_UNBOUND = re.compile(r"Unbound (?:value|module|class) (\S+)$")
# What a message says is not there, and a short program that has it.
_PROGRAMS = [
    (re.compile(pattern), program)
    for pattern, program in (
        (r"Unbound value (\S+)$", "let _ = {}"),
        (r"Unbound type constructor (\S+)$", "type _t = {}"),
        (r"Unbound module type (\S+)$", "module _ (M : {}) = struct end"),
        (r"Unbound module (\S+)$", "open {}"),
        (r"Unbound constructor (\S+)$", "let _ = function {} -> ()"),
        (r"Unbound record field (\S+)$", "let _ = fun r -> r.{}"),
        (r"There is no constructor (\S+) within type (\S+)",
         "let _ = fun (v : {1}) -> match v with {0} -> ()"),
        (r"There is no field (\S+) within type (\S+)", "let _ = fun (r : {1}) -> r.{0}"),
        (r".* values of type (\S+) The second variant type does not allow tag\(s\) (`\w+)",
         "let _ = fun (v : {0}) -> match v with {1} -> ()"),
        (r".* of type (\S+) The second variant type does not allow tag\(s\) (`\w+)",
         "let _ : {0} = {1}"),
    )
]  # fmt: skip
_QUOTED = re.compile(r"[\"‘’]|`(?=[\w.']+')|(?<=\w)'(?= |$)")


def _of_packs(text: str, packs: Sequence[str]) -> tuple[Rule, ...]:
    """The rules of packs about what a message says is not there, by its whole path: those that find
    something in a program that has it."""
    from mirageport.diagnostics.engine import check
    from mirageport.diagnostics.project import Project

    plain = _QUOTED.sub("", text)
    found = ((each.match(plain), program) for each, program in _PROGRAMS if packs)
    code = next((program.format(*match.groups()) for match, program in found if match), "")
    for pack in map(by_name, packs) if code else ():
        module = code.removeprefix("open ")
        uses = (f"let _ = {module}.{name}" for name in pack.library.value_names(module))
        # Of a module without a rule of its own, those of what it has.
        for lines in ([code], [*uses] if code != module else []):
            data = b"\n".join([*(line.encode() for line in lines), b"(*", *pack.words, b"*)"])
            report = check(Project({"main.ml": data}, pack), "main.ml")
            if report.findings:
                names = dict.fromkeys(each.rule for each in report.findings)
                return tuple(map(pack.rules.rule, names))
    return ()


# What config.ml opens, from the outside in.
_OPENED = ("Mirage", "Mirage.Key", "Mirage.Key.Arg")


def _of_a_name(text: str) -> Iterator[Rule]:
    """The rules of what a message says is not there, where config.ml had it: what it opens may
    stand before the name."""
    unbound = _UNBOUND.match(text)
    name = unbound.group(1) if unbound else ""
    for target in reversed(TARGETS) if name else ():
        for opened in _OPENED:
            fate = became(pack_for(target).library, f"{opened}.{name}")
            if fate is not None and fate.kind in (REMOVED, RENAMED) and fate.rules:
                yield PACK.rules.rule(fate.rules[0])
                return


@lru_cache(maxsize=1)
def names() -> dict[str, list[str]]:
    """By the name of a rule, what config.ml had and the rule is about, as a message names it."""
    found: dict[str, dict[str, None]] = {}
    for opened in _OPENED:
        for name in pack_for(list(TARGETS)[-1]).library.value_names(opened):
            path = f"{opened}.{name}".removeprefix("Mirage.")
            for rule in _of_a_name(f"Unbound value {path}"):
                found.setdefault(rule.name, {})[path] = None
    return {rule: list(names) for rule, names in found.items()}


_CHOSEN = re.compile(
    r"`\w|_\w|[A-Z]\w*\.[a-z]|^Unbound |^unknown |^The (?:signature|method|module)"
)


def _sure(text: str) -> bool:
    """Whether a message has a name of its own in it, and not those of OCaml's own types alone."""
    return _CHOSEN.search(text) is not None or "cannot be applied with label" in text


def command(rule: Rule, file: str, packs: Sequence[str] = ()) -> str:
    """The command that mends what a rule is about in a file, "" for wherever it is; of what has to
    be done by hand, the one that says how. packs: as of `known`."""
    of = [each for each in packs if each != MIRAGE and rule.name in by_name(each).rules.selectable]
    pack = f"--pack {named(of[0])} " if of else ""
    if rule.applicability in (MANUAL, SUGGESTION):
        return f"mirageport explain {pack}{rule.name}"
    review = "--review " if rule.applicability == REVIEW else ""
    return f"mirageport fix {pack}{review}--select {rule.name} {quote(file or '.')}"
