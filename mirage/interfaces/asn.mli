(** Encodings of ASN.1, as far as certificates need them (asn1-combinators 0.1). *)

module OID : sig
  type t
end

module Time : sig
  type t = {
    date : int * int * int;
    time : int * int * int * float;
    tz : (int * int * [ `W | `E ]) option;
  }
end

type oid = OID.t [@@since "3.5"]
type error = [ `Parse of string ] [@@since "3.5"]
