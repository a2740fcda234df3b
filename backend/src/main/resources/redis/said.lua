-- Saying something: an answer with its job in the outbound queue, a note, or an event. Included by the scripts that do.
--
-- KEYS of every script that says something begin with those `Said` gives:
--       1 {main}:clock  2 {main}:client:p1:uuid  3 {main}:conversation:v1  4 {main}:conversation-topics:v1
--       5 {main}:topics  6 {main}:views  7 {main}:thread:h1  8 {main}:lanes:h1  9 {main}:entries:h1
--       10 {main}:states:h1  11 {main}:feed  12 {main}:outbound:sms-main  13 {main}:outbound-lane:sms-main:h1
--       14 {main}:outbound-accounts  15 {main}:timers  16 {main}:flow
-- facts: conversation, home, topic, kind ('out', 'note', 'system'), author, seen, preview, channel, account, undoMs,
--   keepSeconds, take (the author is one of us: the topic is theirs if nobody has it, and the customer
--   is somebody they helped), takeName, waits (whoever waits goes on waiting),
--   participants (identities it goes to besides the customer), print (of what was asked: under one client id it is one)
-- state.heard: the customer says it, elsewhere than on a channel; it counts as a message of theirs

local SAID_KEYS = { 'clock', 'client', 'conversation', 'conversation_topics', 'topics', 'views', 'thread', 'lanes',
  'entries', 'states', 'feed', 'outbound', 'lane', 'accounts', 'timers', 'flow' }

-- The keys by name: those of all, and after them the script's own in the order it names them.
local function said_keys(own)
  local keys = {}
  for i, name in ipairs(SAID_KEYS) do keys[name] = KEYS[i] end
  for i, name in ipairs(own) do keys[name] = KEYS[#SAID_KEYS + i] end
  return keys
end

-- Why it may not be said, as a script returns it: it was said before, or something else under its client id; something
-- newer came; there is no such topic; or the topic or the home is another conversation's now. Else nil and the topic.
local function may_say(keys, facts)
  local first = redis.call('GET', keys.client)
  if first then
    if redis.call('HEXISTS', keys.conversation, 'into') == 1 then return { 'elsewhere' } end
    local known = cjson.decode(first)
    local here = not known.home or redis.call('HEXISTS', keys.conversation, 'home:' .. known.home) == 1
    if not here or (known.print and known.print ~= facts.print) then return { 'used' } end
    return { 'repeat', first }
  end
  local topic = load_topic(keys.topics, facts.topic)
  if not topic then return { 'no-topic' } end
  if topic.conversation ~= facts.conversation
      or redis.call('HEXISTS', keys.conversation, 'home:' .. facts.home) == 0
      or (facts.kind ~= 'out' and topic.home ~= facts.home) then
    return { 'elsewhere' }
  end
  if facts.seen then
    local newest = newest_by_others(keys.conversation, facts.author)
    if newest > facts.seen then return { 'stale', newest, facts.seen } end
  end
  return nil, topic
end

-- What an answer does to its topic, remembered in its state as far as taking it back must undo it.
local function answer_topic(keys, facts, topic, id, ms, state)
  state.was = { preview = topic.preview, previewBy = topic.previewBy, last = topic.last,
    took = facts.take and not topic.assignee or nil }
  if not facts.waits then
    state.counted = true
    if topic.waiting then count_flow(keys.flow, topic.queue or 'main', 'answered', ms, 1) end
    count_answer(keys.timers, facts.topic, topic, id)
  end
  state.by = facts.author
  topic.failed = nil
  -- Whoever is answered need not be called back.
  if topic.call == 'back' then topic.call, state.was.call = nil, 'back' end
  invite(topic, facts.participants)
  topic.preview, topic.previewBy = facts.preview, 'agent'
  if facts.take and not topic.assignee then topic.assignee, topic.assigneeName = facts.author, facts.takeName end
end

-- Says it. Whatever else the entry's state is to hold stands in `state`. Returns the entry's id and its milliseconds.
local function say(keys, facts, topic, body, state)
  local id, ms = mint(keys.clock)
  state.kind, state.via = facts.kind, facts.channel == 'chat' and 'chat' or nil
  if facts.kind == 'out' then
    answer_topic(keys, facts, topic, id, ms, state)
    state.delivery, state.at, state.due = 'queued', ms, ms + facts.undoMs
    redis.call('ZADD', keys.lane, 0, id)
    redis.call('ZADD', keys.outbound, 'NX', state.due, facts.home)
    redis.call('SADD', keys.accounts, facts.account)
    remember_newest(keys.conversation, id, facts.author)
    if facts.take then redis.call('HSET', keys.conversation, 'helper', facts.author, 'helperAt', ms) end
    -- Whether anybody was there to read it is looked at later: `UnreadAnswers` knows when.
    if facts.take and state.via then set_timer(keys.timers, 'chat-unread', facts.home, id, state.due + 1000) end
  end
  topic.at, topic.last = ms, id
  if state.heard then
    topic.newestIn = id
    remember_newest(keys.conversation, id, 'customer')
  end
  keep_entry(keys, id, facts.topic, body, state)
  redis.call('ZADD', keys.conversation_topics, ms, facts.topic)
  local entered = save_topic(keys.topics, keys.views, facts.topic, topic)
  redis.call('SET', keys.client, cjson.encode({ entry = id, at = ms, home = facts.home, print = facts.print }),
    'EX', facts.keepSeconds)
  publish(keys.clock, keys.feed, 'kind', 'entry', 'conversation', facts.conversation, 'home', facts.home,
    'topic', facts.topic, 'entry', id, 'entered', entered, 'via', state.via or '')
  return id, ms
end
