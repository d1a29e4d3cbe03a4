"""For which releases code is written, by what it names: the intervals of the interfaces say it."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from mirageport.api.view import release
from mirageport.diagnostics.context import Context
from mirageport.diagnostics.finding import Notice
from mirageport.ocaml.modules import Unknown
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import READER, label_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.project import Project
    from mirageport.ocaml.analysis import Use
    from mirageport.ocaml.record import Record
    from mirageport.ocaml.tree import Node


class Evidence(NamedTuple):
    """A module, or a value, that some releases alone have. file, start: where it is named first, in
    bytes. since, until: its first and its last release, "" where that is open."""

    name: str
    file: str
    start: int
    since: str
    until: str


def evidence(context: Context) -> list[Evidence]:
    """What a file says of the releases that it is written for, in the order of the text."""
    first: dict[str, int] = {}
    for node in context.gathered(_known):
        head = _head(node)
        first[head] = min(node.start, first.get(head, node.start))
    interval = context.library.interval
    found = [Evidence(name, context.name, at, *interval(name)) for name, at in first.items()]
    found = [each for each in found if each.since or each.until]
    telling = {each.name for each in found}
    found += [each for each in values(context) if each.name.split(".")[0] not in telling]
    found += _dated_later(context)
    return sorted(found, key=attrgetter("start"))


def _dated_later(context: Context) -> list[Evidence]:
    """What came with a release of the product after the target, each where it is named first."""
    found: dict[str, Evidence] = {}
    for start, end, since in _later(context):
        name = context.source.text(start, end).split()[0]
        if context.library.is_dated(name):
            found.setdefault(name, Evidence(name, context.name, start, since, ""))
    return list(found.values())


def values(context: Context) -> list[Evidence]:
    """What the values that a file uses say of the releases that it is written for, and the labels
    that only some releases have, each where it is used first."""
    library = context.library
    found: dict[str, Evidence] = {}
    for use, label in _labelled(context):
        path = use.item.path
        bounds = library.lived(path, label)
        name = f"{path} ~{label}" if label else path
        if label and bounds == library.lived(path):
            continue
        if library.is_dated(path) and any(bounds) and name not in found:
            found[name] = Evidence(name, context.name, use.node.start, *bounds)
    return list(found.values())


def began(context: Context) -> str:
    """The first release that has all that a file names; "" where nothing tells."""
    return max((each.since for each in evidence(context) if each.since), key=release, default="")


def came(context: Context) -> tuple[str, Node] | None:
    """The latest release with which something came that a file uses, and the first use of that."""
    modules = context.analysis.module_uses.items()
    uses = [(node, each.item.since) for node, each in modules if each.item is not None]
    uses += [(u.node, context.library.came(u.item.path, label)) for u, label in _labelled(context)]
    goal = release(context.pack.release)
    dated = [(since, node) for node, since in uses if since and release(since) <= goal]
    return max(dated, key=lambda each: (release(each[0]), -each[1].start), default=None)


def is_beyond(project: Project) -> bool:
    """Whether a project is for releases after the target: it names what came later, and nothing
    that ended before. There is nothing to port to the target then, and what looks like older code
    is newer."""
    return project.once("beyond the target", lambda: _is_beyond(project))


def _is_beyond(project: Project) -> bool:
    if not project.pack.library.has_later:
        return False
    contexts = [Context(project, name) for name in project.names]
    if not any(map(_dated_later, contexts)):
        return False
    return not ended_before(project, project.pack.release)


def ended_before(project: Project, than: str) -> bool:
    """Whether a project names what ended before a release."""
    contexts = (Context(project, name) for name in project.names)
    ends = (each.until for context in contexts for each in evidence(context))
    return any(until and release(until) < release(than) for until in ends)


def is_older(context: Context, than: str) -> bool:
    """Whether a file uses a value, or a label of one, that ended before a release, which is not
    after the target."""
    ends = (context.library.lived(use.item.path, label)[1] for use, label in _labelled(context))
    return any(until and release(until) < release(than) for until in ends)


def _labelled(context: Context) -> Iterator[tuple[Use, str]]:
    """The uses of values of interfaces, once without a label and once with each that is given."""
    for use in context.analysis.uses:
        for label in ("", *filter(None, map(label_of, use.arguments))):
            yield use, label


def newer(context: Context) -> Iterator[Notice]:
    """What code names of a release after the target, where only a part of the project does: it is
    left alone."""
    found = _later(context)
    if found and not is_beyond(context.project):
        start, end, since = min(found)
        more = f", nor are {len(found) - 1} more names" if len(found) > 1 else ""
        name = context.source.text(start, end)
        came = "is of" if context.library.is_dated(name) else "came to its library by"
        said = f"`{name}` {came} release {since} and is not changed{more}"
        yield Notice(context.name, start, end, said)


def _later(context: Context) -> list[tuple[int, int, str]]:
    """What a file names that came after the target: the bytes of the name, and its release."""
    library = context.library
    unresolved = context.gathered(_unresolved) if library.has_later else []
    if not unresolved:
        return []
    heads = {_head(node) for node in context.gathered(_known)}
    later = {name: since for head in heads for name, since in library.later(head).items()}
    lacked, bound = set(context.gathered(_lacked)), set(context.gathered(_bound))
    found: set[tuple[int, int, str]] = set()
    for node in unresolved:
        head, _dot, rest = READER.text(node).partition(".")
        since = ""
        if library.module(head) is not None:
            since = library.later(head).get(rest.partition(".")[0], "")
        elif node in lacked:
            since = later.get(rest.rpartition(".")[2], "")
        elif head not in bound:
            since = library.arrived(head)
        if since:
            found.add((node.start, node.end, since))
    return sorted(found)


def _head(node: Node) -> str:
    return READER.text(node).partition(".")[0]


def _known(records: list[Record]) -> list[Node]:
    """The paths of modules and module types of interfaces."""
    found = []
    for record in records:
        found += [use.node for use in record.type_uses if use.module_type.item and _path(use.node)]
        found += [use.path for use in record.opens if use.module.permanent]
        found += [node for node, module in record.module_refs.items() if module.permanent]
    return found


def _unresolved(records: list[Record]) -> list[Node]:
    """The paths of values, module types and modules of which no interface of the target says
    anything."""
    found = _lacked(records)
    for record in records:
        found += [use.node for use in record.unknown if _path(use.node)]
        for functor in record.functors:
            for parameter in functor.parameters:
                if isinstance(parameter.module, Unknown) and parameter.type_node:
                    found.append(parameter.type_node)
    return found


def _lacked(records: list[Record]) -> list[Node]:
    """The paths of values that a module which is known does not have."""
    return [node for record in records for node in record.missing]


def _bound(records: list[Record]) -> list[str]:
    """The names of the modules that the file defines, or that something is known of."""
    defined = [node.first("module_name") for record in records for node in record.modules]
    named = [node for record in records for node in record.module_refs]
    return [_head(node) for node in (*defined, *named) if node is not None]


def _path(node: Node) -> bool:
    """Whether a name is written behind that of a module."""
    return READER.text(node)[:1].isupper()
