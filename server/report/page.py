"""A report as one page of HTML that needs nothing else: no script, no font, no picture from
anywhere, light or dark as the reader has it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from mirageport.server import home
from mirageport.server.output import plain
from mirageport.server.packs import PACK
from mirageport.server.report.model import FIX, FIX_REVIEW, PERSON, WHO, Entry, Standing, steps
from mirageport.server.report.plot import svg

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mirageport.server.report.model import Tally
    from mirageport.server.report.plot import Point

_CLASS = {FIX: "fix", FIX_REVIEW: "review", PERSON: "person"}
_BY = {
    FIX: ("By a command", "<code>mirageport fix</code>: keeps the meaning."),
    FIX_REVIEW: (
        "By a command, then a review",
        "<code>mirageport fix --review</code>: the types are right, but it makes a choice for you.",
    ),
    PERSON: ("By hand", "There is no fix; each message says what to write."),
}

_STYLE = """
:root { color-scheme: light dark; --text: #1d2329; --dim: #5c6773; --back: #fff; --card: #f5f7f9;
  --line: #dde3e8; --fix: #2f6fb3; --review: #b7791f; --person: #c2413b; --done: #1f8f5f; }
@media (prefers-color-scheme: dark) { :root { --text: #e3e8ed; --dim: #9aa6b2; --back: #14181c;
  --card: #1c2228; --line: #313a43; --fix: #6aa9ee; --review: #e0a84c; --person: #f0766f;
  --done: #4cc38a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 60rem; color: var(--text);
  background: var(--back); font: 1rem/1.5 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.6rem; } h2 { margin: 2.5rem 0 .75rem; font-size: 1.2rem; }
h3 { margin: 0; font-size: 1rem; } p { margin: .25rem 0; } .dim { color: var(--dim); }
code, pre { font: .875rem/1.45 ui-monospace, monospace; }
pre { margin: .4rem 0 0; padding: .5rem .75rem; overflow-x: auto; background: var(--card);
  border: 1px solid var(--line); border-radius: .4rem; }
.bar { display: flex; height: .7rem; overflow: hidden; border-radius: .35rem;
  background: var(--line); }
.bar span { height: 100%; } .bar .done { background: var(--done); }
.bar .fix { background: var(--fix); } .bar .review { background: var(--review); }
.bar .person { background: var(--person); }
header .bar { margin: 1rem 0 .5rem; height: 1.1rem; }
.cards { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); }
.card { padding: .75rem 1rem; background: var(--card); border: 1px solid var(--line);
  border-top: .25rem solid var(--line); border-radius: .4rem; }
.card b { font-size: 1.6rem; } .card.fix { border-top-color: var(--fix); }
.card.review { border-top-color: var(--review); } .card.person { border-top-color: var(--person); }
table { width: 100%; border-collapse: collapse; } td, th { padding: .35rem .5rem; text-align: left;
  border-bottom: 1px solid var(--line); vertical-align: middle; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
td.wide { width: 35%; min-width: 6rem; } a { color: var(--done); }
details { margin: .5rem 0; border: 1px solid var(--line); border-radius: .4rem; }
summary { padding: .5rem .75rem; cursor: pointer; }
.entry { padding: .6rem .75rem; border-top: 1px solid var(--line);
  border-left: .25rem solid var(--line); } .entry.fix { border-left-color: var(--fix); }
.entry.review { border-left-color: var(--review); }
.entry.person { border-left-color: var(--person); }
mark { color: inherit; background: color-mix(in srgb, var(--person) 25%, transparent); }
.fix mark { background: color-mix(in srgb, var(--fix) 25%, transparent); }
.review mark { background: color-mix(in srgb, var(--review) 25%, transparent); }
svg { width: 100%; height: auto; } svg text { fill: var(--dim); font: 11px system-ui, sans-serif; }
svg .grid { stroke: var(--line); } svg circle { fill: var(--text); }
svg .fix { fill: var(--fix); } svg .review { fill: var(--review); }
svg .person { fill: var(--person); } svg polygon { opacity: .75; }
"""


def page(
    found: Standing, paths: Sequence[str], history: Sequence[Point] = (), name: str = ""
) -> str:
    """The whole page. paths: what the report is about, as it was asked for. name: what it is
    called, where that says more."""
    target = " and ".join(found.targets) or PACK.target
    title = f"The port of {_text(name or ' '.join(paths))} to {target}"
    parts = [
        _header(found, title),
        _cards(found),
        _history(history),
        _steps(found, paths),
        _table("What is left, by step", "Step", found.steps, lambda tally: _text(tally.name)),
        _table("What is left, by file", "File", found.files, _file),
        _table("What is left, by rule", "Rule", found.rules, _rule),
        _entries(found),
        _unread(found),
    ]
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(part for part in parts if part)
        + "\n</body>\n</html>\n"
    )


def _text(text: str) -> str:
    """Any text as HTML; what a terminal would act on is written out here too."""
    return escape(plain(text))


def _header(found: Standing, title: str) -> str:
    whole = found.left + found.ported
    percent = int(found.share * 100)
    return (
        f"<header><h1>{title}</h1>{_bar(found.ported, found.who, whole)}"
        f"<p><b>{percent} % done</b>: {found.ported} places ported, {found.left} left.</p></header>"
    )


def _bar(done: int, who: tuple[int, int, int], whole: int) -> str:
    """A bar of what is done and what is left, each kind with its colour."""
    counts = (("done", done), *((_CLASS[name], n) for name, n in zip(WHO, who, strict=True)))
    label = ", ".join(f"{count} {name}" for name, count in counts)
    spans = "".join(
        f'<span class="{name}" style="width:{100 * count / whole:.2f}%"></span>'
        for name, count in counts
        if count
    )
    return f'<div class="bar" role="img" aria-label="{label}">{spans}</div>'


def _cards(found: Standing) -> str:
    cards = []
    for who, count in zip(WHO, found.who, strict=True):
        title, text = _BY[who]
        cards.append(
            f'<div class="card {_CLASS[who]}"><b>{count}</b><h3>{title}</h3>'
            f'<p class="dim">{text}</p></div>'
        )
    return f'<h2>What is left to do</h2><div class="cards">{"".join(cards)}</div>'


def _history(points: Sequence[Point]) -> str:
    if not points:
        return ""
    rows = "".join(
        f"<tr><td>{point.day}</td><td><code>{_text(point.commit[:10]) or 'now'}</code></td>"
        f'<td class="number">{point.left}</td><td class="number">{point.done}</td></tr>'
        for point in reversed(points)
    )
    return (
        f"<h2>What was left, commit by commit</h2>{svg(points)}"
        "<details><summary>The same as a table</summary><table><tr><th>Date</th><th>Commit</th>"
        f'<th class="number">Left</th><th class="number">Done</th></tr>{rows}</table></details>'
    )


def _steps(found: Standing, paths: Sequence[str]) -> str:
    commands = steps(found, paths)
    if not commands:
        return ""
    return f"<h2>What to run next</h2><pre>{_text_lines(commands)}</pre>"


def _text_lines(lines: Sequence[str]) -> str:
    return "\n".join(_text(line) for line in lines)


def _table(title: str, head: str, tallies: Sequence[Tally], cell: Callable[[Tally], str]) -> str:
    left = [tally for tally in tallies if tally.left]
    if not left:
        return ""
    rows = "".join(
        f'<tr><td>{cell(tally)}</td><td class="number">{tally.left}</td><td class="wide">'
        f"{_bar(tally.done, tally.who, tally.left + tally.done)}</td></tr>"
        for tally in left
    )
    return (
        f'<h2>{title}</h2><table><tr><th>{head}</th><th class="number">Left</th><th></th></tr>'
        f"{rows}</table>"
    )


def _file(tally: Tally) -> str:
    return f'<a href="#{_anchor(tally.name)}"><code>{_text(tally.name)}</code></a>'


def _rule(tally: Tally) -> str:
    return f"{_rule_link(tally.name)} <span class='dim'>{_text(tally.title)}</span>"


def _rule_link(name: str) -> str:
    address = home.page(name)
    code = f"<code>{name}</code>"
    return f'<a href="{escape(address)}">{code}</a>' if address else code


def _anchor(file: str) -> str:
    """A name for a place in the page that any file's name gives."""
    return "file-" + file.encode("utf-8", "surrogateescape").hex()


def _entries(found: Standing) -> str:
    if not found.entries:
        return "<h2>Nothing is left</h2>" if not found.unread else ""
    files: dict[str, list[Entry]] = {}
    for entry in found.entries:
        files.setdefault(entry.file, []).append(entry)
    parts = [
        f'<details open id="{_anchor(name)}"><summary><code>{_text(name)}</code> '
        f'<span class="dim">{len(own)} left</span></summary>{"".join(map(_entry, own))}</details>'
        for name, own in files.items()
    ]
    return f"<h2>Each finding</h2>{''.join(parts)}"


def _entry(entry: Entry) -> str:
    kind = _CLASS[entry.who]
    return (
        f'<div class="entry {kind}"><p class="dim">Line {entry.line} · {_rule_link(entry.rule)} · '
        f"{_BY[entry.who][0].lower()}</p><p>{_text(entry.message)}</p>"
        f"<pre>{_marked(entry)}</pre></div>"
    )


def _marked(entry: Entry) -> str:
    """The line, with the place it is about marked."""
    code = entry.code
    first = entry.column - 1
    last = entry.end_column - 1 if entry.end_line == entry.line else len(code)
    return f"{_text(code[:first])}<mark>{_text(code[first:last])}</mark>{_text(code[last:])}"


def _unread(found: Standing) -> str:
    if not found.unread:
        return ""
    rows = "".join(
        f"<li><code>{_text(file)}</code>: {_text(why)}</li>" for file, why in found.unread
    )
    return f"<h2>Not checked</h2><ul>{rows}</ul>"
