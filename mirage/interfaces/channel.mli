(** Buffered channels over flows (mirage-channel 1.1.1). *)

[@@@until "2.9.1"]

module Make (Flow : V1_LWT.FLOW) : sig
  include V1_LWT.CHANNEL with type flow = Flow.flow

  val read_exactly : len:int -> t -> buffer list Lwt.t
  [@@watch]
  [@@port "channel-read"]

  exception Read_error of Flow.error
  [@@port "channel-exceptions"]

  exception Write_error of Flow.error
  [@@port "channel-exceptions"]
end
[@@port "channel-make"]
