"""Devices of config.ml on the way to Mirage 4.11 that the pages of the rules do not show."""

from __future__ import annotations

import pytest

from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.engine import check

from ..packs import unikernel

HEAD = "open Mirage\nlet stack = generic_stackv4v6 default_network\n"
SECRET = 'let secret = Key.(create "secret" Arg.({default} (info [ "secret" ])))\n'
GIT = "let git mimic tcp = git_ssh ~key:secret tcp mimic\n"
SOME = 'opt (some string) (Some "rsa:seed")'

# Of DNS clients and keys: what config.ml says before, and after.
CHANGED = {
    "eyeballs that are there": (
        "let he = generic_happy_eyeballs stack\nlet dns = generic_dns_client stack\n",
        "let he = generic_happy_eyeballs stack\nlet dns = generic_dns_client stack he\n",
    ),
    "two eyeballs of one client": (
        "let dns = generic_dns_client stack\n"
        "let a = generic_happy_eyeballs stack dns\nlet b = generic_happy_eyeballs stack dns\n",
        "let a = generic_happy_eyeballs stack\nlet dns = generic_dns_client stack a\n"
        "let b = generic_happy_eyeballs stack\n",
    ),
    "a key with a default": (
        f"{SECRET.format(default=SOME)}{GIT}",
        'let git mimic tcp = git_ssh ~key:"rsa:seed" tcp mimic\n',
    ),
    "a key that is nothing": (
        f"{SECRET.format(default='opt (some string) None')}{GIT}",
        "let git mimic tcp = git_ssh tcp mimic\n",
    ),
}
# What is left to the person, and its rule.
LEFT = {
    "two clients without eyeballs": (
        "let a = generic_dns_client stack\nlet b = generic_dns_client stack\n",
        "dns-client-order",
    ),
    "eyeballs that need what follows the client": (
        "let dns = generic_dns_client stack\nlet other = stack\n"
        "let he = generic_happy_eyeballs other dns\n",
        "dns-client-order",
    ),
    "a key without a default": (f"{SECRET.format(default='required string')}{GIT}", "runtime-key"),
}


@pytest.mark.parametrize("name", CHANGED)
def test_what_becomes_of_devices(name: str) -> None:
    before, after = CHANGED[name]
    arrived = port(unikernel({"config.ml": (HEAD + before).encode()}, target="4.11"), WITH_REVIEW)
    assert arrived.project.source("config.ml").data.decode() == HEAD + after


@pytest.mark.parametrize("name", LEFT)
def test_what_is_left_to_the_person(name: str) -> None:
    text, rule = LEFT[name]
    project = unikernel({"config.ml": (HEAD + text).encode()}, target="4.11")
    found = [each for each in check(project, "config.ml").findings if each.rule == rule]
    assert found
    assert all(each.applicability == "manual" for each in found)
    assert port(project, WITH_REVIEW).files == {}


def test_a_list_that_is_torn_is_not_moved() -> None:
    text = (
        'open Mirage\nlet main = foreign "Unikernel.Main" (network @-> job)\n'
        'let packages =\n  [ package "duration"\n  ; package "fmt"\n\n'
        'let () =\n  register "x" ~packages [ main $ default_network ]\n'
    )
    arrived = port(unikernel({"config.ml": text.encode()}, target="4.11"), WITH_REVIEW)
    data = arrived.project.source("config.ml").data.decode()
    assert text[text.index("let packages") :] in data
