(** Regular expressions (OCaml 4.03.0 otherlibs/str/str.mli). *)

(** Until 2.9.1: Regular expressions of OCaml's distribution, which do not link on Xen and Solo5 any more. *)

[@@@complete]

type regexp

val regexp : string -> regexp [@@port "str-removed"]
val regexp_case_fold : string -> regexp [@@port "str-removed"]
val quote : string -> string [@@port "str-removed"]
val regexp_string : string -> regexp [@@port "str-removed"]
val regexp_string_case_fold : string -> regexp
val string_match : regexp -> string -> int -> bool [@@port "str-removed"]
val search_forward : regexp -> string -> int -> int [@@port "str-removed"]
val search_backward : regexp -> string -> int -> int
val string_partial_match : regexp -> string -> int -> bool
val matched_string : string -> string [@@port "str-removed"]
val match_beginning : unit -> int
val match_end : unit -> int
val matched_group : int -> string -> string [@@port "str-removed"]
val group_beginning : int -> int
val group_end : int -> int
val global_replace : regexp -> string -> string -> string [@@port "str-removed"]
val replace_first : regexp -> string -> string -> string [@@port "str-removed"]
val global_substitute : regexp -> (string -> string) -> string -> string
val substitute_first : regexp -> (string -> string) -> string -> string
val replace_matched : string -> string -> string
val split : regexp -> string -> string list [@@port "str-removed"]
val bounded_split : regexp -> string -> int -> string list [@@port "str-removed"]
val split_delim : regexp -> string -> string list [@@port "str-removed"]
val bounded_split_delim : regexp -> string -> int -> string list

type split_result = Text of string | Delim of string

val full_split : regexp -> string -> split_result list
val bounded_full_split : regexp -> string -> int -> split_result list
val string_before : string -> int -> string
val string_after : string -> int -> string
val first_chars : string -> int -> string
val last_chars : string -> int -> string
