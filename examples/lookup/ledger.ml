(* The last answers, each with the time at which it came. *)

module Make (Clock : Mirage_clock.PCLOCK) = struct
  type t = { size : int; mutable answers : (Ptime.t * Ipaddr.V4.t) list }

  let connect ~size () = Lwt.return { size; answers = [] }

  (* Notes an answer; true when it differs from the one before. *)
  let note t answer =
    let changed =
      match t.answers with
      | (_, last) :: _ -> Ipaddr.V4.compare last answer <> 0
      | [] -> true
    in
    if changed then begin
      let now = Ptime.v (Clock.now_d_ps ()) in
      t.answers <- List.filteri (fun i _ -> i < t.size) ((now, answer) :: t.answers)
    end;
    changed
end
