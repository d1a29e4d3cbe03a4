(** Shared memory between domains of Xen, in a unikernel (vchan 2.3). *)

(** Until 2.9.1: Shared memory between domains of Xen, in a unikernel (vchan 2.2). *)

include Vchan.S.ENDPOINT with type port = Vchan.Port.t
