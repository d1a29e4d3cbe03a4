"""OCaml's own typing rules for the self-check: what cannot hold between two known facts.

The inference of old code (`ocaml.infer`) never says that something is wrong, knows two versions at
once and goes on where an edit left off. Here one version counts, a file is walked whole, and
whatever OCaml would refuse is reported, so that each construct is checked against the type that is
expected of it. Both read the same trees, signatures and scopes.
"""
