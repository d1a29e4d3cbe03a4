"""Inference of structures: files, their items, the values and types they define."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.environment import Env
from mirageport.ocaml.functors import Functors
from mirageport.ocaml.index import CLASSES, named_parts
from mirageport.ocaml.modules import Struct, TypeDef, type_definition
from mirageport.ocaml.record import Record
from mirageport.ocaml.reuse.lookups import Answers, Lookups
from mirageport.ocaml.tree import READER
from mirageport.ocaml.types import Arrow, is_closed
from mirageport.ocaml.walk import Argument

if TYPE_CHECKING:
    from mirageport.ocaml.tree import Node
    from mirageport.ocaml.types import Type

_OPENS = frozenset(
    ["open_module", "open_module_signature", "include_module", "include_module_type"]
)

# Expressions whose type may be generalised: evaluating them creates nothing (value restriction).
_VALUES = frozenset(
    [
        "fun_expression",
        "function_expression",
        "value_path",
        "number",
        "string",
        "character",
        "boolean",
        "unit",
        "empty_list",
        "tag",
        "constructor_path",
    ]
)

# Expressions that are values when all that is in them is.
_CONTAINERS = frozenset(
    [
        "parenthesized_expression",
        "tuple_expression",
        "list_expression",
        "cons_expression",
    ]
)


class Structures(Functors):
    """The structure part of the inference."""

    # -- files and structures --------------------------------------------------------------

    def file(self) -> None:
        """The whole file."""
        env = Env(self.base)
        env.lasting = False
        if self.tree.root.kind == "ERROR":
            self._broken_item(self.tree.root, env)
        else:
            self.structure(self.tree.root, env, self.exported)

    def structure(self, node: Node, env: Env, exported: Struct) -> Env:
        """The items of a structure, in order; what they define goes into `exported` too."""
        answers = Answers()
        for child in node.children:
            if child in self.skipped:
                continue
            if child.kind == "ERROR":
                env = self._broken_item(child, env)
                answers.forget()
            elif child.named:
                record = self._item(child, env, answers)
                env = self._after(record, env, exported, answers)
        return env

    def _item(self, node: Node, env: Env, answers: Answers) -> Record:
        """One item of a structure or signature. answers: what the others have asked."""
        if self.local or node.item.node is not node:
            return self._walked(node, env, Record())
        record = self.former.get(node.item)
        if record is None or not record.holds(self.prefix, self.depth, env, answers):
            return self._recorded(node, env)
        self._keep(record, env)
        return record

    def _keep(self, record: Record, env: Env) -> None:
        """Take over what was found out before."""
        assert record.lookups is not None
        record.lookups.env = env
        self.result.parts.append(record)
        self.opened += record.opened
        self.unifier.steps -= record.steps

    def _recorded(self, node: Node, env: Env) -> Record:
        """Walk an item, and keep what is found out about it."""
        if self.pause is not None:
            self.pause()
        around, steps, opened = self.result, self.unifier.steps, self.opened
        record = Record(self.prefix, self.depth)
        around.parts.append(record)
        self.result = self.unifier.owner = record
        inner = Env(None)
        inner.lasting = False
        inner.beyond = record.lookups = Lookups(env)
        record.item = node.item
        self._walked(node, inner, record)
        self.result = self.unifier.owner = around
        record.steps, record.opened = steps - self.unifier.steps, self.opened - opened
        record.close()
        return record

    def _walked(self, node: Node, env: Env, record: Record) -> Record:
        """Walk an item; what it defines or brings in goes into the record."""
        kind = node.kind
        if kind == "expression_item":
            for child in node.named_children:
                self.expression(child, env)
        elif kind in _OPENS:
            record.brought = self.brought_in(node, env)
            record.included = kind == "include_module"
        else:
            frame = self.definition(node, env)
            record.frame = frame if frame is not env else None
        return record

    def _after(self, record: Record, env: Env, exported: Struct, answers: Answers) -> Env:
        """The environment behind an item; what it defines is exported."""
        answers.passed(record.frame)
        if record.brought is not None:
            answers.forget()
            if record.included:
                exported.include(record.brought)
            return Env(Env(env, opened=record.brought))
        frame = record.frame
        if frame is None:
            return env
        exported.values.update(frame.values)
        names = frame.names
        if names is None and env.plain:
            # Values one after the other share a frame: what was looked up is looked up already,
            # and lookups from further in have one frame to pass instead of many.
            env.values.update(frame.values)
            return env
        if names is not None:
            exported.modules.update(names.modules)
            exported.module_types.update(names.module_types)
            exported.types.update(names.types)
        after = Env(env)
        after.values = dict(frame.values)
        after.names = names
        return after

    def _broken_item(self, node: Node, env: Env) -> Env:
        for child in node.children:
            if child.named:
                env = self.broken_piece(child, env)
        return env

    def broken_piece(self, node: Node, env: Env) -> Env:
        """A piece of broken text: parameters and definitions in it still bind."""
        kind = node.kind
        if kind in ("module_parameter", "parameter", "let_binding"):
            frame = Env(env)
            if kind == "module_parameter":
                self.module_parameter(node, frame)
            elif kind == "parameter":
                self.parameter(node, frame)
            else:
                self._bind_plain(node, frame)
            _leave_open(frame)
            return frame
        if kind == "ERROR":
            if self.too_deep():
                return env
            self.depth += 1
            env = self._broken_item(node, env)
            self.depth -= 1
            return env
        if kind == "include_module":
            return self.open(node, env)
        if kind == "expression_item" or kind.endswith("_expression") or kind == "value_path":
            self.expression(node, env)
            return env
        return self.definition(node, env)

    def definition(self, node: Node, env: Env) -> Env:
        """A definition, at top level or behind `let .. in`; gives the environment after it."""
        kind = node.kind
        if kind == "value_definition":
            return self._value_definition(node, env)
        if kind == "let_binding":
            return self.broken_piece(node, env)
        if kind in _OPENS:
            return self.open(node, env)
        if kind == "module_definition":
            return self.module_definition(node, env)
        if kind == "module_type_definition":
            return self.module_type_definition(node, env)
        if kind == "type_definition":
            return self._type_definition(node, env)
        if kind in ("external", "value_specification"):
            return self._declared_value(node, env)
        if kind == "exception_definition":
            return self._exception_definition(node, env)
        if kind == "class_definition":
            self.parts(node, env)
        if kind in CLASSES:
            self.note_types(node, env)
        return env

    # -- values ----------------------------------------------------------------------------

    def _value_definition(self, node: Node, env: Env) -> Env:
        bindings = node.of("let_binding")
        frame = Env(env)
        extension, operator = node.first("attribute_id"), node.first("let_operator")
        if extension is not None:
            for binding in bindings:
                self._bind_extended(binding, self.tree.text(extension), env, frame)
            _leave_open(frame)
        elif operator is not None:
            for binding in bindings:
                self._bind_operator(binding, self.tree.text(operator), env, frame)
            _leave_open(frame)
        elif node.first("rec") is not None:
            self._bind_recursive(bindings, frame)
        else:
            for binding in bindings:
                self._bind_one(binding, env, frame)
        return frame

    def _bind_one(self, binding: Node, env: Env, frame: Env) -> None:
        pattern = binding.get("pattern")
        self.unifier.level += 1
        type_ = self._binding_type(binding, env)
        own = Env(env)
        if pattern is not None:
            self.unifier.unify(self.pattern(pattern, own), type_)
        self.unifier.level -= 1
        self._close(own, _is_value(binding))
        frame.take_over(own)

    def _bind_recursive(self, bindings: list[Node], frame: Env) -> None:
        self.unifier.level += 1
        own = Env(frame)
        patterns = []
        for binding in bindings:
            pattern = binding.get("pattern")
            patterns.append(self.pattern(pattern, own) if pattern else self.unifier.var())
        for binding, pattern_type in zip(bindings, patterns, strict=True):
            self.unifier.unify(pattern_type, self._binding_type(binding, own))
        self.unifier.level -= 1
        self._close(own, all(_is_value(binding) for binding in bindings))
        frame.take_over(own)

    def _close(self, own: Env, value: bool) -> None:
        """Make the types of a `let` generic, or keep them as they are where its right side is
        no value: later uses may still fix them."""
        for bound in own.values.values():
            if value:
                self.unifier.generalise(bound.type)
            else:
                self.unifier.unify(self.unifier.var(), bound.type)
            if self.unifier.level == 1:
                bound.open = not is_closed(bound.type)

    def _bind_extended(self, binding: Node, extension: str, env: Env, frame: Env) -> None:
        """`let%lwt x = e`: x is what the promise holds. Of other extensions than that of promises
        nothing is known."""
        type_ = self._binding_type(binding, env)
        if extension == self.promise.extension:
            value = self.unifier.var()
            self.unifier.unify(type_, self.promise.of(value))
        else:
            value = self.unifier.var(taint="%" + extension)
        self._bind_pattern(binding, value, frame)

    def _bind_operator(self, binding: Node, operator: str, env: Env, frame: Env) -> None:
        """`let* x = e`: the operator is applied to e and to a function of x; one that nobody
        defined binds promises."""
        type_ = self._binding_type(binding, env)
        value = self.unifier.var()
        found = env.value(operator)
        if found is None:
            if self.promise.type:
                self.unifier.unify(type_, self.promise.of(value))
        else:
            name = binding.parent.first("let_operator") if binding.parent is not None else None
            function = self.value_type(name or binding, found, "")
            body = Arrow("", value, self.unifier.var())
            self.apply(function, [Argument("", type_), Argument("", body)])
        self._bind_pattern(binding, value, frame)

    def _bind_plain(self, binding: Node, frame: Env) -> None:
        self._bind_pattern(binding, self._binding_type(binding, frame), frame)

    def _bind_pattern(self, binding: Node, type_: Type, frame: Env) -> None:
        pattern = binding.get("pattern")
        if pattern is not None:
            self.unifier.unify(self.pattern(pattern, frame), type_)

    def _binding_type(self, binding: Node, env: Env) -> Type:
        """The type of a `let_binding`'s right side, with its parameters and annotation."""
        body, annotation = binding.get("body"), binding.get("type")
        frame = Env(env)
        parameters = [self.parameter(child, frame) for child in binding.of("parameter")]
        result = self.expression(body, frame) if body else self.unifier.var()
        if annotation is not None and annotation.kind != "polymorphic_type":
            self.unifier.unify(result, self.annotation(annotation, frame))
        elif annotation is not None:
            self.note_types(annotation, frame)
        for label, type_ in reversed(parameters):
            result = Arrow(label, type_, result)
        return result

    def _declared_value(self, node: Node, env: Env) -> Env:
        name, type_node = node.first("value_name", "parenthesized_operator"), node.get("type")
        frame = Env(env)
        if name is not None and type_node is not None:
            self.unifier.level += 1
            type_ = self.annotation(type_node, env)
            self.unifier.level -= 1
            self.unifier.generalise(type_)
            self.bind(name, self.name_of(name), type_, frame)
        return frame

    # -- types -----------------------------------------------------------------------------

    def _exception_definition(self, node: Node, env: Env) -> Env:
        self.note_types(node, env)
        frame = Env(env)
        declaration = node.first("constructor_declaration")
        name = declaration.first("constructor_name") if declaration is not None else None
        if declaration is not None and name is not None:
            definition = TypeDef([], None, "exn", READER, env)
            frame.define().constructors[self.tree.text(name)] = (definition, declaration)
        return frame

    def _type_definition(self, node: Node, env: Env) -> Env:
        frame = Env(env)
        names = frame.define()
        for binding in node.of("type_binding"):
            name = binding.get("name")
            if name is None:
                continue
            text = self.tree.text(name)
            full = f"{self.prefix}.{text}" if self.prefix else text
            definition = type_definition(binding, READER, frame, full, own=True)
            names.types[text] = definition
            self.note_types(binding, frame)
            for field, type_node in named_parts(binding, "field_declaration", "field_name"):
                type_of_field = type_node.get("type")
                if type_of_field is not None:
                    names.fields[self.tree.text(field)] = (definition, type_of_field)
            kind, part = "constructor_declaration", "constructor_name"
            for constructor, declaration in named_parts(binding, kind, part):
                names.constructors[self.tree.text(constructor)] = (definition, declaration)
        return frame


def _leave_open(frame: Env) -> None:
    """Names whose types were not made generic."""
    for bound in frame.values.values():
        bound.open = True


def _is_value(binding: Node) -> bool:
    """Whether the right side of a `let_binding` is a value, so that its type may be generic."""
    if binding.first("parameter") is not None:
        return True
    todo = binding.all("body")
    if not todo:
        return False
    while todo:
        node = todo.pop()
        parts = _value_parts(node)
        if parts is None:
            return False
        todo.extend(parts)
    return True


def _value_parts(node: Node) -> list[Node] | None:
    """What has to be a value for this expression to be one; None when it cannot be one."""
    kind = node.kind
    if kind in _VALUES:
        return []
    if kind in _CONTAINERS:
        return node.named_children
    if kind in ("typed_expression", "local_open_expression"):
        return node.all("expression")
    if kind == "let_expression":
        bindings = [b for child in node.of("value_definition") for b in child.of("let_binding")]
        plain = [b for b in bindings if b.first("parameter") is None]
        return node.all("body") + [body for binding in plain for body in binding.all("body")]
    if kind == "application_expression":
        function = node.get("function")
        if function is not None and function.kind in ("tag", "constructor_path"):
            return node.all("argument")
    return None
