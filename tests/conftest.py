"""What tests share."""

from __future__ import annotations

import pytest

from .interfaces.compiler import Compiler


@pytest.fixture(scope="session")
def compiler(tmp_path_factory: pytest.TempPathFactory) -> Compiler:
    """The OCaml compiler with our interfaces of both sides."""
    return Compiler(tmp_path_factory.mktemp("ocaml"))
