(** The values of config.ml's keys, as `mirage configure` wrote them before Mirage 2.7 was released.
    What it has depends on config.ml. *)

[@@@until "2.9.1"]

[@@@port "bootvar-gen"]
