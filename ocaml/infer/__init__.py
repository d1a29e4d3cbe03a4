"""Inference: scopes and types of a file in one walk, each construct a function over one state."""
