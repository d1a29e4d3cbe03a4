"""Whether the jobs of config.ml fit the functors that they name: how many devices, of which kind,
and what `start` takes.

Source: what `mirage configure` of v3.0.0 writes into main.ml: the functor applied to the module of
each device in the order of the chain, and its `start` to the devices and then to those of `~deps`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.view import release
from mirageport.mirage import devices
from mirageport.mirage.config import jobs
from mirageport.mirage.names import CLOCKS
from mirageport.mirage.releases import TARGET
from mirageport.ocaml.environment import Env
from mirageport.ocaml.modules import Binding
from mirageport.ocaml.strict.printing import shown
from mirageport.ocaml.strict.state import CHAIN, Conflict, Functor, Structure
from mirageport.ocaml.types import Arrow, Con, Tup, Var, prune

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Module, ModuleType, Node, Project, Type
    from mirageport.mirage.config import Job
    from mirageport.ocaml.strict.check import Program

_LIBRARY = "Mirage."

# What `start` gets for a device that is no abstract value (mirage v3.0.0 lib/mirage.ml, v4.11.1
# lib/devices/http.ml).
_VALUES = {"http": "Conduit_mirage.server -> _ -> unit Lwt.t"}

# Devices whose value is of the abstract type `t` of their module.
_ABSTRACT = frozenset(
    (
        *("network", "ethernet", "arpv4", "ipv4", "ipv6", "ipv4v6", "udp", "tcp", "stackv4v6"),
        *("console", "udpv4", "tcpv4", "stackv4", "block", "kv_ro", "kv_rw", "dns_client"),
        "happy_eyeballs",
    )
)
_PLAIN = frozenset(["unit", "string", "int", "bool", "list", "option", "Ipaddr.V4.t", "Ipaddr.t"])

# What main.ml calls in each unikernel, by its module: a file of that name hides the library's.
_CALLED = {"Bootvar": "argv"}


def job_conflicts(project: Project, program: Program, config: str) -> Iterator[Conflict]:
    """What does not fit between config.ml and the functors of the project, at places of
    config.ml. Each job is judged as far as its chain is known. config: the module of config.ml."""
    found = jobs(project)
    for name, value in _CALLED.items() if found and project.pack.release == TARGET else ():
        own = program.module(name)
        if own is not None and own.complete and own.value(value) is None:
            hides = f"`{name.lower()}.ml` hides: give that file another name"
            yield _at(found[0].name, f"main.ml calls `{name}.{value}`, which {hides}")
    for job in found:
        chain = _chain(program, config, job)
        if chain is None:
            continue
        head, *path = job.functor.split(".")
        module = program.module(head)
        seen = head
        for name in path:
            inner = module.module(name) if module is not None else None
            if module is not None and inner is None and module.complete:
                yield _at(job.name, f"`{seen}` has no module `{name}`")
            module, seen = inner, f"{seen}.{name}"
        if module is not None:
            yield from _against(project, job, chain, module, program)


def _at(node: Node, message: str) -> Conflict:
    return Conflict(node.start, node.end, CHAIN, message)


def _chain(program: Program, config: str, job: Job) -> list[Type] | None:
    """The types of a job's devices; None where the chain is not known to its end."""
    type_ = program.type_of(config, job.call)
    if type_ is None:
        return None
    type_ = prune(type_)
    if isinstance(type_, Arrow):  # `foreign ".." @@ chain`
        type_ = prune(type_.argument)
    if not isinstance(type_, Con) or not type_.args:
        return None
    found = []
    current = prune(type_.args[0])
    while isinstance(current, Arrow):
        found.append(prune(current.argument))
        current = prune(current.result)
    return found if isinstance(current, Con) and current.name == f"{_LIBRARY}job" else None


def _against(
    project: Project, job: Job, chain: list[Type], module: Module, program: Program
) -> Iterator[Conflict]:
    functor = program.functor(module)
    if functor is None:
        if chain and isinstance(module, Structure):
            found = _count(len(chain), "device")
            yield _at(job.name, f"`{job.functor}` is no functor, but config.ml gives it {found}")
        elif isinstance(module, Structure) and job.deps == 0 and _is_later(project):
            yield from _start(project, job, module, 1)
        return
    functor = _uncurried(program, functor)
    wanted = functor.parameters
    if len(wanted) != len(chain):
        yield _at(
            job.name,
            f"`{job.functor}` has {_count(len(wanted), 'parameter')}, "
            f"but config.ml gives it {_count(len(chain), 'device')}",
        )
        return
    nodes = job.types if len(job.types) == len(chain) else (job.name,) * len(chain)
    head = job.functor.partition(".")[0]
    bound = _bound_together(program, head, [name for name, _typed in wanted])
    for (name, typed), type_, node in zip(wanted, chain, nodes, strict=True):
        module_type = typed(Env(program.base))
        device = _device(type_)
        if module_type is not None and device and not _takes(project, module_type, device):
            yield _at(
                node, f"`{job.functor}` takes `{_path(module_type)}` as `{name}`, not `{device}`"
            )
        elif module_type is not None and _is_later(project) and name not in bound:
            what = f"the parameter `{name}` of `{job.functor}`"
            have = devices.MODULE_TYPES.get(device, "")
            lacks = program.misfit(head, device, have, module_type, what) if have else ""
            if lacks:
                yield _at(node, f"{lacks}; what config.ml gives is `{have}`")
    if job.deps is not None:
        made = functor.made([])
        yield from _start(project, job, made, len(chain) + job.deps)
        if len(job.types) == len(chain):
            yield from _values(job, chain, made, program)


def _bound_together(program: Program, unit: str, names: list[str]) -> set[str]:
    """The parameters whose module types name other parameters, whose types are those of devices
    that nobody knows here."""
    tree = program.units[unit].implementation if unit in program.units else None
    if tree is None:
        return set(names)
    return {
        tree.text(node.part("module_name"))
        for node in tree.root.descendants()
        if node.kind == "module_parameter"
        if any(f"{name}." in tree.text(node.child("module_type")) for name in names)
    }


def _values(job: Job, chain: list[Type], made: Module, program: Program) -> Iterator[Conflict]:
    """What `start` takes for the devices whose values are known."""
    found = made.value("start")
    type_ = prune(found.type) if isinstance(found, Binding) else None
    for device, node in zip(map(_device, chain), job.types, strict=True):
        if not isinstance(type_, Arrow):
            return
        given = prune(type_.argument)
        plain = isinstance(given, Con) and given.name in _PLAIN
        text = _VALUES.get(device)
        if device in _ABSTRACT and (plain or isinstance(given, Arrow | Tup)):
            text = f"{_LIBRARY}{device}"  # stands for what only the module of the device names
        clash = program.clash(job.functor.partition(".")[0], type_.argument, text) if text else None
        if clash is not None:
            have, want, *parts = clash
            what = f"`{want}`" if device in _VALUES else f"what `{device}` stands for alone"
            said = f"`start` of `{job.functor}` takes `{have}` here, and is given {what}"
            yield _at(node, said)._replace(types=(parts[0], parts[1]), part=True)
        type_ = prune(type_.result)


def _uncurried(program: Program, functor: Functor) -> Functor:
    """A functor with the parameters of those that it gives, as the tool applies it to all devices
    in one go."""
    parameters = list(functor.parameters)
    while (inner := program.functor(functor.made([]))) is not None:
        parameters += inner.parameters
        functor = inner
    return Functor(functor.path, parameters, functor.made, functor.formals)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _device(type_: Type) -> str:
    """What Mirage calls a device of this type; "" where that is not known."""
    known = isinstance(type_, Con) and type_.name.startswith(_LIBRARY)
    return type_.name.removeprefix(_LIBRARY) if known and isinstance(type_, Con) else ""


def _path(module_type: ModuleType) -> str:
    return module_type.item.path if module_type.item is not None else ""


def _takes(project: Project, module_type: ModuleType, device: str) -> bool:
    """Whether a parameter of this type takes a device. What is not known does."""
    former = project.pack.library.former.get(_path(module_type))
    if former is None or module_type.item is None:
        return True
    name = module_type.item.name
    last = name if name.lower() in CLOCKS else former.rpartition(".")[2]
    return devices.fits(device, last)


def _is_later(project: Project) -> bool:
    """Whether the target gives `()` to a `start` without devices, which gives a unit back."""
    return release(project.pack.release) >= (4, 9)


def _start(project: Project, job: Job, made: Module, count: int) -> Iterator[Conflict]:
    """`start` takes as many arguments as there are devices and `~deps`."""
    found = made.value("start")
    if found is None:
        if made.complete:
            yield _at(job.name, f"`{job.functor}` has no `start`")
        return
    if not isinstance(found, Binding):
        return  # the value of a signature, whose type is not read here
    type_ = prune(found.type)
    taken = 0
    while isinstance(type_, Arrow):
        if type_.label:
            return
        taken += 1
        type_ = prune(type_.result)
    if isinstance(type_, Var):
        return
    if taken != count:
        yield _at(
            job.name,
            f"`start` of `{job.functor}` takes {_count(taken, 'argument')}, but is given {count}",
        )
    elif _is_later(project) and isinstance(type_, Con) and type_.name == "Lwt.t":
        given = prune(type_.args[0])
        if isinstance(given, Con) and given.name != "unit":
            said = shown(given)[0]
            message = f"`start` of `{job.functor}` gives a promise of `{said}`, not `unit`"
            yield _at(job.name, message)._replace(types=(said, "unit"))
