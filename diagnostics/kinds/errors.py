"""`error_message`, which gave a string, became printers for `%a`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import ErrorMessage
from mirageport.diagnostics.syntax import scrutinee, unwrapped, use_called
from mirageport.mirage.errors import error_type
from mirageport.mirage.project import library

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.ocaml.analysis import Use

ERROR_MESSAGE = "error-message"


def find(context: Context) -> Iterator[Finding]:
    """Uses of `error_message`."""
    for use, found in context.ruled(ERROR_MESSAGE):
        printer = _printer(context, use)
        qualified = f"{use.qualifier}.{printer}".lstrip(".")
        facts = ErrorMessage(use.node, use.qualifier, qualified)
        yield context.finding(
            found,
            use.node,
            facts,
            item=use.item.path,
            use=context.text(use.node),
            printer=qualified,
        )


def _printer(context: Context, use: Use) -> str:
    """`pp_write_error` where the error came from a write, `pp_error` elsewhere."""
    arguments = use.arguments
    binding = context.analysis.refs.get(unwrapped(arguments[0])) if arguments else None
    case = binding.node.up("match_case") if binding is not None else None
    call = scrutinee(context, case) if case is not None else None
    source = use_called(context, call) if call is not None else None
    name = error_type(library(), source.item) if source is not None else ""
    return f"pp_{name or 'error'}"
