let a = Tool.old_value
let a = Tool.old_call Tool.old_value
let a = Tool.old_call @@ Tool.old_value
let a = Tool.old_value |> Tool.old_call
let a = (Tool.old_call : int -> int) (Tool.old_call (Tool.old_call ~-1))
let a = [ Tool.old_value; Tool.old_value ]
let a = [| Tool.old_value |]
let a = Tool.old_value :: []
let a = Tool.old_value, (Tool.old_value, 1)
let a = if Tool.old_value = 1 then begin Tool.old_value end else Tool.old_value
let a = match Tool.old_value with 1 when Tool.old_value = 2 -> Tool.old_value | _ -> 1
let a = try Tool.old_value with Not_found -> Tool.old_value
let a = fun x -> Tool.old_value
let a = function _ -> Tool.old_value
let a = let x = Tool.old_value in Tool.old_value
let a = let rec x = Tool.old_value and y = Tool.old_value in x
let a = for i = Tool.old_value to Tool.old_value do ignore Tool.old_value done
let a = while Tool.old_value = 1 do ignore Tool.old_value done
let a = { contents = Tool.old_value }
let a = { !b with contents = Tool.old_value }
let a = b := Tool.old_value
let a = b.contents <- Tool.old_value
let a = b.(Tool.old_value) <- b.[Tool.old_value] + b.{Tool.old_value}
let a = assert (Tool.old_value = 1)
let a = lazy Tool.old_value
let a = - Tool.old_value + 1 * Tool.old_value
let a = - Tool.old_value
let a = `A Tool.old_value
let a = Some Tool.old_value
let a ?(x = Tool.old_value) () = b ~x:Tool.old_value ?y:(Some Tool.old_value)
let a = object val x = Tool.old_value method m = Tool.old_value initializer b Tool.old_value end
class c = object inherit d Tool.old_value method private m = Tool.old_value end
let a = new c Tool.old_value
let a = b#m Tool.old_value
let a = (module struct let x = Tool.old_value end : X)
let a = let module M = struct let x = Tool.old_value end in Tool.old_value
let a = let open M in M.(Tool.old_value)
let a = let exception E in Tool.old_value
let a = fun (type a) -> Tool.old_value
let a = (Tool.old_value [@inlined]) + (Tool.old_call 1 [@inlined])
let a = [%ext Tool.old_value]
let%ext a = Tool.old_value
let a = let%ext x = Tool.old_value in Tool.old_value
let a = match%ext Tool.old_value with _ -> Tool.old_value
let a = if%ext Tool.old_value = 1 then Tool.old_value else Tool.old_value
let a = let* x = Tool.old_value and* y = Tool.old_value in Tool.old_value
let a = b >>= fun y -> Tool.old_call y
let a = ignore Tool.old_value; Tool.old_value
let a = {< x = Tool.old_value >}
let () = ignore Tool.old_value ;;
ignore Tool.old_value ;;
include struct let x = Tool.old_value end
module type M = module type of struct let x = Tool.old_value end
module A = struct module B = Tool let x = B.old_value end
let a = A.B.old_value
let a = Tool.(old_value)
let a = Tool.(old_call old_value)
let a = let open Tool in old_call old_value
let a = Tool.[ old_value ]
let a = Tool.{ contents = old_value }
let a = Tool.( +! ) 1 2
let a = Tool.(1 +! 2)
let a = raise (Tool.Old_error Tool.old_value)
let a = try 1 with Tool.Old_error x -> x | Tool.(Old_error x) -> x
let a = match b with exception Tool.Old_error _ -> 1 | Tool.Old_error 2 | (Tool.Old_error _ as _x) -> 3
let a = function Some (Tool.Old_error 3) | lazy (Tool.Old_error _) -> 1 | [ Tool.Old_error _ ] -> 2
let a = function { contents = Tool.Old_error _ } -> 1 | Tool.Old_error _, `A (Tool.Old_error _) -> 2
let a = function Tool.Old_error _ :: _ -> 1 | (Tool.Old_error _ : exn) -> 2 | [| Tool.Old_error _ |] -> 3
let a = fun ~x:(Tool.Old_error _) (Tool.Old_error _ as x) -> x
let a = function%ext Tool.Old_error _ -> 1
let a = try%ext b with Tool.Old_error _ -> Tool.old_value
let a = let Tool.(Old_error x) = b in let exception E = Tool.Old_error in x
exception E = Tool.Old_error
type exn += E = Tool.Old_error
let a (x : Tool.old_type) : Tool.old_type = (x : Tool.old_type :> Tool.old_type)
let a : 'a. 'a -> Tool.old_type = b
let a : type a. a -> Tool.old_type = b
let a (type a) (x : a) : Tool.old_type option ref list = x
let a = object method m : Tool.old_type = x method n : 'a. 'a -> Tool.old_type = x end
external a : Tool.old_type -> Tool.old_type = "x"
type t = Tool.old_type * Tool.old_type list
type t = A of Tool.old_type | B of { x : Tool.old_type } | C : Tool.old_type -> t
type t = { mutable x : Tool.old_type; y : 'a. 'a -> Tool.old_type }
type t = Tool.old_type = ..
exception E of Tool.old_type
type t = [ `A of Tool.old_type | Tool.old_type ]
type t = < m : Tool.old_type >
type t = Tool.old_type -> ?x:Tool.old_type -> y:Tool.old_type -> Tool.old_type
class type c = object method m : Tool.old_type end
type t = (module S with type t = Tool.old_type)
module type M = S with type t = Tool.old_type and type u := Tool.old_type
let a = Tool.Old.x + Tool.(Old.(x)) + Tool.Old.(f x)
let a = let open! Tool.Old in let module M = Tool.Old in M.x
let a = function Tool.Old.Small | Tool.Old.(Big _) -> 1
let a = fun (Tool.Old.Big _ | Tool.(Old.Big _)) -> 1
let a = { Tool.Old.inside = b.Tool.Old.inside }
let a { Tool.Old.inside } = b.Tool.Old.inside <- inside
let a = function Tool.Old.{ inside } -> inside | Tool.Old.[] -> 1 | Tool.Old.[||] -> 2
let a = Tool.Old.[ x ], Tool.Old.[| x |], Tool.Old.{ inside = x }
let a = (module Tool.Old : S)
module A = Tool.Old
module A = struct include Tool.Old open Tool.Old end
module A = F (Tool.Old) (struct include Tool.Old end)
module A : module type of Tool.Old = A
module type M = module type of struct include Tool.Old end
module type M = S with module A = Tool.Old and module B := Tool.Old
module type M = F (Tool.Old).S
type t = F(Tool.Old).t
type t = #Tool.Old.c
class c = Tool.Old.c
class type c = object inherit Tool.Old.c end
class c = object inherit Tool.Old.c end
let a = object inherit Tool.Old.c end
let a = new Tool.Old.c
let a (x : Tool.Old.t) : Tool.Old.kind = x
exception E = Tool.Old.Stop
let a = b.Tool.Old.%{1}
module A : Tool.OLD = struct type t let x = 1 end
module A (X : Tool.OLD) : Tool.OLD = X
module A = functor (X : Tool.OLD) -> X
module A = (val x : Tool.OLD)
module A = Tool.Old_make (Tool.Old_make (A))
module rec A : Tool.OLD = B and B : Tool.OLD = A
module A : Tool.Old.S = B
module type M = sig include Tool.Old.S module B : Tool.Old.S with type t = int end
let a (module X : Tool.Old.S) = X.x
module type M = Tool.OLD
module type M = sig include Tool.OLD with type t = int module A : Tool.OLD module type B = Tool.OLD end
module type M = functor (X : Tool.OLD) -> Tool.OLD
module type M = sig val x : Tool.old_type type t = Tool.old_type exception E of Tool.old_type end
module type M = sig module B = Tool.Old include module type of Tool.Old class c : Tool.Old.c end
module type M = sig external x : Tool.old_type = "x" open Tool.Old type u := Tool.old_type end
module A : Tool.Inner.OLD = B
let a (module X : Tool.OLD) = let (module X : Tool.OLD) = b in X.x
type t = (module Tool.OLD) * (module Tool.Inner.OLD)
