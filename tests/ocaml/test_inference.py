"""Where results flow: which tags of a text belong to which item of an interface."""

from __future__ import annotations

import pytest

from .world import WORLD, decisions, type_of, unikernel, uses

SIZE = "KV_RO.size"
READ = "FLOW.read"
WRITE = "FLOW.write"


def flows(body: str) -> list[str]:
    return decisions(unikernel(body))


# -- the fifteen that are easily got wrong -----------------------------------------------------


def test_helper_that_runs_the_call() -> None:
    helper = (
        "let get what f x = f x >>= function `Error _ -> Lwt.fail what | `Ok v -> Lwt.return v\n"
    )
    call = 'let a k = get Not_found (K.size k) "a"\n'
    assert flows(helper + call) == [f"`Error {SIZE}", f"`Ok {SIZE}"]
    other = "let b () = get Not_found Other.connect ()\n"
    mixed = f"?Other.connect {SIZE}"
    assert flows(helper + call + other) == [f"`Error {mixed}", f"`Ok {mixed}"]


def test_user_bind_that_hands_errors_on() -> None:
    body = """
let (>>==) a f = a >>= function `Ok x -> f x | `Error _ as e -> Lwt.return e
let twice k = K.size k "x" >>== fun n -> Lwt.return (`Ok (Int64.add n n))
"""
    assert flows(body) == [f"`Ok {SIZE}", f"`Error {SIZE}", f"`Ok {SIZE}"]


def test_rebuilt_result_is_the_users_own() -> None:
    body = """
let size k = K.size k "x" >>= function
  | `Ok n -> Lwt.return (`Ok (Int64.to_int n))
  | `Error _ -> Lwt.return (`Error "none")
let go k = size k >>= function `Ok n -> f n | `Error s -> g s
"""
    assert flows(body) == [
        f"`Ok {SIZE}", "`Ok", f"`Error {SIZE}", "`Error", "`Ok", "`Error",
    ]  # fmt: skip


def test_result_through_a_promise_that_is_woken() -> None:
    body = """
let later f =
  let promise, resolver = Lwt.wait () in
  Lwt.async (fun () -> T.read f >>= fun r -> Lwt.wakeup resolver r; Lwt.return_unit);
  promise >>= function `Ok _ -> Lwt.return_unit | `Eof | `Error _ -> Lwt.return_unit
"""
    assert flows(body) == [f"`Ok {READ}", f"`Eof {READ}", f"`Error {READ}"]


def test_read_and_write_in_one_loop_stay_apart() -> None:
    body = """
let rec echo f = T.read f >>= function
  | `Eof -> Lwt.return `Done
  | `Error e -> Lwt.return (`Error e)
  | `Ok b -> T.write f b >>= function
    | `Ok () -> echo f
    | `Eof | `Error _ -> Lwt.return `Done
"""
    assert flows(body) == [
        f"`Eof {READ}", "`Done", f"`Error {READ}", "`Error", f"`Ok {READ}",
        f"`Ok {WRITE}", f"`Eof {WRITE}", f"`Error {WRITE}", "`Done",
    ]  # fmt: skip


def test_match_over_a_pair() -> None:
    body = """
let both k = K.size k "x" >>= fun x -> K.size k "y" >|= fun y ->
  match x, y with `Ok a, `Ok b -> Int64.add a b | `Error _, _ | _, `Error _ -> 0L
"""
    assert flows(body) == [f"`Ok {SIZE}"] * 2 + [f"`Error {SIZE}"] * 2


def test_helper_that_is_also_called_with_a_tag() -> None:
    body = """
let rank = function `Ok _ -> 1 | `Error _ -> 2
let a k = K.size k "x" >|= rank
let b () = rank (`Ok 3)
"""
    assert flows(body) == [f"`Ok {SIZE}", f"`Error {SIZE}", f"`Ok {SIZE}"]


def test_result_in_a_declared_record_field() -> None:
    body = """
type cache = { get : string -> [ `Ok of int64 | `Error of K.error ] Lwt.t }
let make k = { get = K.size k }
let go c = c.get "x" >>= function `Ok _ -> 1 | `Error _ -> 2
"""
    assert flows(body) == [f"`Ok {SIZE} own", f"`Error {SIZE} own"] * 2


def test_unknown_combinator_is_silent() -> None:
    body = 'let go k = Timed.run (fun () -> K.size k "x") >>= function `Ok _ -> 1 | `Error _ -> 2'
    assert flows(body) == ["`Ok ?Timed.run", "`Error ?Timed.run"]


def test_branches_of_two_origins_are_mixed() -> None:
    body = """
let go k c = (if c then Other.size k else K.size k "x") >>= function `Ok _ -> 1 | `Error _ -> 2
"""
    assert flows(body) == [f"`Ok ?Other.size {SIZE}", f"`Error ?Other.size {SIZE}"]


def test_shadowed_parameter_is_silent() -> None:
    body = 'let go k = let module K = Mine in K.size k "x" >>= function `Ok _ -> 1 | `Error _ -> 2'
    assert flows(body) == ["`Ok ?K.size", "`Error ?K.size"]


def test_shadowing_follows_the_order_of_the_text() -> None:
    body = """
let check = function `Ok _ -> true | `Error _ -> false
let a k = K.size k "x" >|= check
let check = function `Ok _ -> 1 | `Error _ -> 0
let b () = check (Decoder.run ())
"""
    assert flows(body) == [
        f"`Ok {SIZE}", f"`Error {SIZE}", "`Ok ?Decoder.run", "`Error ?Decoder.run",
    ]  # fmt: skip


def test_errors_inside_errors_have_the_payloads_origin() -> None:
    body = """
let dial t a = T.connect_to t a >>= function
  | `Ok f -> T.close f
  | `Error (`Timeout | `Refused) -> Lwt.return_unit
"""
    assert flows(body) == [
        "`Ok TCP.connect_to", "`Error TCP.connect_to",
        "`Timeout TCP.connect_to`Error", "`Refused TCP.connect_to`Error",
    ]  # fmt: skip


def test_own_tag_beside_a_read_joins_it() -> None:
    body = """
let read_or_give_up f =
  Lwt.pick [ T.read f; (sleep 1. >>= fun () -> Lwt.return `Eof) ] >>= function
  | `Ok _ -> 1 | `Eof -> 2 | `Error _ -> 3
"""
    assert flows(body) == [f"`Eof {READ}", f"`Ok {READ}", f"`Eof {READ}", f"`Error {READ}"]


def test_functor_that_extends_its_argument() -> None:
    text = """
open Lwt.Infix
module Lines (F : V1_LWT.FLOW) = struct
  include F
  let line f = read f >>= function `Ok b -> Some b | `Eof | `Error _ -> None
end
module Main (S : V1_LWT.STACK) = struct
  module L = Lines (S.TCPV4)
  let go f = L.read f >>= function `Ok _ -> L.line f | `Eof -> None | `Error _ -> None
end
"""
    analysis = WORLD.analyse(text)
    assert decisions(analysis) == [
        f"`Ok {READ}", f"`Eof {READ}", f"`Error {READ}",
        f"`Ok {READ}", f"`Eof {READ}", f"`Error {READ}",
    ]  # fmt: skip
    assert uses(analysis) == ["read FLOW.read", "L.read FLOW.read"]


# -- binds, sequences, syntax extensions -------------------------------------------------------

PLAIN = [f"`Ok {SIZE}", f"`Error {SIZE}"]
CASES = "`Ok _ -> Lwt.return 1 | `Error _ -> Lwt.return 2"


@pytest.mark.parametrize(
    "expression",
    [
        f"K.size k \"x\" >>= function {CASES}",
        f"Lwt.(K.size k \"x\" >>= function {CASES})",
        f"Lwt.bind (K.size k \"x\") (function {CASES})",
        f"Lwt.bind (K.size k \"x\") @@ function {CASES}",
        f"K.size k \"x\" |> fun p -> Lwt.bind p (function {CASES})",
        f"match%lwt K.size k \"x\" with {CASES}",
        f"let%lwt r = K.size k \"x\" in match r with {CASES}",
        f"let ( let* ) = Lwt.bind in let* r = K.size k \"x\" in match r with {CASES}",
        f"let* r = K.size k \"x\" in match r with {CASES}",
        f"let (>>+) p f = Lwt.bind p f in K.size k \"x\" >>+ function {CASES}",
        f"Lwt.catch (fun () -> K.size k \"x\") Lwt.fail >>= function {CASES}",
        f"(try%lwt K.size k \"x\" with _ -> failwith \"no\") >>= function {CASES}",
        f"begin let x = K.size k \"x\" in x end >>= function {CASES}",
        f"let open Lwt in K.size k \"x\" >>= function {CASES}",
        f"C.log_s c \"a\" >>= fun () -> K.size k \"x\" >>= function {CASES}",
        f"let p = lazy (K.size k \"x\") in ignore p; K.size k \"x\" >>= function {CASES}",
        f"let r = ref (K.size k \"x\") in !r >>= function {CASES}",
        f"let a = [| K.size k \"x\" |] in a.(0) >>= function {CASES}",
        f"Lwt.pick (List.map (fun n -> K.size k n) [\"x\"]) >>= function {CASES}",
        f"(match [K.size k \"x\"] with p :: _ -> p | [] -> assert false) >>= function {CASES}",
        f"(match Some (K.size k \"x\") with Some p -> p | _ -> raise Gone) >>= function {CASES}",
        f"let f ~key () = K.size k key in let key = \"x\" in f ~key () >>= function {CASES}",
        f"let f ?(key = \"x\") () = K.size k key in f () >>= function {CASES}",
        f"let f ?key () = ignore key; K.size k \"x\" in f ?key:None () >>= function {CASES}",
        f"let f ~a ~b = ignore a; K.size b \"x\" in f ~b:k ~a:1 >>= function {CASES}",
        f"let f ~a b = ignore a; K.size b \"x\" in f 1 k >>= function {CASES}",
        f"let f x = x in f (K.size k \"x\") >>= function {CASES}",
        f"let (r : _ Lwt.t) = K.size k \"x\" in r >>= function {CASES}",
        f"let t = Hashtbl.create 3 in Hashtbl.add t 1 (K.size k \"x\");"
        f" Hashtbl.find t 1 >>= function {CASES}",
        f"let rec f n = if n = 0 then K.size k \"x\" else f (n - 1) in f 3 >>= function {CASES}",
        f"K.size k \"x\" >>= fun r -> while false do () done; match r with {CASES}",
        f"K.size k \"x\" >>= fun (r as _s) -> (match r with {CASES})",
        f"let f = fun ((a, _), [b; _]) -> ignore b; a in"
        f" f ((K.size k \"x\", 1), [2; 3]) >>= function {CASES}",
    ],
)  # fmt: skip
def test_a_result_is_followed_through(expression: str) -> None:
    assert flows(f"let go c k = {expression}") == PLAIN


@pytest.mark.parametrize(
    ("expression", "name"),
    [
        ("Other.size k", "Other.size"),
        ("other k", "other"),
        ("k#size", "k#size"),
        ("(k <?> 3)", "<?>"),
        ("!!k", "!!"),
        ("k.{0}", "k.{0}"),
        ("k.size", "size"),
        ("k.Other.size", "Other.size"),
        ("(let%other x = k in x)", "%other"),
        ("[%other k]", "[%other k]"),
        ("(match k with Wrapped x -> x)", "Wrapped"),
        ("(let (module M) = k in M.size)", "M.size"),
    ],
)
def test_what_comes_from_elsewhere_is_said_to(expression: str, name: str) -> None:
    helper = "let ok = function `Ok _ -> 1 | `Error _ -> 2\n"
    body = f'{helper}let a k = K.size k "x" >|= ok\nlet b k = ok {expression}\n'
    assert flows(body) == [f"`Ok ?{name} {SIZE}", f"`Error ?{name} {SIZE}"]


def test_what_is_passed_to_an_unknown_function_is_not_from_there() -> None:
    body = """
let go k = K.size k "x" >>= fun r -> Log.result r; match r with `Ok _ -> 1 | `Error _ -> 2
"""
    assert flows(body) == PLAIN


def test_what_an_unknown_function_gives_its_callback_is_from_there() -> None:
    body = "let go k = Other.with_size k (fun r -> match r with `Ok _ -> 1 | `Error _ -> 2)"
    assert flows(body) == ["`Ok ?Other.with_size", "`Error ?Other.with_size"]


def test_a_known_unchanged_item_is_named() -> None:
    assert flows('let go k = K.mem k "x" >|= function `Yes -> 1 | `No -> 2') == [
        "`Yes =KV_RO.mem", "`No =KV_RO.mem",
    ]  # fmt: skip


# -- generality --------------------------------------------------------------------------------


def test_a_generic_helper_keeps_its_uses_types_apart() -> None:
    body = """
let run f x = f x
let a k = run (K.size k) "x" >|= function `Ok _ -> 1 | `Error _ -> 2
let b () = run own () >|= function `Ok _ -> 1 | `Error _ -> 2
"""
    assert flows(body) == [*PLAIN, "`Ok ?own", "`Error ?own"]


@pytest.mark.parametrize("store", ["ref None", "Hashtbl.create 7", "Other.create ()"])
def test_what_is_made_once_is_not_generic(store: str) -> None:
    text = f"let s = {store}\nlet put x = Other.set s x\nlet s2 = s\n"
    assert type_of(WORLD.analyse(text), "s") == type_of(WORLD.analyse(text), "s2")


def test_a_cell_joins_what_is_put_in_with_what_is_taken_out() -> None:
    body = """
let last = ref None
let a k = K.size k "x" >|= fun r -> last := Some r
let b () = match !last with Some (`Ok _) -> 1 | Some (`Error _) -> 2 | None -> 3
"""
    assert flows(body) == PLAIN


@pytest.mark.parametrize(
    "right",
    [
        "fun x -> x",
        "(fun x -> x)",
        "function x -> x",
        "fst ((fun x -> x), 1)",
    ],
)
def test_only_values_are_generic(right: str) -> None:
    text = f'let f = {right}\nlet a = f 1\nlet b = f "s"\n'
    expected = "string" if right != "fst ((fun x -> x), 1)" else "int"
    assert type_of(WORLD.analyse(text), "b") == expected


@pytest.mark.parametrize(
    "right", ["Some (fun x -> x)", "(Some (fun x -> x) : _ option)", "Some (fun x -> x), 1"]
)
def test_constructors_of_values_are_values(right: str) -> None:
    pattern = "(Some f, _)" if right.endswith("1") else "Some f"
    text = f'let {pattern} = {right}\nlet a = f 1\nlet b = f "s"\n'
    assert type_of(WORLD.analyse(text), "b") == "string"


def test_definitions_that_name_each_other() -> None:
    text = """
let rec even n = if n = 0 then true else odd (n - 1)
and odd n = if n = 0 then false else even (n - 1)
let rec loop = Other.memo (fun x -> loop x)
"""
    analysis = WORLD.analyse(text)
    assert type_of(analysis, "even") == type_of(analysis, "odd") == "(int -> bool)"


def test_a_payload_of_a_generic_row_stays_with_its_use() -> None:
    body = """
let keep = function `Ok x -> Some x | `Error _ -> None
let a k = K.size k "x" >|= keep
let b f = T.read f >|= keep
let n k = a k
"""
    analysis = unikernel(body)
    assert decisions(analysis) == [f"`Ok {READ} {SIZE}", f"`Error {READ} {SIZE}"]
    assert type_of(analysis, "n") == "(K.t -> ((int64) option) Lwt.t)"


# -- types the user wrote ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "declaration",
    [
        "type r = [ `Ok of int64 | `Error of K.error ]",
        "type 'a res = [ `Ok of 'a | `Error of K.error ]\ntype r = int64 res",
        "type e = [ `Error of K.error ]\ntype r = [ e | `Ok of int64 ]",
        "module R = struct type t = [ `Ok of int64 | `Error of K.error ] end\ntype r = R.t",
        "type r = ([ `Ok of int64 | `Error of 'a ] as 'a)",
    ],
)
def test_declared_types_share_the_fate_of_what_they_describe(declaration: str) -> None:
    body = declaration + '\nlet go k : r Lwt.t = K.size k "x"\n'
    found = flows(body)
    assert sorted(found) == [f"`Error {SIZE} own", f"`Ok {SIZE} own"]


@pytest.mark.parametrize(
    "use",
    [
        'let go k = (K.size k "x" : r Lwt.t)',
        'let go k = K.size k "x" >|= fun (x : r) -> x',
        'let go k = K.size k "x" >|= fun x -> (x :> r)',
        'let go k = K.size k "x" >|= fun x -> (x : _ :> r)',
        'let go k = (K.size k "x" :> r Lwt.t)',
        'type t = { result : r }\nlet go k = K.size k "x" >|= fun result -> { result }',
        'type t = { result : r }\nlet go k = K.size k "x" >|= fun x -> { result = x }',
        'type t = { mutable result : r }\nlet go k t = K.size k "x" >|= fun x -> t.result <- x',
        "type t = { result : r }\n"
        'let go k t = K.size k "x" >|= fun x -> ignore t; { t with result = x }',
        'type t = Done of r\nlet go k = K.size k "x" >|= fun x -> Done x',
        'type t = Done of int * r\nlet go k = K.size k "x" >|= fun x -> Done (1, x)',
        "type 'a t = Done of 'a\nlet go k = K.size k \"x\" >|= fun x -> (Done x : r t)",
        'external go : r -> unit = "go"\nlet _ = fun k -> K.size k "x" >|= go',
    ],
)
def test_declared_types_meet_results(use: str) -> None:
    body = "type r = [ `Ok of int64 | `Error of K.error ]\n" + use
    assert flows(body) == [f"`Ok {SIZE} own", f"`Error {SIZE} own"]


def test_own_types_are_their_own() -> None:
    body = """
type answer = [ `Ok of int | `Error of string ]
let ask () : answer = `Ok 1
let go () = match ask () with `Ok n -> n | `Error _ -> 0
"""
    assert flows(body) == ["`Ok own", "`Error own", "`Ok own", "`Ok own", "`Error own"]


def test_declared_constructors_carry_their_payload() -> None:
    body = """
type 'a event = Result of 'a | Tick
let emit k = K.size k "x" >|= fun r -> Result r
let go k = emit k >|= function Result (`Ok _) -> 1 | Result (`Error _) -> 2 | Tick -> 3
"""
    assert flows(body) == PLAIN


def test_recursive_tags() -> None:
    body = """
type json = [ `List of json list | `Pair of json * json | `Null ]
let rec depth (j : json) = match j with
  | `List l -> List.map depth l | `Pair (a, b) -> depth a; depth b | `Null -> []
let rec size = function `Node (l, r) -> size l + size r | `Leaf -> 1
let x = Other.walk (fun t -> size t)
"""
    found = flows(body)
    assert found[:6] == ["`List own", "`Pair own", "`Null own"] * 2
    assert found[6:] == ["`Node ?Other.walk", "`Leaf ?Other.walk"]


def test_types_with_a_fate_of_their_own_stay_apart() -> None:
    body = """
let f () = (`Ok 1 : [ `Ok of int ])
let g () = (`Ok 2 : [ `Ok of int ])
"""
    analysis = unikernel(body)
    assert len(analysis.components) == 2


# -- what a changed unit is used as ------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('let go c = C.log_s c "x" >>= fun () -> Lwt.return 1', {"unit"}),
        ('let go c = C.log_s c "x" >>= function Ok () -> Lwt.return 1', {"result"}),
        ('let go c = C.log_s c "x" >|= fun r -> ignore r', set()),
        ('let go c = C.log_s c "x" >|= function `Ok -> 1', {"?"}),
        ('let say c = C.log_s c "x"\nlet go c = say c >>= fun () -> Lwt.return 1', {"unit"}),
        ('let say c = C.log_s c "x" >>= fun x -> Lwt.return x\n'
         'let go c = say c >>= fun () -> Lwt.return 1', {"unit"}),
        ('let go c = C.log c "x"; 1', {"unit"}),
        ('let go c = if c then C.log c "x"', {"unit"}),
        ('let go c = List.iter (C.log c) ["x"]', {"unit"}),
        ('let go c = let x = C.log c "x" in let y = x in y', set()),
        ('let go c = Lwt.pick [ C.log_s c "x"; Lwt.return_unit ]', {"unit"}),
    ],
)  # fmt: skip
def test_what_a_unit_is_taken_for(body: str, expected: set[str]) -> None:
    analysis = unikernel(body)
    (mark,) = [use.mark for use in analysis.uses if use.mark is not None]
    assert analysis.bound_to(mark) == expected


def test_a_result_where_the_code_is_ported_joins_what_it_carries() -> None:
    body = """
let go f = T.read f >>= function
  | Ok (`Data b) -> T.write f b | Ok `Eof -> Lwt.fail Not_found | Error `Timeout -> assert false
let size k = K.size k "x" >|= function Ok n -> n | Error _ -> 0L
"""
    analysis = unikernel(body)
    assert decisions(analysis) == ["`Data", "`Eof", "`Timeout FLOW.read`Error"]
    assert type_of(analysis, "n") == "int64"
    assert type_of(analysis, "b") == "V1_LWT.buffer"


# -- plain types -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("1", "int"), ("0xe", "int"), ("1.", "float"), ("1e3", "float"), ("3l", "int32"),
        ("3L", "int64"), ("0x3n", "nativeint"), ("-1", "int"), ("-. 1.", "float"),
        ("'c'", "char"), ('"s"', "string"), ("{|s|}", "string"), ("true", "bool"),
        ("()", "unit"), ("[]", "('_) list"), ("[1; 2]", "(int) list"), ("[|'a'|]", "(char) array"),
        ("1 :: []", "(int) list"), ('"s".[0]', "char"), ("1, true", "int * bool"),
        ("1 + 2", "int"), ("1. *. 2.", "float"), ("1 < 2", "bool"), ("a && b", "bool"),
        ("not true", "bool"), ("1 = 2", "bool"), ('"a" ^ "b"', "string"),
        ("lazy 1", "(int) lazy_t"),
        ("fun x -> x + 1", "('_ -> int)"), ("fun ~l x -> 1", "(l:'_ -> ('_ -> int))"),
        ("fun ~l:(x : int) -> x", "(l:int -> int)"), ("fun ~(l : int) -> l", "(l:int -> int)"),
        ("fun ?(l : int = a) () -> l", "(?l:int -> (unit -> int))"),
        ("fun ?(l : int option) () -> l", "(?l:int -> (unit -> (int) option))"),
        ("(fun ~l:((x, _) as y) -> y) ~l:(1, 's')", "int * char"),
        ("fun ?(o = 1) () -> o", "(?o:int -> (unit -> int))"),
        ("fun ?o:(p = 1) () -> p", "(?o:int -> (unit -> int))"),
        ("fun ?o () -> o", "(?o:'_ -> (unit -> ('_) option))"),
        ("Ok 1", "(int, '_) result"), ("Error 1", "('_, int) result"), ("Some 1", "(int) option"),
        ("None", "('_) option"), ("if a then 1 else 2", "int"), ("if a then ()", "unit"),
        ("a; 1", "int"), ("while a do b done", "unit"), ("for i = 0 to 3 do ignore i done", "unit"),
        ("for%lwt i = 0 to 3 do Lwt.return i done", "(unit) Lwt.t"), ("assert a", "unit"),
        ("assert false", "'_"), ("try 1 with Not_found -> 2", "int"),
        ("match a with 1 -> 'x' | _ when b -> 'y' | exception Not_found -> 'z'", "char"),
        ("ref 1", "(int) ref"), ("!(ref 1)", "int"), ("ref 1 := 2", "unit"),
        ("(1 : int)", "int"), ("let x = 1 in let y = x in y", "int"), ("new c", "'_"),
        ("object method m = 1 end", "[#m]"), ("(module M : S)", "'_"), ("fst (1, 2)", "int"),
        ("let exception E in 1", "int"), ("List.map (fun x -> x) [1]", "(int) list"),
        ("Other.(1)", "int"), ("Lwt.return 1 >>= Lwt.return", "(int) Lwt.t"),
        ("Lwt.return 1 >|= fun x -> x", "(int) Lwt.t"), ("a |> fun x -> 1", "int"),
        ("(fun x -> 1) @@ a", "int"), ("1 a", "'_"), ("a.(0) <- 1", "unit"), ("a.b <- 1", "unit"),
        ("a; b;%lwt Lwt.return 1", "(int) Lwt.t"), ("`A 1", "[`A]"), ("(~+)", "'_"),
        ("fun (type a) (x : a) -> x", "('_ -> '_)"), ("( + )", "'_"), ("1.5e-3", "float"),
        ("fun [a; b] (c :: d) [|e|] -> a", "(('_) list -> (('_) list -> (('_) array -> '_)))"),
        ("fun 'a' \"s\" true () 1 -> 1", "(char -> (string -> (bool -> (unit -> (int -> int)))))"),
        ("fun (x, (y : int)) -> y", "('_ * int -> int)"),
        ("fun (Some x) -> 1", "(('_) option -> int)"),
        ("fun (Foo x) -> 1", "('_ -> int)"), ("fun Foo -> 1", "('_ -> int)"),
        ("fun { a; b = 1 } -> a", "('_ -> '_)"), ("fun (lazy x) -> 1", "('_ -> int)"),
        ("fun M.(x, y) -> 1", "('_ * '_ -> int)"), ("fun ('a' .. 'z') -> 1", "('_ -> int)"),
        ("fun ((~+) as x) -> 1", "('_ -> int)"), ("fun (_ : int) -> 1", "(int -> int)"),
        ("let f : 'a. 'a -> 'a = fun x -> x in f 1", "int"),
        ("let f ~a ~b = a in f ~b:1", "(a:'_ -> '_)"),
        ("let f ?(a = 1) b = a in f", "(?a:int -> ('_ -> int))"),
        ("let f ?(a = 1) b ?(c = 2) () = a in f 1", "(?c:int -> (unit -> int))"),
        ("let f x ?(c = 2) = c in f 1 + f 2", "int"),
        ("let f x ?(c = 2) = x in f 1 :: [2]", "((?c:int -> int)) list"),
    ],
)  # fmt: skip
def test_types_of_expressions(expression: str, expected: str) -> None:
    text = f"open Lwt.Infix\nlet it = {expression}\n"
    analysis = WORLD.analyse(text)
    assert analysis.tree.broken == []
    assert type_of(analysis, "it") == expected


def test_names_of_types() -> None:
    analysis = WORLD.analyse("let a = 1 let b = `A let c = d let e = fun x -> x\n")
    bodies = [node.get("body") for node in analysis.tree.root.descendants() if node.get("body")]
    assert [analysis.type_name(body) for body in bodies if body] == ["int", "row", "", "", ""][:5]
    assert analysis.type_name(analysis.tree.root) == ""


def test_record_fields_and_their_parameters() -> None:
    text = """
type 'a box = { inside : 'a; count : int }
let f b = b.inside + 1
let g { inside; count } = count
let h = { inside = "s"; count = 1 }
let i = h.inside
"""
    analysis = WORLD.analyse(text)
    assert type_of(analysis, "i") == "string"
    assert type_of(analysis, "g") == "(('_) box -> int)"


def test_references_of_a_name() -> None:
    text = "let f x = x + x\nlet g = f (fun f -> f ~f) f\nlet h = { f }\n"
    analysis = WORLD.analyse(text)
    name = analysis.tree.root.at(4, 5)
    assert [node.start for node in analysis.references(name)] == [
        text.index("f (fun"),
        text.index("f\nlet h"),
        text.index("f }"),
    ]
    assert analysis.references(analysis.tree.root) == []
