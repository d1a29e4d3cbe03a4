"""Which of Mirage 3's clocks a Mirage 2 clock has to become, decided by what it is used for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.mirage.config import seams
from mirageport.mirage.names import CLOCKS
from mirageport.ocaml.tree import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.mirage.project import Project
    from mirageport.ocaml.analysis import Analysis, FunctorUse, Parameter, Use
    from mirageport.ocaml.tree import Node

MCLOCK, PCLOCK, BOTH = "mclock", "pclock", "both"

# Functors that take a clock, and which one they want in Mirage 3 (mirage-tcpip v3.0.0,
# ocaml-tls 0.8.0, mirage-logs 0.3.0, irmin 1.0.0).
_WANTED = {
    "Arpv4.Make": MCLOCK,
    "Ipv6.Make": MCLOCK,
    "Tcp.Flow.Make": MCLOCK,
    "Tls_mirage.X509": PCLOCK,
    "Mirage_logs.Make": PCLOCK,
    "Irmin_mirage.Task": PCLOCK,
}


def wanted(analysis: Analysis, parameter: str, inside: Node) -> str:
    """The clock that a functor parameter has to be: MCLOCK, PCLOCK or BOTH.

    inside: the functor. MCLOCK where nothing speaks for either: most code that took a clock
    measured time.
    """
    found = {
        _WANTED.get(use.item.path, MCLOCK) for use, _node in given_to(analysis, parameter, inside)
    }
    readings = [
        value
        for value in analysis.uses
        if value.qualifier == parameter
        and value.item.owner == "CLOCK"
        and inside.start <= value.node.start < inside.end
    ]
    if readings and found != {PCLOCK}:  # dates can be measured, too
        found.add(MCLOCK if all(measures(analysis, each) for each in readings) else PCLOCK)
    if len(found) > 1:
        return BOTH
    return found.pop() if found else MCLOCK


def given_to(analysis: Analysis, parameter: str, inside: Node) -> Iterator[tuple[FunctorUse, Node]]:
    """The functors that a functor applies to its parameter, each with the argument."""
    for use in analysis.functor_uses:
        if inside.start <= use.node.start < inside.end:
            for argument in use.arguments:
                if analysis.tree.text(argument) == parameter:
                    yield use, argument


def wants(use: FunctorUse) -> str:
    """The clock that a functor of Mirage's takes; "" for any other functor."""
    return _WANTED.get(use.item.path, "")


def measures(analysis: Analysis, value: Use) -> bool:
    """Whether the time that a clock gives goes into differences only, itself or by its name."""
    if value.item.path.rpartition(".")[2] != "time" or value.call is None:
        return False
    if _in_difference(analysis, value.call):
        return True
    reading = wrapped(value.call)
    binding = reading.parent
    if binding is None or binding.kind != "let_binding" or reading.field != "body":
        return False
    name = binding.get("pattern")
    readers = analysis.references(name) if name is not None else []
    return bool(readers) and all(_in_difference(analysis, reader) for reader in readers)


def _in_difference(analysis: Analysis, node: Node) -> bool:
    parent = wrapped(node).parent
    operator = parent.get("operator") if parent is not None else None
    return operator is not None and analysis.tree.text(operator) == "-."


def wanted_in_config(project: Project, node: Node) -> str:
    """The clock that `clock` in a `@->` chain or `default_clock` in a `$` chain stands for.

    The functor parameter at the same position decides: by its type when it is ported already, by
    what it is used for otherwise.
    """
    for seam in seams(project):
        chains = [seam.job.types, *(applied.values for applied in seam.job.applications)]
        for chain in chains:
            for position, value in enumerate(chain):
                if value is node and position < len(seam.functor.parameters):
                    analysis = project.analysis(seam.file)
                    return of_parameter(analysis, seam.functor.parameters[position])
    return MCLOCK


def of_parameter(analysis: Analysis, parameter: Parameter) -> str:
    """The clock that a functor parameter of such a type is, or has to become."""
    text = analysis.tree.text(parameter.type_node) if parameter.type_node is not None else ""
    for clock, path in CLOCKS.items():
        if text.endswith(path.rpartition(".")[2]):
            return clock
    functor = parameter.node.up("module_binding") or analysis.tree.root
    return wanted(analysis, parameter.name, functor)
