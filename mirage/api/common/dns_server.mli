(** A server's answers to questions about names (dns 0.18 and 0.19). *)

type ip_endpoint = Ipaddr.t * int
type 'a process = src:ip_endpoint -> dst:ip_endpoint -> 'a -> Dns.Query.answer option Lwt.t

module type PROCESSOR = sig
  type context

  val process : context process
end

val compose : 'a process -> 'a process -> 'a process

type 'a processor = (module PROCESSOR with type context = 'a)

val process_query :
  Dns.Buf.t ->
  int ->
  Dns.Buf.t ->
  ip_endpoint ->
  ip_endpoint ->
  (module PROCESSOR) ->
  Dns.Buf.t option Lwt.t

val processor_of_process : Dns.Packet.t process -> Dns.Packet.t processor
val process_of_zonebuf : string -> Dns.Packet.t process
val process_of_zonebufs : string list -> Dns.Packet.t process
