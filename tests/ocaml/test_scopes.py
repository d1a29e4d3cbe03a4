"""What names mean: functor parameters, constraints, aliases, opens, includes, shadowing."""

from __future__ import annotations

import pytest

from mirageport.ocaml.environment import Env
from mirageport.ocaml.modules import Forms, ModuleType, Named, SigModule, Struct, Unknown
from mirageport.ocaml.source import Source
from mirageport.ocaml.tree import parse

from .world import FILES, WORLD, World, changed, decisions, type_of, unikernel, uses

NEW = Named(since="3.0")


def used(text: str, broken: bool = False) -> list[str]:
    analysis = WORLD.analyse(text)
    assert bool(analysis.tree.broken) == broken
    return uses(analysis)


def main(body: str) -> list[str]:
    return uses(unikernel(body))


# -- functor parameters ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "parameter",
    [
        "C : V1_LWT.CONSOLE",
        "C : V1_LWT.CONSOLE with type t = int",
        "C : (V1_LWT.CONSOLE)",
        "C : sig include V1_LWT.CONSOLE end",
        "C : sig type t val x : int include V1_LWT.CONSOLE with type t := t end",
        "C : sig open V1_LWT include CONSOLE end",
    ],
)
def test_parameters_have_the_items_of_their_type(parameter: str) -> None:
    assert used(f'module Main ({parameter}) = struct let f c = C.log_s c "x" end') == [
        "C.log_s CONSOLE.log_s"
    ]


@pytest.mark.parametrize(
    "functor",
    [
        "module Main (C : V1_LWT.CONSOLE) (F : V1_LWT.FLOW) = struct {} end",
        "module Main = functor (C : V1_LWT.CONSOLE) -> functor (F : V1_LWT.FLOW) -> struct {} end",
        "module Main = functor (C : V1_LWT.CONSOLE) (F : V1_LWT.FLOW) -> (struct {} end)",
        "module Main = functor (C : V1_LWT.CONSOLE) (F : V1_LWT.FLOW) -> (struct {} end : S)",
        "module Main (C : V1_LWT.CONSOLE) (F : V1_LWT.FLOW) : S = struct {} end",
        "module Main (C : V1_LWT.CONSOLE) () (F : V1_LWT.FLOW) = struct {} end",
        "module rec Main : S = struct {} end and C : V1_LWT.CONSOLE = C",
    ],
)
def test_ways_to_write_a_functor(functor: str) -> None:
    body = 'let f c = C.log_s c "x"'
    expected = [] if "rec" in functor else ["C.log_s CONSOLE.log_s"]
    assert used(functor.format(body)) == expected


def test_functors_are_listed_with_their_parameters() -> None:
    text = """
open V1_LWT
module Main (C : CONSOLE) (X : NOTHING) () = struct
  module Inner (T : TIME) = struct end
end
module Other = functor (F : FLOW) -> struct end
"""
    analysis = WORLD.analyse(text)
    listed = [
        (functor.name, [(p.name, p.module.permanent) for p in functor.parameters])
        for functor in analysis.functors
    ]
    assert listed == [
        ("Main", [("C", True), ("X", False)]),
        ("Main.Inner", [("T", True)]),
        ("Other", [("F", True)]),
    ]
    assert isinstance(analysis.functors[0].parameters[1].module, Unknown)


def test_type_uses_know_whether_an_open_gave_them() -> None:
    text = """
open V1_LWT
module type MINE = sig module C : CONSOLE end
module Main (C : CONSOLE) (K : V1_LWT.KV_RO) (M : MINE) (X : FLOW with type flow = int) = struct
  let f (module T : TIME) = T.sleep 1.
end
"""
    analysis = WORLD.analyse(text)
    listed = [
        (
            analysis.tree.text(use.node),
            use.module_type.item and use.module_type.item.path,
            use.opened and use.opened.path,
        )
        for use in analysis.type_uses
    ]
    assert listed == [
        ("CONSOLE", "V1_LWT.CONSOLE", "V1_LWT"),
        ("CONSOLE", "V1_LWT.CONSOLE", "V1_LWT"),
        ("V1_LWT.KV_RO", "V1_LWT.KV_RO", None),
        ("MINE", None, None),
        ("FLOW", "V1_LWT.FLOW", "V1_LWT"),
        ("TIME", "V1_LWT.TIME", "V1_LWT"),
    ]
    assert [analysis.tree.text(opened.path) for opened in analysis.opens] == ["V1_LWT"]


# -- constraints -------------------------------------------------------------------------------


def test_constraints_say_what_types_are() -> None:
    text = """
module Main (F : V1_LWT.FLOW with type error = [ `Own ] and type flow = string) = struct
  let go f = Lwt.map (function `Error `Own -> "" | `Ok _ | `Eof -> f) (F.read f)
end
"""
    analysis = WORLD.analyse(text)
    assert decisions(analysis) == [
        "`Own FLOW.read`Error own", "`Error FLOW.read", "`Own FLOW.read`Error own",
        "`Ok FLOW.read", "`Eof FLOW.read",
    ]  # fmt: skip
    assert type_of(analysis, "f") == "string"


def test_constraints_reach_nested_modules() -> None:
    text = """
module Main (S : V1_LWT.STACK with type TCPV4.flow = string and type t = int) = struct
  let go s f = S.listen s ~port:1 (fun flow -> S.TCPV4.close flow); S.TCPV4.close f
end
"""
    analysis = WORLD.analyse(text)
    assert type_of(analysis, "f") == "string"
    assert type_of(analysis, "s") == "int"


@pytest.mark.parametrize("sign", ["=", ":="])
def test_constraints_may_take_parameters(sign: str) -> None:
    text = f"""
module Main (T : V1_LWT.TIME with type 'a io {sign} 'a Lwt.t) = struct
  let go x = T.sleep x
end
"""
    analysis = WORLD.analyse(text)
    assert type_of(analysis, "go") == "(float -> ('_) Lwt.t)"
    assert uses(analysis) == ["T.sleep TIME.sleep"]


def test_abstract_types_are_told_apart_by_their_module() -> None:
    text = """
module Main (A : V1_LWT.FLOW) (B : V1_LWT.FLOW) = struct
  let a x = A.close x
  let b x = B.close x
end
"""
    analysis = WORLD.analyse(text)
    assert type_of(analysis, "a") == "(A.flow -> (unit) Lwt.t)"
    assert type_of(analysis, "b") == "(B.flow -> (unit) Lwt.t)"


# -- module types ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "definition",
    [
        "module type CON = V1_LWT.CONSOLE",
        "module type CON = V1_LWT.CONSOLE with type t = int",
        "open V1_LWT module type CONSOLE = CONSOLE with type t = int module type CON = CONSOLE",
        "module type CON = sig include V1_LWT.CONSOLE val more : int end",
        "module Types = struct module type CON = V1_LWT.CONSOLE end open Types",
        "module Types = struct include V1_LWT module type CON = CONSOLE end include Types",
        "module V = V1_LWT module type CON = V.CONSOLE",
        "module type ALL = sig module type CON = V1_LWT.CONSOLE end "
        "module A = (val x : ALL) open A",
        "module type A1 = sig module type CON = V1_LWT.CONSOLE end "
        "module type A2 = sig module type X = V1_LWT.KV_RO end "
        "module type ALL = sig include A1 include A2 end "
        "module A = (val x : ALL) open A",
    ],
)
def test_names_of_module_types(definition: str) -> None:
    text = f'{definition} module Main (C : CON) = struct let f c = C.log c "x" end'
    assert used(text) == ["C.log CONSOLE.log"]


def test_a_module_type_of_the_user_hides_the_interfaces() -> None:
    text = """
open V1_LWT
module type CONSOLE = sig type t val log : t -> string -> unit end
module Main (C : CONSOLE) = struct let f c = C.log c "x" end
"""
    assert used(text) == []


def test_signatures_see_only_what_is_around_them() -> None:
    text = """
module type FLOW = sig type t end
module type S = sig
  module type FLOW = V1_LWT.FLOW
  module F : FLOW
  module G : sig include FLOW end
end
module Main (X : S) (F : FLOW) = struct
  let a f = X.F.read f
  let b f = X.G.read f
  let c f = F.read f
end
"""
    assert used(text) == ["X.F.read FLOW.read", "X.G.read FLOW.read"]


# -- paths, aliases, functors applied ----------------------------------------------------------


@pytest.mark.parametrize(
    ("definition", "path"),
    [
        ("", "S.TCPV4"),
        ("module X = S.TCPV4", "X"),
        ("module Y = S module X = Y.TCPV4", "X"),
        ("module X = struct include S.TCPV4 end", "X"),
        ("module X = struct include S.TCPV4 let extra = 1 end", "X"),
        ("module X = struct module Z = S end", "X.Z.TCPV4"),
        ("module X = (S.TCPV4 : V1_LWT.FLOW)", "X"),
        ("module F (A : V1_LWT.FLOW) = struct include A end module X = F (S.TCPV4)", "X"),
        ("module F (A : V1_LWT.FLOW) = A module X = F (S.TCPV4)", "X"),
        ("module F (A : V1_LWT.FLOW) (B : V1_LWT.TIME) = A module X = F (S.TCPV4) (Y)", "X"),
        ("module F (A : V1_LWT.FLOW) = struct module G (B : T) = A end "
         "module FA = F (S.TCPV4) module X = FA.G (Y)", "X"),
        ("module X = Tls.Make (S.TCPV4) (Clock)", "X"),
        ("module X = Tls.Make (S.TCPV4)", "X"),
        ("module X = Tls.Make (S.TCPV4) (Clock) (More)", "X"),
        ("module X = Tls.Make ((S.TCPV4)) (Clock)", "X"),
        ("module M = Tls.Make (S.TCPV4) (Clock)", "M.Underlying"),
        ("module X = (val pick : V1_LWT.FLOW)", "X"),
        ("module X : V1_LWT.FLOW = Mine", "X"),
        ("include S", "TCPV4"),
        ("open S", "TCPV4"),
        ("open struct module X = S.TCPV4 end", "X"),
        ("include struct module X = S.TCPV4 end", "X"),
    ],
)  # fmt: skip
def test_ways_to_name_a_module(definition: str, path: str) -> None:
    assert main(f"{definition}\nlet f x = {path}.read x") == [f"{path}.read FLOW.read"]


@pytest.mark.parametrize(
    "body",
    [
        "open T let f x = read x",
        "open! T let f x = read x",
        "let f x = let open T in read x",
        "let f x = let open! T in read x",
        "let f x = T.(read x)",
        "include T let f x = read x",
        "let f x = let module X = T in let open X in read x",
        "open T open Nothing.At_all let f x = read x",
    ],
)
def test_ways_to_open(body: str) -> None:
    assert main(body) == ["read FLOW.read"]


@pytest.mark.parametrize(
    "body",
    [
        "module T = Mine let f x = T.read x",
        "module T = struct let read x = x end let f x = T.read x",
        "let f x = let module T = struct let read x = x end in T.read x",
        "open T let read x = x let f x = read x",
        "open T let f read x = read x",
        "open T let f x = let read y = y in read x",
        "open T let f x = match x with read -> read x",
        "open T let f = function (read, x) -> read x",
        "open T let f x = for read = 1 to 2 do read x done",
        "open T let f x = object (read) method m = read x end",
        "module T (X : S) = struct include X end let f x = T.read x",
        "module Q = S.Nothing let f x = Q.read x",
        "let f (module T : Nothing) x = T.read x",
        "let f (module T) x = T.read x",
        "let f x = let (module T : Nothing) = x in T.read x",
        "let f x = S.read x",
        "let f x = S.TCPV4.Deeper.read x",
        "include S.TCPV4 let read x = x let f x = read x",
        "module X = struct include S.TCPV4 let read x = x end let f x = X.read x",
        "module X = (val x) let f x = X.read x",
        "module X = struct let y = 1 end let f x = X.read x",
        "module X = struct open S.TCPV4 include Unheard end let f x = X.read x",
        "module X = struct open S.TCPV4 let y = 1 end let f x = X.read x",
        "module X = S (T) let f x = X.read x",
    ],
)
def test_names_that_mean_something_else(body: str) -> None:
    assert main(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "module X = struct let read x = x include S.TCPV4 end let f x = X.read x",
        "module X = struct module Y = struct let read x = x end include X2 end "
        "module X = struct include X include S.TCPV4 end let f x = X.read x",
        "module X = struct let read x = x end include X include S.TCPV4 let f x = read x",
        "module A = struct include S.TCPV4 end module B = struct include A end "
        "module X = struct include B end let f x = X.read x",
    ],
)
def test_an_include_hides_what_was_there(body: str) -> None:
    assert len(main(body)) == 1


def test_what_a_module_defines_before_an_include_of_the_same_names() -> None:
    text = """
module type S2 = sig type read = A module type M = V1_LWT.FLOW module N : V1_LWT.FLOW end
module X (A : S2) = struct
  type read = B
  module type M = sig end
  module N = struct end
  include A
end
module A = (val a : S2)
module Y = X (A)
module Main (F : Y.M) = struct let f x = F.read x let g x = Y.N.read x let h (x : Y.read) = x end
"""
    analysis = WORLD.analyse(text)
    assert uses(analysis) == ["F.read FLOW.read", "Y.N.read FLOW.read"]
    assert type_of(analysis, "h") == "(A.read -> A.read)"


def test_first_class_modules_of_a_known_type() -> None:
    assert main("let f (module F : V1_LWT.FLOW) x = F.read x") == ["F.read FLOW.read"]
    assert main("let f m x = let (module F : V1_LWT.FLOW) = m in F.read x") == ["F.read FLOW.read"]
    assert main("let f x = g (module T : V1_LWT.FLOW) x") == []


def test_functor_applications_of_interfaces() -> None:
    text = """
module Main (F : V1_LWT.FLOW) (C : V1.CLOCK) = struct
  module T = Tls.Make (F) (C)
  module N = Tls.Nested (F)
  module I = N.Inner (C)
  let go f = T.client f
  let more f = I.get f
end
"""
    analysis = WORLD.analyse(text)
    listed = [
        (analysis.tree.text(use.head), use.item.path, use.item.changes, len(use.arguments))
        for use in analysis.functor_uses
    ]
    assert listed == [
        ("Tls.Make", "Tls.Make", (), 2),
        ("Tls.Nested", "Tls.Nested", (), 1),
        ("N.Inner", "Tls.Nested.Inner", ("inner",), 1),
    ]
    assert uses(analysis) == ["T.client Tls.Make.client", "I.get Tls.Nested.Inner.get"]
    assert type_of(analysis, "go").startswith("(F.flow -> ")


def test_arguments_decide_the_types_of_results() -> None:
    text = """
module Main (A : V1_LWT.FLOW) (B : V1_LWT.FLOW) = struct
  module TA = Tls.Make (A) (Clock)
  module TB = Tls.Make (B) (Clock)
  let a x = TA.client x
  let b x = TB.client x
  let u x = TB.Underlying.close x
  module TX = Tls.Make (Unheard) (Of)
  let c x = TX.client x
  module T0 = Tls.Make
  module TS = Tls.Make (struct type flow = int end) (Clock)
  let s x = TS.client x
end
"""
    analysis = WORLD.analyse(text)
    assert type_of(analysis, "a") == "(A.flow -> ([`Error `Ok]) Lwt.t)"
    assert type_of(analysis, "b") == "(B.flow -> ([`Error `Ok]) Lwt.t)"
    assert type_of(analysis, "u") == "(B.flow -> (unit) Lwt.t)"
    assert type_of(analysis, "c") == "(F.flow -> ([`Error `Ok]) Lwt.t)"
    assert type_of(analysis, "s") == "(int -> ([`Error `Ok]) Lwt.t)"


def test_what_one_file_asks_changes_nothing_for_the_next() -> None:
    world = World()
    text = "module Main ({0} : V1_LWT.STACK) = struct let f x = {0}.TCPV4.read x end"
    first = uses(world.analyse(text.format("Stack")))
    assert first == ["Stack.TCPV4.read FLOW.read"]
    for number in range(70):
        world.analyse(text.format(f"S{number}") + f" module T = Tls.Make (S{number}.TCPV4) (C)")
    for text in [
        "module Main (F : V1_LWT.FLOW) = struct type flow = int module T = Tls.Make (F) (X) end",
        "module C = struct end module Main (F : V1_LWT.FLOW) (C : V1.CLOCK) = "
        "struct module T = Tls.Make (F) (C) let f x = T.client x end",
    ] * 2:
        assert not world.analyse(text).cut_short
    assert uses(world.analyse(text)) == ["T.client Tls.Make.client"]


def test_many_names_for_one_functor() -> None:
    world = World()
    for number in range(70):
        text = f"""
module Main (F{number} : V1_LWT.FLOW) (C : V1.CLOCK) = struct
  module T = Tls.Make (F{number}) (C)
  let go x = T.client x
end
"""
        assert type_of(world.analyse(text), "go").startswith(f"(F{number}.flow")


# -- interfaces that name themselves -----------------------------------------------------------

ODD = {
    **FILES,
    "Odd": """
module type A = B
module type B = A
module type SELF = sig include SELF val x : int end
module type TIME = TIME with type t = int
module M = N
module N = M
module Alias = V1_LWT
module Gone = Nowhere
module type GONE = Nowhere.S
module Typed : Nowhere.S
module type TYPEOF = module type of List
type t = t
type u = v and v = u
type w = w * w
type r = [ `A of r | `B of r ]
val t : t
val u : u
val w : w
val r : r
val obj : < m : int >
val poly : 'a. 'a -> 'a
val deep : F(X).t -> Nowhere.t
module F : functor (X : A) -> B
module G (X : A) : Nowhere.S
module H (_ : A) () : sig val x : int end
include module type of Lwt
include Nowhere.S
exception E
""",
}


def test_interfaces_that_name_themselves_end() -> None:
    text = """
module Main (A : Odd.A) (S : Odd.SELF) (T : Odd.TIME) (X : Odd.GONE) (Y : Odd.TYPEOF) = struct
  let a = A.x let s = S.x let s2 = S.y let t = T.x
  let m = Odd.M.x let n = Odd.N.x let g = Odd.Gone.x let y = Odd.Typed.x
  let k = Odd.t let l = Odd.u let w = Odd.w let r = Odd.r let o = Odd.obj let d = Odd.deep
  module F = Odd.F (A) module G = Odd.G (A) module H = Odd.H (A) ()
  let h = H.x
  module Main (C : Odd.Alias.CONSOLE) = struct let f c = C.log c "x" end
end
"""
    analysis = World(ODD).analyse(text)
    assert uses(analysis) == ["C.log CONSOLE.log"]
    assert type_of(analysis, "s") == "int"
    assert type_of(analysis, "s2") == "'_"
    assert type_of(analysis, "h") == "int"
    assert type_of(analysis, "r") == "[`A `B]"


def test_includes_of_includes_are_each_looked_into_once() -> None:
    levels = "\n".join(
        f"module type T{n + 1} = sig include T{n} include T{n} end" for n in range(40)
    )
    text = f"""
module type T0 = sig include V1_LWT.CONSOLE end
{levels}
module Main (C : T40) = struct let f c = C.log c "x" let g = C.nothing end
"""
    assert used(text) == ["C.log CONSOLE.log"]
    levels = "\n".join(f"module M{n + 1} = struct include M{n} include M{n} end" for n in range(40))
    body = f"module M0 = struct include S.TCPV4 end\n{levels}\nlet f x = M40.read x, M40.nothing"
    assert main(body) == ["M40.read FLOW.read"]


# -- what a module was in several releases --------------------------------------------------


def test_the_forms_of_a_module_answer_as_one() -> None:
    def module(text: str, path: str) -> SigModule:
        tree = parse(Source(text.encode()), interface=True)
        from mirageport.ocaml.index import SigIndex

        return SigModule(SigIndex(tree.root, tree, path), WORLD.base, {}, path)

    one = module(
        "type a val x : int module A : sig val one : int end "
        "module F (X : S) : sig val f : int end "
        "module type T = sig val t : int end",
        "One",
    )
    other = module(
        "type b val y : int module A : sig val two : int end module type T2 = sig end "
        "module B : sig end",
        "Two",
    )
    both = Forms([one, other])
    assert both.path == "One"
    assert both.permanent
    assert both.value("x") is not None
    assert both.value("y") is not None
    assert both.value("z") is None
    assert both.type_def("a") is not None
    assert both.type_def("b") is not None
    assert both.module_type("T") is not None
    assert both.module_type("T2") is not None
    inner = both.module("A")
    assert inner is not None
    assert inner.value("one") is not None
    assert inner.value("two") is not None
    assert both.module("B") is not None
    functor = both.module("F")
    assert functor is not None
    assert functor.item is not None
    assert functor.item.path == "One.F"
    result = functor.apply([], "R")
    assert result is not None
    assert result.value("f") is not None
    assert both.item is None
    assert both.apply([], "R") is None
    assert Forms([one, other], Named("3.0")).item is None


def test_later_forms_fill_the_gaps_of_a_module_type() -> None:
    stack = WORLD.base.module("V1_LWT")
    assert stack is not None
    flow, clock = stack.module_type("FLOW"), WORLD.base.module("V1")
    assert flow is not None
    assert clock is not None
    later = clock.module_type("CLOCK")
    assert later is not None
    both = flow._replace(others=(later,))
    assert isinstance(both, ModuleType)
    module = both.instance("F", NEW)
    assert module.value("read") is not None
    assert module.value("time") is not None
    assert module.named == NEW
    assert both.instance("F", NEW) is module
    assert flow.instance("F").value("time") is None


def test_later_forms_meet_the_constraints_too() -> None:
    class Both(World):
        def _load(self, name: str):  # type: ignore[no-untyped-def]
            module = super()._load(name)
            if name != "V1_LWT" or module is None:
                return module
            result = Struct("V1_LWT")
            flow, time = module.module_type("FLOW"), module.module_type("TIME")
            assert flow is not None
            assert time is not None
            result.module_types["FLOW"] = flow._replace(named=NEW, others=(time,))
            return result

    text = """
module Main (F : V1_LWT.FLOW with type 'a io = 'a Lwt.t) = struct
  let f x = F.sleep x
  let g x = F.read x
end
"""
    analysis = Both().analyse(text)
    assert uses(analysis) == ["F.sleep TIME.sleep", "F.read FLOW.read"]
    assert [use.named for use in analysis.uses] == [NEW, NEW]
    assert type_of(analysis, "f") == "(float -> ('_) Lwt.t)"


def test_modules_answer_nothing_of_what_they_do_not_have() -> None:
    for module in (Unknown("X"), Struct("X")):
        assert module.value("x") is None
        assert module.module("X") is None
        assert module.module_type("X") is None
        assert module.type_def("x") is None
        assert module.apply([], "X") is None
        assert module.item is None
        assert not module.permanent
    empty = Env(None)
    assert empty.value("x") is None
    assert empty.module("X") is None
    assert empty.module_type("X") is None
    assert empty.type_def("x") is None
    assert empty.field("x") is None
    assert empty.constructor("X") is None


# -- interfaces as texts, broken texts ---------------------------------------------------------


def test_an_interface_of_the_user() -> None:
    text = """
open V1_LWT
include TIME
module Main (C : CONSOLE) (S : STACK) : sig
  val start : C.t -> S.t -> unit Lwt.t
end
module F : functor (C : CONSOLE) -> sig end
val ( >>= ) : int -> int
external e : unit -> unit = "e"
type t = A | B of [ `Ok of int ]
exception Gone
"""
    analysis = WORLD.analyse(text, interface=True)
    assert [analysis.tree.text(use.node) for use in analysis.type_uses] == [
        "TIME", "CONSOLE", "STACK", "CONSOLE",
    ]  # fmt: skip
    assert [functor.name for functor in analysis.functors] == ["Main"]


@pytest.mark.parametrize(
    "text",
    [
        'module Main (C : V1_LWT.CONSOLE) = struct let f c = C.log c "x"\n',
        'module Main (C : V1_LWT.CONSOLE) = struct\n let f c = C.log c "x"\n let g c = (\nend',
        'module Main (C : V1_LWT.CONSOLE) = struct\n let f c = begin C.log c "x"; C.\nend',
        'open V1_LWT include Lwt module Main (C : CONSOLE) = struct let f c = C.log c "x" in',
        'module Main (C : V1_LWT.CONSOLE) = struct\n let x = C.\n let f c = C.log c "x"\nend',
    ],
)
def test_names_keep_their_meaning_in_a_text_that_is_being_typed(text: str) -> None:
    assert "C.log CONSOLE.log" in used(text, broken=True)


def test_classes_are_looked_into() -> None:
    body = """
class logger c = object (self)
  val console = c
  inherit base
  method say text = C.log c text
  initializer C.log c "made"
end
"""
    assert main(body) == ["C.log CONSOLE.log"] * 2


def test_lookups_in_a_pattern_and_in_fields() -> None:
    body = """
let f x = x.T.field
let g T.{ field } = T.(field)
let h { T.field; _ } = { T.field }
let i x = T.((x : flow))
let j = T.Constructor 1
let k = function T.Constructor x -> x | T.Other -> 1
"""
    analysis = unikernel(body)
    paths = {analysis.tree.text(node) for node in analysis.module_refs}
    assert paths >= {"T", "S.TCPV4"}
    assert len([node for node in analysis.module_refs if analysis.tree.text(node) == "T"]) >= 5


def test_qualifiers_and_calls_of_uses() -> None:
    analysis = unikernel(
        'let f c = C.log c "a"; List.iter (C.log c) []; g C.log\nopen C let x = log'
    )
    listed = [
        (use.qualifier, [analysis.tree.text(argument) for argument in use.arguments])
        for use in changed(analysis)
    ]
    assert listed == [("C", ["c", '"a"']), ("C", ["c"]), ("C", []), ("", [])]
    assert [use.call is None for use in changed(analysis)] == [False, False, True, True]
