open Lwt.Infix

module type LEDGER = sig
  type t

  val note : t -> Ipaddr.V4.t -> bool
end

module Main
    (Time : Mirage_time.S)
    (Ledger : LEDGER)
    (Dns : Dns_client_mirage.S) =
struct
  let ask ledger dns host =
    Dns.gethostbyname dns host >|= function
    | Error (`Msg reason) -> Logs.warn (fun f -> f "%a: %s" Domain_name.pp host reason)
    | Ok address ->
        let changed = Ledger.note ledger address in
        if changed || Key_gen.verbose () then
          Logs.info (fun f -> f "%a is %a" Domain_name.pp host Ipaddr.V4.pp address)

  let start () ledger dns =
    let host = Domain_name.(host_exn (of_string_exn (Key_gen.host ()))) in
    let rec loop () =
      ask ledger dns host >>= fun () ->
      Time.sleep_ns (Duration.of_min (Key_gen.every ())) >>= loop
    in
    loop ()
end
