---@brief
---
--- ADDRESS
---
--- `mirageport lsp` ports MirageOS unikernels to Mirage 3.0 or 4.11, and OCaml code to later releases of other libraries:
--- it reports code that uses the old API, and rewrites it. It runs beside `ocamllsp`. The page above says how to install it.

---@type vim.lsp.Config
return {
  cmd = { 'mirageport', 'lsp' },
  filetypes = { 'ocaml', 'ocaml.interface', 'ocamlinterface', 'ocaml.ocamllex', 'ocaml.menhir', 'ocamllex', 'menhir' },
  root_markers = { 'mirageport.toml', '.git', 'config.ml' },
}
