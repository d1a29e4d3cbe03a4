(** Servers of HTTP over channels, as Mirage before 2.2 had them (mirage-http 1). *)

[@@@until "2.9.1"]

module Make (Channel : V1_LWT.CHANNEL) : sig
  module Request : sig
    type t = Cohttp.Request.t

    val uri : t -> Uri.t
    val meth : t -> Cohttp.Code.meth
    val headers : t -> Cohttp.Header.t
  end
  [@@port "cohttp-lwt-parts"]

  module Response : sig
    type t = Cohttp.Response.t

    val make :
      ?status:Cohttp.Code.status -> ?flush:bool -> ?headers:Cohttp.Header.t -> unit -> t
    val status : t -> Cohttp.Code.status
    val headers : t -> Cohttp.Header.t
  end
  [@@port "cohttp-lwt-parts"]

  module Server : sig
    include Cohttp_lwt.Server

    val listen : t -> Channel.flow -> unit Lwt.t
  end
end
[@@port "http-make"] [@@port "http-server-module"]
