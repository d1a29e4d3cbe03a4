"""The page in a real browser: light and dark, wide and narrow."""

from __future__ import annotations

import os
import re
import shutil
import struct
import subprocess
import zlib
from typing import TYPE_CHECKING

import pytest

from mirageport.server.report.page import page
from mirageport.server.report.plot import Point

from .test_report import FOUND

if TYPE_CHECKING:
    from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="module")
def browser() -> str:
    """The browser; a test without one is skipped, but not where everything has to run."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        assert not os.environ.get("CI"), "chromium has to be there"
        pytest.skip("no chromium")
    return found


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    points = [Point(f"{i:040x}", 1_480_000_000 + i, (6 - i, 4, 1), i) for i in range(6)]
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(page(FOUND, ["."], points, "the hall"), encoding="utf-8")
    return path


def _run(browser: str, profile: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            browser,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--enable-logging=stderr",
            f"--user-data-dir={profile}",
            *arguments,
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )


def _pixels(path: Path) -> tuple[int, int, list[bytes]]:
    """Width, height and the rows of a picture as PNG has them, filters undone."""
    data = path.read_bytes()
    width, height, _depth, kind = struct.unpack(">IIBB", data[16:26])
    step = {2: 3, 6: 4}[kind]
    packed, at = b"", 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        if data[at + 4 : at + 8] == b"IDAT":
            packed += data[at + 8 : at + 8 + length]
        at += length + 12
    raw, rows, size = zlib.decompress(packed), [], width * step + 1
    above = bytes(width * step)
    for row in range(height):
        line = bytearray(raw[row * size + 1 : (row + 1) * size])
        _unfilter(raw[row * size], line, above, step)
        above = bytes(line)
        rows.append(above if step == 3 else _opaque(above))
    return width, height, rows


def _opaque(row: bytes) -> bytes:
    return b"".join(row[at : at + 3] for at in range(0, len(row), 4))


def _unfilter(kind: int, line: bytearray, above: bytes, step: int) -> None:
    for at in range(len(line)):
        left = line[at - step] if at >= step else 0
        up = above[at]
        corner = above[at - step] if at >= step else 0
        guess = left + up - corner
        nearest = min((left, up, corner), key=lambda each: abs(guess - each))
        line[at] = (line[at] + (0, left, up, (left + up) // 2, nearest)[kind]) & 255


@pytest.mark.parametrize(
    ("scheme", "width", "back"), [("1", 1000, (255, 255, 255)), ("0", 500, (20, 24, 28))]
)
def test_it_is_drawn_in_both_schemes(
    browser: str, shown: Path, tmp_path: Path, scheme: str, width: int, back: tuple[int, int, int]
) -> None:
    picture = tmp_path / "page.png"
    _run(
        browser,
        tmp_path / "profile",
        f"--blink-settings=preferredColorScheme={scheme}",
        f"--window-size={width},900",
        f"--screenshot={picture}",
        shown.as_uri(),
    )
    found_width, height, rows = _pixels(picture)
    assert (found_width, height) == (width, 900)
    assert tuple(rows[0][:3]) == back
    colours = {rows[y][x : x + 3] for y in range(0, height, 3) for x in range(0, width * 3, 9)}
    assert len(colours) > 12, "a page of text, bars and a plot"


def test_it_says_what_is_left_and_complains_of_nothing(
    browser: str, shown: Path, tmp_path: Path
) -> None:
    done = _run(browser, tmp_path / "profile", "--dump-dom", shown.as_uri())
    text = re.sub(r"<style>.*?</style>|<[^>]+>", " ", done.stdout, flags=re.DOTALL)
    assert "The port of the hall to Mirage 3" in text
    assert all(entry.rule in text for entry in FOUND.entries)
    assert "CONSOLE" not in done.stderr, "nothing was refused and nothing failed"
