"""What is wrong with a pack is said with its file, its line and the nearest right word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.server import packs
from mirageport.server.main import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

HEAD = "---\ntarget: Bag {until}\nfrom: 1.0\nuntil: 2.0\n"
PAGE = (
    "---\ntitle: t\ncategory: values\napplicability: safe\nseverity: error\nkind: {kind}\n"
    "message: `{{use}}`\n---\nText.\n"
)
OLD = 'val length : int -> int [@@port "length"]\n'
NEW = "type t = { gamma : int }\nval size : int -> int\n"
RENAMED = PAGE.format(kind="value-renamed")

WRONG: list[tuple[dict[str, bytes | str], str, str]] = [
    ({"pack.md": b"---\ntarget: B\xe9\n---\n"}, "pack.md:2", "this is not UTF-8"),
    ({"rules/length.md": RENAMED.encode() + b"\xe9"}, "rules/length.md:10", "this is not UTF-8"),
    ({"pack.md": f"{HEAD}"}, "pack.md:1", "between two lines `---`"),
    ({"pack.md": f"{HEAD}words Bag\n---\n"}, "pack.md:5", "`words Bag` is no `key: value`"),
    ({"pack.md": f"{HEAD}form: 1\n---\n"}, "pack.md:5", "no key `form`; did you mean `from`?"),
    ({"pack.md": f"{HEAD}from: 1.1\n---\n"}, "pack.md:5", "`from` stands here twice"),
    ({"pack.md": "---\nfrom: 1\n---\n"}, "pack.md:1", "no line `target: ..`"),
    ({"pack.md": "---\ntarget: B {utnil}\n---\n"}, "pack.md:2", "did you mean `{until}`?"),
    ({"pack.md": "---\ntarget: B\nuntil: two\n---\n"}, "pack.md:3", "`two` is no release"),
    ({"pack.md": HEAD.replace("1.0", "10.0") + "---\n"}, "pack.md:4", "later release than"),
    ({"pack.md": f"{HEAD}standard: maybe\n---\n"}, "pack.md:5", "write `standard: yes`"),
    ({"pack.md": f"{HEAD}copied: foo\n---\n"}, "pack.md:5", "`foo` is no path of a type"),
    ({"pack.md": f"{HEAD}homes: A B\n---\n"}, "pack.md:5", "`A` is no pair of modules"),
    ({"pack.md": f"{HEAD}shapes: zz\n---\n"}, "pack.md:5", "`zz` is no shape"),
    ({"pack.md": f"{HEAD}generated: x\n---\n"}, "pack.md:5", "`x` is no pair"),
    (
        {"pack.md": f"{HEAD}generated: lenght=X\n---\n"},
        "pack.md:5",
        "no page rules/lenght.md; did you mean `length`?",
    ),
    ({"pack.md": f"{HEAD}words: Bga\n---\n"}, "pack.md:5", "did you mean `Bag`?"),
    ({"pack.md": f'{HEAD}words: "Bag\n---\n'}, "pack.md:5", "is not closed"),
    (
        {"rules/length.md": PAGE.format(kind="template")},
        "old/bag.mli:1",
        "the item needs an attribute `[@@port.becomes (fun ..)]`",
    ),
    (
        {"rules/length.md": PAGE.format(kind="type-moved")},
        "old/bag.mli:1",
        "neither the page nor `[@@port.to ..]` says the new name",
    ),
    (
        {"rules/length.md": RENAMED.replace("message", "to: siz\nmessage")},
        "old/bag.mli:1",
        "its page says `to: siz`, but Bag 2.0 has no `siz`; did you mean `size`?",
    ),
    (
        {"rules/length.md": RENAMED.replace("message", "mesage")},
        "rules/length.md:7",
        "no key `mesage`; did you mean `message`?",
    ),
    ({"old/bag.mli": "val a : int [@@port.to size]\n[@@port.to size]\n"}, "bag.mli:2", "already"),
    (
        {"pack.md": f"{HEAD}words: Bag\n---\n", "old/net.mli": "val a : int [@@port.to b]\n"},
        "old/net.mli:1",
        "`words` of pack.md lacks `Net`",
    ),
    (
        {
            "rules/length.md": PAGE.format(kind="result-reshaped").replace(
                "message", "shape: a\nmessage"
            )
        },
        "rules/length.md:7",
        "pack.md has no shape `a`",
    ),
    (
        {
            "rules/length.md": PAGE.format(kind="functor-arguments").replace(
                "message", "drop: a\nmessage"
            )
        },
        "rules/length.md:7",
        "`a` is no number",
    ),
    ({"rules/length.md": RENAMED.replace("`{use}`", "{use")}, "length.md:7", "has no other one"),
    ({"rules/length.md": PAGE.format(kind="tuple-abstract")}, "length.md:1", "a line `made: make`"),
    ({"old/bag.mli": "val a : int [@@because]\n"}, "bag.mli:1", "it says nothing"),
    ({"old/bag.mli": "[@@@port.to size]\n"}, "bag.mli:1", "of a whole module"),
    (
        {"old/bag.mli": "val a : int [@@migrate { rep = Rel.size }]\n"},
        "bag.mli:1",
        "its fields are `repl`, `libraries`, `pps`; did you mean `repl`?",
    ),
    (
        {"old/bag.mli": "val a : int -> int [@@port.becomes (fun x -> Rel.gamma x)]\n"},
        "bag.mli:1",
        "Bag 2.0 has no `gamma`: what it calls so is no value",
    ),
    (
        {"old/bag.mli": "val a : int\nval b : int [@@port.to size\nval c : int\n"},
        "bag.mli:2",
        "has no `]`",
    ),
    ({"old/bag.mli": "val a : int\nval b : int [@@port.to size\n"}, "bag.mli:2", "has no `]`"),
]


def pack(folder: Path, changes: dict[str, bytes | str]) -> str:
    files = {
        "pack.md": f"{HEAD}---\n",
        "old/bag.mli": OLD,
        "new/bag.mli": NEW,
        "rules/length.md": RENAMED.replace("message", "to: size\nmessage"),
        **changes,
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(folder)


def test_each_problem_has_its_line_and_the_right_word(tmp_path: Path) -> None:
    assert packs.usable([pack(tmp_path / "right", {})])[1] == []
    for number, (changes, place, message) in enumerate(WRONG):
        used, troubles = packs.usable([pack(tmp_path / str(number), changes)])
        assert not used
        said = [str(each) for each in troubles]
        assert any(place in each and message in each for each in said), (place, message, said)


def test_lines_may_end_as_windows_ends_them(tmp_path: Path) -> None:
    folder = pack(tmp_path, {})
    for file in tmp_path.rglob("*.*"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert packs.usable([folder]) == ((folder,), [])
    assert packs.by_name(folder).rules.rule("length").body == "Text.\n"


def test_a_wrong_pack_of_the_switch_is_said_where_its_library_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPAM_SWITCH_PREFIX", str(tmp_path / "switch"))
    pack(tmp_path / "switch" / "share" / "bag" / "migrate", {"pack.md": f"{HEAD}homes: A\n---\n"})
    for name, said in (("bag", True), ("rope", False)):
        user = tmp_path / name
        user.mkdir()
        (user / "user.opam").write_text(f'opam-version: "2.0"\ndepends: ["{name}"]\n')
        (user / "user.ml").write_text("let it = 1\n")
        main(["check", str(user)])
        assert ("`A` is no pair of modules" in capsys.readouterr().err) == said


def test_modules_that_are_no_more_have_a_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("old/gone.mli", "old/kept.mli", "old/bare.mli", "new/kept.mli", "old/sig.mli"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("val a : int\n")
    (tmp_path / "new" / "bare.ml").write_text("let a = 1\n")
    (tmp_path / "new" / "sig.ml").write_text("module type S = sig val b : string end\n")
    old, new, out = (str(tmp_path / name) for name in ("old", "new", "migrate"))
    assert main(["pack", "draft", old, new, "--output", out]) == 0
    said = capsys.readouterr().out
    assert (
        "2 removed: each with a page to fill in\n         module Gone\n         value Sig.a\n"
        in said
    )
    assert "bare.mli is gone, and bare.ml is there: what it has is not compared." in said
    text = (tmp_path / "migrate" / "old" / "gone.mli").read_text()
    assert text.startswith('[@@@port "gone"]\n')
    assert main(["pack", "check", out]) == 0
    (tmp_path / "use.ml").write_text("let it = Gone.a\n")
    assert main(["check", "--concise", "--pack", out, str(tmp_path / "use.ml")]) == 1
    assert "`Gone` was removed from " in capsys.readouterr().out
