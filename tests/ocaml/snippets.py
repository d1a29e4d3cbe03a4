"""A unikernel that uses most of the language, for tests that need a real text to damage."""

UNIKERNEL = """\
open V1_LWT
open Lwt.Infix

type state = { mutable count : int; name : string }
type event = Started of state | Stopped

module Main (C : CONSOLE) (K : KV_RO) (S : STACK) = struct
  module T = S.TCPV4

  (* a helper for every result *)
  let or_fail what = function
    | `Ok x -> Lwt.return x
    | `Error _ -> Lwt.fail (Failure ("no " ^ what))

  let rec echo ?(limit = 10) c flow =
    T.read flow >>= function
    | `Eof -> Lwt.return_unit
    | `Error _ as e -> C.log_s c (match e with `Error _ -> "bad" | _ -> "")
    | `Ok buf when limit > 0 ->
      T.write flow buf >>= (function
        | `Ok () -> echo ~limit:(limit - 1) c flow
        | `Eof | `Error _ -> Lwt.return_unit)
    | `Ok _ -> T.close flow

  let start c kv s =
    let st = { count = 0; name = "main" } in
    S.listen_tcpv4 s ~port:80 (fun flow -> st.count <- st.count + 1; echo c flow);
    let%lwt size = K.size kv "x" >>= or_fail "size" in
    begin match Started st with
      | Started { name; _ } -> C.log_s c name
      | Stopped -> Lwt.return_unit
    end >>= fun () ->
    for i = 0 to 3 do ignore i done;
    let open Lwt in
    if size > 1L then Lwt.join [S.listen s; return ()] else S.listen s
end
"""
