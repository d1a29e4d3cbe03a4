(** JSON (yojson 1.7.0 to 2.2.2), as far as unikernels name it. *)

[@@@since "3.0"]

type t =
  [ `Null
  | `Bool of bool
  | `Int of int
  | `Intlit of string
  | `Float of float
  | `Floatlit of string
  | `String of string
  | `Stringlit of string
  | `Assoc of (string * t) list
  | `List of t list
  | `Tuple of t list
  | `Variant of string * t option ]

type json = t [@@port "yojson-json"] [@@until "4.1"]

exception Json_error of string

module Basic : sig
  type t =
    [ `Null
    | `Bool of bool
    | `Int of int
    | `Float of float
    | `String of string
    | `Assoc of (string * t) list
    | `List of t list ]

  type json = t [@@port "yojson-json"] [@@until "4.1"]
end

module Safe : sig
  type t =
    [ `Null
    | `Bool of bool
    | `Int of int
    | `Intlit of string
    | `Float of float
    | `String of string
    | `Assoc of (string * t) list
    | `List of t list
    | `Tuple of t list
    | `Variant of string * t option ]

  type json = t [@@port "yojson-json"] [@@until "4.1"]
end
