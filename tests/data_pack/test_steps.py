"""A library with three lines of releases, ported from each to each: only the target's form is
written, and what was renamed and then removed was removed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mirageport.api.data import Folder
from mirageport.api.fate import REMOVED, RENAMED, RETYPED, UNCHANGED, Fate, became
from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.context import Context
from mirageport.diagnostics.data_pack import data_pack
from mirageport.diagnostics.engine import check
from mirageport.diagnostics.finding import MANUAL
from mirageport.diagnostics.project import Project
from mirageport.diagnostics.releases import evidence
from mirageport.diagnostics.selfcheck import with_conflicts

FOLDER = Folder(str(Path(__file__).parent / "relay"))
PACKS = {target: data_pack(FOLDER, target) for target in ("3.0", "3.5")}

# The same code at each line of releases, without what 3.5 removed.
AT = {
    "2.9": """\
module Main (L : Relay_types.LINE) = struct
  let start line = L.send line (string_of_int (Relay.connect "a" + L.number line))
end
""",
    "3.0": """\
module Main (L : Relay_line_v3.S) = struct
  let start line = L.write line (string_of_int (Relay.dial "a" + L.number line))
end
""",
    "3.5": """\
module Main (L : Relay_line.S) = struct
  let start line = L.put line (string_of_int (Relay.call "a" + L.number line))
end
""",
}
REMOVED_LATER = """\
module Main (L : Relay_types.LINE) (T : Relay_types.TIMER) = struct
  let start line n =
    T.wait 1;
    L.shut line;
    Relay.hang_up n
end
"""


def project(text: str, target: str) -> Project:
    return Project({"a.ml": text.encode()}, PACKS[target])


@pytest.mark.parametrize(
    ("path", "at_3_0", "at_3_5"),
    [
        ("Relay_types.LINE", (RENAMED, "Relay_line_v3.S"), (RENAMED, "Relay_line.S")),
        ("Relay_line_v3.S", (UNCHANGED, "Relay_line_v3.S"), (RENAMED, "Relay_line.S")),
        ("Relay_types.TIMER", (RENAMED, "Relay_timer.S"), (REMOVED, "")),
        ("Relay_types.LINE.send", (RENAMED, "write"), (RENAMED, "put")),
        ("Relay_types.LINE.shut", (RENAMED, "close"), (REMOVED, "")),
        ("Relay_types.LINE.number", (UNCHANGED, "number"), (UNCHANGED, "number")),
        ("Relay_types.LINE.t", (UNCHANGED, "t"), (UNCHANGED, "t")),
        ("Relay_line_v3.S.write", (UNCHANGED, "write"), (RENAMED, "put")),
        ("Relay.connect", (RENAMED, "dial"), (RENAMED, "call")),
        ("Relay.dial", (UNCHANGED, "dial"), (RENAMED, "call")),
        ("Relay.hang_up", (RENAMED, "stop"), (REMOVED, "")),
        ("Relay.limit", (UNCHANGED, "limit"), (RETYPED, "limit")),
        ("Relay.count", (UNCHANGED, "count"), (UNCHANGED, "count")),
    ],
)
def test_what_became_of_an_item(
    path: str, at_3_0: tuple[str, str], at_3_5: tuple[str, str]
) -> None:
    for target, expected in (("3.0", at_3_0), ("3.5", at_3_5)):
        found = became(PACKS[target].library, path)
        assert found is not None
        assert (found.kind, found.to) == expected, target


def test_the_rules_of_an_item_are_those_of_its_way_to_the_target() -> None:
    library = PACKS["3.5"].library
    assert became(library, "Relay.connect") == Fate(
        RENAMED, "call", ("relay-connect", "relay-dial")
    )
    # A name that the target does not have is not written on the way.
    assert became(library, "Relay.hang_up") == Fate(REMOVED, "", ("relay-stop",))
    assert became(library, "Relay_types.TIMER") == Fate(REMOVED, "", ("relay-timer",))
    assert became(PACKS["3.0"].library, "Relay.dial") == Fate(UNCHANGED, "dial", ())
    assert became(library, "Relay.connekt") is None
    assert became(library, "Rely.connect") is None


@pytest.mark.parametrize(("start", "target"), [("2.9", "3.0"), ("2.9", "3.5"), ("3.0", "3.5")])
def test_code_of_any_release_becomes_the_target_s(start: str, target: str) -> None:
    ported = port(project(AT[start], target), WITH_REVIEW)
    assert ported.files["a.ml"].decode() == AT[target]
    assert ported.left["a.ml"].findings == ()


@pytest.mark.parametrize(("text", "target"), [("3.0", "3.0"), ("3.5", "3.5"), ("3.5", "3.0")])
def test_code_of_the_target_and_of_later_releases_is_left_alone(text: str, target: str) -> None:
    found = project(AT[text], target)
    assert check(found, "a.ml").findings == ()


def test_what_is_removed_on_the_way_is_said_and_not_renamed() -> None:
    for target, rules in (
        ("3.0", []),
        ("3.5", ["relay-timer", "relay-timer-wait", "relay-line-close", "relay-stop"]),
    ):
        ported = port(project(REMOVED_LATER, target), WITH_REVIEW)
        assert [finding.rule for finding in ported.left["a.ml"].findings] == rules
    text = ported.files["a.ml"].decode()
    assert text == REMOVED_LATER.replace("Relay_types.LINE", "Relay_line.S")


def test_half_ported_code_is_ported_to_its_end() -> None:
    mixed = AT["2.9"].replace("L.send", "L.write").replace("Relay_types.LINE", "Relay_line_v3.S")
    for target in ("3.0", "3.5"):
        assert port(project(mixed, target), WITH_REVIEW).files["a.ml"].decode() == AT[target]


@pytest.mark.parametrize(("text", "target"), [("3.0", "3.0"), ("3.5", "3.5"), ("3.5", "3.0")])
def test_the_self_check_judges_by_the_target(text: str, target: str) -> None:
    found = project(AT[text], target)
    reports, _judged = with_conflicts(found, {"a.ml": check(found, "a.ml")})
    messages = [finding.message for finding in reports["a.ml"].findings]
    assert bool(messages) == (text != target)
    assert all(
        message.startswith("This does not type-check against Relay 3.0") for message in messages
    )


@pytest.mark.parametrize("target", PACKS)
def test_the_releases_of_code_are_found_whatever_the_target(target: str) -> None:
    found = {}
    for release, text in AT.items():
        context = Context(project(text, target), "a.ml")
        found[release] = {(each.since, each.until) for each in evidence(context)}
    assert found["2.9"] == {("", "2.9")}
    assert {since for since, _until in found["3.0"]} == {"3.0"}
    assert ("3.0", "3.4") in found["3.0"]
    if target == "3.5":
        assert found["3.5"] == {("3.5", "")}


def test_a_new_name_that_the_target_does_not_have_is_never_written(tmp_path: Path) -> None:
    folder = tmp_path / "relay"
    shutil.copytree(FOLDER.path, folder)
    interface = folder / "interfaces" / "relay.mli"
    interface.write_text(interface.read_text().replace("port.to dial", "port.to dail"))
    text = 'let line = Relay.connect "a"\n'
    wrong = Project({"a.ml": text.encode()}, data_pack(Folder(str(folder)), "3.0"))
    ported = port(wrong, WITH_REVIEW)
    assert ported.files == {}
    assert [each.applicability for each in ported.left["a.ml"].findings] == [MANUAL]
