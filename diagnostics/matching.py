"""The general kinds of change, and what finds each of them."""

from __future__ import annotations

from mirageport.diagnostics.changes import (
    arguments,
    error_constructors,
    errors,
    functor_arguments,
    handed,
    module_parts,
    module_types,
    promises,
    results,
    types,
    values,
)
from mirageport.diagnostics.pack import Changes

# (title for a log line, what finds). Their order decides nothing.
#
# What the first ones find in an item follows from the item and what its names mean, and from
# whether its file is an old one (`Context.old`), and all that is about lies in it: it is found
# once, and holds as long as what is known of the item does. The others look at all of a file, or at
# its project.
GENERAL = Changes(
    in_items=(
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
        ("modules that are parts of others", module_parts.named),
    ),
    in_files=(
        ("module types", module_types.find),
        ("arguments of functors", functor_arguments.find),
        ("arguments with labels", arguments.labelled),
        ("arguments made of others", arguments.wrapped),
        ("types that changed", types.changed),
        ("results", results.find),
        ("units that became results", promises.results),
        ("the one error of stores", results.only_errors),
        ("error messages", errors.find),
        ("errors of two types", errors.merged),
        ("errors that have gone", error_constructors.find),
    ),
)
