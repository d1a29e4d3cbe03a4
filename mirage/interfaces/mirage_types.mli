(** Names for the signatures of devices (mirage 3.0.0). *)

[@@@since "3.0"]

[@@@until "3.7.0"]

[@@@complete]

module type DEVICE = Mirage_device.S
module type TIME = Mirage_time.S
module type MCLOCK = Mirage_clock.MCLOCK
module type PCLOCK = Mirage_clock.PCLOCK
module type RANDOM = Mirage_random.S
module type FLOW = Mirage_flow.S
module type CONSOLE = Mirage_console.S
module type BLOCK = Mirage_block.S
module type NETWORK = Mirage_net.S
module type ETHERNET = Mirage_protocols.ETHERNET [@@since "3.5"]
module type ETHIF = Mirage_protocols.ETHIF [@@until "3.4"]
module type IP = Mirage_protocols.IP
module type ARP = Mirage_protocols.ARP
module type IPV4 = Mirage_protocols.IPV4
module type IPV6 = Mirage_protocols.IPV6
module type ICMP = Mirage_protocols.ICMP
module type ICMPV4 = Mirage_protocols.ICMPV4
module type UDP = Mirage_protocols.UDP
module type TCP = Mirage_protocols.TCP
module type STACKV4 = Mirage_stack.V4
module type CHANNEL = Mirage_channel.S
module type KV_RO = Mirage_kv.RO
module type KV_RW = Mirage_kv.RW [@@since "3.5"]
module type FS = Mirage_fs.S
