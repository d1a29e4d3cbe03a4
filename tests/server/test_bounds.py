"""Which bounds of a project keep it from a release."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mirageport.server.bounds import files, shut_out
from mirageport.server.packs import counting

if TYPE_CHECKING:
    from pathlib import Path

SAME = "..."  # as it is written
OPAM = 'opam-version: "2.0"\ndepends: [\n  "dune"\n  %s\n]\n'


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        ("a.opam", '"ocaml" {>= "4.02" & < "5.0"}', '"ocaml" {>= "4.02" & < "5.0"}'),
        ("opam", '"ocaml" {< "5.0.0~~"}', '"ocaml" {< "5.0.0~~"}'),
        ("a.opam.locked", '"ocaml" {= "4.14.1"}', '"ocaml" {= "4.14.1"}'),
        ("a.opam", '"ocaml" {<= "4.14.2" & with-test}', '"ocaml" {<= "4.14.2" & with-test}'),
        ("a.opam", '"ocaml" {>= "4.08"}', ""),
        ("a.opam", '"ocaml" {< "5.1"}', ""),
        ("a.opam", '"ocaml" {!= "4.08"}', ""),
        ("a.opam", '"ocaml" {< "5.0" | >= "5.2"}', ""),
        ("a.opam", '"ocamlfind" {< "1.0"}', ""),
        ("a.opam", '# "ocaml" {< "5.0"}', ""),
        ("a.opam", ']\nconflicts: ["ocaml" {< "4.02"}', ""),
        ("opam", ']\navailable: [ocaml-version < "4.06"', 'ocaml-version < "4.06"'),
        ("dune-project", "(ocaml (and (>= 4.08) (< 5.0)))", "(ocaml (and (>= 4.08) (< 5.0)))"),
        ("dune-project", "(ocaml (>= 4.08))", ""),
        ("a.opam", '"ocaml" {>= "4.14" & < "5.0.0" | >= "5.2.0"}', ""),
        ("a.opam", '"ocaml" {< "5.0" & (os = "linux" | arch != "x86_32")}', SAME),
        ("a.opam", '"ocaml" {>= "4.08" & (= "4.14.1" | < "4.13")}', SAME),
        ("a.opam", '"ocaml" {!with-test & < "5" & os != "win32"}', SAME),
        ("a.opam", '"ocaml" {= version}', ""),
        ("a.opam", '"ocaml" {= "4.14.0+options"}', SAME),
        ("a.opam", '"ocaml" {< "4.14"} | "ocaml-version"', ""),
        ("a.opam", ']\nconflicts: [ "ocaml" {>= "5.0"}', '"ocaml" {>= "5.0"}'),
        ("a.opam", ']\nconflicts: [ "ocaml" {>= "5.1"}', ""),
        ("dune-project", "(ocaml (and :with-test (<> :os win32) (< 5.0)))", SAME),
        ("dune-project", "(ocaml (or (< 5.0) (>= 5.2)))", ""),
        ("dune-project", ") (conflicts (ocaml (>= 5.0)))", "(ocaml (>= 5.0))"),
        ("dune.lock/ocaml.pkg", "(version 4.14.1)", "(version 4.14.1)"),
        ("dune.lock/ocaml.5.1.0.pkg", "(version 5.1.0)", ""),
        ("notes.txt", '"ocaml" {< "5.0"}', ""),
    ],
)
def test_an_upper_bound_keeps_a_project_from_a_release(
    tmp_path: Path, file: str, text: str, expected: str
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "src").mkdir()
    (tmp_path / file).parent.mkdir(exist_ok=True)
    around = "(package (depends %s))" if file == "dune-project" else OPAM
    (tmp_path / file).write_text(text if file.startswith("dune.lock") else around % text)
    expected = text if expected == SAME else expected
    found = shut_out(files(str(tmp_path / "src")), ["ocaml", "ocaml-version"], "5.0")
    assert (found.text if found else "") == expected
    if found:
        assert found.file == str(tmp_path / file)
        assert shut_out(files(str(tmp_path)), ["ocaml"], "4.02") is None
    assert shut_out(files(str(tmp_path)), [], "5.0") is None


def test_bounds_decide_where_nobody_chose_and_not_in_a_unikernel(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    folder = str(tmp_path)
    assert counting((), folder, {}) == (("mirage",), [])
    (tmp_path / "x.opam").write_text(OPAM % '"ocaml" {< "5.0"}')
    assert counting((), folder, {}) == (("mirage", "stdlib-5"), [])
    assert counting((), folder, {"config.ml": b'let () = register "x" []'}) == (("mirage",), [])
    assert counting(("stdlib-5",), folder, {}) == (("stdlib-5",), [])
