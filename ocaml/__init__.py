"""The language: source text, syntax trees, module scopes, types. Knows nothing of Mirage."""
