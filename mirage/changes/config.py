"""Changes of the configuration language: clocks, stacks, package lists, idioms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import Alternative, Rewrite
from mirageport.mirage.changes.config_devices import device_of
from mirageport.mirage.changes.config_packages import remove_argument
from mirageport.mirage.clock import BOTH, MCLOCK, PCLOCK, UNKNOWN, Choice, wanted_in_config
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import NO_NODE, Arguments, label_of, unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Editor, Finding, Node, Rule, Use


CLOCK = "config-clock"
ARGUMENT_DROPPED = "argument-dropped"

_CLOCK_VALUES = {
    "clock": {"mclock": "mclock", "pclock": "pclock"},
    "default_clock": {"mclock": "default_monotonic_clock", "pclock": "default_posix_clock"},
}


def clocks(context: Context) -> Iterator[Finding]:
    """`clock` and `default_clock`: the unikernel says which of the two they become."""
    for use, found in context.ruled(CLOCK):
        label = _by_label(context, use.node)
        choice, takers = (
            Choice(label) if label else wanted_in_config(context.project, context.name, use.node)
        )
        if choice in (BOTH, UNKNOWN):
            message = (
                "The unikernel uses this clock for elapsed time and for wall time: give it two "
                "clocks, `mclock` and `pclock`."
            )
            if choice == UNKNOWN:
                message = _undecided(context, use, takers)
            yield context.used(found, use, message=message)
            continue
        values = _CLOCK_VALUES[use.item.name]
        order = [values[choice], *(name for name in values.values() if name != values[choice])]
        ways = tuple(_way(context, use, new, found.applicability) for new in order)
        yield context.used(found, use, Rewrite(ways), old=context.text(use.node), new=order[0])


def _undecided(context: Context, use: Use, takers: tuple[str, ...]) -> str:
    pclock, mclock = (_CLOCK_VALUES[use.item.name][clock] for clock in ("pclock", "mclock"))
    named = ", ".join(f"`{taker}`" for taker in takers)
    to = f", which passes it to {named}," if takers else ""
    return (
        f"`{context.text(use.node)}` is split in {context.target}. It is unknown which one the "
        f"functor{to} needs: write `{pclock}` for dates or `{mclock}` for elapsed time, and the "
        "same clock as in the functor."
    )


def _by_label(context: Context, node: Node) -> str:
    """The clock that a `~clock` argument has to be, given as it stands or by the name of a `let`:
    the reporter tells the time of day, every other device measures it. "" where it is no such
    argument, or one of both kinds."""
    binding = node.above if node.field == "body" else NO_NODE
    name = binding.child("pattern") if binding.kind == "let_binding" else NO_NODE
    given = context.references(name) if name else [node]
    found = {_as_argument(context, reference) for reference in given}
    return found.pop() if len(found) == 1 else ""


def _as_argument(context: Context, node: Node) -> str:
    called = node.above.above.child("function")
    if label_of(node.above) != "clock" or not called or called in context.analysis.refs:
        return ""  # no argument, or of a function of config.ml's own
    return PCLOCK if context.text(called).endswith("reporter") else MCLOCK


def _way(context: Context, use: Use, new: str, applicability: str) -> Alternative:
    name = use.node.children[-1] if use.node.children else use.node
    edit = context.replace(name, new)
    return Alternative(f"Replace `{context.text(use.node)}` by `{new}`", (edit,), applicability)


# -- stacks ------------------------------------------------------------------------------------


def stacks(context: Context) -> Iterator[Finding]:
    """Stacks that no longer take a console."""
    for use, found in context.ruled(ARGUMENT_DROPPED):
        finding = _stack(context, use, found)
        if finding is not None:
            yield finding


def _stack(context: Context, use: Use, found: Rule) -> Finding | None:
    arguments = Arguments(use.arguments)
    given, wanted, to = (
        arguments.plain,
        int(found.options["arguments"]),
        found.options.get("to", ""),
    )
    name = context.text(use.node)
    if len(given) < wanted and not to and (use.call or "if-all-given" in found.options):
        return None  # ported already
    moved = [arguments.labelled[each] for each in _MOVED & arguments.labelled.keys()] if to else []
    if not all(_is_default(context, label) for label in moved):
        return context.used(context.rule("stack-labels"), use)
    if len(given) != wanted:
        called = f"`{name}` is called `{to}` in {context.target}, and takes no console"
        message = called if to else f"`{name}` takes no console in {context.target}"
        extra = "; its addresses are `~config:{ network; gateway }`" if wanted == 3 else ""
        return context.used(found, use, message=message + extra + ".")
    config = given[2] if wanted == 3 else None
    facts = DroppedArgument(use.node, to, given[0], given[1], config, tuple(moved))
    finding = context.used(found, use, facts, new=to or name)
    # That the function took a console is known by its former name: both change in one fix.
    return finding._replace(whole=((use.node.start, use.node.end),))


def is_ported_stack(context: Context, node: Node) -> bool:
    """Whether a call is that of such a stack without its console, which the types of the former
    version say nothing of."""
    use = context.use_at(node.child("function"))
    found = next(iter(context.rules_of(use.item.changes, ARGUMENT_DROPPED)), None) if use else None
    if use is None or found is None or "to" in found.options:
        return False
    given = Arguments(use.arguments).plain
    short = len(given) == int(found.options["arguments"]) - 1
    return short and not (given and device_of(context, given[0]) == "console")


_MOVED = frozenset(["clock", "random", "time"])
_DEFAULTS = ("default_clock", "default_monotonic_clock", "default_random", "default_time")


def _is_default(context: Context, label: Node) -> bool:
    """Whether a labelled argument says what would be so without it."""
    value = unwrapped(label.child("expression"))
    return value not in context.analysis.refs and context.last_name(value) in _DEFAULTS


# -- the fix ---------------------------------------------------------------------------------------


class DroppedArgument(NamedTuple):
    """A call whose first argument was removed. function: its path; to: its new name; argument: what
    goes; config: the addresses to pass as `~config`, for a static stack;
    labels: labelled arguments that go with it."""

    function: Node
    to: str
    argument: Node
    following: Node
    config: Node | None = None
    labels: tuple[Node, ...] = ()

    def edit(self, editor: Editor) -> str:
        """A stack without its console, under its new name, its addresses in front."""
        old = editor.text(self.function)
        if self.to:
            name = self.function.children[-1] if self.function.children else self.function
            editor.replace_node(name, self.to)
        editor.replace(self.argument.start, self.following.start, "")
        if self.config is not None:
            editor.insert(self.config.start, "~config:")
        for label in self.labels:
            remove_argument(editor, label)
        return f"Replace `{old}` by `{self.to}`" if self.to else f"Remove the console of `{old}`"
