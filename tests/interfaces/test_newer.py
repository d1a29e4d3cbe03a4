"""What only later releases have is nothing that a port to an earlier one knows of: neither a module
that came later, nor one of the same name that a project has itself."""

from __future__ import annotations

import pytest

from mirageport.api.view import interval, release
from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.engine import check
from mirageport.mirage.pack import interfaces
from mirageport.mirage.releases import TARGET

from ..packs import library, unikernel
from .compiler import API

NEWER = sorted(
    path.stem
    for path in API.glob("*.mli")
    if release(interval(path.read_bytes())[0] or TARGET) > release(TARGET)
)

# A module of the project hands a flow on, and has a module type.
OWN = b"let pass x = x\n\nmodule type S = sig\n  val name : string\nend\n"
USER = """\
module Main (F : V1_LWT.FLOW) (N : OWN.S) = struct
  let start flow =
    Lwt.bind (F.read (OWN.pass flow)) (function
      | `Ok data -> Lwt.return (Some (N.name, data))
      | `Eof | `Error _ -> Lwt.return_none)
end
"""


def test_there_are_some() -> None:
    assert {"tcpip", "ethernet", "mirage_sleep", "http", "kv"} <= set(NEWER)


@pytest.mark.parametrize("name", NEWER)
def test_a_module_that_came_later_is_unknown(name: str) -> None:
    module = name[0].upper() + name[1:]
    assert library().module(module) is None
    assert interfaces().at(TARGET, module) is None


def _ported(name: str) -> tuple[list[tuple[str, int, str]], str]:
    """What is found in a project whose module has a name, and its port."""
    module = name[0].upper() + name[1:]
    text = USER.replace("OWN", module)
    project = unikernel({f"{name}.ml": OWN, "unikernel.ml": text.encode()})
    findings = check(project, "unikernel.ml").findings
    done = port(project, WITH_REVIEW).files["unikernel.ml"].decode()
    return (
        [(each.rule, each.start, each.message.replace(module, "OWN")) for each in findings],
        done.replace(module, "OWN"),
    )


@pytest.mark.parametrize("name", NEWER)
def test_a_module_of_the_project_is_its_own(name: str) -> None:
    # Of the same length, so that places are the same.
    assert _ported(name) == _ported("own"[: len(name)].ljust(len(name), "n"))
