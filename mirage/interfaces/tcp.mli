(** Streams (tcpip 3.0.0 to 9.0.1). *)

(** Until 2.9.1: Streams (tcpip). *)

[@@@complete "3.0"]

module Flow : sig
  module Make (I : V1_LWT.IP) (Time : V1_LWT.TIME) (Clock : V1.CLOCK) (R : V1.RANDOM) : sig
    include V1_LWT.TCP with type ip = I.t and type ipaddr = I.ipaddr
     and type ipinput = src:I.ipaddr -> dst:I.ipaddr -> Cstruct.t -> unit Lwt.t

    val connect : ip -> [ `Ok of t | `Error of error ] Lwt.t
    [@@port "connect-result"]
    [@@port "tcpip-connect-clock"]
    [@@port "arp-connect"]
  end
  [@@until "2.9.1"]

  module Make
      (IP : Mirage_protocols_lwt.IP [@until "3.7.0"])
      (TM : Mirage_time_lwt.S [@until "3.7.0"])
      (IP : Mirage_protocols.IP [@since "3.7.1"] [@until "3.10.7"])
      (IP : Tcpip.Ip.S [@since "3.10.8"])
      (TM : Mirage_time.S [@since "3.7.1"] [@until "4.8"])
      (C : Mirage_clock.MCLOCK [@until "4.8"])
      (R : Mirage_random.C [@until "3.7.0"])
      (R : Mirage_random.S [@since "3.7.1"] [@until "4.6"])
      (R : Mirage_crypto_rng_mirage.S [@since "4.7"] [@until "4.8"])
      : sig
    type error = private [> Mirage_protocols.Tcp.error ] [@@until "3.10.7"]
    type nonrec error = private [> Tcpip.Tcp.error ] [@@since "3.10.8"]
    type write_error = private [> Mirage_protocols.Tcp.write_error ] [@@until "3.10.7"]
    type nonrec write_error = private [> Tcpip.Tcp.write_error ] [@@since "3.10.8"]
    type buffer = Cstruct.t [@@until "3.7.0"]
    type ip = IP.t [@@until "3.4"]
    type ipaddr = IP.ipaddr
    type ipinput = src:IP.ipaddr -> dst:IP.ipaddr -> Cstruct.t -> unit Lwt.t [@@until "3.10.7"]
    type flow
    type 'a io = 'a Lwt.t [@@until "3.7.0"]
    type t

    val disconnect : t -> unit io [@@until "3.7.0"]
    val disconnect : t -> unit Lwt.t [@@since "3.7.1"]
    val pp_error : error Fmt.t
    val pp_write_error : write_error Fmt.t
    val read : flow -> (buffer Mirage_flow.or_eof, error) result io [@@until "3.7.0"]
    val read : flow -> (Cstruct.t Mirage_flow.or_eof, error) result Lwt.t [@@since "3.7.1"]
    val write : flow -> buffer -> (unit, write_error) result io [@@until "3.7.0"]
    val write : flow -> Cstruct.t -> (unit, write_error) result Lwt.t [@@since "3.7.1"]
    val writev : flow -> buffer list -> (unit, write_error) result io [@@until "3.7.0"]
    val writev : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t [@@since "3.7.1"]
    val shutdown : flow -> [ `read | `read_write | `write ] -> unit Lwt.t [@@since "4.3.5"]
    val close : flow -> unit io [@@until "3.7.0"]
    val close : flow -> unit Lwt.t [@@since "3.7.1"]

    type callback = flow -> unit io [@@until "3.4"]

    val dst : flow -> ipaddr * int
    val src : flow -> ipaddr * int [@@since "4.6"]
    val write_nodelay : flow -> buffer -> (unit, write_error) result io [@@until "3.7.0"]
    val write_nodelay : flow -> Cstruct.t -> (unit, write_error) result Lwt.t [@@since "3.7.1"]
    val writev_nodelay : flow -> buffer list -> (unit, write_error) result io [@@until "3.7.0"]

    val writev_nodelay : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t
    [@@since "3.7.1"]

    val create_connection : t -> ipaddr * int -> (flow, error) result io [@@until "3.4"]

    val create_connection :
      ?keepalive:Mirage_protocols.Keepalive.t -> t -> ipaddr * int -> (flow, error) result io
    [@@since "3.5"] [@@until "3.7.0"]

    val create_connection :
      ?keepalive:Mirage_protocols.Keepalive.t -> t -> ipaddr * int -> (flow, error) result Lwt.t
    [@@since "3.7.1"] [@@until "3.10.7"]

    val create_connection :
      ?keepalive:Tcpip.Tcp.Keepalive.t -> t -> ipaddr * int -> (flow, error) result Lwt.t
    [@@since "3.10.8"]

    val listen : t -> port:int -> ?keepalive:Tcpip.Tcp.Keepalive.t -> (flow -> unit Lwt.t) -> unit
    [@@since "3.10.8"]

    val unlisten : t -> port:int -> unit [@@since "3.10.8"]

    type listener = { process : flow -> unit io; keepalive : Mirage_protocols.Keepalive.t option }
    [@@since "3.5"] [@@until "3.7.0"]

    type listener = {
      process : flow -> unit Lwt.t;
      keepalive : Mirage_protocols.Keepalive.t option;
    }
    [@@since "3.7.1"] [@@until "3.10.7"]

    val input : t -> listeners:(int -> callback option) -> ipinput [@@port "input-listeners"] [@@until "3.4"]

    val input : t -> listeners:(int -> listener option) -> ipinput
    [@@port "input-listeners"]
    [@@since "3.5"] [@@until "3.10.7"]

    val input : t -> src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t [@@since "3.10.8"]
    val connect : ip -> C.t -> t Lwt.t [@@port "arp-connect"] [@@until "3.4"]
    val connect : IP.t -> C.t -> t Lwt.t [@@port "arp-connect"] [@@since "3.5"] [@@until "3.7.0"]
    val connect : IP.t -> t Lwt.t [@@since "3.7.1"]
    val num_open_channels : t -> int [@@since "4.3.5"]
  end
  [@@port "functor-parameters"]
  [@@since "3.0"]
end

module Log : sig
  type t

  val create : ?enabled:bool -> ?stats:bool -> string -> t
  val enable : t -> unit
  val disable : t -> unit
  val set_stats : t -> bool -> unit
end
[@@port "tcp-log-module"]
[@@until "2.9.1"]

module Options : sig
  type t =
    | Noop
    | MSS of int
    | Window_size_shift of int
    | SACK_ok
    | SACK of (int32 * int32) list
    | Timestamp of int32 * int32
    | Unknown of int * string

  val equal : t -> t -> bool [@@since "3.5"]

  val lenv : t list -> int
  val marshal : Cstruct.t -> t list -> int
  val unmarshal : Cstruct.t -> (t list, string) result
  val pp : Format.formatter -> t -> unit
  val pps : Format.formatter -> t list -> unit
end
[@@since "3.0"]

module Pcb : sig
  val info : Log.t [@@port "tcp-log-module"]
  val debug : Log.t [@@port "tcp-log-module"]
end
[@@until "2.9.1"]

module Pcb : sig
  module Make
      (Ip : Mirage_protocols_lwt.IP)
      (Time : Mirage_time_lwt.S)
      (Clock : Mirage_clock.MCLOCK)
      (Random : Mirage_random.C) : sig
    type t
    type pcb
    type error = private [> Mirage_protocols.Tcp.error ]
    type write_error = private [> Mirage_protocols.Tcp.write_error ]

    val pp_error : error Fmt.t
    val pp_write_error : write_error Fmt.t

    type connection = pcb * unit Lwt.t

    val pp_pcb : Format.formatter -> pcb -> unit
    val pp_stats : Format.formatter -> t -> unit
    val ip : t -> Ip.t
    val input :
      t ->
      listeners:(int -> (pcb -> unit Lwt.t) option) ->
      src:Ip.ipaddr ->
      dst:Ip.ipaddr ->
      Cstruct.t ->
      unit Lwt.t
    val connect : t -> dst:Ip.ipaddr -> dst_port:int -> (connection, error) result Lwt.t
    val close : pcb -> unit Lwt.t
    val dst : pcb -> Ip.ipaddr * int
    val read : pcb -> Cstruct.t option Lwt.t
    val write_available : pcb -> int
    val write_wait_for : pcb -> int -> unit Lwt.t
    val write : pcb -> Cstruct.t -> (unit, write_error) result Lwt.t
    val writev : pcb -> Cstruct.t list -> (unit, write_error) result Lwt.t
    val write_nodelay : pcb -> Cstruct.t -> (unit, write_error) result Lwt.t
    val writev_nodelay : pcb -> Cstruct.t list -> (unit, write_error) result Lwt.t
    val create : Ip.t -> Clock.t -> t
  end
end
[@@since "3.0"] [@@until "3.4"]

module Sequence : sig
  type t

  val lt : t -> t -> bool
  val leq : t -> t -> bool
  val gt : t -> t -> bool
  val geq : t -> t -> bool
  val between : t -> t -> t -> bool
  val add : t -> t -> t
  val sub : t -> t -> t
  val succ : t -> t [@@since "3.5"]
  val pred : t -> t [@@since "3.5"]
  val incr : t -> t [@@until "3.4"]
  val compare : t -> t -> int
  val of_int32 : int32 -> t
  val of_int : int -> t
  val to_int32 : t -> int32
  val to_int : t -> int
  val zero : t
  val pp : Format.formatter -> t -> unit
end
[@@since "3.0"]

module State : sig
  type action =
    | Passive_open
    | Recv_rst
    | Recv_synack of Sequence.t
    | Recv_ack of Sequence.t
    | Recv_fin
    | Send_syn of Sequence.t
    | Send_synack of Sequence.t
    | Send_rst
    | Send_fin of Sequence.t
    | Timeout

  val pp_action : Format.formatter -> action -> unit

  type tcpstate =
    | Closed
    | Listen
    | Syn_rcvd of Sequence.t
    | Syn_sent of Sequence.t
    | Established
    | Close_wait
    | Last_ack of Sequence.t
    | Fin_wait_1 of Sequence.t
    | Fin_wait_2 of int
    | Closing of Sequence.t
    | Time_wait
    | Reset

  val pp_tcpstate : Format.formatter -> tcpstate -> unit

  type close_cb = unit -> unit
  type t

  val state : t -> tcpstate
  val t : on_close:close_cb -> t
  val pp : Format.formatter -> t -> unit

  module Make (Time : Mirage_time_lwt.S) : sig
    val fin_wait_2_time : int64
    val time_wait_time : int64
    val finwait2timer : t -> int -> int64 -> unit Lwt.t
    val timewait : t -> int64 -> unit Lwt.t
    val tick : t -> action -> unit
  end
end
[@@since "3.0"] [@@until "3.4"]

module Stats : sig
  type counter

  val value : counter -> int

  type t = {
    tcp_flows : counter;
    tcp_listens : counter;
    tcp_channels : counter;
    tcp_connects : counter;
    tcp_timers : counter;
  }

  val pp : Format.formatter -> t -> unit
  val incr_flow : unit -> unit
  val decr_flow : unit -> unit
  val incr_listen : unit -> unit
  val decr_listen : unit -> unit
  val incr_channel : unit -> unit
  val decr_channel : unit -> unit
  val incr_connect : unit -> unit
  val decr_connect : unit -> unit
  val incr_timer : unit -> unit
  val decr_timer : unit -> unit
  val singleton : t

  module Gc : sig
    val enable : unit -> unit
    val disable : unit -> unit
    val full_major : bool -> unit
  end
end
[@@since "3.0"] [@@until "3.4"]

module Tcp_packet : sig
  type t = {
    urg : bool;
    ack : bool;
    psh : bool;
    rst : bool;
    syn : bool;
    fin : bool;
    window : Cstruct.uint16;
    options : Options.t list;
    sequence : Sequence.t;
    ack_number : Sequence.t;
    src_port : Cstruct.uint16;
    dst_port : Cstruct.uint16;
  }

  val pp : Format.formatter -> t -> unit
  val equal : t -> t -> bool

  module Unmarshal : sig
    type error = string

    val of_cstruct : Cstruct.t -> (t * Cstruct.t, error) result
  end

  module Marshal : sig
    type error = string

    val into_cstruct :
      pseudoheader:Cstruct.t -> payload:Cstruct.t -> t -> Cstruct.t -> (int, error) result
    val make_cstruct : pseudoheader:Cstruct.t -> payload:Cstruct.t -> t -> Cstruct.t
  end
end
[@@since "3.0"]

module Tcp_wire : sig
  val sizeof_tcp : int
  val get_tcp_src_port : Cstruct.t -> Cstruct.uint16
  val set_tcp_src_port : Cstruct.t -> Cstruct.uint16 -> unit
  val get_tcp_dst_port : Cstruct.t -> Cstruct.uint16
  val set_tcp_dst_port : Cstruct.t -> Cstruct.uint16 -> unit
  val get_tcp_sequence : Cstruct.t -> Cstruct.uint32
  val set_tcp_sequence : Cstruct.t -> Cstruct.uint32 -> unit
  val get_tcp_ack_number : Cstruct.t -> Cstruct.uint32
  val set_tcp_ack_number : Cstruct.t -> Cstruct.uint32 -> unit
  val get_tcp_dataoff : Cstruct.t -> Cstruct.uint8
  val set_tcp_dataoff : Cstruct.t -> Cstruct.uint8 -> unit
  val get_tcp_flags : Cstruct.t -> Cstruct.uint8
  val set_tcp_flags : Cstruct.t -> Cstruct.uint8 -> unit
  val get_tcp_window : Cstruct.t -> Cstruct.uint16
  val set_tcp_window : Cstruct.t -> Cstruct.uint16 -> unit
  val get_tcp_checksum : Cstruct.t -> Cstruct.uint16
  val set_tcp_checksum : Cstruct.t -> Cstruct.uint16 -> unit
  val get_tcp_urg_ptr : Cstruct.t -> Cstruct.uint16
  val set_tcp_urg_ptr : Cstruct.t -> Cstruct.uint16 -> unit
  val hexdump_tcp_to_buffer : Buffer.t -> Cstruct.t -> unit
  val hexdump_tcp : Cstruct.t -> unit
  val sizeof_tcpv4_pseudo_header : int
  val get_tcpv4_pseudo_header_src : Cstruct.t -> Cstruct.uint32
  val set_tcpv4_pseudo_header_src : Cstruct.t -> Cstruct.uint32 -> unit
  val get_tcpv4_pseudo_header_dst : Cstruct.t -> Cstruct.uint32
  val set_tcpv4_pseudo_header_dst : Cstruct.t -> Cstruct.uint32 -> unit
  val get_tcpv4_pseudo_header_res : Cstruct.t -> Cstruct.uint8
  val set_tcpv4_pseudo_header_res : Cstruct.t -> Cstruct.uint8 -> unit
  val get_tcpv4_pseudo_header_proto : Cstruct.t -> Cstruct.uint8
  val set_tcpv4_pseudo_header_proto : Cstruct.t -> Cstruct.uint8 -> unit
  val get_tcpv4_pseudo_header_len : Cstruct.t -> Cstruct.uint16
  val set_tcpv4_pseudo_header_len : Cstruct.t -> Cstruct.uint16 -> unit
  val hexdump_tcpv4_pseudo_header_to_buffer : Buffer.t -> Cstruct.t -> unit
  val hexdump_tcpv4_pseudo_header : Cstruct.t -> unit
  val get_data_offset : Cstruct.t -> int
  val set_data_offset : Cstruct.t -> int -> unit
  val get_fin : Cstruct.t -> bool
  val get_syn : Cstruct.t -> bool
  val get_rst : Cstruct.t -> bool
  val get_psh : Cstruct.t -> bool
  val get_ack : Cstruct.t -> bool
  val get_urg : Cstruct.t -> bool
  val get_ece : Cstruct.t -> bool
  val get_cwr : Cstruct.t -> bool
  val set_fin : Cstruct.t -> unit
  val set_syn : Cstruct.t -> unit
  val set_rst : Cstruct.t -> unit
  val set_psh : Cstruct.t -> unit
  val set_ack : Cstruct.t -> unit
  val set_urg : Cstruct.t -> unit
  val set_ece : Cstruct.t -> unit
  val set_cwr : Cstruct.t -> unit
end
[@@since "3.0"] [@@until "3.4"]

module Tcp_wire : sig
  val sizeof_tcp : int

  [@@@open_ended]
end
[@@since "3.5"]

module Tcptimer : sig
  type t
  type time = int64
  type tr = Stoptimer | Continue of Sequence.t | ContinueSetPeriod of (time * Sequence.t)

  module Make (T : Mirage_time_lwt.S) : sig
    val t : period_ns:time -> expire:(Sequence.t -> tr Lwt.t) -> t
    val start : t -> ?p:time -> Sequence.t -> unit Lwt.t
  end
end
[@@since "3.0"] [@@until "3.4"]

module Window : sig
  type t

  val pp : Format.formatter -> t -> unit
  val t :
    rx_wnd_scale:int ->
    tx_wnd_scale:int ->
    rx_wnd:int ->
    tx_wnd:int ->
    rx_isn:Sequence.t ->
    tx_mss:int option ->
    tx_isn:Sequence.t ->
    t
  val valid : t -> Sequence.t -> bool
  val rx_advance : t -> Sequence.t -> unit
  val rx_advance_inseq : t -> Sequence.t -> unit
  val rx_nxt : t -> Sequence.t
  val rx_nxt_inseq : t -> Sequence.t

  module Make (C : Mirage_clock.MCLOCK) : sig
    val tx_advance : C.t -> t -> Sequence.t -> unit
    val tx_ack : C.t -> t -> Sequence.t -> int -> unit
  end

  val tx_nxt : t -> Sequence.t
  val tx_una : t -> Sequence.t
  val tx_mss : t -> int
  val fast_rec : t -> bool
  val ack_serviced : t -> bool
  val ack_seq : t -> Sequence.t
  val ack_win : t -> int
  val set_ack_serviced : t -> bool -> unit
  val set_ack_seq_win : t -> Sequence.t -> int -> unit
  val rx_wnd : t -> int32
  val rx_wnd_unscaled : t -> int32
  val set_rx_wnd : t -> int32 -> unit
  val tx_wnd : t -> int32
  val tx_wnd_unscaled : t -> int32
  val tx_available : t -> int32
  val tx_inflight : t -> bool
  val set_tx_wnd : t -> int -> unit
  val max_tx_wnd : t -> int32
  val alert_fast_rexmit : t -> Sequence.t -> unit
  val rto : t -> int64
  val backoff_rto : t -> unit
  val max_rexmits_done : t -> bool
  val tx_totalbytes : t -> int
  val rx_totalbytes : t -> int
end
[@@since "3.0"] [@@until "3.4"]

module Wire : sig
  module Make (Ip : Mirage_protocols_lwt.IP) : sig
    type error = Mirage_protocols.Ip.error

    val pp_error : error Fmt.t

    type id

    val src_port_of_id : id -> int
    val dst_of_id : id -> Ip.ipaddr * int
    val wire : src:Ip.ipaddr -> src_port:int -> dst:Ip.ipaddr -> dst_port:int -> id
    val pp_id : Format.formatter -> id -> unit
    val xmit :
      ip:Ip.t ->
      id:id ->
      ?rst:bool ->
      ?syn:bool ->
      ?fin:bool ->
      ?psh:bool ->
      rx_ack:Sequence.t option ->
      seq:Sequence.t ->
      window:int ->
      options:Options.t list ->
      Cstruct.t ->
      (unit, error) result Lwt.t
  end
end
[@@since "3.0"] [@@until "3.4"]

module Segment : sig
  module Rx (T : Mirage_time_lwt.S) : sig
    type segment = { header : Tcp_packet.t; payload : Cstruct.t }

    val pp_segment : Format.formatter -> segment -> unit

    type t

    val pp : Format.formatter -> t -> unit
    val create :
      rx_data:(Cstruct.t list option * Sequence.t option) Lwt_mvar.t ->
      wnd:Window.t ->
      state:State.t ->
      tx_ack:(Sequence.t * int) Lwt_mvar.t ->
      t
    val is_empty : t -> bool
    val input : t -> segment -> unit Lwt.t
  end

  type tx_flags = No_flags | Syn | Fin | Rst | Psh

  module Tx (Time : Mirage_time_lwt.S) (Clock : Mirage_clock.MCLOCK) : sig
    type ('a, 'b) xmit =
      flags:tx_flags ->
      wnd:Window.t ->
      options:Options.t list ->
      seq:Sequence.t ->
      Cstruct.t ->
      ('a, 'b) result Lwt.t
    type t

    val create :
      clock:Clock.t ->
      xmit:('a, 'b) xmit ->
      wnd:Window.t ->
      state:State.t ->
      rx_ack:Sequence.t Lwt_mvar.t ->
      tx_ack:(Sequence.t * int) Lwt_mvar.t ->
      tx_wnd_update:int Lwt_mvar.t ->
      t * unit Lwt.t
    val output : ?flags:tx_flags -> ?options:Options.t list -> t -> Cstruct.t -> unit Lwt.t
  end
end
[@@since "3.0"] [@@until "3.4"]

module Ack : sig
  module type M = sig
    type t

    val t : send_ack:Sequence.t Lwt_mvar.t -> last:Sequence.t -> t
    val receive : t -> Sequence.t -> unit Lwt.t
    val pushack : t -> Sequence.t -> unit Lwt.t
    val transmit : t -> Sequence.t -> unit Lwt.t
  end

  module Immediate : M
  module Delayed (T : Mirage_time_lwt.S) : M
end
[@@since "3.0"] [@@until "3.4"]

module User_buffer : sig
  module Rx : sig
    type t

    val create : max_size:int32 -> wnd:Window.t -> t
    val add_r : t -> Cstruct.t option -> unit Lwt.t
    val take_l : t -> Cstruct.t option Lwt.t
    val cur_size : t -> int32
    val max_size : t -> int32
    val monitor : t -> int32 Lwt_mvar.t -> unit
  end

  module Tx (Time : Mirage_time_lwt.S) (Clock : Mirage_clock.MCLOCK) : sig
    type t

    module TXS : sig
      type t = Segment.Tx(Time)(Clock).t

      val output :
        ?flags:Segment.tx_flags -> ?options:Options.t list -> t -> Cstruct.t -> unit Lwt.t
    end

    val create : max_size:int32 -> wnd:Window.t -> txq:TXS.t -> t
    val available : t -> int32
    val wait_for : t -> int32 -> unit Lwt.t
    val wait_for_flushed : t -> unit Lwt.t
    val write : t -> Cstruct.t list -> unit Lwt.t
    val write_nodelay : t -> Cstruct.t list -> unit Lwt.t
    val free : t -> int -> unit Lwt.t
    val reset : t -> unit Lwt.t
  end
end
[@@since "3.0"] [@@until "3.4"]
