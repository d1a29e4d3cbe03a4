(** A server's answers to questions about names (dns 0.19.1). *)

[@@@complete]

type ip_endpoint = Ipaddr.t * int
type 'a process = src:ip_endpoint -> dst:ip_endpoint -> 'a -> Dns.Query.answer option Lwt.t

module type PROCESSOR = sig
  type context

  val query_of_context : context -> Dns.Packet.t
  val parse : Dns.Buf.t -> context option
  val marshal : Dns.Buf.t -> context -> Dns.Packet.t -> Dns.Buf.t option
  val process : context process
end

type 'a processor = (module PROCESSOR with type context = 'a)

val compose : Dns.Packet.t process -> Dns.Packet.t process -> Dns.Packet.t process
val process_query :
  Dns.Buf.t ->
  int ->
  Dns.Buf.t ->
  ip_endpoint ->
  ip_endpoint ->
  (module PROCESSOR) ->
  Dns.Buf.t option Lwt.t
val processor_of_process : Dns.Packet.t process -> Dns.Packet.t processor
val process_of_zonebufs : string list -> Dns.Packet.t process
val process_of_zonebuf : string -> Dns.Packet.t process
