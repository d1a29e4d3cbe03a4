"""Inference: scopes and types of a file in one walk, each construct a function over one state."""

# First of all modules here: its table names functions of the others, which call its own.
from mirageport.ocaml.infer import expressions as expressions
