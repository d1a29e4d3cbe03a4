"""From bytes to findings, fixes and a whole port: what holds for every text there is."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.mirage.releases import TARGET
from mirageport.ocaml.source import BOM, UTF8, UTF16, UTF32, Source

from ..packs import unikernel
from ..sizes import NIGHTLY, cases
from .holds import LIMIT, as_fresh_after, counted, free_of_order, ported_once, reference, sound
from .projects import LATER, PROJECTS, TOKENS, Files, damaged

TORN = """open V1_LWT
module Main (C : CONSOLE) (K : KV_RO) = struct
  let read k =
    K.read k "a" 0 (Int64.to_int 4L) >>= fun _ -> return ()

  let start c k =
    try_lwt
      read k
    with _ -> C.log_s c "no"
end
"""

# What a rewriter takes for a whole construct here is what the parser made of a torn one.
TEARS = """m(C :odule Main  V1_LWT.CONSOLE) = struct
  let start c =
    lwt () = C.log_s c "one" in
    C.log_s c "two" >> C.log_s c "three"

  let both f g = try_lwt f () >> g () with Not_found -> raise_lwt Exit
end
"""

# The parser reads on from the first path to the second.
TORN_PATH = """module Main (C : V1_LWT.CONSOLE) (S : V1_LWT.STACKV4) = struct
  module Channels = Channel.Make (S.TCPV4)
  module H = HTTP.Make (Channels)

  let start console stack =
    let cal Uri.path (H.Server.Request.uri request) in
      H.Server.respond_string ~status:`OK ~body:path ()
    in
    let listen flow = H.Server.listen { H.Server.callback; conn_closed } flow in
    listen
end
"""

COMMENTED = """module Main (C : V1_LWT.(* any *)CONSOLE) = struct
  let say c = C.log_s c "one"
end
"""

# Its fix adds lines.
LOOP = """module Main (C : V1_LWT.CONSOLE) = struct
  let start c =
    for_lwt i = 0 to 3 do
      C.log_s c "again"
    done
end
"""


# What is asked stands in a list that the parser cannot read.
LISTED = """open Mirage
let platform = match get_mode () with `Xen -> "xen" | _ -> "unix"
let main = foreign "Unikernel.Main" (console @-> job)
let () =
  add_to_ocamlfind_libraries [ "a-" ^ platform;b"; "c-" ^ platform; "d-" ^ platform ];
  register "e" [ main $ default_console ]
"""


@settings(deadline=None, max_examples=cases(150))
@example({"config.ml": LISTED.encode()}, TARGET)
@example({"unikernel.ml": TEARS.encode()}, TARGET)
@example({"unikernel.ml": TORN_PATH.encode()}, TARGET)
@example({"config.ml": b"(* mirage >= .4.0 & < 4.5.0 *)\nopen Mirage\n"}, LATER)
@given(damaged(), st.sampled_from((TARGET, LATER)))
def test_every_finding_and_every_fix_is_sound(files: Files, target: str) -> None:
    sound(files, target)


@settings(deadline=None, max_examples=cases(150))
@example({"unikernel.ml": TEARS.encode()}, TARGET)
@example({"unikernel.ml": COMMENTED.encode()}, TARGET)
@example({"unikernel.ml": LOOP.replace("\n", "\r\n").encode()}, TARGET)
@given(damaged(), st.sampled_from((TARGET, LATER)))
def test_a_port_ends_once_and_breaks_nothing(files: Files, target: str) -> None:
    ported_once(files, target)


@settings(deadline=None, max_examples=cases(100))
@given(
    st.sampled_from(PROJECTS),
    st.lists(
        st.tuples(st.integers(0, 3000), st.integers(0, 30), st.sampled_from(TOKENS)), max_size=6
    ),
)
def test_what_is_known_after_edits_is_what_a_fresh_start_knows(
    files: Files, edits: list[tuple[int, int, str]]
) -> None:
    name = "unikernel.ml" if "unikernel.ml" in files else min(files)
    as_fresh_after(files, edits, name)


@settings(deadline=None, max_examples=cases(60))
@example({"unikernel.ml": TORN.encode()})
@given(damaged())
def test_a_fix_does_not_depend_on_what_was_asked_before(files: Files) -> None:
    free_of_order(files)


@settings(deadline=None, max_examples=cases(200))
@given(damaged())
def test_what_cannot_be_read_is_counted_without_a_copy(files: Files) -> None:
    counted(files)


@settings(deadline=None, max_examples=cases(200))
@given(
    st.text(st.sampled_from("a é\U0001f42b\r\n\t\u2028\x85\x0c"), max_size=30),
    st.booleans(),
    st.sampled_from([UTF8, UTF16, UTF32]),
)
def test_positions_are_those_of_a_reference(text: str, mark: bool, encoding: str) -> None:
    """Only LF and CRLF end a line: a CR alone, and what Unicode calls a line end, do not, as for
    the OCaml compiler."""
    data = (BOM if mark else b"") + text.encode()
    source = Source(data)
    at = len(BOM) if mark else 0
    for char in text:
        place = source.position(at, encoding)
        assert place == reference(data, at, encoding)
        inside_an_ending = char == "\n" and data[at - 1 : at] == b"\r"
        assert inside_an_ending or source.offset(*place, encoding) == at
        at += len(char.encode())


# -- large ones --------------------------------------------------------------------------------

HEAD = "open Lwt\nmodule Main (C : V1_LWT.CONSOLE) (N : V1_LWT.NETWORK) = struct\n"
BODY = '  let start c n = C.log_s c "x" >>= fun () -> N.write n b >>= fun () -> return ()\n'
DEEP = 10_000 if NIGHTLY else 2_000
MANY = 100_000 if NIGHTLY else 5_000
IGNORED = 3_000 if NIGHTLY else 500
LARGE = {
    "parentheses": "  let deep = " + "(" * 10_000 + "1" + ")" * 10_000 + "\n",
    "open parentheses": "  let deep = " + "(" * 10_000 + "\n",
    "modules": "module A = struct " * DEEP + "end " * DEEP + "\n",
    "arms": "  let f = function\n" + "".join(f"    | {n} -> {n}\n" for n in range(MANY)),
    "cyclic aliases": "module A = B\nmodule B = A\nmodule C = C\nmodule rec D : T = D\n"
    "module type T = T\nmodule F = F (F)\n",
    "cyclic applications": "module F (X : T) = struct module G = F (X) include F (G) end\n"
    "module H = F (H)\nmodule rec R : sig include T end = F (R)\n",
    "one line": "  let x = [ " + '"aaaaaaaa"; ' * (2 * MANY) + "]\n",
    "calls in one line": "  let x c = [ " + 'C.log_s c "y"; ' * (MANY // 20) + "]\n",
    "comments that ignore": "(* mirageport: ignore clock *)\n" * IGNORED
    + "(* mirageport: ignore clock *)" * IGNORED
    + "\n",
    "merge markers": "<<<<<<< ours\n" + BODY + "=======\n" + BODY * 200 + ">>>>>>> theirs\n",
    "camlp4": 100
    * '  let f c = lwt () = C.log_s c "a" in try_lwt C.log_s c "b" with _ -> g () >> h ()\n',
}
LARGE_LIMIT = 600.0 if NIGHTLY else 20.0
"""Seconds of the processor, five times what this takes on two slow cores: what grows without bounds
takes years."""


@pytest.mark.parametrize("name", LARGE)
@pytest.mark.parametrize("inside", [True, False])
def test_large_texts_take_bounded_work(name: str, inside: bool) -> None:
    text = HEAD + LARGE[name] + BODY + "end\n" if inside else LARGE[name] + HEAD + BODY + "end\n"
    start = time.process_time()
    project = unikernel({"unikernel.ml": text.encode(), "config.ml": b"open Mirage\n"})
    ported = port(project, WITH_REVIEW)
    assert port(ported.project, WITH_REVIEW).files == {}
    assert time.process_time() - start < LARGE_LIMIT


CALLS = "".join(f"let f{n} () = f{n - 1} () + f{n - 1} () + f{n - 1} ()\n" for n in range(1, 40))
CONFIGS = {
    "a value made of itself": """
let rec f x = f x and g x = h x and h x = g x
let rec s = match s with | 1 -> f (g s) | _ -> f s
let rec main = foreign ~packages:main ~libraries:(main main) "Unikernel.Main" main
let rec a = main $ a $ b and b = a $ main
let () = register "a" a; register "b" [a $ a; b]
""",
    "functions of functions": f"""
let f0 () = 1
{CALLS}let s = match x with | 1 -> f39 () | _ -> f39 ()
""",
    "a thousand names": "let d0 = tap0\n"
    + "".join(f"let d{n} = d{n - 1}\n" for n in range(1, 1000))
    + 'let () = register "a" [foreign "Unikernel.Main" (network @-> job) $ d999]\n',
}


@pytest.mark.parametrize("name", CONFIGS)
def test_a_configuration_that_goes_round_takes_bounded_work(name: str) -> None:
    start = time.process_time()
    text = "open Mirage\n" + CONFIGS[name]
    ported_once({"config.ml": text.encode(), "unikernel.ml": f"{HEAD}{BODY}end\n".encode()})
    assert time.process_time() - start < LIMIT
