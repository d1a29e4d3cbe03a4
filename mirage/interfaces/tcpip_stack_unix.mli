(** Made of Tcpip_stack_direct.Make for Unix (tcpip 2.8). *)

[@@@until "2.9.1"]

[@@@port "tcpip-unix-modules"]

include V1_LWT.STACKV4
