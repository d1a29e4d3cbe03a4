"""Whole trees of files, against ast-grep, semgrep and a search for words."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.corpora import tree
from benchmarks.ours import NAME, run
from benchmarks.report import Row

if TYPE_CHECKING:
    from collections.abc import Mapping

# What the peers are asked for: a dozen ways in which Mirage 2 is seen by the letters alone.
CALLS = (
    *("$C.log_s $A $B", "$C.log $A $B", "$T.get_dest $A", "$T.sleep $A", "$K.size $A $B"),
    *("$K.read $A $B $C $D", "$F.read $A", "$F.write $A $B", "$F.error_message $A"),
    "$M.connect $A",
)
MODULES = ("V1_LWT", "V1")
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
        return Peer("ast-grep", None, "ast-grep has no OCaml: npm and cc, or --grammar FILE")
    config = ast_grep_rules(grammar, folder)
    # The shortest of its outputs; with its own, printing takes longer than looking.
    flags = ["--custom-languages", "allow", "--report-style", "short"]
    return Peer("ast-grep", ["ast-grep", "scan", "-c", config, *flags])


def ast_grep_rules(grammar: str, folder: Path) -> str:
    """Write ast-grep's rules below a folder; gives their configuration's name."""
    (folder / "rules").mkdir()
    config = folder / "sgconfig.yml"
    # In a pattern `X` stands for `$`: a capital, so that `$C.log_s` is read as a module's value.
    config.write_text(
        "ruleDirs: [rules]\ncustomLanguages:\n  ocaml:\n"
        f"    libraryPath: {Path(grammar).resolve()}\n    extensions: [ml]\n    expandoChar: X\n"
        "    languageSymbol: tree_sitter_ocaml\n"
    )
    rules = [f"pattern: '{pattern}'" for pattern in CALLS]
    rules += [f"{{kind: module_name, regex: '^{name}$'}}" for name in MODULES]
    for number, rule in enumerate(rules):
        body = rule if rule.startswith("{") else f"\n  {rule}"
        (folder / "rules" / f"{number}.yml").write_text(
            f"id: p{number}\nlanguage: ocaml\nrule: {body}\nmessage: Mirage 2\n"
        )
    return str(config)


def _semgrep(folder: Path) -> Peer:
    if not which("semgrep"):
        return Peer("semgrep", None, "semgrep is missing (pip install -e '.[bench]')")
    rules = "".join(
        f"- id: p{number}\n  languages: [ocaml]\n  severity: INFO\n  message: x\n"
        f"  pattern: '{pattern}'\n"
        for number, pattern in enumerate((*CALLS, *MODULES))
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


class Cost(NamedTuple):
    """What a command cost: seconds by the clock, seconds of processors, and the most memory one of
    its processes held, in MiB."""

    wall: float
    cpu: float
    peak: float


def cost(command: list[str]) -> Cost:
    """Run a command, its output going nowhere."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    launch = [sys.executable, "-I", "-S", str(Path(__file__).with_name("launch.py"))]
    done = subprocess.run([*launch, *command], stdout=subprocess.PIPE, env=environment, check=True)
    wall, cpu, peak, status = map(float, done.stdout.split())
    if status not in (0, 1):
        raise RuntimeError(f"{command}: ended with {status:.0f}")
    # `ru_maxrss` counts KiB on Linux, bytes on macOS.
    return Cost(wall, cpu, peak / (1024 * 1024 if sys.platform == "darwin" else 1024))


class Tree(NamedTuple):
    """A generated tree, and what it may cost against ast-grep and semgrep. rounds: of the quick
    tools, and of semgrep, which takes minutes."""

    id: str
    files: int
    every: int
    hits: str
    size: int
    ast_grep: float | None
    semgrep: float | None
    rounds: tuple[int, int]


TREES = (
    Tree("batch-small", 100, 4, "dense", 2600, None, None, (5, 2)),
    Tree("batch-large", 10_000, 8, "few", 5700, 1.0, None, (3, 1)),
)
# What a check of real units may cost against the others.
CORPUS = {"ast-grep": 10.0, "semgrep": 0.05}
Curves = dict[str, list[tuple[int, float]]]


def rows(quick: bool, grammar: str) -> tuple[list[Row], Curves]:
    """The rows of the trees, and each tool's seconds by the size of the tree; with `quick` the
    smallest only."""
    found: list[Row] = []
    curves: Curves = {}
    for one in TREES[: 1 if quick else None]:
        budgets = {"ast-grep": one.ast_grep, "semgrep": one.semgrep}
        with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as rules:
            others = peers(grammar, Path(rules))
            size = tree(Path(folder), one.files, one.every, one.hits, one.size)
            what = f"{one.files:,} files, {size / 1e6:.1f} MB"
            more, seconds = against(one.id, what, folder, others, budgets, one.rounds)
        found += more
        for tool, each in seconds.items():
            curves.setdefault(tool, []).append((one.files, each))
    return found, curves


def against(
    name: str,
    what: str,
    folder: str,
    others: list[Peer],
    budgets: Mapping[str, float | None],
    rounds: tuple[int, int] = (3, 1),
) -> tuple[list[Row], dict[str, float]]:
    """Our check of a folder and each peer's, in turn; and the best seconds of each tool."""
    check = run("check", "--quiet", folder)
    cost(check)  # the first of all compiles modules
    found: list[Row] = []
    best: dict[str, float] = {}
    for peer in others:
        title = f"{what}, against {peer.name}"
        if peer.command is None:
            found.append(Row(name, title, why=peer.why))
            continue
        count = rounds[peer.name == "semgrep"]
        pairs = [(cost(check), cost([*peer.command, folder])) for _ in range(count)]
        best[peer.name] = min(theirs.wall for _mine, theirs in pairs)
        ratios = tuple(mine.wall / theirs.wall for mine, theirs in pairs)
        found.append(Row(name, title, ratios, budgets.get(peer.name), note=_note(pairs)))
        walls = [mine.wall for mine, _theirs in pairs]
        best[NAME] = min([best.get(NAME, walls[0]), *walls])
    return found, best


def _note(pairs: list[tuple[Cost, Cost]]) -> str:
    """Of the round in the middle: ours and the other's wall and processor seconds and peak."""
    mine, theirs = sorted(pairs)[len(pairs) // 2]
    return "; ".join(f"{o.wall:.2f} s, {o.cpu:.2f} s cpu, {o.peak:.0f} MiB" for o in (mine, theirs))
