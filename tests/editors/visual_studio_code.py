"""Visual Studio Code for tests: its own server, without the desktop shell, and a real browser."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
import zipfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
EXTENSION = ROOT / "editors" / "vscode"
DRIVER = Path(__file__).with_name("vscode")
# Where `.ci/vscode` puts the editor.
EDITOR = ROOT / "build" / "vscode" / "server"

SETTINGS = {
    "security.workspace.trust.enabled": False,
    "telemetry.telemetryLevel": "off",
    "workbench.startupEditor": "none",
    "workbench.tips.enabled": False,
    "workbench.colorTheme": "Default Light Modern",
    "chat.disableAIFeatures": True,
    "chat.commandCenter.enabled": False,
    "update.mode": "none",
    "extensions.autoCheckUpdates": False,
    "git.enabled": False,
    "files.hotExit": "off",
    "files.autoSave": "off",
    "window.menuBarVisibility": "compact",
    "editor.minimap.enabled": False,
    "editor.fontSize": 13,
    "editor.lightbulb.enabled": "on",
}


class Tools(NamedTuple):
    """The programs of the machine: node, npm, a browser."""

    node: str
    npm: str
    browser: str


def tools() -> Tools:
    """What the tests need. Without it they are skipped, but fail where CI is set."""
    browsers = ("chromium", "chromium-browser", "google-chrome")
    found = {
        "node": shutil.which("node"),
        "npm": shutil.which("npm"),
        "chromium": next(filter(None, map(shutil.which, browsers)), None),
    }
    missing = [name for name, path in found.items() if path is None]
    for name, path in {
        "the editor": EDITOR / "out" / "server-main.js",
        "the extension's packages": EXTENSION / "node_modules",
        "the driver's packages": DRIVER / "node_modules",
    }.items():
        if not path.exists():
            missing.append(f"{name} (.ci/vscode installs them)")
    if missing:
        message = f"not there: {', '.join(missing)}"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return Tools(str(found["node"]), str(found["npm"]), str(found["chromium"]))


def npm(tool: Tools, *arguments: str) -> str:
    """Run a script of the extension without a network; gives what it printed."""
    result = subprocess.run(
        [tool.npm, "run", *arguments],
        cwd=EXTENSION,
        env={**os.environ, "npm_config_offline": "true"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=300,
        check=False,
    )
    said = result.stdout.decode(errors="replace")
    assert result.returncode == 0, said
    return said


def packaged(tool: Tools, folder: Path) -> Path:
    """The extension's package in a folder, one process at a time: all build in the same place."""
    import fcntl  # not everywhere, and needed only here

    built = EXTENSION / "out"
    built.mkdir(exist_ok=True)
    with (built / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        npm(tool, "package")
        return Path(shutil.copy(built / "mirageport.vsix", folder))


def neighbour(folder: Path, *, marks: bool = True) -> Path:
    """The package of an extension that stands in for OCaml Platform. marks: whether it has findings
    and fixes of its own, or colours alone."""
    path = folder / "neighbour.vsix"
    source = DRIVER / "neighbour"
    grammar = DRIVER / "node_modules" / "tm-grammars" / "grammars" / "ocaml.json"
    with zipfile.ZipFile(path, "w") as package:
        about = json.loads((source / "package.json").read_text())
        if not marks:
            del about["main"], about["activationEvents"]
        package.writestr("extension/package.json", json.dumps(about))
        for file in (source / "extension.js", grammar):
            package.write(file, f"extension/{file.name}")
    return path


class Editor(NamedTuple):
    """A running editor. url: where its window is. work: its folder. probe: the file into which the
    neighbour writes what the editor's diagnostics are."""

    url: str
    work: Path
    probe: Path


@contextmanager
def editor(
    tool: Tools,
    packages: list[Path],
    settings: dict[str, Any],
    path: list[str],
    more: dict[str, str] | None = None,
    start: Path | None = None,
) -> Iterator[Editor]:
    """An editor with these extensions, settings and variables, whose PATH begins with `path`.
    start: the folder that it is started in."""
    # A folder of its own with a short name: sockets are made in it.
    with tempfile.TemporaryDirectory(prefix="mp") as name:
        work = Path(name)
        settings_file = work / "ud" / "User" / "settings.json"
        settings_file.parent.mkdir(parents=True)
        settings_file.write_text(json.dumps({**SETTINGS, **settings}))
        (work / "tmp").mkdir()
        # The editor asks the login shell for the PATH.
        folders = os.pathsep.join([*path, os.environ["PATH"]])
        (work / ".bash_profile").write_text(f"export PATH='{folders}'\n")
        environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("VSCODE_")},
            "HOME": name,
            "SHELL": "/bin/bash",
            "TMPDIR": str(work / "tmp"),
            "XDG_RUNTIME_DIR": str(work / "tmp"),
            "MIRAGEPORT_PROBE": str(work / "probe.json"),
            **(more or {}),
        }
        places = ["--user-data-dir", str(work / "ud"), "--extensions-dir", str(work / "ex")]
        program = [tool.node, str(EDITOR / "out" / "server-main.js"), *places]
        program.append("--accept-server-license-terms")
        for package in packages:
            subprocess.run(
                [*program, "--install-extension", str(package)],
                env=environment,
                check=True,
                capture_output=True,
                timeout=120,
            )
        port = _free_port()
        with (work / "log").open("wb") as log:
            process = subprocess.Popen(
                [
                    *program,
                    *("--host", "127.0.0.1", "--port", str(port), "--without-connection-token"),
                    *("--server-data-dir", str(work / "sd"), "--telemetry-level", "off"),
                ],
                cwd=start,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # so that all it starts can be ended with it
            )
        try:
            url = f"http://127.0.0.1:{port}"
            _wait_for(f"{url}/version", process)
            yield Editor(url, work, work / "probe.json")
        finally:
            _end(process)


def shots_of(name: str) -> Path:
    """Where a run's pictures stay, for whoever looks into it, also when it failed."""
    return ROOT / "build" / "screenshots" / name


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the editor and everything it started; what does not listen is killed."""
    os.killpg(process.pid, signal.SIGTERM)
    with suppress(subprocess.TimeoutExpired):
        process.wait(10)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def drive(
    tool: Tools,
    running: Editor,
    folder: Path,
    steps: list[list[str]],
    name: str,
    size: tuple[int, int] = (1280, 1800),
) -> dict[str, Any]:
    """Do these steps in the editor's window; gives what was seen at each of them."""
    shots = shots_of(name)
    shutil.rmtree(shots, ignore_errors=True)
    shots.mkdir(parents=True)
    report = running.work / "report.json"
    job = {
        "url": f"{running.url}/?folder={folder}",
        "browser": tool.browser,
        "probe": str(running.probe),
        "work": str(running.work),
        "shots": str(shots),
        "report": str(report),
        "size": {"width": size[0], "height": size[1]},
        "steps": steps,
    }
    (running.work / "job.json").write_text(json.dumps(job))
    result = subprocess.run(
        [tool.node, str(DRIVER / "drive.mjs"), str(running.work / "job.json")],
        env={**os.environ, "TMPDIR": str(running.work / "tmp")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=400,
        check=False,
    )
    if not report.exists():
        raise AssertionError(result.stderr.decode(errors="replace"))
    seen: dict[str, Any] = json.loads(report.read_text())
    log = "\n".join(path.read_text() for path in (running.work).rglob("*mirageport*.log"))
    assert "error" not in seen, f"{seen['error']}\nseen in {shots}\n{log}"
    return seen


def installed_server() -> list[str]:
    """The folders to put on the PATH so that our server is found."""
    folder = Path(sys.executable).parent
    assert (folder / "mirageport").exists(), "install this project first: pip install -e ."
    return [str(folder)]


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the editor did not start")
