-- Adds an entry of ours to a topic, once: an answer with its job in the outbound queue, a note, or an event.
--
-- KEYS  1 {main}:clock  2 {main}:client:p1:uuid  3 {main}:conversation:v1  4 {main}:conversation-topics:v1
--       5 {main}:topics  6 {main}:views  7 {main}:thread:h1  8 {main}:lanes:h1  9 {main}:entries:h1
--       10 {main}:states:h1  11 {main}:feed  12 {main}:outbound:sms-main  13 {main}:outbound-lane:sms-main:h1
--       14 {main}:outbound-accounts
-- ARGV  1 facts, JSON: conversation, home, topic, kind ('out', 'note', 'system'), author, seen, preview, channel,
--         account, address, undoMs, keepSeconds, take (assign to the author if nobody has it), takeName,
--         participants (identities it goes to besides the customer)
--       2 the entry's body, opaque
-- Returns {'stored', entry, ms} | {'repeat', first answer} | {'stale', newest message by others} | {'no-topic'}
--         {'elsewhere'}: the topic or the home is another conversation's now; nothing written, look again
-- include: clock
-- include: topics
-- include: entries

local keys = {
  clock = KEYS[1], client = KEYS[2], conversation = KEYS[3], conversation_topics = KEYS[4], topics = KEYS[5],
  views = KEYS[6], thread = KEYS[7], lanes = KEYS[8], entries = KEYS[9], states = KEYS[10], feed = KEYS[11],
  outbound = KEYS[12], lane = KEYS[13], accounts = KEYS[14],
}
local facts = cjson.decode(ARGV[1])

local first = redis.call('GET', keys.client)
if first then return { 'repeat', first } end

local topic = load_topic(keys.topics, facts.topic)
if not topic then return { 'no-topic' } end
if topic.conversation ~= facts.conversation
    or redis.call('HEXISTS', keys.conversation, 'home:' .. facts.home) == 0
    or (facts.kind ~= 'out' and topic.home ~= facts.home) then
  return { 'elsewhere' }
end
if facts.seen then
  local newest = newest_by_others(keys.conversation, facts.author)
  if newest > facts.seen then return { 'stale', newest } end
end

local id, ms = mint(keys.clock)
local state = { kind = facts.kind, via = facts.channel == 'chat' and 'chat' or nil }
topic.at, topic.last = ms, id
if facts.kind == 'out' then
  state.delivery, state.at, state.due, state.waited = 'queued', ms, ms + facts.undoMs, topic.waiting
  state.was = { preview = topic.preview, previewBy = topic.previewBy, last = topic.last,
    took = facts.take and not topic.assignee or nil }
  state.by = facts.author
  topic.waiting, topic.failed = nil, nil
  invite(topic, facts.participants)
  topic.preview, topic.previewBy = facts.preview, 'agent'
  if facts.take and not topic.assignee then topic.assignee, topic.assigneeName = facts.author, facts.takeName end
  redis.call('ZADD', keys.lane, 0, id)
  redis.call('ZADD', keys.outbound, 'NX', state.due, facts.home)
  redis.call('SADD', keys.accounts, facts.account)
  remember_newest(keys.conversation, id, facts.author)
end
keep_entry(keys, id, facts.topic, ARGV[2], state)
redis.call('ZADD', keys.conversation_topics, ms, facts.topic)
local entered = save_topic(keys.topics, keys.views, facts.topic, topic)
redis.call('SET', keys.client, cjson.encode({ entry = id, at = ms, home = facts.home }), 'EX', facts.keepSeconds)
publish(keys.clock, keys.feed, 'kind', 'entry', 'conversation', facts.conversation, 'home', facts.home,
  'topic', facts.topic, 'entry', id, 'entered', entered, 'via', state.via or '')
return { 'stored', id, ms }
