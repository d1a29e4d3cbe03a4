"""The general kinds of change, and what finds each of them."""

from __future__ import annotations

from mirageport.diagnostics.changes import (
    assignments,
    error_constructors,
    errors,
    fields,
    functor_arguments,
    handed,
    libraries,
    module_parts,
    module_types,
    opens,
    promises,
    removed_constructors,
    results,
    templates,
    tuples,
    types,
    values,
)
from mirageport.diagnostics.pack import Changes

# (title for a log line, what finds). Their order decides nothing.
GENERAL = Changes(
    in_files=(
        ("renamed values", values.renamed),
        ("labels that were removed", values.labels),
        ("renamed modules", values.modules),
        ("values that were removed", values.by_hand),
        ("constructors", values.constructors),
        ("named module types", module_types.named),
        ("types that moved", types.moved),
        ("types that were removed", types.gone),
        ("libraries that code needs", libraries.find),
        ("releases that code needs", libraries.bounded),
        ("calls that are written differently", templates.find),
        ("tuples of types that are abstract now", tuples.find),
        ("characters that are assigned", assignments.find),
        ("results handed on", handed.find),
        ("results taken for unit", promises.taken_for_unit),
        ("modules that are parts of others", module_parts.named),
        ("module types", module_types.find),
        ("opens of removed modules", opens.find),
        ("arguments of functors", functor_arguments.find),
        ("types that changed", types.changed),
        ("results", results.find),
        ("units that became results", promises.results),
        ("the one error of stores", results.only_errors),
        ("error messages", errors.find),
        ("errors of two types", errors.merged),
        ("errors that were removed", error_constructors.find),
        ("constructors that were removed", removed_constructors.find),
        ("fields of records", fields.find),
    )
)
