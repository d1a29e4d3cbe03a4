"""Inference of definitions: values, modules, functors, opens, types, whole files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.analysis import FunctorDef, FunctorUse, OpenUse, Parameter, TypeUse
from mirageport.ocaml.convert import Converter
from mirageport.ocaml.modules import (
    Binding,
    Env,
    Struct,
    Unknown,
    UserFunctor,
    eval_module_type,
    find_module_type,
    path_names,
    type_definition,
)
from mirageport.ocaml.types import Arrow, Con, prune

if TYPE_CHECKING:
    from mirageport.ocaml.analysis import Analysis
    from mirageport.ocaml.modules import Module, ModuleType, TypeDef
    from mirageport.ocaml.tree import Node, Tree
    from mirageport.ocaml.types import Type, Unifier

_PATHS = ("module_path", "extended_module_path")

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


class Structures:
    """The definition half of the inference."""

    tree: Tree
    unifier: Unifier
    result: Analysis
    base: Env
    prefix: str

    def expression(self, node: Node, env: Env) -> Type:
        """The type of an expression."""
        raise NotImplementedError

    def pattern(self, node: Node, frame: Env) -> Type:
        """The type of a pattern."""
        raise NotImplementedError

    def parameter(self, node: Node, frame: Env) -> tuple[str, Type]:
        """A function's parameter."""
        raise NotImplementedError

    def annotation(self, node: Node, env: Env) -> Type:
        """A type the user wrote."""
        raise NotImplementedError

    def module_path(self, node: Node, env: Env) -> Module | None:
        """The module a path means."""
        raise NotImplementedError

    def bind(self, node: Node, name: str, type_: Type, frame: Env) -> Type:
        """Bind a name."""
        raise NotImplementedError

    # -- files and structures --------------------------------------------------------------

    def file(self) -> None:
        """The whole file."""
        self.structure(self.tree.root, Env(self.base), Struct(""))

    def structure(self, node: Node, env: Env, exported: Struct) -> Env:
        """The items of a structure, in order; what they define goes into `exported` too."""
        for child in node.children:
            if child.named:
                env = self.item(child, env, exported)
        return env

    def item(self, node: Node, env: Env, exported: Struct) -> Env:
        """One item of a structure or signature; gives the environment for the next."""
        kind = node.kind
        if kind == "expression_item":
            for child in node.named_children:
                self.expression(child, env)
            return env
        if kind == "include_module":
            return self._include(node, env, exported)
        if kind == "ERROR":
            return self._broken_item(node, env, exported)
        inner = self.definition(node, env)
        if inner is not env and inner.opened is None:
            exported.values.update(inner.values)
            exported.modules.update(inner.modules)
            exported.module_types.update(inner.module_types)
            exported.types.update(inner.types)
        return inner

    def _broken_item(self, node: Node, env: Env, exported: Struct) -> Env:
        for child in node.children:
            if child.named:
                env = self.broken_piece(child, env)
        return env

    def broken_piece(self, node: Node, env: Env) -> Env:
        """A piece of broken text: parameters and definitions in it still bind."""
        kind = node.kind
        if kind == "module_parameter":
            frame = Env(env)
            self._module_parameter(node, frame)
            return frame
        if kind == "parameter":
            frame = Env(env)
            self.parameter(node, frame)
            return frame
        if kind == "let_binding":
            frame = Env(env)
            self._bind_plain(node, frame)
            return frame
        if kind == "ERROR":
            for child in node.children:
                if child.named:
                    env = self.broken_piece(child, env)
            return env
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
        if kind in ("open_module", "open_module_signature"):
            return self._open(node, env)
        if kind == "module_definition":
            return self._module_definition(node, env)
        if kind == "module_type_definition":
            return self._module_type_definition(node, env)
        if kind == "type_definition":
            return self._type_definition(node, env)
        if kind in ("external", "value_specification"):
            return self._declared_value(node, env)
        if kind == "include_module_type":
            return self._include_type(node, env)
        if kind == "class_definition" or kind == "class_binding":
            for child in node.descendants():
                if child.kind in ("method_definition", "instance_variable_definition"):
                    body = child.get("body")
                    if body is not None:
                        self.expression(body, env)
        return env

    # -- values ----------------------------------------------------------------------------

    def _value_definition(self, node: Node, env: Env) -> Env:
        bindings = node.of("let_binding")
        frame = Env(env)
        recursive = any(child.kind == "rec" for child in node.children)
        monomorphic = node.first("attribute_id", "let_operator", "and_operator") is not None
        if monomorphic:
            for binding in bindings:
                self._bind_promise(binding, env, frame)
        elif recursive:
            self._bind_recursive(bindings, frame)
        else:
            for binding in bindings:
                self._bind_one(binding, env, frame)
        return frame

    def _bind_one(self, binding: Node, env: Env, frame: Env) -> None:
        pattern = binding.get("pattern")
        self.unifier.level += 1
        type_ = self.binding_type(binding, env)
        own = Env(env)
        if pattern is not None:
            self.unifier.unify(self.pattern(pattern, own), type_)
        self.unifier.level -= 1
        if self._is_value(binding):
            for bound in own.values.values():
                self.unifier.generalise(bound.type)
        else:
            self._hold(own)
        frame.values.update(own.values)

    def _hold(self, own: Env) -> None:
        """Keep the types of an expansive binding as they are: later uses may still fix them."""
        for bound in own.values.values():
            holder = self.unifier.var()
            self.unifier.unify(holder, bound.type)

    def _bind_recursive(self, bindings: list[Node], frame: Env) -> None:
        self.unifier.level += 1
        own = Env(frame)
        patterns = []
        for binding in bindings:
            pattern = binding.get("pattern")
            patterns.append(self.pattern(pattern, own) if pattern else self.unifier.var())
        for binding, pattern_type in zip(bindings, patterns):
            self.unifier.unify(pattern_type, self.binding_type(binding, own))
        self.unifier.level -= 1
        for bound in own.values.values():
            self.unifier.generalise(bound.type)
        frame.values.update(own.values)

    def _bind_promise(self, binding: Node, env: Env, frame: Env) -> None:
        """`let%lwt x = e` and `let* x = e`: x is what the promise holds."""
        pattern = binding.get("pattern")
        value = self.unifier.var()
        self.unifier.unify(self.binding_type(binding, env), Con("Lwt.t", (value,)))
        if pattern is not None:
            self.unifier.unify(self.pattern(pattern, frame), value)

    def _bind_plain(self, binding: Node, frame: Env) -> None:
        pattern = binding.get("pattern")
        type_ = self.binding_type(binding, frame)
        if pattern is not None:
            self.unifier.unify(self.pattern(pattern, frame), type_)

    def binding_type(self, binding: Node, env: Env) -> Type:
        """The type of a `let_binding`'s right side, with its parameters and annotation."""
        body, annotation = binding.get("body"), binding.get("type")
        frame = Env(env)
        parameters = [self.parameter(child, frame) for child in binding.of("parameter")]
        result = self.expression(body, frame) if body else self.unifier.var()
        if annotation is not None and annotation.kind != "polymorphic_type":
            self.unifier.unify(result, self.annotation(annotation, frame))
        for label, type_ in reversed(parameters):
            result = Arrow(label, type_, result)
        return result

    def _is_value(self, binding: Node) -> bool:
        if binding.first("parameter") is not None:
            return True
        body = binding.get("body")
        while body is not None and body.kind in ("parenthesized_expression", "typed_expression"):
            body = body.get("expression")
        return body is not None and body.kind in _VALUES

    def _declared_value(self, node: Node, env: Env) -> Env:
        name, type_node = node.first("value_name", "parenthesized_operator"), node.get("type")
        frame = Env(env)
        if name is not None and type_node is not None:
            self.unifier.level += 1
            type_ = self.annotation(type_node, env)
            self.unifier.level -= 1
            self.unifier.generalise(type_)
            self.bind(name, self.tree.text(name).strip("() "), type_, frame)
        return frame

    # -- modules ---------------------------------------------------------------------------

    def _open(self, node: Node, env: Env) -> Env:
        path = node.get("module")
        if path is None or path.kind not in _PATHS:
            return env
        module = self.module_path(path, env)
        if module is None:
            return env
        self.result.opens.append(OpenUse(node, path, module))
        return Env(Env(env, opened=module))

    def _include(self, node: Node, env: Env, exported: Struct) -> Env:
        path = node.get("module")
        module = self.module_expression(path, env, "") if path is not None else None
        if module is None:
            return env
        if path is not None and path.kind in _PATHS:
            self.result.opens.append(OpenUse(node, path, module))
        exported.included.append(module)
        return Env(Env(env, opened=module))

    def _include_type(self, node: Node, env: Env) -> Env:
        type_node = node.get("module_type")
        module_type = self.module_type(type_node, env) if type_node else None
        if not module_type:
            return env
        return Env(Env(env, opened=module_type.instance("")))

    def _module_definition(self, node: Node, env: Env) -> Env:
        frame = Env(env)
        for binding in node.of("module_binding"):
            name = binding.first("module_name")
            if name is not None:
                text = self.tree.text(name)
                frame.modules[text] = self._module_binding(binding, text, env)
        return frame

    def _module_binding(self, binding: Node, name: str, env: Env) -> Module:
        outer = self.prefix
        self.prefix = f"{outer}.{name}" if outer else name
        inner = Env(env)
        parameters = [
            self._module_parameter(child, inner) for child in binding.of("module_parameter")
        ]
        if parameters:
            self._add_functor(binding, parameters)
        body, type_node = binding.get("body"), binding.get("module_type")
        declared = self.module_type(type_node, inner) if type_node is not None else None
        module = self.module_expression(body, inner, name) if body is not None else None
        self.prefix = outer
        if module is None:
            module = declared.instance(name) if declared else Unknown(name)
        self.result.modules[binding] = module
        return UserFunctor(name, module) if parameters else module

    def _add_functor(self, node: Node, parameters: list[Parameter | None]) -> None:
        known = [parameter for parameter in parameters if parameter is not None]
        self.result.functors.append(FunctorDef(node, self.prefix, known))

    def _module_parameter(self, node: Node, frame: Env) -> Parameter | None:
        """Bind a functor parameter; None for `()`."""
        name, type_node = node.first("module_name"), node.get("module_type")
        if name is None:
            return None
        text = self.tree.text(name)
        module_type = self.module_type(type_node, frame) if type_node is not None else None
        module: Module = Unknown(text)
        if module_type is not None:
            naming = naming_of(module_type)
            module = module_type.instance(text, naming)
        frame.modules[text] = module
        return Parameter(node, text, type_node, module)

    def module_expression(self, node: Node, env: Env, name: str) -> Module | None:
        """The module an expression makes; `name` is what it will be called."""
        kind = node.kind
        if kind in _PATHS:
            return self.module_path(node, env)
        if kind == "structure":
            exported = Struct(name)
            self.structure(node, Env(env), exported)
            return exported
        if kind == "module_application":
            return self._application_of_functor(node, env, name)
        if kind == "functor":
            return self._functor(node, env, name)
        if kind == "parenthesized_module_expression":
            inner = node.named_children
            return self.module_expression(inner[0], env, name) if inner else None
        if kind == "typed_module_expression":
            return self._typed_module(node, env, name)
        if kind == "packed_module":
            return self._packed(node, env, name)
        return None

    def _typed_module(self, node: Node, env: Env, name: str) -> Module | None:
        inner = node.get("module") or next(iter(node.named_children), None)
        type_node = node.get("module_type")
        if type_node is not None:
            self.module_type(type_node, env)
        return self.module_expression(inner, env, name) if inner is not None else None

    def _packed(self, node: Node, env: Env, name: str) -> Module | None:
        value, type_node = node.get("value"), node.get("module_type")
        if value is not None:
            self.expression(value, env)
        module_type = self.module_type(type_node, env) if type_node is not None else None
        return module_type.instance(name) if module_type else None

    def unpack(self, name: str, type_node: Node | None, frame: Env) -> None:
        """Bind the module of an unpacked first-class module."""
        module_type = self.module_type(type_node, frame) if type_node is not None else None
        frame.modules[name] = module_type.instance(name) if module_type else Unknown(name)

    def _functor(self, node: Node, env: Env, name: str) -> Module | None:
        inner = Env(env)
        parameters = [self._module_parameter(child, inner) for child in node.of("module_parameter")]
        self._add_functor(node, parameters)
        body = node.get("body")
        module = self.module_expression(body, inner, name) if body is not None else None
        return UserFunctor(name, module or Unknown(name))

    def _application_of_functor(self, node: Node, env: Env, name: str) -> Module | None:
        head, argument_nodes = _applied(node)
        functor = self.module_expression(head, env, "")
        arguments = [self.module_expression(argument, env, "") for argument in argument_nodes]
        if functor is None:
            return None
        if functor.item is not None:
            self.result.functor_uses.append(FunctorUse(node, head, functor.item, argument_nodes))
        return functor.apply(arguments, name or self.tree.text(node))

    # -- module types and types --------------------------------------------------------------

    def module_type(self, node: Node, env: Env) -> ModuleType | None:
        """The module type an expression means; every name in it is remembered."""
        for child in node.descendants():
            if child.kind == "module_type_path":
                found = find_module_type(child, self.tree, env)
                if found is not None:
                    qualified = child.first(*_PATHS) is not None
                    opened = None if qualified else found[1]
                    self.result.type_uses.append(TypeUse(child, found[0], opened))
        if node.kind == "signature":
            self.structure(node, Env(env), Struct(""))
        return eval_module_type(node, self.tree, env)

    def _module_type_definition(self, node: Node, env: Env) -> Env:
        name, body = node.first("module_type_name"), node.get("body")
        frame = Env(env)
        if name is not None and body is not None:
            text = self.tree.text(name)
            found = self.module_type(body, env)
            if found is not None:
                frame.module_types[text] = found
        return frame

    def _type_definition(self, node: Node, env: Env) -> Env:
        frame = Env(env)
        for binding in node.of("type_binding"):
            name = binding.get("name")
            if name is not None:
                text = self.tree.text(name)
                full = f"{self.prefix}.{text}" if self.prefix else text
                frame.types[text] = type_definition(binding, self.tree, frame, full, own=True)
                self._declare_fields(binding, frame.types[text], frame)
        return frame

    def _declare_fields(self, binding: Node, definition: TypeDef, frame: Env) -> None:
        body = binding.get("body")
        if body is None or body.kind != "record_declaration":
            return
        for declaration in body.of("field_declaration"):
            name, type_node = declaration.first("field_name"), declaration.get("type")
            if name is not None and type_node is not None:
                frame.fields[self.tree.text(name)] = (definition, type_node)

    def declared_field(self, name: str, env: Env) -> tuple[Type | None, Type]:
        """The record and field type of a field declared in this file."""
        found = env.field(name)
        if found is None:
            return None, self.unifier.var()
        definition, type_node = found
        converter = Converter(self.unifier, self.tree, definition.env, own=True)
        type_ = converter.type(type_node)
        arguments = [converter.variables.get(p) or self.unifier.var() for p in definition.params]
        return Con(definition.name, tuple(arguments)), type_


def naming_of(module_type: ModuleType) -> str:
    """By which version's name a module type goes: "old" where it is one whose name has gone."""
    if module_type.companion is not None:
        return "new"
    item = module_type.item
    return "old" if item is not None and item.changes else ""


def _applied(node: Node) -> tuple[Node, list[Node]]:
    """(functor, arguments) of `F(A)(B)`, outermost application given."""
    arguments: list[Node] = []
    current = node
    while current.kind == "module_application":
        argument, functor = current.get("argument"), current.get("functor")
        if argument is not None:
            inner = argument.named_children
            wrapped = argument.kind == "parenthesized_module_expression" and inner
            arguments.append(inner[0] if wrapped else argument)
        if functor is None:
            break
        current = functor
    arguments.reverse()
    return current, arguments
