"""Names that the target does not have, and of which no rule says what became of them."""

from __future__ import annotations

from mirageport.diagnostics.engine import check

from ..packs import unikernel

NAME = "Mirage.Key.filter_stage"  # until 4.4, without a rule


def _found(text: str) -> list[tuple[str, str]]:
    project = unikernel({"a.ml": text.encode()}, target="4.11")
    found = check(project, "a.ml").findings
    return [(finding.rule, text[finding.start : finding.end]) for finding in found]


def test_a_value_of_a_module_that_ended_is_reported_where_it_is_named() -> None:
    assert _found("let f = Mirage.Key.filter_stage\n") == [("conflict", NAME)]


def test_a_value_of_a_parameter_is_left_to_the_finding_of_its_module_type() -> None:
    text = "module Main (C : V1_LWT.CONSOLE) = struct\n  let f c = C.log c\nend\n"
    assert "conflict" not in [rule for rule, _place in _found(text)]


def test_a_value_has_the_rule_of_its_module() -> None:
    text = "let answer r = Dns.Query.answer_of_response r\n"
    assert _found(text) == [("dns-rewritten", "Dns.Query.answer_of_response")]


def test_a_module_of_the_project_is_no_library_of_its_name() -> None:
    files = {
        "http_mirage_client.ml": b"let one_request () = ()\n",
        "http_mirage_client.mli": b"val one_request : unit -> unit\n",
        "a.ml": b"let f = Http_mirage_client.one_request\n",
    }
    assert check(unikernel(files, target="4.11"), "a.ml").findings == ()
