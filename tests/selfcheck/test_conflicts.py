"""What the self-check reports, and what it must not: each as the compiler of Mirage 3 has it."""

from __future__ import annotations

import pytest

from mirageport.diagnostics.selfcheck import selfcheck
from mirageport.mirage.project import Project

from ..interfaces.compiler import NEW, Compiler
from .accepted import FLAGS

Files = dict[str, str]

_HEAD = "module Main (C : Mirage_console_lwt.S) (S : Mirage_stack_lwt.V4) = struct\n"
_CONFIG = "open Mirage\n"

# By what is wrong: the text, the kind of the conflict, its line, and a part
# of what is said there.
WRONG: dict[str, tuple[str, str, int, str]] = {
    "a local name": ("let f x =\n  y + x\n", "unbound", 2, "nothing binds `y`"),
    "a name that was removed": (
        'let f () =\n  let b = 1 in\n  Printf.printf "%d%d" b a\n',
        *("unbound", 3, "nothing binds `a`"),
    ),
    "a module of Mirage 2": (
        "module Main (C : V1_LWT.CONSOLE) = struct end\n",
        *("unbound", 1, "no module `V1_LWT`"),
    ),
    "a value of a device": (_HEAD + "  let f c = C.log_s c\nend\n", "lacks", 2, "no value `log_s`"),
    "a type of a device": (
        _HEAD + "  let f (x : S.error) = x\nend\n",
        "lacks",
        2,
        "no type `error`",
    ),
    "a constraint": (
        "module F (S : Mirage_stack_lwt.V4 with type console = int) = struct end\n",
        *("lacks", 1, "no type `console`"),
    ),
    "an argument": ("let f g =\n  List.map g 1 2\n", "argument", 2, "takes 2 arguments only"),
    "a label": ("let f ~a = a + 1\nlet g =\n  f ~b:1\n", "argument", 3, "no argument `~b`"),
    "a label that is needed": (
        "let f ~a () : int = a\nlet g : int =\n  f ()\n",
        *("type", 3, "but `int` is expected"),
    ),
    "tags for a result": (
        _HEAD + "  open Lwt.Infix\n  let f x = S.TCPV4.read x >>= function\n"
        "    | `Ok x -> Lwt.return x\n    | _ -> assert false\nend\n",
        *("type", 4, "result` is expected"),
    ),
    "a result for unit": (
        _HEAD + "  let f x y : unit Lwt.t =\n    S.TCPV4.write x y\nend\n",
        *("type", 3, "S.TCPV4.write_error) result Lwt.t"),
    ),
    "another error's printer, in a format": (
        _HEAD + "  let f (e : S.TCPV4.write_error) =\n"
        '    Logs.err (fun f -> f "%a" S.TCPV4.pp_error e)\nend\n',
        *("type", 3, "`S.TCPV4.error` is expected"),
    ),
    "errors of two devices": (
        "module F (A : Mirage_net_lwt.S) (B : Mirage_net_lwt.S) = struct\n"
        "  let f a b = if a then (b : A.error) else\n    (b : B.error)\nend\n",
        *("type", 3, "`A.error` is expected"),
    ),
    "a private row for a closed one": (
        _HEAD + "  let f (e : S.TCPV4.error) (g : [ `Timeout ] -> int) =\n    g e\nend\n",
        *("type", 3, "`[ `Timeout ]` is expected"),
    ),
    "bytes for a string": ("let f (b : bytes) =\n  print_string b\n", "type", 2, "type `bytes`"),
    "a format": ('let f () =\n  Printf.printf "%d"\n    "x"\n', "type", 3, "but `int` is expected"),
    "an operator": (
        _HEAD + "  let f x =\n    Lwt.(S.TCPV4.close x >|= fun () -> Lwt.return 1) + 1\nend\n",
        *("type", 3, "Lwt.t"),
    ),
    "an argument of a functor": (
        _HEAD + "  module E = Ethif.Make(C)\nend\n",
        *("functor", 2, "has no"),
    ),
    "too many arguments of a functor": (
        "module F (N : Mirage_net_lwt.S) = struct\n  module E = Ethif.Make(N)(N)\nend\n",
        *("functor", 2, "no further argument"),
    ),
    "a functor that is not applied": (
        "module F (N : Mirage_net_lwt.S) = struct\n  module E = Ethif.Make\n"
        "  let f n =\n    E.connect n\nend\n",
        *("lacks", 4, "no value `connect`"),
    ),
    "a constructor with too much": (
        "let f = function\n  | Some x, None y -> x + y\n  | _ -> 0\n",
        *("argument", 2, "carries nothing"),
    ),
    "a field": ("type t = { a : int }\nlet f r =\n  r.a ^ r.a\n", "type", 3, "type `int`"),
    "text that is no OCaml": ("let f = )\n", "syntax", 1, "cannot be read"),
}

# Programs that the compiler accepts, each a trap for who does not follow OCaml's own rules.
RIGHT: dict[str, str] = {
    "an unknown module is opened": "open Nobody_knows\nlet f = foo + bar\n",
    "an unknown module in parentheses": "let f g = Nobody_knows.(g + h) ^ Nobody_knows.k\n",
    "a name that the alias of a pattern has": (
        "let f (x : [ `A | `B | `C ]) : [ `A | `B ] = match x with\n  | (`A | `B) as y -> y\n"
        "  | `C -> `A\n"
    ),
    "the alias of an error": (
        "let f (r : (int, string) result) : (bool, string) result = match r with\n"
        "  | Error _ as e -> e\n  | Ok n -> Ok (n > 0)\n"
    ),
    "fewer tags than a function takes": (
        "let f = function `A -> 1 | `B -> 2\nlet g (x : [ `A ]) = f x\n"
    ),
    "a relaxed value": (
        "let none = List.hd [ None ]\nlet f = (none : int option)\nlet g = (none : string option)\n"
    ),
    "a format in a value": 'let f = format_of_string "%d"\nlet g () = Printf.printf f 1\n',
    "a type of constructors that decide": (
        "type _ t = Int : int t | String : string t\n"
        'let f : type a. a t -> a = function Int -> 1 | String -> ""\n'
    ),
    "fields of two types": (
        "type a = { x : int; y : int }\ntype b = { x : string }\n"
        'let f (a : a) = a.x + a.y\nlet g b = b.x ^ ""\n'
    ),
    "labels in any order": "let f ~a ~b () = a + b\nlet g = f ~b:1 ~a:2 ()\nlet h = f ~b:1\n",
    "all arguments without their labels": 'let f ~a ~b = a ^ string_of_int b\nlet g = f "" 1\n',
    "an optional argument left out": "let f ?(a = 1) b = a + b\nlet g = List.map f [ 1 ]\n",
    "an optional argument handed on": "let f ?a b = ignore a; b\nlet g ?a () = f ?a 1\n",
    "a private error and an open match": (
        "module F (N : Mirage_net_lwt.S) = struct\n"
        "  let f (e : N.error) = match e with `Unimplemented -> 1 | _ -> 2\nend\n"
    ),
    "numbers in patterns": "let f = function 0L -> 1l | -3L -> 2l | _ -> 3l\n",
    "a type that is another one's": (
        "module M = struct type t = A | B of int end\ntype t = M.t = A | B of int\n"
        "let f (x : M.t) : t = x\n"
    ),
    "polymorphic recursion": (
        "type 'a t = E | N of 'a * ('a * 'a) t\n"
        "let rec f : 'a. 'a t -> int = function E -> 0 | N (_, t) -> 1 + f t\n"
    ),
    "a class": "class c = object method m = 1 end\nlet f (x : c) = x#m + (new c)#m\n",
    "a first-class module": (
        "module type S = sig type t val x : t val f : t -> int end\n"
        "let f (module M : S) = M.f M.x\nlet g m = let module M = (val m : S) in M.f M.x\n"
    ),
    "two applications of a functor": (
        "module F (X : sig type t end) = struct type t = X.t list end\n"
        "module A = F (struct type t = int end)\nmodule B = F (struct type t = string end)\n"
        "let f (x : A.t) (y : B.t) = List.length x + List.length y\n"
    ),
}


def _said(files: Files) -> list[tuple[str, int, str, str]]:
    project = Project({name: text.encode() for name, text in files.items()})
    return [
        (found.file, project.source(found.file).line_of(found.start) + 1, found.kind, found.message)
        for found in selfcheck(project)
    ]


@pytest.mark.parametrize("title", WRONG)
def test_what_cannot_hold_is_reported(compiler: Compiler, title: str) -> None:
    text, kind, line, message = WRONG[title]
    files = {"unikernel.ml": text}
    assert compiler.check(NEW, files, FLAGS) != []
    said = _said(files)
    assert {found[:2] for found in said} == {("unikernel.ml", line)}, said
    assert any(found[2] == kind and message in found[3] for found in said), said


@pytest.mark.parametrize("title", RIGHT)
def test_what_the_compiler_accepts_is_not(compiler: Compiler, title: str) -> None:
    files = {"unikernel.ml": RIGHT[title]}
    if "Nobody_knows" not in RIGHT[title]:
        assert compiler.check(NEW, files, FLAGS) == []
    assert _said(files) == []
