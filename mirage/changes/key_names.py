"""Keys of Mirage's own devices, read by `Key_gen`: some have other names since 3.0.

A key that config.ml creates under such a name is the unikernel's own, and stays. Facts: mirage
v2.9.1 and v3.0.0 lib/mirage_key.ml.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.context import Context
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import MANUAL, SAFE
from mirageport.ocaml.file_names import module_name
from mirageport.ocaml.places import modules_named, places
from mirageport.ocaml.tree import NO_NODE, Arguments, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Finding

RULE = "key-gen-names"
_READER = "Key_gen"
_CREATE = "Mirage.Key.create"

_NETWORK = "{group}ipv4 ()` gives a network and an address"
# What each key of Mirage 2 is called, or what to write for it.
_RENAMED = {"network": "interface"}
_BY_HAND = {
    "ip": f"{_NETWORK}: write `snd (Key_gen.{{group}}ipv4 ())",
    "netmask": f"{_NETWORK}: write `Ipaddr.V4.Prefix.netmask (fst (Key_gen.{{group}}ipv4 ()))",
    "gateways": "{group}ipv4_gateway ()` gives one address or `None`: write "
    "`match Key_gen.{group}ipv4_gateway () with None -> [] | Some gateway -> [ gateway ]",
}


def find(context: Context) -> Iterator[Finding]:
    """Reads of keys that Mirage names otherwise now."""
    project, text = context.project, context.text
    if context.is_config:
        return
    if any(module_name(file) == _READER for file in project.names):
        return
    if any(True for _ in modules_named(context.tree, _READER)):
        return
    own, groups = _named(context)
    for node in places(context.tree, context.tree.root, _READER):
        path = node.above.above
        name = text(path).rpartition(".")[2]
        group = next((group for group in groups if name.startswith(group)), "")
        key = name.removeprefix(group)
        if path.kind != "value_path" or name in own or text(path) != f"{_READER}.{name}":
            continue
        if key in _RENAMED:
            new = f"{_READER}.{group}{_RENAMED[key]}"
            said = f"`{text(path)}` is called `{new}` in {context.target}."
            fix = rewriting(f"Write `{new}`", [context.replace(path, new)])
            yield context.finding(context.rule(RULE), path, fix, applicability=SAFE, message=said)
        elif key in _BY_HAND:
            said = (
                f"`{text(path)}` was removed in {context.target}: `{_READER}."
                f"{_BY_HAND[key].format(group=group)}`."
            )
            yield context.finding(context.rule(RULE), path, applicability=MANUAL, message=said)


def _named(context: Context) -> tuple[set[str], list[str]]:
    """The keys that config.ml creates, as `Key_gen` has them, and what groups put before a name."""
    own: set[str] = set()
    groups: dict[str, None] = {}
    for file in context.project.configs:
        config = Context(context.project, file)
        for use in config.analysis.uses:
            arguments = Arguments(use.arguments)
            if use.item.path == _CREATE and arguments.plain:
                own.add(config.string(arguments.plain[0]).replace("-", "_"))
            if group := config.string(value_of(arguments.labelled.get("group", NO_NODE))):
                groups[f"{group}_"] = None
    return own, list(groups)
