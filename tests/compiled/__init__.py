"""The engine compiled."""
