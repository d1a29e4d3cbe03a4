(** Names for the signatures of devices, with Lwt (mirage 3.0.0). *)

[@@@since "3.0"]

[@@@complete]

module type TIME = Mirage_time_lwt.S
module type MCLOCK = Mirage_clock_lwt.MCLOCK
module type PCLOCK = Mirage_clock_lwt.PCLOCK
module type RANDOM = Mirage_random.C
module type FLOW = Mirage_flow_lwt.S
module type CONSOLE = Mirage_console_lwt.S
module type BLOCK = Mirage_block_lwt.S
module type NETWORK = Mirage_net_lwt.S
module type ETHIF = Mirage_protocols_lwt.ETHIF
module type ARP = Mirage_protocols_lwt.ARP
module type IP = Mirage_protocols_lwt.IP
module type IPV4 = Mirage_protocols_lwt.IPV4
module type IPV6 = Mirage_protocols_lwt.IPV6
module type ICMP = Mirage_protocols_lwt.ICMP
module type ICMPV4 = Mirage_protocols_lwt.ICMPV4
module type UDP = Mirage_protocols_lwt.UDP
module type UDPV4 = Mirage_protocols_lwt.UDPV4
module type UDPV6 = Mirage_protocols_lwt.UDPV6
module type TCP = Mirage_protocols_lwt.TCP
module type TCPV4 = Mirage_protocols_lwt.TCPV4
module type TCPV6 = Mirage_protocols_lwt.TCPV6
module type CHANNEL = Mirage_channel_lwt.S
module type KV_RO = Mirage_kv_lwt.RO
module type FS = Mirage_fs_lwt.S
module type STACKV4 = Mirage_stack_lwt.V4
