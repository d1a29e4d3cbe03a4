(** The signatures of Mirage 2 devices over Lwt.
    Facts: mirage v2.9.1 types/V1_LWT.mli. *)

[@@@until "2.9.1"]

[@@@port "open-v1-lwt"]

type ('console, 'netif, 'mode) stackv4_config = {
  name : string;
  console : 'console;
  interface : 'netif;
  mode : 'mode;
}
[@@port "stackv4-config"]
(** How a direct stack was put together. *)

type direct_stack_config = [ `DHCP | `IPv4 of Ipaddr.V4.t * Ipaddr.V4.t * Ipaddr.V4.t list ]
[@@port "stackv4-direct-config"]
(** How a direct stack got its addresses. *)

type socket_stack_config = Ipaddr.V4.t list
[@@port "stackv4-socket-config"]
(** The addresses a stack over sockets listened on. *)

module type TIME = sig
  type 'a io = 'a Lwt.t
  val sleep : float -> unit io
  [@@port "time-sleep"]
end
[@@port.to Mirage_time_lwt.S]
[@@port "v1-module-type"]

(** Until 2.4. *)

module type ENTROPY = sig
  type 'a io = 'a Lwt.t
  type t
  type id
  type error = [ `No_entropy_device of string ]
  type buffer = Cstruct.t
  type handler = source:int -> buffer -> unit

  val connect : id -> [ `Ok of t | `Error of error ] io
  val disconnect : t -> unit io
  val handler : t -> handler -> unit io
end
[@@port "entropy-type"]

module type FLOW = sig
  type 'a io = 'a Lwt.t
  type buffer = Cstruct.t
  type flow
  type error
  val error_message : error -> string
  [@@port "flow-error-message"]
  val read : flow -> [ `Eof | `Error of error | `Ok of buffer ] io
  [@@port "flow-read"]
  val write : flow -> buffer -> [ `Eof | `Error of error | `Ok of unit ] io
  [@@port "flow-write"]
  val writev :
    flow ->
    buffer list ->
    [ `Eof | `Error of error | `Ok of unit ] io
  [@@port "flow-write"]
  val close : flow -> unit io
end
[@@port.to Mirage_flow_lwt.S]
[@@port "v1-module-type"]

module type CONSOLE = sig
  type error = [ `Invalid_console of string ]
  [@@port "console-error"]
  type 'a io = 'a Lwt.t
  type t
  type id
  [@@port "device-id"]
  type buffer = Cstruct.t
  val disconnect : t -> unit io
  val error_message : error -> string
  [@@port "flow-error-message"]
  val read : t -> [ `Eof | `Error of error | `Ok of buffer ] io
  [@@port "flow-read"]
  val write : t -> buffer -> [ `Eof | `Error of error | `Ok of unit ] io
  [@@port "flow-write"]
  val writev :
    t ->
    buffer list ->
    [ `Eof | `Error of error | `Ok of unit ] io
  [@@port "flow-write"]
  val close : t -> unit io
  val log : t -> string -> unit
  [@@port "console-log"]
  val log_s : t -> string -> unit io
  [@@port "console-log-s"]
end
[@@port.to Mirage_console_lwt.S]
[@@port "v1-module-type"]

module type BLOCK = sig
  type page_aligned_buffer = Cstruct.t
  type error = [ `Disconnected | `Is_read_only | `Unimplemented | `Unknown of string ]
  [@@port "block-error"]
  type 'a io = 'a Lwt.t
  type t
  type id
  [@@port "device-id"]
  type info = { read_write : bool; sector_size : int; size_sectors : int64; }
  [@@port "block-info-fields"]
  val disconnect : t -> unit io
  val get_info : t -> info io
  val read :
    t ->
    int64 ->
    page_aligned_buffer list ->
    [ `Error of error | `Ok of unit ] io
  [@@port "block-read"]
  val write :
    t ->
    int64 ->
    page_aligned_buffer list ->
    [ `Error of error | `Ok of unit ] io
  [@@port "block-write"]
end
[@@port.to Mirage_block_lwt.S]
[@@port "v1-module-type"]

module type NETWORK = sig
  type page_aligned_buffer = Io_page.t
  type buffer = Cstruct.t
  type error = [ `Disconnected | `Unimplemented | `Unknown of string ]
  [@@port "network-error"]
  type macaddr = Macaddr.t
  type 'a io = 'a Lwt.t
  type t
  type id
  [@@port "device-id"]
  type stats = {
    mutable rx_bytes : int64;
    mutable rx_pkts : int32;
    mutable tx_bytes : int64;
    mutable tx_pkts : int32;
  }
  [@@port "network-stats-fields"]
  val disconnect : t -> unit io
  val write : t -> buffer -> unit io
  [@@port "network-write"]
  val writev : t -> buffer list -> unit io
  [@@port "network-write"]
  val listen : t -> (buffer -> unit io) -> unit io
  [@@port "network-listen"]
  val mac : t -> macaddr
  val get_stats_counters : t -> stats
  val reset_stats_counters : t -> unit
end
[@@port.to Mirage_net_lwt.S]
[@@port "v1-module-type"]

module type ETHIF = sig
  type buffer = Cstruct.t
  type netif
  type error = [ `Disconnected | `Unimplemented | `Unknown of string ]
  [@@port "ethif-error"]
  type macaddr = Macaddr.t
  type 'a io = 'a Lwt.t
  type t
  val disconnect : t -> unit io
  val write : t -> buffer -> unit io
  [@@port "ethif-write"]
  val writev : t -> buffer list -> unit io
  [@@port "ethif-write"]
  val mac : t -> macaddr
  val input :
    arpv4:(buffer ->
    unit io) ->
    ipv4:(buffer ->
    unit io) ->
    ipv6:(buffer ->
    unit io) ->
    t ->
    buffer ->
    unit io
  [@@port "ethif-input-arpv4"]
end
[@@port.to Mirage_protocols_lwt.ETHIF]
[@@port "v1-module-type"]

module type ARP = sig
  type 'a io = 'a Lwt.t
  type t
  type error
  type id
  [@@port "device-id"]
  type ipaddr = Ipaddr.V4.t
  type buffer = Cstruct.t
  type macaddr = Macaddr.t
  type repr
  type result = [ `Ok of macaddr | `Timeout ]
  [@@port "arp-result"]
  val disconnect : t -> unit io
  val to_repr : t -> repr io
  val pp : Format.formatter -> repr -> unit
  val get_ips : t -> ipaddr list
  val set_ips : t -> ipaddr list -> unit io
  val remove_ip : t -> ipaddr -> unit io
  val add_ip : t -> ipaddr -> unit io
  val query : t -> ipaddr -> result io
  [@@port "arp-query"]
  val input : t -> buffer -> unit io
end
[@@port.to Mirage_protocols_lwt.ARP]
[@@port "v1-module-type"]

module type IP = sig
  type buffer = Cstruct.t
  type ethif
  type ipaddr
  type prefix
  [@@port "ipv4-prefix"]
  type error = [ `Unimplemented | `Unknown of string ]
  [@@port "ip-error"]
  type 'a io = 'a Lwt.t
  type t
  type uipaddr = Ipaddr.t
  type callback = src:ipaddr -> dst:ipaddr -> buffer -> unit io
  val disconnect : t -> unit io
  val input :
    t ->
    tcp:callback ->
    udp:callback ->
    default:(proto:int ->
    callback) ->
    buffer ->
    unit io
  val allocate_frame : t -> dst:ipaddr -> proto:[ `ICMP | `TCP | `UDP ] -> buffer * int
  val write : t -> buffer -> buffer -> unit io
  [@@port "ip-write"]
  val writev : t -> buffer -> buffer list -> unit io
  [@@port "ip-write"]
  val checksum : buffer -> buffer list -> int
  val get_source : t -> dst:ipaddr -> ipaddr
  [@@port "ip-get-source"]
  val set_ip : t -> ipaddr -> unit io
  val get_ip : t -> ipaddr list
  val set_ip_netmask : t -> prefix -> unit io
  [@@port "ip-set-ip-netmask"]
  val get_ip_netmasks : t -> prefix list
  [@@port "ip-get-ip-netmasks"]
  val set_ip_gateways : t -> ipaddr list -> unit io
  [@@port "ip-set-ip-gateways"]
  val get_ip_gateways : t -> ipaddr list
  [@@port "ip-get-ip-gateways"]
  val to_uipaddr : ipaddr -> uipaddr
  val of_uipaddr : uipaddr -> ipaddr option
end
[@@port.to Mirage_protocols_lwt.IP]
[@@port "v1-module-type"]

module type IPV4 = sig
  type buffer = Cstruct.t
  type ethif
  type ipaddr = Ipaddr.V4.t
  type prefix = Ipaddr.V4.t
  [@@port "ipv4-prefix"]
  type error = [ `Unimplemented | `Unknown of string ]
  [@@port "ip-error"]
  type 'a io = 'a Lwt.t
  type t
  type uipaddr = Ipaddr.t
  type callback = src:ipaddr -> dst:ipaddr -> buffer -> unit io
  val disconnect : t -> unit io
  val input :
    t ->
    tcp:callback ->
    udp:callback ->
    default:(proto:int ->
    callback) ->
    buffer ->
    unit io
  val allocate_frame : t -> dst:ipaddr -> proto:[ `ICMP | `TCP | `UDP ] -> buffer * int
  val write : t -> buffer -> buffer -> unit io
  [@@port "ip-write"]
  val writev : t -> buffer -> buffer list -> unit io
  [@@port "ip-write"]
  val checksum : buffer -> buffer list -> int
  val get_source : t -> dst:ipaddr -> ipaddr
  [@@port "ip-get-source"]
  val set_ip : t -> ipaddr -> unit io
  val get_ip : t -> ipaddr list
  val set_ipv4 : t -> ipaddr -> unit io
  [@@port "ip-set-ipv4"]
  val get_ipv4 : t -> ipaddr
  [@@port "ip-get-ipv4"]
  val set_ipv4_netmask : t -> prefix -> unit io
  [@@port "ip-set-ip-netmask"]
  val set_ipv4_gateways : t -> ipaddr list -> unit io
  [@@port "ip-set-ip-gateways"]
  val set_ip_netmask : t -> prefix -> unit io
  [@@port "ip-set-ip-netmask"]
  val get_ip_netmasks : t -> prefix list
  [@@port "ip-get-ip-netmasks"]
  val set_ip_gateways : t -> ipaddr list -> unit io
  [@@port "ip-set-ip-gateways"]
  val get_ip_gateways : t -> ipaddr list
  [@@port "ip-get-ip-gateways"]
  val to_uipaddr : ipaddr -> uipaddr
  val of_uipaddr : uipaddr -> ipaddr option
end
[@@port.to Mirage_protocols_lwt.IPV4]
[@@port "v1-module-type"]

module type IPV6 = sig
  type buffer = Cstruct.t
  type ethif
  type ipaddr = Ipaddr.V6.t
  type prefix = Ipaddr.V6.Prefix.t
  type error = [ `Unimplemented | `Unknown of string ]
  [@@port "ip-error"]
  type 'a io = 'a Lwt.t
  type t
  type uipaddr = Ipaddr.t
  type callback = src:ipaddr -> dst:ipaddr -> buffer -> unit io
  val disconnect : t -> unit io
  val input :
    t ->
    tcp:callback ->
    udp:callback ->
    default:(proto:int ->
    callback) ->
    buffer ->
    unit io
  val allocate_frame : t -> dst:ipaddr -> proto:[ `ICMP | `TCP | `UDP ] -> buffer * int
  val write : t -> buffer -> buffer -> unit io
  [@@port "ip-write"]
  val writev : t -> buffer -> buffer list -> unit io
  [@@port "ip-write"]
  val checksum : buffer -> buffer list -> int
  val get_source : t -> dst:ipaddr -> ipaddr
  [@@port "ip-get-source"]
  val set_ip : t -> ipaddr -> unit io
  val get_ip : t -> ipaddr list
  val set_ip_netmask : t -> prefix -> unit io
  [@@port "ip-set-ip-netmask"]
  val get_ip_netmasks : t -> prefix list
  [@@port "ip-get-ip-netmasks"]
  val set_ip_gateways : t -> ipaddr list -> unit io
  [@@port "ip-set-ip-gateways"]
  val get_ip_gateways : t -> ipaddr list
  [@@port "ip-get-ip-gateways"]
  val to_uipaddr : ipaddr -> uipaddr
  val of_uipaddr : uipaddr -> ipaddr option
end
[@@port.to Mirage_protocols_lwt.IPV6]
[@@port "v1-module-type"]

module type ICMP = sig
  type 'a io = 'a Lwt.t
  type t
  type error
  type id
  [@@port "device-id"]
  type ipaddr
  type buffer = Cstruct.t
  val disconnect : t -> unit io
  val pp_error : Format.formatter -> error -> unit
  val input : t -> src:ipaddr -> dst:ipaddr -> buffer -> unit io
  val write : t -> dst:ipaddr -> buffer -> unit io
  [@@port "icmp-write"]
end
[@@port.to Mirage_protocols_lwt.ICMP]
[@@port "v1-module-type"]

module type ICMPV4 = sig
  type 'a io = 'a Lwt.t
  type t
  type error
  type id
  [@@port "device-id"]
  type ipaddr = Ipaddr.V4.t
  type buffer = Cstruct.t
  val disconnect : t -> unit io
  val pp_error : Format.formatter -> error -> unit
  val input : t -> src:ipaddr -> dst:ipaddr -> buffer -> unit io
  val write : t -> dst:ipaddr -> buffer -> unit io
  [@@port "icmp-write"]
end
[@@port.to Mirage_protocols_lwt.ICMPV4]
[@@port "v1-module-type"]

module type UDP = sig
  type buffer = Cstruct.t
  type ip
  type ipaddr
  type ipinput
  type error = [ `Unknown of string ]
  [@@port "udp-error"]
  type 'a io = 'a Lwt.t
  type t
  type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> buffer -> unit io
  val disconnect : t -> unit io
  val input : listeners:(dst_port:int -> callback option) -> t -> ipinput
  val write :
    ?source_port:int ->
    dest_ip:ipaddr ->
    dest_port:int ->
    t ->
    buffer ->
    unit io
  [@@port "udp-write-labels"]
  [@@port "udp-write"]
end
[@@port.to Mirage_protocols_lwt.UDP]
[@@port "v1-module-type"]

module type UDPV4 = sig
  type buffer = Cstruct.t
  type ip
  type ipaddr = Ipaddr.V4.t
  type ipinput
  type error = [ `Unknown of string ]
  [@@port "udp-error"]
  type 'a io = 'a Lwt.t
  type t
  type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> buffer -> unit io
  val disconnect : t -> unit io
  val input : listeners:(dst_port:int -> callback option) -> t -> ipinput
  val write :
    ?source_port:int ->
    dest_ip:ipaddr ->
    dest_port:int ->
    t ->
    buffer ->
    unit io
  [@@port "udp-write-labels"]
  [@@port "udp-write"]
end
[@@port.to Mirage_protocols_lwt.UDPV4]
[@@port "v1-module-type"]

module type UDPV6 = sig
  type buffer = Cstruct.t
  type ip
  type ipaddr = Ipaddr.V6.t
  type ipinput
  type error = [ `Unknown of string ]
  [@@port "udp-error"]
  type 'a io = 'a Lwt.t
  type t
  type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> buffer -> unit io
  val disconnect : t -> unit io
  val input : listeners:(dst_port:int -> callback option) -> t -> ipinput
  val write :
    ?source_port:int ->
    dest_ip:ipaddr ->
    dest_port:int ->
    t ->
    buffer ->
    unit io
  [@@port "udp-write-labels"]
  [@@port "udp-write"]
end
[@@port.to Mirage_protocols_lwt.UDPV6]
[@@port "v1-module-type"]

module type TCP = sig
  type buffer = Cstruct.t
  type ip
  type ipaddr
  type ipinput
  type flow
  type error = [ `Refused | `Timeout | `Unknown of string ]
  [@@port "tcp-error"]
  type 'a io = 'a Lwt.t
  type t
  type callback = flow -> unit io
  val disconnect : t -> unit io
  val error_message : error -> string
  [@@port "flow-error-message"]
  val read : flow -> [ `Eof | `Error of error | `Ok of buffer ] io
  [@@port "flow-read"]
  val write : flow -> buffer -> [ `Eof | `Error of error | `Ok of unit ] io
  [@@port "flow-write"]
  val writev :
    flow ->
    buffer list ->
    [ `Eof | `Error of error | `Ok of unit ] io
  [@@port "flow-write"]
  val close : flow -> unit io
  val get_dest : flow -> ipaddr * int
  [@@port "tcp-get-dest"]
  val write_nodelay : flow -> buffer -> unit io
  [@@port "tcp-write-nodelay"]
  val writev_nodelay : flow -> buffer list -> unit io
  [@@port "tcp-write-nodelay"]
  val create_connection :
    t ->
    ipaddr * int ->
    [ `Error of error | `Ok of flow ] io
  [@@port "tcp-create-connection"]
  val input : t -> listeners:(int -> callback option) -> ipinput
end
[@@port.to Mirage_protocols_lwt.TCP]
[@@port "v1-module-type"]

module type TCPV4 = sig
  type buffer = Cstruct.t
  type ip
  type ipaddr = Ipaddr.V4.t
  type ipinput
  type flow
  type error = [ `Refused | `Timeout | `Unknown of string ]
  [@@port "tcp-error"]
  type 'a io = 'a Lwt.t
  type t
  type callback = flow -> unit io
  val disconnect : t -> unit io
  val error_message : error -> string
  [@@port "flow-error-message"]
  val read : flow -> [ `Eof | `Error of error | `Ok of buffer ] io
  [@@port "flow-read"]
  val write : flow -> buffer -> [ `Eof | `Error of error | `Ok of unit ] io
  [@@port "flow-write"]
  val writev :
    flow ->
    buffer list ->
    [ `Eof | `Error of error | `Ok of unit ] io
  [@@port "flow-write"]
  val close : flow -> unit io
  val get_dest : flow -> ipaddr * int
  [@@port "tcp-get-dest"]
  val write_nodelay : flow -> buffer -> unit io
  [@@port "tcp-write-nodelay"]
  val writev_nodelay : flow -> buffer list -> unit io
  [@@port "tcp-write-nodelay"]
  val create_connection :
    t ->
    ipaddr * int ->
    [ `Error of error | `Ok of flow ] io
  [@@port "tcp-create-connection"]
  val input : t -> listeners:(int -> callback option) -> ipinput
end
[@@port.to Mirage_protocols_lwt.TCPV4]
[@@port "v1-module-type"]

module type TCPV6 = sig
  type buffer = Cstruct.t
  type ip
  type ipaddr = Ipaddr.V6.t
  type ipinput
  type flow
  type error = [ `Refused | `Timeout | `Unknown of string ]
  [@@port "tcp-error"]
  type 'a io = 'a Lwt.t
  type t
  type callback = flow -> unit io
  val disconnect : t -> unit io
  val error_message : error -> string
  [@@port "flow-error-message"]
  val read : flow -> [ `Eof | `Error of error | `Ok of buffer ] io
  [@@port "flow-read"]
  val write : flow -> buffer -> [ `Eof | `Error of error | `Ok of unit ] io
  [@@port "flow-write"]
  val writev :
    flow ->
    buffer list ->
    [ `Eof | `Error of error | `Ok of unit ] io
  [@@port "flow-write"]
  val close : flow -> unit io
  val get_dest : flow -> ipaddr * int
  [@@port "tcp-get-dest"]
  val write_nodelay : flow -> buffer -> unit io
  [@@port "tcp-write-nodelay"]
  val writev_nodelay : flow -> buffer list -> unit io
  [@@port "tcp-write-nodelay"]
  val create_connection :
    t ->
    ipaddr * int ->
    [ `Error of error | `Ok of flow ] io
  [@@port "tcp-create-connection"]
  val input : t -> listeners:(int -> callback option) -> ipinput
end
[@@port.to Mirage_protocols_lwt.TCPV6]
[@@port "v1-module-type"]

module type STACKV4 = sig
  type console
  [@@port "stackv4-console-mode"]
  type netif
  type mode
  [@@port "stackv4-console-mode"]
  type ('a, 'b, 'c) config = ('a, 'b, 'c) stackv4_config
  [@@port "stackv4-config"]
  type ipv4addr = Ipaddr.V4.t
  type buffer = Cstruct.t
  type udpv4
  type tcpv4
  type ipv4
  type error = [ `Unknown of string ]
  [@@port "stackv4-error"]
  type 'a io = 'a Lwt.t
  type t
  type id
  [@@port "device-id"]
  val disconnect : t -> unit io
  module UDPV4 : UDP with type t = udpv4 and type ipaddr = ipv4addr and type ip = ipv4
  [@@port "stack-module-udp"]
  module TCPV4 : TCP with type t = tcpv4 and type ipaddr = ipv4addr and type ip = ipv4
  [@@port "stack-module-tcp"]
  module IPV4 : IP with type t = ipv4 and type ipaddr = ipv4addr
  [@@port "stack-module-ip"]
  val udpv4 : t -> udpv4
  val tcpv4 : t -> tcpv4
  val ipv4 : t -> ipv4
  val listen_udpv4 : t -> port:int -> UDPV4.callback -> unit
  val listen_tcpv4 : t -> port:int -> TCPV4.callback -> unit
  val listen : t -> unit io
end
[@@port.to Mirage_stack_lwt.V4]
[@@port "v1-module-type"]

module type CHANNEL = sig
  type buffer = Cstruct.t
  type flow
  type t
  type 'a io = 'a Lwt.t
  type 'a io_stream = 'a Lwt_stream.t
  [@@port "channel-io-stream"]
  val create : flow -> t
  val to_flow : t -> flow
  val read_char : t -> char io
  [@@watch]
  [@@port "channel-read"]
  val read_until : t -> char -> (bool * buffer) io
  [@@port "channel-read-until"]
  val read_some : ?len:int -> t -> buffer io
  [@@watch]
  [@@port "channel-read"]
  val read_stream : ?len:int -> t -> buffer io_stream
  [@@port "channel-read-stream"]
  val read_line : t -> buffer list io
  [@@watch]
  [@@port "channel-read-line"]
  val write_char : t -> char -> unit
  val write_string : t -> string -> int -> int -> unit
  val write_buffer : t -> buffer -> unit
  val write_line : t -> string -> unit
  val flush : t -> unit io
  [@@port "channel-flush"]
  val close : t -> unit io
  [@@port "channel-flush"]
end
[@@port.to Mirage_channel_lwt.S]
[@@port "v1-module-type"]

module type FS = sig
  type block_device_error
  [@@port "fs-block-device-error"]
  type error = [ `Block_device of block_device_error | `Directory_not_empty of string | `File_already_exists of string | `Format_not_recognised of string | `Is_a_directory of string | `No_directory_entry of string * string | `No_space | `Not_a_directory of string | `Unknown_error of string ]
  [@@port "fs-error"]
  type 'a io = 'a Lwt.t
  type t
  type id
  [@@port "device-id"]
  type page_aligned_buffer = Cstruct.t
  type stat = {
    filename : string;
    read_only : bool;
    directory : bool;
    size : int64;
  }
  [@@port "fs-stat-fields"]
  val disconnect : t -> unit io
  val read :
    t ->
    string ->
    int ->
    int ->
    [ `Error of error | `Ok of page_aligned_buffer list ] io
  [@@port "fs-read"]
  val size : t -> string -> [ `Error of error | `Ok of int64 ] io
  [@@port "fs-read"]
  val format : t -> int64 -> [ `Error of error | `Ok of unit ] io
  [@@port "fs-format"]
  val create : t -> string -> [ `Error of error | `Ok of unit ] io
  [@@port "fs-write"]
  val mkdir : t -> string -> [ `Error of error | `Ok of unit ] io
  [@@port "fs-write"]
  val destroy : t -> string -> [ `Error of error | `Ok of unit ] io
  [@@port "fs-write"]
  val stat : t -> string -> [ `Error of error | `Ok of stat ] io
  [@@port "fs-read"]
  val listdir : t -> string -> [ `Error of error | `Ok of string list ] io
  [@@port "fs-read"]
  val write :
    t ->
    string ->
    int ->
    page_aligned_buffer ->
    [ `Error of error | `Ok of unit ] io
  [@@port "fs-write"]
end
[@@port.to Mirage_fs_lwt.S]
[@@port "v1-module-type"]

module type KV_RO = sig
  type error = Unknown_key of string
  [@@port "kv-ro-unknown-key"]
  type 'a io = 'a Lwt.t
  type t
  type id
  [@@port "device-id"]
  type page_aligned_buffer = Cstruct.t
  val disconnect : t -> unit io
  val read :
    t ->
    string ->
    int ->
    int ->
    [ `Error of error | `Ok of page_aligned_buffer list ] io
  [@@port "kv-ro-read-int64"]
  [@@port "kv-ro-read"]
  val size : t -> string -> [ `Error of error | `Ok of int64 ] io
  [@@port "kv-ro-size"]
end
[@@port.to Mirage_kv_lwt.RO]
[@@port "v1-module-type"]
