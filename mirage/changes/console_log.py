"""The console's old `log`, which gave unit at once and gives a promise now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.view import release
from mirageport.diagnostics.finding import SAFE
from mirageport.diagnostics.syntax import has_operator, is_promise
from mirageport.mirage.config import seams
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import wrapped
from mirageport.ocaml.types import Var

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.editor import Editor
    from mirageport.diagnostics.kinds import Context, Finding, Node, Rule, Use
    from mirageport.ocaml.types import Mark


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
    console is still typed by its old name. Mirage waits for what `start` gives: that is a promise.
    """
    used_as = context.analysis.bound_to(use.mark)
    if "unit" in used_as:
        return True
    until = use.named.until
    if used_as or not until or release(until) >= (3, 0):
        return False
    return not _ends_start(context, use.mark)


def _ends_start(context: Context, mark: Mark | None) -> bool:
    """Whether a watched result is what the `start` of a job gives."""
    return any(
        seam.file == context.name
        and seam.start is not None
        and context.analysis.gives(seam.start.child("body"), mark)
        for seam in seams(context.project)
    )


def _log_is_known_by(context: Context, use: Use) -> tuple[str, ...]:
    used_as = context.analysis.bound_to(use.mark)
    return () if "unit" in used_as else (OLD_CONSOLE, OLD_LOG)


def _log(context: Context, use: Use, found: Rule) -> Finding:
    name = context.text(use.node)
    call = use.call
    if not call:
        # A call beside what cannot be parsed is not seen as one.
        if any(each.kind == "ERROR" for each in use.node.above.children):
            return context.used(found, use)
        message = (
            f"`{name}` returns a promise in {context.target}, and is passed here as a function "
            f"that returns unit: pass `fun c s -> Lwt.async (fun () -> {name} c s)`."
        )
        return context.used(found, use, message=message)
    form = log_form(context, use)
    applicability = SAFE if form in ("return", "map") else found.applicability
    known_by = _log_is_known_by(context, use)
    return context.used(
        found,
        use,
        SyncLog(call, use),
        applicability=applicability,
        # The call is a promise then, and would be taken for an old one again.
        shows=(OLD_LOG,) if known_by else (),
        known_by=known_by,
    )


def log_form(context: Context, use: Use) -> str:
    """Where an old `log` call stands, which decides how it is rewritten.

    "return": the argument of `Lwt.return`. "map": the whole body of the function after `>|=`.
    "sequence": followed by `;` and a promise. "partial": short of arguments. "unit": elsewhere.
    """
    call = use.call
    assert call
    if len(use.arguments) != 2:
        return "partial"
    outer = wrapped(call)
    parent = outer.above
    if parent.kind == "application_expression" and len(parent.all("argument")) == 1:
        if context.text(parent.child("function")) in ("Lwt.return", "return"):
            return "return"
    if parent.kind == "fun_expression" and outer.field == "body" and _is_mapped(context, parent):
        return "map"
    if parent.kind == "sequence_expression":
        last = parent.named_children[-1]
        given = context.type_of(last)
        ends = isinstance(given, Var) and _ends_start(context, given.mark)
        if last is not outer and (ends or is_promise(context, last)):
            return "sequence"
    return "unit"


def _is_mapped(context: Context, function: Node) -> bool:
    outer = wrapped(function)
    mapped = outer.field == "right" and context.text(outer.above.child("operator")) == ">|="
    return mapped and has_operator(context, function, ">>=")


# -- the fix ---------------------------------------------------------------------------------------


class SyncLog(NamedTuple):
    """A call of the console's `log` as it was: giving unit, now a promise of it."""

    node: Node
    use: Use

    def edit(self, editor: Editor) -> str:
        """An old `log` call, by where it stands."""
        context, node, outer = editor.context, self.node, wrapped(self.node)
        form, inside = log_form(context, self.use), outer is not self.node
        if form == "return":
            editor.replace(outer.above.start, node.start, "")
            editor.replace(node.end, outer.above.end, "")
            return "Return the promise of `log`"
        if form == "map":
            editor.replace_node(wrapped(outer.above).above.child("operator"), ">>=")
            return "Bind instead of map, because `log` returns a promise"
        if form == "sequence":
            _wait(editor, outer, inside, editor.has_operator(node, ">>="))
            return "Wait for the promise of `log`"
        before, after = "Lwt.async (fun () -> ", ")"
        if form == "partial":
            before, after = f"fun s -> {before}", " s)"
        if not inside and (form == "partial" or node.above.kind in _OPERANDS):
            before, after = f"({before}", f"{after})"
        editor.insert(node.start, before)
        editor.insert(node.end, after)
        return "Do not wait for the promise of `log`"


# Where an expression needs parentheses.
_OPERANDS = ("application_expression", "labeled_argument")


def _wait(editor: Editor, outer: Node, inside: bool, infix: bool) -> None:
    """`log c s; rest` that waits for the promise. infix: whether `>>=` can be written."""
    sequence = outer.above
    semicolon = sequence.children[sequence.children.index(outer) + 1]
    if infix:
        blank = not editor.source.text(outer.end, semicolon.start).strip(" ")
        editor.replace(outer.end if blank else semicolon.start, semicolon.end, " >>= fun () ->")
        return
    before, after = ("", "") if inside else ("(", ")")
    editor.insert(outer.start, f"Lwt.bind {before}")
    editor.replace(semicolon.start, semicolon.end, f"{after} (fun () ->")
    editor.insert(sequence.end, ")")
