"""Small projects for tests: text in, findings or ported text out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.engine import check
from mirageport.diagnostics.finding import SUGGESTION, Finding

from ..packs import unikernel

if TYPE_CHECKING:
    from mirageport.diagnostics.project import Project

UNIKERNEL = "unikernel.ml"
CONFIG = "config.ml"


def project(text: str = "", config: str = "") -> Project:
    """A project of a unikernel, a config.ml, or both."""
    files = {UNIKERNEL: text, CONFIG: config}
    return unikernel({name: code.encode() for name, code in files.items() if code})


def findings(text: str = "", config: str = "") -> list[Finding]:
    """All findings but suggestions."""
    found = project(text, config)
    return [
        finding
        for name in found.names
        for finding in check(found, name).findings
        if finding.applicability != SUGGESTION
    ]


def told(text: str = "", config: str = "") -> list[tuple[str, str]]:
    """(rule, applicability) of every finding but suggestions."""
    return [(finding.rule, finding.applicability) for finding in findings(text, config)]


def ported(text: str = "", config: str = "") -> str:
    """The text of the unikernel, or of config.ml where there is no unikernel, after a port."""
    result = port(project(text, config), WITH_REVIEW).project
    return result.source(UNIKERNEL if text else CONFIG).data.decode()


def functor(parameters: str, body: str) -> str:
    """A unikernel of one functor, with Lwt's operators in scope."""
    return f"open Lwt.Infix\nmodule Main {parameters} = struct\n{body}end\n"
