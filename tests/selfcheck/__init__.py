"""Tests of the self-check: what cannot hold in a ported project."""
