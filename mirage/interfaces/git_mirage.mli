(** Git repositories over a conduit (git-mirage 1.10 to 2.1). *)

[@@@since "3.0"]

[@@@until "3.9"]

[@@@port "git-mirage"]
