"""The kinds of change that only Mirage has, and what finds each of them. Loaded by the first file
that is looked at (`mirage.pack`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.pack import Changes, When
from mirageport.mirage.camlp4 import sequences
from mirageport.mirage.changes import (
    clock_types,
    clock_values,
    config,
    config_addresses,
    config_choices,
    config_defaults,
    config_devices,
    config_needs,
    config_notes,
    config_packages,
    config_wrappers,
    console_log,
    console_to_logs,
    declared_results,
    ends,
    http_servers,
    implementors,
    layers,
    missing_packages,
    package_names,
    seams,
)
from mirageport.mirage.pack import FORMS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType

    from mirageport.diagnostics.kinds import Context, Finding


def _channels() -> ModuleType:
    from mirageport.mirage.changes import channels

    return channels


def _clock_times() -> ModuleType:
    from mirageport.mirage.changes import clock_times

    return clock_times


def _clock_dates() -> ModuleType:
    from mirageport.mirage.changes import clock_dates

    return clock_dates


def _addresses() -> ModuleType:
    from mirageport.mirage.changes import connect_addresses

    return connect_addresses


def _connects() -> ModuleType:
    from mirageport.mirage.changes import connects

    return connects


def _log_reporter() -> ModuleType:
    from mirageport.mirage.changes import log_reporter

    return log_reporter


def _randoms() -> ModuleType:
    from mirageport.mirage.changes import randoms

    return randoms


def _removed_rows() -> ModuleType:
    from mirageport.mirage.changes import removed_rows

    return removed_rows


def _expressions() -> ModuleType:
    from mirageport.mirage.changes import regular_expressions

    return regular_expressions


def _objects() -> ModuleType:
    from mirageport.mirage.changes import config_objects

    return config_objects


def _servers() -> ModuleType:
    from mirageport.mirage.changes import config_servers

    return config_servers


def _jobs() -> ModuleType:
    from mirageport.mirage.changes import config_jobs

    return config_jobs


def _targets() -> ModuleType:
    from mirageport.mirage.changes import config_targets

    return config_targets


def _device_code() -> ModuleType:
    from mirageport.mirage.changes import device_code

    return device_code


def _device_values() -> ModuleType:
    from mirageport.mirage.changes import device_values

    return device_values


def _stack_addresses() -> ModuleType:
    from mirageport.mirage.changes import stack_addresses

    return stack_addresses


def _dns_order() -> ModuleType:
    from mirageport.mirage.changes import dns_order

    return dns_order


def _static_addresses() -> ModuleType:
    from mirageport.mirage.changes import static_addresses

    return static_addresses


def _start_unit() -> ModuleType:
    from mirageport.mirage.changes import start_unit

    return start_unit


def _removed_deps() -> ModuleType:
    from mirageport.mirage.changes import removed_deps

    return removed_deps


def _keys() -> ModuleType:
    from mirageport.mirage.changes import runtime_keys

    return runtime_keys


def _device_types() -> ModuleType:
    from mirageport.mirage.changes import device_types

    return device_types


def _key_names() -> ModuleType:
    from mirageport.mirage.changes import key_names

    return key_names


def _argument_reads() -> ModuleType:
    from mirageport.mirage.changes import argument_reads

    return argument_reads


def _joins() -> ModuleType:
    from mirageport.mirage.changes import kv_joins

    return kv_joins


def _port_listeners() -> ModuleType:
    from mirageport.mirage.changes import port_listeners

    return port_listeners


def _header() -> ModuleType:
    from mirageport.mirage.changes import config_header

    return config_header


def _leftovers() -> ModuleType:
    from mirageport.mirage.changes import leftovers

    return leftovers


def _registers() -> ModuleType:
    from mirageport.mirage.changes import register_labels

    return register_labels


def _platforms() -> ModuleType:
    from mirageport.mirage.changes import platform_packages

    return platform_packages


def _strings() -> ModuleType:
    from mirageport.mirage.changes import safe_string

    return safe_string


def _layer_values() -> ModuleType:
    from mirageport.mirage.changes import layer_values

    return layer_values


def _layer_config() -> ModuleType:
    from mirageport.mirage.changes import layer_config

    return layer_config


def _layouts() -> ModuleType:
    from mirageport.mirage.changes import cstruct_syntax

    return cstruct_syntax


def _forms() -> ModuleType:
    from mirageport.mirage.changes import camlp4_forms

    return camlp4_forms


def _camlp4(context: Context) -> Iterable[Finding]:
    if not context.source.holds(b"lwt") and not sequences(context.source.data):
        return ()
    from mirageport.mirage.changes.camlp4 import find

    return find(context)


# Without one of these words there is no such change.
_RANDOM = (b"Random",)
_BASE = (b"base_configurable",)
_TYPE = (b"Type",)
_JOB = (b"job",)
_ETHERNET = (b"arpv4", b"Ethif")
_CONFIG = (b"V1_LWT", b"config")
_SERVER = (b"Server",)
_LAYOUTS = (b"cstruct ", b"cenum ")
_ROWS = (b"Mirage_", b"TIME", b"CLOCK", b"RANDOM", b"job")
_KEYS = (b"~keys",)
_READER = (b"Key_gen",)
_ARGUMENT = (b"register_arg",)
_STORES = (b"Mirage_kv",)
_LINE = (b"(* mirage ",)
_REGISTER = (b"register",)
_BYTES = (b"Bytes", b"bytes", b"Lwt_unix")

# As `diagnostics.matching.GENERAL`.
CHANGES = Changes(
    in_files=(
        ("ends taken for data", ends.find),
        ("layers of stacks", layers.find),
        ("values of layers", When("connect-layers", load=lambda: _layer_values().connects)),
        ("packets of layers", When(words=_ETHERNET, load=lambda: _layer_values().inputs)),
        ("records of stacks", When(words=_CONFIG, load=lambda: _layer_config().find)),
        ("records that were servers", http_servers.records),
        ("servers over channels", http_servers.functors),
        ("servers that listen", http_servers.listens),
        ("clients over a conduit", http_servers.clients),
        ("the time of clocks", When("clock-time", load=lambda: _clock_times().find)),
        ("the date of clocks", When("clock-date", load=lambda: _clock_dates().find)),
        ("camlp4 in the code", _camlp4),
        ("definitions of cstruct's syntax", When(words=_LAYOUTS, load=lambda: _layouts().find)),
        ("other syntaxes of camlp4", When(words=FORMS, load=lambda: _forms().find)),
        ("module types of clocks", clock_types.find),
        ("modules that provide a device", implementors.find),
        ("modules described as a device", implementors.described),
        ("connect", When("connect-result", load=lambda: _connects().results)),
        ("connect's clock", When("connect-clock", load=lambda: _connects().clocks)),
        ("addresses", When("address-setter", load=lambda: _addresses().addresses)),
        ("the console's log", console_log.find),
        (
            "the standard library's random numbers",
            When(words=_RANDOM, load=lambda: _randoms().arguments),
        ),
        ("regular expressions", When("regular-expression", load=lambda: _expressions().find)),
        ("what channels read", When("value-became-result", load=lambda: _channels().reads)),
        ("streams of channels", When("channel-stream", load=lambda: _channels().streams)),
        ("clocks of config.ml", config.clocks),
        ("stacks of config.ml", config.stacks),
        ("addresses of config.ml", config_addresses.addresses),
        ("packages of config.ml", config_packages.packages),
        ("choices of config.ml", config_choices.idioms),
        ("modes of config.ml", When("configuration-mode", load=lambda: _targets().modes)),
        ("ethernet of config.ml", config_devices.over_ethernet),
        ("converters of config.ml", config_devices.converters),
        ("stores of config.ml", config_devices.stores_of_files),
        ("keys that say the contrary", When("key-negated", load=lambda: _targets().negated)),
        ("packages that Mirage adds", config_defaults.brought),
        ("syntaxes of config.ml", config_defaults.syntaxes),
        ("wrappers of stacks", config_wrappers.find),
        ("what config.ml may keep", config_notes.notes),
        ("placeholders in config.ml", When(words=(b"%",), load=lambda: config_notes.placeholders)),
        ("names of config.ml", config_notes.names),
        ("interfaces of config.ml", config_notes.interfaces),
        ("environment of config.ml", config_notes.environment),
        ("cases of targets", config_notes.targets),
        ("cases of keys", config_notes.cases),
        ("devices of config.ml's own", When(words=_BASE, load=lambda: _objects().find)),
        ("types of devices", When("type-of-device", load=lambda: _objects().types_of_devices)),
        ("ports of web servers", When("server-port", load=lambda: _servers().find)),
        ("jobs of Mirage 1", When("jobs-with-drivers", load=lambda: _jobs().find)),
        ("entropy of config.ml", config_needs.entropy),
        ("languages like config.ml's", config_needs.languages),
        ("times of the system", config_needs.times),
        (
            "code of devices",
            When("device-impl", words=_TYPE, load=lambda: _device_code().find),
        ),
        (
            "starts without devices",
            When(words=_JOB, rule="start-unit", load=lambda: _start_unit().find),
        ),
        ("devices in deps", When("removed-dep", load=lambda: _removed_deps().find)),
        ("DNS clients of config.ml", When("dns-order", load=lambda: _dns_order().find)),
        (
            "addresses of layers",
            When("static-address", load=lambda: _static_addresses().find),
        ),
        ("fixed addresses", When("address-labels", load=lambda: _stack_addresses().find)),
        ("keys of devices", When("device-values", load=lambda: _device_values().find)),
        (
            "keys of config.ml",
            When("runtime-key", words=_KEYS, rule="runtime-key", load=lambda: _keys().find),
        ),
        ("reads of keys", When(words=_READER, rule="runtime-key", load=lambda: _keys().reads)),
        (
            "arguments read too early",
            When(words=_ARGUMENT, rule="runtime-arg-early", load=lambda: _argument_reads().find),
        ),
        (
            "keys that are joined again",
            When(words=_STORES, rule="kv-rejoined", load=lambda: _joins().find),
        ),
        (
            "listeners of ports",
            When("port-listeners", load=lambda: _port_listeners().find),
        ),
        (
            "names of keys",
            When(words=_READER, rule="key-gen-names", load=lambda: _key_names().find),
        ),
        (
            "the first line of config.ml",
            When(words=_LINE, rule="config-header", load=lambda: _header().find),
        ),
        (
            "generated files",
            When(words=_REGISTER, rule="generated-left", load=lambda: _leftovers().find),
        ),
        ("labels of register", When("register-packages", load=lambda: _registers().find)),
        ("packages of a platform", When(words=(b"get_mode",), load=lambda: _platforms().find)),
        ("strings and bytes", When(words=_BYTES, load=lambda: _strings().find)),
        (
            "types of strings",
            When(words=_BYTES[1:2], rule="bytes-type", load=lambda: _strings().types),
        ),
        ("the global clock", config_needs.clocks),
        ("seams of config.ml and functor", seams.find),
        ("rows of removed devices", When(words=_ROWS, load=lambda: _removed_rows().find)),
        ("clocks in start", clock_values.find),
        ("results in signatures", declared_results.find),
        (
            "module types of devices",
            When("device-type", words=_SERVER, load=lambda: _device_types().find),
        ),
        ("log reporters", When("log-reporter", load=lambda: _log_reporter().find)),
        ("missing packages", missing_packages.find),
        ("packages under another name", package_names.find),
        ("consoles that only log", console_to_logs.find),
    )
)
