"""What is taken out of a config.ml: comments in it stay."""

from __future__ import annotations

import pytest

from mirageport.code_actions.plan import SAFE_ONLY, WITH_REVIEW, port
from mirageport.diagnostics.engine import EVERYTHING
from mirageport.diagnostics.finding import REVIEW, SAFE

from ..packs import unikernel, words

HEAD = 'open Mirage\n\nlet main = foreign "Unikernel.Main" (stackv4 @-> job)\n\n'


def ported(text: str) -> str:
    project = unikernel({"config.ml": (HEAD + text).encode()})
    done = port(project, (SAFE, REVIEW), EVERYTHING, None).project
    return done.source("config.ml").data.decode().removeprefix(HEAD)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "let stack = generic_stackv4 default_console (* the first *) tap0\n",
            "let stack = generic_stackv4 (* the first *) default_network\n",
        ),
        (
            "let stack = generic_stackv4 default_console (* one *) (* two *) tap0\n",
            "let stack = generic_stackv4 (* one *) (* two *) default_network\n",
        ),
        (
            "let stack =\n  direct_stackv4_with_dhcp default_console (* by hand *) tap0\n",
            "let stack =\n  dhcp_ipv4_stack (* by hand *) default_network\n",
        ),
    ],
)
def test_an_argument_goes_without_its_comment(before: str, after: str) -> None:
    assert ported(before) == after


def test_what_goes_with_its_label_leaves_its_comment() -> None:
    text = (
        'let libraries (* named *) = [ "re" ]\n\n'
        'let () = register "hall" (* kept *) ~libraries ~packages:(* too *) [ "re" ] [ main $ x ]\n'
    )
    after = ported(text)
    for comment in ("(* kept *)", "(* too *)"):
        assert comment in after, after
    assert "~libraries" not in after


ADDITIONS = [
    ('add_to_ocamlfind_libraries [ "re.str" ];\n  add_to_opam_packages [ "re" ]', ""),
    ('add_to_ocamlfind_libraries [ "re.str" ];\n  add_to_opam_packages [ "re" ];', ""),
    (
        'print_newline ();\n  add_to_ocamlfind_libraries [ "re.str" ];\n'
        '  add_to_opam_packages [ "re" ]',
        "let () =\n  print_newline ()\n\n",
    ),
    (
        'add_to_ocamlfind_libraries [ "re.str" ];\n  print_newline ();\n'
        '  add_to_opam_packages [ "re" ];\n  print_newline ()',
        "let () =\n  print_newline ();\n  print_newline ()\n\n",
    ),
]


@pytest.mark.parametrize(("body", "rest"), ADDITIONS)
@pytest.mark.parametrize("levels", [SAFE_ONLY, WITH_REVIEW])
def test_additions_in_one_sequence(body: str, rest: str, levels: frozenset[str]) -> None:
    head = 'open Mirage\n\nlet main = foreign "Unikernel.Main" (console @-> job)\n\n'
    before = head + f'let () =\n  {body}\n\nlet () = register "x" [ main $ default_console ]\n'
    project = unikernel({"config.ml": before.encode()})
    after = port(project, levels).project.source("config.ml").data.decode()
    packages = '~packages:[package ~sublibs:["str"] "re"]'
    wanted = f'{rest}let () = register {packages} "x" [ main $ default_console ]\n'
    assert words(after) == words(head + wanted)
