"""Texts to measure on: written by these generators, the same ones every time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

HERE = __file__.rpartition("/")[0]

# Ordinary code, in which nothing of Mirage is named. `@` is a number.
PLAIN = """
(* step @ *)
let fold_@ acc items =
  let rec go acc = function
    | [] -> List.rev acc
    | (key, value) :: rest when String.length key > @ -> go ((key, value + 1) :: acc) rest
    | _ :: rest -> go acc rest
  in
  go acc items

let size_@ table =
  let count = Hashtbl.length table in
  if count > @ then Printf.printf "%d entries\\n" count;
  match Hashtbl.find table "key" with
  | Some n -> n + count
  | None -> 0
"""


def real() -> str:
    """A unikernel of everyday size that uses most of what changed."""
    with open(f"{HERE}/unikernel.ml", encoding="utf-8") as file:
        return file.read()


def _parts() -> tuple[str, str]:
    head, middle, body = real().partition("module Ring")
    return head, middle + body


# The lines for each unikernel of a dense file. It has 24 findings: 19 in a hundred lines.
DENSE = 126


def dense(lines: int) -> str:
    """A file with a finding every five lines: such unikernels with ordinary code between them."""
    head, body = _parts()
    texts, count, wanted = [head], head.count("\n"), 0
    while count < lines:
        wanted += DENSE
        texts.append(body.replace("module Main", f"module Main{len(texts)}") + "\n")
        count += texts[-1].count("\n")
        while count < wanted:
            texts.append(PLAIN.replace("@", str(len(texts))))
            count += texts[-1].count("\n")
    return "".join(texts)


def few(lines: int) -> str:
    """A long file of ordinary code with one unikernel at its end."""
    head, body = _parts()
    texts, count = [head], head.count("\n") + body.count("\n")
    while count < lines:
        texts.append(PLAIN.replace("@", str(len(texts))))
        count += texts[-1].count("\n")
    return "".join([*texts, body])


def of_packs(lines: int = 0, every: int = 0) -> str:
    """A program that the packs for OCaml's own library, Cmdliner and Yojson all port, at the end of
    so many lines of ordinary code. every: there is one for each so many lines."""
    with open(f"{HERE}/program.ml", encoding="utf-8") as file:
        head, middle, body = file.read().partition("module Inventory")
    texts, count, wanted = [head], head.count("\n") + body.count("\n"), every
    while count < lines:
        if every and count >= wanted:
            wanted += every
            texts.append(f"{middle}{len(texts)}{body}\n")
        else:
            texts.append(PLAIN.replace("@", str(len(texts))))
        count += texts[-1].count("\n")
    return "".join([*texts, middle, body])


def tree(folder: Path, files: int, every: int, hits: str, size: int) -> int:
    """Files of about `size` bytes in folders of fifty, no two alike; one in `every` of them names
    Mirage. Gives their bytes. hits: "dense" for a unikernel of everyday size with little else,
    "few" for one below as much ordinary code as the size takes.
    """
    total = 0
    for number in range(files):
        text = _unikernel(number, size, hits) if number % every == 0 else _plain(number, size)
        path = folder / f"part{number // 50}" / f"file{number}.ml"
        path.parent.mkdir(parents=True, exist_ok=True)
        total += path.write_bytes(text.encode())
    return total


def _plain(number: int, size: int) -> str:
    piece = PLAIN.replace("@", str(number))
    return piece * max(1, round(size / len(piece)))


def _unikernel(number: int, size: int, hits: str) -> str:
    head, body = _parts()
    body = body.replace("module Ring", f"module Ring{number}").replace("Ring.", f"Ring{number}.")
    more = size - len(head) - len(body)
    ordinary = _plain(number, more) if more > 0 else ""
    return head + body + ordinary if hits == "dense" else head + ordinary + body
