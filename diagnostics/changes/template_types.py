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
from mirageport.ocaml.type_syntax import ARROW, read_type

if TYPE_CHECKING:
    from mirageport.diagnostics.changes.template import Template
    from mirageport.diagnostics.pack import Pack
    from mirageport.ocaml.modules import ApiValue, Item

_FILE = "it.ml"


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
    from mirageport.diagnostics.selfcheck import judge

    call, type_ = _call(item, value, template)
    code = call.encode()
    project = Project({_FILE: code}, pack)
    found = [each for each in check(project, _FILE).findings if each.item == item.path]
    if len(found) != 1 or not isinstance(found[0].facts, Rewrite):
        return False
    edits = found[0].facts.alternatives[0].edits
    after = apply(code, Edits.merged(Edit(*each) for each in edits))
    owners = item.owner.split(".")
    opens = [f"open {'.'.join(owners[: count + 1])}\n" for count in range(len(owners))]
    signature = f"{''.join(opens)}val it : {type_}\n"
    judged = judge(Project({_FILE: after, f"{_FILE}i": signature.encode()}, pack))
    return not judged.conflicts and not judged.unread and not judged.unknown


def _call(item: Item, value: ApiValue, template: Template) -> tuple[str, str]:
    """A function that calls a value with all its arguments but the optional ones of which the
    template says nothing, and the type of this function."""
    literals = {each.label or None: each.literal for each in template.holes if each.literal}
    plain = iter([each for each in template.holes if not each.label])
    named = {each.label for each in template.holes}
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
        if name in template.needed:  # which stands for calls that have it
            mark, piece = "~", piece.strip().removeprefix("?")
        hole = next(plain, None) if not mark else None
        literal = literals.get(name, "") if mark else hole.literal if hole is not None else ""
        arguments += f" ~{name}:{literal}" if mark and literal else f" {mark}{literal or name}"
        parameters += f" {mark}{name}"
        types += piece
    return f"let it{parameters} = {item.path}{arguments}\n", f"{types}{tree.text(node)}"
