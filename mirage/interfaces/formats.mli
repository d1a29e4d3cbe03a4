(** Messages of Qubes OS (mirage-qubes 0.4). *)

module type FRAMING = sig
  val header_size : int
  val body_size_from_header : Cstruct.t -> int
end

module Qrexec : sig
  val sizeof_msg_header : int
  val get_msg_header_ty : Cstruct.t -> Cstruct.uint32
  val set_msg_header_ty : Cstruct.t -> Cstruct.uint32 -> unit
  val get_msg_header_len : Cstruct.t -> Cstruct.uint32
  val set_msg_header_len : Cstruct.t -> Cstruct.uint32 -> unit
  val hexdump_msg_header_to_buffer : Buffer.t -> Cstruct.t -> unit
  val hexdump_msg_header : Cstruct.t -> unit
  val sizeof_peer_info : int
  val get_peer_info_version : Cstruct.t -> Cstruct.uint32
  val set_peer_info_version : Cstruct.t -> Cstruct.uint32 -> unit
  val hexdump_peer_info_to_buffer : Buffer.t -> Cstruct.t -> unit
  val hexdump_peer_info : Cstruct.t -> unit
  val sizeof_exec_params : int
  val get_exec_params_connect_domain : Cstruct.t -> Cstruct.uint32
  val set_exec_params_connect_domain : Cstruct.t -> Cstruct.uint32 -> unit
  val get_exec_params_connect_port : Cstruct.t -> Cstruct.uint32
  val set_exec_params_connect_port : Cstruct.t -> Cstruct.uint32 -> unit
  val hexdump_exec_params_to_buffer : Buffer.t -> Cstruct.t -> unit
  val hexdump_exec_params : Cstruct.t -> unit
  val sizeof_exit_status : int
  val get_exit_status_return_code : Cstruct.t -> Cstruct.uint32
  val set_exit_status_return_code : Cstruct.t -> Cstruct.uint32 -> unit
  val hexdump_exit_status_to_buffer : Buffer.t -> Cstruct.t -> unit
  val hexdump_exit_status : Cstruct.t -> unit

  type msg_type =
    [ `Connection_terminated | `Data_exit_code | `Data_stderr | `Data_stdin | `Data_stdout
    | `Exec_cmdline | `Hello | `Just_exec | `Service_connect | `Trigger_service ]

  val type_of_int :
    int32 ->
    [> `Connection_terminated | `Data_exit_code | `Data_stderr | `Data_stdin | `Data_stdout
      | `Exec_cmdline | `Hello | `Just_exec | `Service_connect | `Trigger_service
      | `Unknown of int32 ]
  val int_of_type :
    [< `Connection_terminated | `Data_exit_code | `Data_stderr | `Data_stdin | `Data_stdout
      | `Exec_cmdline | `Hello | `Just_exec | `Service_connect | `Trigger_service
      | `Unknown of int32 ] ->
    int32

  module Framing : sig
    val header_size : int
    val body_size_from_header : Cstruct.t -> int
  end
end

module GUI : sig
  val sizeof_gui_protocol_version : int
  val get_gui_protocol_version_version : Cstruct.t -> Cstruct.uint32
  val set_gui_protocol_version_version : Cstruct.t -> Cstruct.uint32 -> unit
  val hexdump_gui_protocol_version_to_buffer : Buffer.t -> Cstruct.t -> unit
  val hexdump_gui_protocol_version : Cstruct.t -> unit
  val sizeof_msg_header : int
  val get_msg_header_ty : Cstruct.t -> Cstruct.uint32
  val set_msg_header_ty : Cstruct.t -> Cstruct.uint32 -> unit
  val get_msg_header_window : Cstruct.t -> Cstruct.uint32
  val set_msg_header_window : Cstruct.t -> Cstruct.uint32 -> unit
  val hexdump_msg_header_to_buffer : Buffer.t -> Cstruct.t -> unit
  val hexdump_msg_header : Cstruct.t -> unit
  val sizeof_xconf : int
  val get_xconf_w : Cstruct.t -> Cstruct.uint32
  val set_xconf_w : Cstruct.t -> Cstruct.uint32 -> unit
  val get_xconf_h : Cstruct.t -> Cstruct.uint32
  val set_xconf_h : Cstruct.t -> Cstruct.uint32 -> unit
  val get_xconf_depth : Cstruct.t -> Cstruct.uint32
  val set_xconf_depth : Cstruct.t -> Cstruct.uint32 -> unit
  val get_xconf_mem : Cstruct.t -> Cstruct.uint32
  val set_xconf_mem : Cstruct.t -> Cstruct.uint32 -> unit
  val hexdump_xconf_to_buffer : Buffer.t -> Cstruct.t -> unit
  val hexdump_xconf : Cstruct.t -> unit

  module Framing : sig
    val header_size : int
    val body_size_from_header : 'a -> 'b
  end
end

module QubesDB : sig
  type qdb_msg =
    | QDB_CMD_READ | QDB_CMD_WRITE | QDB_CMD_MULTIREAD | QDB_CMD_LIST | QDB_CMD_RM | QDB_CMD_WATCH
    | QDB_CMD_UNWATCH | QDB_RESP_OK | QDB_RESP_ERROR_NOENT | QDB_RESP_ERROR | QDB_RESP_READ
    | QDB_RESP_MULTIREAD | QDB_RESP_LIST | QDB_RESP_WATCH

  val int_to_qdb_msg : int -> qdb_msg option
  val qdb_msg_to_int : qdb_msg -> int
  val compare_qdb_msg : qdb_msg -> qdb_msg -> int
  val qdb_msg_to_string : qdb_msg -> string
  val string_to_qdb_msg : string -> qdb_msg option
  val sizeof_msg_header : int
  val get_msg_header_ty : Cstruct.t -> Cstruct.uint8
  val set_msg_header_ty : Cstruct.t -> Cstruct.uint8 -> unit
  val get_msg_header_path : Cstruct.t -> Cstruct.t
  val copy_msg_header_path : Cstruct.t -> string
  val set_msg_header_path : string -> int -> Cstruct.t -> unit
  val blit_msg_header_path : Cstruct.t -> int -> Cstruct.t -> unit
  val get_msg_header_padding : Cstruct.t -> Cstruct.t
  val copy_msg_header_padding : Cstruct.t -> string
  val set_msg_header_padding : string -> int -> Cstruct.t -> unit
  val blit_msg_header_padding : Cstruct.t -> int -> Cstruct.t -> unit
  val get_msg_header_data_len : Cstruct.t -> Cstruct.uint32
  val set_msg_header_data_len : Cstruct.t -> Cstruct.uint32 -> unit
  val hexdump_msg_header_to_buffer : Buffer.t -> Cstruct.t -> unit
  val hexdump_msg_header : Cstruct.t -> unit
  val make_msg_header : ty:qdb_msg -> path:string -> data_len:int -> Cstruct.t

  module Framing : sig
    val header_size : int
    val body_size_from_header : Cstruct.t -> int
  end
end
