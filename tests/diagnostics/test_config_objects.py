"""Devices of a project's own: what their methods give, and what a person has to see to."""

from __future__ import annotations

import pytest

from mirageport.diagnostics.engine import check

from ..packs import unikernel
from ..porting.small import CONFIG, findings, ported, told

OBJECT = """open Mirage
let near = Key.(value (create "near" Arg.(flag (info [ "near" ]))))
let far = Key.(value (create "far" Arg.(flag (info [ "far" ]))))
let lamp =
  impl
  @@ object
       inherit base_configurable
       method ty = Type `Lamp
       method name = "lamp"
       method module_name = "Lamp"
{methods}
     end
"""


def _with(*methods: str) -> str:
    return OBJECT.format(methods="\n".join(f"       method! {method}" for method in methods))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (['libraries = Key.pure [ "lamp" ]'], ['packages = Key.pure [package "lamp"]']),
        (['packages = Key.pure [ "lamp" ]'], ['packages = Key.pure [package "lamp"]']),
        (
            [
                'packages = Key.if_ near [ "lamp" ] []',
                'libraries = Key.if_ near [ "lamp.near" ] []',
            ],
            ['packages = Key.if_ near [package ~sublibs:["near"] "lamp"] []'],
        ),
        (
            ['packages = Key.if_ near [ "lamp" ] []', 'libraries = Key.pure [ "lamp" ]'],
            ['packages = Key.if_ near [package "lamp"] [package "lamp"]'],
        ),
    ],
)
def test_two_lists_become_one(before: list[str], after: list[str]) -> None:
    assert ported(config=_with(*before)) == _with(*after)


@pytest.mark.parametrize(
    "methods",
    [
        [
            'packages = Key.if_ near [ "lamp" ] []',
            'libraries = Key.if_ far [ "lamp.far" ] []',
        ],
        ['libraries = Key.(map (fun near -> if near then [ "lamp" ] else []) near)'],
        ['libraries = Key.pure ("lamp" :: [])'],
    ],
)
def test_lists_of_other_forms_are_told(methods: list[str]) -> None:
    config = _with(*methods)
    assert ("dev-method-libraries", "manual") in told(config=config)
    assert ported(config=config) == config


def test_packages_of_mirage_3_are_fine() -> None:
    assert told(config=_with('packages = Key.pure [ package "lamp" ]')) == []


@pytest.mark.parametrize(
    ("code", "new"),
    [
        ("%s.light () >|= fun x -> `Ok x", "%s.light ()"),
        ("%s.light () >|= (fun x -> `Ok x", ""),
        ("%s.light () >|= fun x -> `Ok y", ""),
        ("Lwt.return (`Ok %s.lamp)", "Lwt.return (%s.lamp)"),
        ("return (`Ok 1) >>= fun _ -> return (`Ok 2)", ""),
        ("return (`Error `Dark)", ""),
        ("match l with `Ok x -> x", ""),
    ],
)
def test_the_code_of_connect(code: str, new: str) -> None:
    config = _with(f'connect _ modname _ = Printf.sprintf "{code}" modname')
    level = "review" if new else "manual"
    assert told(config=config) == [("dev-connect-result", level)]
    assert ported(config=config) == (config.replace(code, new) if new else config)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('Error "dark"', 'Error (`Msg "dark")'),
        ('Error ("dark")', 'Error (`Msg ("dark"))'),
        ('Error (String.concat " " [ "dark" ])', 'Error (`Msg (String.concat " " [ "dark" ]))'),
        (
            'let dark = Sys.argv.(0) ^ "?" in Error dark',
            'let dark = Sys.argv.(0) ^ "?" in Error (`Msg dark)',
        ),
        ('Error (`Msg "dark")', 'Error (`Msg "dark")'),
    ],
)
def test_a_string_is_no_error_any_more(before: str, after: str) -> None:
    assert ported(config=_with(f"configure _ = {before}")) == _with(f"configure _ = {after}")


@pytest.mark.parametrize(
    ("step", "says"), [("configure", "into the new `method build`"), ("clean", "are messages")]
)
def test_a_step_is_told_what_is_its_own(step: str, says: str) -> None:
    config = (
        "open Mirage\ntype lamp = LAMP\nlet lamp = impl @@ object\n  inherit base_configurable\n"
        '  method name = "lamp" method module_name = "Lamp" method ty = Type LAMP\n'
        f"  method {step} _ = tidy ()\nend\n"
        'let main = foreign ~deps:[abstract lamp] "Unikernel.Main" (console @-> job)\n'
        'let () = register "x" [ main $ default_console $ tap0 ]\n'
    )
    (found,) = [f for f in findings(config=config) if f.rule == "dev-configure-clean"]
    assert says in found.message


def test_a_job_that_an_object_makes_is_left_to_the_person() -> None:
    config = b"open Mirage\nlet app = impl @@ object\n"
    config += b'  inherit [_] foreign "Unikernel.Main" (network @-> job)\n'
    config += b"  method! packages = Key.(if_ is_unix) [] []\nend\n"
    found = check(unikernel({CONFIG: config}, target="4.11"), CONFIG).findings
    ((rule, level, message),) = [(each.rule, each.applicability, each.message) for each in found]
    assert (rule, level) == ("device-object", "manual")
    assert "it inherits from another class" in message
