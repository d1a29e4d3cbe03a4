(* A program of everyday size for old releases of OCaml, Cmdliner and Yojson: an inventory of
   packets in JSON, with two commands. *)
open Cmdliner

type item = { label : string; weight : int; tags : string list; extra : Yojson.Safe.json }

let version = "0.9"
let default_limit = 64

module Table = struct
  type t = { mutable items : item list; mutable size : int; limit : int }

  let create limit = { items = []; size = 0; limit }

  let rec take count = function
    | [] -> []
    | _ when count = 0 -> []
    | head :: tail -> head :: take (count - 1) tail

  let add table item =
    table.items <- take table.limit (item :: table.items);
    table.size <- List.length table.items

  let sorted table = List.sort (fun a b -> Pervasives.compare a.weight b.weight) table.items
  let total table = List.fold_left (fun sum item -> sum + item.weight) 0 table.items
end

module Inventory = struct
  let upper text = String.uppercase (String.trim text)

  let mark text =
    let copy = String.copy text in
    if String.length copy > 0 then copy.[0] <- '*';
    copy

  let padded width text =
    let buffer = String.make width ' ' in
    String.blit text 0 buffer 0 (min width (String.length text));
    buffer

  let rec size (json : Yojson.Safe.json) =
    match json with
    | `List values | `Tuple values -> List.fold_left (fun sum value -> sum + size value) 0 values
    | `Assoc fields -> List.fold_left (fun sum (_, value) -> sum + size value) 0 fields
    | `Variant (_, Some value) -> size value
    | `String text -> String.length text
    | _ -> 1

  let field name json =
    match json with
    | `Assoc fields -> ( try Some (List.assoc name fields) with Not_found -> None)
    | _ -> None

  let text name json =
    match field name json with
    | Some (`String text) -> upper text
    | Some other -> Yojson.Safe.to_string other
    | None -> "-"

  let item json =
    let weight = match field "weight" json with Some (`Int n) -> n | _ -> size json in
    let tags =
      match field "tags" json with
      | Some (`List values) -> List.map (function `String tag -> tag | _ -> "?") values
      | _ -> []
    in
    { label = mark (text "key" json); weight; tags; extra = json }

  let written item : Yojson.Safe.json =
    let tags = List.map (fun tag -> `String tag) item.tags in
    `Assoc
      [
        ("key", `String (padded 12 item.label));
        ("weight", `Int item.weight);
        ("tags", `List tags);
        ("pair", `Tuple [ `String item.label; `Int item.weight ]);
      ]

  let words text =
    let rec go found stream =
      match Stream.peek stream with
      | Some c ->
        Stream.junk stream;
        go (Char.uppercase c :: found) stream
      | None -> List.rev found
    in
    go [] (Stream.of_string text)

  let show table =
    List.iter
      (fun item ->
        Printf.printf "%s %d\n" item.label (List.length (words item.label));
        print_endline (Yojson.Safe.pretty_to_string (written item)))
      (Table.sorted table);
    Printf.printf "%d in all, %d at most\n" (Table.total table) (max table.Table.size 0)

  let load file limit =
    let table = Table.create limit in
    (match Yojson.Safe.from_file file with
    | `List values -> List.iter (fun value -> Table.add table (item value)) values
    | json -> Table.add table (item json));
    table

  let show_command =
    let file = Arg.(required & pos 0 (some file) None & info [] ~docv:"FILE") in
    let limit = Arg.(value & opt int default_limit & info [ "limit" ] ~doc:"At most so many.") in
    let run file limit = show (load file limit) in
    (Term.(pure run $ file $ limit), Term.info "show" ~version ~doc:"Print what is in a file.")

  let weigh_command =
    let file = Arg.(required & pos 0 (some file) None & info [] ~docv:"FILE") in
    let run file = print_int (Table.total (load file default_limit)) in
    (Term.(pure run $ file), Term.info "weigh" ~version ~doc:"Print what all of it weighs.")

  let main () =
    match Term.eval_choice show_command [ show_command; weigh_command ] with
    | `Error _ -> exit 1
    | _ -> exit 0
end
