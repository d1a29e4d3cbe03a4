(** The stack of the host, over sockets (tcpip 2.8). *)

module Make (C : V1_LWT.CONSOLE) : sig
  include V1_LWT.STACKV4
end
[@@port "stack-socket-make"]
