-- When an address was last heard from. Included by the scripts that take in what came from one.

-- Notes that a message was sent at a moment (ms), which may be long ago. What stood there of the account it last wrote to moves into
-- `heard`, which holds the others: an answer window is of one account, and most addresses write to one. Some imports name none.
local function hear(identity, account, channel, at)
  local heard, last = identity.heard or {}, identity.account
  if at >= (identity.seen or 0) then
    if last and last ~= account then heard[last] = identity.seen end
    if account then heard[account] = nil end
    identity.seen, identity.account, identity.channel = at, account, channel
  elseif account and account ~= last then
    heard[account] = math.max(heard[account] or 0, at)
  end
  identity.heard = next(heard) and heard or nil
end
