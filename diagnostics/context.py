"""What a rule sees: one file in its project, and how it reports a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mirageport.diagnostics.finding import Finding, Related

if TYPE_CHECKING:
    from mirageport.diagnostics.rules import Rule
    from mirageport.mirage.project import Project
    from mirageport.ocaml.analysis import Analysis
    from mirageport.ocaml.source import Source
    from mirageport.ocaml.tree import Node, Tree


class Context:
    """One file under the eyes of the rules."""

    def __init__(self, project: Project, name: str) -> None:
        self.project = project
        self.name = name
        self.source: Source = project.source(name)
        self.tree: Tree = project.tree(name)
        self.analysis: Analysis = project.analysis(name)

    def text(self, node: Node) -> str:
        """The text of a node."""
        return self.tree.text(node)

    @property
    def old(self) -> bool:
        """Whether the file still names a Mirage 2 module type, or did when it began to be ported,
        so that what could be code of either version is taken for Mirage 2."""
        return self.name in self.project.began_old or any(
            use.module_type.companion is None
            and use.module_type.item is not None
            and use.module_type.item.changes
            for use in self.analysis.type_uses
        )

    def finding(
        self,
        rule: Rule,
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
        **fields: object,
    ) -> Finding:
        """A finding of `rule` at a node; `fields` fill the message's places."""
        return Finding(
            self.name,
            rule.name,
            node.start,
            node.end if end is None else end,
            (message or rule.message).format(**fields),
            applicability or rule.applicability,
            severity or rule.severity,
            rule.category,
            related,
            tags,
            facts,
            item,
        )

    def related(self, node: Node, message: str) -> Related:
        """Another place in this file."""
        return Related(self.name, node.start, node.end, message)
