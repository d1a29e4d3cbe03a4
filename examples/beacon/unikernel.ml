open Lwt.Infix

(* Stands at one address and reports every packet that passes: a network stack
   put together by hand, from ethernet upwards. *)

let address = Ipaddr.V4.of_string_exn "192.168.7.20"
let netmask = Ipaddr.V4.of_string_exn "255.255.255.0"
let routers = List.map Ipaddr.V4.of_string_exn [ "192.168.7.1" ]
let amber fmt = Printf.sprintf ("\027[33m" ^^ fmt ^^ "\027[m")

module Main
    (Console : V1_LWT.CONSOLE)
    (Net : V1_LWT.NETWORK)
    (Clock : V1.CLOCK)
    (Time : V1_LWT.TIME) =
struct
  module Eth = Ethif.Make (Net)
  module Arp = Arpv4.Make (Eth) (Clock) (Time)
  module Ip = Ipv4.Make (Eth) (Arp)

  let or_fail what connect device =
    connect device >>= function
    | `Ok up -> Lwt.return up
    | `Error _ -> Lwt.fail (Failure (what ^ " did not come up"))

  let start console net _clock _time =
    or_fail "ethernet" Eth.connect net >>= fun eth ->
    or_fail "arp" Arp.connect eth >>= fun arp ->
    or_fail "ipv4" (Ip.connect eth) arp >>= fun ip ->
    Ip.set_ip ip address >>= fun () ->
    Ip.set_ip_netmask ip netmask >>= fun () ->
    Ip.set_ip_gateways ip routers >>= fun () ->
    Console.log console (amber "the beacon is lit");
    let seen kind ~src ~dst:_ _packet =
      Console.log_s console
        (amber "%s from %s" kind (Ipaddr.V4.to_string src))
    in
    Net.listen net
      (Eth.input eth
         ~arpv4:(Arp.input arp)
         ~ipv4:
           (Ip.input ip ~tcp:(seen "tcp") ~udp:(seen "udp")
              ~default:(fun ~proto ~src:_ ~dst:_ _packet ->
                Console.log_s console (amber "protocol %d" proto)))
         ~ipv6:(fun _packet -> Lwt.return (Console.log console "ipv6")))
    >>= fun () ->
    (* Only a network that went away brings us here. *)
    Console.log console "the beacon is out";
    Lwt.return_unit
end
