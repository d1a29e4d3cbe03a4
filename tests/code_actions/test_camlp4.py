"""Lwt's syntax for camlp4, written as what camlp4 made of it."""

from __future__ import annotations

import pytest

from mirageport.code_actions.plan import SAFE_ONLY, WITH_REVIEW, port
from mirageport.diagnostics.engine import check

from ..interfaces.compiler import NEW, Compiler
from ..packs import unikernel, words

HEAD = "open Lwt\nmodule Main (C : Mirage_console_lwt.S) = struct\n"
BARE = "module Main (C : Mirage_console_lwt.S) = struct\n"
# Where `>>=` is not Lwt's.
TAKEN = f"let ( >>= ) o f = match o with None -> None | Some x -> f x\n{BARE}"

# By what is special: the body of a module, and what becomes of it.
PLAIN = {
    "one": ("let f a = lwt x = a in return x", "let f a = a >>= fun x -> return x"),
    "a pattern": ("let f a = lwt x, y = a in return x", "let f a = a >>= fun (x, y) -> return x"),
    "a type": (
        "let f a = lwt x : int = a in return x",
        "let f a = a >>= fun (x : int) -> return x",
    ),
    "an open promise": (
        "let f a = lwt x = if a then return 1 else return 2 in return x",
        "let f a = (if a then return 1 else return 2) >>= fun x -> return x",
    ),
    "in one another": (
        "let f a = lwt x = lwt y = a in return y in return x",
        "let f a = (a >>= fun y -> return y) >>= fun x -> return x",
    ),
    "two at once": (
        "let f a b = lwt x = a and y = b in return (x + y)",
        "let f a b = let promise1 = a and promise2 = b in\n"
        "promise1 >>= fun x -> promise2 >>= fun y -> return (x + y)",
    ),
    "a match": (
        "let f a = match_lwt a with Some x -> x | None -> return 0",
        "let f a = a >>= function Some x -> x | None -> return 0",
    ),
    "on the right": (
        "let f g a = g @@ match_lwt a with Some x -> x | None -> return 0",
        "let f g a = g @@ (a >>= function Some x -> x | None -> return 0)",
    ),
    "an exception": (
        "let f g = try_lwt g () with Not_found -> return 0",
        "let f g = Lwt.catch (fun () -> g ()) "
        "(function Not_found -> return 0 | exn -> Lwt.fail exn)",
    ),
    "every exception": (
        "let f g = try_lwt g () with _ -> return 0",
        "let f g = Lwt.catch (fun () -> g ()) (function _ -> return 0)",
    ),
    "cases in a case": (
        "let f g x = try_lwt g () with Not_found -> match x with 0 -> g () | _ -> return 0",
        "let f g x = Lwt.catch (fun () -> g ()) (function Not_found -> "
        "(match x with 0 -> g () | _ -> return 0) | exn -> Lwt.fail exn)",
    ),
    "a sequence": ("let f a b = a >> b", "let f a b = a >>= fun _ -> b"),
    "before a semicolon": (
        "let f a b = Lwt.join [ a >> b; return_unit ]",
        "let f a b = Lwt.join [ a >>= (fun _ -> b); return_unit ]",
    ),
    "raised": ("let f () = raise_lwt Exit", "let f () = Lwt.fail Exit"),
    "asserted": ("let f x = assert_lwt (x > 0)", "let f x = Lwt.wrap (fun () -> assert (x > 0))"),
    "a loop": (
        "let f g n = for_lwt i = 1 to n do g i done",
        "let f g n = let rec loop i =\n  if i > n then Lwt.return_unit else begin g i "
        "end >>= fun () -> loop (i + 1) in\nloop 1",
    ),
    "a loop downwards": (
        "let f g h n = for_lwt _ = n * 2 downto g 0 do return () done >>= h",
        "let f g h n = (let last = g 0 in\nlet rec loop i =\n"
        "  if i < last then Lwt.return_unit else begin return () "
        "end >>= fun () -> loop (i - 1) in\nloop (n * 2)) >>= h",
    ),
    "a loop that ends": (
        "let f g n = while_lwt !n > 0 do decr n; g () done",
        "let f g n = let rec loop () =\n  if !n > 0 then begin decr n; g () "
        "end >>= loop else Lwt.return_unit in\nloop ()",
    ),
    "a loop without end": (
        "let f g = while_lwt true do g () done",
        "let f g = let rec loop () = g () >>= loop in loop ()",
    ),
    "a loop without end in parentheses": (
        "let f g h = h (while_lwt true do ignore h; g () done)",
        "let f g h = h (let rec loop () = ignore h; g () >>= loop in loop ())",
    ),
}
WITHOUT_OPERATORS = {
    "one": (
        "let f a = lwt x = a in Lwt.return x",
        "let f a = Lwt.bind (a) (fun x -> Lwt.return x)",
    ),
    "a sequence": ("let f a b = a >> b", "let f a b = Lwt.bind (a) (fun _ -> b)"),
    "a loop": (
        "let f g n = while_lwt g () do n () done",
        "let f g n = let rec loop () =\n  if g () then Lwt.bind begin n () "
        "end loop else Lwt.return_unit in\nloop ()",
    ),
    "a loop without end": (
        "let f g = while_lwt true do g () done",
        "let f g = let rec loop () =\n  Lwt.bind begin g () end loop in\nloop ()",
    ),
    "two at once": (
        "let f a b = lwt x = a and y = b in Lwt.return (x + y)",
        "let f a b = let promise1 = a and promise2 = b in\n"
        "Lwt.bind promise1 (fun x -> Lwt.bind promise2 (fun y -> Lwt.return (x + y)))",
    ),
}
CASES = [
    *((f"open-{name}", HEAD, *pair) for name, pair in PLAIN.items()),
    *((f"taken-{name}", TAKEN, *pair) for name, pair in WITHOUT_OPERATORS.items()),
]


def _ported(text: str) -> str:
    return (
        port(unikernel({"a.ml": text.encode()}), WITH_REVIEW).project.source("a.ml").data.decode()
    )


@pytest.mark.parametrize(
    ("head", "old", "new"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_words_become_functions(compiler: Compiler, head: str, old: str, new: str) -> None:
    text = f"{head}{old}\nend\n"
    assert words(_ported(text)) == words(f"{head}{new}\nend\n")
    assert compiler.check(NEW, {"a.ml": _ported(text)}) == []


OPENED = {
    "": "open Lwt.Infix\n\n",
    "(* of nobody *)\n\n": "(* of nobody *)\n\nopen Lwt.Infix\n\n",
    "(** All of it. *)\n": "open Lwt.Infix\n\n(** All of it. *)\n",
    "(* all of it *)\nopen Printf\n": "(* all of it *)\nopen Lwt.Infix\nopen Printf\n",
}


@pytest.mark.parametrize(("before", "after"), OPENED.items())
def test_the_operators_are_opened_where_nothing_else_has_their_names(
    compiler: Compiler, before: str, after: str
) -> None:
    old = "let f a b = lwt x = a in a >> b\nlet g a = lwt x = a in Lwt.return x"
    new = "let f a b = a >>= fun x -> a >>= fun _ -> b\nlet g a = a >>= fun x -> Lwt.return x"
    ported = _ported(f"{before}{BARE}{old}\nend\n")
    assert ported == f"{after}{BARE}{new}\nend\n"
    assert compiler.check(NEW, {"a.ml": ported}) == []


def test_a_module_that_nobody_knows_may_have_the_operators() -> None:
    ported = _ported(f"open Strange\n{BARE}let f a = lwt x = a in Lwt.return x\nend\n")
    assert "Lwt.bind (a) (fun x -> Lwt.return x)" in ported
    assert "Infix" not in ported


@pytest.mark.parametrize(
    "old",
    [
        "let f a = try_lwt a () finally a ()",
        "let f a = try_lwt a () with Not_found -> a () finally a ()",
        "let f a = <:html< $a$ >>",
        "let f () = for_lwt i = 0 to 1 do done",
    ],
)
def test_what_has_no_plain_words_is_left(old: str) -> None:
    text = f"{HEAD}{old}\nend\n"
    assert _ported(text) == text


def test_a_condition_that_reads_as_constructors_is_reported() -> None:
    text = b"IFDEF DEBUG THEN\n  let x = 1\nELSE\n  let x = 2\nEND\n"
    found = check(unikernel({"a.ml": text}), "a.ml").findings
    assert [finding.rule for finding in found] == ["camlp4-forms"]


def test_comments_and_strings_are_nowords() -> None:
    text = f'{HEAD}(* lwt x = 1 in *)\nlet s = "try_lwt"\nlet f a = lwt x = a in return s\nend\n'
    wanted = text.replace("lwt x = a in", "a >>= fun x ->")
    assert _ported(text) == wanted


def test_opened_elsewhere() -> None:
    text = f"{HEAD}let g x = Strange.(y x)\nlet f a b = a >> b\nend\n"
    assert _ported(text) == text.replace("a >> b", "a >>= fun _ -> b")


@pytest.mark.parametrize(
    ("opened", "body"),
    [("open Strange\n", "a >> b"), ("", "Strange.(a >> b)"), ("", "let open Strange in a >> b")],
)
def test_a_name_that_others_may_define_is_theirs(opened: str, body: str) -> None:
    """An opened module that nobody here knows may have an operator `>>`."""
    head = f"{opened}module Main (C : Mirage_console_lwt.S) = struct\n"
    text = f"{head}let f a b = {body}\nend\n"
    project = unikernel({"a.ml": text.encode()})
    assert check(project, "a.ml").findings == ()
    assert port(project, WITH_REVIEW).files == {}


@pytest.mark.parametrize(
    ("opened", "body"),
    [
        ("open Strange\n", 'C.log_s c "a" >> C.log_s c "b"'),
        ("open Strange\n", 'C.log c "a" >> b'),
        ("include Strange\n", 'Lwt.return_unit >> C.log c "a" >> b'),
        ("", 'Strange.(C.log_s c "a" >> b)'),
        ("", 'let open Strange.Infix in C.log_s c "a" >> b'),
    ],
)
def test_between_promises_it_is_told_whatever_is_opened(opened: str, body: str) -> None:
    head = f"open Lwt\n{opened}module Main (C : V1_LWT.CONSOLE) = struct\n"
    project = unikernel({"a.ml": f"{head}let f c b = {body}\nend\n".encode()})
    done = port(project, WITH_REVIEW).project
    found = check(done, "a.ml").findings
    assert [f.rule for f in found] == ["lwt-camlp4"] * body.count(">>")
    assert {f.applicability for f in found} == {"manual"}
    if opened.startswith("open"):
        beside = done.with_file("strange.ml", b"let ( >> ) a b = Lwt.bind a (fun () -> b)\n")
        assert check(beside, "a.ml").findings == ()


def test_it_is_for_a_review() -> None:
    text = f"{HEAD}let f a = lwt x = a in return x\nend\n"
    project = unikernel({"a.ml": text.encode()})
    assert port(project, SAFE_ONLY).files == {}
    assert [finding.applicability for finding in check(project, "a.ml").findings] == ["review"]


def test_safe_fixes_first_leave_nothing_that_camlp4_alone_shows_to_be_old() -> None:
    """Once the safe fixes are made, only camlp4's syntax says that the code is of Mirage 2."""
    text = """open Lwt
module Main (N : V1_LWT.NETWORK) = struct
  let hear n = N.listen n (fun _frame -> return_unit)
  let start n =
    hear n <?> (while_lwt true do lwt () = OS.Time.sleep 1.0 in return_unit done)
    >> return (print_endline "quiet")
end
"""
    start = unikernel({"unikernel.ml": text.encode()})
    whole = port(start, WITH_REVIEW).project.source("unikernel.ml").data
    safe = port(start, SAFE_ONLY).project.source("unikernel.ml").data
    again = port(unikernel({"unikernel.ml": safe}), WITH_REVIEW).project
    assert b"Error" in whole
    assert again.source("unikernel.ml").data == whole


def test_types_in_quotations_become_those_of_their_ppx() -> None:
    text = "type t = A with bin_io\nlet show x = Sexp.to_string (<:sexp_of<t list>> x)\n"
    project = unikernel({"unikernel.ml": text.encode()})
    assert port(project, WITH_REVIEW).project.source("unikernel.ml").data.decode() == (
        "type t = A [@@deriving bin_io]\nlet show x = Sexp.to_string ([%sexp_of: t list] x)\n"
    )


def test_a_with_that_is_no_types_is_no_form_of_camlp4() -> None:
    """Half a match, while somebody types it."""
    project = unikernel({"unikernel.ml": b"type t = V1.x\nlet f x = match x with json\n"})
    assert "camlp4-forms" not in {found.rule for found in check(project, "unikernel.ml").findings}


def test_a_file_that_cannot_be_read_is_named_that_a_changed_one_uses() -> None:
    files = {
        "unikernel.ml": b"module Main (C : V1_LWT.CONSOLE) = struct let x = Deck.title end\n",
        "deck.ml": b"let title = \n",
    }
    judgement = port(unikernel(files), WITH_REVIEW).judgement
    assert judgement is not None
    assert judgement.unread == ("deck.ml",)
