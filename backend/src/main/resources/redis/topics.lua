-- Topics and the views they are filed in. Included by the scripts that change a topic.

-- topics: {main}:topics
local function load_topic(topics, id)
  local raw = redis.call('HGET', topics, id)
  return raw and cjson.decode(raw)
end

-- Where a topic stands in a view: those who wait first, the longest waiting at the top; then the others, the newest
-- activity at the top. Snoozed ones by when they come back. Thirteen digits of milliseconds, inverted where newest comes
-- first.
local function order_of(topic)
  if topic.status == 'snoozed' and topic.snoozed then
    return string.format('b%013d', topic.snoozed)
  end
  if topic.status ~= 'resolved' and topic.waiting then
    return string.format('a%013d', topic.waiting)
  end
  return string.format('b%013d', 9999999999999 - topic.at)
end

-- What somebody has open on a channel is a range of its own, so that their load is a count, never a number that drifts.
local function load_range(person, channel)
  return 'load:' .. person .. ':' .. (channel or 'none')
end

-- views: {main}:views
local function load_of(views, person, channel)
  local range = load_range(person, channel)
  return redis.call('ZLEXCOUNT', views, '[' .. range .. '|', '(' .. range .. '}')
end

-- The views a topic belongs to: each as a whole, and each once more as the part of it that is this topic's queue, so that
-- people of every queue and people of some read nothing but what they may see.
local function views_of(topic)
  local whole
  if topic.status == 'resolved' then whole = { 'resolved' }
  elseif topic.status == 'snoozed' then whole = { 'snoozed', topic.assignee and ('held:' .. topic.assignee) }
  else whole = { 'all', topic.assignee and ('mine:' .. topic.assignee) or 'unassigned' } end
  local views = {}
  for _, view in ipairs(whole) do
    views[#views + 1] = view
    views[#views + 1] = view .. '@' .. topic.queue
  end
  -- What is due soon or late, so that those who watch over it find it without looking through all.
  local state = topic.status ~= 'resolved' and topic.target and topic.target.state
  if state == 'soon' or state == 'late' then views[#views + 1] = state .. '@' .. topic.queue end
  if topic.status == 'open' and topic.assignee then
    local load = load_range(topic.assignee, topic.channel)
    views[#views + 1] = load
    views[#views + 1] = load .. '@' .. topic.queue
  end
  return views
end

local function unfile(views, id, topic)
  for _, view in ipairs(topic.views or {}) do
    redis.call('ZREM', views, view .. '|' .. topic.order .. '|' .. id)
  end
end

-- Writes a topic and moves it to where it now belongs. Returns the views it entered, comma-separated: those it was not in,
-- and those in which it moved up, perhaps to a place that a screen shows of a list it does not know the whole of.
-- topics: {main}:topics, views: {main}:views
local function save_topic(topics, views, id, topic)
  topic.queue = topic.queue or 'main'
  local before = {}
  for _, view in ipairs(topic.views or {}) do before[view] = true end
  local order, now_in, entered = order_of(topic), views_of(topic), {}
  local up = order < (topic.order or '')
  if order ~= topic.order or table.concat(now_in, ',') ~= table.concat(topic.views or {}, ',') then
    unfile(views, id, topic)
    for _, view in ipairs(now_in) do
      redis.call('ZADD', views, 0, view .. '|' .. order .. '|' .. id)
      if up or not before[view] then entered[#entered + 1] = view end
    end
    topic.order, topic.views = order, now_in
  end
  redis.call('HSET', topics, id, cjson.encode(topic))
  return table.concat(entered, ',')
end

-- Everybody a message was addressed to may answer in its topic, 50 at the most.
local function invite(topic, identities)
  local known, all = { [topic.address or ''] = true }, topic.participants or {}
  for _, identity in ipairs(all) do known[identity] = true end
  for _, identity in ipairs(identities or {}) do
    if not known[identity] and #all < 50 then all[#all + 1] = identity end
  end
  topic.participants = #all > 0 and all or nil
end
