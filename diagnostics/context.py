"""What a rule sees: one file in its project, and how it reports a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from mirageport.api.fate import resolves
from mirageport.diagnostics.finding import MANUAL, REVIEW, SAFE, Finding, Related

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirageport.api.library import Library
    from mirageport.diagnostics.facts import Edit
    from mirageport.diagnostics.project import Project
    from mirageport.diagnostics.rules import Rule
    from mirageport.ocaml.analysis import Analysis, ConstraintUse, NamedUse, TypeUse, Use
    from mirageport.ocaml.items import Item
    from mirageport.ocaml.modules import Module
    from mirageport.ocaml.record import Record
    from mirageport.ocaml.source import Source
    from mirageport.ocaml.tree import Node, Tree
    from mirageport.ocaml.types import Type

    AnyUse = Use | NamedUse | ConstraintUse

T = TypeVar("T")

_NONE: list[tuple[Use, Rule]] = []  # shared, never appended to


class Context:
    """One file under the eyes of the rules. text: see `Tree.text`; rules_of: see `Rules.of`."""

    def __init__(self, project: Project, name: str) -> None:
        self.project = project
        self.pack = project.pack
        self.rules = project.pack.rules
        self.name = name
        self.source: Source = project.source(name)
        self.tree: Tree = project.tree(name)
        self.analysis: Analysis = project.analysis(name)
        self.text = self.tree.text
        self.rules_of = self.rules.of
        self._ruled: dict[str, list[tuple[Use, Rule]]] | None = None
        self._old: bool | None = None
        self._types: dict[int, list[TypeUse]] | None = None
        self._uses: dict[Node, Use] | None = None
        self._once: dict[Callable[[Context], Any], Any] = {}

    @property
    def library(self) -> Library:
        """The interfaces of the pack, before and now."""
        return self.pack.library

    @property
    def target(self) -> str:
        """What messages call the release that is ported to."""
        return self.pack.target

    def rule(self, name: str) -> Rule:
        """The rule of this name. Raises `UnknownRule`."""
        return self.rules.rule(name)

    @property
    def is_config(self) -> bool:
        """Whether the file describes the others to a tool, as Mirage's config.ml does."""
        return self.name in self.project.configs

    def last_name(self, path: Node) -> str:
        """The last name of a path."""
        return self.tree.text(path).rpartition(".")[2]

    def string(self, literal: Node) -> str:
        """What a string literal says."""
        return self.tree.text(literal).strip('"')

    def bound(self, path: Node) -> Node:
        """See `Analysis.bound`."""
        return self.analysis.bound(path)

    def references(self, name: Node) -> list[Node]:
        """See `Analysis.references`."""
        return self.analysis.references(name)

    def type_name(self, node: Node) -> str:
        """See `Analysis.type_name`."""
        return self.analysis.type_name(node)

    def type_of(self, node: Node) -> Type | None:
        """See `Analysis.type_of`."""
        return self.analysis.type_of(node)

    def replace(self, node: Node, text: str) -> Edit:
        """The edit that replaces a node."""
        return self.name, node.start, node.end, text

    def remove(self, span: tuple[int, int]) -> Edit:
        """The edit that removes a range of bytes."""
        return self.name, *span, ""

    def insert(self, at: int, text: str) -> Edit:
        """The edit that inserts text before the byte at `at`."""
        return self.name, at, at, text

    def ruled(self, kind: str) -> list[tuple[Use, Rule]]:
        """The uses of values whose change has a rule of this kind, each with the rule."""
        if self._ruled is None:
            self._ruled = self.rules.ruled(self.analysis.uses)
        return self._ruled.get(kind, _NONE)

    def gathered(self, of: Callable[[list[Record]], list[T]]) -> list[T]:
        """See `Analysis.gathered`."""
        return self.analysis.gathered(of)

    def once(self, of: Callable[[Context], T]) -> T:
        """What a function gives of the file, asked once in a check."""
        if of not in self._once:
            self._once[of] = of(self)
        found: T = self._once[of]
        return found

    @property
    def modules(self) -> list[tuple[Node, Module, Item]]:
        """The modules of interfaces that are named, those whose items have changed."""
        return self.gathered(_modules)

    def types_at(self, node: Node) -> list[TypeUse]:
        """The module types that are named where a node begins."""
        if self._types is None:
            self._types = {}
            for use in self.analysis.type_uses:
                self._types.setdefault(use.node.start, []).append(use)
        return self._types.get(node.start, [])

    def use_at(self, node: Node | None) -> Use | None:
        """The use of an interface's value that a `value_path` is."""
        if self._uses is None:
            self._uses = {use.node: use for use in self.analysis.uses}
        return self._uses.get(node) if node else None

    @property
    def old(self) -> bool:
        """Whether the file still names a module type by its old name, or did when it began to be
        ported, so that what could be code of either version is taken for old code."""
        if self._old is None:
            began = self.name in self.project.began_old
            self._old = began or any(
                use.module_type.named.until
                and use.module_type.item is not None
                and use.module_type.item.changes
                for use in self.analysis.type_uses
            )
        return self._old

    def sibling(self, use: Use, name: str) -> str:
        """Another value of the module of a value, as the text names it when it is ported: a module
        that is a part of a device may be renamed in the same pass."""
        path = use.node.child("module") or use.node.part("module_path")
        module = self.analysis.module_uses.get(path)
        item = module.item if module is not None else None
        if item is None:
            return use.sibling(name)
        for found in self.rules_of(item.changes, "module-renamed"):
            owner, _, last = use.qualifier.rpartition(".")
            to = item.to or found.options["to"]
            if owner and last == item.name and "." not in to:
                return f"{owner}.{to}.{name}"
        return use.sibling(name)

    def finding(
        self,
        found: Rule,
        node: Node,
        facts: Any = None,
        *,
        item: str = "",
        applicability: str = "",
        severity: str = "",
        message: str = "",
        related: tuple[Related, ...] = (),
        tags: tuple[str, ...] = (),
        end: int | None = None,
        shows: tuple[str, ...] = (),
        known_by: tuple[str, ...] = (),
        whole: tuple[tuple[int, int], ...] = (),
        **fields: object,
    ) -> Finding:
        """A finding of a rule at a node. `fields` fill the places of the rule's message; `message`
        takes its place, as it stands. Without facts for a fix it is a person's, whatever the rule's
        page says of its fix."""
        level = found.lowered(applicability or found.applicability)
        facts = None if found.level == MANUAL else facts
        if "{became}" in found.message:
            kept = resolves(self.pack.judged, "", item)
            fields["became"] = "has changed in" if kept else "was removed from"
        level = MANUAL if facts is None and level in (SAFE, REVIEW) else level
        return Finding(
            self.name,
            found.name,
            node.start,
            node.end if end is None else end,
            found.says(message or found.message.format(**fields)),
            level,
            severity or found.severity,
            found.category,
            related,
            tags,
            facts,
            item,
            shows=shows,
            known_by=known_by,
            whole=whole,
        )

    def used(self, found: Rule, use: AnyUse, facts: Any = None, /, **fields: Any) -> Finding:
        """A finding of a rule where an item of the interface is used."""
        fields.setdefault("use", self.text(use.node))
        return self.finding(found, use.node, facts, item=use.item.path, **fields)

    def related(self, node: Node, message: str) -> Related:
        """Another place in this file."""
        return Related(self.name, node.start, node.end, message)


def _modules(records: list[Record]) -> list[tuple[Node, Module, Item]]:
    return [
        (node, module, module.item)
        for record in records
        for node, module in record.module_uses.items()
        if module.item is not None and module.item.changes
    ]
