-- The commands, whichever way the server was started.
if vim.g.loaded_mirageport then
  return
end
vim.g.loaded_mirageport = true

local function command(name, what, description, options)
  vim.api.nvim_create_user_command(name, function(given)
    require('mirageport')[what](given.args ~= '' and given.args or nil)
  end, vim.tbl_extend('force', { desc = description }, options or {}))
end

-- The rules marked in this buffer that begin like what was typed.
local function rules(typed)
  return vim.tbl_filter(function(rule)
    return vim.startswith(rule, typed)
  end, require('mirageport').rules())
end

local of_a_rule = { nargs = '?', complete = rules }

command('MirageportPort', 'port', 'Port this unikernel to Mirage 3: safe and review fixes, all files')
command('MirageportFixAll', 'fix_all', 'Apply all safe Mirage 3 fixes in this unikernel')
command('MirageportFixRule', 'fix_rule', 'Apply all fixes of a rule in this file', of_a_rule)
command('MirageportReport', 'report', 'What is left of Mirage 2, in the quickfix list')
command('MirageportExplain', 'explain', 'Show the page of a rule', of_a_rule)
command('MirageportRestart', 'restart', 'Start the server of this buffer again')
command('MirageportCheckSelf', 'check_self', 'Type errors in ported code, in the quickfix list')
command('MirageportVerify', 'verify', 'What an installed OCaml compiler says, in the quickfix list')

vim.api.nvim_create_user_command('MirageportExplainMessage', function(given)
  local lines = vim.api.nvim_buf_get_lines(0, given.line1 - 1, given.line2, false)
  local text = given.range > 0 and table.concat(lines, '\n') or nil
  require('mirageport').explain_message(text)
end, { range = true, desc = 'Which rules know a message of the compiler or of mirage, or a log' })
