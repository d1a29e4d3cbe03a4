-- The server for Neovim 0.11 and newer: vim.lsp.enable('mirageport')
return {
  cmd = { 'mirageport', 'lsp' },
  filetypes = { 'ocaml', 'ocaml.interface', 'ocamlinterface' },
  root_markers = { 'mirageport.toml', '.git', 'config.ml' },
}
