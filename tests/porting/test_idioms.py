"""What people write: small pieces that are Mirage 2, and Mirage 3 after a port, by the compiler's
word, with nothing left to do."""

from __future__ import annotations

import pytest

from ..interfaces.compiler import NEW, OLD, Compiler
from .small import functor, ported, told

CONSOLE = "(C : V1_LWT.CONSOLE)"
STACK = "(S : V1_LWT.STACKV4)"
STORE = "(K : V1_LWT.KV_RO)"
BLOCK = "(B : V1_LWT.BLOCK)"
FLOW = "(T : V1_LWT.TCP)"
NET = "(N : V1_LWT.NETWORK)"
UDP = "(U : V1_LWT.UDPV4)"

IDIOMS = [
    # The console's log: helpers, closures, partial and first-class.
    (CONSOLE, 'let log c fmt = Printf.ksprintf (C.log c) fmt let f c = log c "%d" 1; Lwt.return 1'),
    (CONSOLE, 'let log c fmt = Printf.ksprintf (C.log_s c) fmt let f c = log c "%d" 1'),
    (CONSOLE, "let f c l = List.iter (fun s -> C.log c s) l; Lwt.return 1"),
    (CONSOLE, "let f c l = Lwt_list.iter_s (C.log_s c) l"),
    (CONSOLE, 'let f c b = if b then C.log c "a" else C.log c "b"'),
    (CONSOLE, 'let f c t = t >|= fun () -> C.log c "a"'),
    (CONSOLE, 'let f c = for i = 1 to 3 do C.log c (string_of_int i) done; C.log_s c "x"'),
    # Results at a distance.
    (
        STORE,
        'let f k = K.size k "a" >|= fun r -> match Some r, 1 with Some (`Ok n), _ -> n'
        " | Some (`Error (K.Unknown_key n)), _ -> failwith n | None, _ -> 0L",
    ),
    (
        FLOW,
        "let make t = object method read = T.read t method close = T.close t end"
        " let rec f o = o#read >>= function `Ok _ -> f o | `Eof | `Error _ -> o#close"
        " let g t = f (make t)",
    ),
    (
        FLOW,
        "class flow t = object (self) val mutable n = 0 method read = T.read t"
        " method count = self#read >>= function `Ok _ -> n <- n + 1; self#count"
        " | `Eof | `Error _ -> Lwt.return n end"
        " class two t = let u = t in object inherit flow u method twice = T.close u end"
        " let f t = (new two t)#read >|= function `Ok _ -> 1 | `Eof | `Error _ -> 2",
    ),
    (
        STORE,
        "class type sizes = object method size : string -> int64 Lwt.t end"
        " let make k = object val last = ref None method size name ="
        " K.size k name >|= fun r -> last := Some r; r"
        " method last = match !last with Some (`Ok n) -> n | Some (`Error _) | None -> 0L end"
        ' let f k = (make k)#size "a" >|= function `Ok n -> n | `Error _ -> 0L',
    ),
    (FLOW, "let f t = T.read t >>= fun r -> (match r with `Ok _ -> T.close t | _ -> T.close t)"),
    (
        FLOW,
        "let f t = T.read t >|= fun r -> (r, 1)"
        " let g t = f t >|= function `Ok _, n -> n | (`Eof | `Error _), n -> n + 1",
    ),
    (
        FLOW,
        "let last = ref None let f t = T.read t >|= fun r -> last := Some r"
        " let g () = match !last with Some (`Ok _) -> 1 | Some (`Eof | `Error _) -> 2 | None -> 3",
    ),
    (
        FLOW,
        "type answer = { result : [ `Ok of Cstruct.t | `Eof | `Error of T.error ]; n : int }"
        " let f t = T.read t >|= fun result -> { result; n = 1 }"
        " let g t = f t >|= fun a -> match a.result with `Ok _ -> 1 | `Eof | `Error _ -> a.n",
    ),
    (
        STORE,
        'let f k = K.size k "a" >>= fun x -> K.size k "b" >|= fun y -> match x, y with'
        " `Ok a, `Ok b -> Int64.add a b | `Error _, _ | _, `Error _ -> 0L",
    ),
    (
        STORE,
        'let f k = K.size k "a" >>= fun x -> K.size k "b" >|= fun y -> match x, y with'
        " `Ok a, `Ok b -> Int64.add a b | _ -> 0L",
    ),
    (
        STORE,
        "let f k ns = Lwt_list.map_s (K.size k) ns >|="
        " List.fold_left (fun n -> function `Ok m -> Int64.add n m | `Error _ -> n) 0L",
    ),
    # Guards, aliases, or-patterns, catch-alls, named errors.
    (
        FLOW,
        "let f t = T.read t >|= function `Ok b when Cstruct.len b = 0 -> 1 | `Ok _ -> 2"
        " | (`Eof | `Error _) as r -> ignore r; 3",
    ),
    (
        FLOW,
        "let f t a = T.create_connection t a >|= function `Error (`Timeout | `Refused) -> 1"
        " | `Error (`Unknown _) -> 2 | `Ok _ -> 3",
    ),
    (FLOW, "let f t b = T.write t b >>= function `Ok () -> f t | `Eof | `Error _ -> T.close t"),
    (
        FLOW,
        "let f t b = T.write t b >>= function `Error e -> Lwt.fail (Failure (T.error_message e))"
        " | `Eof -> T.close t | `Ok () -> Lwt.return_unit",
    ),
    (FLOW, "let f t b = T.write t b >>= fun _ -> T.close t"),
    # Binds of the person's own.
    (
        "",
        "let ( >>== ) m f = m >>= function `Error _ -> Lwt.fail Exit | `Ok x -> f x"
        " module M (K : V1_LWT.KV_RO) = struct"
        ' let f k = K.size k "a" >>== fun n -> K.read k "a" 0 (Int64.to_int n) >>== Lwt.return end',
    ),
    (
        "",
        "let ( >>= ) m f = Lwt.bind m (function `Error _ -> Lwt.fail Exit | `Ok x -> f x)"
        " module M (K : V1_LWT.KV_RO) = struct"
        '  let f k = K.size k "a" >>= fun n -> K.read k "a" 0 (Int64.to_int n) >>= Lwt.return end',
    ),
    (
        BLOCK,
        "let ( >>*= ) m f = m >>= function `Error e -> Lwt.return (`Error e) | `Ok x -> f x"
        " let f d p = B.read d 0L p >>*= fun () -> B.read d 1L p >>*= fun () -> Lwt.return (`Ok 1)"
        " let g d p = f d p >|= function `Ok n -> n | `Error _ -> 0",
    ),
    (
        FLOW,
        "let ( >>|= ) m f = m >>= function `Ok x -> f x | `Eof -> Lwt.return_unit"
        " | `Error e -> Lwt.fail (Failure (T.error_message e))"
        " let f t = T.read t >>|= fun b -> Lwt.return (ignore b)",
    ),
    (
        STACK,
        "let or_error n m = m >>= function `Ok x -> Lwt.return x | `Error _ -> Lwt.fail (Failure n)"
        ' let f s a = or_error "c" (S.TCPV4.create_connection (S.tcpv4 s) a) >>= S.TCPV4.close',
    ),
    # Lwt's own functions.
    (
        FLOW,
        "let f t = Lwt.catch (fun () -> T.read t) Lwt.fail >|= function `Ok _ -> 1 | `Eof -> 2"
        " | `Error _ -> 3",
    ),
    (
        FLOW,
        "let rec f t ="
        " Lwt.try_bind (fun () -> T.read t)"
        " (function `Ok _ -> Lwt.return 1 | `Eof | `Error _ -> Lwt.return 2) (fun _ -> f t)",
    ),
    (
        FLOW,
        "let f t = Lwt.finalize (fun () -> T.read t) (fun () -> T.close t) >|= function"
        " `Ok _ -> 1 | _ -> 2",
    ),
    (
        FLOW,
        "let f t x = Lwt.pick [ T.read t; (x >|= fun () -> `Eof) ] >|= function `Ok _ -> 1"
        " | `Eof -> 2 | `Error _ -> 3",
    ),
    (
        STORE,
        'let f k = Lwt.map (function `Ok n -> n | `Error _ -> 0L) (K.size k "a")'
        ' let g k = Lwt.bind (K.size k "a") (function `Ok n -> Lwt.return n | _ -> Lwt.return 0L)',
    ),
    (
        NET,
        "let f g n m = Lwt.join [ N.listen n (fun b -> N.write m b); N.listen m (fun _ -> g ()) ]",
    ),
    (NET, "let f n b = Lwt.async (fun () -> N.write n b >>= fun () -> Lwt.return_unit)"),
    # Stores: size, then read; constants.
    (
        STORE,
        "let f k n = K.size k n >>= function `Error (K.Unknown_key _) -> Lwt.fail (Failure n)"
        " | `Ok s -> K.read k n 0 (Int64.to_int s) >>= function"
        " `Error (K.Unknown_key _) -> Lwt.fail (Failure n) | `Ok b -> Lwt.return (Cstruct.copyv b)",
    ),
    (STORE, 'let f k = K.read k "a" 0 4096 >|= function `Ok [ b ] -> Some b | _ -> None'),
    # Blocks.
    (
        BLOCK,
        "let f b = B.get_info b >|= fun info -> let open B in"
        " (info.sector_size, info.B.size_sectors, info.read_write)",
    ),
    (BLOCK, "let f b = B.get_info b >|= fun { B.sector_size; size_sectors; _ } -> sector_size"),
    # Sleeping.
    ("(T : V1_LWT.TIME)", "let f d = T.sleep (Random.float 3.0) >>= fun () -> T.sleep d"),
    ("(T : V1_LWT.TIME)", "let f x = Lwt.pick [ x; (T.sleep 5. >|= fun () -> None) ]"),
    ("", "let rec loop () = OS.Time.sleep 0.1 >>= fun () -> loop ()"),
    # UDP, labels written out and punned.
    (
        UDP,
        "let f u source_port dest_ip dest_port b = U.write ~source_port ~dest_ip ~dest_port u b",
    ),
    (UDP, "let f u x b = U.write ~dest_ip:x ~dest_port:53 u b >>= fun () -> Lwt.return 1"),
    (
        STACK,
        "let f s = S.listen_udpv4 s ~port:53 (fun ~src ~dst ~src_port b -> ignore dst;"
        " S.UDPV4.write ~source_port:53 ~dest_ip:src ~dest_port:src_port (S.udpv4 s) b)",
    ),
    # Listening.
    (
        STACK,
        "let f s = S.listen_tcpv4 s ~port:80 (fun t -> let dst, port = S.TCPV4.get_dest t in"
        " ignore (dst, port); S.TCPV4.read t >>= function `Ok b -> (S.TCPV4.write t b >>= function"
        " `Ok () -> S.TCPV4.close t | `Eof | `Error _ -> Lwt.return_unit) | `Error _ | `Eof ->"
        " S.TCPV4.close t); S.listen s",
    ),
]


def _text(parameters: str, body: str) -> str:
    if not parameters:
        return f"open Lwt.Infix\n{body}\n"
    return functor(parameters, f"  {body}\n")


@pytest.mark.parametrize(("parameters", "body"), IDIOMS)
def test_an_idiom(compiler: Compiler, parameters: str, body: str) -> None:
    before = _text(parameters, body.replace("-> f t |", "-> T.close t |"))
    assert _errors(compiler, OLD, before) == []
    result = ported(before)
    assert _errors(compiler, NEW, result) == []
    assert told(result) == []


def _errors(compiler: Compiler, side: str, text: str) -> list[str]:
    """What the compiler says, but for a name that is bound and not used."""
    complaints = compiler.check(side, {"a.ml": text})
    return [c.message for c in complaints if "Warning" not in c.message or "unused-" in c.message]


ON_THE_WAY = [
    # The type of the device has its new name already, and with it goes the word that `log` is old.
    ("(C : Mirage_console_lwt.S)", 'let f c = for i = 1 to 3 do C.log c "x" done; Lwt.return 1'),
    ("(C : Mirage_console_lwt.S)", 'let f c = while c == c do C.log c "x" done; Lwt.return 1'),
    # One field of a record is Mirage 3's already.
    (
        "(B : Mirage_block_lwt.S)",
        "let f b = B.get_info b >|= fun info ->"
        " (info.Mirage_block.sector_size, info.B.size_sectors)",
    ),
]


@pytest.mark.parametrize(("parameters", "body"), ON_THE_WAY)
def test_half_of_an_idiom(compiler: Compiler, parameters: str, body: str) -> None:
    result = ported(_text(parameters, body))
    assert _errors(compiler, NEW, result) == []
    assert told(result) == []


def test_tags_of_ones_own_go_with_the_results_they_meet(compiler: Compiler) -> None:
    body = (
        '  let mine = function 0 -> `Ok 1L | _ -> `Error "x"\n'
        "  let ( >>|= ) m f = m >>= function `Ok x -> f x | `Error _ -> Lwt.fail Not_found\n"
        '  let a k = K.size k "a" >>|= Lwt.return\n'
        "  let b x = Lwt.return (mine x) >>|= Lwt.return\n"
    )
    result = ported(functor(STORE, body))
    assert 'let mine = function 0 -> Ok 1L | _ -> Error "x"' in result
    assert compiler.check(NEW, {"a.ml": result}) == []


def test_a_bind_that_is_used_for_others_too_is_left_and_names_both() -> None:
    body = (
        "  let ( >>|= ) m f = m >>= function `Ok x -> f x | `Error _ -> Lwt.fail Not_found\n"
        '  let a k = K.size k "a" >>|= Lwt.return\n'
        "  let b x = Other.get x >>|= Lwt.return\n"
    )
    text = functor("(K : Mirage_kv_lwt.RO)", body)
    found = told(text)
    assert set(found) == {("kv-ro-size", "manual")}
    assert ported(text) == text


def test_extensions_of_lwt() -> None:
    body = (
        "  let f t = let%lwt r = T.read t in match r with `Ok _ -> 1 | `Eof | `Error _ -> 2\n"
        "  let g t = match%lwt T.read t with `Ok _ -> 1 | `Eof | `Error _ -> 2\n"
    )
    result = ported(functor("(T : Mirage_protocols_lwt.TCP)", body))
    assert result.count("Ok (`Data _) -> 1 | Ok `Eof | Error _ -> 2") == 2


# Nobody has opened Lwt's operators.
BARE = [
    'let f c = C.log c "one"; (C.log c "two"); Lwt.return_unit',
    'let f c t = Lwt.bind t (fun () -> C.log c "one"; C.log_s c "two")',
    'let ( >|= ) m f = Lwt.map f m let f c t = t >|= fun () -> C.log c "one"',
]


@pytest.mark.parametrize("body", BARE)
def test_no_operator_is_used_that_is_not_in_scope(compiler: Compiler, body: str) -> None:
    before = f"module Main {CONSOLE} = struct\n  {body}\nend\n"
    assert compiler.check(OLD, {"a.ml": before}) == []
    result = ported(before)
    assert (">>=" in result) == ("open Lwt.Infix" in result)
    assert compiler.check(NEW, {"a.ml": result}) == []
    assert told(result) == []
