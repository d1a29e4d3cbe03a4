"""The other files of a program as modules: of what they define the names are known, and that they
hide those of libraries, and types that stand for others; of their values nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.index import SigIndex, value_spec_name
from mirageport.ocaml.modules import SigModule, eval_module_type
from mirageport.ocaml.promise import NO_PROMISE
from mirageport.ocaml.source import Source
from mirageport.ocaml.tree import READER, bare, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.ocaml.environment import Env
    from mirageport.ocaml.modules import ModuleType
    from mirageport.ocaml.promise import Promise
    from mirageport.ocaml.tree import Node, Tree

_COPIED = (
    "open_module",
    "open_module_signature",
    "include_module_type",
    "module_type_definition",
)
_MADE = ("module_path", "module_application")
_MATCHES, _GIVES = "matches", "gives"
_NAMES = ("value_name", "parenthesized_operator")
_SHAPES = ("structure", "signature", "module_type_constraint", "module_type_path")


class OwnFile(SigModule):
    """A file of the program as a module. text: what `signature` gives of it. borrows: whether some
    of it is what another module says."""

    __slots__ = ("borrows",)

    def __init__(self, name: str, text: str, env: Env) -> None:
        root = parse(Source(text.encode()), interface=True).root
        super().__init__(SigIndex(root, READER, name), env, {}, name)
        self.borrows = any(map(_borrows, text.splitlines()))

    def module_type(self, name: str) -> ModuleType | None:
        # By its definition it stays what a library calls it, but its own name is the user's.
        node = self.index.module_types.get(name)
        body = node.get("body") if node is not None else None
        found = eval_module_type(body, READER, self.env, name) if body is not None else None
        return found._replace(own=True) if found is not None else None


def _borrows(line: str) -> bool:
    """Whether a line of such a signature is about another module, or of its type."""
    if not line.startswith("module "):
        return line.startswith("include ")
    alias = line.split()[2:3] == ["="] or ": module type of " in line
    return alias or any(part[:1].isupper() for part in line.split(": ")[1:])


def signature(tree: Tree, name: str, promise: Promise = NO_PROMISE) -> str:
    """The names that a file (its `.mli` where it has one) gives to others, as the text of a
    signature. The type of a value, which is not known, is a path that no module has. promise: the
    type of promises; an operator that is only another name for one of its keeps its type."""
    return "\n".join(_items(tree.root, name, promise))


def matched(declaration: Node) -> frozenset[str]:
    """The tags that the patterns of a function of such a module name, or that a constructor holds;
    `only` is in it where there are no others."""
    return frozenset(_words(declaration, _MATCHES))


def passed_on(declaration: Node) -> tuple[str, int, list[str]] | None:
    """The call whose result a function of such a module gives: what is called, with how many
    arguments, and the labels of the function's own parameters, as `Arrow` has them."""
    path, *more = _words(declaration, _GIVES) or [""]
    return (path, int(more[0]), [each.strip("-") for each in more[1:]]) if path else None


def _words(declaration: Node, name: str) -> list[str]:
    found: list[str] = []
    for attribute in declaration.of("item_attribute"):
        payload, known = attribute.first("attribute_payload"), attribute.first("attribute_id")
        if payload is not None and known is not None and READER.text(known) == name:
            found += READER.text(payload).strip(' "').split()
    return found


def _items(structure: Node, path: str, promise: Promise) -> list[str]:
    found: list[str] = []
    for item in structure.children:
        kind = item.kind
        if kind == "value_definition":
            for binding in item.of("let_binding"):
                shown = _promised(binding, promise), _matched(binding), _given(binding)
                found += [_value(path, name, *shown) for name in _bound(binding)]
        elif kind in ("external", "value_specification"):
            name, type_ = value_spec_name(item, READER), item.get("type")
            text = READER.text(type_) if type_ is not None else ""
            found.append(_value(path, name, text if _is_operator(name) else "", [], []))
        elif kind in ("type_definition", "exception_definition"):
            found += [*_types(item), *_constructors(item)]
        elif kind == "module_definition":
            for binding in item.of("module_binding"):
                found += _module(path, binding, promise)
        elif kind == "include_module":
            module = item.get("module")
            if module is not None and module.kind in _MADE:
                found.append(f"include {_type_of(module)}")
        elif kind in _COPIED:
            found.append(READER.text(item))
    return found


def _value(path: str, name: str, type_: str, tags: list[str], given: list[str]) -> str:
    shown, unknown = (f"( {name} )", "operator") if _is_operator(name) else (name, name)
    attributes = _attribute(_MATCHES, tags) + _attribute(_GIVES, given)
    return f"val {shown} : {type_ or f'{path}.{unknown}'}{attributes}"


def _attribute(name: str, words: list[str]) -> str:
    return f' [@@{name} "{" ".join(words)}"]' if words else ""


def _given(binding: Node) -> list[str]:
    """The call of another module's value that a definition is, as `passed_on` reads it."""
    body = bare(binding.get("body") or binding)
    head = body.get("function") if body.kind == "application_expression" else body
    if head is None or head.kind != "value_path" or head.first("module_path") is None:
        return []
    path = "".join(READER.text(head).split())  # it may stand on several lines
    if "(*" in path:
        return []
    labels = [_label(parameter) or "-" for parameter in binding.of("parameter")]
    return [path, str(len(body.all("argument"))), *labels]


def _matched(binding: Node) -> list[str]:
    """The tags that the patterns of a definition name, and `only` where it takes no others."""
    parts = [n for n in binding.descendants() if n.kind in ("match_case", "parameter")]
    patterns = [pattern for part in parts for pattern in part.all("pattern")]
    tags = [node for p in patterns for node in p.descendants() if node.kind == "tag"]
    arms = [
        pattern for part in parts if part.kind == "match_case" for pattern in part.all("pattern")
    ]
    others = any(arm.kind in ("any_pattern", "value_pattern") for arm in arms)
    closed = ["only"] if tags and not others else []
    return sorted({READER.text(tag) for tag in tags}) + closed


def _label(parameter: Node) -> str:
    """The label of a function's parameter, as `Arrow` has it."""
    name = parameter.first("label_name") or parameter.get("pattern")
    text = READER.text(name) if name is not None else ""
    mark = READER.text(parameter)[:1]
    return {"~": text, "?": f"?{text}"}.get(mark, "")


def _is_operator(name: str) -> bool:
    return not (name[:1].isalpha() or name[:1] == "_")


def _bound(binding: Node) -> list[str]:
    pattern = binding.get("pattern")
    if pattern is None:
        return []
    names = [node for node in pattern.descendants() if node.kind in _NAMES]
    return [READER.text(node).strip("() \t") for node in names]


def _promised(binding: Node, promise: Promise) -> str:
    """The type of an operator that is only another name for one of promises."""
    body = binding.get("body")
    text = READER.text(body).replace(" ", "") if body is not None else ""
    return promise.operator(text) if binding.first("parameter") is None else ""


def _types(definition: Node) -> Iterator[str]:
    """The types that stand for others, or for tags."""
    for binding in definition.of("type_binding"):
        body = binding.get("synonym") or binding.get("body")
        if body is not None and body.kind.endswith(("_type", "_constructor_path")):
            start = binding.start
            head = READER.text(binding)[: body.start - start]
            yield " ".join(f"type {head}{READER.text(body)}".split())


def _constructors(definition: Node) -> list[str]:
    """The constructors of a type or an exception, each as an exception."""
    found = []
    for declaration in definition.descendants():
        name = declaration.first("constructor_name")
        if declaration.kind == "constructor_declaration" and name is not None:
            tags = sorted({READER.text(n) for n in declaration.descendants() if n.kind == "tag"})
            found.append(
                f"exception {READER.text(name)}{_attribute(_MATCHES, tags and [*tags, 'only'])}"
            )
    return found


def _module(path: str, binding: Node, promise: Promise) -> list[str]:
    """A module or a functor in the file, as far as the text says what it holds."""
    name, body = binding.first("module_name"), binding.get("body")
    text = READER.text(name) if name is not None else ""
    parameters = [READER.text(parameter) for parameter in binding.of("module_parameter")]
    head = f"module {' '.join([text, *parameters])}"
    if body is not None and body.kind == "module_path" and not parameters:
        return [f"{head} = {READER.text(body)}"]
    shown = _shape(binding.get("module_type") or body, f"{path}.{text}", promise)
    if body is not None and body.kind == "module_application" and not shown:
        shown = _type_of(body)
    return [f"{head} : {shown}"] if text and shown else []


def _type_of(module: Node) -> str:
    """What a module is, or an application of a functor gives."""
    return f"module type of struct include {' '.join(READER.text(module).split())} end"


def _shape(node: Node | None, path: str, promise: Promise) -> str:
    """A structure or a module type as the text of a module type; "" for all others. The name of a
    module type and its constraints stay as they are: what a library says is known by them."""
    kind = node.kind if node is not None else ""
    if node is None or kind not in _SHAPES:
        return ""
    if kind == "module_type_constraint":
        base = node.get("module_type")
        shown = _shape(base, path, promise)
        return shown + READER.text(node)[base.end - node.start :] if base and shown else ""
    return (
        READER.text(node)
        if kind == "module_type_path"
        else "\n".join(["sig", *_items(node, path, promise), "end"])
    )
