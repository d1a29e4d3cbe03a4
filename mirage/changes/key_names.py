"""Reads by `Key_gen`: keys of Mirage's own devices that have other names since 3.0, and keys that
nobody creates.

A key that config.ml creates under such a name is the unikernel's own, and stays. Facts: mirage
v2.9.1 and v3.0.0 lib/mirage_key.ml.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import MANUAL, SAFE
from mirageport.mirage.keys import READER, keys
from mirageport.mirage.releases import TARGET
from mirageport.ocaml.file_names import module_name
from mirageport.ocaml.places import modules_named, places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mirageport.diagnostics.kinds import Context, Finding

RULE = "key-gen-names"

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
    """Reads of keys that Mirage names otherwise now, or that are not there."""
    project, text = context.project, context.text
    if context.is_config:
        return
    if any(module_name(file) == READER for file in project.names):
        return
    if any(True for _ in modules_named(context.tree, READER)):
        return
    known = project.once("keys of config.ml", lambda: keys(project))
    own = {key.name for key in known.created}
    for node in places(context.tree, context.tree.root, READER):
        path = node.above.above
        name = text(path).rpartition(".")[2]
        group = next((group for group in known.groups if name.startswith(group)), "")
        key = name.removeprefix(group)
        if path.kind != "value_path" or name in own or text(path) != f"{READER}.{name}":
            continue
        if key in _RENAMED:
            new = f"{READER}.{group}{_RENAMED[key]}"
            said = f"`{text(path)}` is called `{new}` in {context.target}."
            fix = rewriting(f"Write `{new}`", [context.replace(path, new)])
            yield context.finding(context.rule(RULE), path, fix, applicability=SAFE, message=said)
        elif key in _BY_HAND:
            said = (
                f"`{text(path)}` was removed in {context.target}: `{READER}."
                f"{_BY_HAND[key].format(group=group)}`."
            )
            yield context.finding(context.rule(RULE), path, applicability=MANUAL, message=said)
        elif project.pack.release == TARGET and known.lacks(name):
            said = f"`{text(path)}` is not there: config.ml creates no key of this name."
            near = f"{said} {_near(name, own)}"
            yield context.finding(context.rule(RULE), path, applicability=MANUAL, message=near)


def _near(name: str, known: Iterable[str]) -> str:
    """What to write for a key that is not there."""
    from difflib import get_close_matches

    found = get_close_matches(name, sorted(known), 1)
    return f"Write `{READER}.{found[0]}`." if found else f'Create it by `Key.create "{name}"`.'
