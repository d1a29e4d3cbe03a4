"""What tests share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .interfaces.compiler import Compiler

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def compiler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Compiler]:
    """The OCaml compiler with our interfaces of both sides."""
    return Compiler(tmp_path_factory.mktemp("ocaml"))
