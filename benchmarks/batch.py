"""Whole trees of files, against ast-grep, semgrep and a search for words."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from shutil import which
from typing import NamedTuple

from benchmarks.cold import MAIN, timed
from benchmarks.corpora import tree
from benchmarks.report import Row

# What the peers are asked for: a dozen ways in which Mirage 2 is seen by the letters alone.
PATTERNS = (
    *("$C.log_s $A $B", "$C.log $A $B", "$T.get_dest $A", "$T.sleep $A", "$K.size $A $B"),
    *("$K.read $A $B $C $D", "$F.read $A", "$F.write $A $B", "$F.error_message $A"),
    *("V1_LWT", "V1", "$M.connect $A"),
)
WORDS = "V1|V1_LWT|log_s|get_dest|error_message|set_ip|listen_tcpv4|Mirage|sleep|`Ok|`Error|`Eof"


class Peer(NamedTuple):
    """Another tool. command: None when it is missing, and then `why` says what to do about it."""

    name: str
    command: list[str] | None
    why: str = ""


def peers(grammar: str, folder: Path) -> list[Peer]:
    """The tools that are here. grammar: the compiled grammar of OCaml for ast-grep. folder: where
    their rules go."""
    return [_ast_grep(grammar, folder), _semgrep(folder), _search()]


def _ast_grep(grammar: str, folder: Path) -> Peer:
    if not which("ast-grep"):
        return Peer("ast-grep", None, "ast-grep is missing (pip install -e '.[bench]')")
    if not grammar:
        return Peer("ast-grep", None, "ast-grep has no OCaml: --grammar FILE names its grammar")
    (folder / "rules").mkdir()
    (folder / "sgconfig.yml").write_text(
        "ruleDirs: [rules]\ncustomLanguages:\n  ocaml:\n"
        f"    libraryPath: {Path(grammar).resolve()}\n    extensions: [ml]\n    expandoChar: _\n"
        "    languageSymbol: tree_sitter_ocaml\n"
    )
    for number, pattern in enumerate(PATTERNS):
        (folder / "rules" / f"{number}.yml").write_text(
            f"id: p{number}\nlanguage: ocaml\nrule:\n  pattern: '{pattern.replace('$', '_')}'\n"
        )
    config = str(folder / "sgconfig.yml")
    return Peer("ast-grep", ["ast-grep", "scan", "-c", config, "--custom-languages", "allow"])


def _semgrep(folder: Path) -> Peer:
    if not which("semgrep"):
        return Peer("semgrep", None, "semgrep is missing (pip install -e '.[bench]')")
    rules = "".join(
        f"- id: p{number}\n  languages: [ocaml]\n  severity: INFO\n  message: x\n"
        f"  pattern: '{pattern}'\n"
        for number, pattern in enumerate(PATTERNS)
    )
    config = folder / "semgrep.yml"
    config.write_text("rules:\n" + rules)
    quiet = ["--metrics=off", "--disable-version-check", "--no-git-ignore", "--quiet"]
    limits = ["--max-target-bytes", "0", "-j", "2"]
    return Peer("semgrep", ["semgrep", "scan", "--config", str(config), *quiet, *limits])


def _search() -> Peer:
    if which("rg"):
        return Peer("ripgrep", ["rg", "-n", WORDS])
    return Peer("ripgrep", None, "rg is missing")


TREES = (
    # id, files, lines of each, one in how many has findings, budgets against ast-grep and semgrep
    ("batch-small", 100, 100, 4, 2.0, 1 / 20),
    ("batch-dense", 1000, 100, 1, 1.0, 1 / 20),
    ("batch-large", 10_000, 150, 8, 1 / 4, 1 / 30),
)


def rows(quick: bool, grammar: str) -> list[Row]:
    """The rows of the trees; with `quick` the smallest only."""
    found = []
    for name, files, lines, every, ast_grep, semgrep in TREES[: 1 if quick else None]:
        budgets = {"ast-grep": ast_grep, "semgrep": semgrep}
        with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as rules:
            others = peers(grammar, Path(rules))
            size = tree(Path(folder), files, lines, every)
            found += against(name, f"{files:,} files, {size / 1e6:.1f} MB", folder, others, budgets)
    return found


def against(
    name: str, what: str, folder: str, others: list[Peer], budgets: dict[str, float]
) -> list[Row]:
    """Our check of a folder against each peer's, in turn."""
    ours = [sys.executable, "-c", MAIN, "check", "--quiet", "--jobs", "2", folder]
    alone = [timed(ours) for _ in range(3)]
    found = [Row(name, f"{what}: seconds", tuple(alone))]
    for peer in others:
        title = f"{what}, against {peer.name}"
        if peer.command is None:
            found.append(Row(name, title, why=peer.why))
            continue
        ratios = []
        for _ in range(3):
            mine = timed(ours)
            ratios.append(mine / timed([*peer.command, folder]))
        found.append(Row(name, title, tuple(ratios), budgets.get(peer.name)))
    return found
