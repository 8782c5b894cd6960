-- What Neovim's own client makes of the server: open, edit, diagnostics, code action, rename. Prints a line for each.
-- Started by neovim.test.ts with the command of the server in GOALDOC_LSP, as JSON.
local function wait(what, is_done)
  if not vim.wait(60000, is_done, 20) then
    print('waited in vain for ' .. what)
    vim.cmd('cquit 1')
  end
end

local function lines()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '|')
end

vim.cmd('edit goals/orbit.rst')
local client = vim.lsp.start_client({
  name = 'goaldoc',
  cmd = vim.fn.json_decode(vim.env.GOALDOC_LSP),
  root_dir = vim.fn.getcwd(),
})
vim.lsp.buf_attach_client(0, client)
wait('the server', function() return vim.lsp.get_client_by_id(client).initialized end)

local function found()
  return vim.tbl_map(function(one) return one.lnum .. ' ' .. one.code .. ': ' .. one.message end, vim.diagnostic.get(0))
end

vim.api.nvim_buf_set_lines(0, -1, -1, false, { '', 'The planets of the sun are:', '* Mars', '* Venus' })
wait('diagnostics', function() return #found() > 0 end)
print('found ' .. table.concat(found(), '; '))

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 60000)
  return answers[client].result
end

vim.api.nvim_win_set_cursor(0, { vim.api.nvim_buf_line_count(0) - 1, 0 })
local params = vim.lsp.util.make_range_params()
params.context = { diagnostics = {}, only = { 'source.fixAll.goaldoc' } }
local action = ask('textDocument/codeAction', params)[1]
print('action ' .. action.title)
vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
wait('no diagnostics', function() return #found() == 0 end)
print('fixed ' .. lines())

vim.api.nvim_win_set_cursor(0, { 1, 5 })
params = vim.lsp.util.make_position_params()
params.newName = 'sunward'
vim.lsp.util.apply_workspace_edit(ask('textDocument/rename', params), 'utf-16')
print('renamed ' .. lines())
vim.lsp.stop_client(client)
vim.cmd('qall!')
