---@brief
---
--- ADDRESS
---
--- `mirageport lsp` ports MirageOS 2 unikernels to MirageOS 3: it marks what is left of the old API in
--- OCaml files and rewrites it. It runs beside `ocamllsp`.
---
--- Install it as its page says.

---@type vim.lsp.Config
return {
  cmd = { 'mirageport', 'lsp' },
  filetypes = { 'ocaml', 'ocaml.interface', 'ocamlinterface' },
  root_markers = { 'mirageport.toml', '.git', 'config.ml' },
}
