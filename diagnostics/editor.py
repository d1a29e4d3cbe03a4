"""Edits of one file, collected for a fix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.constructors import in_result
from mirageport.diagnostics.context import Context
from mirageport.diagnostics.spans import item
from mirageport.diagnostics.syntax import operator_edits
from mirageport.ocaml.edit import Edit, Edits, apply

if TYPE_CHECKING:
    from mirageport.diagnostics.project import Project
    from mirageport.ocaml.tree import Node


class Editor:
    """Collects edits of a project's file; offsets are bytes of its present text."""

    def __init__(self, project: Project, file: str) -> None:
        self.project = project
        self.file = file
        self.tree = project.tree(file)
        self.source = project.source(file)
        self.edits: list[Edit] = []
        self.first = False  # as `Fix.first`

    @property
    def context(self) -> Context:
        """The file as its rules see it."""
        return Context(self.project, self.file)

    def text(self, node: Node) -> str:
        """The text of a node."""
        return self.tree.text(node)

    def replace(self, start: int, end: int, text: str) -> None:
        """Replace a byte range."""
        self.edits.append(Edit(self.file, start, end, text))

    def replace_node(self, node: Node, text: str) -> None:
        """Replace a node."""
        self.replace(node.start, node.end, text)

    def insert(self, at: int, text: str) -> None:
        """Insert text before the byte at `at`."""
        self.replace(at, at, text)

    def taken(self, node: Node) -> str:
        """The text of a node with the edits inside it made, which are taken out of the editor: for
        code that moves."""
        inside = [e for e in self.edits if node.start <= e.start and e.end <= node.end]
        self.edits = [edit for edit in self.edits if edit not in inside]
        shifted = [
            edit._replace(start=edit.start - node.start, end=edit.end - node.start)
            for edit in inside
        ]
        data = self.source.data[node.start : node.end]
        return apply(data, Edits.merged(shifted)).decode("utf-8", "surrogateescape")

    def in_result(self, constructor: str, at: int) -> str:
        """How `Ok` or `Error` of `result` is written at a byte."""
        return in_result(self.project, self.file, constructor, at)

    def has_operator(self, node: Node, name: str) -> bool:
        """Whether an operator is one of promises at a place, where need be behind an `open` that
        this adds to the edits."""
        edits = operator_edits(self.context, node, name)
        self.edits += [Edit(*each) for each in edits or ()]
        return edits is not None

    def delete_item(self, node: Node) -> None:
        """Delete an item, with the line and the blank line it would leave behind, or with its
        `in`."""
        self.replace(*item(self.source, node), "")


_ATOMS = frozenset(
    [
        "value_path",
        "number",
        "string",
        "quoted_string",
        "character",
        "boolean",
        "unit",
        "parenthesized_expression",
        "typed_expression",
        "list_expression",
        "empty_list",
        "array_expression",
        "record_expression",
        "local_open_expression",
        "constructor_path",
        "tag",
        "prefix_expression",
        "field_get_expression",
        "field_path",
    ]
)


def is_atomic(node: Node) -> bool:
    """Whether an expression can stand as an argument without parentheses."""
    return node.kind in _ATOMS


def atomic(editor: Editor, node: Node) -> str:
    """The text of an expression, in parentheses unless it can stand as an argument."""
    text = editor.text(node)
    return text if is_atomic(node) else f"({text})"
