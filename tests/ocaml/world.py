"""A small world of interfaces, so that these tests need no knowledge of any real library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.environment import Env
from mirageport.ocaml.index import SigIndex
from mirageport.ocaml.infer.file import analyse
from mirageport.ocaml.modules import Module, SigModule
from mirageport.ocaml.promise import Promise
from mirageport.ocaml.source import Source
from mirageport.ocaml.tree import parse
from mirageport.ocaml.types import CHANGED, KNOWN, UNKNOWN, Arrow, Con, Row, Tup, Var, prune

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mirageport.ocaml.analysis import Analysis, Use
    from mirageport.ocaml.types import Component, Origin, Type

STDLIB = """
val ignore : 'a -> unit
val fst : 'a * 'b -> 'a
val not : bool -> bool
val ( ^ ) : string -> string -> string
val ( ! ) : 'a ref -> 'a
val ( := ) : 'a ref -> 'a -> unit
val ref : 'a -> 'a ref
val failwith : string -> 'a
val raise : exn -> 'a
module List : sig
  val map : ('a -> 'b) -> 'a list -> 'b list
  val iter : ('a -> unit) -> 'a list -> unit
end
module Hashtbl : sig
  type ('a, 'b) t
  val create : int -> ('a, 'b) t
  val add : ('a, 'b) t -> 'a -> 'b -> unit
  val find : ('a, 'b) t -> 'a -> 'b
end
"""

LWT = """
type 'a t
type 'a u
val return : 'a -> 'a t
val return_unit : unit t
val fail : exn -> 'a t
val bind : 'a t -> ('a -> 'b t) -> 'b t
val map : ('a -> 'b) -> 'a t -> 'b t
val catch : (unit -> 'a t) -> (exn -> 'a t) -> 'a t
val async : (unit -> 'a t) -> unit
val pick : 'a t list -> 'a t
val wait : unit -> 'a t * 'a u
val wakeup : 'a u -> 'a -> unit
val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
val ( >|= ) : 'a t -> ('a -> 'b) -> 'b t
module Infix : sig
  val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
  val ( >|= ) : 'a t -> ('a -> 'b) -> 'b t
end
"""

V1_LWT = """
type buffer
module type TIME = sig
  type 'a io
  val sleep : float -> unit io [@@port "sleep"]
end
module type CONSOLE = sig
  type t
  val log : t -> string -> unit [@@port "log"]
  val log_s : t -> string -> unit Lwt.t [@@port "log-s"]
end [@@port "console"]
module type FLOW = sig
  type 'a io = 'a Lwt.t
  type flow
  type error = [ `Refused | `Timeout ]
  val read : flow -> [ `Ok of buffer | `Eof | `Error of error ] io [@@port "read"]
  val write : flow -> buffer -> [ `Ok of unit | `Eof | `Error of error ] io [@@port "write"]
  val close : flow -> unit io
end
module type KV_RO = sig
  type t
  type error = Unknown_key of string
  val size : t -> string -> [ `Ok of int64 | `Error of error ] Lwt.t [@@port "size"]
  val mem : t -> string -> [ `Yes | `No ] Lwt.t
end
module type TCP = sig
  include FLOW
  type t
  val connect_to : t -> string * int -> [ `Ok of flow | `Error of error ] io [@@port "connect"]
  val dest : flow -> string [@@port "dest"]
end
module type STACK = sig
  type t
  module TCPV4 : TCP
  val listen : t -> port:int -> (TCPV4.flow -> unit Lwt.t) -> unit
end
"""

V1 = """
module type CLOCK = sig
  val time : unit -> float [@@port "time"]
end
"""

TLS = """
module Make (F : V1_LWT.FLOW) (C : V1.CLOCK) : sig
  include V1_LWT.FLOW with type error = [ `Tls of string ]
  module Underlying : V1_LWT.FLOW with type flow = F.flow
  val client : F.flow -> [ `Ok of flow | `Error of error ] Lwt.t [@@port "client"]
end
module Nested (F : V1_LWT.FLOW) : sig
  module Inner (C : V1.CLOCK) : sig
    val get : F.flow -> [ `Ok of string ] Lwt.t [@@port "get"]
  end [@@port "inner"]
end
"""

FILES = {"Lwt": LWT, "V1_LWT": V1_LWT, "V1": V1, "Tls": TLS}


PROMISE = Promise("Lwt.t", "Lwt", "Lwt.Infix", "lwt", "return_unit", "map", "fail_with", ("fail",))


class World:
    """Interfaces by module name; `base` is what is in scope before a text's first line."""

    def __init__(self, files: Mapping[str, str] = FILES, stdlib: str = STDLIB) -> None:
        self._files = files
        self._modules: dict[str, Module | None] = {}
        outer = Env(None, loader=self._load, promise=PROMISE)
        self.base = outer
        self.base = Env(outer, opened=self._read("Stdlib", stdlib, ""))

    def _load(self, name: str) -> Module | None:
        if name not in self._modules:
            self._modules[name] = None
            if name in self._files:
                self._modules[name] = self._read(name, self._files[name], name)
        return self._modules[name]

    def _read(self, name: str, text: str, path: str) -> Module:
        tree = parse(Source(text.encode()), interface=True)
        assert tree.broken == []
        return SigModule(SigIndex(tree.root, tree, name), self.base, {}, path)

    def analyse(self, text: str | bytes, interface: bool = False) -> Analysis:
        """The analysis of a text."""
        data = text if isinstance(text, bytes) else text.encode()
        return analyse(parse(Source(data), interface), self.base)


WORLD = World()

HEAD = """\
open Lwt.Infix
module Main (K : V1_LWT.KV_RO) (S : V1_LWT.STACK) (C : V1_LWT.CONSOLE) = struct
module T = S.TCPV4
"""


def unikernel(body: str) -> Analysis:
    """The analysis of a functor body over K, S and C, with T = S.TCPV4 and Lwt's operators."""
    analysis = WORLD.analyse(f"{HEAD}{body}\nend\n")
    assert analysis.tree.broken == []
    assert not analysis.cut_short
    return analysis


def named(origin: Origin) -> str:
    """An origin as tests write it: `FLOW.read`, `=lib` for a known one, `?lib`, `own`."""
    if origin.kind == CHANGED:
        return origin.name + origin.path
    return {KNOWN: "=" + origin.name + origin.path, UNKNOWN: "?" + origin.name}.get(
        origin.kind, "own"
    )


def decision(component: Component) -> str:
    """Where the rows of a component come from, in one line."""
    return " ".join(sorted({named(origin) for origin in component.origins}))


def decisions(analysis: Analysis) -> list[str]:
    """Every tag of the text in order with where its row comes from: "`Ok FLOW.read"."""
    found = {
        site.node.start: f"{site.tag} {decision(component)}".strip()
        for component in analysis.components
        for site in component.sites
    }
    return [found[start] for start in sorted(found)]


def changed(analysis: Analysis) -> list[Use]:
    """The uses of values of which an interface says what became of them."""
    return [use for use in analysis.uses if use.item.changes]


def uses(analysis: Analysis) -> list[str]:
    """The uses of changed items in order, as the text says them and what they are."""
    text = analysis.tree.text
    return [f"{text(use.node)} {use.item.path}" for use in changed(analysis)]


def shown(type_: Type | None) -> str:
    """A type in one line; variables are all called '_."""
    if type_ is None:
        return "-"
    type_ = prune(type_)
    if isinstance(type_, Var):
        return "'_"
    if isinstance(type_, Con):
        arguments = ", ".join(shown(arg) for arg in type_.args)
        return f"({arguments}) {type_.name}" if arguments else type_.name
    if isinstance(type_, Arrow):
        label = f"{type_.label}:" if type_.label else ""
        return f"({label}{shown(type_.argument)} -> {shown(type_.result)})"
    if isinstance(type_, Tup):
        return " * ".join(shown(item) for item in type_.items)
    assert isinstance(type_, Row)
    return "[" + " ".join(sorted(type_.tags)) + "]"


def type_of(analysis: Analysis, name: str) -> str:
    """The type of the last top-level or inner `let` that binds this name."""
    nodes = [
        node
        for node in analysis.types
        if node.kind in ("value_name", "value_pattern") and analysis.tree.text(node) == name
    ]
    last = max(nodes, key=lambda node: node.start)
    return shown(analysis.types[last])
