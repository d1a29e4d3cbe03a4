"""What has another name is found in every place of OCaml's syntax where it may stand."""

from __future__ import annotations

from pathlib import Path

from mirageport.api.data import Folder
from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.data_pack import data_pack
from mirageport.diagnostics.project import Project

HERE = Path(__file__).parent / "tool"


def test_each_place_gets_the_new_name() -> None:
    text = (HERE / "places.ml").read_text()
    project = Project({"places.ml": text.encode()}, data_pack(Folder(str(HERE))))
    ported = port(project, WITH_REVIEW)
    expected = text.replace("+!", "++!")
    for old, new in (("old_", "new_"), ("Old", "New"), ("OLD", "NEW")):
        expected = expected.replace(old, new)
    found = ported.files["places.ml"].decode().splitlines()
    pairs = zip(found, expected.splitlines(), strict=True)
    assert [line for line, wanted in pairs if line != wanted] == []
