-- Reading a topic over the home threads it has entries in. Included by the scripts that look back.

-- The newest entries of a topic, newest first: { id = …, home = its place in `homes` }.
-- homes: a list of { lanes = {main}:lanes:h1, states = {main}:states:h1 }
local function topic_tail(homes, topic, limit)
  local found = {}
  for place, home in ipairs(homes) do
    local lane = redis.call('ZREVRANGEBYLEX', home.lanes, '(' .. topic .. '}', '[' .. topic .. '|', 'LIMIT', 0, limit)
    for _, member in ipairs(lane) do found[#found + 1] = { id = string.sub(member, #topic + 2), home = place } end
  end
  table.sort(found, function(a, b) return a.id > b.id end)
  for i = #found, limit + 1, -1 do found[i] = nil end
  return found
end

-- The newest entry a topic has in some homes.
local function newest_entry(homes, topic)
  local newest = topic_tail(homes, topic, 1)[1]
  return newest and newest.id
end

-- Puts into a topic what its row says of the entries it has; none: it has no message any more.
local function put_row(topic, row)
  row = row or { preview = '', previewBy = 'customer', last = topic.last }
  topic.last, topic.newestIn, topic.preview, topic.previewBy = row.last, row.newestIn, row.preview, row.previewBy
  topic.channel, topic.account = row.channel or topic.channel, row.account or topic.account
  topic.address = row.address or topic.address
end

-- Since when a customer waits in a topic, if they do: the oldest message in after the newest one out, and after it was
-- last resolved. A machine's message makes nobody wait.
local function waiting_since(homes, id, topic)
  local waiting
  if topic.status == 'resolved' then return nil end
  for _, entry in ipairs(topic_tail(homes, id, 200)) do
    local state = cjson.decode(redis.call('HGET', homes[entry.home].states, entry.id))
    local ms = tonumber(string.sub(entry.id, 1, 12), 16)
    if ms < (topic.closed or 0) or (state.kind == 'out' and state.delivery ~= 'withdrawn' and not state.missed) then break end
    if (state.kind == 'in' or state.heard) and not state.quiet then waiting = ms end
  end
  return waiting
end
