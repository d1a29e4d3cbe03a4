(** Requests and responses, as far as a server looks at them. *)

module Header : sig
  type t

  val init : unit -> t
  val init_with : string -> string -> t
  val add : t -> string -> string -> t
  val get : t -> string -> string option
  val of_list : (string * string) list -> t
end

module Code : sig
  type status = [ `OK | `Not_found | `Moved_permanently | `Bad_request | `Internal_server_error ]
  type meth = [ `GET | `POST | `HEAD | `PUT | `DELETE ]
end

module Connection : sig
  type t

  val to_string : t -> string
end

module Request : sig
  type t

  val uri : t -> Uri.t
  val meth : t -> Code.meth
  val headers : t -> Header.t
  val sexp_of_t : t -> Sexplib.Sexp.t
end

module Response : sig
  type t

  val make : ?status:Code.status -> ?flush:bool -> ?headers:Header.t -> unit -> t
  val status : t -> Code.status
  val headers : t -> Header.t
  val sexp_of_t : t -> Sexplib.Sexp.t
end
