-- Gives a topic that waits for somebody to one person, if it still does and they have room for it.
--
-- KEYS  1 {main}:clock  2 {main}:conversation-topics:v1  3 {main}:topics  4 {main}:views  5 {main}:thread:h1
--       6 {main}:lanes:h1  7 {main}:entries:h1  8 {main}:states:h1  9 {main}:feed  10 {main}:presence  11 {main}:screens
--       12 {main}:promises  13 {main}:promise-views  14 {main}:topic-promises:t1
-- ARGV  1 facts, JSON: conversation, home, topic, queue and channel as they were read; assignee, assigneeName; most: how
--         many topics of this channel they take at a time, none for any number; here: the moment (ms) at which they must be
--         here and free, none if they ask for it themselves
--       2 the body of the entry that tells it, opaque
-- Returns {'given', entry}
--         {'gone'}: it does not wait there any more: taken, answered, moved, resolved
--         {'full'}: they have as many as they take
--         {'away'}: they are not here, or busy
-- include: clock
-- include: timers
-- include: topics
-- include: entries
-- include: promises

local keys = {
  clock = KEYS[1], conversation_topics = KEYS[2], topics = KEYS[3], views = KEYS[4], thread = KEYS[5],
  lanes = KEYS[6], entries = KEYS[7], states = KEYS[8], feed = KEYS[9], presence = KEYS[10], screens = KEYS[11],
  promises = KEYS[12], promise_views = KEYS[13], topic_promises = KEYS[14],
}
local facts = cjson.decode(ARGV[1])
local topic = load_topic(keys.topics, facts.topic)
if not topic or topic.conversation ~= facts.conversation or topic.home ~= facts.home or topic.queue ~= facts.queue
    or topic.channel ~= facts.channel or topic.assignee or topic.status ~= 'open' or not topic.waiting then
  return { 'gone' }
end
local function free()
  local said = redis.call('HGET', keys.presence, facts.assignee)
  local lapse = redis.call('ZSCORE', keys.screens, facts.assignee)
  return said and cjson.decode(said).state == 'online' and lapse and tonumber(lapse) > facts.here
end
if facts.here and not free() then return { 'away' } end
if facts.most and load_of(keys.views, facts.assignee, facts.channel) >= facts.most then return { 'full' } end

local id, ms = mint(keys.clock)
hand_promises_over(keys, facts.conversation, facts.topic, topic.had, facts.assignee, facts.assigneeName)
topic.assignee, topic.assigneeName, topic.released, topic.had = facts.assignee, facts.assigneeName, nil, nil
topic.at = ms
keep_entry(keys, id, facts.topic, ARGV[2], { kind = 'system' })
redis.call('ZADD', keys.conversation_topics, ms, facts.topic)
local entered = save_topic(keys.topics, keys.views, facts.topic, topic)
publish(keys.clock, keys.feed, 'kind', 'entry', 'conversation', facts.conversation, 'home', facts.home,
  'topic', facts.topic, 'entry', id, 'entered', entered)
return { 'given', id }
