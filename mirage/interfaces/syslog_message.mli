(** Messages of syslog (syslog-message 0.0.2). *)

type facility =
  | Kernel_Message | User_Level_Messages | Mail_System | System_Daemons
  | Security_Authorization_Messages | Messages_Generated_Internally_By_Syslogd
  | Line_Printer_Subsystem | Network_News_Subsystem | UUCP_subsystem | Clock_Daemon
  | Security_Authorization_Messages_10 | Ftp_Daemon | Ntp_Subsystem | Log_Audit | Log_Alert
  | Clock_Daemon_15 | Local0 | Local1 | Local2 | Local3 | Local4 | Local5 | Local6 | Local7
  | Invalid_Facility

val string_of_facility : facility -> string

type severity =
  | Emergency | Alert | Critical | Error | Warning | Notice | Informational | Debug
  | Invalid_Severity

val string_of_severity : severity -> string

type ctx = { timestamp : Ptime.t; hostname : string; set_hostname : bool }
type t = {
  facility : facility;
  severity : severity;
  timestamp : Ptime.t;
  hostname : string;
  message : string;
}

val pp : Format.formatter -> t -> unit
val to_string : t -> string
val decode : ctx:ctx -> string -> t option
val encode : ?len:int -> t -> string

module Rfc3164_Timestamp : sig
  val encode : Ptime.t -> string
  val decode : string -> int -> (Ptime.t * string) option
end
