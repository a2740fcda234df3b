-- Moves an entry to another topic of the same conversation, an existing one or a new one, with what was promised or offered
-- in it. A topic that has nothing left but events is resolved.
--
-- KEYS  1 {main}:clock  2 {main}:conversation-topics:v1  3 {main}:topics  4 {main}:views  5 {main}:feed
--       6 {main}:conversation:v1  7 {main}:timers  8 {main}:lanes:h1  9 {main}:states:h1 of the entry's home
--       10 {main}:promises  11 {main}:promise-views  12 {main}:handovers
--       13 {main}:topic-promises:t1  14 {main}:topic-handovers:t1 of the topic it leaves
--       15 {main}:topic-promises:t2  16 {main}:topic-handovers:t2 of the one it goes to
--       17… {main}:lanes:h2, {main}:states:h2 of each other home of the conversation
-- ARGV  1 facts, JSON: conversation, rev, customer, home, entry, entryMs, from (the topic it was read in), to (a topic, or null
--         for a new one), fresh (the id of a new one), title (of a new one); rows: what the rows of both topics say afterwards
--         (`from`, `to`); newest: the newest entries of both as they were when the rows were made
-- Returns {'moved', from, to} | {'unchanged'}: it is there, or alone in a topic already | {'no-topic'} | {'no-entry'}
--         {'elsewhere'}: homes or entries came or went since the rows were made; nothing written, look again
-- include: clock
-- include: timers
-- include: topics
-- include: lanes
-- include: targets
-- include: promises
-- include: handovers

local keys = {
  clock = KEYS[1], conversation_topics = KEYS[2], topics = KEYS[3], views = KEYS[4], feed = KEYS[5],
  conversation = KEYS[6], timers = KEYS[7], lanes = KEYS[8], states = KEYS[9], promises = KEYS[10],
  promise_views = KEYS[11], handovers = KEYS[12],
}
local left = { promises = KEYS[13], handovers = KEYS[14] }
local joined = { promises = KEYS[15], handovers = KEYS[16] }
local homes = { { lanes = KEYS[8], states = KEYS[9] } }
for i = 17, #KEYS, 2 do homes[#homes + 1] = { lanes = KEYS[i], states = KEYS[i + 1] } end
local facts = cjson.decode(ARGV[1])
if tonumber(redis.call('HGET', keys.conversation, 'rev') or 0) ~= facts.rev then return { 'elsewhere' } end
local raw = redis.call('HGET', keys.states, facts.entry)
if not raw then return { 'no-entry' } end
local state = cjson.decode(raw)
local from_id = state.topic
if from_id ~= facts.from then return { 'elsewhere' } end
local to_id = facts.to ~= cjson.null and facts.to or nil
if to_id == from_id then return { 'unchanged' } end
local from = load_topic(keys.topics, from_id)
local to = to_id and load_topic(keys.topics, to_id)
if to_id and (not to or to.conversation ~= facts.conversation) then return { 'no-topic' } end
-- Alone in its topic it has one of its own already: asking twice makes no second one.
if not to_id and #topic_tail(homes, from_id, 2) == 1 then return { 'unchanged' } end
if newest_entry(homes, from_id) ~= facts.newest.from then return { 'elsewhere' } end
if to_id and newest_entry(homes, to_id) ~= facts.newest.to then return { 'elsewhere' } end

if not to_id then
  to_id = facts.fresh
  to = { conversation = facts.conversation, customer = facts.customer, title = facts.title, status = 'open',
    created = facts.entryMs, home = facts.home, at = facts.entryMs, assignee = from.assignee,
    assigneeName = from.assigneeName, queue = from.queue, language = from.language }
end

-- Whether nothing is left of a topic but what became of it.
local function only_events(id)
  for _, entry in ipairs(topic_tail(homes, id, 50)) do
    if cjson.decode(redis.call('HGET', homes[entry.home].states, entry.id)).kind ~= 'system' then return false end
  end
  return true
end

-- Nobody has to look at a topic that has gone into another one.
local function settle(id, topic)
  if topic.status == 'snoozed' and topic.snoozed then drop_timer(keys.timers, 'snooze', id, topic.snoozed) end
  topic.status, topic.resolved, topic.closed = 'resolved', now_ms(), now_ms()
  topic.snoozed, topic.waiting, topic.call = nil, nil, nil
end

-- What was promised or offered is where the words are that told it.
local function follow()
  local there = { promises = keys.promises, promise_views = keys.promise_views, topic_promises = joined.promises }
  for _, id in ipairs(redis.call('ZRANGE', left.promises, 0, -1)) do
    local promise = load_promise(keys.promises, id)
    if promise and promise.entry == facts.entry then
      promise.topic, promise.queue = to_id, to.queue or 'main'
      redis.call('ZREM', left.promises, id)
      save_promise(there, id, promise)
      publish_promise(keys, facts.conversation, to_id, id)
    end
  end
  for _, id in ipairs(redis.call('ZRANGE', left.handovers, 0, -1)) do
    local handover = load_handover(keys.handovers, id)
    if handover and handover.entry == facts.entry then
      handover.topic = to_id
      redis.call('HSET', keys.handovers, id, cjson.encode(handover))
      redis.call('ZADD', joined.handovers, redis.call('ZSCORE', left.handovers, id), id)
      redis.call('ZREM', left.handovers, id)
    end
  end
  note_promise(there, to)
  note_promise({ promises = keys.promises, topic_promises = left.promises }, from)
end

local function refile(id, topic)
  topic.waiting = waiting_since(homes, id, topic)
  mind_target(keys.timers, id, topic)
  return save_topic(keys.topics, keys.views, id, topic)
end

redis.call('ZREM', keys.lanes, from_id .. '|' .. facts.entry)
redis.call('ZADD', keys.lanes, 0, to_id .. '|' .. facts.entry)
state.topic = to_id
redis.call('HSET', keys.states, facts.entry, cjson.encode(state))

put_row(to, facts.rows.to)
to.at = math.max(to.at, facts.entryMs)
if state.kind == 'in' and to.status == 'resolved' then to.status, to.resolved = 'open', nil end
if state.counted and state.delivery ~= 'withdrawn' then
  from.answers, to.answers = math.max(0, (from.answers or 0) - 1), (to.answers or 0) + 1
end
follow()
local entered = refile(to_id, to)
redis.call('ZADD', keys.conversation_topics, to.at, to_id)

put_row(from, facts.rows.from)
if only_events(from_id) then settle(from_id, from) end
local from_entered = refile(from_id, from)
publish(keys.clock, keys.feed, 'kind', 'topic', 'conversation', facts.conversation, 'topic', from_id,
  'entered', from_entered)
publish(keys.clock, keys.feed, 'kind', 'entry', 'conversation', facts.conversation, 'home', facts.home,
  'topic', to_id, 'entry', facts.entry, 'entered', entered)
return { 'moved', from_id, to_id }
