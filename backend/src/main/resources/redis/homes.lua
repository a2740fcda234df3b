-- Home threads that change hands. Included by the scripts that move them.

-- The homes a script was given, by id and by side ('goes', 'stays', 'there'); `after` are those the receiver has in the end.
-- list: id, side, base of each home; first: the place in KEYS where their four keys each begin
local function read_homes(list, first)
  local homes = { by_id = {}, goes = {}, stays = {}, there = {}, after = {} }
  for i, home in ipairs(list) do
    local at = first + (i - 1) * 4
    home.thread, home.lanes, home.entries, home.states = KEYS[at], KEYS[at + 1], KEYS[at + 2], KEYS[at + 3]
    homes.by_id[home.id] = home
    table.insert(homes[home.side], home)
    if home.side ~= 'stays' then table.insert(homes.after, home) end
  end
  return homes
end

-- How often a conversation has gained or lost homes.
local function revision(conversation)
  return tonumber(redis.call('HGET', conversation, 'rev') or 0)
end

local function home_of_entry(side, entry)
  for _, home in ipairs(side) do
    if redis.call('ZSCORE', home.thread, entry) then return home.id end
  end
end

-- The home of a topic's newest entry.
local function home_of_topic(side, topic)
  local newest = topic_tail(side, topic, 1)[1]
  return newest and side[newest.home].id
end

-- Finds out anew which message is the newest of a conversation, and the newest by anybody else than its author.
local function settle_newest(conversation, side)
  local tail = {}
  for _, home in ipairs(side) do
    for _, id in ipairs(redis.call('ZREVRANGEBYLEX', home.thread, '+', '-', 'LIMIT', 0, 200)) do
      tail[#tail + 1] = { id = id, states = home.states }
    end
  end
  table.sort(tail, function(a, b) return a.id > b.id end)
  local newest, by, other
  for _, entry in ipairs(tail) do
    local state = cjson.decode(redis.call('HGET', entry.states, entry.id))
    local author = (state.kind == 'in' or state.heard) and 'customer' or state.kind == 'out' and (state.by or '') or nil
    if author and not newest then
      newest, by = entry.id, author
    elseif author and author ~= by then
      other = entry.id
      break
    end
  end
  redis.call('HDEL', conversation, 'newest', 'newestBy', 'newestOther')
  if newest then redis.call('HSET', conversation, 'newest', newest, 'newestBy', by) end
  if other then redis.call('HSET', conversation, 'newestOther', other) end
end
