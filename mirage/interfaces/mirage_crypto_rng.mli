(** Random bytes (mirage-crypto 0.7.0 to 2.2.0). *)

[@@@since "3.7.5"]

[@@@complete]

type bits = int [@@until "4.6"]
type g

exception Unseeded_generator
exception No_default_generator

val default_generator : unit -> g
val set_default_generator : g -> unit
val generate : ?g:g -> int -> Cstruct.t [@@until "4.6"]
val block : g option -> int
val reseed : ?g:g -> Cstruct.t -> unit [@@until "4.6"]
val accumulate : g option -> source:int -> [ `Acc of Cstruct.t -> unit ] [@@until "3.9"]
val seeded : g option -> bool
val pools : g option -> int
val strict : g option -> bool

module Entropy : sig
  type source = [ `Getrandom | `Rdrand | `Rdseed | `Timer ] [@@until "3.9"]
  type source [@@since "3.10"]

  val pp_source : Format.formatter -> source -> unit
  val register_source : string -> source [@@since "3.10"]
  val sources : unit -> source list
  val whirlwind_bootstrap : int -> Cstruct.t [@@until "4.6"]
  val whirlwind_bootstrap : int -> string [@@since "4.7"]
  val cpu_rng_bootstrap : int -> Cstruct.t [@@until "3.9"]

  val cpu_rng_bootstrap : (int -> Cstruct.t, [ `Not_supported ]) result
  [@@since "3.10"] [@@until "4.6"]

  val cpu_rng_bootstrap : (int -> string, [ `Not_supported ]) result [@@since "4.7"]
  val bootstrap : int -> Cstruct.t [@@until "4.6"]
  val bootstrap : int -> string [@@since "4.7"]
  val interrupt_hook : unit -> unit -> Cstruct.t [@@until "4.6"]
  val interrupt_hook : unit -> string [@@since "4.7"]
  val timer_accumulator : g option -> unit -> unit
  val feed_pools : g option -> source -> (unit -> Cstruct.t) -> unit [@@until "4.6"]
  val feed_pools : g option -> source -> (unit -> string) -> unit [@@since "4.7"] [@@until "4.8"]

  val feed_pools : g option -> source -> (unit -> (string, [ `No_random_available ]) result) -> unit
  [@@since "4.9"]

  val cpu_rng : g option -> unit [@@until "3.9"]
  val cpu_rng : (g option -> unit -> unit, [ `Not_supported ]) result [@@since "3.10"]
  val rdrand_calls : unit -> int [@@since "4.9"]
  val rdrand_failures : unit -> int [@@since "4.9"]
  val rdseed_calls : unit -> int [@@since "4.9"]
  val rdseed_failures : unit -> int [@@since "4.9"]
  val id : source -> int [@@since "3.10"]
  val add_source : source -> unit [@@until "3.9"]
  val header : source -> Cstruct.t -> Cstruct.t [@@until "3.9"]
  val header : int -> Cstruct.t -> Cstruct.t [@@since "3.10"] [@@until "4.6"]
  val header : int -> string -> string [@@since "4.7"]
end

module type Generator = sig
  type g

  val block : int
  val create : ?time:(unit -> int64) -> unit -> g
  val generate_into : g:g -> bytes -> off:int -> int -> unit [@@since "4.7"]
  val generate : g:g -> int -> Cstruct.t [@@until "4.6"]
  val reseed : g:g -> Cstruct.t -> unit [@@until "4.6"]
  val reseed : g:g -> string -> unit [@@since "4.7"]
  val accumulate : g:g -> source:int -> [ `Acc of Cstruct.t -> unit ] [@@until "3.9"]

  val accumulate : g:g -> Entropy.source -> [ `Acc of Cstruct.t -> unit ]
  [@@since "3.10"] [@@until "4.6"]

  val accumulate : g:g -> Entropy.source -> [ `Acc of string -> unit ] [@@since "4.7"]
  val seeded : g:g -> bool
  val pools : int
end

val create :
  ?g:'a ->
  ?seed:Cstruct.t ->
  ?strict:bool ->
  ?time:(unit -> int64) ->
  (module Generator with type g = 'a) ->
  g
[@@until "4.3"]

module Hmac_drbg (H : Mirage_crypto.Hash.S) : Generator [@@until "4.6"]

module Fortuna : Generator

type 'a generator = (module Generator with type g = 'a)

module Hmac_drbg (H : Digestif.S) : Generator [@@since "4.7"]

val entropy_test : unit -> unit [@@since "4.9"]
val reseed : ?g:g -> string -> unit [@@since "4.7"]
val generate : ?g:g -> int -> string [@@since "4.7"]
val unset_default_generator : unit -> unit [@@since "4.4"]
val generate_into : ?g:g -> bytes -> ?off:int -> int -> unit [@@since "4.7"]

val create : ?g:'a -> ?seed:Cstruct.t -> ?strict:bool -> ?time:(unit -> int64) -> 'a generator -> g
[@@since "4.4"] [@@until "4.6"]

val create : ?g:'a -> ?seed:string -> ?strict:bool -> ?time:(unit -> int64) -> 'a generator -> g
[@@since "4.7"]

val accumulate : g option -> Entropy.source -> [ `Acc of Cstruct.t -> unit ]
[@@since "3.10"] [@@until "4.6"]

val accumulate : g option -> Entropy.source -> [ `Acc of string -> unit ] [@@since "4.7"]
