-- The mirageport language server in Neovim: setup() for 0.7 and newer, and the two commands.
--
-- Neovim 0.11 and newer can do without setup(): vim.lsp.enable('mirageport') is enough.
local M = {}

local filetypes = { 'ocaml', 'ocaml.interface', 'ocamlinterface' }
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

-- The nearest folder upwards that holds a marker, markers in order; else the file's own folder.
local function root_of(file)
  local folder = vim.fn.fnamemodify(file, ':p:h')
  for _, marker in ipairs(markers) do
    local found = vim.fn.findfile(marker, vim.fn.escape(folder, ' ,;') .. ';')
    if found == '' then
      found = vim.fn.finddir(marker, vim.fn.escape(folder, ' ,;') .. ';')
    end
    if found ~= '' then
      -- Made absolute first; a folder's name would keep its slash and need one step more.
      local path = vim.fn.fnamemodify(found, ':p'):gsub('/$', '')
      return vim.fn.fnamemodify(path, ':h')
    end
  end
  return folder
end

local function config_for(buffer, options)
  local root = root_of(vim.api.nvim_buf_get_name(buffer))
  local config = vim.tbl_deep_extend('force', { name = 'mirageport', cmd = { 'mirageport', 'lsp' } }, options)
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
  local config = config_for(buffer, options)
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
    pattern = filetypes,
    callback = function(event)
      start(event.buf or vim.api.nvim_get_current_buf(), options)
    end,
  })
end

local function told(err, result)
  if err then
    vim.notify('mirageport: ' .. (err.message or tostring(err)), vim.log.levels.ERROR)
  elseif result and result.applied then
    vim.notify('mirageport: done; other files it changed are open and not yet saved (:wall)')
  elseif result then
    vim.notify('mirageport: ' .. (result.reason or 'nothing changed'))
  end
end

-- Have the server run one of its commands for the current buffer.
function M.execute(command)
  local buffer = vim.api.nvim_get_current_buf()
  local client = M.client(buffer)
  if not client then
    vim.notify('mirageport: no server is attached to this buffer', vim.log.levels.WARN)
    return
  end
  local params = { command = command, arguments = { vim.uri_from_bufnr(buffer) } }
  if vim.fn.has('nvim-0.11') == 1 then
    client:request('workspace/executeCommand', params, told, buffer)
  else
    client.request('workspace/executeCommand', params, told, buffer)
  end
end

-- Everything that can be ported, in all files of this unikernel.
function M.port()
  M.execute('mirageport.port')
end

-- The safe fixes of this file.
function M.fix_all()
  M.execute('mirageport.fixAll')
end

return M
