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
    config_choices,
    config_defaults,
    config_devices,
    config_needs,
    config_notes,
    config_objects,
    config_servers,
    config_targets,
    config_wrappers,
    console_log,
    console_to_logs,
    declared_results,
    ends,
    implementors,
    ipv4_arp,
    missing_packages,
    package_names,
    platform_packages,
    safe_string,
    seams,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding


def _channels() -> ModuleType:
    from mirageport.mirage.changes import channels

    return channels


def _clock_times() -> ModuleType:
    from mirageport.mirage.changes import clock_times

    return clock_times


def _connects() -> ModuleType:
    from mirageport.mirage.changes import connects

    return connects


def _log_reporter() -> ModuleType:
    from mirageport.mirage.changes import log_reporter

    return log_reporter


def _randoms() -> ModuleType:
    from mirageport.mirage.changes import randoms

    return randoms


def _expressions() -> ModuleType:
    from mirageport.mirage.changes import regular_expressions

    return regular_expressions


def _random_arguments(context: Context) -> Iterable[Finding]:
    if b"Random" not in context.source.data:
        return ()
    found: Iterable[Finding] = _randoms().arguments(context)
    return found


def _camlp4(context: Context) -> Iterable[Finding]:
    data = context.source.data
    if b"lwt" not in data and not sequences(data):
        return ()
    from mirageport.mirage.changes.camlp4 import find

    return find(context)


# As `diagnostics.matching.GENERAL`.
CHANGES = Changes(
    in_items=(("ends taken for data", ends.in_item),),
    in_files=(
        ("address resolution of its own", ipv4_arp.find),
        ("the time of clocks", When("clock-time", load=lambda: _clock_times().find)),
        ("camlp4 in the code", _camlp4),
        ("module types of clocks", clock_types.find),
        ("modules that provide a device", implementors.find),
        ("modules described as a device", implementors.described),
        ("connect", When("connect-result", load=lambda: _connects().results)),
        ("connect's clock", When("connect-clock", load=lambda: _connects().clocks)),
        ("addresses", When("address-setter", load=lambda: _connects().addresses)),
        ("the console's log", console_log.find),
        ("random numbers", When("call-dropped", "random-int", load=lambda: _randoms().find)),
        ("the standard library's random numbers", _random_arguments),
        (
            "regular expressions",
            When("regular-expression", load=lambda: _expressions().find),
        ),
        ("what channels read", When("value-became-result", load=lambda: _channels().reads)),
        ("streams of channels", When("channel-stream", load=lambda: _channels().streams)),
        ("clocks of config.ml", config.clocks),
        ("stacks of config.ml", config.stacks),
        ("addresses of config.ml", config.addresses),
        ("packages of config.ml", config.packages),
        ("choices of config.ml", config_choices.idioms),
        ("modes of config.ml", config_targets.modes),
        ("ethernet of config.ml", config_devices.over_ethernet),
        ("labels of config.ml", config_devices.dropped_labels),
        ("converters of config.ml", config_devices.converters),
        ("targets of config.ml", config_targets.is_xen),
        ("packages that come anyhow", config_defaults.brought),
        ("syntaxes of config.ml", config_defaults.syntaxes),
        ("wrappers of stacks", config_wrappers.find),
        ("results of config.ml", config_devices.converted_results),
        ("what config.ml may keep", config_notes.notes),
        ("names of config.ml", config_notes.names),
        ("interfaces of config.ml", config_notes.interfaces),
        ("environment of config.ml", config_notes.environment),
        ("cases of targets", config_notes.targets),
        ("devices of config.ml's own", config_objects.find),
        ("types of devices", config_objects.types_of_devices),
        ("ports of web servers", config_servers.find),
        ("entropy of config.ml", config_needs.entropy),
        ("languages like config.ml's", config_needs.languages),
        ("times of the system", config_needs.times),
        ("packages of a platform", platform_packages.find),
        ("strings and bytes", safe_string.find),
        ("the clock of everybody", config_needs.clocks),
        ("seams of config.ml and functor", seams.find),
        ("clocks in start", clock_values.find),
        ("results in signatures", declared_results.find),
        ("log reporters", When("log-reporter", load=lambda: _log_reporter().find)),
        ("missing packages", missing_packages.find),
        ("packages under another name", package_names.find),
        ("consoles that only log", console_to_logs.find),
    ),
)
