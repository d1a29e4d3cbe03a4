"""What tests share."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from .interfaces.compiler import Compiler
from .sizes import NIGHTLY

# In CI the same cases are tried every time, so that a red run is about the change it ran on; what
# new cases find is found at night and on the machines of those who work on it.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI") == "true" and not NIGHTLY:
    settings.load_profile("ci")


@pytest.fixture(scope="session")
def compiler(tmp_path_factory: pytest.TempPathFactory) -> Compiler:
    """The OCaml compiler with our interfaces of both sides."""
    return Compiler(tmp_path_factory.mktemp("ocaml"))
