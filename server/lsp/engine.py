"""What the server asks of the engine; tests put another one in its place, derived from it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from mirageport.server.lsp.work import pause
from mirageport.server.packs import (
    PACK,
    by_name,
    every_rule,
    pack_for,
    rule,
    selectable,
    sight,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from mirageport.code_actions.plan import Ported
    from mirageport.diagnostics.engine import Choice, Report
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project
    from mirageport.diagnostics.rules import Rule
    from mirageport.ocaml.edit import Edits, Fix
    from mirageport.server.projects import Sources

    OnCrash = Callable[[str, BaseException], None]

# It names what most unikernels name, so that the interfaces are read before the first of them.
_FIRST = b"""open V1_LWT
open Lwt
module Main (C : CONSOLE) (S : STACKV4) (K : KV_RO) (B : BLOCK) = struct
  let start c s k b =
    S.listen_tcpv4 s ~port:80 (fun flow ->
      S.TCPV4.read flow >>= function
      | `Ok data -> C.log_s c (Printf.sprintf "%d" (Cstruct.len data))
      | `Eof | `Error _ -> OS.Time.sleep 1.0);
    S.listen s
end
"""


class MirageEngine:
    """Everything the server knows of OCaml and Mirage comes through here. It is loaded when first
    used: an editor waits for the answer to `initialize`."""

    def warm(self) -> None:
        """Load what the first check will need: the engine, and the interfaces that most unikernels
        name."""
        from mirageport.diagnostics.engine import EVERYTHING, check
        from mirageport.diagnostics.project import Project

        check(Project({"unikernel.ml": _FIRST}, PACK), "unikernel.ml", EVERYTHING, _passed_over)

    def warm_fixes(self) -> None:
        """Load what the first fix will need."""
        from mirageport.code_actions import menu, plan  # noqa: F401

    def project(self, files: Mapping[str, bytes]) -> Project:
        """A unikernel out of its files, to be ported by Mirage's pack."""
        from mirageport.diagnostics.project import Project

        return Project(files, PACK, pause=pause)

    def by(self, project: Project, pack: str, sources: Sources) -> Project:
        """The same files, to be ported by one of the packs that count for them."""
        read_by = sight(pack, sources.packs, sources.target)
        return project.by(by_name(pack, sources.target), read_by)

    def onward(self, project: Project, target: str) -> Project:
        """A unikernel, to be ported to a further release of Mirage."""
        return project.by(pack_for(target))

    def check(self, project: Project, name: str, choice: Choice, on_crash: OnCrash) -> Report:
        """The findings of one file."""
        from mirageport.diagnostics.engine import check

        return check(project, name, choice, on_crash)

    def needs_types(self, project: Project, name: str) -> bool:
        """Whether only the type check says whether all of a file is right."""
        from mirageport.diagnostics.context import Context
        from mirageport.diagnostics.typed import needs_types

        return needs_types(Context(project, name))

    def menu(
        self, project: Project, findings: Iterable[Finding], on_crash: OnCrash
    ) -> list[tuple[Fix, ...]]:
        """The ways to mend each finding, best first."""
        from mirageport.code_actions.menu import menu

        return menu(project, findings, on_crash)

    def combine(
        self, project: Project, findings: Iterable[Finding], levels: Collection[str]
    ) -> Edits:
        """Edits of many findings that can be made together."""
        from mirageport.code_actions.plan import combine

        return combine(project, findings, levels, _passed_over)[0]

    def port(self, project: Project, levels: Collection[str], choice: Choice) -> Ported:
        """All fixes of these applicabilities, in all files, until none is left."""
        from mirageport.code_actions.plan import port

        return port(project, levels, choice, _passed_over)

    def judge(
        self,
        project: Project,
        reports: Mapping[str, Report],
        choice: Choice,
        begun: Collection[str],
        on_crash: OnCrash,
        beside: Sequence[Mapping[str, Report]] = (),
    ) -> Mapping[str, Report]:
        """The reports of all files of a unikernel with the type errors against the target, in files
        that are ported at least in part, and in those that use them. begun: files that are taken
        for such. beside: the reports of all packs that are at work on the same files."""
        from mirageport.diagnostics.selfcheck import added, judge_beside
        from mirageport.diagnostics.suppression import SELF_CHECK
        from mirageport.server.report.model import ported

        if not choice.takes_name(SELF_CHECK):
            return reports
        done = set(begun)
        if not done.issuperset(project.names):
            done |= {name for name, places in ported(project, reports).items() if places}
        if not done:
            return reports
        found = judge_beside(project, project.names, beside, on_crash)
        kept = [
            each
            for each in found.conflicts
            if each.file in done or found.uses.get(each.file, frozenset()) & done
        ]
        return added(project, reports, kept, choice)

    def rule(self, name: str, packs: Iterable[str] = ()) -> Rule | None:
        """The rule of this name, None when there is no page for it. packs: those that count, beside
        Mirage's and those that ship with the tool."""
        from mirageport.diagnostics.rules import UnknownRule

        try:
            return rule(name, packs)
        except UnknownRule:
            return None

    def rules(self, packs: Iterable[str] = ()) -> list[Rule]:
        """Every rule, by name. packs: as of `rule`."""
        return [rule(name, packs) for name in every_rule(packs)]

    def names(self, packs: Sequence[str] = ()) -> frozenset[str]:
        """The rules and categories that settings may name. packs: those that they choose."""
        return selectable(packs)

    def signatures(self, project: Project, item: str, rule: str) -> tuple[str, str] | None:
        """How the API item of a rule's finding was declared, and how it is declared at the target;
        None when nothing is known."""
        from mirageport.api.signatures import signatures
        from mirageport.diagnostics.rules import UnknownRule

        to = ""
        with suppress(UnknownRule):
            to = project.pack.rules.rule(rule).options.get("to", "")
        return signatures(project.pack.library, item, to)


def _passed_over(_what: str, _error: BaseException) -> None:
    """A failure was logged when the file was checked; here it must not stop the other findings."""
