(** Connections by whichever address answers first, without a network
    (happy-eyeballs 0.1.0 to 2.0.1). *)

[@@@since "3.10"]

[@@@complete]

type t
type id [@@since "4.4"]

type action =
  | Resolve_a of [ `host ] Domain_name.t
  | Resolve_aaaa of [ `host ] Domain_name.t
  | Connect of [ `host ] Domain_name.t * int * (Ipaddr.t * int)
  | Connect_failed of [ `host ] Domain_name.t * int
[@@until "4.3"]

type action =
  | Resolve_a of [ `host ] Domain_name.t
  | Resolve_aaaa of [ `host ] Domain_name.t
  | Connect of [ `host ] Domain_name.t * id * int * (Ipaddr.t * int)
  | Connect_failed of [ `host ] Domain_name.t * id * string
[@@since "4.4"]

val pp_action : action Fmt.t

type event =
  | Resolved_a of [ `host ] Domain_name.t * Ipaddr.V4.Set.t
  | Resolved_aaaa of [ `host ] Domain_name.t * Ipaddr.V6.Set.t
  | Resolved_a_failed of [ `host ] Domain_name.t
  | Resolved_aaaa_failed of [ `host ] Domain_name.t
  | Connection_failed of [ `host ] Domain_name.t * int * (Ipaddr.t * int)
  | Connected of [ `host ] Domain_name.t * int * (Ipaddr.t * int)
[@@until "4.3"]

type event =
  | Resolved_a of [ `host ] Domain_name.t * Ipaddr.V4.Set.t
  | Resolved_aaaa of [ `host ] Domain_name.t * Ipaddr.V6.Set.t
  | Resolved_a_failed of [ `host ] Domain_name.t * string
  | Resolved_aaaa_failed of [ `host ] Domain_name.t * string
  | Connection_failed of [ `host ] Domain_name.t * id * (Ipaddr.t * int) * string
  | Connected of [ `host ] Domain_name.t * id * (Ipaddr.t * int)
[@@since "4.4"]

val pp_event : event Fmt.t

val create : ?aaaa_timeout:int64 -> ?connect_timeout:int64 -> ?resolve_timeout:int64 -> int64 -> t
[@@until "3.10.7"]

val create :
  ?aaaa_timeout:int64 ->
  ?v6_connect_timeout:int64 ->
  ?connect_timeout:int64 ->
  ?resolve_timeout:int64 ->
  ?resolve_retries:int ->
  int64 ->
  t
[@@since "3.10.8"] [@@until "4.3"]

val create :
  ?aaaa_timeout:int64 ->
  ?connect_delay:int64 ->
  ?connect_timeout:int64 ->
  ?resolve_timeout:int64 ->
  ?resolve_retries:int ->
  int64 ->
  t
[@@since "4.4"]

val timer : t -> int64 -> t * [ `Act | `Suspend ] * action list

val connect : t -> int64 -> id:int -> [ `host ] Domain_name.t -> int list -> t * action list
[@@until "4.3"]

val connect : t -> int64 -> id:id -> [ `host ] Domain_name.t -> int list -> t * action list
[@@since "4.4"] [@@until "4.5"]

val connect :
  t ->
  int64 ->
  ?aaaa_timeout:int64 ->
  ?connect_delay:int64 ->
  ?connect_timeout:int64 ->
  ?resolve_timeout:int64 ->
  ?resolve_retries:int ->
  id:id ->
  [ `host ] Domain_name.t ->
  int list ->
  t * action list
[@@since "4.6"]

val connect_ip : t -> int64 -> id:int -> (Ipaddr.t * int) list -> t * action list [@@until "4.3"]

val connect_ip : t -> int64 -> id:id -> (Ipaddr.t * int) list -> t * action list
[@@since "4.4"] [@@until "4.5"]

val connect_ip :
  t ->
  int64 ->
  ?aaaa_timeout:int64 ->
  ?connect_delay:int64 ->
  ?connect_timeout:int64 ->
  id:id ->
  (Ipaddr.t * int) list ->
  t * action list
[@@since "4.6"]

val event : t -> int64 -> event -> t * action list
val resolve_timeout : t -> int64 [@@since "4.4"]

module Waiter_map : sig
  type key = Int.t [@@until "4.3"]
  type key = id [@@since "4.4"]
  type +!'a t

  val empty : 'a t
  val is_empty : 'a t -> bool
  val mem : key -> 'a t -> bool
  val add : key -> 'a -> 'a t -> 'a t
  val update : key -> ('a option -> 'a option) -> 'a t -> 'a t
  val singleton : key -> 'a -> 'a t
  val remove : key -> 'a t -> 'a t
  val merge : (key -> 'a option -> 'b option -> 'c option) -> 'a t -> 'b t -> 'c t
  val union : (key -> 'a -> 'a -> 'a option) -> 'a t -> 'a t -> 'a t
  val compare : ('a -> 'a -> int) -> 'a t -> 'a t -> int
  val equal : ('a -> 'a -> bool) -> 'a t -> 'a t -> bool
  val iter : (key -> 'a -> unit) -> 'a t -> unit
  val fold : (key -> 'a -> 'b -> 'b) -> 'a t -> 'b -> 'b
  val for_all : (key -> 'a -> bool) -> 'a t -> bool
  val exists : (key -> 'a -> bool) -> 'a t -> bool
  val filter : (key -> 'a -> bool) -> 'a t -> 'a t
  val filter_map : (key -> 'a -> 'b option) -> 'a t -> 'b t
  val partition : (key -> 'a -> bool) -> 'a t -> 'a t * 'a t
  val cardinal : 'a t -> int
  val bindings : 'a t -> (key * 'a) list
  val min_binding : 'a t -> key * 'a
  val min_binding_opt : 'a t -> (key * 'a) option
  val max_binding : 'a t -> key * 'a
  val max_binding_opt : 'a t -> (key * 'a) option
  val choose : 'a t -> key * 'a
  val choose_opt : 'a t -> (key * 'a) option
  val split : key -> 'a t -> 'a t * 'a option * 'a t
  val find : key -> 'a t -> 'a
  val find_opt : key -> 'a t -> 'a option
  val find_first : (key -> bool) -> 'a t -> key * 'a
  val find_first_opt : (key -> bool) -> 'a t -> (key * 'a) option
  val find_last : (key -> bool) -> 'a t -> key * 'a
  val find_last_opt : (key -> bool) -> 'a t -> (key * 'a) option
  val map : ('a -> 'b) -> 'a t -> 'b t
  val mapi : (key -> 'a -> 'b) -> 'a t -> 'b t
  val to_seq : 'a t -> (key * 'a) Seq.t
  val to_rev_seq : 'a t -> (key * 'a) Seq.t
  val to_seq_from : key -> 'a t -> (key * 'a) Seq.t
  val add_seq : (key * 'a) Seq.t -> 'a t -> 'a t
  val of_seq : (key * 'a) Seq.t -> 'a t
  val register : 'a -> 'a t -> 'a t * int [@@until "4.3"]
  val register : 'a -> 'a t -> 'a t * id [@@since "4.4"]
  val find_and_remove : int -> 'a t -> 'a t * 'a option [@@until "4.3"]
  val find_and_remove : id -> 'a t -> 'a t * 'a option [@@since "4.4"]
end
