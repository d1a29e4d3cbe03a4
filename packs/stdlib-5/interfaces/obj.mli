(** What became of it between OCaml 4.14.2 and 5.0.0 (stdlib/obj.mli). *)

module Extension_constructor : sig
  type t = extension_constructor

  val of_val : 'a -> t
  val name : t -> string
  val id : t -> int
end

val extension_constructor : 'a -> extension_constructor [@@port "stdlib-extension-constructor"] [@@port.to Obj.Extension_constructor.of_val] [@@until "4.14"]
val extension_name : extension_constructor -> string [@@port "stdlib-extension-constructor"] [@@port.to Obj.Extension_constructor.name] [@@until "4.14"]
val extension_id : extension_constructor -> int [@@port "stdlib-extension-constructor"] [@@port.to Obj.Extension_constructor.id] [@@until "4.14"]
val set_tag : t -> int -> unit [@@port "stdlib-obj"] [@@until "4.14"]
val truncate : t -> int -> unit [@@port "stdlib-obj"] [@@until "4.14"]
val final_tag : int [@@port "stdlib-obj"] [@@until "4.14"]
val marshal : t -> bytes [@@port "stdlib-obj"] [@@until "4.14"]
val unmarshal : bytes -> int -> t * int [@@port "stdlib-obj"] [@@until "4.14"]
val extension_slot : 'a -> t [@@port "stdlib-extension-slot"] [@@port.becomes (fun value -> Obj.repr (Rel.Extension_constructor.of_val value))] [@@until "4.02"]
