---@brief
---
--- ADDRESS
---
--- `mirageport lsp` ports MirageOS unikernels to Mirage 3.0 or 4.11: it reports code that uses the old API, and
--- rewrites it. It runs beside `ocamllsp`. The page above says how to install it.

---@type vim.lsp.Config
return {
  cmd = { 'mirageport', 'lsp' },
  filetypes = { 'ocaml', 'ocaml.interface', 'ocamlinterface' },
  root_markers = { 'mirageport.toml', '.git', 'config.ml' },
}
