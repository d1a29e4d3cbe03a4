"""The keys of a config.ml, as `Key_gen` has them until Mirage 4.4.

Facts: functoria 2.0.1 app/functoria_key.ml (`Key.create` with its kind of argument, and what
`Key_gen` gives of it), mirage v4.4.2 lib/functoria/misc.ml (how a name is spelled),
lib/mirage_key.ml of mirage v2.9.1, v3.0.0, v3.10.0 and v4.4.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.context import Context
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import NO_NODE, Arguments, value_of

if TYPE_CHECKING:
    from mirageport.diagnostics.kinds import Project, Use

READER = "Key_gen"
CREATE = "Mirage.Key.create"

_KINDS = ("opt", "opt_all", "flag", "required")

# What `Key_gen` has from 3.0 to 4.4 beside the keys that config.ml creates, without groups.
_DEVICES = frozenset(
    [
        *("accept_router_advertisements", "allocation_policy", "backtrace", "block"),
        *("custom_major_ratio", "custom_minor_max_size", "custom_minor_ratio", "dhcp"),
        *("gateways", "gc_verbosity", "gc_window_size", "interface", "ips", "ipv4"),
        *("ipv4_gateway", "ipv4_only", "ipv6", "ipv6_gateway", "ipv6_only", "kv_ro"),
        *("logs", "major_heap_increment", "max_space_overhead", "minor_heap_size", "net"),
        *("netmasks", "no_depext", "prng", "randomize_hashtables", "resolver"),
        *("resolver_port", "runtime_keys", "space_overhead", "syslog", "syslog_hostname"),
        *("syslog_port", "target", "target_debug", "tracing_size", "uname", "warn_error"),
    ]
)


class Key(NamedTuple):
    """A key that config.ml creates. name: as `Key_gen` has it; kind: of its argument, such as
    `opt`; converter: its last name, such as `int`; both "" where they are not written there."""

    name: str
    kind: str
    converter: str


class Keys(NamedTuple):
    """All keys of a project. whole: whether all of them are known by their names; groups: what may
    stand before the names of those of devices, such as `dmz_`."""

    created: tuple[Key, ...]
    whole: bool
    groups: tuple[str, ...]

    def lacks(self, name: str) -> bool:
        """Whether `Key_gen` has no key of a name, be it of a device in any group."""
        own = {key.name for key in self.created}
        key = name.removesuffix("_t")  # it has the term of each key, too
        of_device = any(key == each or key.endswith(f"_{each}") for each in _DEVICES)
        return self.whole and not of_device and key not in own


def spelled(name: str) -> str:
    """The name that `Key_gen` has for a key."""
    kept = name.replace("-", "_").replace(".", "_")
    return "".join(each for each in kept if each == "_" or (each.isascii() and each.isalnum()))


def keys(project: Project) -> Keys:
    """The keys that the files like config.ml create."""
    created: list[Key] = []
    groups: dict[str, None] = {}
    whole = bool(project.configs)
    for file in project.configs:
        config = Context(project, file)
        for use in config.analysis.uses:
            arguments = Arguments(use.arguments)
            if use.item.path == CREATE:
                name = next(iter(arguments.plain), NO_NODE)
                whole = whole and name.kind == "string"
                if name.kind == "string":
                    created.append(Key(spelled(config.string(name)), *_argument(config, use)))
            if group := config.string(value_of(arguments.labelled.get("group", NO_NODE))):
                groups[f"{group}_"] = None
    return Keys(tuple(created), whole, tuple(groups))


def _argument(config: Context, key: Use) -> tuple[str, str]:
    """The kind and the converter of a key's argument."""
    for use in config.analysis.uses:
        within = any(part.start <= use.node.start < part.end for part in key.arguments)
        if within and use.item.path.startswith("Mirage.Key.Arg.") and use.item.name in _KINDS:
            given = next(iter(Arguments(use.arguments).plain), NO_NODE)
            return use.item.name, config.last_name(given)
    return "", ""
