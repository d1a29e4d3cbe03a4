"""Results: which tags are Mirage's, what is left to the person, and what the rewrite looks like."""

from __future__ import annotations

import pytest

from mirageport.code_actions.plan import WITH_REVIEW, port

from ..interfaces.compiler import NEW, Compiler
from ..packs import unikernel, words
from ..porting.small import findings, functor, ported, told

FLOW = "(T : Mirage_flow_lwt.S)"
KV = "(K : Mirage_kv_lwt.RO)"


def _manual(body: str, parameters: str = FLOW) -> str:
    """The message of the one kind of manual finding of a functor's body."""
    found = findings(functor(parameters, body))
    assert {finding.applicability for finding in found} == {"manual"}
    return found[0].message


def test_a_handler_shared_with_something_unknown() -> None:
    message = _manual(
        "  let h = function `Ok _ -> 1 | `Eof -> 0 | `Error _ -> 2\n"
        "  let a f = T.read f >|= h\n  let b () = Other.read () >|= h\n"
    )
    assert "`Other.read`" in message


def test_a_handler_of_results_that_are_no_longer_alike() -> None:
    message = _manual(
        "  let h = function `Ok _ -> 1 | `Eof -> 0 | `Error e -> why e\n"
        "  let a f = T.read f >|= h\n  let b f x = T.write f x >|= h\n"
    )
    assert "`FLOW.read`, `FLOW.write`" in message


def test_the_calls_that_feed_such_a_handler_are_marked_too() -> None:
    body = (
        "  let h = function `Ok _ -> 1 | `Eof -> 0 | `Error e -> why e\n"
        "  let a f = T.read f >|= h\n  let b f x = T.write f x >|= fun r -> h r\n"
    )
    text = functor(FLOW, body)
    fed = [f for f in findings(text) if "does not take" in f.message]
    assert [(text[f.start : f.end], f.rule) for f in fed] == [("h", "flow-read")]


@pytest.mark.parametrize(
    ("handler", "uses"),
    [
        (
            "  let h = function `Ok x -> Lwt.return x | `Eof | `Error _ -> Lwt.fail Exit\n",
            "  let a f = T.read f >>= h\n  let b f x = T.write f x >>= h\n",
        ),
        (
            "  let h what r = match r with\n"
            "    | `Ok x -> Lwt.return x\n    | `Eof -> Lwt.fail_with what\n"
            "    | `Error _why -> Lwt.fail Exit\n",
            '  let a f = T.read f >>= fun r -> h "read" r\n'
            '  let b f x = T.writev f [ x ] >>= fun r -> h "" r\n',
        ),
        (
            "  let ( >>>= ) m f = m >>= function\n"
            "    | `Ok x -> f x\n    | `Eof | `Error _ -> Lwt.return_unit\n",
            "  let a f = T.read f >>>= fun x ->\n    T.write f x >>>= fun () -> T.close f\n",
        ),
        (
            "  let h = function `Ok x -> Some x | `Eof | `Error _ -> None\n",
            "  let a f = T.read f >|= h\n  let b f x = T.write f x >|= h\n",
        ),
    ],
)
def test_a_handler_that_looks_at_no_error_takes_what_is_read_and_written(
    compiler: Compiler, handler: str, uses: str
) -> None:
    result = ported(functor(FLOW, handler + uses))
    assert compiler.check(NEW, {"a.ml": result}) == []
    assert told(result) == []
    assert "Error `Closed -> Ok `Eof" in result


def test_what_a_handler_is_given_without_an_operator_is_left_to_the_person() -> None:
    body = (
        "  let h = function `Ok _ -> 1 | `Eof -> 0 | `Error _ -> 2\n"
        "  let a f = T.read f >|= h\n  let b f x = Lwt.map h (T.write f x)\n"
    )
    assert "`Closed" not in ported(functor(FLOW, body))


def test_a_tag_of_the_persons_own_among_them() -> None:
    message = _manual(
        "  let a f = (if f then Lwt.return `Later else T.read f) >|= function\n"
        "    | `Ok _ | `Eof | `Error _ -> 1 | `Later -> 2\n"
    )
    assert "`Later" in message


def test_a_result_passed_on_as_an_error() -> None:
    body = '  let a k = K.size k "x" >|= function `Ok n -> n | `Error (`Unknown _) -> 0L\n'
    assert {kind for _rule, kind in told(functor(KV, body))} <= {"manual", "safe", "review"}


def test_an_error_constructor_that_has_gone() -> None:
    body = (
        "  let a t x = T.create_connection t x >|= function\n"
        "    | `Ok _ -> 1 | `Error (`Unknown _) -> 2 | `Error _ -> 3\n"
    )
    found = findings(functor("(T : Mirage_protocols_lwt.TCP)", body))
    gone = [finding for finding in found if finding.rule == "tcp-error"]
    assert [finding.applicability for finding in gone] == ["review"]
    assert '"`Unknown"' in gone[0].message


def test_a_declared_type_changes_with_its_tags() -> None:
    text = functor(
        KV,
        "  type r = [ `Ok of int64 | `Error of K.error ]\n"
        '  let a k : r Lwt.t = K.size k "x"\n'
        "  let b k = a k >|= function `Ok n -> n | `Error _ -> 0L\n",
    )
    assert ported(text) == functor(
        KV,
        "  type r = (int64, K.error) result\n"
        '  let a k : r Lwt.t = K.size k "x"\n'
        "  let b k = a k >|= function Ok n -> n | Error _ -> 0L\n",
    )


HIDES_RESULT = [
    ("", "result"),
    ("open Lwt\n", "Result.result"),
    ("type result = int\n", "Result.result"),
    ("module Own = struct type result = A end\nopen Own\n", "Result.result"),
    ("open Rresult\n", "result"),
]


@pytest.mark.parametrize(("head", "name"), HIDES_RESULT)
def test_a_declared_type_names_result_where_another_type_has_its_name(
    compiler: Compiler, head: str, name: str
) -> None:
    body = '  let size k : [ `Ok of int64 | `Error of K.error ] Lwt.t = K.size k "x"\n'
    result = ported(head + functor(KV, body))
    assert f"(int64, K.error) {name} Lwt.t" in result
    assert compiler.check(NEW, {"a.ml": result}) == []


def test_a_declared_type_of_a_read() -> None:
    text = functor(
        FLOW,
        "  let a f : [ `Ok of Cstruct.t | `Eof | `Error of T.error ] Lwt.t = T.read f\n",
    )
    assert "([ `Data of Cstruct.t | `Eof ], T.error) result Lwt.t" in ported(text)


def test_tags_the_person_makes_join_the_read() -> None:
    text = functor(
        FLOW,
        "  let a f = Lwt.pick [ T.read f; Lwt.return `Eof ] >|= function\n"
        "    | `Ok data -> Some data | `Eof | `Error _ -> None\n"
        "  let b f data = Lwt.pick [ T.read f; Lwt.return (`Ok data) ] >|= function\n"
        "    | `Ok data -> Some data | _ -> None\n",
    )
    assert words(ported(text)) == words(
        functor(
            FLOW,
            "  let a f = Lwt.pick [ T.read f; Lwt.return (Ok `Eof) ] >|= function\n"
            "    | Ok (`Data data) -> Some data | Ok `Eof | Error _ -> None\n"
            "  let b f data = Lwt.pick [ T.read f; Lwt.return (Ok (`Data data)) ] >|= function\n"
            "    | Ok (`Data data) -> Some data | _ -> None\n",
        )
    )


def test_a_tag_inside_another_pattern() -> None:
    text = functor(
        FLOW,
        "  let a f = T.read f >|= fun r -> match Some r with\n"
        "    | Some (`Ok _) -> 1 | Some `Eof -> 2 | Some (`Error _) -> 3 | None -> 4\n",
    )
    assert "Some (Ok (`Data _)) -> 1 | Some (Ok `Eof) -> 2 | Some (Error _)" in words(ported(text))


WRITES = [
    # The arm for a closed peer moves before the one that would take its place.
    (
        "    | `Ok () -> 1\n    | `Error _ -> 2\n    | `Eof -> 3\n",
        "    | Ok () -> 1\n    | Error `Closed -> 3\n    | Error _ -> 2\n",
    ),
    # So does an arm that ends in arms of its own, in parentheses.
    (
        "    | `Error _ -> 2\n    | `Ok () -> 1\n    | `Eof -> match f with 1 -> 3 | _ -> 4\n",
        "    | Error `Closed -> (match f with 1 -> 3 | _ -> 4)\n    | Error _ -> 2\n"
        "    | Ok () -> 1\n",
    ),
    ("    | `Ok () -> 1\n    | `Error _ | `Eof -> 2\n", "    | Ok () -> 1\n    | Error _ -> 2\n"),
    (
        "    | `Eof -> 3\n    | `Ok () -> 1\n    | `Error _ -> 2\n",
        "    | Error `Closed -> 3\n    | Ok () -> 1\n    | Error _ -> 2\n",
    ),
]


@pytest.mark.parametrize(("old", "new"), WRITES)
def test_the_arms_of_a_write(old: str, new: str) -> None:
    head = "  let a g x f = T.write g x >|= function\n"
    assert ported(functor(FLOW, head + old)) == functor(FLOW, head + new)


def test_a_first_arm_without_a_bar() -> None:
    head = "  let a g x = T.write g x >|= function "
    text = functor(FLOW, head + "`Error _ -> 2 | `Eof -> 3 | `Ok () -> 1\n")
    assert words(ported(text)) == words(
        functor(FLOW, head + "Error `Closed -> 3 | Error _ -> 2 | Ok () -> 1\n")
    )


def test_a_key_that_is_looked_at() -> None:
    text = functor(
        KV,
        '  let a k = K.size k "x" >|= function `Error (K.Unknown_key s) -> s | `Ok _ -> ""\n'
        '  let b k = K.size k "x" >>= function\n'
        '    | `Ok _ -> Lwt.return ""\n'
        '    | `Error (K.Unknown_key s) -> match s with "" -> Lwt.return s | _ -> Lwt.return s\n'
        '  let c k = K.size k "x" >|= function `Error (K.Unknown_key s) -> s | _ -> ""\n',
    )
    result = ported(text)
    fail = 'Error e -> failwith (Format.asprintf "%a" K.pp_error e)'
    assert f"Error (`Unknown_key s) -> s\n  | {fail} | Ok _" in result
    assert "(match s with" in result
    assert result.count("Error e ->") == 2


def test_timeouts_of_a_query() -> None:
    text = functor(
        "(A : Mirage_protocols_lwt.ARP)",
        "  let a t ip = Lwt.pick [ A.query t ip; Lwt.return `Timeout ] >|= function\n"
        "    | `Ok _ -> 1 | `Timeout -> 2\n",
    )
    assert "Lwt.return (Error `Timeout)" in ported(text)
    assert "| Ok _ -> 1 | Error _ -> 2" in ported(text)


def test_the_printer_of_a_message_passed_on() -> None:
    text = functor(
        FLOW,
        "  let a es = List.map T.error_message es\n  let b e = Lwt.return (T.error_message e)\n",
    )
    assert 'List.map (Format.asprintf "%a" T.pp_error) es' in ported(text)


def test_the_printer_follows_a_match_on_a_name() -> None:
    text = functor(
        FLOW,
        "  let a f x = T.write f x >>= fun r -> match r with\n"
        '    | `Error e -> Lwt.return (T.error_message e) | _ -> Lwt.return ""\n'
        '  let b r = match r with Some e -> T.error_message e | None -> ""\n',
    )
    assert "T.pp_write_error e" in ported(text)
    assert 'Format.asprintf "%a" T.pp_error e' in ported(text)


def test_other_types_with_the_same_tags_stay() -> None:
    text = functor(
        FLOW,
        "  let own = function `Ok x -> x | `Eof -> 0\n"
        "  let a = own (`Ok 1)\n"
        "  let b s = Decoder.run s >|= function `Ok x -> x | `Error _ -> 0\n",
    )
    assert told(text) == []


STORE = [
    ("match e with K.Unknown_key s -> s", "match e with `Unknown_key s -> s | e -> failwith"),
    ("match e with K.Unknown_key _ -> 1", "match e with _ -> 1"),
    ('match e with K.Unknown_key s -> s | _ -> ""', "match e with `Unknown_key s -> s | _ ->"),
    ('match Error e with Ok () -> "" | Error (K.Unknown_key s) -> s', "Error e -> failwith"),
]


@pytest.mark.parametrize(("old", "new"), STORE)
def test_the_one_error_of_a_store(compiler: Compiler, old: str, new: str) -> None:
    before = functor("(K : V1_LWT.KV_RO)", f"  let a (e : K.error) = {old}\n")
    result = ported(before)
    assert new in " ".join(result.split())
    assert compiler.check(NEW, {"a.ml": result}) == []


def test_the_one_error_of_a_store_made_by_hand() -> None:
    body = '  let a = K.Unknown_key "x"\n  let b (K.Unknown_key s) = s\n'
    assert told(functor(KV, body)) == [("kv-ro-unknown-key", "manual")] * 2


def test_the_one_error_is_told_with_its_result() -> None:
    body = '  let a k = K.size k "x" >|= function `Ok _ -> "" | `Error (K.Unknown_key s) -> s\n'
    assert {rule for rule, _ in told(functor(KV, body))} == {"kv-ro-size"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("type t = Error of int", "Result.Error _ -> 0 | Ok ()"),
        ("type t = Ok | Error", "Result.Error _ -> 0 | Result.Ok ()"),
        ("type ('a, 'b) t = ('a, 'b) result = Ok of 'a | Error of 'b", "Error _ -> 0 | Ok ()"),
        ("module M = struct type t = Error end", "Error _ -> 0 | Ok ()"),
        ("module M = struct type t = Error end\n  open M", "Result.Error _ -> 0 | Ok ()"),
        ("exception Error", "Result.Error _ -> 0 | Ok ()"),
        (
            "exception Ok of int\n  exception Error = Not_found",
            "Result.Error _ -> 0 | Result.Ok ()",
        ),
        ("module M = struct exception Error of int end\n  open M", "Result.Error _ -> 0 | Ok ()"),
        ("module M = struct exception Error of int end", "Error _ -> 0 | Ok ()"),
        # These are those of `result` itself.
        ("open Result", "Error _ -> 0 | Ok ()"),
        ("open Rresult", "Error _ -> 0 | Ok ()"),
        ("module R = Result\n  open R", "Error _ -> 0 | Ok ()"),
        ("open Result\n  exception Error", "Result.Error _ -> 0 | Ok ()"),
    ],
)
def test_a_constructor_that_another_hides_is_named_by_its_module(
    compiler: Compiler, before: str, after: str
) -> None:
    body = (
        f"  {before}\n"
        "  let f disk = Lwt.map (function `Error _ -> 0 | `Ok () -> 1) (B.read disk 0L [])\n"
    )
    text = ported(functor("(B : Mirage_block_lwt.S)", body))
    assert f"(function {after} -> 1)" in text
    assert compiler.check(NEW, {"unikernel.ml": text}) == []


@pytest.mark.parametrize("faults", ["exception Error of string\n", "type t = Fine | Error\n"])
def test_a_constructor_of_another_file_that_is_opened_hides_one(
    compiler: Compiler, faults: str
) -> None:
    text = (
        "open Lwt.Infix\nopen Faults\nmodule Main (N : V1_LWT.NETWORK) (T : V1_LWT.TCP) = struct\n"
        "  let send n p = N.write n p >>= fun () -> Lwt.return 1\n"
        "  let sends n p = Lwt.join [ N.write n p ]\n"
        "  let f t = T.read t >|= function `Error _ -> 1 | `Eof -> 2 | `Ok _ -> 3\n"
        "end\n"
    )
    files = {"faults.ml": faults.encode(), "unikernel.ml": text.encode()}
    result = port(unikernel(files), WITH_REVIEW).project.source("unikernel.ml").data.decode()
    assert result.count("Result.Error") == 3
    assert "function Result.Error _ -> 1 | Ok `Eof -> 2 | Ok (`Data _) -> 3" in result
    assert compiler.check(NEW, {"faults.ml": faults, "unikernel.ml": result}) == []


def test_what_reads_a_channel_names_the_module_of_a_hidden_constructor(compiler: Compiler) -> None:
    text = (
        "open Lwt.Infix\nexception Error\nmodule Main (F : V1_LWT.FLOW) = struct\n"
        "  module Ch = Channel.Make (F)\n"
        "  let f c = Ch.read_some c >>= fun b -> Lwt.return (Cstruct.len b)\n"
        "  let g c = Lwt.catch (fun () -> Ch.read_some c) Lwt.fail\nend\n"
    )
    result = ported(text)
    assert result.count("| Result.Error err") == 2
    assert compiler.check(NEW, {"a.ml": result}) == []


def test_a_write_taken_for_unit(compiler: Compiler) -> None:
    body = "  let f t b = T.write t b >>= fun () -> T.close t\n"
    text = functor("(T : V1_LWT.TCP)", body)
    assert ("flow-write", "review") in told(text)
    result = ported(text)
    assert compiler.check(NEW, {"a.ml": result}) == []
    assert told(result) == []


def test_a_tag_of_ones_own_is_not_said_to_go() -> None:
    text = functor(
        "(F : V1_LWT.FLOW)",
        "  let write_to f b t = Lwt.pick [\n"
        "    (F.write f b >|= function `Ok () | `Error _ | `Eof as r -> r);\n"
        "    (t >|= fun () -> `Late) ]\n",
    )
    found = [f for f in findings(text) if f.rule == "flow-write"]
    said = {text[f.start : f.end]: f.message for f in found}
    assert set(said) == {"`Ok", "`Error", "`Eof", "`Late"}
    assert all("has to be replaced" in said[tag] for tag in ("`Ok", "`Error", "`Eof"))
    assert "is a tag of your own" in said["`Late"]
    assert "has to be replaced" not in said["`Late"]
