-- :MirageportPort and :MirageportFixAll, whichever way the server was started.
if vim.g.loaded_mirageport then
  return
end
vim.g.loaded_mirageport = true

vim.api.nvim_create_user_command('MirageportPort', function()
  require('mirageport').port()
end, { desc = 'Port this unikernel to Mirage 3: safe and review fixes, all files' })

vim.api.nvim_create_user_command('MirageportFixAll', function()
  require('mirageport').fix_all()
end, { desc = 'Apply all safe Mirage 3 fixes in this file' })
