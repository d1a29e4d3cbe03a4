"""The start page, followed by somebody who has nothing else: a clone, a shell, and its blocks in
their order."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

from .console import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```(sh|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MARK = "-- what the page shows --"


def _script(page: str) -> str:
    """The commands of a page for one shell, with what is not there put in: the repository's
    address is that of this one, and what is installed is what is tested."""
    lines = []
    for language, code in _BLOCK.findall(page):
        if language == "sh":
            lines.append(code)
        else:
            shown = (line[2:] for line in code.splitlines() if line.startswith("$ "))
            lines.extend(f"echo '{_MARK}'; {command}" for command in shown)
    script = "\n".join(lines)
    address = re.search(r"git clone (\S+)", script)
    assert address is not None
    script = script.replace(address.group(1), f"-q '{ROOT}'")
    install = "python3 -m venv .venv && .venv/bin/pip install -q -e ."
    assert install in script
    return script.replace(
        install, f"mkdir .venv && ln -s '{os.path.dirname(sys.executable)}' .venv/bin"
    )


def _shown(page: str) -> list[list[str]]:
    """What the page shows for each of its commands."""
    found: list[list[str]] = []
    for language, code in _BLOCK.findall(page):
        for line in code.splitlines() if language == "console" else ():
            if line.startswith("$ "):
                found.append([])
            else:
                found[-1].append(line)
    return found


def test_the_start_page_alone_leads_to_a_ported_unikernel(tmp_path: Path) -> None:
    script = tmp_path / "steps.sh"
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("mirage", "make"):  # the end of the page, where Mirage 3 takes over
        (tools / name).write_text(f'#!/bin/sh\necho "{name} $*" >> {tmp_path}/called\n')
        (tools / name).chmod(0o755)
    script.write_text(_script(PAGE), encoding="utf-8")
    environment = {**os.environ, "HOME": str(tmp_path), "COLUMNS": "100"}
    # The clone may belong to somebody else, and the settings that allow it stand in another HOME.
    environment |= {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory"}
    environment["GIT_CONFIG_VALUE_0"] = "*"
    environment["PATH"] = f"{tools}{os.pathsep}/usr/local/bin:/usr/bin:/bin"
    done = subprocess.run(
        ["sh", str(script)],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=120,
    )
    before, *answers = done.stdout.split(f"{_MARK}\n")
    assert before == "", "what is installed says nothing"
    assert [answer.splitlines() for answer in answers] == _shown(PAGE)
    called = [line.strip() for line in (tmp_path / "called").read_text().splitlines()]
    assert called == ["mirage configure -t unix", "make depend", "make"]
    assert "V1_LWT" not in (tmp_path / "tryout" / "greeter" / "unikernel.ml").read_text()
