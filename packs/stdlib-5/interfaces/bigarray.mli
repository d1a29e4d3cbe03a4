(** What became of it between OCaml 4.00.1 and 5.0.0 (otherlibs/bigarray/bigarray.mli, stdlib/bigarray.mli). *)

[@@@port.libraries drop "bigarray", along "unix"]

type ('a, 'b) kind
type 'c layout

module Genarray : sig
  type ('a, 'b, 'c) t

  val map_file : Unix.file_descr -> ?pos:int64 -> ('a, 'b) kind -> 'c layout -> bool -> int array -> ('a, 'b, 'c) t [@@port "stdlib-map-file"] [@@port.libraries add "unix"] [@@port.becomes (fun file -> Unix.map_file file)] [@@until "4.07"]
end

module Array1 : sig
  type ('a, 'b, 'c) t

  val map_file : Unix.file_descr -> ?pos:int64 -> ('a, 'b) kind -> 'c layout -> bool -> int -> ('a, 'b, 'c) t [@@port "stdlib-map-file"] [@@port.libraries add "unix"] [@@port.becomes (fun file ?pos kind layout shared dim -> Bigarray.array1_of_genarray (Unix.map_file file ?pos kind layout shared [| dim |]))] [@@until "4.07"]
end

module Array2 : sig
  type ('a, 'b, 'c) t

  val map_file : Unix.file_descr -> ?pos:int64 -> ('a, 'b) kind -> 'c layout -> bool -> int -> int -> ('a, 'b, 'c) t [@@port "stdlib-map-file"] [@@port.libraries add "unix"] [@@port.becomes (fun file ?pos kind layout shared dim1 dim2 -> Bigarray.array2_of_genarray (Unix.map_file file ?pos kind layout shared [| dim1; dim2 |]))] [@@until "4.07"]
end

module Array3 : sig
  type ('a, 'b, 'c) t

  val map_file : Unix.file_descr -> ?pos:int64 -> ('a, 'b) kind -> 'c layout -> bool -> int -> int -> int -> ('a, 'b, 'c) t [@@port "stdlib-map-file"] [@@port.libraries add "unix"] [@@port.becomes (fun file ?pos kind layout shared dim1 dim2 dim3 -> Bigarray.array3_of_genarray (Unix.map_file file ?pos kind layout shared [| dim1; dim2; dim3 |]))] [@@until "4.07"]
end

val array1_of_genarray : ('a, 'b, 'c) Genarray.t -> ('a, 'b, 'c) Array1.t
val array2_of_genarray : ('a, 'b, 'c) Genarray.t -> ('a, 'b, 'c) Array2.t
val array3_of_genarray : ('a, 'b, 'c) Genarray.t -> ('a, 'b, 'c) Array3.t
