"""The fixes of a finding: its facts, handed to the rewriter of their kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mirageport.code_actions import (
    camlp4,
    channels,
    config,
    connects,
    console_to_logs,
    devices,
    error_arms,
    promises,
    randoms,
    results,
)
from mirageport.code_actions.edit import Edit, Fix, apply
from mirageport.diagnostics import facts as kinds
from mirageport.diagnostics.facts import Replacement, Rewrite, moved
from mirageport.diagnostics.finding import SAFE
from mirageport.ocaml.tree import count_broken

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mirageport.diagnostics.finding import Finding
    from mirageport.mirage.project import Project


def _replacement(project: Project, finding: Finding, facts: Replacement) -> list[Fix]:
    edit = Edit(finding.file, facts.start, facts.end, facts.text)
    return [Fix(facts.title, finding.applicability, (edit,), finding.rule)]


def _rewrite(project: Project, finding: Finding, facts: Rewrite) -> list[Fix]:
    return [
        Fix(way.title, way.applicability, tuple(Edit(*edit) for edit in way.edits), finding.rule)
        for way in facts.ways
    ]


_REWRITERS: dict[type, Callable[[Project, Finding, Any], list[Fix]]] = {
    Replacement: _replacement,
    Rewrite: _rewrite,
    kinds.ResultSites: results.result_sites,
    kinds.OnlyError: results.only_error,
    kinds.DroppedCall: randoms.dropped_call,
    kinds.RandomInt: randoms.random_int,
    kinds.ErrorArms: error_arms.error_arms,
    kinds.ErrorMessage: results.error_message,
    kinds.ConnectArms: connects.arms,
    kinds.ConnectHandled: connects.handled,
    kinds.ConnectHelper: connects.helper,
    kinds.ConnectClock: connects.clock,
    kinds.AddressChain: connects.addresses,
    kinds.UnitResult: promises.unit_result,
    kinds.DataResult: channels.data_result,
    kinds.ChannelStream: channels.stream,
    kinds.SyncLog: promises.sync_log,
    kinds.Int64Arguments: promises.int64_arguments,
    kinds.DroppedArgument: config.dropped_argument,
    kinds.AddressRecord: config.address_record,
    kinds.PackageLists: config.package_lists,
    kinds.Idiom: config.idiom,
    kinds.DeviceRow: devices.row,
    kinds.Camlp4: camlp4.plain,
    kinds.ConsoleToLogs: console_to_logs.console_to_logs,
}


def fixes(project: Project, finding: Finding) -> tuple[Fix, ...]:
    """The ways to mend a finding, best first; empty where there is none.

    Edits are sorted and may lie in several files of the project. Only a first and safe fix is
    preferred.
    """
    sound = [fix for fix in proposals(project, finding) if tears_nothing(project, fix.edits)]
    if sound and sound[0].applicability == SAFE:
        sound[0] = sound[0]._replace(preferred=True)
    return tuple(sound)


def proposals(project: Project, finding: Finding) -> tuple[Fix, ...]:
    """What `fixes` gives, before anybody has asked `tears_nothing`; none is preferred."""
    if finding.facts is None:
        return ()
    facts = moved(finding.facts, finding.moved) if finding.moved else finding.facts
    found = _REWRITERS[type(facts)](project, finding, facts)
    return tuple(
        fix._replace(edits=tuple(sorted({_in_its_lines(project, edit) for edit in fix.edits})))
        for fix in found
        if fix.edits
    )


def _in_its_lines(project: Project, edit: Edit) -> Edit:
    """An edit whose new lines end as those of its file do."""
    newline = project.source(edit.file).newline
    if newline == "\n" or "\n" not in edit.text:
        return edit
    return edit._replace(text=edit.text.replace("\r\n", "\n").replace("\n", newline))


def tears_nothing(project: Project, edits: Sequence[Edit]) -> bool:
    """Whether edits in files that cannot be parsed whole leave no more of that than there was.

    What a rewriter takes for a whole construct may be what the parser made of a torn one, and how
    it made it depends on what stands before and behind.
    """
    for file in sorted({edit.file for edit in edits}):
        if not file.endswith((".ml", ".mli")):
            continue
        broken = len(project.tree(file).broken)
        if not broken:
            continue
        own = [edit for edit in edits if edit.file == file]
        after = apply(project.source(file).data, own)
        if count_broken(after, file.endswith(".mli")) > broken:
            return False
    return True
