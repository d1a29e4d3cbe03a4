(** Archives (tar-format 0.7.0). *)

[@@@since "3.0"]

module Header : sig
  type compatibility = OldGNU | GNU | V7 | Ustar | Posix

  val compatibility_level : compatibility ref

  module Link : sig
    type t =
      | Normal | Hard | Symbolic | Character | Block | Directory | FIFO | GlobalExtendedHeader
      | PerFileExtendedHeader

    val to_string : t -> string
  end

  module Extended : sig
    type t = {
      access_time : int64 option;
      charset : string option;
      comment : string option;
      group_id : int option;
      gname : string option;
      header_charset : string option;
      link_path : string option;
      mod_time : int64 option;
      path : string option;
      file_size : int64 option;
      user_id : int option;
      uname : string option;
    }

    val unmarshal : Cstruct.t -> t
  end

  type t = {
    file_name : string;
    file_mode : int;
    user_id : int;
    group_id : int;
    file_size : int64;
    mod_time : int64;
    link_indicator : Link.t;
    link_name : string;
    uname : string;
    gname : string;
    devmajor : int;
    devminor : int;
    extended : Extended.t option;
  }

  val make :
    ?file_mode:int ->
    ?user_id:int ->
    ?group_id:int ->
    ?mod_time:int64 ->
    ?link_indicator:Link.t ->
    ?link_name:string ->
    ?uname:string ->
    ?gname:string ->
    ?devmajor:int ->
    ?devminor:int ->
    string ->
    int64 ->
    t
  val length : int
  val zero_block : Cstruct.t
  val to_detailed_string : t -> string
  val to_hex : string -> string

  exception Checksum_mismatch
  exception End_of_stream

  val unmarshal : ?level:compatibility -> ?extended:Extended.t -> Cstruct.t -> t option
  val marshal : ?level:compatibility -> Cstruct.t -> t -> unit
  val compute_zero_padding_length : t -> int
  val zero_padding : t -> Cstruct.t
  val to_sectors : t -> int64
end

module type ASYNC = sig
  type 'a t

  val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
  val return : 'a -> 'a t
end

module type READER = sig
  type in_channel
  type 'a t

  val really_read : in_channel -> Cstruct.t -> unit t
  val skip : in_channel -> int -> unit t
end

module type WRITER = sig
  type out_channel
  type 'a t

  val really_write : out_channel -> Cstruct.t -> unit t
end

module HeaderReader
    (Async : ASYNC)
    (Reader : sig
      type in_channel
      type 'a t = 'a Async.t

      val really_read : in_channel -> Cstruct.t -> unit t
      val skip : in_channel -> int -> unit t
    end) : sig
  val read : ?level:Header.compatibility -> Reader.in_channel -> (Header.t, [ `Eof ]) result Async.t
end

module HeaderWriter
    (Async : ASYNC)
    (Writer : sig
      type out_channel
      type 'a t = 'a Async.t

      val really_write : out_channel -> Cstruct.t -> unit t
    end) : sig
  val write : ?level:Header.compatibility -> Header.t -> Writer.out_channel -> unit Async.t
end

module type IO = sig
  type in_channel
  type out_channel

  val really_input : in_channel -> string -> int -> int -> unit
  val input : in_channel -> string -> int -> int -> int
  val output : out_channel -> string -> int -> int -> unit
  val close_out : out_channel -> unit
end

module Make (IO : IO) : sig
  val really_read : IO.in_channel -> Cstruct.t -> unit
  val really_write : IO.out_channel -> Cstruct.t -> unit

  module Header : sig
    type compatibility = OldGNU | GNU | V7 | Ustar | Posix

    val compatibility_level : compatibility ref

    module Link : sig
      type t =
        | Normal | Hard | Symbolic | Character | Block | Directory | FIFO | GlobalExtendedHeader
        | PerFileExtendedHeader

      val to_string : t -> string
    end

    module Extended : sig
      type t = {
        access_time : int64 option;
        charset : string option;
        comment : string option;
        group_id : int option;
        gname : string option;
        header_charset : string option;
        link_path : string option;
        mod_time : int64 option;
        path : string option;
        file_size : int64 option;
        user_id : int option;
        uname : string option;
      }

      val unmarshal : Cstruct.t -> t
    end

    type t = {
      file_name : string;
      file_mode : int;
      user_id : int;
      group_id : int;
      file_size : int64;
      mod_time : int64;
      link_indicator : Link.t;
      link_name : string;
      uname : string;
      gname : string;
      devmajor : int;
      devminor : int;
      extended : Extended.t option;
    }

    val make :
      ?file_mode:int ->
      ?user_id:int ->
      ?group_id:int ->
      ?mod_time:int64 ->
      ?link_indicator:Link.t ->
      ?link_name:string ->
      ?uname:string ->
      ?gname:string ->
      ?devmajor:int ->
      ?devminor:int ->
      string ->
      int64 ->
      t
    val length : int
    val zero_block : Cstruct.t
    val to_detailed_string : t -> string
    val to_hex : string -> string

    exception Checksum_mismatch
    exception End_of_stream

    val unmarshal : ?level:compatibility -> ?extended:Extended.t -> Cstruct.t -> t option
    val marshal : ?level:compatibility -> Cstruct.t -> t -> unit
    val compute_zero_padding_length : t -> int
    val zero_padding : t -> Cstruct.t
    val to_sectors : t -> int64
    val get_next_header : ?level:compatibility -> IO.in_channel -> t
  end

  val write_block :
    ?level:Header.compatibility -> Header.t -> (IO.out_channel -> unit) -> IO.out_channel -> unit
  val write_end : IO.out_channel -> unit

  module Archive : sig
    val with_next_file : IO.in_channel -> (IO.in_channel -> Header.t -> 'a) -> 'a
    val list : ?level:Header.compatibility -> IO.in_channel -> Header.t list
    val extract_gen : (Header.t -> IO.out_channel) -> IO.in_channel -> unit
    val create_gen :
      ?level:Header.compatibility ->
      (Header.t * (IO.out_channel -> unit)) Stream.t ->
      IO.out_channel ->
      unit
    val copy_n : IO.in_channel -> IO.out_channel -> int64 -> unit
    val skip : IO.in_channel -> int -> unit
  end
end
