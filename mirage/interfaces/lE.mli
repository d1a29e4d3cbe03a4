(** Certificates that a unikernel asks an ACME server for (letsencrypt-mirage 0.5 and 1.0). *)

[@@@since "4.0"]

module Make
    (Time : Mirage_time.S [@until "4.8"])
    (Stack : Tcpip.Stack.V4V6)
    : sig end
[@@port "functor-parameters"]
