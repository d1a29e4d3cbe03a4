"""What the command line prints: findings as text for people, or json, github and sarif for
programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mirageport.diagnostics.finding import SUGGESTION
from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.finding import Finding, Notice
    from mirageport.ocaml.source import Source
    from mirageport.server.files import Trouble

FORMATS = ("text", "json", "github", "sarif")

PAGES = "https://github.com/mirageport/mirageport/blob/main/mirage/rules/"

_COLOURS = {"error": "31", "warning": "33", "information": "36", "hint": "36"}


class Result(NamedTuple):
    """All that a check found. findings: with the text each stands in. others: the texts of the
    other places that findings name, by file. judged: whether the self-check ran; unknown: the
    modules without an interface that it met; unjudged: the files it could not judge to their end.
    hidden: how many findings a baseline knows already."""

    findings: list[tuple[Finding, Source]]
    notices: list[tuple[Notice, Source]]
    troubles: list[Trouble]
    others: dict[str, Source]
    judged: bool = False
    unknown: tuple[str, ...] = ()
    unjudged: tuple[str, ...] = ()
    hidden: int = 0

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


# Characters of code shown on each side of a finding: a generated line can be megabytes long.
_SIDE = 100


def text(result: Result, colour: bool, quiet: bool) -> str:
    """Findings with the line they stand on, a mark under the place, and a summary."""
    lines: list[str] = []
    for finding, source in result.findings:
        lines.extend(_finding(finding, source, colour, quiet))
        if not quiet:
            lines.extend(_related(finding, result.others))
    for notice, _source in result.notices:
        lines.append(f"{plain(notice.file)}: note: {plain(notice.message)}")
    if not quiet:
        lines.append(_summary(result))
    return "".join(f"{line}\n" for line in lines)


def _finding(finding: Finding, source: Source, colour: bool, quiet: bool) -> list[str]:
    line, column = source.position(finding.start)
    severity = finding.severity
    if colour:
        severity = f"\033[{_COLOURS[severity]}m{severity}\033[0m"
    place = f"{plain(finding.file)}:{line + 1}:{column + 1}"
    how = {"manual": "by hand", "suggestion": "suggestion"}.get(
        finding.applicability, f"{finding.applicability} fix"
    )
    head = f"{place}: {severity}: {plain(finding.message)} [{finding.rule}, {how}]"
    if quiet:
        return [head]
    return [head, *_shown(source, finding, line)]


def _shown(source: Source, finding: Finding, line: int) -> list[str]:
    """The line of a finding with a mark under it, as much of it as a person can take in."""
    first, last = source.line_starts[line], source.line_end(line)
    start, end = finding.start, max(finding.start, min(finding.end, last))
    # A character takes at most four bytes; one that is cut falls away with the rest.
    before = source.text(max(first, start - 4 * _SIDE), start)[-_SIDE:]
    flagged = source.text(start, min(end, start + 4 * _SIDE))[:_SIDE]
    after = source.text(end, min(last, end + 4 * _SIDE))[:_SIDE]
    cut = "..." if len(before.encode("utf-8", "replace")) < start - first else ""
    pad = "\t".join(" " * len(plain(part)) for part in before.split("\t"))
    return [
        f"    {cut}{plain(before)}{plain(flagged)}{plain(after)}",
        f"    {' ' * len(cut)}{pad}{'^' * max(len(plain(flagged)), 1)}",
    ]


def _related(finding: Finding, others: dict[str, Source]) -> Iterator[str]:
    """The other places of a finding, one line each."""
    for place in finding.related:
        if place.file in others:
            line, column = others[place.file].position(place.start)
            yield f"    {plain(place.file)}:{line + 1}:{column + 1}: {plain(place.message)}"


def _summary(result: Result) -> str:
    suggestions = len(result.findings) - result.left
    more = f", {suggestions} suggestion{'s' * (suggestions != 1)}" if suggestions else ""
    if result.hidden:
        more += f", {result.hidden} hidden by the baseline"
    if not result.left:
        if result.judged:
            return f"Nothing is left in what could be judged{more}.{_unjudged(result)}"
        where = " in what could be read" if result.troubles else ""
        return f"No Mirage 2 API found{where}{more}."
    counts: dict[str, int] = {}
    for finding, _source in result.findings:
        counts[finding.applicability] = counts.get(finding.applicability, 0) + 1
    parts = [
        f"{counts[key]} {name}"
        for key, name in (("safe", "safe"), ("review", "to review"), ("manual", "by hand"))
        if key in counts
    ]
    files = len({finding.file for finding, _ in result.findings})
    left = f"{result.left} left in {files} file{'s' * (files != 1)}: {', '.join(parts)}{more}."
    return left + _unjudged(result)


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
    return "".join(f"{line}\n" for line in [*lines, _summary(result)])


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
        **({"aliases": former} if (former := PACK.rules.rule(finding.rule).aliases) else {}),
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
            "summary": {
                "findings": len(result.findings),
                "left": result.left,
                **({"text": _summary(result)} if result.judged else {}),
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
    from mirageport.server.packs import PACK

    levels = {"error": "error", "warning": "warning"}
    names = sorted({finding.rule for finding, _ in result.findings})
    rules = [
        {
            "id": name,
            "shortDescription": {"text": PACK.rules.rule(name).title},
            "helpUri": f"{PAGES}{name}.md",
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
        "informationUri": "https://github.com/mirageport/mirageport",
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
    told = [
        ("error", trouble.why, {"artifactLocation": {"uri": _uri(trouble.path)}})
        for trouble in result.troubles
    ]
    told += [
        ("note", notice.message, _location(notice.file, notice.start, notice.end, source))
        for notice, source in result.notices
    ]
    return {
        "executionSuccessful": not result.troubles,
        "toolExecutionNotifications": [
            {"level": level, "message": {"text": text}, "locations": [{"physicalLocation": place}]}
            for level, text, place in told
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
