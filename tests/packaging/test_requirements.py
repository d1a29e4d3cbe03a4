"""What the extension and the container install: exactly what the server depends on."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
DEPENDENCIES, BUILD = "editors/vscode/requirements.txt", ".ci/build.txt"
PIN = re.compile(r"\S+==\S+( ; .+?)?(\s+--hash=sha256:[0-9a-f]{64})+\s*")


def _blocks(file: str) -> list[str]:
    text = (ROOT / file).read_text().replace("\\\n", " ")
    return re.split(r"\n(?=\S)", text.strip())


def _pins(file: str) -> dict[str, Requirement]:
    found = (Requirement(block.partition(" --hash")[0]) for block in _blocks(file))
    return {each.name: each for each in found}


def _needed(package: str) -> list[Requirement]:
    """What a package depends on, on any platform and Python, without its extras."""
    try:
        found = map(Requirement, requires(package) or [])
    except PackageNotFoundError:  # one that this Python can do without
        return []
    return [each for each in found if "extra" not in str(each.marker)]


def _name(requirement: Requirement) -> str:
    return re.sub(r"[-_.]+", "-", requirement.name).lower()


def test_every_dependency_is_pinned_and_nothing_else() -> None:
    pins = _pins(DEPENDENCIES)
    waiting, seen = ["mirageport"], set()
    while waiting:
        for each in _needed(waiting.pop()):
            name = _name(each)
            _check(each, pins)
            if name not in seen:
                seen.add(name)
                waiting.append(name)
    assert seen == set(pins)


def test_what_builds_the_package_is_pinned() -> None:
    text = (ROOT / "pyproject.toml").read_text()
    (wanted,) = re.findall(r"^requires = \[(.*?)\]", text, re.MULTILINE | re.DOTALL)
    needed = [Requirement(each) for each in re.findall(r'"(.+?)"', wanted)]
    pins = _pins(BUILD)
    for each in needed:
        _check(each, pins)
    assert {_name(each) for each in needed} == set(pins)


def _check(needed: Requirement, pins: dict[str, Requirement]) -> None:
    name = _name(needed)
    assert name in pins, f"{name}: run .ci/requirements"
    (pin,) = pins[name].specifier
    assert needed.specifier.contains(pin.version), f"{needed}: run .ci/requirements"


@pytest.mark.parametrize("file", [DEPENDENCIES, BUILD])
def test_every_pin_is_exact_and_has_hashes(file: str) -> None:
    for block in _blocks(file):
        assert PIN.fullmatch(block), block


def test_the_container_installs_nothing_without_a_hash_but_the_package_itself() -> None:
    text = (ROOT / "Containerfile").read_text().replace("\\\n", " ")
    commands = [part for line in re.findall(r"^RUN (.*)", text, re.M) for part in line.split("&&")]
    pips = [command.split() for command in commands if "pip" in command]
    assert len(pips) == 4
    for pip in pips:
        assert pip[:4] == ["python", "-I", "-m", "pip"]
        assert "--require-hashes" in pip or "--no-deps" in pip
        assert pip[4] == "install" or "--no-build-isolation" in pip
