"""Matchers: one module per kind of change. A matcher takes a `Context` and yields findings."""
