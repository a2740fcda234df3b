-- Promises: their record, the lists they are filed in, their timers, and what their topic's row says of them. Included by
-- the scripts that change one, its topic or its sentence.
--
-- keys: promises, promise_views, topic_promises, timers
-- Whose conversation a promise is in, its topic knows.

local active_promise = { open = true, ['due-soon'] = true, late = true }
local promise_timer_at = { ['promise-soon'] = 'soon', ['promise-notice'] = 'notice', ['promise-late'] = 'due',
  ['promise-escalate'] = 'escalate' }
-- Closed ones come after every moment that can be promised.
local after_all_moments = 9999999999999

local function load_promise(promises, id)
  local raw = redis.call('HGET', promises, id)
  return raw and cjson.decode(raw)
end

-- Where it stands in a list: open ones by their moment, the earliest first; then closed ones, the last closed first.
local function promise_order(promise)
  if promise.closed then return string.format('b%013d', 9999999999999 - promise.closed) end
  return string.format('a%013d', promise.due)
end

local function promise_lists(promise)
  if promise.state == 'withdrawn' then return {} end
  local lists = { promise.state, 'owner:' .. promise.owner .. ':' .. promise.state }
  if promise.queue then lists[#lists + 1] = 'queue:' .. promise.queue .. ':' .. promise.state end
  -- Whom its owner waits for: found apart, as long as it is to be kept.
  if promise.waitsFor and active_promise[promise.state] then
    lists[#lists + 1] = 'waits'
    lists[#lists + 1] = 'owner:' .. promise.owner .. ':waits'
    if promise.queue then lists[#lists + 1] = 'queue:' .. promise.queue .. ':waits' end
  end
  return lists
end

-- Writes a promise, and moves it to the lists it now belongs in.
local function save_promise(keys, id, promise)
  for _, list in ipairs(promise.lists or {}) do
    redis.call('ZREM', keys.promise_views, list .. '|' .. promise.order .. '|' .. id)
  end
  promise.order, promise.lists = promise_order(promise), promise_lists(promise)
  for _, list in ipairs(promise.lists) do
    redis.call('ZADD', keys.promise_views, 0, list .. '|' .. promise.order .. '|' .. id)
  end
  redis.call('ZADD', keys.topic_promises, active_promise[promise.state] and promise.due or after_all_moments, id)
  if #promise.lists == 0 then promise.lists = nil end
  redis.call('HSET', keys.promises, id, cjson.encode(promise))
end

-- Whether a timer of a promise has still to fire: what happened at its moment does not happen again when that moment is given back.
local function awaits(promise, kind)
  if kind == 'promise-soon' then return promise.state == 'open' end
  if kind == 'promise-notice' then return not promise.noticed and not promise.unnoticed end
  return kind ~= 'promise-late' or promise.state ~= 'late'
end

-- Takes away the timers of a promise's version, and sets those of its next one as far as it still waits for them.
local function renew_promise_timers(keys, id, promise)
  for kind in pairs(promise_timer_at) do drop_timer(keys.timers, kind, id, promise.version) end
  promise.version = promise.version + 1
  if not active_promise[promise.state] then return end
  for kind, at in pairs(promise_timer_at) do
    if promise[at] and awaits(promise, kind) then set_timer(keys.timers, kind, id, promise.version, promise[at]) end
  end
end

-- Has the topic's row tell of the earliest promise that is open in it.
local function note_promise(keys, topic)
  local id = redis.call('ZRANGE', keys.topic_promises, 0, 0)[1]
  local promise = id and load_promise(keys.promises, id)
  topic.promise = promise and active_promise[promise.state] and { id = id, due = promise.due, state = promise.state }
    or nil
end

local function publish_promise(keys, conversation, topic, id)
  publish(keys.clock, keys.feed, 'kind', 'promise', 'conversation', conversation, 'topic', topic, 'promise', id)
end

-- Counts what happened to a promise today, by its channel, its queue and its owner.
-- keys: figures
local function count_promise(keys, promise, what, by)
  redis.call('HINCRBY', keys.figures, table.concat({ what, promise.channel, promise.queue or '', promise.owner }, '|'),
    string.format('%d', by or 1))
end

-- Goes through what is to be kept in a topic: `change` says whether it changed a promise.
local function each_open_promise(keys, conversation, topic, change)
  local open = redis.call('ZRANGEBYSCORE', keys.topic_promises, '-inf', '(' .. string.format('%d', after_all_moments), 'LIMIT', 0, 100)
  for _, id in ipairs(open) do
    local promise = load_promise(keys.promises, id)
    if change(promise) then
      save_promise(keys, id, promise)
      publish_promise(keys, conversation, topic, id)
    end
  end
end

-- Whoever takes a topic over takes over the promises that whoever had it owns there.
-- from: nil if nobody had it
local function hand_promises_over(keys, conversation, topic, from, to, name)
  if not from then return end
  each_open_promise(keys, conversation, topic, function(promise)
    if promise.owner ~= from then return false end
    promise.owner, promise.ownerName = to, name
    return true
  end)
end

-- A topic that nobody has remembers who had it, in `had`: what they promised there is theirs to keep until somebody takes it.
local function leave_topic(topic)
  topic.had = topic.assignee or topic.had
  topic.assignee, topic.assigneeName = nil, nil
end

-- Whoever takes a topic by an answer takes over what whoever had it promised there.
local function take_with_answer(keys, facts, topic)
  if not facts.take or topic.assignee then return end
  hand_promises_over(keys, facts.conversation, facts.topic, topic.had, facts.author, facts.takeName)
  topic.had = nil
end

-- What goes to another queue takes what was promised along.
local function move_promises(keys, conversation, topic, queue)
  each_open_promise(keys, conversation, topic, function(promise)
    promise.queue = queue
    return true
  end)
end
