-- Drives Neovim through a person's session: open, look, fix one, all of a rule, all, port, save.
-- MIRAGEPORT_E2E names a JSON file: cmd, plugin, file, line, column, title, rule, report, other
-- (another server's command line), snippet (what a person puts into init.lua, to save with). What was
-- seen goes to `report`.
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

-- The marks of one server, in the order of the text.
local function marks(source)
  local found = {}
  for _, item in ipairs(vim.diagnostic.get(0)) do
    if item.source == source then
      local rule = item.code or item.user_data.lsp.code
      table.insert(found, { line = item.lnum, start = item.col, stop = item.end_col, rule = rule })
    end
  end
  return found
end

-- A second server in the same buffers.
local function start_other()
  local config = { name = 'other', cmd = job.other, root_dir = vim.fn.fnamemodify(job.file, ':h') }
  if vim.lsp.start then
    vim.lsp.start(config)
  else
    vim.lsp.buf_attach_client(0, vim.lsp.start_client(config))
  end
  wait_for('the other server', function() return #marks('other') > 0 end)
end

local progress = {}

local function watch_progress()
  local handler = vim.lsp.handlers['$/progress']
  vim.lsp.handlers['$/progress'] = function(err, result, context, config)
    table.insert(progress, result.value.kind)
    return handler(err, result, context, config)
  end
end

local function serve()
  vim.opt.runtimepath:append(job.plugin)
  vim.cmd('runtime plugin/mirageport.lua')
  vim.cmd('filetype on')
  watch_progress()
  if vim.lsp.enable then
    vim.lsp.config('mirageport', { cmd = job.cmd })
    vim.lsp.enable('mirageport')
  else
    require('mirageport').setup({ cmd = job.cmd })
  end
  vim.cmd('edit ' .. vim.fn.fnameescape(job.file))
  if job.other then
    start_other()
  end
  wait_for('the server', function() return require('mirageport').client(0) end)
end

local function attach()
  serve()
  wait_for('the first diagnostics', function() return #marks('mirageport') > 0 end)
end

-- The menu of code actions, answered with the wanted title.
local function choose(title)
  vim.ui.select = function(items, options, done)
    seen.menu = {}
    for _, item in ipairs(items) do
      table.insert(seen.menu, (options.format_item(item)))
    end
    for index, item in ipairs(items) do
      -- With several servers Neovim says whose action it is.
      if options.format_item(item):gsub(' %[mirageport%]$', '') == title then
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

local function report()
  vim.cmd('MirageportReport')
  wait_for('the quickfix list', function() return vim.bo.buftype == 'quickfix' end)
  seen.entries = {}
  for _, item in ipairs(vim.fn.getqflist()) do
    local file = vim.fn.fnamemodify(vim.fn.bufname(item.bufnr), ':t')
    table.insert(seen.entries, { file, item.lnum, item.text:match('%[([%w-]+), [%w ]+%]$'), item.col })
  end
  vim.cmd('cclose')
end

local function explain()
  vim.cmd('MirageportExplain')
  wait_for('the page', function() return vim.bo.filetype == 'markdown' end)
  seen.page = text()
  vim.cmd('close')
end

-- What the compiler says, and what a message of it is about.
local function compiler()
  attach()
  seen.told = { answered('MirageportVerify') }
  seen.entries = {}
  for _, item in ipairs(vim.fn.getqflist()) do
    local file = vim.fn.fnamemodify(vim.fn.bufname(item.bufnr), ':t')
    table.insert(seen.entries, { file, item.lnum, item.col, item.type, item.text })
  end
  vim.cmd('cclose')
  local function explained(command)
    vim.cmd(command)
    wait_for('the explanation', function() return vim.bo.filetype == 'text' end)
    local found = text()
    vim.cmd('close')
    return found
  end
  vim.diagnostic.set(vim.api.nvim_create_namespace('ocamllsp'), 0, {
    { lnum = job.line, col = 0, message = 'Unbound value\nTCP.get_dest', source = 'ocamllsp' },
  })
  vim.api.nvim_win_set_cursor(0, { job.line + 1, 0 })
  seen.at_cursor = explained('MirageportExplainMessage')
  vim.cmd('new')
  vim.api.nvim_buf_set_lines(0, 0, -1, false, job.log)
  seen.of_log = explained('%MirageportExplainMessage')
  vim.cmd('bwipeout!')
  vim.api.nvim_buf_set_lines(0, 0, 0, false, { '(* more *)' })
  table.insert(seen.told, answered('MirageportVerify'))
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  table.insert(seen.told, answered('MirageportExplainMessage'))
end

-- What the self-check says, and what it asks for when files are not saved.
local function self_check()
  serve()
  seen.told = { answered('MirageportCheckSelf') }
  seen.entries = {}
  for _, item in ipairs(vim.fn.getqflist()) do
    local file = vim.fn.fnamemodify(vim.fn.bufname(item.bufnr), ':t')
    table.insert(seen.entries, { file, item.lnum, item.col, item.type, item.text })
  end
  vim.cmd('cclose')
  vim.api.nvim_buf_set_lines(0, 0, 0, false, { '(* more *)' })
  table.insert(seen.told, answered('MirageportCheckSelf'))
end

-- The rules that are marked in a file that no window shows, in the order of the text.
local function beside(name)
  local found = {}
  for _, item in ipairs(vim.diagnostic.get()) do
    if vim.fn.fnamemodify(vim.api.nvim_buf_get_name(item.bufnr), ':t') == name then
      table.insert(found, item)
    end
  end
  table.sort(found, function(a, b) return a.lnum < b.lnum or a.lnum == b.lnum and a.col < b.col end)
  return vim.tbl_map(function(item) return { item.lnum, item.col, item.code or item.user_data.lsp.code } end, found)
end

-- What the editor shows of its own accord: whether messages stand behind the lines, and the keys.
local function defaults()
  local drawn = {}
  for _, space in pairs(vim.api.nvim_get_namespaces()) do
    for _, mark in ipairs(vim.api.nvim_buf_get_extmarks(0, space, 0, -1, { details = true })) do
      drawn.text = drawn.text or mark[4].virt_text ~= nil
      drawn.underlined = drawn.underlined or (mark[4].hl_group or ''):find('Underline') ~= nil
    end
  end
  drawn.keys = {}
  for _, keys in ipairs({ 'gra', 'K', '<C-W>d', '[d', ']d' }) do
    drawn.keys[keys] = vim.fn.maparg(keys, 'n', false, true).desc or false
  end
  return drawn
end

local function session()
  attach()
  wait_for('what the other file says', function() return #beside('config.ml') == job.beside end)
  seen.beside, seen.defaults = beside('config.ml'), defaults()
  seen.diagnostics, seen.others = marks('mirageport'), marks('other')
  report()
  vim.api.nvim_win_set_cursor(0, { job.line + 1, job.column })
  seen.rules = vim.fn.getcompletion('MirageportFixRule ', 'cmdline')
  explain()
  choose(job.title)
  vim.api.nvim_win_set_cursor(0, { job.line + 1, 0 }) -- anywhere on the line will do
  seen.fixed_one = changed_by('the quick fix', function() vim.lsp.buf.code_action() end)
  seen.told = { answered('MirageportFixRule ' .. job.rule) }
  seen.fixed_rule = text()
  table.insert(seen.told, answered('MirageportFixAll'))
  seen.fixed_all = text()
  table.insert(seen.told, answered('MirageportPort'))
  vim.cmd('silent wall')
  table.insert(seen.told, answered('MirageportPort'))
  seen.progress = progress
  local client = require('mirageport').client(0).id
  seen.restarted = answered('MirageportRestart')
  wait_for('the new server', function()
    local new = require('mirageport').client(0)
    return new and new.id ~= client
  end)
end

-- What the README has people put into their init.lua makes a save write what is fixed.
local function save()
  attach()
  for _, snippet in ipairs(job.snippets) do
    (loadstring or load)(snippet)()
  end
  vim.cmd('silent write')
end

-- Somebody who did what the page says and no more.
local function newcomer()
  vim.cmd('edit ' .. vim.fn.fnameescape(job.file))
  wait_for('the first diagnostics', function() return #marks('mirageport') > 0 end)
  seen.diagnostics = marks('mirageport')
  seen.told = { answered('MirageportPort') }
  vim.cmd('silent wall')
end

-- Somebody with the definition of the server and nothing else of ours.
local function definition()
  vim.cmd('filetype on')
  vim.cmd('edit ' .. vim.fn.fnameescape(job.file))
  wait_for('the first diagnostics', function() return #marks('mirageport') > 0 end)
  seen.diagnostics = marks('mirageport')
  seen.root = vim.lsp.get_clients({ name = 'mirageport' })[1].root_dir
end

-- A file around the unikernel, and one of the same kind elsewhere.
local function around()
  attach()
  seen.diagnostics = marks('mirageport')
  seen.told = { answered('MirageportFixAll') }
  vim.cmd('silent write')
  vim.cmd('edit ' .. vim.fn.fnameescape(job.elsewhere))
  vim.wait(500)
  seen.elsewhere = require('mirageport').client(0) ~= nil
  seen.code = {}
  for _, file in ipairs(job.code) do
    vim.cmd('edit ' .. vim.fn.fnameescape(file))
    wait_for('the marks of ' .. file, function() return #marks('mirageport') > 0 end)
    local found = marks('mirageport')[1]
    table.insert(seen.code, { found.line, found.start, found.rule })
  end
  answered('MirageportFixAll')
  vim.cmd('silent wall')
end

-- A look, and a question that starts the command line.
local function look()
  attach()
  seen.diagnostics = marks('mirageport')
  require('mirageport').explain_message('Error: Unbound module V1_LWT')
  wait_for('the explanation', function() return vim.bo.filetype == 'text' end)
end

-- Which of these files the server is for.
local function roots()
  vim.opt.runtimepath:append(job.plugin)
  seen.roots = {}
  for _, file in ipairs(job.files) do
    vim.cmd('edit ' .. vim.fn.fnameescape(file))
    table.insert(seen.roots, require('mirageport').root(0) or false)
  end
end

-- The help is found by the names that the commands and functions have.
local function help()
  vim.opt.runtimepath:append(job.plugin)
  vim.cmd('helptags ' .. vim.fn.fnameescape(job.plugin .. '/doc'))
  seen.tags = {}
  for _, tag in ipairs(job.tags) do
    vim.cmd('help ' .. tag)
    table.insert(seen.tags, { vim.fn.expand('%:t'), vim.fn.expand('<cword>'), vim.fn.getline('.') })
  end
  seen.links = {}
  for _, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    for link in line:gmatch('|(%S-)|') do
      local found = pcall(vim.cmd, 'help ' .. link)
      table.insert(seen.links, { link, found })
    end
  end
end

local what = {
  session = session, save = save, newcomer = newcomer, around = around, help = help, look = look,
  roots = roots, compiler = compiler, self_check = self_check, definition = definition,
}
local ok, message = xpcall(what[job.what], debug.traceback)
if not ok then
  seen.error = message
end
vim.fn.writefile({ vim.fn.json_encode(seen) }, job.report)
vim.cmd(ok and 'qall!' or 'cquit 1')
