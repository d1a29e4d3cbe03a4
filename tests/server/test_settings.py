"""`mirageport.toml`: where it is found, what it may say, and how mistakes are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mirageport.server.settings import Settings, SettingsError, load

if TYPE_CHECKING:
    from pathlib import Path


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
        (b"selct = []", "unknown key 'selct' (known: select, ignore, review)"),
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


def test_what_is_said_first_wins() -> None:
    editor, file = Settings(("a",)), Settings(("b",), ("c",), True)
    assert editor.over(file) == Settings(("a",), ("c",), True)
