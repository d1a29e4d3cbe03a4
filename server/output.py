"""What is printed for programs (json, github and sarif), and what is counted.

What people read is in `server.text`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mirageport.api.view import release
from mirageport.diagnostics.finding import MANUAL, REVIEW, SAFE, SUGGESTION
from mirageport.mirage.releases import TARGET, onward, release_name, span
from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mirageport.diagnostics.finding import Finding, Notice
    from mirageport.diagnostics.releases import Evidence
    from mirageport.ocaml.source import Source
    from mirageport.server.files import Trouble

FORMATS = ("text", "concise", "json", "github", "sarif")


class Result(NamedTuple):
    """All that a check found. findings: with the text each stands in. others: the texts of the
    other places that findings name, by file. judged: whether the self-check ran; unknown: the
    modules without an interface that it met; unjudged: the files it could not judge to their end.
    hidden: how many findings a baseline knows already. releases: what says for which releases the
    code is written, with the text it stands in. target: the release of Mirage that it is ported to,
    "" where Mirage's pack is not used.
    packs: the names of the packs of data that looked for what ended before their targets."""

    findings: list[tuple[Finding, Source]]
    notices: list[tuple[Notice, Source]]
    troubles: list[Trouble]
    others: dict[str, Source]
    judged: bool = False
    unknown: tuple[str, ...] = ()
    unjudged: tuple[str, ...] = ()
    hidden: int = 0
    releases: tuple[tuple[Evidence, Source], ...] = ()
    target: str = TARGET
    packs: tuple[str, ...] = ()

    @property
    def left(self) -> int:
        """How many findings are more than suggestions."""
        return sum(1 for finding, _ in self.findings if finding.applicability != SUGGESTION)


def joined(results: list[Result], troubles: list[Trouble]) -> Result:
    """One result of many. troubles: what stood in the way before."""
    findings = [finding for result in results for finding in result.findings]
    notices = [notice for result in results for notice in result.notices]
    others = {name: text for result in results for name, text in result.others.items()}
    failed = [trouble for result in results for trouble in result.troubles]
    return Result(
        findings,
        notices,
        [*troubles, *failed],
        others,
        any(result.judged for result in results),
        tuple(sorted({name for result in results for name in result.unknown})),
        tuple(sorted({name for result in results for name in result.unjudged})),
        releases=tuple(each for result in results for each in result.releases),
        target=max(
            filter(None, (each.target for each in results)),
            key=release,
            default="" if results else TARGET,
        ),
        packs=tuple(dict.fromkeys(name for result in results for name in result.packs)),
    )


def plain(text: str) -> str:
    """Text without control characters, which a terminal would act on. A byte of a file's name that
    is no text is written as that byte, `\\xff`."""
    if text.isprintable():  # as nearly all is
        return text
    return "".join(c if c.isprintable() or c == "\t" else _escape(ord(c)) for c in text)


def _escape(code: int) -> str:
    # Python keeps a byte that is no text as a lone surrogate, U+DC80 and on.
    return f"\\x{code & 0xFF if 0xDC80 <= code <= 0xDCFF else code:02x}"


def counted(findings: Iterable[Finding]) -> str:
    """How many findings are left, by who makes the change."""
    counts: dict[str, int] = {}
    for finding in findings:
        counts[finding.applicability] = counts.get(finding.applicability, 0) + 1
    suggestions = counts.pop(SUGGESTION, 0)
    parts = [
        f"{counts[key]} {name}"
        for key, name in ((SAFE, "safe"), (REVIEW, "to review"), (MANUAL, "by hand"))
        if key in counts
    ]
    said = f"{sum(counts.values())} left"
    if parts:
        said += f": {', '.join(parts)}"
    return f"{said}, {suggestions} suggestion{'s' * (suggestions != 1)}" if suggestions else said


def summary(result: Result) -> str:
    """What is left, in one line."""
    suggestions = len(result.findings) - result.left
    more = f", {suggestions} suggestion{'s' * (suggestions != 1)}" if suggestions else ""
    if result.hidden:
        more += f", {result.hidden} hidden by the baseline"
    if not result.left:
        if result.judged:
            return f"Nothing is left in what could be judged{more}.{_unjudged(result)}"
        if not result.packs and not result.target:
            return "Nothing was looked for, as no pack that was chosen can be used."
        where = " in what could be read" if result.troubles else ""
        old = "Mirage 2 API" if result.target == TARGET else "API that ended before the target"
        if result.packs:
            from mirageport.server.packs import by_name

            ended = " or ".join(by_name(name).target for name in result.packs)
            more_old = f"API that ended before {ended}"
            old = f"{old} and no {more_old}" if result.target else more_old
        return f"No {old} found{where}{more}."
    kinds = counted(finding for finding, _ in result.findings).partition(": ")[2]
    files = len({finding.file for finding, _ in result.findings})
    hidden = f", {result.hidden} hidden by the baseline" if result.hidden else ""
    left = f"{result.left} left in {files} file{'s' * (files != 1)}: {kinds}{hidden}."
    return left + _unjudged(result)


def releases(result: Result) -> list[str]:
    """For which releases the code is written, with what says so: a line for each span."""
    folders: dict[str, list[tuple[Evidence, Source]]] = {}
    for evidence, source in result.releases:
        folders.setdefault(evidence.file.rpartition("/")[0], []).append((evidence, source))
    lines: dict[str, list[str]] = {}
    for found in folders.values():
        decisive, spans = _decisive(found)
        named = dict.fromkeys(_named(*each) for each in decisive)
        lines.setdefault(spans, []).append(" and ".join(named))
    to = f"; target {result.target}" if result.target not in (TARGET, "") else ""
    said = [f"Written {spans}: {on[0]}{_more(len(on) - 1)}{to}." for spans, on in lines.items()]
    further = leads_on(result)
    if further:
        name = release_name(further)
        said.append(f"`mirageport fix --target {further}` leads on to {name}.")
    return said


def leads_on(result: Result) -> str:
    """The next target, for code that is at this one already; "" where there is none."""
    at = any(each.since and release(each.since) >= release(TARGET) for each, _ in result.releases)
    return onward(result.target) if at and not result.left else ""


def _more(folders: int) -> str:
    return f", and {folders} more folder{'s' * (folders != 1)}" if folders else ""


def _decisive(
    found: list[tuple[Evidence, Source]],
) -> tuple[list[tuple[Evidence, Source]], str]:
    """What decides for which releases a unikernel is written, and these: two spans where it is
    ported in part. A module decides before a value that says the same."""
    found = sorted(found, key=lambda each: "." in each[0].name)
    ended = [each for each in found if each[0].until]
    begun = [each for each in found if each[0].since]
    last = [min(ended, key=lambda each: release(each[0].until))] if ended else []
    first = [max(begun, key=lambda each: release(each[0].since))] if begun else []
    until = last[0][0].until if last else ""
    since = first[0][0].since if first else ""
    if since and until and release(since) > release(until):
        old, new = (span(each.since, each.until) for each, _source in (*last, *first))
        return [*last, *first], f"in part for {old}, in part for {new}"
    return [*last, *first], f"for {span(since, until)}"


def _named(evidence: Evidence, source: Source) -> str:
    line = source.line_of(evidence.start) + 1
    return f"`{plain(evidence.name)}` in {plain(evidence.file)}:{line}"


def _unjudged(result: Result) -> str:
    """What the self-check could not judge."""
    parts = []
    if result.unknown:
        parts.append(f"modules without an interface ({', '.join(map(plain, result.unknown))})")
    if result.unjudged:
        parts.append(f"what cannot be read in {', '.join(map(plain, result.unjudged))}")
    return f" Not judged: {', '.join(parts)}." if parts else ""


def statistics(result: Result) -> str:
    """How many findings each rule has, the most frequent first."""
    counts: dict[tuple[str, str], int] = {}
    for finding, _source in result.findings:
        key = (finding.rule, finding.applicability)
        counts[key] = counts.get(key, 0) + 1
    width = len(str(max(counts.values(), default=0)))
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    lines = [f"{count:{width}}  {rule}  ({kind})" for (rule, kind), count in rows]
    return "".join(f"{line}\n" for line in [*lines, summary(result)])


def record(finding: Finding, source: Source, others: dict[str, Source]) -> dict[str, Any]:
    """A finding for json: 1-based lines, and columns in Unicode characters. others: the texts of
    the other places it names."""
    from mirageport.server.packs import PACK

    related = [
        {
            "file": place.file,
            "start": _position(others[place.file], place.start),
            "end": _position(others[place.file], place.end),
            "message": place.message,
        }
        for place in finding.related
        if place.file in others
    ]
    return {
        "file": finding.file,
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity,
        "applicability": finding.applicability,
        "start": _position(source, finding.start),
        "end": _position(source, finding.end),
        "message": finding.message,
        **({"aliases": former} if (former := PACK.rules.aliases(finding.rule)) else {}),
        **({"related": related} if related else {}),
    }


def _position(source: Source, offset: int) -> dict[str, int]:
    line, column = source.position(offset)
    return {"line": line + 1, "column": column + 1}


def json(result: Result) -> str:
    """One object: findings, notices, errors, and how many are left."""
    return dumped(
        {
            "findings": [record(found, text, result.others) for found, text in result.findings],
            "notices": [
                {"file": n.file, "start": _position(source, n.start), "message": n.message}
                for n, source in result.notices
            ],
            "errors": [{"file": t.path, "message": t.why} for t in result.troubles],
            "releases": [
                {
                    "file": evidence.file,
                    "line": source.line_of(evidence.start) + 1,
                    "name": evidence.name,
                    "from": evidence.since or None,
                    "until": evidence.until or None,
                }
                for evidence, source in result.releases
            ],
            **({"onward": further} if (further := leads_on(result)) else {}),
            "summary": {
                "findings": len(result.findings),
                "left": result.left,
                **({"text": summary(result)} if result.judged else {}),
            },
        }
    )


def dumped(value: dict[str, Any]) -> str:
    """JSON that people can read and every terminal and every encoding can take: what a terminal
    would act on, and the bytes of a file name that are no text, are escaped."""
    from json import dumps

    lines = dumps(value, indent=2, ensure_ascii=False).split("\n")
    for number, line in enumerate(lines):
        if not line.isprintable():
            lines[number] = "".join(c if c.isprintable() else dumps(c)[1:-1] for c in line)
    return "\n".join([*lines, ""])


def github(result: Result) -> str:
    """Workflow commands that annotate the lines of a pull request."""
    kinds = {"error": "error", "warning": "warning"}
    lines = []
    for finding, source in result.findings:
        line, column = source.position(finding.start)
        kind = kinds.get(finding.severity, "notice")
        where = f"file={_escaped(finding.file, True)},line={line + 1},col={column + 1}"
        message = _escaped(finding.message)
        lines.append(f"::{kind} {where},title=mirageport {finding.rule}::{message}\n")
    return "".join(lines)


def _escaped(value: str, in_property: bool = False) -> str:
    value = value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    if in_property:
        value = value.replace(":", "%3A").replace(",", "%2C")
    return plain(value)


def sarif(result: Result, version: str) -> str:
    """A SARIF 2.1.0 log with one run."""
    from mirageport.server import home
    from mirageport.server.packs import explaining, rule

    levels = {"error": "error", "warning": "warning"}
    names = sorted({finding.rule for finding, _ in result.findings})
    rules = [
        {
            "id": name,
            "shortDescription": {"text": rule(name, result.packs).title},
            "help": {"text": explaining(name, result.packs)},
            **({"helpUri": address} if (address := home.page(name)) else {}),
        }
        for name in names
    ]
    results = [
        {
            "ruleId": finding.rule,
            "ruleIndex": names.index(finding.rule),
            "level": levels.get(finding.severity, "note"),
            "message": {"text": finding.message},
            "locations": [
                {"physicalLocation": _location(finding.file, finding.start, finding.end, source)}
            ],
            **_related_locations(finding, result.others),
        }
        for finding, source in result.findings
    ]
    driver = {
        "name": "mirageport",
        "version": version,
        **({"informationUri": home.HOME} if home.HOME else {}),
        "rules": rules,
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "invocations": [_invocation(result)],
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }
    return dumped(log)


def _invocation(result: Result) -> dict[str, Any]:
    """How the run went: what could not be looked at, and what was looked at in part only."""
    notices = [
        ("error", trouble.why, {"artifactLocation": {"uri": _uri(trouble.path)}})
        for trouble in result.troubles
    ]
    notices += [
        ("note", notice.message, _location(notice.file, notice.start, notice.end, source))
        for notice, source in result.notices
    ]
    return {
        "executionSuccessful": not result.troubles,
        "toolExecutionNotifications": [
            {"level": level, "message": {"text": text}, "locations": [{"physicalLocation": place}]}
            for level, text, place in notices
        ],
    }


def _related_locations(finding: Finding, others: dict[str, Source]) -> dict[str, Any]:
    found = [
        {
            "physicalLocation": _location(place.file, place.start, place.end, others[place.file]),
            "message": {"text": place.message},
        }
        for place in finding.related
        if place.file in others
    ]
    return {"relatedLocations": found} if found else {}


def _location(file: str, first: int, last: int, source: Source) -> dict[str, Any]:
    start, end = _position(source, first), _position(source, last)
    return {
        "artifactLocation": {"uri": _uri(file)},
        "region": {
            "startLine": start["line"],
            "startColumn": start["column"],
            "endLine": end["line"],
            "endColumn": end["column"],
        },
    }


def _uri(file: str) -> str:
    """A file name as a relative (or absolute) URI reference."""
    import os
    from urllib.parse import quote

    return quote(os.fsencode(file.replace(os.sep, "/")))
