-- Drives Neovim through a person's session: open, look, fix one, fix all, port, save.
-- MIRAGEPORT_E2E names a JSON file: cmd, plugin, file, title, report. What was seen goes to `report`.
local job = vim.fn.json_decode(vim.fn.readfile(vim.env.MIRAGEPORT_E2E))
local seen = { version = tostring(vim.version().major) .. '.' .. tostring(vim.version().minor) }

local function wait_for(what, condition)
  if not vim.wait(20000, condition, 20) then
    error('waited in vain for ' .. what .. ': ' .. vim.fn.execute('messages'))
  end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n'
end

local function diagnostics()
  local found = {}
  for _, item in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, { line = item.lnum, start = item.col, stop = item.end_col, source = item.source })
  end
  return found
end

local function attach()
  vim.opt.runtimepath:append(job.plugin)
  vim.cmd('runtime plugin/mirageport.lua')
  vim.cmd('filetype on')
  if vim.lsp.enable then
    vim.lsp.config('mirageport', { cmd = job.cmd })
    vim.lsp.enable('mirageport')
  else
    require('mirageport').setup({ cmd = job.cmd })
  end
  vim.cmd('edit ' .. vim.fn.fnameescape(job.file))
  wait_for('the first diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
end

-- The menu of code actions, answered with the wanted title.
local function choose(title)
  vim.ui.select = function(items, options, done)
    seen.menu = {}
    for _, item in ipairs(items) do
      table.insert(seen.menu, (options.format_item(item)))
    end
    for index, item in ipairs(items) do
      if options.format_item(item) == title then
        return done(item, index)
      end
    end
    error('no action ' .. title .. ' in ' .. vim.inspect(seen.menu))
  end
end

local function changed_by(what, action)
  local tick = vim.api.nvim_buf_get_changedtick(0)
  action()
  wait_for(what, function() return vim.api.nvim_buf_get_changedtick(0) ~= tick end)
  return text()
end

-- The server's answer to a command, as the person is told.
local function answered(command)
  local told
  local notify = vim.notify
  vim.notify = function(line)
    told = line:match('^mirageport: .*') or told
  end
  vim.cmd(command)
  wait_for('the answer to ' .. command, function() return told end)
  vim.notify = notify
  return told
end

local function session()
  attach()
  seen.diagnostics = diagnostics()
  local first = vim.diagnostic.get(0)[1]
  for _, item in ipairs(vim.diagnostic.get(0)) do
    if item.lnum < first.lnum or (item.lnum == first.lnum and item.col < first.col) then
      first = item
    end
  end
  vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
  choose(job.title)
  seen.fixed_one = changed_by('the quick fix', function() vim.lsp.buf.code_action() end)
  seen.told = { answered('MirageportFixAll') }
  seen.fixed_all = text()
  table.insert(seen.told, answered('MirageportPort'))
  vim.cmd('silent wall')
  table.insert(seen.told, answered('MirageportPort'))
end

local ok, message = xpcall(session, debug.traceback)
if not ok then
  seen.error = message
end
vim.fn.writefile({ vim.fn.json_encode(seen) }, job.report)
vim.cmd(ok and 'qall!' or 'cquit 1')
