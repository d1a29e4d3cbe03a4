"""What reading from a channel gives: a value in Mirage 2, which raised at the end of the flow, and
a result in Mirage 3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.constructors import in_result
from mirageport.diagnostics.finding import OLD_NAMES
from mirageport.diagnostics.syntax import continuation, is_function
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import unwrapped, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Editor, Finding, Node, Rule, Use


VALUE_RESULT = "value-became-result"
STREAM = "channel-stream"


def reads(context: Context) -> Iterator[Finding]:
    """Calls that promised a value and promise a result of data or the end now."""
    for use, found in context.ruled(VALUE_RESULT):
        if _takes_a_value(context, use):
            yield _read(context, use, found)


def _takes_a_value(context: Context, use: Use) -> bool:
    """Whether the code takes what is read for the value itself, as Mirage 2 gave it."""
    used_as = context.analysis.bound_to(use.mark)
    return "result" not in used_as and (bool(used_as) or context.old)


def _read(context: Context, use: Use, found: Rule) -> Finding:
    name, call = context.text(use.node), use.call
    if not call or is_function(context, call):
        message = (
            f"`{name}` returns a `result` in {context.target}, and is passed here as a function "
            "that returns the data: pass a function that handles the end and the error."
        )
        return context.used(found, use, message=message)
    facts = DataResult(call, use, use.sibling("pp_error"))
    used_as = context.analysis.bound_to(use.mark)
    known_by = () if used_as else (OLD_NAMES,)
    return context.used(found, use, facts, known_by=known_by)


def streams(context: Context) -> Iterator[Finding]:
    """Streams of what a channel reads, which are made by hand now."""
    for use, found in context.ruled(STREAM):
        call, read = use.call, use.sibling("read_some")
        facts = None
        if call and not is_function(context, call):
            facts = ChannelStream(call, read, use.sibling("pp_error"))
        yield context.used(found, use, facts, read=read)


# -- the fix ---------------------------------------------------------------------------------------
#
# The end of a channel was an exception and is a case of the result.


class DataResult(NamedTuple):
    """A call that promised a value and raised at its end, and promises a result now.

    call: the application. use: what is called. printer: the function that prints its error.
    """

    call: Node
    use: Use
    printer: str

    def edit(self, editor: Editor) -> str:
        """Raise at the end and on an error, as Mirage 2 did: in the continuation when there is one,
        around the call elsewhere. Handlers for `End_of_file` go on working."""
        context = editor.context
        following = continuation(context, self.call)
        if following is not None:
            _in_continuation(editor, context, self, *following)
        else:
            _around(editor, context, self)
        return f"Raise an exception at the end and on an error of `{editor.text(self.use.node)}`"


def _arms(context: Context, call: Node, printer: str, end: str) -> tuple[str, list[str]]:
    """(`Ok`, the arms for the end and for an error), as they are written at a call."""
    good, bad = [
        in_result(context.project, context.name, name, call.start) for name in ("Ok", "Error")
    ]
    failure = f'{bad} err -> Lwt.fail_with (Format.asprintf "%a" {printer} err)'
    return good, [f"{good} `Eof -> {end}", failure]


_FAILS = "Lwt.fail End_of_file"


def _in_continuation(
    editor: Editor, context: Context, facts: DataResult, function: Node, pattern: Node, body: Node
) -> None:
    """`fun x -> e` becomes `(function .. | Ok (`Data x) -> e)`: the old body last and untouched, as
    it may be open."""
    outer = wrapped(function)
    source = editor.source
    arrow = next(child for child in unwrapped(function).children if child.kind == "->")
    gap = source.text(arrow.end, body.start)
    line = source.newline + source.indent(outer.start)
    if source.line_of(outer.start) == source.line_of(body.start):
        line += "  "
    good, parts = _arms(context, facts.call, facts.printer, _FAILS)
    parts.append(f"{good} (`Data {editor.text(pattern)}) ->{gap}")
    arms = "".join(f"{line}| {part}" for part in parts)
    editor.replace(outer.start, body.start, f"(function{arms}")
    editor.replace(body.end, outer.end, ")")


def _around(editor: Editor, context: Context, facts: DataResult) -> None:
    call = facts.call
    line = editor.source.newline + editor.source.indent(call.start) + "  "
    good, parts = _arms(context, call, facts.printer, _FAILS)
    parts.insert(0, f"{good} (`Data data) -> Lwt.return data")
    arms = "".join(f"{line}| {part}" for part in parts)
    if editor.has_operator(call, ">>="):
        bare = wrapped(call) is call
        editor.insert(call.start, "(" * bare)
        editor.insert(call.end, f" >>= function{arms}" + ")" * bare)
    else:
        editor.insert(call.start, "(Lwt.bind (")
        editor.insert(call.end, f") (function{arms}))")


class ChannelStream(NamedTuple):
    """A stream made of what a channel reads. call: the application; read: the function that reads
    a piece; printer: the function that prints its error."""

    call: Node
    read: str
    printer: str

    def edit(self, editor: Editor) -> str:
        """A stream that reads a piece whenever one is asked for, which is what Mirage 2's did."""
        context = editor.context
        call = self.call
        lets, read = _reader(editor, self)
        line = editor.source.newline + editor.source.indent(call.start) + "  "
        good, parts = _arms(context, call, self.printer, "Lwt.return None")
        parts.insert(0, f"{good} (`Data data) -> Lwt.return (Some data)")
        arms = "".join(f"{line}| {part}" for part in parts)
        if editor.has_operator(call, ">>="):
            pieces = f"{line}{read} >>= function{arms}"
        else:
            pieces = f" Lwt.bind ({read}) (function{arms})"
        bare = wrapped(call) is call
        text = f"{lets}Lwt_stream.from (fun () ->{pieces})"
        editor.replace_node(call, f"({text})" if bare else text)
        return f"Make the stream of `{self.read}`"


def _reader(editor: Editor, facts: ChannelStream) -> tuple[str, str]:
    """(`let`s for the arguments that have to be worked out once, the call that reads a piece)."""
    lets, given = [], []
    for argument in facts.call.all("argument"):
        label = argument.part("label_name")
        labelled = argument.kind == "labeled_argument" and bool(label)
        value = argument.child("expression") if labelled else argument
        if not value or value.kind in ("value_path", "number"):
            given.append(editor.text(argument))
            continue
        name = editor.text(label) if label else "channel"
        lets.append(f"let {name} = {editor.text(unwrapped(value))} in ")
        given.append(f"{editor.text(argument.children[0])}{name}" if labelled else name)
    return "".join(lets), " ".join([facts.read, *given])
