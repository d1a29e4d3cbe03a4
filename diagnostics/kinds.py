"""The types that kinds of change are written with, in one place: imported for annotations alone."""

from mirageport.diagnostics.context import Context
from mirageport.diagnostics.editor import Editor
from mirageport.diagnostics.facts import Alternative, Edit, Rewrite
from mirageport.diagnostics.finding import Finding, Related
from mirageport.diagnostics.project import Project
from mirageport.diagnostics.rules import Rule
from mirageport.ocaml.analysis import (
    Analysis,
    ConstraintUse,
    FunctorDef,
    FunctorUse,
    NamedUse,
    OpenUse,
    Parameter,
    TypeUse,
    UnknownUse,
    Use,
)
from mirageport.ocaml.items import Item
from mirageport.ocaml.modules import Module, ModuleType
from mirageport.ocaml.record import Record
from mirageport.ocaml.source import Source
from mirageport.ocaml.tree import Node, Tree
from mirageport.ocaml.types import Component, Origin, Site, Type

__all__ = [
    "Alternative",
    "Analysis",
    "Component",
    "ConstraintUse",
    "Context",
    "Edit",
    "Editor",
    "Finding",
    "FunctorDef",
    "FunctorUse",
    "Item",
    "Module",
    "ModuleType",
    "NamedUse",
    "Node",
    "OpenUse",
    "Origin",
    "Parameter",
    "Project",
    "Record",
    "Related",
    "Rewrite",
    "Rule",
    "Site",
    "Source",
    "Tree",
    "Type",
    "TypeUse",
    "UnknownUse",
    "Use",
]
