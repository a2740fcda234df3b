-- Writing an entry into its home thread. Included by the scripts that add entries.

-- Keeps an entry: its place in the thread and in its topic's lane, its opaque body, its changeable state.
-- thread: {main}:thread:h1, lanes: {main}:lanes:h1, entries: {main}:entries:h1, states: {main}:states:h1
local function keep_entry(keys, id, topic, body, state)
  state.topic = topic
  redis.call('ZADD', keys.thread, 0, id)
  redis.call('ZADD', keys.lanes, 0, topic .. '|' .. id)
  redis.call('HSET', keys.entries, id, body)
  redis.call('HSET', keys.states, id, cjson.encode(state))
end

-- Remembers the newest message, so that a reply written on an older screen can be refused.
-- conversation: {main}:conversation:c1
local function remember_newest(conversation, id, author)
  local known = redis.call('HMGET', conversation, 'newest', 'newestBy')
  if known[1] and known[2] ~= author then
    redis.call('HSET', conversation, 'newestOther', known[1])
  end
  redis.call('HSET', conversation, 'newest', id, 'newestBy', author)
end

-- The newest message by anybody but this author.
local function newest_by_others(conversation, author)
  local known = redis.call('HMGET', conversation, 'newest', 'newestBy', 'newestOther')
  if known[2] == author then return known[3] or '' end
  return known[1] or ''
end
