"""`mirageport.toml`: where it is found, what it may say, and how mistakes are told."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

import pytest

from mirageport.server.lsp.engine import MirageEngine
from mirageport.server.settings import Settings, SettingsError, load, unknown

from .session import Session

if TYPE_CHECKING:
    from pathlib import Path

OLD = "module Main (C : V1_LWT.CONSOLE) = struct\n  let start c = C.log_s c text\nend\n"


def test_found_upwards(tmp_path: Path) -> None:
    (tmp_path / "mirageport.toml").write_text(
        'select = ["a"]\nignore = ["b", "c"]\nreview = true\n'
    )
    below = tmp_path / "x" / "y"
    below.mkdir(parents=True)
    assert load(str(below)) == Settings(("a",), ("b", "c"), True)


def test_under_a_tool_table(tmp_path: Path) -> None:
    (tmp_path / "mirageport.toml").write_text('[tool.mirageport]\nignore = ["b"]\n')
    assert load(str(tmp_path)) == Settings((), ("b",))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"select = [", "is not valid TOML"),
        (b"select = 'a'", "'select' must be a list of rule names or categories"),
        (b"ignore = [1]", "'ignore' must be a list"),
        (b"review = 'yes'", "'review' must be true or false"),
        (b"selct = []", "unknown key 'selct'; did you mean 'select'?"),
        (b"target = 3.0", "'target' must be a release in quotes, such as \"3.0\""),
        (b"target = '4.9'", "there is no target 4.9: the releases to port to are 3.0, 4.11"),
        (
            b"zzz = []",
            "unknown key 'zzz' (known: select, ignore, review, self-check, target, packs, ex",
        ),
        (b"tool.mirageport = 3", "'tool.mirageport' must be a table"),
        (b"select = " + b"[" * 5_000 + b"]" * 5_000, "is nested too deeply"),
        (b"# " + b"x" * 70_000, "is too large"),
        (b"# \xff", "is not UTF-8"),
    ],
)
def test_mistakes(tmp_path: Path, text: bytes, said: str) -> None:
    path = tmp_path / "mirageport.toml"
    path.write_bytes(text)
    with pytest.raises(SettingsError) as error:
        load(str(tmp_path))
    assert str(error.value).startswith(f"{path}: ")
    assert said in str(error.value)


def test_the_target_there_is(tmp_path: Path) -> None:
    (tmp_path / "mirageport.toml").write_text('target = "3.0"\n')
    assert load(str(tmp_path)) == Settings(target="3.0")


def test_what_is_said_first_wins() -> None:
    editor, file = Settings(("a",)), Settings(("b",), ("c",), True)
    assert editor.over(file) == Settings(("a",), ("c",), True)


def test_nothing_above_a_checkout_counts(tmp_path: Path) -> None:
    (tmp_path / "mirageport.toml").write_text('select = ["a"]\n')
    checkout = tmp_path / "checkout"
    (checkout / ".git").mkdir(parents=True)
    (checkout / "below").mkdir()
    assert load(str(checkout / "below")) == Settings()
    (checkout / "mirageport.toml").write_text('select = ["b"]\n')
    assert load(str(checkout / "below")) == Settings(("b",))


def test_a_link_that_leads_out_is_no_settings_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("password\n")
    work = tmp_path / "work"
    work.mkdir()
    (work / "mirageport.toml").symlink_to(tmp_path / "secret")
    with pytest.raises(SettingsError, match="is a link that leads out of the folder") as error:
        load(str(work))
    assert "password" not in str(error.value)


@pytest.mark.parametrize("kind", ["pipe", "device", "nothing"])
def test_what_is_no_file_is_told_and_not_waited_for(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "mirageport.toml"
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero" if kind == "device" else "no-such-file")
    said = {
        "pipe": "is no regular file",
        "device": "is a link that leads out of the folder",
        "nothing": "cannot be read: No such file",
    }
    with pytest.raises(SettingsError, match=f"mirageport.toml: {said[kind]}"):
        load(str(tmp_path))


def test_windows_line_endings(tmp_path: Path) -> None:
    (tmp_path / "mirageport.toml").write_bytes(b"# one\r\nreview = true\r\n")
    assert load(str(tmp_path)) == Settings(review=True)


def test_names_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "mirageport.toml").write_text('select = ["v1-module-typ"]\nignore = ["x" ]\n')
    assert unknown(load(str(tmp_path)), ["v1-module-type", "flow"]) == [
        "no rule or category is called 'v1-module-typ'; did you mean 'v1-module-type'?",
        "no rule or category is called 'x'",
    ]


def test_an_editor_leaves_out_what_the_file_excludes(tmp_path: Path) -> None:
    async def test() -> None:
        (tmp_path / "mirageport.toml").write_text(
            'exclude = ["old.ml"]\n[per-file-ignores]\n"part.ml" = ["console"]\n'
        )
        (tmp_path / "config.ml").write_text("")
        session = Session("neovim-0.11", MirageEngine())
        await session.start(tmp_path)
        found = {}
        for name in ("old.ml", "part.ml", "new.ml"):
            uri = await session.open(tmp_path / name, OLD)
            found[name] = [item["code"] for item in session.published(uri)[-1]["diagnostics"]]
        assert found == {
            "old.ml": [],
            "part.ml": ["v1-module-type"],
            "new.ml": ["v1-module-type", "console-log-s"],
        }

    asyncio.run(test())
