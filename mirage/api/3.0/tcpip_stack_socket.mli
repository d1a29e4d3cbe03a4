(** The stack of the host, over sockets (tcpip 3.0). *)

include Mirage_stack_lwt.V4
