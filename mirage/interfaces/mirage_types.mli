(** Names for the signatures of devices (mirage 3.0.0). *)

[@@@since "3.0"]

[@@@until "3.7.0"]

[@@@port "open-mirage-types"]

[@@@complete]

module type DEVICE = Mirage_device.S [@@port "device-removed"]
module type TIME = Mirage_time.S
module type MCLOCK = Mirage_clock.MCLOCK
module type PCLOCK = Mirage_clock.PCLOCK
module type RANDOM = Mirage_random.S
module type FLOW = Mirage_flow.S [@@port "module-type-name"]
module type CONSOLE = Mirage_console.S
module type BLOCK = Mirage_block.S [@@port "module-type-name"]
module type NETWORK = Mirage_net.S [@@port "module-type-name"]
module type ETHERNET = Mirage_protocols.ETHERNET [@@port "module-type-name"] [@@since "3.5"]
module type ETHIF = Mirage_protocols.ETHIF [@@until "3.4"]
module type IP = Mirage_protocols.IP [@@port "module-type-name"]
module type ARP = Mirage_protocols.ARP [@@port "module-type-name"]
module type IPV4 = Mirage_protocols.IPV4 [@@port "module-type-name"]
module type IPV6 = Mirage_protocols.IPV6 [@@port "module-type-name"]
module type ICMP = Mirage_protocols.ICMP [@@port "icmp-removed"]
module type ICMPV4 = Mirage_protocols.ICMPV4 [@@port "module-type-name"]
module type UDP = Mirage_protocols.UDP [@@port "module-type-name"]
module type TCP = Mirage_protocols.TCP [@@port "module-type-name"]
module type STACKV4 = Mirage_stack.V4 [@@port "module-type-stack"]
module type CHANNEL = Mirage_channel.S [@@port "module-type-name"]
module type KV_RO = Mirage_kv.RO [@@port "module-type-name"]
module type KV_RW = Mirage_kv.RW [@@port "module-type-name"] [@@since "3.5"]
module type FS = Mirage_fs.S [@@port "fs-removed"]
