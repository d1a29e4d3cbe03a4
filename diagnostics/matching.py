"""Which matcher looks for which kind of change, and which bytes make a file worth looking at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.kinds import (
    arguments,
    camlp4,
    channels,
    clock_times,
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
    connects,
    console_to_logs,
    declared_results,
    ends,
    error_constructors,
    errors,
    functor_arguments,
    handed,
    http_servers,
    implementors,
    layer_config,
    layer_values,
    layers,
    log_reporter,
    missing_packages,
    module_parts,
    module_types,
    package_names,
    platform_packages,
    promises,
    randoms,
    regular_expressions,
    results,
    safe_string,
    seams,
    types,
    values,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.workflow import Surroundings
    from mirageport.ocaml.record import Record

# (title for a log line, what finds). Their order decides nothing.
#
# What these find in an item follows from the item and what its names mean, and from whether its
# file is Mirage 2's (`Context.old`), and all that is about lies in it: it is found once, and holds
# as long as what is known of the item does.
IN_ITEMS: tuple[tuple[str, Callable[[Context, Record], Iterator[Finding]]], ...] = (
    ("renamed values", values.renamed),
    ("renamed modules", values.modules),
    ("renamed labels", values.labels),
    ("values that have gone", values.by_hand),
    ("constructors that have gone", values.constructors_by_hand),
    ("named module types", module_types.named),
    ("types that moved", types.moved),
    ("types that have gone", types.gone),
    ("int64 arguments", arguments.int64s),
    ("delays", arguments.nanoseconds),
    ("the one error of stores in an item", results.only_errors_in_item),
    ("results in an item", results.in_item),
    ("results handed on", handed.in_item),
    ("errors of two types in an item", errors.merged_in_item),
    ("results taken for unit", promises.taken_for_unit),
    ("ends taken for data", ends.in_item),
    ("modules that are parts of others", module_parts.named),
)
# These look at all of a file, or at its project.
MATCHERS: tuple[tuple[str, Callable[[Context], Iterator[Finding]]], ...] = (
    ("arguments of functors", functor_arguments.find),
    ("layers of stacks", layers.find),
    ("values of layers", layer_values.connects),
    ("packets of layers", layer_values.inputs),
    ("records of stacks", layer_config.find),
    ("the time of clocks", clock_times.find),
    ("arguments with labels", arguments.labelled),
    ("arguments made of others", arguments.wrapped),
    ("camlp4 in the code", camlp4.find),
    ("module types", module_types.find),
    ("modules that provide a device", implementors.find),
    ("modules described as a device", implementors.described),
    ("types that changed", types.changed),
    ("results", results.find),
    ("connect", connects.results),
    ("connect's clock", connects.clocks),
    ("addresses", connects.addresses),
    ("units that became results", promises.results),
    ("the console's log", promises.logs),
    ("random numbers", randoms.find),
    ("regular expressions", regular_expressions.find),
    ("the one error of stores", results.only_errors),
    ("what channels read", channels.reads),
    ("streams of channels", channels.streams),
    ("error messages", errors.find),
    ("errors of two types", errors.merged),
    ("errors that have gone", error_constructors.find),
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
    ("records that were servers", http_servers.records),
    ("servers over channels", http_servers.functors),
    ("the clock of everybody", config_needs.clocks),
    ("seams of config.ml and functor", seams.find),
    ("clocks in start", clock_values.find),
    ("results in signatures", declared_results.find),
    ("log reporters", log_reporter.find),
    ("missing packages", missing_packages.find),
    ("packages under another name", package_names.find),
    ("consoles that only log", console_to_logs.find),
)


# The same for the files around the code; loaded with the first of them.
def around() -> tuple[tuple[str, Callable[[Surroundings], Iterator[Finding]]], ...]:
    """(title for a log line, what finds) for the files around the code."""
    from mirageport.diagnostics.kinds import commands, workflow_files

    return (
        ("commands of mirage", commands.find),
        ("make depend", commands.depend),
        ("names of binaries", workflow_files.binaries),
        ("ignored files", workflow_files.ignored),
        ("names of libraries", workflow_files.libraries),
        ("camlp4", workflow_files.camlp4),
        ("packages of opam", workflow_files.packages),
        ("the generated Makefile", workflow_files.makefiles),
        ("make clean", workflow_files.cleaning),
        ("build services", workflow_files.services),
    )
