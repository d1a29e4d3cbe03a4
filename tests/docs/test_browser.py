"""The site in a real browser: both schemes, wide and narrow, and a search for the compiler's
message."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from .console import ROOT

DRIVER = Path(__file__).with_name("browse.mjs")
PACKAGES = ROOT / "tests" / "editors" / "vscode" / "package.json"
SHOTS = ROOT / "build" / "screenshots" / "site"

RULE = "rules/flow-read/"
VIEWS = [
    {"size": "wide", "scheme": "light", "open": ["", "rules/", RULE]},
    {"size": "wide", "scheme": "dark", "open": ["", RULE]},
    {"size": "narrow", "scheme": "light", "open": ["", "rules/", "rules/messages/", RULE]},
]
# What a person has before them, and the rule that knows it. The last one is clicked.
QUERIES = {
    "Unbound value T.get_dest": "tcp-get-dest",
    "Unbound value OS.Time.sleep": "time-sleep",
    "Unbound value C.log_s": "console-log-s",
}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: Any) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def seen(site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the browser saw. Skipped without a browser, but not where everything has to run."""
    browsers = ("chromium", "chromium-browser", "google-chrome")
    browser = next(filter(None, map(shutil.which, browsers)), None)
    node = shutil.which("node")
    if browser is None or node is None or not PACKAGES.with_name("node_modules").exists():
        assert not os.environ.get("CI"), "chromium, node and what .ci/vscode installs must be there"
        pytest.skip("no chromium, no node, or no driver (.ci/vscode installs it)")
    folder = tmp_path_factory.mktemp("browsed")
    SHOTS.mkdir(parents=True, exist_ok=True)
    job, report = folder / "job.json", folder / "report.json"
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        told = {
            "site": f"http://127.0.0.1:{server.server_address[1]}/",
            "browser": browser,
            "packages": str(PACKAGES),
            "shots": str(SHOTS),
            "report": str(report),
            "views": VIEWS,
            "queries": list(QUERIES),
        }
        job.write_text(json.dumps(told), encoding="utf-8")
        done = subprocess.run(
            [node, str(DRIVER), str(job)], capture_output=True, text=True, check=False, timeout=300
        )
        server.shutdown()
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return found


def test_every_view_is_complete(seen: dict[str, Any]) -> None:
    assert len(seen["pages"]) == sum(len(view["open"]) for view in VIEWS)
    for page in seen["pages"]:
        assert page["title"], page
        assert page["tooWide"] <= 0, page
        assert page["missing"] == [], page
    assert seen["complaints"] == [], "nothing was refused and nothing failed"
    assert seen["elsewhere"] == [], "everything comes from the site itself"


def test_the_scheme_is_the_persons(seen: dict[str, Any]) -> None:
    for page in seen["pages"]:
        back, ink = (sum(map(int, re.findall(r"\d+", page[key])[:3])) for key in ("back", "ink"))
        assert (back > ink) == (page["scheme"] == "light"), page


@pytest.mark.parametrize("query", QUERIES)
def test_a_search_for_the_compilers_message_finds_the_rule_first(
    seen: dict[str, Any], query: str
) -> None:
    assert seen["found"][query][0] == f"/rules/{QUERIES[query]}/"


def test_the_rule_is_two_clicks_away(seen: dict[str, Any]) -> None:
    assert "/rules/console-log-s/" in seen["clicked"]
