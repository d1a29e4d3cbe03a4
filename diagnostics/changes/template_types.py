"""Whether what a template makes of a call has the type of what stood there.

A full call is rewritten as any other one, and the self-check compares the result with the type that
the old interface declares, by the interfaces of the target.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.fate import declared
from mirageport.diagnostics.facts import Rewrite
from mirageport.diagnostics.project import Project
from mirageport.ocaml.edit import Edit, Edits, apply
from mirageport.ocaml.source import Source
from mirageport.ocaml.tree import parse
from mirageport.ocaml.type_syntax import ARROW, read_type

if TYPE_CHECKING:
    from mirageport.diagnostics.changes.template import Template
    from mirageport.diagnostics.pack import Pack
    from mirageport.diagnostics.selfcheck import Judgement
    from mirageport.ocaml.items import Item
    from mirageport.ocaml.modules import ApiValue

_FILE = "it.ml"
_VAL = "val it : "  # what makes an interface of a type


def agrees(pack: Pack, item: Item, templates: tuple[Template, ...]) -> bool:
    """Whether each of the templates of a value gives what its type promised; False where that
    cannot be told, as of the items of a module type, or where a library has no interface."""
    key = f"{item.path} {item.becomes}"
    if key not in pack.agreeing:
        pack.agreeing[key] = True  # while this is worked out, which asks for the same findings
        value = declared(pack.library, item)
        pack.agreeing[key] = value is not None and all(
            _fits(pack, item, value, each) for each in templates
        )
    return pack.agreeing[key]


def _fits(pack: Pack, item: Item, value: ApiValue, template: Template) -> bool:
    from mirageport.diagnostics.engine import check

    call, type_ = _call(item, value, template)
    code = call.encode()
    project = Project({_FILE: code}, pack)
    found = [each for each in check(project, _FILE).findings if each.item == item.path]
    if len(found) != 1 or not isinstance(found[0].facts, Rewrite):
        return False
    edits = found[0].facts.alternatives[0].edits
    after = apply(code, Edits.merged(Edit(*each) for each in edits))
    judged = _judged(pack, item, after, type_)
    return not judged.conflicts and not judged.unread and not judged.unknown


def contradiction(pack: Pack, item: Item, template: str) -> str:
    """What a function, as the text of a template, has against the type of a value before; "" for
    nothing that is known."""
    value = declared(pack.library, item)
    if value is None:
        return ""
    code = f"let it = {template.replace('Rel.', f'{item.owner}.')}\n".encode()
    found = _judged(pack, item, code, value.module.index.tree.text(value.type_node)).conflicts
    return found[0].message if found else ""


def ill_typed(pack: Pack, module: str, template: Template) -> str:
    """What is wrong in the body of a template, whatever its arguments are; "" for nothing that is
    known. module: of its value."""
    from mirageport.diagnostics.selfcheck import judge

    code = f"let it = {template.text.replace('Rel.', f'{module}.')}\n".encode()
    found = judge(Project({_FILE: code}, pack)).conflicts
    return found[0].message if found else ""


def _judged(pack: Pack, item: Item, code: bytes, type_: str) -> Judgement:
    """What the self-check has to say of a value in code and its type as an interface has it."""
    from mirageport.diagnostics.selfcheck import judge

    owners = item.owner.split(".")
    opens = [f"open {'.'.join(owners[: count + 1])}\n" for count in range(len(owners))]
    # What is of any type has to stay so: each variable is a type of its own.
    whole, variables = f"{_VAL}{type_}", set[str]()
    parts = parse(Source(whole.encode()), True).root.descendants()
    for node in reversed([each for each in parts if each.kind == "type_variable"]):
        variables.add(whole[node.start + 1 : node.end])
        whole = f"{whole[: node.start]}it_{whole[node.start + 1 :]}"
    given = "".join(f"type it_{each}\n" for each in sorted(variables))
    made = "".join(f"type it_{each} = It_{each}\n" for each in sorted(variables))
    signature = f"{given}{''.join(opens)}{whole}\n"
    files = {_FILE: made.encode() + code, f"{_FILE}i": signature.encode()}
    return judge(Project(files, pack))


def _call(item: Item, value: ApiValue, template: Template) -> tuple[str, str]:
    """A function that calls a value with all its arguments but the optional ones of which the
    template says nothing, and the type of this function."""
    fixed = {hole: hole.literal or hole.value for hole in template.holes}
    literals = {each.label or None: text for each, text in fixed.items() if text}
    plain = iter([each for each in template.holes if not each.label])
    named = {each.label for each in template.holes}
    optional = {each.label for each in template.holes if each.optional}
    tree, node = value.module.index.tree, value.type_node
    text = tree.text(node).encode()
    parameters, arguments, types, begun = "", "", "", node.start
    expression, count = read_type(node, tree), 0
    while expression.form == ARROW and node.child("codomain"):
        label, (_argument, result) = expression.name, expression.parts
        first, node = node.start - begun, node.child("codomain")
        mark, name = ("", f"x{count}") if not label else ("~", label)
        mark, name = ("?", label[1:]) if label.startswith("?") else (mark, name)
        expression, count = result, count + 1
        if mark == "?" and name not in named:
            continue
        piece = text[first : node.start - begun].decode()
        if mark == "?" and name not in optional:  # it stands for calls that have it
            mark, piece = "~", piece.strip().removeprefix("?")
        hole = next(plain, None) if not mark else None
        literal = literals.get(name, "") if mark else fixed[hole] if hole is not None else ""
        arguments += f" ~{name}:{literal}" if mark and literal else f" {mark}{literal or name}"
        parameters += f" {mark}{name}"
        types += piece
    return f"let it{parameters} = {item.path}{arguments}\n", f"{types}{tree.text(node)}"
