"""What a unikernel says of a key that config.ml declared until Mirage 4.4: the same argument, as a
term of Cmdliner.

Facts: mirage v4.4.2 lib/functoria/key.mli, lib/mirage/mirage_key.ml; v4.11.1
lib_runtime/mirage/mirage_runtime.mli, lib_runtime/mirage/network/mirage_runtime_network.mli.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import NO_NODE, Arguments, label_of, unwrapped, value_of
from mirageport.ocaml.types import Con, prune

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Node, Use

ARG = "Mirage.Key.Arg."
_NETWORK = "Mirage_runtime_network.Arg."
# Keys of the network that code could read, as `Key_gen` had them (mirage v4.4.2
# lib/mirage/mirage_key.ml).
OF_NETWORK = {
    f"Mirage.Key.{path}": name
    for path, name in (
        ("V4.network", "ipv4"),
        ("V4.gateway", "ipv4_gateway"),
        ("V6.network", "ipv6"),
        ("V6.gateway", "ipv6_gateway"),
        ("V6.accept_router_advertisements", "accept_router_advertisements"),
        ("ipv4_only", "ipv4_only"),
        ("ipv6_only", "ipv6_only"),
    )
}
# Converters of keys, and what the unikernel calls them; those of networks are a library's.
_BY_TYPE = {
    ("ipv4", "Ipaddr.V4.Prefix.t"): "ipv4",
    ("ipv6", "Ipaddr.V6.t"): "ipv6_address",
    ("ipv6", "Ipaddr.V6.Prefix.t"): "ipv6",
    ("ipv6_prefix", "Ipaddr.V6.Prefix.t"): "ipv6",
}
CONVERTERS = {
    **{name: name for name in ("string", "int", "bool", "int64", "list", "some", "pair", "info")},
    **{name: f"{_NETWORK}{name}" for name in ("ipv4_address", "ipv6_address", "ip_address")},
}
# What a key is made by, what the term begins with, and what stands before the last argument.
TERMS = {"opt": ("value", 3), "flag": ("value", 1), "required": ("required", 2)}
TERMS["opt_all"] = ("value", 2)


class Unmovable(Exception):
    """A declaration that cannot stand elsewhere, and why."""


class Key(NamedTuple):
    """A key of config.ml. use: of what it is made by, such as `Arg.opt`; name: as `Key_gen` has it;
    definition: the `let`; pattern: the name that this gives to it; reads: where code reads it."""

    use: Use
    name: str
    definition: Node
    pattern: Node
    reads: tuple[tuple[str, Node], ...]


class Terms:
    """The declarations of keys in modules. network: whether one of them needs the library with the
    converters of networks."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.network = False

    def declared(
        self, key: Key, name: str, registered: str = "Mirage_runtime.register_arg "
    ) -> str:
        """The declaration in the module that reads the key. registered: what stands before its
        term. Raises `Unmovable`."""
        if key.use.item.path in OF_NETWORK:
            return self._of_network(key, name)
        begin, count = TERMS[key.use.item.name]
        given = Arguments(key.use.arguments).plain
        if len(given) != count:
            raise Unmovable("not all of its arguments are written in one call")
        *before, info = [self._rendered(key, node, inside=True) for node in given]
        term = {
            "required": [f"opt (some {' '.join(before)}) None"],
            "opt_all": ["opt_all", *before, "[]"],
        }.get(key.use.item.name, [key.use.item.name, *before])
        lines = [f"{line} in" for line in self._lets(key)]
        value = f"{registered}Cmdliner.Arg.({begin} & {' '.join(term)} {info})"
        return "\n  ".join([f"let {name} =", *lines, value])

    def _of_network(self, key: Key, name: str) -> str:
        """The declaration of one of the keys that every unikernel with a network had."""
        plain = Arguments(key.use.arguments).plain
        if len(plain) != len(key.use.arguments):
            raise Unmovable("its `~group` is a part of its name")
        self.network = True
        term = key.use.item.path.removeprefix("Mirage.Key.")
        given = " ".join(self._rendered(key, node, inside=False) for node in plain)
        return (
            f"let {name} =\n  Mirage_runtime.register_arg (Mirage_runtime_network.{term} {given})"
        )

    def _lets(self, key: Key) -> Iterator[str]:
        body = key.definition.of("let_binding")[0].child("body")
        while body.kind == "let_expression":
            part = body.named_children[0]
            if part.kind == "value_definition":
                yield self._rendered(key, part, inside=False)
            body = body.child("body")

    def _rendered(self, key: Key, part: Node, inside: bool) -> str:
        """A part of a declaration as the unikernel writes it. inside: of `Cmdliner.Arg.( )`."""
        context, text, done = self.context, "", part.start
        for start, end, new in sorted(self._replaced(key, part, inside)):
            text += context.source.text(done, start) + new
            done = end
        return text + context.source.text(done, part.end)

    def _replaced(self, key: Key, part: Node, inside: bool) -> Iterator[tuple[int, int, str]]:
        context = self.context
        for node in part.descendants():
            if node.kind == "labeled_argument" and label_of(node) == "env":
                yield value_of(node).start, value_of(node).end, environment(context, node)
            if node.kind != "value_path":
                continue
            use, name = context.use_at(node), context.text(node)
            if use is not None and use.item.path.startswith(ARG):
                new = CONVERTERS.get(use.item.name, "") or self._network_of(key, use.item.name)
                if not new:
                    raise Unmovable(f"its converter is `{name}`")
                self.network |= new.startswith(_NETWORK)
                bare = inside or new.startswith(_NETWORK)
                yield node.start, node.end, new if bare else f"Cmdliner.Arg.{new}"
                continue
            bound = context.bound(node)
            own = key.definition.start <= bound.start < key.definition.end
            if (bound and not own) or (use is not None and use.item.path.startswith("Mirage.")):
                raise Unmovable(f"it needs `{name}` of config.ml")
            if inside and bound and self._is_cmdliners(name):
                raise Unmovable(f"`{name}` is also a value of `Cmdliner.Arg`")

    def _network_of(self, key: Key, converter: str) -> str:
        """What a converter whose value changed its type is called now, by the key's default."""
        given = Arguments(key.use.arguments).plain
        default = unwrapped(given[1]) if len(given) == 3 else NO_NODE
        known = self.context.type_of(self.context.analysis.defined_as(default) or default)
        while isinstance(known, Con) and known.name in ("list", "option") and known.args:
            known = prune(known.args[0])
        new = _BY_TYPE.get((converter, known.name if isinstance(known, Con) else ""), "")
        return f"{_NETWORK}{new}" if new else ""

    def _is_cmdliners(self, name: str) -> bool:
        cmdliner = self.context.library.module("Cmdliner")
        inner = cmdliner.module("Arg") if cmdliner is not None else None
        return inner is not None and inner.value(name) is not None


def environment(context: Context, label: Node) -> str:
    """What `~env` is given for a variable."""
    return f"(Cmdliner.Cmd.Env.info {context.text(value_of(label))})"
