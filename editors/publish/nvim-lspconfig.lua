---@brief
---
--- ADDRESS
---
--- `mirageport lsp` ports MirageOS 2 unikernels to MirageOS 3: it reports code that uses the old API, and
--- rewrites it. It runs beside `ocamllsp`. The page above says how to install it.

---@type vim.lsp.Config
return {
  cmd = { 'mirageport', 'lsp' },
  filetypes = { 'ocaml', 'ocaml.interface', 'ocamlinterface' },
  root_markers = { 'mirageport.toml', '.git', 'config.ml' },
}
