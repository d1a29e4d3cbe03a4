"""The console's old `log`, which gave unit at once and gives a promise now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.editor import Editor, atomic
from mirageport.diagnostics.finding import SAFE
from mirageport.diagnostics.log_writers import in_reporter
from mirageport.diagnostics.syntax import has_operator, is_promise
from mirageport.mirage.changes.log_lines import line
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import unwrapped, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Finding, Node, Rule, Use


# What shows that `log` gives unit (`Finding.shows`): the console's old name, as every module type
# shows its own, and `log_s`.
OLD_CONSOLE = "CONSOLE"
OLD_LOG = "log"

UNIT_PROMISE = "unit-became-promise"


def find(context: Context) -> Iterator[Finding]:
    """The console's old `log`, which gave unit at once."""
    for use, found in context.ruled(UNIT_PROMISE):
        if is_old_log(context, use):
            yield _log(context, use, found)


def is_old_log(context: Context, use: Use) -> bool:
    """Whether a call of `log` is Mirage 2's: its result is used as unit, or nothing says and the
    console is still typed by its old name."""
    used_as = context.analysis.bound_to(use.mark)
    if "unit" in used_as:
        return True
    return not used_as and bool(use.named.until)


def _log_is_known_by(context: Context, use: Use) -> tuple[str, ...]:
    used_as = context.analysis.bound_to(use.mark)
    return () if "unit" in used_as else (OLD_CONSOLE, OLD_LOG)


def _log(context: Context, use: Use, found: Rule) -> Finding:
    name = context.text(use.node)
    call = use.call
    if not call:
        message = (
            f"`{name}` returns a promise in {context.target}, and is passed here as a function "
            "that returns unit: pass one that logs with `Logs`."
        )
        return context.used(found, use, message=message)
    form = log_form(context, use)
    applicability = SAFE if form in ("return", "map") else found.applicability
    facts = SyncLog(call, use)
    known_by = _log_is_known_by(context, use)
    # A call that stays is a promise, and would be taken for an old one again.
    stays = form not in ("unit", "partial")
    return context.used(
        found,
        use,
        facts,
        applicability=applicability,
        shows=(OLD_LOG,) if known_by and stays else (),
        known_by=known_by,
    )


def log_form(context: Context, use: Use) -> str:
    """Where an old `log` call stands, which decides how it is rewritten.

    "return": the argument of `Lwt.return`. "map": the whole body of the function after `>|=`.
    "sequence": followed by `;` and a promise. "partial": short of arguments. "reporter", "partial
    reporter": in what writes the lines of `Logs`. "unit": elsewhere.
    """
    call = use.call
    assert call
    reporter = in_reporter(context, call)
    if len(use.arguments) != 2:
        return "partial reporter" if reporter else "partial"
    if reporter:
        return "reporter"
    outer = wrapped(call)
    parent = outer.above
    if not parent:
        return "unit"
    if parent.kind == "application_expression" and len(parent.all("argument")) == 1:
        if context.text(parent.child("function")) in ("Lwt.return", "return"):
            return "return"
    if parent.kind == "fun_expression" and parent.get("body") is outer:
        if _is_map_body(context, parent):
            return "map"
    if parent.kind == "sequence_expression":
        members = parent.named_children
        if members[-1] is not outer and is_promise(context, members[-1]):
            return "sequence"
    return "unit"


def _is_map_body(context: Context, function: Node) -> bool:
    outer = wrapped(function)
    parent = outer.above
    if parent.kind != "infix_expression" or parent.get("right") is not outer:
        return False
    mapped = context.text(parent.child("operator")) == ">|="
    return mapped and has_operator(context, function, ">>=")


# -- the fix ---------------------------------------------------------------------------------------


class SyncLog(NamedTuple):
    """A call of the console's `log` as it was: giving unit, now a promise of it."""

    node: Node
    use: Use

    def edit(self, editor: Editor) -> str:
        """An old `log` call, by where it stands."""
        context = editor.context
        form = log_form(context, self.use)
        if form == "sequence" and not has_operator(context, self.node, ">>="):
            form = "bind"
        return _LOG_FORMS[form](editor, self)


def _log_returned(editor: Editor, facts: SyncLog) -> str:
    application = wrapped(facts.node).above
    assert application
    editor.replace(application.start, facts.node.start, "")
    editor.replace(facts.node.end, application.end, "")
    return "Return the promise of `log`"


def _log_mapped(editor: Editor, facts: SyncLog) -> str:
    function = wrapped(facts.node).above
    assert function
    operator = wrapped(function).above.child("operator")
    assert operator
    editor.replace_node(operator, ">>=")
    return "Bind instead of map, because `log` returns a promise"


def _log_in_sequence(editor: Editor, facts: SyncLog) -> str:
    outer = wrapped(facts.node)
    sequence = outer.above
    assert sequence
    semicolon = sequence.children[sequence.children.index(outer) + 1]
    blank = not editor.source.text(outer.end, semicolon.start).strip(" ")
    start = outer.end if blank else semicolon.start
    editor.replace(start, semicolon.end, " >>= fun () ->")
    return "Wait for the promise of `log`"


def _log_bound(editor: Editor, facts: SyncLog) -> str:
    """The same where no `>>=` is in scope."""
    outer = wrapped(facts.node)
    sequence = outer.above
    assert sequence
    semicolon = sequence.children[sequence.children.index(outer) + 1]
    before, after = ("", "") if outer is not facts.node else ("(", ")")
    editor.insert(outer.start, f"Lwt.bind {before}")
    editor.replace(semicolon.start, semicolon.end, f"{after} (fun () ->")
    editor.insert(sequence.end, ")")
    return "Wait for the promise of `log`"


def _log_elsewhere(editor: Editor, facts: SyncLog) -> str:
    message = facts.use.arguments[1]
    outer = wrapped(facts.node)
    text = _log_call(editor, message)
    bare = outer is not facts.node or not _is_operand(facts.node)
    editor.replace_node(facts.node, text if bare else f"({text})")
    return "Log with `Logs`, which returns unit"


def _log_call(editor: Editor, message: Node) -> str:
    inner = unwrapped(message)
    if inner.kind == "string" and "%" not in editor.text(inner):
        return f"Logs.info (fun f -> f {editor.text(inner)})"
    given, context = line(editor.context, message), editor.context
    if given.formatter is not None and context.analysis.refs.get(given.formatter) is None:
        text = editor.source.text(given.format[0].start, given.format[-1].end)
        return f"Logs.info (fun f -> f {text})"
    return f'Logs.info (fun f -> f "%s" {atomic(editor, message)})'


def _log_partial(editor: Editor, facts: SyncLog) -> str:
    text = 'fun s -> Logs.info (fun f -> f "%s" s)'
    editor.replace_node(facts.node, text if wrapped(facts.node) is not facts.node else f"({text})")
    return "Log with `Logs`, which returns unit"


def _log_reported(editor: Editor, facts: SyncLog) -> str:
    """Through `Logs` it would come here again."""
    outer = wrapped(facts.node)
    text = f"Lwt.async (fun () -> {editor.text(facts.node)})"
    bare = outer is not facts.node or not _is_operand(facts.node)
    editor.replace_node(facts.node, text if bare else f"({text})")
    return "Do not wait for the promise of `log`"


def _log_partly_reported(editor: Editor, facts: SyncLog) -> str:
    outer = wrapped(facts.node)
    text = f"fun s -> Lwt.async (fun () -> {editor.text(facts.node)} s)"
    editor.replace_node(facts.node, text if outer is not facts.node else f"({text})")
    return "Do not wait for the promise of `log`"


def _is_operand(node: Node) -> bool:
    return node.above.kind in ("application_expression", "labeled_argument")


_LOG_FORMS = {
    "return": _log_returned,
    "map": _log_mapped,
    "sequence": _log_in_sequence,
    "bind": _log_bound,
    "partial": _log_partial,
    "reporter": _log_reported,
    "partial reporter": _log_partly_reported,
    "unit": _log_elsewhere,
}
