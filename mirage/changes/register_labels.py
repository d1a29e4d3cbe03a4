"""What `register` was given for all jobs together: each job is given its packages since 4.5.

Facts: mirage v4.4.2 lib/mirage/mirage.mli (`register ?packages ?tracing`), v4.11.1 lib/mirage.mli
(`main ?packages`; entries of one name are merged over all jobs).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import MANUAL, REVIEW
from mirageport.diagnostics.spans import item, with_gap
from mirageport.mirage.changes.package_lists import added
from mirageport.ocaml.tree import NO_NODE, label_of, unwrapped, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Edit, Finding, Node, Use

PACKAGES = "register-packages"

_JOBS = ("Mirage.foreign", "Mirage.main")
_LISTS = ("list_expression", "empty_list")


def find(context: Context) -> Iterator[Finding]:
    """`register ~packages` and `register ~tracing`."""
    registers = context.ruled(PACKAGES)
    for use, rule in registers:
        for label in use.arguments:
            name = label_of(label)
            if name == "tracing":
                yield context.finding(
                    rule,
                    label,
                    rewriting("Remove `~tracing`", _without(context, label)),
                    item=use.item.path,
                    applicability=REVIEW,
                    message=f"`~tracing` of `register` was removed in {context.target}.",
                )
            elif name == "packages":
                jobs = [u for u in context.analysis.uses if u.item.path in _JOBS and u.call]
                read = len(registers) == 1 and not context.tree.broken
                edits = _moved(context, label, jobs) if read else []
                yield context.finding(
                    rule,
                    label,
                    rewriting("Give the packages to each job", edits),
                    item=use.item.path,
                    applicability=(REVIEW if len(jobs) > 1 else "") if edits else MANUAL,
                )


def _without(context: Context, label: Node) -> list[Edit]:
    """The label removed, and the `let` of its value where nothing else names it."""
    found = [context.remove(with_gap(label))]
    given = unwrapped(value_of(label))
    pattern = context.bound(given)
    binding = pattern.above
    if binding.kind == "let_binding" and len(context.references(pattern)) == 1:
        if len(binding.above.of("let_binding")) == 1:
            found.append(context.remove(item(context.source, binding.above)))
    return found


def _moved(context: Context, label: Node, jobs: list[Use]) -> list[Edit]:
    """The edits that give the packages to each of the jobs; none where there are none, or where
    something that the list needs comes after a job."""
    given = unwrapped(value_of(label))
    pattern, listed = context.bound(given), context.analysis.defined_as(given) or given
    first = min((use.node.start for use in jobs), default=0)
    above = not pattern or pattern.start < first
    content = given if above else listed
    if not jobs or not _known_at(context, content, first):
        return []
    found = [context.remove(with_gap(label))] if above else _without(context, label)
    for use in jobs:
        found += _given(context, use, content)
    return found


def _known_at(context: Context, content: Node, at: int) -> bool:
    names = [node for node in content.descendants() if node.kind == "value_path"]
    bound = [context.bound(node) for node in names]
    return all(not pattern or pattern.start < at or _inside(pattern, content) for pattern in bound)


def _inside(node: Node, outer: Node) -> bool:
    return outer.start <= node.start and node.end <= outer.end


def _given(context: Context, use: Use, content: Node) -> Iterator[Edit]:
    """The packages as those of one job, or behind those that it has."""
    text = context.text(content)
    own = next((node for node in use.arguments if label_of(node) == "packages"), NO_NODE)
    value = unwrapped(value_of(own)) if own else NO_NODE
    if not own:
        label = "~packages" if text == "packages" else f"~packages:{_argument(content, text)}"
        yield context.insert(use.node.end, f" {label}")
    elif value.kind in _LISTS and content.kind in _LISTS:
        have = {context.text(node) for node in value.named_children}
        new = [context.text(node) for node in content.named_children]
        new = [each for each in new if each not in have]
        if new:
            yield added(context, value, "; ".join(new))
    elif context.text(value) != text:
        label = f"~packages:({context.text(value)} @ {text})"
        yield context.replace(own, label)


def _argument(content: Node, text: str) -> str:
    return text if content.kind in (*_LISTS, "value_path") else f"({text})"
