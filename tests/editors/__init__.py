"""Checks in the real editors."""
