(** Random bytes of a unikernel (mirage-crypto 0.7.0 to 2.2.0). *)

[@@@since "3.7.5"]

[@@@complete]

val initialize : ?g:'a -> ?sleep:int64 -> 'a Mirage_crypto_rng.generator -> unit Lwt.t
[@@since "4.9"]

module type S = sig
  type g = Mirage_crypto_rng.g

  module Entropy : sig
    type source = Mirage_crypto_rng.Entropy.source

    val sources : unit -> source list
    val pp_source : Format.formatter -> source -> unit
    val register_source : string -> source
  end

  val generate_into : ?g:g -> bytes -> ?off:int -> int -> unit
  val generate : ?g:g -> int -> string
  val accumulate : g option -> Entropy.source -> [ `Acc of string -> unit ]
end
[@@since "4.7"] [@@until "4.8"]

module Make (T : Mirage_time.S) (M : Mirage_clock.MCLOCK) : sig
  val initialize :
    ?g:'a -> ?sleep:int64 -> (module Mirage_crypto_rng.Generator with type g = 'a) -> unit Lwt.t
  [@@until "4.3"]

  val initialize : ?g:'a -> ?sleep:int64 -> 'a Mirage_crypto_rng.generator -> unit Lwt.t
  [@@since "4.4"]

  type bits = int [@@since "4.0"] [@@until "4.6"]
  type g [@@until "4.6"]
  type g = Mirage_crypto_rng.g [@@since "4.7"]

  exception Unseeded_generator [@@since "4.0"] [@@until "4.6"]
  exception No_default_generator [@@since "4.0"] [@@until "4.6"]

  module Entropy : sig
    type source [@@until "4.6"]
    type source = Mirage_crypto_rng.Entropy.source [@@since "4.7"]

    val sources : unit -> source list
    val pp_source : Format.formatter -> source -> unit
    val register_source : string -> source
    val whirlwind_bootstrap : int -> Cstruct.t [@@until "4.6"]
    val cpu_rng_bootstrap : (int -> Cstruct.t, [ `Not_supported ]) result [@@until "4.6"]
    val bootstrap : int -> Cstruct.t [@@until "4.6"]
    val interrupt_hook : unit -> unit -> Cstruct.t [@@until "4.6"]
    val timer_accumulator : g option -> unit -> unit [@@until "4.6"]
    val feed_pools : g option -> source -> (unit -> Cstruct.t) -> unit [@@until "4.6"]
    val cpu_rng : (g option -> unit -> unit, [ `Not_supported ]) result [@@until "4.6"]
    val id : source -> int [@@until "4.6"]
    val header : int -> Cstruct.t -> Cstruct.t [@@until "4.6"]
  end
  [@@since "4.0"]

  val generate_into : ?g:g -> bytes -> ?off:int -> int -> unit [@@since "4.7"]

  module type Generator = sig
    type g

    val block : int
    val create : ?time:(unit -> int64) -> unit -> g
    val generate : g:g -> int -> Cstruct.t
    val reseed : g:g -> Cstruct.t -> unit
    val accumulate : g:g -> Entropy.source -> [ `Acc of Cstruct.t -> unit ]
    val seeded : g:g -> bool
    val pools : int
  end
  [@@since "4.0"] [@@until "4.6"]

  type 'a generator = (module Generator with type g = 'a) [@@since "4.0"] [@@until "4.6"]

  module Fortuna : Generator [@@since "4.0"] [@@until "4.6"]

  module Hmac_drbg (H : Mirage_crypto.Hash.S) : Generator [@@since "4.0"] [@@until "4.6"]

  val create :
    ?g:'a ->
    ?seed:Cstruct.t ->
    ?strict:bool ->
    ?time:(unit -> int64) ->
    (module Generator with type g = 'a) ->
    g
  [@@since "4.0"] [@@until "4.3"]

  val create :
    ?g:'a -> ?seed:Cstruct.t -> ?strict:bool -> ?time:(unit -> int64) -> 'a generator -> g
  [@@since "4.4"] [@@until "4.6"]

  val default_generator : unit -> g [@@since "4.0"] [@@until "4.6"]
  val set_default_generator : g -> unit [@@since "4.0"] [@@until "4.6"]
  val unset_default_generator : unit -> unit [@@since "4.4"] [@@until "4.6"]
  val generate : ?g:g -> int -> Cstruct.t [@@until "4.6"]
  val generate : ?g:g -> int -> string [@@since "4.7"]
  val block : g option -> int [@@since "4.0"] [@@until "4.6"]
  val reseed : ?g:g -> Cstruct.t -> unit [@@since "4.0"] [@@until "4.6"]

  val accumulate : g option -> Entropy.source -> [ `Acc of Cstruct.t -> unit ]
  [@@since "4.0"] [@@until "4.6"]

  val accumulate : g option -> Entropy.source -> [ `Acc of string -> unit ] [@@since "4.7"]
  val seeded : g option -> bool [@@since "4.0"] [@@until "4.6"]
  val pools : g option -> int [@@since "4.0"] [@@until "4.6"]
  val strict : g option -> bool [@@since "4.0"] [@@until "4.6"]
end
[@@port "functor-random"]
[@@until "4.8"]
