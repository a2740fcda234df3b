-- Takes back an answer that has not been sent, with everything that was made with it.
--
-- KEYS  1 {main}:clock  2 {main}:states:h1  3 {main}:topics  4 {main}:views  5 {main}:feed
--       6 {main}:outbound:sms-main  7 {main}:outbound-lane:sms-main:h1  8 {main}:promises
--       9 {main}:promise-views  10 {main}:timers  11 {main}:topic-promises:t1  12 {main}:flow
--       13 {main}:promise-figures:2026-06-11  14 {main}:states:h2 of the topic's own home
-- ARGV  1 facts, JSON: home, entry, topic (whose promises 11 holds), notes (that home: what is told of the topic lies there)
-- Returns {'withdrawn'} | {'too-late'}: an attempt was made, or the promise it says has moved on
-- include: clock
-- include: timers
-- include: topics
-- include: promises
-- include: targets
-- include: flow
-- include: delivery

local keys = {
  clock = KEYS[1], states = KEYS[2], topics = KEYS[3], views = KEYS[4], feed = KEYS[5], outbound = KEYS[6],
  lane = KEYS[7], promises = KEYS[8], promise_views = KEYS[9], timers = KEYS[10], topic_promises = KEYS[11],
  flow = KEYS[12], figures = KEYS[13], notes = KEYS[14],
}
local facts = cjson.decode(ARGV[1])
local raw = redis.call('HGET', keys.states, facts.entry)
local state = raw and cjson.decode(raw)
if not state or state.delivery ~= 'queued' or state.attempts then return { 'too-late' } end

-- A promise that it makes was never made, and one that it renegotiates is what it was.
local promise = state.promise and load_promise(keys.promises, state.promise)
if promise and (promise.version ~= state.promiseVersion or facts.topic ~= state.topic) then return { 'too-late' } end

-- What a message about a promise changes of it, and nothing else does: whose it is now, where it is and which way the customer wants
-- their answer stay as they are.
local said_of_it = { 'state', 'due', 'soon', 'notice', 'escalate', 'escalated', 'noticed', 'unnoticed', 'wasLate', 'moments', 'told',
  'entry', 'home' }

local function give_back_moment(was)
  if #was.moments < #promise.moments then count_promise(keys, promise, 'renegotiated', -1) end
  for _, field in ipairs(said_of_it) do promise[field] = was[field] end
  -- How far the message before got meanwhile, its own state knows.
  local before = was.home == facts.home and was.told ~= 'failed' and redis.call('HGET', keys.states, was.entry)
  if before then promise.told = cjson.decode(before).delivery or was.told end
end

local function take_back_promise(now)
  if state.promiseWas then
    give_back_moment(cjson.decode(state.promiseWas))
  else
    promise.state, promise.closed = 'withdrawn', now
  end
  renew_promise_timers(keys, state.promise, promise)
  save_promise(keys, state.promise, promise)
end

-- What the timeline told of its being kept is taken back, too. What was the newest of the topic before it, by that entry.
local stood_before = {}

local function take_back_note(conversation, id, now)
  local told = id and redis.call('HGET', keys.notes, id)
  if not told then return end
  local note = cjson.decode(told)
  stood_before[id] = note.after
  note.delivery, note.at = 'withdrawn', now
  redis.call('HSET', keys.notes, id, cjson.encode(note))
  publish(keys.clock, keys.feed, 'kind', 'entry', 'conversation', conversation, 'home', facts.notes, 'topic', note.topic,
    'entry', id, 'entered', '', 'via', '')
end

-- What it was said to keep is to be kept still: nobody has that answer.
local function open_again(id, kept)
  count_promise(keys, kept, kept.state, -1)
  if kept.wasLate then count_promise(keys, kept, 'lateness', kept.wasLate - kept.closed) end
  kept.state, kept.before = kept.before or 'open', nil
  kept.closed, kept.closedBy, kept.keptBy, kept.keptNote = nil, nil, nil, nil
  renew_promise_timers(keys, id, kept)
  save_promise(keys, id, kept)
end

-- Those that are closed stand last in their topic.
local function open_what_it_kept(conversation, now)
  local opened = {}
  for _, id in ipairs(redis.call('ZREVRANGE', keys.topic_promises, 0, 99)) do
    local kept = load_promise(keys.promises, id)
    if kept and kept.keptBy == facts.entry and (kept.state == 'kept' or kept.state == 'kept-late') then
      take_back_note(conversation, kept.keptNote, now)
      open_again(id, kept)
      opened[#opened + 1] = id
    end
  end
  return opened
end

-- The newest in its topic that is not taken back with it.
local function newest(topic)
  local last = topic.last
  while stood_before[last] do last = stood_before[last] end
  return last
end

-- What the answer did to its topic is undone, as far as nothing else has happened there since.
local now = now_ms()
local topic = load_topic(keys.topics, state.topic)
local entered
if promise then take_back_promise(now) end
local opened = open_what_it_kept(topic and topic.conversation or '', now)
if topic then
  if promise or #opened > 0 then note_promise(keys, topic) end
  local waited = topic.waiting
  if state.counted then discount_answer(keys.timers, state.topic, topic, facts.entry) end
  if topic.waiting and not waited then count_flow(keys.flow, topic.queue or 'main', 'answered', state.at, -1) end
  local was = state.was or {}
  if newest(topic) == facts.entry then
    topic.preview, topic.previewBy, topic.last = was.preview, was.previewBy, was.last
    topic.call = topic.call or was.call
    if was.took and topic.assignee == state.by then leave_topic(topic) end
  end
  entered = save_topic(keys.topics, keys.views, state.topic, topic)
end
leave_lane(keys, facts, now)
set_delivery(keys, facts, state, 'withdrawn', now, nil, entered)
if promise then opened[#opened + 1] = state.promise end
for _, id in ipairs(opened) do publish_promise(keys, topic and topic.conversation or '', state.topic, id) end
return { 'withdrawn' }
