"""Packages that a unikernel uses and config.ml does not name.

Mirage 2 linked some libraries because others needed them; in Mirage 3 a unikernel names each
package whose modules it uses. The page's `packages` are `Module=package` pairs, and
`Module=package.part` for a part that must be named; `introduced` are those that only fixes bring
in; `implied` are those that come with the devices that need them, so that naming them is a
suggestion; `parts` are modules with the part of a package that they are in, looked for where
config.ml names parts of that package; `fixes` are further modules that fixes of other rules use,
with their packages. Code that is on Mirage 3 was built as it is, so there it is a suggestion;
Mirage 4 builds with Dune, which takes what packages need in turn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.context import Context
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import HINT, MANUAL, OLD_NAMES, SUGGESTION
from mirageport.diagnostics.releases import began
from mirageport.mirage.changes.package_lists import added, package_call, part_added
from mirageport.mirage.packages import Entry
from mirageport.ocaml.file_names import basename, module_name
from mirageport.ocaml.places import modules_named
from mirageport.ocaml.tree import NO_NODE, label_of, unwrapped, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Edit, Finding, Node, Rule, Use


RULE = "package-missing"
_JOBS = ("Mirage.foreign", "Mirage.main")


def find(context: Context) -> Iterator[Finding]:
    """The first use of each module whose package config.ml does not name."""
    config = context.project.config
    if config is None or context.is_config:
        return
    found = context.rule(RULE)
    packages = _packages(found, "packages")
    yield from _parts(context, found)
    wanted = {name for name in packages if name.encode() in context.source.data}
    if not wanted:
        return
    if b"stackv4" in context.project.source(config).data:
        wanted = {name for name in wanted if "." not in packages[name]}  # a stack brings its parts
    named = _named(Context(context.project, config))
    for node, module in context.analysis.module_refs.items():
        name = module.path.partition(".")[0]
        package = packages[name] if name in wanted else ""
        if context.text(node) == module.path and package and not set(package.split(".")) <= named:
            wanted.discard(name)
            yield _finding(context, node, name, package)


def brought(context: Context, module: str) -> tuple[Edit, ...] | None:
    """The edits with which config.ml names the package of a module that a fix wants to use, none
    where it names it already; None where that cannot be done, or the name is another module's."""
    project = context.project
    own = any(basename(name).lower() == f"{module.lower()}.ml" for name in project.names)
    if project.config is None or own or any(modules_named(context.tree, module)):
        return None
    config = Context(project, project.config)
    if config.tree.broken:
        return None
    package = _packages(context.rule(RULE), "packages", "fixes")[module]
    return () if package in _named(config) else tuple(_edits(config, package, context.name)) or None


def _packages(found: Rule, *options: str) -> dict[str, str]:
    return dict(pair.split("=") for each in options for pair in found.options[each].split())


def _parts(context: Context, found: Rule) -> Iterator[Finding]:
    """The first use of each module in a part of a package whose other parts config.ml names."""
    for pair in found.options["parts"].split():
        module, _, library = pair.partition("=")
        if module.encode() not in context.source.data or context.project.config is None:
            continue
        package, _, part = library.partition(".")
        config = Context(context.project, context.project.config)
        nodes = (
            node
            for node, named in context.analysis.module_refs.items()
            if named.item is not None and context.text(node).partition(".")[0] == module
        )
        node = next(nodes, NO_NODE)
        listed = _part_list(config, package) if node else NO_NODE
        if not listed or f'"{part}"' in config.text(listed):
            continue
        edit = part_added(config, listed, part)
        # The parts of a stack that config.ml asks for come with it.
        with_it = b"stackv4" in config.source.data or _built_by_dune(config)
        level = SUGGESTION if with_it else found.applicability
        yield context.finding(
            found,
            node,
            rewriting(f"Add `{part}` to the sub-libraries of `{package}`", [edit], level=level),
            item=module,
            applicability=level,
            severity=HINT if level == SUGGESTION else "",
            message=f"`{module}` is in the library `{part}` of `{package}`: add it to `~sublibs`.",
        )


def _part_list(config: Context, package: str) -> Node:
    """The list in `package ~sublibs:[ .. ] ".."`; `NO_NODE` where it is not there once."""
    calls = (package_call(config, call) for call in config.tree.root.descendants())
    found = [call.listed for call in calls if call and call.name == package and call.listed]
    return found[0] if len(found) == 1 and found[0].kind == "list_expression" else NO_NODE


def _named(config: Context) -> frozenset[str]:
    """Every package that a string in config.ml names, libraries of packages too."""
    strings = [config.text(n) for n in config.tree.root.descendants() if n.kind == "string"]
    return frozenset(text.strip('"').partition(".")[0] for text in strings)


def _finding(context: Context, node: Node, module: str, package: str) -> Finding:
    found = context.rule(RULE)
    assert context.project.config is not None
    config = Context(context.project, context.project.config)
    level = found.applicability
    introduced = module in found.options["introduced"].split()
    implied = module in found.options["implied"].split() or _built_by_dune(config)
    name, _, part = package.partition(".")
    if not part and (implied or (not introduced and not _unported(context, config))):
        level = SUGGESTION
    edits = tuple(_edits(config, package, context.name))
    call = Entry(name, (part,) if part else ()).text
    return context.finding(
        found,
        node,
        rewriting(f"Add `{name}` to the packages of config.ml", edits, level=level),
        item=module,
        applicability=level if edits or level == SUGGESTION else MANUAL,
        severity=HINT if level == SUGGESTION else "",
        known_by=() if introduced or part else (OLD_NAMES,),
        module=module,
        package=call,
    )


def _built_by_dune(config: Context) -> bool:
    """Whether config.ml is one of Mirage 4."""
    return began(config).startswith("4.")


def _unported(context: Context, config: Context) -> bool:
    """Whether the file still names a device as Mirage 2 did, or config.ml its libraries."""
    return context.old or any(
        label_of(argument) == "libraries"
        for use in config.analysis.uses
        for argument in use.arguments
    )


def _edits(config: Context, package: str, user: str) -> Iterator[Edit]:
    """The package named where each `foreign` of a file's jobs names its others, of all jobs where
    the file has none. user: the file. None where a list is put together by code."""
    calls = [use for use in config.analysis.uses if use.item.path in _JOBS and use.call]
    own = [use for use in calls if _runs(config, use, module_name(user))] or calls
    found = {use.node: _lists(config, use) for use in own}
    if None in found.values():
        return
    name, _, part = package.partition(".")
    text = Entry(name, (part,) if part else ()).text
    for node, lists in found.items():
        if not lists:
            yield config.name, node.end, node.end, f" ~packages:[ {text} ]"
    for members in dict.fromkeys(each for lists in found.values() for each in lists or ()):
        names = bool(members.named_children) and members.named_children[-1].kind == "string"
        if names and part:
            continue  # a name alone cannot say which part
        yield added(config, members, f'"{name}"' if names else text)


def _runs(config: Context, use: Use, module: str) -> bool:
    """Whether a call of `foreign` names a functor of a module."""
    strings = (config.text(each) for each in use.arguments if each.kind == "string")
    return any(text.strip('"').partition(".")[0] == module for text in strings)


def _lists(config: Context, use: Use) -> list[Node] | None:
    """The literal lists of packages and libraries a call is given; None where one is no literal."""
    found = []
    for argument in use.arguments:
        if label_of(argument) in ("packages", "libraries"):
            given = unwrapped(value_of(argument))
            found.append(config.analysis.defined_as(given) or given)
    literal = all(value.kind in ("list_expression", "empty_list") for value in found)
    return found if literal else None
