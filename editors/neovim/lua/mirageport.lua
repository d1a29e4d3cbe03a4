-- The mirageport language server in Neovim: setup() for 0.7 and newer, and the commands.
--
-- Neovim 0.11 and newer can do without setup(): vim.lsp.enable('mirageport') is enough.
local M = {}

-- Files with OCaml code, lexers and grammars among them, and those with a package's bounds. Neovim
-- itself calls the first all `ocaml`; plugins tell them apart.
local ocaml = {
  'ocaml', 'ocaml.interface', 'ocamlinterface', 'ocaml.ocamllex', 'ocamllex', 'ocaml.menhir', 'menhir', 'opam',
}

-- What may stand around a unikernel and say how it is built.
local around = {
  'make', 'sh', 'bash', 'yaml', 'dockerfile', 'ruby', 'markdown', 'gitignore', 'merlin', 'dune',
}

M.filetypes = vim.list_extend(vim.deepcopy(ocaml), around)

local markers = { 'mirageport.toml', '.git', 'config.ml' }

-- The running client of each root folder, for Neovim 0.7, which does not look for one itself.
local started = {}

local function get_clients()
  return (vim.lsp.get_clients or vim.lsp.get_active_clients)()
end

-- The client that serves a buffer; nil without one.
function M.client(buffer)
  for _, client in ipairs(get_clients()) do
    if client.name == 'mirageport' and vim.lsp.buf_is_attached(buffer, client.id) then
      return client
    end
  end
end

local uv = vim.uv or vim.loop

-- The server reads no longer files either.
local most_bytes = 8 * 1024 * 1024

-- The text of a regular file; nil for what is none, too long, or cannot be read. A pipe or a device
-- that is called like a source file is not opened: the editor would wait for it.
local function text_of(path)
  local found = uv.fs_stat(path)
  if not found or found.type ~= 'file' or found.size > most_bytes then
    return nil
  end
  local handle = uv.fs_open(path, 'r', 438)
  local text = handle and uv.fs_read(handle, found.size, 0)
  if handle then
    uv.fs_close(handle)
  end
  return text
end

-- The folder of a file and all above it.
local function upwards(file)
  local folders = {}
  local folder = vim.fn.fnamemodify(file, ':p:h')
  while folder ~= folders[#folders] do
    table.insert(folders, folder)
    folder = vim.fn.fnamemodify(folder, ':h')
  end
  return folders
end

-- The nearest folder upwards from a file that holds something of this name; nil without one.
local function nearest(file, name)
  for _, folder in ipairs(upwards(file)) do
    if uv.fs_stat(folder .. '/' .. name) then
      return folder
    end
  end
end

-- The nearest folder upwards that holds a marker, markers in order; else the file's own folder.
local function root_of(file)
  for _, marker in ipairs(markers) do
    local folder = nearest(file, marker)
    if folder then
      return folder
    end
  end
  return vim.fn.fnamemodify(file, ':p:h')
end

-- Whether a file lies below a unikernel's folder: one with a mirageport.toml, or with a config.ml
-- that speaks of Mirage.
local function in_unikernel(file)
  for _, folder in ipairs(upwards(file)) do
    if uv.fs_stat(folder .. '/mirageport.toml') then
      return true
    end
    local text = text_of(folder .. '/config.ml')
    if text and text:find('%f[%w_]Mirage%f[^%w_]') then
      return true
    end
  end
  return false
end

-- The root of a buffer's server; nil for a file that is none of its business, such as any Makefile.
function M.root(buffer)
  local file = vim.api.nvim_buf_get_name(buffer)
  if file == '' or vim.bo[buffer].buftype ~= '' then
    return nil
  end
  if vim.tbl_contains(ocaml, vim.bo[buffer].filetype) or in_unikernel(file) then
    return root_of(file)
  end
end

-- How the server is started. Not in the folder of the files: a program might take a file there for
-- a part of itself. Changes are sent at once: a port changes several files, and a second one must not
-- be made of what they were before.
M.command = {
  cmd = { 'mirageport', 'lsp' },
  cmd_cwd = vim.env.VIMRUNTIME,
  flags = { debounce_text_changes = 0 },
}

local function config_for(root, options)
  local config = vim.tbl_deep_extend('force', { name = 'mirageport' }, M.command, options)
  config.root_dir = root
  config.workspace_folders = { { uri = vim.uri_from_fname(root), name = root } }
  config.init_options = config.init_options or options.settings
  return config
end

-- Neovim 0.7: a client is started once per root, and buffers are attached by hand.
local function start_by_hand(buffer, config)
  local id = started[config.root_dir]
  if not id or not vim.lsp.get_client_by_id(id) then
    id = vim.lsp.start_client(config)
    started[config.root_dir] = id
  end
  if id then
    vim.lsp.buf_attach_client(buffer, id)
  end
end

local function start(buffer, options)
  local root = M.root(buffer)
  if not root then
    return
  end
  local config = config_for(root, options)
  if vim.lsp.start then
    vim.lsp.start(config, { bufnr = buffer })
  else
    start_by_hand(buffer, config)
  end
end

-- Serve OCaml buffers from now on. options: what vim.lsp.start_client takes, such as cmd,
-- on_attach, capabilities, and settings = { mirageport = { ignore = {...}, review = true } }.
function M.setup(options)
  options = options or {}
  if vim.lsp.config and vim.lsp.enable then
    vim.lsp.config('mirageport', options)
    vim.lsp.enable('mirageport')
    return
  end
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('mirageport', { clear = true }),
    pattern = M.filetypes,
    callback = function(event)
      start(event.buf or vim.api.nvim_get_current_buf(), options)
    end,
  })
end

local function say(line, level)
  vim.notify('mirageport: ' .. line, level or vim.log.levels.INFO)
end

local function complain(line)
  say(line, vim.log.levels.WARN)
end

local function request(client, method, params, handler, buffer)
  if vim.fn.has('nvim-0.11') == 1 then
    return client:request(method, params, handler, buffer)
  end
  return client.request(method, params, handler, buffer)
end

local function request_sync(client, method, params, timeout, buffer)
  if vim.fn.has('nvim-0.11') == 1 then
    return client:request_sync(method, params, timeout, buffer)
  end
  return client.request_sync(method, params, timeout, buffer)
end

-- Have the server run one of its commands; `answered` is called with the result. The current
-- buffer is the first argument, unless `arguments` says otherwise.
local function execute(command, answered, arguments)
  local buffer = vim.api.nvim_get_current_buf()
  local client = M.client(buffer)
  if not client then
    complain('no server is attached to this buffer')
    return
  end
  local params = { command = command, arguments = arguments or { vim.uri_from_bufnr(buffer) } }
  request(client, 'workspace/executeCommand', params, function(err, result)
    if err then
      say(err.message or tostring(err), vim.log.levels.ERROR)
    elseif result then
      answered(result)
    end
  end, buffer)
end

local function report_result(result)
  if result.applied then
    say('done; other files it changed are open and not yet saved (:wall)')
  else
    say(result.reason or 'nothing changed')
  end
end

-- Everything that can be ported, in all files of this unikernel.
function M.port()
  execute('mirageport.port', report_result)
end

-- The safe fixes of this unikernel.
function M.fix_all()
  execute('mirageport.fixAll', report_result)
end

-- All fixes of one rule in this file; without a name, of the rule at the cursor.
function M.fix_rule(rule)
  rule = rule or M.rule_here()
  if rule then
    execute('mirageport.fixRule', report_result, { vim.uri_from_bufnr(0), rule })
  else
    complain('nothing is marked at the cursor: give the name of a rule')
  end
end

-- The rule of a diagnostic; nil when it is another server's.
local function rule_of(item)
  if item.source == 'mirageport' then
    local lsp = item.user_data and item.user_data.lsp
    return item.code or (lsp and lsp.code)
  end
end

-- The rule at the cursor, or else of the first mark of its line.
function M.rule_here()
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  local first
  for _, item in ipairs(vim.diagnostic.get(0, { lnum = row - 1 })) do
    local rule = rule_of(item)
    if rule and item.col <= column and column < item.end_col then
      return rule
    end
    first = first or rule
  end
  return first
end

-- The rules with a mark in this buffer, by name.
function M.rules()
  local seen, names = {}, {}
  for _, item in ipairs(vim.diagnostic.get(0)) do
    local rule = rule_of(item)
    if rule and not seen[rule] then
      seen[rule] = true
      table.insert(names, rule)
    end
  end
  table.sort(names)
  return names
end

-- The quickfix list counts columns in bytes, the report in characters.
local function byte_column(file, line, column)
  local buffer = vim.fn.bufadd(file)
  vim.fn.bufload(buffer)
  local text = vim.api.nvim_buf_get_lines(buffer, line - 1, line, false)[1] or ''
  local index = vim.fn.byteidxcomp(text, column - 1)
  return (index < 0 and #text or index) + 1
end

local kinds = { error = 'E', warning = 'W', information = 'I', hint = 'N' }

-- A finding that begins at a place, for the quickfix list.
local function item_of(finding, place)
  local how = finding.applicability == 'manual' and 'by hand' or finding.applicability
  return {
    filename = finding.file,
    lnum = place.line,
    col = byte_column(finding.file, place.line, place.column),
    type = kinds[finding.severity],
    text = string.format('%s [%s, %s]', finding.message, finding.rule, how),
  }
end

-- What is left in all files of the unikernel, in the quickfix list.
function M.report()
  execute('mirageport.report', function(result)
    local items = {}
    for _, finding in ipairs(result.findings) do
      table.insert(items, item_of(finding, finding))
    end
    vim.fn.setqflist({}, ' ', { title = 'mirageport: what is left to port', items = items })
    if #items == 0 then
      vim.cmd('cclose')
      say('nothing is left to port')
    else
      vim.cmd('copen')
    end
  end)
end

-- A text in a window of its own.
local function show(text, filetype)
  vim.cmd('new')
  vim.api.nvim_buf_set_lines(0, 0, -1, false, vim.split(text, '\n'))
  vim.bo.buftype, vim.bo.bufhidden, vim.bo.swapfile = 'nofile', 'wipe', false
  vim.bo.modifiable = false
  vim.bo.filetype = filetype
end

-- The page of a rule in a window of its own; without a name, of the rule at the cursor.
function M.explain(rule)
  rule = rule or M.rule_here()
  if not rule then
    complain('nothing is marked at the cursor: give the name of a rule')
    return
  end
  execute('mirageport.explain', function(result)
    if not result.page then
      complain('no rule is called ' .. rule)
      return
    end
    local head = string.format('# %s: %s', result.rule, result.title)
    local how = table.concat({ result.category, result.applicability, result.severity }, ', ')
    show(head .. '\n\n' .. how .. '\n\n' .. result.page, 'markdown')
  end, { rule })
end

-- The program behind the server, with its first arguments: that of any buffer, as a log has none.
local function program()
  for _, client in ipairs(get_clients()) do
    local cmd = client.config.cmd
    if client.name == 'mirageport' and type(cmd) == 'table' then
      return vim.list_slice(cmd, 1, #cmd - 1) -- without `lsp`
    end
  end
  return { 'mirageport' }
end

-- A program as it is found on the PATH, nil if it is not. The editor would take one from its working
-- folder where an entry of the PATH is relative or empty: that may be a file of the unikernel.
local function on_path(name)
  if name:find('[/\\]') then
    return name
  end
  local windows = vim.fn.has('win32') == 1
  for _, folder in ipairs(vim.split(vim.env.PATH or '', windows and ';' or ':', { plain = true })) do
    local path = folder .. '/' .. name
    if folder:find(windows and '^%a:' or '^/') and vim.fn.executable(path) == 1 then
      return path
    end
  end
end

-- Run the command line without waiting for it; `done` gets its status, output and complaints.
local function run(arguments, input, done)
  local output = { stdout = {}, stderr = {} }
  local function keep(_, lines, name)
    output[name] = lines
  end
  local command = vim.list_extend(program(), arguments)
  local name = command[1]
  command[1] = on_path(name) or ''
  local started, job = pcall(vim.fn.jobstart, command, {
    cwd = M.command.cmd_cwd,
    stdout_buffered = true,
    stderr_buffered = true,
    on_stdout = keep,
    on_stderr = keep,
    on_exit = function(_, status)
      done(status, table.concat(output.stdout, '\n'), vim.trim(table.concat(output.stderr, '\n')))
    end,
  })
  if not started or job <= 0 then
    complain('cannot be run: ' .. name)
    return
  end
  vim.fn.chansend(job, input)
  vim.fn.chanclose(job, 'stdin')
end

-- The folder of the unikernel a file belongs to; elsewhere the file itself.
local function unikernel(file)
  return nearest(file, 'config.ml') or file
end

-- Whether a file, or one in a folder, has changes that are not saved.
local function unsaved(path)
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    local name = vim.api.nvim_buf_get_name(buffer)
    if vim.bo[buffer].modified and (name == path or vim.startswith(name, path .. '/')) then
      return true
    end
  end
  return false
end

-- Run a command about the unikernel and list the items that `listed` makes of its answer in the
-- quickfix list; `listed` also gives the line to say.
local function ask(arguments, title, listed)
  local folder = unikernel(vim.api.nvim_buf_get_name(0))
  if unsaved(folder) then
    complain('save the files first (:wall): the command reads the files on disk')
    return
  end
  vim.list_extend(arguments, { '--output-format', 'json', '--', folder })
  run(arguments, '', function(_, out, err)
    local read, result = pcall(vim.fn.json_decode, out)
    if not read then
      say(err:match('[^\n]*$'):gsub('^mirageport: ', ''), vim.log.levels.ERROR)
      return
    end
    local items, line = listed(result)
    vim.fn.setqflist({}, ' ', { title = 'mirageport: ' .. title, items = items })
    vim.cmd(#items == 0 and 'cclose' or 'copen')
    say(line)
  end)
end

-- What an installed OCaml compiler says of the unikernel, in the quickfix list.
function M.verify()
  ask({ 'verify' }, 'what the compiler says', function(result)
    local items = {}
    for _, file in ipairs(result.files) do
      if file.verdict == 'error' then
        local text = file.message .. (file.rule and string.format(' [%s]', file.rule) or '')
        local column = byte_column(file.file, file.start.line, file.start.column)
        table.insert(items, { filename = file.file, lnum = file.start.line, col = column, type = 'E', text = text })
      elseif file.verdict == 'not judged' then
        table.insert(items, { filename = file.file, lnum = 1, type = 'I', text = 'not judged: ' .. file.message })
      end
    end
    local counts = result.summary
    return items, string.format(
      'OCaml %s: %d accepted, %d refused, %d not judged', result.version or '', counts.accepted,
      counts.error, counts['not judged']
    )
  end)
end

-- What is left of the unikernel, and type errors in its ported code, in the quickfix list.
function M.check_self()
  ask({ 'check', '--self' }, 'type errors in ported code', function(result)
    local items = {}
    for _, finding in ipairs(result.findings) do
      table.insert(items, item_of(finding, finding.start))
    end
    return items, result.summary.text
  end)
end

-- More than this is handed over as a log.
local longest = 100000

-- Which rules know a message of the compiler or of mirage, or those of a log; without a text, the
-- message of another server at the cursor.
function M.explain_message(text)
  if not text then
    for _, item in ipairs(vim.diagnostic.get(0, { lnum = vim.api.nvim_win_get_cursor(0)[1] - 1 })) do
      text = text or (item.source ~= 'mirageport' and item.message or nil)
    end
  end
  if not text then
    complain('no message at the cursor: select one, or the lines of a log')
    return
  end
  local long = #text > longest
  run({ 'explain', '--', long and '-' or text }, long and text or '', function(_, out, err)
    if out == '' then
      say(err:gsub('^mirageport: ', ''), vim.log.levels.ERROR)
    else
      show(vim.trim(out), 'text')
    end
  end)
end

-- Stop the server of this buffer and start it again.
function M.restart()
  local buffer = vim.api.nvim_get_current_buf()
  local client = M.client(buffer)
  if client then
    vim.lsp.stop_client(client.id)
    vim.wait(5000, function()
      return not vim.lsp.get_client_by_id(client.id)
    end, 20)
  end
  vim.bo.filetype = vim.bo.filetype -- sets off what starts a server
  say('started again')
end

-- All safe fixes of a buffer at once, for BufWritePre: what is written is fixed already.
function M.fix_before_save(buffer, timeout)
  local client = M.client(buffer)
  if not client then
    return
  end
  local all = { line = 0, character = 0 }
  local params = {
    textDocument = { uri = vim.uri_from_bufnr(buffer) },
    range = { start = all, ['end'] = all },
    context = { only = { 'source.fixAll.mirageport' }, diagnostics = {} },
  }
  local answer = request_sync(client, 'textDocument/codeAction', params, timeout or 2000, buffer)
  local action = answer and answer.result and answer.result[1]
  if action and not action.edit then
    answer = request_sync(client, 'codeAction/resolve', action, timeout or 2000, buffer)
    action = answer and answer.result
  end
  if action and action.edit then
    vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
  end
end

return M
