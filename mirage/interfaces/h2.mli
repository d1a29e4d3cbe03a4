(** HTTP/2, as far as the servers and clients over it name it (h2). *)

[@@@since "4.3"]

module Status : sig
  type standard = [ H1.Status.standard | `Misdirected_request ]
  type t = [ standard | `Code of int ]
end

module Headers : sig
  type t
end

module Request : sig
  type t
end

module Response : sig
  type t
end

module Error_code : sig
  type t
end

module Config : sig
  type t
end

module Body : sig
  [@@@complete]

  module Reader : sig
    [@@@open_ended]

    type t
  end

  module Writer : sig
    [@@@open_ended]

    type t
  end
end

module Reqd : sig
  type t
end

module Client_connection : sig
  type t
end
