"""Rewriters of results: tags to `Ok` and `Error`, arms in the order that keeps them reachable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.code_actions.edit import Proposal
from mirageport.code_actions.text import Editor
from mirageport.diagnostics.constructors import in_result, result_type
from mirageport.diagnostics.kinds.results import error_constructor
from mirageport.diagnostics.syntax import in_parentheses

if TYPE_CHECKING:
    from mirageport.diagnostics.facts import ErrorMessage, OnlyError, ResultSites
    from mirageport.diagnostics.finding import Finding
    from mirageport.mirage.project import Project
    from mirageport.ocaml.analysis import Use
    from mirageport.ocaml.tree import Node
    from mirageport.ocaml.types import Site

_ENDLESS = frozenset(["match_expression", "function_expression", "try_expression"])


def result_sites(project: Project, finding: Finding, facts: ResultSites) -> list[Proposal]:
    """All tags of the component at once; the title names what they belong to."""
    editor = Editor(project, finding.file)
    moved: list[tuple[Node, Node]] = []
    for site in facts.sites:
        if facts.shape == "write" and site.tag == "`Eof" and site.role == "pattern":
            alternative = _collapsible(editor, site.node)
            if alternative is not None:
                editor.replace(*alternative, "")
                continue
            order = _out_of_order(site.node)
            if order is not None:
                moved.append(order)
        _site(editor, facts.shape, site, _module(project, finding, site, facts.shape))
    _declared_types(editor, facts)
    if facts.shape == "plain":
        for site in facts.sites:
            _unknown_key(editor, project, finding, site, facts)
    for late, early in moved:
        _move_before(editor, late, early)
    for use, shape in facts.turned:
        _turn(editor, project, finding, use, shape)
    used = sorted({editor.text(use.node) for use in facts.uses})
    title = f"Match the result of `{'`, `'.join(used)}` with Ok and Error"
    return [Proposal(title, finding.applicability, tuple(editor.edits), finding.rule)]


def _turn(editor: Editor, project: Project, finding: Finding, use: Use, shape: str) -> None:
    """A result brought into the shape of what reading gives, where the call makes it."""
    call = use.call
    if call is None:
        return
    ok, error = (in_result(project, finding.file, name, call.start) for name in ("Ok", "Error"))
    arms = [f"{ok} it -> {ok} (`Data it)"]
    if shape == "write":
        arms = [f"{ok} () -> {ok} (`Data ())", f"{error} `Closed -> {ok} `Eof"]
    line = editor.source.newline + editor.source.indent(call.start) + "  | "
    text = line.join(["", *arms, f"{error} e -> {error} e"])
    editor.insert(call.end, f" >|= (function{text})")


def _module(project: Project, finding: Finding, site: Site, shape: str) -> str:
    """What has to stand before the new constructor: its module where it would mean another."""
    success = site.tag == "`Ok" or (site.tag == "`Eof" and shape == "read")
    name = "Ok" if success else "Error"
    return in_result(project, finding.file, name, site.node.start).removesuffix(name)


def _site(editor: Editor, shape: str, site: Site, module: str) -> None:
    if site.role == "type":
        return
    node, tag = site.node, site.tag
    if shape == "read" and tag == "`Ok":
        _data(editor, node, module)
    elif tag == "`Eof":
        _bare(editor, node, module + ("Ok `Eof" if shape == "read" else "Error `Closed"))
    elif tag == "`Timeout":
        _bare(editor, node, module + ("Error _" if site.role == "pattern" else "Error `Timeout"))
    elif _payload(node) is None:
        # A constructor of `result` always carries something.
        _bare(editor, node, f"{module}{tag[1:]} ()")
    else:
        editor.replace_node(node, module + tag[1:])


def _payload(node: Node) -> Node | None:
    parent = node.parent
    if parent is None or parent.kind not in ("tag_pattern", "application_expression"):
        return None
    if parent.kind == "application_expression" and node.field != "function":
        return None
    following = [child for child in parent.named_children if child.start >= node.end]
    return following[0] if following else None


def _data(editor: Editor, node: Node, module: str) -> None:
    payload = _payload(node)
    if payload is None:
        editor.replace_node(node, f"{module}Ok")
        return
    gap = "" if payload.start > node.end else " "
    editor.replace_node(node, f"{module}Ok (`Data{gap}")
    editor.insert(payload.end, ")")


def _bare(editor: Editor, node: Node, text: str) -> None:
    """A tag without payload becomes a constructor with one: in parentheses where it is one."""
    parent = node.parent
    argument = parent is not None and (
        parent.kind in ("tag_pattern", "constructor_pattern", "labeled_argument")
        or (parent.kind == "application_expression" and node.field == "argument")
    )
    editor.replace_node(node, f"({text})" if argument else text)


def _collapsible(editor: Editor, node: Node) -> tuple[int, int] | None:
    """The range of `` `Eof | `` in an or-pattern that also has `` `Error _ ``."""
    parent = node.parent
    if parent is None or parent.kind != "or_pattern":
        return None
    if not any(_is_error_wildcard(editor, child) for child in _alternatives(parent)):
        return None
    siblings = parent.children
    position = siblings.index(node)
    if position + 1 < len(siblings) and siblings[position + 1].kind == "|":
        return node.start, siblings[position + 2].start
    return siblings[position - 2].end, node.end


def _alternatives(node: Node) -> list[Node]:
    while node.parent is not None and node.parent.kind == "or_pattern":
        node = node.parent
    found = []
    stack = [node]
    while stack:
        current = stack.pop()
        if current.kind == "or_pattern":
            stack.extend(current.named_children)
        else:
            found.append(current)
    return found


def _is_error_wildcard(editor: Editor, node: Node) -> bool:
    payload = node.get("pattern")
    tag = node.first("tag")
    return (
        node.kind == "tag_pattern"
        and tag is not None
        and editor.text(tag) == "`Error"
        and payload is not None
        and payload.kind == "any_pattern"
    )


def _out_of_order(node: Node) -> tuple[Node, Node] | None:
    """(arm of `` `Eof ``, the arm it has to precede) when an arm for errors stands before it.

    The old tags were apart; `Error e` takes what ``Error `Closed`` should.
    """
    case = node.parent
    if case is None or case.kind != "match_case" or case.parent is None:
        return None
    for other in case.parent.of("match_case"):
        if other is case:
            return None
        pattern = other.get("pattern")
        if pattern is not None and any(
            child.kind == "tag" and child.end - child.start == 6 for child in pattern.descendants()
        ):
            return case, other
    return None


def _move_before(editor: Editor, late: Node, early: Node) -> None:
    """Move an arm, with the edits inside it, before an earlier one."""
    match = late.parent
    assert match is not None
    position = match.children.index(late)
    bar = match.children[position - 1]
    text = editor.taken(late)
    body = late.get("body")
    if body is not None and open_ended(body):
        head = len(text.encode("utf-8")) - (late.end - body.start)
        raw = text.encode("utf-8")
        text = f"{raw[:head].decode('utf-8')}({raw[head:].decode('utf-8')})"
    before = match.children[match.children.index(early) - 1]
    gap = editor.source.text(before.end, early.start) if before.kind == "|" else " "
    space = editor.source.text(_previous_end(editor, bar), bar.start)
    editor.insert(early.start, f"{text}{space or ' '}|{gap}")
    editor.replace(_previous_end(editor, bar), late.end, "")


def _previous_end(editor: Editor, node: Node) -> int:
    data = editor.source.data
    at = node.start
    while at > 0 and data[at - 1] in b" \t\r\n":
        at -= 1
    return at


def open_ended(node: Node) -> bool:
    """Whether an expression ends in arms that would swallow the ones put after it."""
    while True:
        if node.kind in _ENDLESS:
            return True
        if not node.named_children:
            return False
        last = node.children[-1]
        if not last.named or last.kind == "parenthesized_expression":
            return False
        node = last


def _declared_types(editor: Editor, facts: ResultSites) -> None:
    """`[ `Ok of a | `Error of b ]` in a type of the user's becomes `(a, b) result`."""
    done = set()
    for site in facts.sites:
        if site.role != "type":
            continue
        declaration = site.node.up("polymorphic_variant_type")
        if declaration is None or declaration in done:
            continue
        done.add(declaration)
        editor.replace_node(declaration, _result_type(editor, facts.shape, declaration))


def _result_type(editor: Editor, shape: str, declaration: Node) -> str:
    payloads = {}
    for specification in declaration.of("tag_specification"):
        tag = specification.first("tag")
        types = [child for child in specification.named_children if child is not tag]
        if tag is not None:
            payloads[editor.text(tag)] = editor.text(types[0]) if types else "unit"
    value = payloads.get("`Ok", "unit")
    if shape == "read":
        value = f"[ `Data of {value} | `Eof ]"
    result = result_type(editor.project, editor.file, declaration.start)
    return f"({value}, {payloads.get('`Error', '_')}) {result}"


def _unknown_key(
    editor: Editor, project: Project, finding: Finding, site: Site, facts: ResultSites
) -> None:
    """`` `Error (K.Unknown_key k) ``: a tag now, and no longer all there is."""
    constructor = error_constructor(site)
    if constructor is not None:
        qualifier = next((use.qualifier for use in facts.uses if use.qualifier), "")
        printer = f"{qualifier}.pp_error".lstrip(".")
        _open_error(editor, project, finding, constructor, printer)


def only_error(project: Project, finding: Finding, facts: OnlyError) -> list[Proposal]:
    """A constructor that was all there was of an error becomes a tag of an open type."""
    editor = Editor(project, finding.file)
    _open_error(editor, project, finding, facts.pattern, facts.printer)
    title = "Match the error as a tag, and every other one"
    return [Proposal(title, finding.applicability, tuple(editor.edits), finding.rule)]


def _open_error(
    editor: Editor, project: Project, finding: Finding, constructor: Node, printer: str
) -> None:
    if _bound_nothing(constructor):
        # The old error had this one constructor, so the arm was for every error.
        editor.replace_node(in_parentheses(constructor), "_")
        return
    path = constructor.first("constructor_path") or constructor
    name = path.children[-1]
    editor.replace_node(path, f"`{editor.text(name)}")
    case = constructor.up("match_case")
    match = case.parent if case is not None else None
    if match is None or case is None or _has_catch_all(editor, match):
        return
    error = "e"
    if in_parentheses(constructor).parent is not case:
        error = in_result(project, finding.file, "Error", case.start) + " e"
    body = case.get("body")
    promise = body is not None and project.analysis(finding.file).type_name(body) == "Lwt.t"
    fail = "Lwt.fail_with" if promise else "failwith"
    bar = f"{project.source(finding.file).newline}{editor.source.indent(case.start)}| "
    arm = f'{error} -> {fail} (Format.asprintf "%a" {printer} e)'
    if body is not None and open_ended(body):
        editor.insert(body.start, "(")
        editor.insert(body.end, f"){bar}{arm}")
    else:
        editor.insert(case.end, f"{bar}{arm}")


def _bound_nothing(constructor: Node) -> bool:
    """Whether a constructor pattern looks at nothing inside."""
    inner = constructor.get("pattern")
    return inner is not None and inner.kind == "any_pattern"


def _has_catch_all(editor: Editor, match: Node) -> bool:
    for case in match.of("match_case"):
        pattern = case.get("pattern")
        if pattern is None:
            continue
        for alternative in _alternatives(pattern) if pattern.kind == "or_pattern" else [pattern]:
            if alternative.kind in ("any_pattern", "value_pattern"):
                return True
            kinds = ("tag_pattern", "constructor_pattern")
            if alternative.kind in kinds and alternative.named_children:
                tag = editor.text(alternative.named_children[0])
                payload = alternative.get("pattern")
                if tag in ("`Error", "Error", "Result.Error") and payload is not None:
                    if payload.kind in ("any_pattern", "value_pattern"):
                        return True
    return False


def error_message(project: Project, finding: Finding, facts: ErrorMessage) -> list[Proposal]:
    """`F.error_message` becomes `Format.asprintf "%a" F.pp_error`, called or passed on."""
    editor = Editor(project, finding.file)
    text = f'Format.asprintf "%a" {facts.printer}'
    called = facts.node.field == "function"
    parent = facts.node.parent
    outer = parent is not None and parent.kind == "parenthesized_expression"
    editor.replace_node(facts.node, text if called or outer else f"({text})")
    title = f"Print the error with `{facts.printer}`"
    return [Proposal(title, finding.applicability, tuple(editor.edits), finding.rule)]
