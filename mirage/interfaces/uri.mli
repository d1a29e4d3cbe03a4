(** Addresses of resources (uri 1.9). *)

type t
type component =
  [ `Authority
  | `Custom of component * string * string
  | `Fragment
  | `Generic
  | `Host
  | `Path
  | `Query
  | `Query_key
  | `Query_value
  | `Scheme
  | `Userinfo ]

val empty : t
val compare : t -> t -> int
val equal : t -> t -> bool
val pct_encode : ?scheme:string -> ?component:component -> string -> string
val pct_decode : string -> string
val of_string : string -> t
val to_string : t -> string
val resolve : string -> t -> t -> t
val canonicalize : t -> t
val make :
  ?scheme:string ->
  ?userinfo:string ->
  ?host:string ->
  ?port:int ->
  ?path:string ->
  ?query:(string * string list) list ->
  ?fragment:string ->
  unit ->
  t
val with_uri :
  ?scheme:string option ->
  ?userinfo:string option ->
  ?host:string option ->
  ?port:int option ->
  ?path:string option ->
  ?query:(string * string list) list option ->
  ?fragment:string option ->
  t ->
  t
val query : t -> (string * string list) list
val verbatim_query : t -> string option
val encoded_of_query :
  ?scheme:string -> (string * string list) list -> string
val query_of_encoded : string -> (string * string list) list
val with_query : t -> (string * string list) list -> t
val with_query' : t -> (string * string) list -> t
val get_query_param' : t -> string -> string list option
val get_query_param : t -> string -> string option
val add_query_param : t -> string * string list -> t
val add_query_param' : t -> string * string -> t
val add_query_params : t -> (string * string list) list -> t
val add_query_params' : t -> (string * string) list -> t
val remove_query_param : t -> string -> t
val path : t -> string
val path_and_query : t -> string
val with_path : t -> string -> t
val scheme : t -> string option
val with_scheme : t -> string option -> t
val userinfo : t -> string option
val with_userinfo : t -> string option -> t
val user : t -> string option
val password : t -> string option
val with_password : t -> string option -> t
val host : t -> string option
val with_host : t -> string option -> t
val host_with_default : ?default:string -> t -> string
val port : t -> int option
val with_port : t -> int option -> t
val fragment : t -> string option
val with_fragment : t -> string option -> t
val pp : Format.formatter -> t -> unit
val pp_hum : Format.formatter -> t -> unit
