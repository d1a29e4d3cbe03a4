"""What `mirage configure` writes for a unikernel, as far as types are concerned: main.ml, in which
its functors are applied to its devices, and key_gen.ml, which has the values of its keys.

Each device is an abstract module of its module type there, and `start` is called with a value of
each, so that the compiler says whether config.ml, functor and `start` agree in number, order and
kind. Facts: mirage v3.0.0, lib/mirage.ml (the module of each device, what its `connect` gives);
functoria 2.0.1, app/functoria_app.ml (devices first, then what is depended on).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.mirage.config import jobs, sources
from mirageport.mirage.devices import MODULE_TYPES
from mirageport.mirage.keys import keys as created
from mirageport.mirage.releases import TARGET
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import label_of, unwrapped, value_of

if TYPE_CHECKING:
    from mirageport.diagnostics.project import Project
    from mirageport.mirage.config import Job
    from mirageport.ocaml.analysis import Analysis
    from mirageport.ocaml.tree import Node

MAIN, KEYS = "main.ml", "key_gen.ml"

_PROTOCOLS = "Mirage_protocols_lwt"

# The module type of each device, by its name in a chain.
_ABSTRACT = {
    "arpv4": f"{_PROTOCOLS}.ARP",
    "block": "Mirage_block_lwt.S",
    "console": "Mirage_console_lwt.S",
    "ethernet": f"{_PROTOCOLS}.ETHIF",
    "fs": "Mirage_fs_lwt.S",
    "ipv4": f"{_PROTOCOLS}.IPV4",
    "ipv6": f"{_PROTOCOLS}.IPV6",
    "kv_ro": "Mirage_kv_lwt.RO",
    "mclock": "Mirage_clock_lwt.MCLOCK",
    "network": "Mirage_net_lwt.S",
    "pclock": "Mirage_clock_lwt.PCLOCK",
    "random": "Mirage_random.C",
    "stackv4": "Mirage_stack_lwt.V4",
    "tcpv4": f"{_PROTOCOLS}.TCPV4",
    "tcpv6": f"{_PROTOCOLS}.TCPV6",
    "time": "Mirage_time_lwt.S",
    "udpv4": f"{_PROTOCOLS}.UDPV4",
    "udpv6": f"{_PROTOCOLS}.UDPV6",
}

# Devices that are one module for everybody: it, and the type of its value.
_CONCRETE = {
    "conduit": ("Conduit_mirage", "Conduit_mirage.t"),
    "http": (
        "Cohttp_mirage.Server_with_conduit",
        "(Conduit_mirage.server -> Cohttp_mirage.Server_with_conduit.t -> unit Lwt.t)",
    ),
    "resolver": ("Resolver_lwt", "Resolver_lwt.t"),
    "info": ("Mirage_info", "Mirage_info.t"),
}

# Devices without a state: what `start` is given is `()`.
_WITHOUT_VALUE = ("random", "time")

_VALUES = {
    "int": "int",
    "bool": "bool",
    "flag": "bool",
    "string": "string",
    "ipv4_address": "Ipaddr.V4.t",
}

# Keys of Mirage's own network devices, until 2.9.1 and since 3.0 (lib/mirage_key.ml of both).
_DEVICES_BEFORE = {
    "network": "string",
    "ip": "Ipaddr.V4.t",
    "netmask": "Ipaddr.V4.t",
    "gateways": "Ipaddr.V4.t list",
}
_DEVICES = {
    "interface": "string",
    "ipv4": "Ipaddr.V4.Prefix.t * Ipaddr.V4.t",
    "ipv4_gateway": "Ipaddr.V4.t option",
}

# What `start` is given for a dependency, by its name; nobody but its author knows of any other.
_DEPENDENCIES = {"nocrypto": "unit", "app_info": "Mirage_info.t"}


class Device(NamedTuple):
    """A device as main.ml has it. module: its name; parameter: how it is a functor's parameter, ""
    where it is one module for everybody; value: the type of what `start` is given."""

    module: str
    parameter: str
    value: str


class Unknown(Exception):
    """A device that Mirage does not have, or a list that code puts together."""


def applied(project: Project) -> list[Job]:
    """The jobs of config.ml whose functor is in the project."""
    return [job for job in jobs(project) if job.result is not None and sources(project, job)]


def application(project: Project) -> str:
    """The text of main.ml for the jobs whose functor is in the project; "" where there are none.
    Raises Unknown for a device whose module type only its author knows."""
    found = applied(project)
    return "\n".join(job_text(project, job, number) for number, job in enumerate(found, 1))


def job_text(project: Project, job: Job, number: int) -> str:
    """One job of main.ml, called by its number. Raises Unknown as `application` does."""
    config = project.analysis(job.file)
    later = project.pack.release != TARGET
    names = [_name(config, node) for node in job.types]
    devices = [_device(name, place, later) for place, name in enumerate(names, 1)]
    dependencies = [_DEPENDENCIES.get(name, "_") for name in _dependencies(config, job)]
    parameters = "".join(device.parameter for device in devices)
    applied = "".join(f" ({device.module})" for device in devices)
    values = [device.value for device in devices] + dependencies
    given = "".join(f" (value{place} : {type_})" for place, type_ in enumerate(values, 1))
    passed = "".join(f" value{place}" for place in range(1, len(values) + 1))
    passed = passed or (" ()" if later else "")  # Mirage 4.9 and later call a `start` of no device
    unit = " ()" if not values else ""
    return (
        f"module Job{number}{parameters} = struct\n"
        f"  module M = {job.functor}{applied}\n"
        f"  let run{unit}{given} : _ Lwt.t = M.start{passed}\n"
        "end\n"
    )


def _device(name: str, place: int, later: bool) -> Device:
    module = f"{name.capitalize()}{place}"
    if name in _CONCRETE and not later:
        concrete, value = _CONCRETE[name]
        return Device(concrete, "", value)
    abstract = MODULE_TYPES if later else _ABSTRACT
    if name not in abstract:
        raise Unknown(name)
    value = "unit" if name in _WITHOUT_VALUE else f"{module}.t"
    return Device(module, f" ({module} : {abstract[name]})", value)


def _name(config: Analysis, node: Node) -> str:
    """What Mirage calls a type of a chain, through parentheses and the names of a `let`."""
    for _ in range(20):
        binding = config.refs.get(node)
        definition = binding.node.parent if binding is not None else None
        inner = definition.get("body") if definition is not None else None
        if node.kind == "parenthesized_expression":
            inner = node.get("expression")
        if inner is None:
            break
        node = inner
    return config.tree.text(node).rpartition(".")[2]


def _dependencies(config: Analysis, job: Job) -> list[str]:
    """The names in `~deps:[abstract name; ..]`, in order, then a `_` for each of `~runtime_args`,
    whose types only the unikernel says. Raises Unknown where code puts such a list together."""
    found: dict[str, list[str]] = {"deps": [], "runtime_args": []}
    for label in job.call.all("argument"):
        name = label_of(label)
        if name == "extra_deps":
            raise Unknown(name)
        if name not in found:
            continue
        given = config.defined_as(value_of(label)) or unwrapped(value_of(label))
        if given.kind not in ("list_expression", "empty_list"):
            raise Unknown(name)
        for member in given.named_children:
            arguments = member.all("argument")
            device = arguments[0] if len(arguments) == 1 else member
            found[name].append(_name(config, device) if name == "deps" else "_")
    return [*found["deps"], *found["runtime_args"]]


def keys(project: Project, mirage: tuple[int, ...]) -> str:
    """The text of key_gen.ml for a project. A key whose type only its author knows has any.
    mirage: the release that writes it. Keys of devices are in it, whatever devices there are."""
    devices = _DEVICES if mirage >= (3,) else _DEVICES_BEFORE
    lines = [f"let {name} () : {value} = assert false\n" for name, value in devices.items()]
    for key in created(project).created:
        value = _VALUES.get("flag" if key.kind == "flag" else key.converter, "_")
        value = f"{value} list" if key.kind == "opt_all" else value
        lines.append(f"let {key.name} () : {value} = assert false\n")
    return "".join(lines)
