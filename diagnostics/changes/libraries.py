"""Libraries that code needs with what an interface has, or with what became of it, and those that
it does not need any more (`[@@port.libraries ..]`).

A page of the kind `library` beside the attribute has the words for it. The libraries go into the
dune file, their packages into `depends` of the opam file, or of the dune-project that makes it.
What is not edited is said: which name to write, and where.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.view import release
from mirageport.diagnostics.changes.values import has_what_is_named
from mirageport.diagnostics.context import Context
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.releases import came
from mirageport.diagnostics.triggers import triggered
from mirageport.ocaml.libraries import Libraries
from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.changes.linking import Done
    from mirageport.diagnostics.kinds import Finding, Item, Node, Record


KIND = "library"


_RULES = {"min": "lower-bound", "drop": "drops-library"}


class Needed(NamedTuple):
    """What a use needs. use: its text. rules: what is known of the item."""

    libraries: Libraries
    rules: tuple[str, ...]
    use: str


def find(context: Context) -> Iterator[Finding]:
    """What a file needs and is not built with: of each library its first use. While a project is
    ported, it is what the file needed before that, too: of what a name became nothing may tell."""
    project, key = context.project, f"libraries of {context.name}"
    found = _needed(context)
    project.once(key, lambda: [need for need, _node in found])
    before: list[Needed] = project.began.once(key, list) if project.began is not None else []
    every = [*found, *((need, context.tree.root.children[0]) for need in before)]
    if not every:
        return
    from mirageport.diagnostics.building import Build
    from mirageport.diagnostics.changes.linking import missing

    said: set[tuple[str, str]] = set()
    build = Build(project, context.name)
    for need, node in every:
        for word, name, first in _steps(need.libraries):
            done = missing(build, word, name, first) if (word, name) not in said else None
            said.add((word, name))
            if done is not None:
                yield _finding(context, node, need, (word, name, first), done)


def _finding(
    context: Context, node: Node, need: Needed, step: tuple[str, str, str], done: Done
) -> Finding:
    word, name, first = step
    page = next(iter(context.rules_of(need.rules, KIND)), None) if word == "add" else None
    rule = page or context.rule(_RULES.get(word, "needs-library"))
    message = rule.message.format(use=need.use, library=name, package=name, release=first)
    hand = f" To write by hand: {'; '.join(done.by_hand)}." if done.by_hand else ""
    title = f"Ask for `{name}` {first}" if word == "min" else f"Add the library `{name}`"
    facts = rewriting(title, done.edits)
    return context.finding(rule, node, facts, message=message + hand)


def _needed(context: Context) -> list[tuple[Needed, Node]]:
    """What each use needs, in the order of the text."""
    found = [
        (Needed(item.libraries, item.changes, context.text(node)), node)
        for node, item in context.gathered(_asking)
    ]
    return sorted(found, key=lambda each: each[1].start)


def _asking(records: list[Record]) -> list[tuple[Node, Item]]:
    """The uses of items that say something of libraries."""
    uses: list[tuple[Node, Item | None]] = []
    for record in records:
        uses += [(use.node, use.item) for use in record.uses]
        for table in (record.named_types, record.field_uses, record.constructor_uses):
            uses += [(use.node, use.item) for use in table.values()]
        for node, module in record.module_uses.items():
            if has_what_is_named(node, module):
                uses.append((node, module.item))
    return [(node, item) for node, item in uses if item is not None and any(item.libraries)]


def _steps(libraries: Libraries) -> Iterator[tuple[str, str, str]]:
    """What is to be looked at: a word, a name, and the first release that will do."""
    releases = dict(libraries.min)
    yield from (("drop", name, "") for name in libraries.drop)
    for word, names in (("add", libraries.add), ("pps", libraries.pps)):
        yield from ((word, name, releases.pop(name.partition(".")[0], "")) for name in names)
    yield from (("min", name, first) for name, first in releases.items())


def bounded(context: Context) -> Iterator[Finding]:
    """The first use of what the library of the pack has since a release that the opam files do not
    ask for. Of several files of a folder the one that needs the latest release is said, once."""
    packages, project = context.pack.packages, context.project
    latest = came(context) if packages else None
    if latest is None:
        return
    since, node = latest
    from mirageport.diagnostics.building import Build
    from mirageport.diagnostics.changes.linking import missing

    build = Build(project, context.name)
    if any(map(build.names, context.pack.shims)):
        return
    own = [manifest for each in build.packages() for manifest in each]
    for package in dict.fromkeys(name for name in packages for m in own if m.named(name)):
        done = missing(build, "min", package, since)
        if done is not None and not _is_said(context, since):
            need = Needed(Libraries(), (), context.text(node))
            yield _finding(context, node, need, ("min", package, since), done)


def _is_said(context: Context, since: str) -> bool:
    """Whether another file beside one needs a later release, or is the first to need this one."""
    project, pack = context.project, context.pack
    for name in project.names:
        if name == context.name or not triggered(pack, project.source(name).data, name):
            continue
        other = came(Context(project, name))
        if other is not None and (release(other[0]), context.name) > (release(since), name):
            return True
    return False
