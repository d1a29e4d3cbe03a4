"""How to rewrite: edits, fixes, and the plans that apply them."""
