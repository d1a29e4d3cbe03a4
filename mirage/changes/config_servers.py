"""Web servers of config.ml, which got their port there before Mirage 2.5.

The port belongs to where the unikernel begins to listen: `start` is given a function that takes it
first. Facts: mirage v2.0.0 and v3.0.0, lib/mirage.mli.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.unread import definitions
from mirageport.mirage.changes.config_devices import device_of
from mirageport.mirage.changes.config_wrappers import is_stack
from mirageport.mirage.config import seams
from mirageport.ocaml.tree import NO_NODE, unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Edit, Finding, Node, Use
    from mirageport.mirage.config import Seam


SERVER = "server-port"


def find(context: Context) -> Iterator[Finding]:
    """`http_server port conduit`."""
    for use, found in context.ruled(SERVER):
        if len(use.arguments) != 2 or not use.call:
            continue
        given, conduit = use.arguments
        port = _port(context, given)
        listening = _listening(context, f"(`TCP {port})") if port else None
        edits = _config(context, use, given, conduit) if listening is not None else ()
        title = f"Remove the port of `{context.text(use.node)}`"
        shown = f"`` `TCP {port} ``" if port else "`` `TCP `` and the port"
        yield context.used(found, use, rewriting(title, [*edits, *(listening or ())]), port=shown)


def _port(context: Context, given: Node) -> str:
    """The number in ``(`TCP (`Port 80))`` or `80`, through the name of a `let`."""
    value = context.analysis.defined_as(unwrapped(given)) or unwrapped(given)
    tags = [context.text(node) for node in value.descendants() if node.kind == "tag"]
    numbers = [context.text(node) for node in value.descendants() if node.kind == "number"]
    if tags not in ([], ["`TCP", "`Port"], ["`TCP"]) or len(numbers) != 1:
        return ""
    return numbers[0] if numbers[0].isdecimal() else ""


# -- config.ml -------------------------------------------------------------------------------------


def _config(context: Context, use: Use, given: Node, conduit: Node) -> Iterator[Edit]:
    """The call without its port, over a conduit, and without the `let` of a port nobody reads."""
    yield context.remove((given.start, conduit.start))
    if _on_stack(context, unwrapped(conduit)):
        mirage = f"{use.qualifier}." if use.qualifier else ""
        yield context.insert(conduit.start, f"({mirage}conduit_direct ")
        yield context.insert(conduit.end, ")")
    yield from definitions(context, [context.bound(unwrapped(given))], [given])


def _on_stack(context: Context, given: Node) -> bool:
    """Whether a device is a stack: by its type, or by what makes it where its console was removed
    before."""
    if device_of(context, given) == "stackv4":
        return True
    function = given.get("function") or given
    return is_stack(context, context.analysis.defined_as(function) or given)


# -- the unikernel ---------------------------------------------------------------------------------


def _listening(context: Context, port: str) -> tuple[Edit, ...] | None:
    """The port where each unikernel listens; None where it is not known where that is."""
    if context.tree.broken:
        return None
    edits: list[Edit] = []
    for seam in seams(context.project):
        for place, node in enumerate(seam.job.types):
            if context.last_name(unwrapped(node)) == "http":
                calls = _calls(context, seam, place)
                if calls is None:
                    return None
                edits += [(seam.file, at, at, f" {port}") for at in calls]
    return tuple(edits)


def _calls(context: Context, seam: Seam, place: int) -> list[int] | None:
    """The ends of `http` in `http server`, in a functor whose `start` calls it so; None where it is
    used in any other way."""
    analysis = context.project.analysis(seam.file)
    pattern = seam.starts[place].child("pattern") if place < len(seam.starts) else NO_NODE
    if pattern.kind not in ("value_pattern", "value_name"):
        return None
    ends = []
    for reference in analysis.references(pattern):
        if reference.field != "function" or len(reference.above.all("argument")) != 1:
            return None
        ends.append(reference.end)
    return ends or None
