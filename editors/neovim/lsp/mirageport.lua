-- The server for Neovim 0.11 and newer: vim.lsp.enable('mirageport')
return {
  cmd = require('mirageport').command.cmd,
  cmd_cwd = require('mirageport').command.cmd_cwd,
  flags = require('mirageport').command.flags,
  filetypes = require('mirageport').filetypes,
  root_dir = function(buffer, start)
    local root = require('mirageport').root(buffer)
    if root then
      start(root)
    end
  end,
}
