(** Regular expressions of OCaml's distribution, which do not link on Xen and Solo5 any more. *)

type regexp

val regexp : string -> regexp [@@port "str-removed"]
val regexp_case_fold : string -> regexp [@@port "str-removed"]
val regexp_string : string -> regexp [@@port "str-removed"]
val quote : string -> string [@@port "str-removed"]
val string_match : regexp -> string -> int -> bool [@@port "str-removed"]
val search_forward : regexp -> string -> int -> int [@@port "str-removed"]
val matched_string : string -> string [@@port "str-removed"]
val matched_group : int -> string -> string [@@port "str-removed"]
val global_replace : regexp -> string -> string -> string [@@port "str-removed"]
val replace_first : regexp -> string -> string -> string [@@port "str-removed"]
val split : regexp -> string -> string list [@@port "str-removed"]
val bounded_split : regexp -> string -> int -> string list [@@port "str-removed"]
val split_delim : regexp -> string -> string list [@@port "str-removed"]
