"""The pack of Mirage: what the engine needs to know to port unikernels.

Whoever only asks whether a file is worth a look loads nothing more than this.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.data import Interfaces, packaged
from mirageport.diagnostics.pack import Code, Files, Pack
from mirageport.diagnostics.shapes import PLAIN, Becomes
from mirageport.mirage.files import CONFIG, WRITTEN, is_config
from mirageport.mirage.releases import STEPS, TARGET, build, release_name
from mirageport.mirage.workflow.file_names import concerned, concerned_later, language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mirageport.api.library import Library, Target
    from mirageport.diagnostics.facts import Rewrite
    from mirageport.diagnostics.kinds import Context, Edit, Finding, Project
    from mirageport.diagnostics.pack import Changes, OnCrash
    from mirageport.ocaml.promise import Promise
    from mirageport.ocaml.strict.check import Program
    from mirageport.ocaml.strict.state import Conflict

_HERE = "mirageport.mirage"

# What other extensions of camlp4 read begins so: derivers of types, quotations, conditions.
FORMS = (
    *(b"with sexp", b"with bin_io", b"with compare", b"with fields", b"with xml", b"with json"),
    *(b"<:", b"IFDEF", b"IFNDEF"),
)

# The module of the keys, and not one such as `Key_generate`.
_KEYS = (b"Key_gen.", b"Key_gen ", b"Key_gen\n", b"Key_gen\r")

# Without one of these names in its bytes, nothing in a file can come from a Mirage 2 interface.
_WORDS = (
    *(b"V1", b"Mirage", b"OS", b"Netif", b"Clock", b"Block", b"Console_", b"Channel", b"Fat"),
    *(b"Fflow", b"Ethif", b"Arpv4", b"Ipv4", b"Ipv6", b"Icmpv4", b"Udp", b"Tcp", b"Dhcp_"),
    *(b"Wire_structs", b"Nocrypto_entropy_xen", b"Io_page", b"_mirage", b"Vchan", b"Netchannel"),
    *(b"_unix", b"Lwt_io_flow", b"Functoria", b"Bootvar", b"Vnetif", b"Irmin", b"HTTP."),
    *(b"Cohttp_lwt", b"cstruct ", b"cenum ", b"X509", b"Nocrypto", b"Html5", b"Nat_"),
    *(b"Mdns_server", b"Bootvar_gen", b"Static1", b"Cow"),
    *_KEYS,
    *FORMS,
)

# The same of interfaces that changed after Mirage 3.0.
_LATER_WORDS = (
    *(b"Cstruct", b"Ipaddr", b"Macaddr", b"Tcpip", b"Ethernet", b"Arp", b"Tcp", b"Dns", b"Tls"),
    *(b"X509", b"Nocrypto", b"Cohttp", b"Conduit", b"Resolver", b"Dhcp", b"Git", b"Irmin"),
    *(b"Ca_certs_nss", b"Happy_eyeballs", b"Paf", b"Httpaf", b"H1", b"Mclock", *_KEYS),
    *(b"Pclock", b"Static_ipv4", b"Stdlibrandom", b"Randomconv", b"TCPV4", b"UDPV4", b"IPV4"),
    *(b"Tar_mirage", b"Http_mirage", b"Letsencrypt", b"LE", b"Qubesdb", b"Xen_os", b"Solo5_os"),
    *(b"Unix_os", b"MProf", b"Mimic", b"Kv", b"KV", b"Optint", b"Yojson", b"bytes"),
)

# What the results of Mirage 2 had (mirage v2.9.1 types/V1.mli), and what became of it (mirage-flow
# v1.2.0 src/mirage_flow.mli).
_ERROR = Becomes("Error")
_SHAPES = {
    "plain": PLAIN,
    "read": {
        "`Ok": Becomes("Ok", inside="`Data"),
        "`Eof": Becomes("Ok", constant="`Eof"),
        "`Error": _ERROR,
    },
    "write": {"`Ok": Becomes("Ok"), "`Eof": Becomes("Error", constant="`Closed"), "`Error": _ERROR},
    "message": {"`Ok": Becomes("Ok"), "`Error": Becomes("Error", inside="`Msg")},
    "timeout": {
        "`Ok": Becomes("Ok"),
        "`Timeout": Becomes("Error", constant="`Timeout", matched="_"),
    },
}


def pack(target: str = TARGET) -> Pack:
    """What is known of Mirage, as one value. target: the release that code is ported to."""
    return Pack(
        target,
        release_name(target),
        lambda: library(target),
        lambda: judged(target),
        packaged(_HERE, "rules"),
        _WORDS if target == TARGET else (*_WORDS, *_LATER_WORDS),
        _files(target),
        Code(_changes, _around, _conflicts, _brings, _mends),
        _SHAPES,
        judges_all=target != TARGET,
        steps=STEPS,
        build=build(target),
    )


def _files(target: str) -> Files:
    around = concerned if target == TARGET else concerned_later
    return Files(language, is_config, (CONFIG,), WRITTEN, concerned=around)


def interfaces(target: str = TARGET) -> Interfaces:
    """The interfaces of Mirage, and the release that code is ported to."""
    return Interfaces(packaged(_HERE, "interfaces"), target)


def library(target: str = TARGET) -> Library:
    """The interfaces as modules, with their history until the target."""
    from mirageport.api.library import Library
    from mirageport.mirage.names import names

    return Library(interfaces(target), names(target), promise())


def judged(target: str = TARGET) -> Target:
    """Those of the target alone."""
    from mirageport.api.library import Target
    from mirageport.mirage.names import names

    return Target(interfaces(target), names(target), promise())


def promise() -> Promise:
    """Promises of Lwt (lwt 2.6, src/core/lwt.mli)."""
    from mirageport.ocaml.promise import Promise

    return Promise(
        type="Lwt.t",
        module="Lwt",
        infix="Lwt.Infix",
        extension="lwt",
        unit="return_unit",
        map="map",
        fail="fail_with",
        fails=("fail", "fail_with"),
    )


def _changes() -> Changes:
    from mirageport.mirage.matching import CHANGES

    return CHANGES


def _around(project: Project, name: str, on_crash: OnCrash | None) -> list[Finding]:
    from mirageport.mirage.workflow.matching import around

    return around(project, name, on_crash)


def _conflicts(project: Project, program: Program, module: str) -> Iterable[Conflict]:
    from mirageport.mirage.job_conflicts import job_conflicts

    return job_conflicts(project, program, module)


def _mends(context: Context, start: int, given: str) -> Rewrite | None:
    from mirageport.mirage.changes.start_unit import logged

    return logged(context, start, given)


def _brings(context: Context, module: str) -> tuple[Edit, ...] | None:
    from mirageport.mirage.changes.missing_packages import brought

    return brought(context, module)
