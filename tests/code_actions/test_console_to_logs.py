"""A console gives way to `Logs` over unikernel.ml and config.ml, or nothing is offered at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mirageport.code_actions.fixes import fixes
from mirageport.code_actions.plan import WITH_REVIEW, changed, port
from mirageport.diagnostics.engine import check

from ..interfaces.compiler import NEW
from ..packs import unikernel, words

if TYPE_CHECKING:
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project

    from ..interfaces.compiler import Compiler

RULE = "console-to-logs"

CONFIG = """open Mirage
let main = foreign "Unikernel.Main" (console @-> stackv4 @-> job)
let stack = generic_stackv4 default_network
let () = register "mill" [ main $ default_console $ stack ]
"""

CONFIG_AFTER = """open Mirage
let main = foreign "Unikernel.Main" (stackv4 @-> job)
let stack = generic_stackv4 default_network
let () = register "mill" [ main $ stack ]
"""


def _functor(body: str, *, before: str = "", console: str = "C : Mirage_console_lwt.S") -> str:
    """A unikernel around the definitions of its functor."""
    console = f"({console}) " if console else ""
    stack = "Mirage_stack_lwt.V4"
    return f"open Lwt.Infix\n{before}module Main {console}(S : {stack}) = struct\n{body}end\n"


def _project(text: str, config: str = CONFIG, **others: str) -> Project:
    files = {"unikernel.ml": text, "config.ml": config}
    files |= {name.replace("_", "."): other for name, other in others.items()}
    return unikernel({name: content.encode() for name, content in files.items()})


def _offers(project: Project) -> list[Finding]:
    return [
        finding
        for name in project.names
        for finding in check(project, name).findings
        if finding.rule == RULE
    ]


def _texts(project: Project) -> dict[str, str]:
    return {name: project.source(name).data.decode() for name in project.names}


def _taken(project: Project) -> Project:
    """The project after the one suggestion for it, which leaves nothing to suggest."""
    (offer,) = _offers(project)
    assert (offer.applicability, offer.severity) == ("suggestion", "hint")
    (fix,) = fixes(project, offer)
    assert {edit.file for edit in fix.edits} == {"unikernel.ml", "config.ml"}
    after = changed(project, fix.edits)
    assert _offers(after) == []
    return after


def _logged(unikernel: str, compiler: Compiler, config: str = CONFIG) -> dict[str, str]:
    """Both texts after the suggestion, which the compiler accepts."""
    texts = _texts(_taken(_project(unikernel, config)))
    assert compiler.check(NEW, texts) == []
    return texts


# -- where a line may stand --------------------------------------------------------------------

NOTE = 'Logs.info (fun f -> f "up")'

PLACES = [
    ("sequence", 'C.log c "up" >>= fun () -> S.listen s', f"{NOTE}; S.listen s"),
    ("ignored", 'C.log c "up" >>= fun _ -> S.listen s', f"{NOTE}; S.listen s"),
    ("parentheses", '(C.log c "up") >>= (fun () -> S.listen s)', f"{NOTE}; S.listen s"),
    (
        "annotated",
        'C.log c "up" >>= fun (() : unit) -> S.listen s',
        f"({NOTE}; Lwt.return_unit) >>= fun (() : unit) -> S.listen s",
    ),
    (
        "mapped",
        'C.log c "up" >|= fun () -> ignore s',
        f"({NOTE}; Lwt.return_unit) >|= fun () -> ignore s",
    ),
    (
        "last",
        'S.listen s >>= fun () -> C.log c "up"',
        f"S.listen s >>= fun () -> {NOTE}; Lwt.return_unit",
    ),
    (
        "branches",
        'if true then C.log c "up" else C.log c "up" >>= fun () -> S.listen s',
        f"if true then ({NOTE}; Lwt.return_unit) else ({NOTE}; S.listen s)",
    ),
    (
        "branch of two",
        'if true then C.log c "up" >>= fun () -> C.log c "up" else S.listen s',
        f"if true then ({NOTE}; {NOTE}; Lwt.return_unit) else S.listen s",
    ),
    (
        "list",
        'Lwt.join [ C.log c "up"; S.listen s ]',
        f"Lwt.join [ ({NOTE}; Lwt.return_unit); S.listen s ]",
    ),
    (
        "argument",
        'Lwt.join [ S.listen s ] >>= fun () -> Lwt.map ignore (C.log c "up")',
        f"Lwt.join [ S.listen s ] >>= fun () -> Lwt.map ignore ({NOTE}; Lwt.return_unit)",
    ),
    (
        "operand",
        'S.listen s <&> C.log c "up"',
        f"S.listen s <&> ({NOTE}; Lwt.return_unit)",
    ),
    (
        "callback",
        'Lwt.async (fun () -> C.log c "up"); S.listen s',
        f"{NOTE}; S.listen s",
    ),
    (
        "bound",
        'let said = C.log c "up" in said >>= fun () -> S.listen s',
        f"let said = {NOTE}; Lwt.return_unit in said >>= fun () -> S.listen s",
    ),
    (
        "arms",
        'S.listen s >>= function () when true -> C.log c "up" | () -> S.listen s',
        f"S.listen s >>= function () when true -> {NOTE}; Lwt.return_unit | () -> S.listen s",
    ),
    (
        "last of a sequence",
        'Lwt.async (fun () -> S.listen s); C.log c "up"',
        f"Lwt.async (fun () -> S.listen s); {NOTE}; Lwt.return_unit",
    ),
    (
        "last of a sequence in a loop",
        'for _ = 1 to 3 do print_newline (); ignore @@ C.log c "up" done; S.listen s',
        f"for _ = 1 to 3 do print_newline (); ignore @@ ({NOTE}; Lwt.return_unit) done; S.listen s",
    ),
    (
        "three in a row",
        'C.log c "up" >>= fun () ->\n    C.log c "up" >>= fun () ->\n'
        "    (* at last *)\n    S.listen s",
        f"{NOTE};\n    {NOTE};\n    (* at last *)\n    S.listen s",
    ),
    (
        "thrown away",
        'ignore (C.log c "up"); S.listen s',
        f"ignore ({NOTE}; Lwt.return_unit); S.listen s",
    ),
]


@pytest.mark.parametrize(
    ("before", "after"), [row[1:] for row in PLACES], ids=[p[0] for p in PLACES]
)
def test_a_line_fits_its_place(compiler: Compiler, before: str, after: str) -> None:
    given = _functor(f"  let start c s =\n    {before}\n")
    wanted = _functor(f"  let start s =\n    {after}\n", console="")
    assert _logged(given, compiler) == {"unikernel.ml": wanted, "config.ml": CONFIG_AFTER}


OLD_PLACES = [
    ("sequence", 'C.log c "up"; S.listen s', f"{NOTE}; S.listen s"),
    ("mapped", 'S.listen s >|= fun () -> C.log c "up"', f"S.listen s >|= fun () -> {NOTE}"),
    (
        "returned",
        'S.listen s >>= fun () -> Lwt.return (C.log c "up")',
        f"S.listen s >>= fun () -> Lwt.return ({NOTE})",
    ),
    ("branch", 'if true then C.log c "up"; S.listen s', f"if true then {NOTE}; S.listen s"),
    (
        "each",
        "List.iter (fun l -> C.log c l) []; S.listen s",
        'List.iter (fun l -> Logs.info (fun f -> f "%s" l)) []; S.listen s',
    ),
    ("bound", 'let () = C.log c "up" in S.listen s', f"let () = {NOTE} in S.listen s"),
    ("promise", 'C.log_s c "up" >>= fun () -> S.listen s', f"{NOTE}; S.listen s"),
    (
        "promise last",
        'S.listen s >>= fun () -> C.log_s c "up"',
        f"S.listen s >>= fun () -> {NOTE}; Lwt.return_unit",
    ),
]


@pytest.mark.parametrize(
    ("before", "after"), [row[1:] for row in OLD_PLACES], ids=[p[0] for p in OLD_PLACES]
)
def test_a_console_of_mirage_2_need_not_be_ported_first(
    compiler: Compiler, before: str, after: str
) -> None:
    given = _functor(f"  let start c s =\n    {before}\n", console="C : V1_LWT.CONSOLE")
    wanted = _functor(f"  let start s =\n    {after}\n", console="")
    assert _logged(given, compiler) == {"unikernel.ml": wanted, "config.ml": CONFIG_AFTER}


@pytest.mark.parametrize("call", ["C.log_s", "C.log"])
def test_a_statement_half_way_between_the_versions(compiler: Compiler, call: str) -> None:
    given = _functor(f'  let start c s =\n    {call} c "up";\n    S.listen s\n')
    wanted = _functor(f"  let start s =\n    {NOTE};\n    S.listen s\n", console="")
    assert _logged(given, compiler)["unikernel.ml"] == wanted


# -- what a line says --------------------------------------------------------------------------

COLOURS = """open Printf
let red fmt = sprintf ("\\027[1;31m" ^^ fmt ^^ "\\027[m")
let marked fmt = sprintf ("mill: " ^^ fmt)
"""

MESSAGES = [
    ("literal", '"up"', 'f "up"'),
    ("percent", '"100%"', 'f "%s" "100%"'),
    ("at sign", '"miller@[::1]"', 'f "%s" "miller@[::1]"'),
    ("quoted", "{|up|}", 'f "%s" {|up|}'),
    ("joined", '("up " ^ name)', 'f "%s" ("up " ^ name)'),
    ("name", "name", 'f "%s" name'),
    ("sprintf", '(sprintf "%s %d" name 1)', 'f "%s %d" name 1'),
    ("Printf.sprintf", '(Printf.sprintf "%s" name)', 'f "%s" name'),
    ("begin", 'begin sprintf "%s" name end', 'f "%s" name'),
    ("colour", '(red "%s" (* who *) name)', 'f "%s" (* who *) name'),
    ("more than a colour", '(marked "%s" name)', 'f "%s" (marked "%s" name)'),
    ("sprintf at", '(sprintf "%s@." name)', 'f "%s" (sprintf "%s@." name)'),
    ("string printer", '(sprintf "%a" str name)', 'f "%s" (sprintf "%a" str name)'),
    ("coloured printer", '(red "%-3a%%" str name)', 'f "%s" (red "%-3a%%" str name)'),
    ("formatter", '(Format.asprintf "%a@." pp name)', 'f "%a@." pp name'),
    ("no literal", "(sprintf form name)", 'f "%s" (sprintf form name)'),
    ("own f", "(f name)", 'm "%s" (f name)'),
    ("own f and m", '(sprintf "%s %s" (f name) (m name))', 'log "%s %s" (f name) (m name)'),
    (
        "own sprintf",
        '(let sprintf a b = a ^ b in sprintf "%s" name)',
        'f "%s" (let sprintf a b = a ^ b in sprintf "%s" name)',
    ),
]

AROUND = """  let name = "mill"
  let f name = name
  let m name = name
  let form : (string -> string, unit, string) format = "%s"
  let str () name = name
  let pp ppf name = Format.pp_print_string ppf name
"""


@pytest.mark.parametrize(
    ("before", "after"), [row[1:] for row in MESSAGES], ids=[m[0] for m in MESSAGES]
)
def test_a_message_becomes_a_format(compiler: Compiler, before: str, after: str) -> None:
    line = f"  let start c s =\n    C.log c {before} >>= fun () ->\n    S.listen s\n"
    texts = _logged(_functor(AROUND + line, before=COLOURS), compiler)
    name = after.split(" ", 1)[0]
    assert f"Logs.info (fun {name} -> {after});\n    S.listen s\n" in texts["unikernel.ml"]


def test_lines_about_errors_are_warnings(compiler: Compiler) -> None:
    body = """  module T = S.TCPV4
  let hear c flow =
    T.read flow >>= function
    | Ok _ -> C.log c "heard"
    | Error _ -> C.log c "lost"
  let start c s =
    S.listen_tcpv4 s ~port:7 (fun flow -> hear c flow);
    S.listen s
"""
    text = _logged(_functor(body), compiler)["unikernel.ml"]
    assert '| Ok _ -> Logs.info (fun f -> f "heard")' in text
    assert '| Error _ -> Logs.warn (fun f -> f "lost")' in text


# -- what goes with the console ----------------------------------------------------------------


def test_colours_and_printf_go_when_nothing_needs_them(compiler: Compiler) -> None:
    before = """open Printf

let red fmt = sprintf ("\\027[31m" ^^ fmt ^^ "\\027[m")
let blue fmt = Printf.sprintf ("\\x1b[1;34m" ^^ fmt ^^ "\\x1b[0m")

"""
    line = '  let start c s =\n    C.log c (red "%d" 1) >>= fun () -> S.listen s\n'
    after = '  let start s =\n    Logs.info (fun f -> f "%d" 1); S.listen s\n'
    texts = _logged(_functor(line, before=before), compiler)
    assert texts["unikernel.ml"] == _functor(after, before="\n", console="")


@pytest.mark.parametrize(
    "message",
    [
        '("a " ^ red "%d" 1)',
        '(red "%a" (fun () n -> string_of_int n) 1)',
    ],
)
def test_colours_stay_where_a_line_still_needs_them(compiler: Compiler, message: str) -> None:
    before = 'open Printf\nlet red fmt = sprintf ("\\027[31m" ^^ fmt ^^ "\\027[m")\n'
    line = f"  let start c s =\n    C.log c {message} >>= fun () -> S.listen s\n"
    texts = _logged(_functor(line, before=before), compiler)
    assert texts["unikernel.ml"].startswith(f"open Lwt.Infix\n{before}")


@pytest.mark.parametrize(
    "colour",
    [
        'let red fmt = sprintf ("!" ^^ fmt)',
        'let red fmt = sprintf ("\\027[31m" ^^ fmt ^^ "%!")',
        'let red fmt = sprintf ("\\027[31" ^^ fmt)',
        'let red fmt = print_string "red"; sprintf fmt',
        'let dim fmt = sprintf fmt\nlet red fmt = dim ("\\027[31m" ^^ fmt)',
        'let sprintf fmt = Printf.sprintf fmt\nlet red fmt = sprintf ("\\027[31m" ^^ fmt)',
    ],
)
def test_what_does_more_than_colour_stays(compiler: Compiler, colour: str) -> None:
    line = '  let start c s =\n    C.log c (red "%s" "a") >>= fun () -> S.listen s\n'
    texts = _logged(_functor(line, before=f"open Printf\n{colour}\n"), compiler)
    assert f"open Printf\n{colour}\n" in texts["unikernel.ml"]


def test_printf_stays_for_whoever_else_reads_it(compiler: Compiler) -> None:
    body = """  let start c s =
    C.log c (sprintf "%d" 1) >>= fun () ->
    Lwt.return (printf "%d" 1) >>= fun () ->
    S.listen s
"""
    texts = _logged(_functor(body, before="open Printf\n"), compiler)
    assert "open Printf\n" in texts["unikernel.ml"]


def test_helpers_hand_on_what_is_left(compiler: Compiler) -> None:
    before = """  let note c what = C.log c what
  let rec count c n = if n = 0 then hush c () else note c "tick" >>= fun () -> count c (n - 1)
  and hush _c () = Lwt.return_unit
  let alone c = note c "alone"
  let rec turn c = alone c >>= fun () -> turn c
  let start c s =
    count c 3 >>= fun () ->
    Lwt_list.iter_s (note c) [ "a" ] >>= fun () ->
    turn c >>= fun () -> S.listen s
"""
    after = """  let note what = Logs.info (fun f -> f "%s" what); Lwt.return_unit
  let rec count n = if n = 0 then hush () else note "tick" >>= fun () -> count (n - 1)
  and hush () = Lwt.return_unit
  let alone () = note "alone"
  let rec turn () = alone () >>= fun () -> turn ()
  let start s =
    count 3 >>= fun () ->
    Lwt_list.iter_s (note) [ "a" ] >>= fun () ->
    turn () >>= fun () -> S.listen s
"""
    texts = _logged(_functor(before), compiler)
    assert texts["unikernel.ml"] == _functor(after, console="")


def test_a_message_that_hands_on_the_console(compiler: Compiler) -> None:
    before = """  let say c what = C.log c what >>= fun () -> Lwt.return what
  let name c what = ignore (say c what); what
  let start c s = C.log c (name c "mill") >>= fun () -> S.listen s
"""
    after = """  let say what = Logs.info (fun f -> f "%s" what); Lwt.return what
  let name what = ignore (say what); what
  let start s = Logs.info (fun f -> f "%s" (name "mill")); S.listen s
"""
    texts = _logged(_functor(before), compiler)
    assert texts["unikernel.ml"] == _functor(after, console="")


def test_a_console_that_is_not_even_written_to(compiler: Compiler) -> None:
    texts = _logged(_functor("  let start _ s = S.listen s\n"), compiler)
    assert texts["unikernel.ml"] == _functor("  let start s = S.listen s\n", console="")


def test_the_console_may_stand_anywhere(compiler: Compiler) -> None:
    unikernel = """module Main
    (S : Mirage_stack_lwt.V4) (* the network *)
    (C : Mirage_console_lwt.S) =
struct
  let start s c =
    C.log c "up";
    S.listen s
end
"""
    config = """open Mirage
let main =
  foreign
    "Unikernel.Main" @@
    stackv4 @-> console (* for now *) @-> job
let () =
  register "mill" [
    main
    $ generic_stackv4 default_network
    $ default_console (* for now, too *)
  ]
"""
    texts = _logged(unikernel, compiler, config)
    assert (
        texts["unikernel.ml"]
        == """module Main
    (S : Mirage_stack_lwt.V4) (* the network *) =
struct
  let start s =
    Logs.info (fun f -> f "up");
    S.listen s
end
"""
    )
    assert (
        texts["config.ml"]
        == """open Mirage
let main =
  foreign
    "Unikernel.Main" @@
    stackv4 @-> (* for now *) job
let () =
  register "mill" [
    main
    $ generic_stackv4 default_network (* for now, too *)
  ]
"""
    )


def test_every_comment_is_kept(compiler: Compiler) -> None:
    before = """  (* 0 *)
  let start (* 1 *) c (* 2 *) s =
    C.log (* 3 *) c (* 4 *) (* é 𝒞 *) (Printf.sprintf (* 5 *) "%d" (* 6 *) 1 (* 7 *)) (* 8 *)
    >>= (* 9 *) (fun (* 10 *) () -> (* 11 *)
      S.listen s (* 12 *))
    (* 13 *)
"""
    texts = _logged(_functor(before, console="C (* 14 *) : Mirage_console_lwt.S"), compiler)
    for number in range(15):
        assert texts["unikernel.ml"].count(f"(* {number} *)") == 1
    assert texts["unikernel.ml"].count("(* é 𝒞 *)") == 1


def test_lines_end_as_they_did() -> None:
    unikernel = _functor('  let start c s =\n    C.log c "up" >>= fun () ->\n    S.listen s\n')
    project = _project(unikernel.replace("\n", "\r\n"), CONFIG.replace("\n", "\r\n"))
    for text in _texts(_taken(project)).values():
        assert text.count("\n") == text.count("\r\n")


# -- config.ml ---------------------------------------------------------------------------------

PLAIN = _functor('  let start c s =\n    C.log c "up" >>= fun () -> S.listen s\n')

CONFIGS = [
    (
        "applied twice",
        'let main = foreign "Unikernel.Main" (console @-> stackv4 @-> job)\n'
        'let () = register "mill" [ main $ default_console $ stack;'
        " main $ default_console $ stack ]",
    ),
    (
        "applied where it is made",
        'let () = register "mill" [ foreign "Unikernel.Main" (console @-> stackv4 @-> job)'
        " $ default_console $ stack ]",
    ),
    (
        "types with a name",
        "let devices = console @-> stackv4 @-> job\n"
        'let main = foreign "Unikernel.Main" devices\n'
        'let () = register "mill" [ main $ default_console $ stack ]',
    ),
    (
        "two jobs of the same functor",
        "let devices = console @-> stackv4 @-> job\n"
        'let one = foreign "Unikernel.Main" devices\n'
        'let two = foreign "Unikernel.Main" devices\n'
        'let () = register "mill" [ one $ default_console $ stack; two $ default_console $ stack ]',
    ),
]

HEAD = "open Mirage\nlet stack = generic_stackv4 default_network\n"


@pytest.mark.parametrize("config", [row[1] for row in CONFIGS], ids=[row[0] for row in CONFIGS])
def test_every_job_does_without(compiler: Compiler, config: str) -> None:
    texts = _logged(PLAIN, compiler, f"{HEAD}{config}\n")
    wanted = config.replace("console @-> ", "").replace("$ default_console ", "")
    assert texts["config.ml"] == f"{HEAD}{wanted}\n"


NO_CONFIGS = [
    ("nothing applied", 'let main = foreign "Unikernel.Main" (console @-> stackv4 @-> job)'),
    (
        "types unknown",
        'let main = foreign "Unikernel.Main" devices\nlet () = register "m" [ main $ a $ b ]',
    ),
    (
        "other types",
        'let main = foreign "Unikernel.Main" (stackv4 @-> job)\n'
        'let () = register "m" [ main $ stack ]',
    ),
    (
        "handed to a function",
        'let main = foreign "Unikernel.Main" (console @-> stackv4 @-> job)\n'
        "let run main = main $ default_console $ stack\n"
        'let () = register "m" [ run main; main $ default_console $ stack ]',
    ),
    (
        "types shared with another functor",
        "let devices = console @-> stackv4 @-> job\n"
        'let main = foreign "Unikernel.Main" devices\n'
        'let other = foreign "Other.Main" devices\n'
        'let () = register "m" [ main $ default_console $ stack; other $ default_console $ stack ]',
    ),
    (
        "another functor",
        'let m = foreign "Unikernel.Mill" (console @-> job)\nlet () = register "m" [ m $ c ]',
    ),
    (
        "unreadable",
        'let main = foreign "Unikernel.Main" (console @-> stackv4 @-> job)\n'
        'let () = register "m" [ main $ default_console $ stack ] ) (',
    ),
]


@pytest.mark.parametrize(
    "config", [row[1] for row in NO_CONFIGS], ids=[row[0] for row in NO_CONFIGS]
)
def test_nothing_is_offered_when_config_is_not_understood(config: str) -> None:
    assert _offers(_project(PLAIN, f"{HEAD}{config}\n")) == []


def test_nothing_is_offered_for_a_job_applied_in_part() -> None:
    unikernel = PLAIN.replace("(C : Mirage_console_lwt.S) (S : Mirage_stack_lwt.V4)", "(S) (C)")
    unikernel = unikernel.replace("(S)", "(S : Mirage_stack_lwt.V4)").replace("c s", "s c")
    unikernel = unikernel.replace("(C)", "(C : Mirage_console_lwt.S)")
    config = CONFIG.replace("console @-> stackv4", "stackv4 @-> console")
    whole = config.replace("$ default_console $ stack", "$ stack $ default_console")
    part = whole.replace("job)", "job)\nlet half = main $ stack")
    assert len(_offers(_project(unikernel, whole))) == 1
    assert _offers(_project(unikernel, part)) == []


def test_nothing_is_offered_without_config() -> None:
    assert _offers(unikernel({"unikernel.ml": PLAIN.encode()})) == []


# -- when it is not safe -----------------------------------------------------------------------

HELD = [
    ("read", "  let start c s = C.read c >>= fun _ -> S.listen s"),
    ("partial", '  let say c = C.log c\n  let start c s = say c "up" >>= fun () -> S.listen s'),
    ("first class", '  let say = C.log\n  let start c s = say c "up" >>= fun () -> S.listen s'),
    (
        "label left out",
        '  let say ~c what = C.log c what\n  let start c s = say c "up" >>= fun () -> S.listen s',
    ),
    ("unknown function", "  let start c s = ignore c; S.listen s"),
    ("data", "  let start c s = let pair = (c, s) in S.listen (snd pair)"),
    (
        "labelled helper",
        '  let say ~c what = C.log c what\n  let start c s = say ~c "up" >>= fun () -> S.listen s',
    ),
    (
        "labels before",
        '  let say ?x c = ignore x; C.log c "up"\n'
        "  let start c s = say ~x:1 c >>= fun () -> S.listen s",
    ),
    (
        "helper as a value",
        '  let say c () = C.log c "up"\n  let said = [ say ]\n'
        "  let start c s = say c () >>= fun () -> S.listen s",
    ),
    (
        "short of arguments",
        '  let say what c = C.log c what\n  let wait = say "a"\n'
        '  let start c s = say "b" c >>= fun () -> S.listen s',
    ),
    ("bound again", '  let start c s = let d = c in C.log d "up" >>= fun () -> S.listen s'),
    (
        "local function value",
        '  let start c s = let say = fun c -> C.log c "up" in say c >>= fun () -> S.listen s',
    ),
    (
        "something else",
        '  let say c what = C.log c what\n  let again k = say (k ()) "up"\n'
        '  let start c s = say c "up" >>= fun () -> S.listen s',
    ),
    ("annotation", '  let start (c : C.t) s = C.log c "up" >>= fun () -> S.listen s'),
    ("another functor", "  module L = struct module K = C end\n  let start _c s = S.listen s"),
    ("opened", '  let start c s = C.(log c "up") >>= fun () -> S.listen s'),
    ("type", "  type t = { c : C.t }\n  let start _c s = S.listen s"),
    ("no start", '  let main c s = C.log c "up" >>= fun () -> S.listen s'),
    ("start of one", '  let start c = fun s -> C.log c "up" >>= fun () -> S.listen s'),
    ("pattern", '  let start (c as d) s = ignore d; C.log c "up" >>= fun () -> S.listen s'),
    ("broken", '  let start c s = C.log c "up" >>= fun () -> S.listen s\n  let = ('),
    (
        "Logs of its own",
        "  module Logs = struct let info _ = () end\n"
        '  let start c s = C.log c "up" >>= fun () -> S.listen s',
    ),
]


@pytest.mark.parametrize("body", [row[1] for row in HELD], ids=[row[0] for row in HELD])
def test_nothing_is_offered_when_the_console_is_needed(body: str) -> None:
    assert _offers(_project(_functor(f"{body}\n"))) == []


def test_nothing_is_offered_for_a_functor_in_other_hands() -> None:
    applied = PLAIN + "module Other (K : Mirage_console_lwt.S) = Main (K)\n"
    assert _offers(_project(applied)) == []
    assert _offers(_project(PLAIN, unikernel_mli="module Main : sig end\n")) == []
    assert _offers(_project(PLAIN, bench_ml="module M = Unikernel.Main (Console_unix)\n")) == []
    assert _offers(_project(PLAIN, logs_ml="let info _ = ()\n")) == []
    made = "module M1 = Unikernel.Main(Console)(Tcpip_stack_socket)\n"
    assert len(_offers(_project(PLAIN, main_ml=made, notes_ml="let one = 1\n"))) == 1


def test_nothing_is_offered_for_a_console_alone() -> None:
    config = CONFIG.replace("stackv4 @-> ", "").replace(" $ stack", "")
    unikernel = """module Main (C : Mirage_console_lwt.S) = struct
  let start c = C.log c "up"
end
"""
    assert _offers(_project(unikernel, config)) == []
    assert _offers(_project(unikernel.replace("start c", "start c ()"), config)) == []


def test_a_functor_whose_type_is_written_is_left_alone() -> None:
    unikernel = """open Lwt.Infix
module Main : functor (C : Mirage_console_lwt.S) -> functor (S : Mirage_stack_lwt.V4) -> sig
  val start : C.t -> S.t -> unit Lwt.t
end = functor (C : Mirage_console_lwt.S) -> functor (S : Mirage_stack_lwt.V4) -> struct
  let start c s = C.log c "up" >>= fun () -> S.listen s
end
"""
    assert _offers(_project(unikernel)) == []


def test_each_of_two_consoles_goes_alone(compiler: Compiler) -> None:
    unikernel = """open Lwt.Infix
module Main (C : Mirage_console_lwt.S) (D : Mirage_console_lwt.S) (S : Mirage_stack_lwt.V4) = struct
  let start c d s =
    C.log c "one" >>= fun () ->
    D.write d (Cstruct.create 1) >>= fun _ ->
    S.listen s
end
"""
    config = CONFIG.replace("console @->", "console @-> console @->").replace(
        "$ default_console", '$ default_console $ custom_console "1"'
    )
    texts = _logged(unikernel, compiler, config)
    assert "module Main (D : Mirage_console_lwt.S) (S" in texts["unikernel.ml"]
    assert "let start d s =" in texts["unikernel.ml"]
    assert "(console @-> stackv4 @-> job)" in texts["config.ml"]
    assert 'main $ custom_console "1" $ stack' in texts["config.ml"]


# -- with the port -----------------------------------------------------------------------------

MILL = """open Lwt.Infix
open V1_LWT

let blue fmt = Printf.sprintf ("\\027[36m" ^^ fmt ^^ "\\027[m")

module Main (C : CONSOLE) (S : STACKV4) = struct
  module T = S.TCPV4

  let grind c flow =
    T.read flow >>= function
    | `Ok grain -> C.log_s c (blue "%d grains" (Cstruct.len grain)) >>= fun () -> T.close flow
    | `Eof -> C.log_s c "empty"
    | `Error _ -> C.log_s c "stuck"

  let start c s =
    C.log c "the wheel turns";
    S.listen_tcpv4 s ~port:90 (grind c);
    S.listen s >>= fun () -> Lwt.return (C.log c "the wheel stands")
end
"""

OLD_CONFIG = CONFIG.replace("default_network", "default_console tap0")


@pytest.mark.parametrize("ported_first", [True, False])
def test_before_the_port_or_after_it(compiler: Compiler, ported_first: bool) -> None:
    project = _project(MILL, OLD_CONFIG)
    if ported_first:
        project = _taken(port(project, WITH_REVIEW).project)
    else:
        project = port(_taken(project), WITH_REVIEW).project
    texts = _texts(project)
    assert compiler.check(NEW, texts) == []
    assert texts["config.ml"] == CONFIG_AFTER
    assert "C." not in texts["unikernel.ml"]
    assert "blue" not in texts["unikernel.ml"]
    assert "let grind flow =" in texts["unikernel.ml"]
    assert [check(project, name).findings for name in project.names] == [(), ()]


def test_a_name_of_ones_own_that_is_called_console_is_no_console() -> None:
    config = CONFIG.replace("let main", "let console = kv_ro\nlet main")
    assert _offers(_project(PLAIN, CONFIG))
    assert not _offers(_project(PLAIN, config))


def test_a_console_under_another_name_is_one() -> None:
    config = CONFIG.replace("let main", "let terminal = console\nlet main")
    config = config.replace("(console @->", "(terminal @->")
    assert _offers(_project(PLAIN, config))


DEPENDENT = """open Mirage
let main = foreign ~deps:[abstract app_info] "Unikernel.Main" (console @-> stackv4 @-> job)
let stack = generic_stackv4 default_network
let () = register "mill" [ main $ default_console $ stack ]
"""

# What `start` ends with, and the same behind a port.
ENDINGS = [
    ('C.log c "up"', 'C.log c "up"'),
    ('let say s = C.log c s in if b then C.log c "up" else say "on"',) * 2,
    ('C.log c "up"; C.log c "on"', 'C.log c "up" >>= fun () -> C.log c "on"'),
    (
        'List.iter (fun l -> C.log c l) lines; C.log c "on"',
        'List.iter (fun l -> Lwt.async (fun () -> C.log c l)) lines; C.log c "on"',
    ),
]


@pytest.mark.parametrize(
    ("config", "parameters"), [(CONFIG, "c _ b lines"), (DEPENDENT, "c _ _info b lines")]
)
@pytest.mark.parametrize(("before", "after"), ENDINGS)
def test_start_gives_the_promise_of_the_console(
    before: str, after: str, config: str, parameters: str
) -> None:
    body = f"  let start {parameters} =\n    {{}}\n"
    text = _functor(body.format(before), console="C : V1_LWT.CONSOLE")
    ported = _texts(port(_project(text, config), WITH_REVIEW).project)["unikernel.ml"]
    assert words(ported) == words(_functor(body.format(after)))


@pytest.mark.parametrize("config", [CONFIG, DEPENDENT])
def test_start_ends_in_a_promise_without_the_console(config: str) -> None:
    text = _functor('  let start c s = C.log c "up"\n', console="C : V1_LWT.CONSOLE")
    after = _functor('  let start s = Logs.info (fun f -> f "up"); Lwt.return_unit\n', console="")
    assert words(_texts(_taken(_project(text, config)))["unikernel.ml"]) == words(after)
