"""What config.ml may keep as it is, and what means something else for all that."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mirageport.api.fate import was_removed
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import ERROR, SAFE
from mirageport.mirage.changes.config_choices import idioms
from mirageport.mirage.changes.config_packages import registers
from mirageport.mirage.config import is_older, jobs
from mirageport.mirage.releases import TARGET
from mirageport.mirage.workflow.file_names import ocamlified
from mirageport.ocaml.tree import NO_NODE, Arguments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.facts import Rewrite
    from mirageport.diagnostics.kinds import Context, Finding, Node, Use


NOTE = "config-note"
NAME = "register-name"
NETIF = "net-netif-two"
INTERFACES = "interfaces"
GETENV = "mode-getenv"
TARGETS = "targets-added"
CASES = "cases-renamed"
PLACEHOLDER = "config-placeholder"

_PATH = "/"
# What `Printf` reads between two `%`, and no placeholder.
_CONVERSIONS = (b"LX", b"NX")


def notes(context: Context) -> Iterator[Finding]:
    """Functions that behave differently. What breaks a configuration of Mirage 3 too is always
    reported: a path where the page says `path: fails`. Anything else is reported only while
    config.ml is one of Mirage 2."""
    for use, found in context.ruled(NOTE):
        breaks = found.options.get("path") == "fails"
        old = is_older(context.project) or was_removed(context.library, use.item.path)
        wanted = _PATH in _literal(context, use) if breaks else old
        if wanted:
            facts = _beside(context, use) if breaks else None
            yield context.used(found, use, facts, applicability=SAFE if facts else "")


def _beside(context: Context, use: Use) -> Rewrite | None:
    """The fix of a path that only says `./` before a name."""
    name = _literal(context, use).removeprefix("./").removesuffix("/")
    if not name or _PATH in name or name.startswith("."):
        return None
    node = next(node for node in use.arguments if node.kind == "string")
    return rewriting(f"Name it `{name}`", [context.replace(node, f'"{name}"')])


def _literal(context: Context, use: Use) -> str:
    """The string that a call is given, "" when it is not written there."""
    strings = [node for node in use.arguments if node.kind == "string"]
    return context.text(strings[0]).strip('"') if strings else ""


# -- placeholders --------------------------------------------------------------------------------


def placeholders(context: Context) -> Iterator[Finding]:
    """Names such as `%IP%`, outside of comments, that a script replaces."""
    parts = context.source.data.split(b"%") if context.is_config else []
    found, start = context.rule(PLACEHOLDER), 0
    for before, part in pairwise(parts[:-1]):
        start += len(before) + 1
        name = part.replace(b"_", b"")
        if len(name) < 2 or not name.isalnum() or not name.isupper() or part in _CONVERSIONS:
            continue
        if not any(first <= start < last for first, last in context.tree.comments):
            word = f"%{part.decode()}%"
            finding = context.finding(found, context.tree.root, use=word)
            yield finding._replace(start=start - 1, end=start - 1 + len(word))


# -- the name of a unikernel ---------------------------------------------------------------------


def names(context: Context) -> Iterator[Finding]:
    """Names that Mirage 3 changes into one of OCaml's, or does not take."""
    for use in context.gathered(registers):
        given = [node for node in use.arguments if node.kind == "list_expression"]
        if given and given == Arguments(use.arguments).plain:
            yield _unnamed(context, use, given[0])
        name = _literal(context, use)
        new = ocamlified(name)
        if name and not new:
            message = (
                f"{context.target} refuses the name `{name}`, which has no letter, digit or `_`."
            )
            yield _name(context, use, ERROR, message)
        elif new[:1].isdigit():
            message = f"`{name}` begins with a digit: {context.target} refuses it."
            yield _name(context, use, ERROR, message)
        elif name != new and is_older(context.project):
            message = f"{context.target} builds `{new}`: change scripts that name `mir-{name}`."
            yield _name(context, use, "", message)


def _unnamed(context: Context, use: Use, given: Node) -> Finding:
    """`register [ .. ]`: the unikernel is named after the file of its first functor."""
    found = jobs(context.project)
    name = found[0].functor.partition(".")[0].lower() if found else ""
    edits = [context.insert(given.start, f'"{name}" ')] if name else []
    title = f'Name the unikernel "{name}"'
    message = f"`register` of {context.target} takes the unikernel's name before its jobs."
    return context.used(context.rule("job-register"), use, rewriting(title, edits), message=message)


def _name(context: Context, use: Use, severity: str, message: str) -> Finding:
    node = next(node for node in use.arguments if node.kind == "string")
    found = context.rule(NAME)
    return context.finding(found, node, item=use.item.path, severity=severity, message=message)


# -- devices that share a key --------------------------------------------------------------------


def interfaces(context: Context) -> Iterator[Finding]:
    """Network devices of one group: one key, so that both are the same interface. On the way to a
    later target this is reported while config.ml is one of Mirage 2."""
    if context.rules.to != TARGET and not is_older(context.project):
        return
    first: dict[str, str] = {}
    for use, _rule in context.ruled(INTERFACES):
        if not use.call:
            continue
        label = Arguments(use.arguments).labelled.get("group", NO_NODE)
        literal, group = _literal(context, use), context.text(label)
        if literal and group in first and first[group] != literal:
            yield _interface(context, use, literal, group)
        elif literal:
            first[group] = literal


def _interface(context: Context, use: Use, literal: str, group: str) -> Finding:
    binding = use.node.above.above.child("pattern")
    bound = context.text(binding) if binding.kind == "value_name" else ""
    name = bound or f"net{ocamlified(literal)}"
    edits = [] if group else [context.insert(use.node.end, f' ~group:"{name}"')]
    facts = rewriting(f'Put it into a group of its own, "{name}"', edits)
    return context.used(context.rule(NETIF), use, facts)


# -- the environment -----------------------------------------------------------------------------


def environment(context: Context) -> Iterator[Finding]:
    """Environment variables read while configuring, unless a fix does away with them."""
    if not context.is_config or b"getenv" not in context.source.data:
        return
    if not is_older(context.project) or any(True for _ in idioms(context)):
        return
    for node in context.tree.root.descendants():
        if node.kind == "value_path" and context.text(node) in ("Sys.getenv", "Unix.getenv"):
            yield context.finding(context.rule(GETENV), node, use=context.text(node))


# -- targets -------------------------------------------------------------------------------------

_OLD_TARGETS = frozenset(["`Unix", "`Xen", "`MacOSX"])
_WITHIN = (
    *("application_expression", "infix_expression"),
    *("parenthesized_expression", "local_open_expression"),
)


def targets(context: Context) -> Iterator[Finding]:
    """Functions over targets that know the old ones only; the page's `cases` are the new ones, and
    `more` those that came between."""
    found: dict[Node, Finding] = {}
    for use, rule in context.ruled(TARGETS):
        new = rule.options["cases"].split()
        for node in _asking(context, use, deep=bool(rule.target)):
            if node.kind in ("function_expression", "match_expression"):
                patterns = [case.child("pattern") for case in node.of("match_case")]
                if _only_old(context, patterns, new):
                    known = " ".join(map(context.text, patterns)).split()
                    added = (*rule.options.get("more", "").split(), *new)
                    cases = ", ".join(each for each in added if each not in known)
                    head = node.children[0]
                    found[head] = context.finding(rule, head, item=use.item.path, cases=cases)
    yield from found.values()


def cases(context: Context) -> Iterator[Finding]:
    """Tags that a value had, or was given, and that are called otherwise now: the page's `cases`,
    `old=new`, where a new one is missing if there is none."""
    for use, rule in context.ruled(CASES):
        renamed = dict(pair.split("=") for pair in rule.options["cases"].split())
        for node in dict.fromkeys(_asking(context, use, deep=True)):
            if node.kind != "tag" or context.text(node) not in renamed:
                continue
            old, new = context.text(node), renamed[context.text(node)]
            facts = rewriting(f"Write `{new}`", [context.replace(node, new)]) if new else None
            name = context.text(use.node)
            yield context.finding(rule, node, facts, item=use.item.path, use=name, old=old, new=new)


def _asking(context: Context, use: Use, deep: bool) -> Iterator[Node]:
    """What stands around a value. deep: also in the functions of the file that are named there, and
    no further than to the device that this is about."""
    whole = _whole(use.node)
    if deep:
        whole = use.node
        while whole.above.kind in _WITHIN and context.text(whole.above.child("operator")) != "$":
            whole = whole.above
    for node in whole.descendants():
        yield node
        if deep and node.kind == "value_path" and context.analysis.defined_as(node):
            yield from context.bound(node).above.descendants()


def _whole(node: Node) -> Node:
    """The whole application that a value is a part of."""
    while node.above.kind in _WITHIN:
        node = node.above
    return node


def _only_old(context: Context, patterns: list[Node], new: list[str]) -> bool:
    """Whether patterns name targets, none of the new ones, and nothing takes what is left."""
    tags = {
        context.text(node)
        for pattern in patterns
        for node in pattern.descendants()
        if node.kind == "tag"
    }
    closed = all(context.text(pattern).lstrip("( ").startswith("`") for pattern in patterns)
    return closed and bool(tags & _OLD_TARGETS) and not tags & set(new)
