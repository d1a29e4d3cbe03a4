"""What the self-check reports, and what it must not: each as the compiler of Mirage 3 has it."""

from __future__ import annotations

import pytest

from mirageport.diagnostics.engine import check
from mirageport.diagnostics.selfcheck import findings, judge

from ..interfaces.compiler import NEW, Compiler
from ..packs import unikernel
from .accepted import FLAGS

Files = dict[str, str]

_HEAD = "module Main (C : Mirage_console_lwt.S) (S : Mirage_stack_lwt.V4) = struct\n"
_CONFIG = "open Mirage\n"

# By what is wrong: the text, the kind of the conflict, its line, and a part
# of what is said there.
WRONG: dict[str, tuple[str, str, int, str]] = {
    "a local name": ("let f x =\n  y + x\n", "unbound", 2, "unbound value `y`"),
    "a name that was removed": (
        'let f () =\n  let b = 1 in\n  Printf.printf "%d%d" b a\n',
        *("unbound", 3, "unbound value `a`"),
    ),
    "a module of Mirage 2": (
        "module Main (C : V1_LWT.CONSOLE) = struct end\n",
        *("unbound", 1, "no module `V1_LWT`"),
    ),
    "a type of another number of parameters": (
        "open Lwt\ntype t = (int, string) result\n",
        *("argument", 2, "`result` is given 2 type arguments instead of 1"),
    ),
    "a type of the text without its parameters": (
        "type ('a, 'b) pair = 'a * 'b\nlet f (x : int pair) = x\n",
        *("argument", 2, "`pair` is given 1 type arguments instead of 2"),
    ),
    "what a constructor makes": (
        "type _ t = A : int t | B : string * int -> string t\nlet f = [ A; A ]\n"
        'let g : string t = B ("", 1)\nlet h : string t = A\n',
        *("type", 4, "`A` has type `int Unikernel.t`"),
    ),
    "what a constructor that makes another type takes": (
        "type _ t = A : 'a. 'a * int -> 'a t\nlet f = A (\"\", 1)\nlet g = A (1, 2.)\n",
        *("type", 3, "`2.` has type `float`"),
    ),
    "what a value of a quantified type gives": (
        "let f : 'a. 'a list -> int = fun l -> List.length l\n"
        "let g : 'a. 'a -> int list = fun x -> [ 1; \"\" ]\n",
        *("type", 2, '`""` has type `string`'),
    ),
    "what a function over a type gives": (
        "let f : type a. a list -> a option = function [] -> None | x :: _ -> Some x\n"
        "let g : type a. a list -> int option = function [] -> None | _ -> 1\n",
        *("type", 2, "`1` has type `int`"),
    ),
    "a value of a device": (_HEAD + "  let f c = C.log_s c\nend\n", "lacks", 2, "no value `log_s`"),
    "a value of a device, for what is inherited": (
        _HEAD + "  class a (x : unit Lwt.t) = object method x = x end\n"
        '  class k c = object\n    inherit a (C.log_s c "x")\n  end\nend\n',
        *("lacks", 4, "no value `log_s`"),
    ),
    "a value of a device, beside what is inherited": (
        _HEAD + "  class a = object end\n  class k = fun c -> object\n    inherit a\n"
        '    val v = Lwt.return_unit\n    method m = {< v = C.log_s c "x" >}\n  end\nend\n',
        *("lacks", 6, "no value `log_s`"),
    ),
    "a value of a device, where its type is any": (
        _HEAD + "  let f : 'a. C.t -> 'a -> unit Lwt.t =\n    fun c _ -> C.log_s c \"x\"\nend\n",
        *("lacks", 3, "no value `log_s`"),
    ),
    "an address that a stack keeps to itself": (
        _HEAD + "  let show ip =\n    Ipaddr.to_string (S.IPV4.to_uipaddr ip)\nend\n",
        *("type", 3, "`S.IPV4.to_uipaddr ip` has type `S.IPV4.uipaddr`"),
    ),
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
    "a constructor's arguments": (
        "type t = A of int * int | B\nlet f = function\n  | A x -> x\n  | B -> assert false\n",
        *("argument", 3, "the constructor `A` takes 2 arguments, but has 1 here"),
    ),
    "a constructor of a module that has none": (
        "module Result = struct\n  type t = int\nend\n"
        "let f = function\n  | Result.Ok () -> ()\n  | _ -> ()\n",
        *("lacks", 5, "`Result` has no constructor `Ok`"),
    ),
    "a label": ("let f ~a = a + 1\nlet g =\n  f ~b:1\n", "argument", 3, "no argument `~b`"),
    "an optional parameter that a function leaves out": (
        "let call (f : ?again:bool -> int -> int) = f 1\nlet one =\n  call (fun n -> n + 1)\n",
        *("argument", 3, "a parameter with `?again` is expected here"),
    ),
    "an optional parameter that nobody gives": (
        "let call (f : int -> int) = f 1\nlet one =\n  call (fun ?(again = 1) n -> n + again)\n",
        *("argument", 3, "a parameter with no label is expected here"),
    ),
    "what the operator of a let takes": (
        "let ( let* ) m f = match m with Ok x -> f x | Error _ as e -> e\n"
        "let f x =\n  let* y = x + 1 in\n  Ok y\n",
        *("type", 3, "but `('a, 'b) result` is expected"),
    ),
    "what the operator of a let gives": (
        "let ( let+ ) x f = Lwt.map f x\n"
        "let ( and+ ) a b = Lwt.bind a (fun x -> Lwt.map (fun y -> (x, y)) b)\n"
        "let f a b : int Lwt.t =\n  let+ x = a and+ y = b in\n  x ^ string_of_int y\n",
        *("type", 5, "but `int` is expected"),
    ),
    "a label that is needed": (
        "let f ~a () : int = a\nlet g : int =\n  f ()\n",
        *("type", 3, "but `int` is expected"),
    ),
    "what the tag of an error carries": (
        "module F (K : Mirage_kv_lwt.RO) = struct\n"
        "  let f (e : K.error) = match e with `Unknown_key k -> k + 1 | _ -> 0\nend\n",
        *("type", 2, "`k` has type `string`, but `int` is expected"),
    ),
    "tags for a result": (
        _HEAD + "  open Lwt.Infix\n  let f x = S.TCPV4.read x >>= function\n"
        "    | `Ok x -> Lwt.return x\n    | _ -> assert false\nend\n",
        *("type", 4, "result` is expected"),
    ),
    "tags in a method": (
        _HEAD
        + "  open Lwt.Infix\n  class c x = object (self) method go = S.TCPV4.read x >>= function\n"
        "    | `Ok _ -> self#go\n    | _ -> assert false\n  end\nend\n",
        *("type", 4, "result` is expected"),
    ),
    "a name behind a class": (
        "class c = object end\nlet f x =\n  x + y\n",
        *("unbound", 3, "unbound value `y`"),
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
    "a character put into a string": (
        "let f (s : string) =\n  s.[0] <- 'a'\n",
        *("type", 2, "`bytes` is expected"),
    ),
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
        *("argument", 2, "takes no argument"),
    ),
    "a field": ("type t = { a : int }\nlet f r =\n  r.a ^ r.a\n", "type", 3, "type `int`"),
    "text that is no OCaml": ("let f = )\n", "syntax", 1, "cannot be read"),
}

# Programs that the compiler accepts, each a trap for who does not follow OCaml's own rules.
RIGHT: dict[str, str] = {
    "a character put into bytes": "let f n = let b = Bytes.create n in b.[0] <- 'a'; b\n",
    "operators of let": (
        "let ( let* ) = Lwt.bind\n"
        "let ( and* ) a b = Lwt.bind a (fun x -> Lwt.map (fun y -> x, y) b)\n"
        "let f q r =\n  let* a, n = q and* b = r and* c = Lwt.return 1.5 in\n"
        "  let* m = Lwt.return (n + b) in\n  Lwt.return (a ^ string_of_int m, c)\n"
        "let open_ended p = let open Nobody_knows in let++ x = p in x ^ 1\n"
    ),
    "the type of a packed module, with a type": (
        "module type S = sig type t val v : t end\nmodule F (M : S) = struct\n"
        "  type h = (module S with type t = M.t)\nend\n"
    ),
    "types with all their parameters": (
        "type _ g = A : int g\ntype +'a v = 'a\ntype ('a, 'b) p = 'a * 'b\nopen Lwt\n"
        "module type S = sig type 'a io type t val f : t -> int io end\n"
        "module F (M : S with type 'a io = 'a Lwt.t and type t = int list) = struct\n"
        "  let x : M.t = []\n  let f () : int M.io = M.f x\nend\n"
        "type 'a row = [ `B of 'a ]\ntype c = [ int row | `A of (int, int) p ]\n"
        "let g : 'a. 'a list -> int = fun _ -> 1\n"
        "type 'a o = ..\ntype 'a o += X of int\nclass d = object end\ntype e = d list\n"
        "let h (x : (int * int) list) = x\nlet i (x : int result) = x\nlet j (x : #d) = x\n"
    ),
    "arrays, strings and references": (
        "let a = [| 1; 2 |]\nlet f i = a.(i) <- a.(0) + 1; a.(1)\n"
        "let s = Bytes.create 3\nlet g () = Bytes.set s 0 'c'; (Bytes.to_string s).[0]\n"
        "let r = ref 0\nlet h () = incr r; r := !r + 1; !r\n"
    ),
    "loops, assertions and laziness": (
        "let f n = for i = 0 to n do print_int i done; for i = n downto 0 do ignore i done\n"
        "let g () = let i = ref 3 in while !i > 0 do decr i done; assert (!i = 0)\n"
        "let l = lazy (1 + 1)\nlet h () = Lazy.force l\nlet k = function lazy n -> n + 1\n"
        "let never () : int = assert false\n"
    ),
    "constants of all kinds": (
        "let i = 1 and l = 2l and q = 3L and n = 4n and f = 1.5 and c = 'x' and s = {|a|}\n"
        "let neg = -1 + -i\nlet fl = -.f +. 1e3\nlet b = true && not false || false\n"
        "let w = Int32.add l 1l\nlet x = Int64.add q 1L\nlet y = Nativeint.add n 1n\n"
        "let t = (i, s, c)\nlet u = ()\n"
    ),
    "patterns of all kinds": (
        "let f = function 'a' .. 'z' -> 1 | '0' -> 2 | _ -> 3\n"
        "let g = function [| a; b |] -> a + b | [||] -> 0 | _ -> 1\n"
        "let h = function x :: y :: _ when x > y -> x | [ x ] -> x | [] -> 0 | x :: _ -> x\n"
        "let i = function (a, b), Some c -> a + b + c | (a, _), None -> a\n"
        "let j = function -1 -> 0 | 1 | 2 -> 1 | n -> n\n"
        'let k = function "a" | "b" -> 1.5 | _ -> -2.5\n'
        "let l = function (`A | `B as t), (n : int) -> ignore t; n | `C, n -> n\n"
        "let m = function 1l -> 1 | _ -> 2\nlet o = function 1L -> 1 | _ -> 2\n"
        "type r = { a : int; mutable b : string }\n"
        "let p { a; b = _ } = a\n"
        "let q = function { a = 1; _ } -> 1 | { a; b } -> a + String.length b\n"
    ),
    "records that change": (
        'type r = { a : int; mutable b : string }\nlet one = { a = 1; b = "" }\n'
        'let two = { one with b = "x" }\nlet f r = r.b <- "y"; r.a\n'
    ),
    "exceptions": (
        "exception Stop of int\nexception Again = Stop\n"
        "let f g = try g () with Stop n | Again n when n > 0 -> n | Not_found -> 0 | _ -> 1\n"
        "let h g = match g () with n -> n | exception Stop n -> n\n"
        "let k () = if true then raise (Stop 1)\nlet l () = let exception E in raise E\n"
    ),
    "modules inside of expressions": (
        "module type S = sig type t val v : t val show : t -> string end\n"
        "module A = struct type t = int let v = 1 let show = string_of_int end\n"
        "let f (module M : S) = M.show M.v\nlet g () = f (module A)\n"
        "let h () = let module B = struct let x = A.v end in B.x\n"
        "let i () = let open A in show v\nlet j () = A.(show v)\nlet k () = List.[ length [] ]\n"
        "module rec X : sig val x : unit -> int end = struct let x () = Y.y () end\n"
        "and Y : sig val y : unit -> int end = struct let y () = 1 end\n"
        "module F (M : S) : S with type t = M.t = struct include M end\nmodule FA = F (A)\n"
        "let l () = FA.show (FA.v + 1)\ninclude A\nlet m = show v\n"
    ),
    "types of all kinds": (
        "type 'a tree = Leaf | Node of 'a tree * 'a * 'a tree\n"
        "let rec map f = function Leaf -> Leaf | Node (l, x, r) -> Node (map f l, f x, map f r)\n"
        "type ('a, 'b) pair = { one : 'a; other : 'b }\n"
        "let swap { one; other } = { one = other; other = one }\n"
        "type t = A | B of { x : int; y : int }\nlet f = function A -> 0 | B { x; y } -> x + y\n"
        "let g = B { x = 1; y = 2 }\nlet g' = function B r -> r.x | A -> 0\n"
        "type other = { x : string }\nlet g'' = function B { x; _ } -> x + 1 | A -> 0\n"
        "type open_ = ..\ntype open_ += C of int\n"
        "type colour = [ `Red | `Rgb of int * int * int ]\ntype more = [ colour | `Blue ]\n"
        "let h (c : colour) = (c :> more)\n"
        "let i : more -> int = function #colour -> 1 | `Blue -> 2\n"
        "let j (x : 'a) : 'a = x\nlet k : 'a. 'a -> 'a = fun x -> x\n"
    ),
    "functions of all kinds": (
        "let f = fun a (b, c) -> a + b + c\n"
        "let rec even n = n = 0 || odd (n - 1) and odd n = n <> 0 && even (n - 1)\n"
        "let g ?(by = 1) ~to_ () = to_ + by\nlet h = g ~to_:3 ()\nlet i = g ?by:None ~to_:1 ()\n"
        'let ( +++ ) a b = a ^ b\nlet j = "a" +++ "b"\nlet k = ( + ) 1\n'
        "let l = List.map (( * ) 2) [ 1 ]\n"
        "let m x = x |> string_of_int |> print_string\nlet n x = print_string @@ string_of_int x\n"
        "let o = if true then 1 else if false then 2 else 3\nlet p () = begin ignore 1; () end\n"
        'let q = Printf.sprintf "%d %s %c %f %Ld %ld %b %a %t" 1 "a" \'c\' 1. 2L 3l true\n'
        '  (fun () s -> s) "x" (fun () -> "y")\n'
    ),
    "objects": (
        "class counter start = object val mutable n = start method get = n "
        "method add k = n <- n + k end\n"
        "let f () = let c = new counter 1 in c#add 2; c#get\n"
        "let g = object method x = 1 end\nlet h () = g#x + 1\n"
    ),
    "objects that see each other": (
        "class type shape = object method size : int end\n"
        "class virtual base (n : int) = object (self : 'self)\n"
        "  val mutable m = n method virtual size : int method twice = self#size * 2 + m\n"
        "  method private grow k = m <- m + k; self end\n"
        "class box n = let k = n + 1 in object inherit base k as super\n"
        "  method size = n initializer ignore (super#grow k) end\n"
        "let f (s : #shape) = s#size\nlet g (b : box) = f b + (new box 1)#twice\n"
        "let h = object (self) method a : 'a. 'a -> 'a = fun x -> x method b = self#a 1 end\n"
        "let i o = (o :> shape)\nclass ['a] cell (x : 'a) = object method get = x end\n"
    ),
    "an unknown module is opened": "open Nobody_knows\nlet f = foo + bar\n",
    "an unknown module in parentheses": "let f g = Nobody_knows.(g + h) ^ Nobody_knows.k\n",
    "a name that the alias of a pattern has": (
        "let f (x : [ `A | `B | `C ]) : [ `A | `B ] = match x with\n  | (`A | `B) as y -> y\n"
        "  | `C -> `A\n"
    ),
    "the alias of an error": (
        "let f (r : (int, string) result) : (bool, string) result = match r with\n"
        "  | Error _ as e -> e\n  | Ok n -> Ok (n > 0)\n"
        "let g (r : (int, [ `A | `B ]) result) : (int, [ `A | `B | `C ]) result = match r with\n"
        "  | Error (`A | `B) as e -> e\n  | Ok _ as n -> n\n"
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
    "a type that a parameter decides": (
        "type (_, _) eq = Refl : ('a, 'a) eq\n"
        "module M : sig type t val e : (t, int) eq val x : t end = struct\n"
        "  type t = int let e = Refl let x = 1\nend\n"
        "let f : (M.t, int) eq -> int = fun Refl -> M.x + 1\n"
        "let g : type a b. (a, b) eq -> a -> b = fun Refl x -> x\n"
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
    project = unikernel({name: text.encode() for name, text in files.items()})
    return [
        (found.file, project.source(found.file).line_of(found.start) + 1, found.kind, found.message)
        for found in judge(project).conflicts
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


def test_what_nothing_is_known_of_is_named() -> None:
    text = "module N = Channel.Make (Nobody_knows)\nlet f = N.connect\nmodule M = List\n"
    judgement = judge(unikernel({"unikernel.ml": text.encode()}))
    assert judgement.unknown == ("Nobody_knows",)


@pytest.mark.parametrize(
    ("own", "count"), [(b"let create () = ()\n", 1), (b"let argv () = [||]\n", 0)]
)
def test_a_file_that_hides_a_module_of_the_generated_main_is_reported(
    own: bytes, count: int
) -> None:
    files = {
        "config.ml": b'open Mirage\nlet main = foreign "Unikernel.Main" (console @-> job)\n'
        b'let () = register "u" [ main $ default_console ]\n',
        "unikernel.ml": b"module Main (C : Mirage_console_lwt.S) = struct\n"
        b'  let start c = C.log c "up"\nend\n',
        "bootvar.ml": own,
    }
    said = [found for found in judge(unikernel(files)).conflicts if "Bootvar.argv" in found.message]
    assert len(said) == count


def test_a_suggestion_on_the_line_hides_no_conflict() -> None:
    config = b'open Mirage\nlet main = foreign "Unikernel.Main" (network @-> job)\n'
    files = {
        "config.ml": config + b'let () = register "u" [ main $ default_network ]\n',
        "unikernel.ml": b"module Main (N : Mirage_net_lwt.S) = struct\n"
        b"  let page = Cstruct.of_bigarray (Io_page.get 1)\n"
        b"  let start net = N.listen net (fun _ -> Lwt.return page)\nend\n",
    }
    project = unikernel(files)
    reports = {name: check(project, name) for name in files}
    said = findings(project, judge(project).conflicts, reports)["unikernel.ml"]
    lines = [project.source("unikernel.ml").line_of(found.start) for found in said]
    beside = [found.rule for found in reports["unikernel.ml"].findings]
    assert "package-missing" in beside
    assert 1 in lines


JOINED = [
    # Two types that are the same as far as they were joined, and the parts that cannot be one.
    (
        "let wake u e = Lwt.wakeup u (`Error e)\n"
        "let make (x : char) : [ `Ok of unit | `Error of string ] Lwt.t =\n"
        "  let t, u = Lwt.task () in\n  wake u x;\n  t\n",
        *("char", "string"),
    ),
    (
        "let go (u : [ `Ok | `E of [ `A of int ] ] Lwt.u) =\n"
        "  let v : [ `Ok | `E of [ `A of string ] ] Lwt.u = u in v\n",
        *("int", "string"),
    ),
    (
        "let go x (y : [ `A of [ `B of float ] ] list ref) (z : [ `A of [ `B of bool ] ] list) =\n"
        "  ignore x; y := z\n",
        *("bool", "float"),
    ),
]


@pytest.mark.parametrize(("text", "have", "want"), JOINED)
def test_two_types_are_never_shown_as_the_same(
    compiler: Compiler, text: str, have: str, want: str
) -> None:
    assert compiler.check(NEW, {"unikernel.ml": text}, FLAGS) != []
    ((_file, _line, _kind, message),) = _said({"unikernel.ml": text})
    assert message.endswith(f"has a part of type `{have}` where `{want}` is expected")


ELSEWHERE = (
    "type t = { size : int; color : int }\ntype way = Up | Down of int\nlet way () = Up\n"
    "let take (_ : way) = 1\nlet made = { size = 1; color = 2 }\nlet show (x : t) = x.size\n"
)
# Names of a type of a module of which nothing is known: the expected type finds them.
DIRECTED = {
    "matched": "let f () = match Nobody_knows.way () with Up -> 1 | Down n -> n\n",
    "given": "let f () = Nobody_knows.take (Down 3) + Nobody_knows.take Up\n",
    "annotated": "let f (x : Nobody_knows.way) = match x with Up -> 1 | _ -> 2\n",
    "by another name": (
        "type way = Nobody_knows.way\nlet g (x : way) = ignore x\n"
        "let f () = g Up\nlet h (x : way) y = match x, y with Up, 1 -> 1 | _, n -> n\n"
    ),
    "inside another": "let f (x : Nobody_knows.way option) = match x with Some Up -> 1 | _ -> 2\n",
    "a field": "let f (x : Nobody_knows.t) = x.size + Nobody_knows.made.color\n",
    "a record": "let f () = Nobody_knows.show { size = 1; color = 2 }\n",
}


@pytest.mark.parametrize("title", DIRECTED)
def test_what_an_expected_type_may_find_elsewhere_is_no_conflict(
    compiler: Compiler, title: str
) -> None:
    files = {"nobody_knows.ml": ELSEWHERE, "unikernel.ml": DIRECTED[title]}
    assert compiler.check(NEW, files, ["-w", "-a", *FLAGS]) == []
    assert _said({"unikernel.ml": DIRECTED[title]}) == []
    assert _said(files) == []


def test_keys_bring_no_constructors() -> None:
    text = 'let f () = match Key_gen.mode () with "a" -> Left | _ -> Right\n'
    assert [found[2] for found in _said({"unikernel.ml": text})] == ["unbound", "unbound"]


def test_conditions_of_extended_keywords_are_no_promises() -> None:
    """ppx_lwt of lwt 2.7: `assert%lwt` and `while%lwt` take a bool, `if%lwt` a promise of one."""
    text = (
        "let f x = Lwt.bind (assert%lwt (x = 1)) (fun () -> Lwt.return 1)\n"
        "let g x = while%lwt !x > 1 do Lwt.return (decr x) done\n"
        "let h x = if%lwt Lwt.return (x = 1) then Lwt.return_unit\n"
    )
    assert _said({"unikernel.ml": text}) == []
    plain = "let h x = if%lwt x = 1 then Lwt.return_unit\n"
    assert [found[2] for found in _said({"unikernel.ml": plain})] == ["type"]


def test_a_library_that_is_there_in_another_version_is_no_conflict() -> None:
    text = 'module F (M : Irmin.S_MAKER) = struct end\nlet r = Irmin.remote_uri "git://a"\n'
    assert _said({"unikernel.ml": text}) == []


def test_start_takes_what_the_generated_main_gives_it() -> None:
    """A server listens where it is told by a value that is no type of the unikernel's own."""
    config = (
        'open Mirage\nlet main = {main} "Unikernel.Main" (http @-> job)\n'
        "let conduit = conduit_direct ({stack} default_network)\n"
        'let () = register "web" [ main $ {server} conduit ]\n'
    )
    unikernel_ml = (
        "module Main (H : {module}) = struct\n"
        "  let start http = http (`TCP {port}) (H.make ~callback:(fun _ _ _ -> assert false) ())\n"
        "end\n"
    )
    first = {"{main}": "foreign", "{stack}": "generic_stackv4", "{server}": "http_server"}
    later = {"{main}": "main", "{stack}": "generic_stackv4v6", "{server}": "cohttp_server"}
    first["{module}"], later["{module}"] = "Cohttp_lwt.Server", "Cohttp_mirage.Server.S"
    wrong: tuple[tuple[str, list[int]], ...] = (("80", []), ('"80"', [2]))
    for (port, lines), names in ((each, names) for each in wrong for names in (first, later)):
        files = {}
        for name, text in (("config.ml", config), ("unikernel.ml", unikernel_ml)):
            for old, new in {**names, "{port}": port}.items():
                text = text.replace(old, new)
            files[name] = text.encode()
        project = unikernel(files, target="4.11" if names is later else "3.0")
        said = [conflict for conflict in judge(project).conflicts if "is given" in conflict.message]
        assert [project.source(each.file).line_of(each.start) + 1 for each in said] == lines


@pytest.mark.parametrize(
    ("wants", "said"),
    [
        ("sig type t val read : t -> string -> string Lwt.t end", "`kv_ro` has no value `read`"),
        ("READER", "`kv_ro` has no value `read`"),
        ("sig type t val get : t -> string -> string Lwt.t end", "`get` of `kv_ro`"),
        ("sig type t val disconnect : t -> unit Lwt.t end", ""),
        ("sig type key type t val exists : t -> N.key -> unit end", ""),
        ("Mirage_kv.RO", ""),
    ],
)
def test_a_device_has_what_a_signature_of_the_unikernel_asks_for(wants: str, said: str) -> None:
    config = (
        'open Mirage\nlet main = main "Unikernel.Main" (network @-> kv_ro @-> job)\n'
        'let () = register "hall" [ main $ default_network $ crunch "pages" ]\n'
    )
    code = (
        "module type READER = sig type t val read : t -> string -> string Lwt.t end\n"
        f"module Main (N : Mirage_net.S) (D : {wants}) = struct\n"
        "  let start n d = ignore (n, d); Lwt.return_unit\nend\n"
    )
    files = {"config.ml": config.encode(), "unikernel.ml": code.encode()}
    project = unikernel(files, target="4.11")
    found = [each.message for each in judge(project).conflicts if each.file == "config.ml"]
    assert len(found) == bool(said)
    assert all(said in each and "what config.ml gives is `Mirage_kv.RO`" in each for each in found)


def test_an_opened_module_of_ocaml_hides_only_what_it_has() -> None:
    """Of what OCaml's own modules got later the names are known, so that all others are those that
    stand before the `open`."""
    text = "open Lwt\nopen Int64\nlet f () = return 1 >>= fun x -> x\nlet g = max 1 true, not 2\n"
    project = unikernel({"unikernel.ml": text.encode()}, target="4.11")
    said = [text[each.start : each.end] for each in judge(project).conflicts]
    assert said == ["x", "2"]
    layout = "[%%cstruct type t = { a : uint8_t } [@@big_endian]]\n"
    made = text.replace("open Int64\n", layout).replace("max 1 true", "sizeof_t + 1")
    project = unikernel({"unikernel.ml": made.encode()}, target="4.11")
    assert [made[each.start : each.end] for each in judge(project).conflicts] == ["x", "2"]


def test_another_argument_of_a_call_is_no_matter_of_a_value_that_is_given_to_it() -> None:
    """What a request gives changed, but the serial number is wrong, whatever it is put into."""
    text = (
        "let f name key from (serial : Z.t) =\n"
        "  let csr = X509.Signing_request.create name key in\n"
        "  X509.Signing_request.sign csr ~valid_from:from ~valid_until:from ~serial key name\n"
    )
    project = unikernel({"unikernel.ml": text.encode()}, target="4.11")
    said = findings(project, judge(project).conflicts, {})["unikernel.ml"]
    assert [(each.rule, text[each.start : each.end]) for each in said] == [
        ("x509-signing-request", "csr"),
        ("conflict", "~serial"),
    ]


def test_a_type_is_its_interfaces_in_other_files() -> None:
    """What `task.ml` knows of `Task.job` is not known where only `task.mli` counts."""
    kind = "type t = Job of job | Done\n"
    files = {
        "task.ml": f"type job = string * int\n{kind}"
        "let first = function Job (s, n) -> Job (s, n + 1)"
        " | Done -> Done\nlet resume (_, _) = ()\n",
        "task.mli": f"type job\n{kind}val first : t -> t\nval resume : job -> unit\n",
        "user.ml": "let run task = match Task.first task with\n"
        "  | Task.Job job -> Task.resume job\n  | Task.Done -> ()\n",
    }
    project = unikernel({name: text.encode() for name, text in files.items()})
    assert judge(project).conflicts == ()
