"""Which version of Mirage a project is written for, as far as its config.ml says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.fate import was_removed

if TYPE_CHECKING:
    from mirageport.api.library import Library
    from mirageport.diagnostics.kinds import Analysis, Project, Use

# Labels that calls of these functions had in Mirage 2 only.
_OLD_LABELS = {"Mirage.foreign": "libraries", "Mirage.register": "libraries"}


def is_mirage_2(project: Project) -> bool:
    """Whether config.ml still names something that only Mirage 2 has.

    For what both versions have and what says nothing by itself of the version it is meant for.
    """
    name = project.config
    if name is None:
        return False
    return project.once(
        "mirage 2", lambda: _names_mirage_2(project.pack.library, project.analysis(name))
    )


def _names_mirage_2(library: Library, analysis: Analysis) -> bool:
    return any(_only_then(library, analysis, use) for use in analysis.uses)


def _only_then(library: Library, analysis: Analysis, use: Use) -> bool:
    label = _OLD_LABELS.get(use.item.path)
    if label is not None:
        names = [node.first("label_name") for node in use.arguments]
        return any(name is not None and analysis.tree.text(name) == label for name in names)
    return bool(use.item.changes) and was_removed(library, use.item.path)
