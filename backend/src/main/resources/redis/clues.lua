-- What may tell who somebody is, and what they are looked up by. Included by the scripts that learn some.

-- Keeps clues, both ways: which identities gave one, and which ones an identity gave, 50 at the most.
-- clues: {main}:clues
local function keep_clues(clues, identity, found)
  local of = 'of|' .. identity
  for _, clue in ipairs(found or {}) do
    if redis.call('ZLEXCOUNT', clues, '[' .. of .. '|', '(' .. of .. '}') >= 50 then return end
    redis.call('ZADD', clues, 0, of .. '|' .. clue, 0, 'at|' .. clue .. '|' .. identity)
  end
end

-- names: {main}:customer-names
local function keep_name(names, customer, words)
  for _, word in ipairs(words or {}) do redis.call('ZADD', names, 0, word .. '|' .. customer) end
end
