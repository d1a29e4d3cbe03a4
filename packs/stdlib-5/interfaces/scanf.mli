(** What became of it between OCaml 4.14.2 and 5.0.0 (stdlib/scanf.mli). *)

module Scanning : sig
  type in_channel
  type scanbuf = in_channel

  val stdin : in_channel

  type file_name = string

  val open_in : file_name -> in_channel
  val open_in_bin : file_name -> in_channel
  val close_in : in_channel -> unit
  val from_file : file_name -> in_channel
  val from_file_bin : string -> in_channel
  val from_string : string -> in_channel
  val from_function : (unit -> char) -> in_channel
  val from_channel : Stdlib.in_channel -> in_channel
  val end_of_input : in_channel -> bool
  val beginning_of_input : in_channel -> bool
  val name_of_input : in_channel -> string
  val stdib : in_channel [@@port "stdlib-stdib"] [@@port.to stdin] [@@until "4.14"]
end

val fscanf : Stdlib.in_channel -> ('a, 'b, 'c, 'd) scanner [@@port "stdlib-fscanf"] [@@port.becomes (fun channel -> Rel.bscanf (Rel.Scanning.from_channel channel))] [@@until "4.14"]
val kfscanf : Stdlib.in_channel -> (Scanning.in_channel -> exn -> 'd) -> ('a, 'b, 'c, 'd) scanner [@@port "stdlib-fscanf"] [@@port.becomes (fun channel -> Rel.kscanf (Rel.Scanning.from_channel channel))] [@@until "4.14"]
