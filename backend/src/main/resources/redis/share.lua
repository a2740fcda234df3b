-- Marks an address as used by several people, or by one again, and tells it on the timeline.
--
-- KEYS  1 {main}:clock  2 {main}:feed  3 {main}:identities  4 {main}:topics  5 {main}:conversation:v1
--       6 {main}:thread:h1  7 {main}:lanes:h1  8 {main}:entries:h1  9 {main}:states:h1 of the topic's home
-- ARGV  1 facts, JSON: identity, conversation, shared, topic and home (where it is told)
--       2 the body of the entry that tells it, opaque
-- Returns {'changed', entry} | {'unchanged'}
--         {'stale'}: the identity or the topic is elsewhere now; nothing written, look again
-- include: clock
-- include: topics
-- include: entries

local keys = {
  clock = KEYS[1], feed = KEYS[2], identities = KEYS[3], topics = KEYS[4], conversation = KEYS[5], thread = KEYS[6],
  lanes = KEYS[7], entries = KEYS[8], states = KEYS[9],
}
local facts = cjson.decode(ARGV[1])
local raw = redis.call('HGET', keys.identities, facts.identity)
local identity = raw and cjson.decode(raw)
local topic = load_topic(keys.topics, facts.topic)
if not identity or identity.conversation ~= facts.conversation then return { 'stale' } end
if not topic or topic.conversation ~= facts.conversation or topic.home ~= facts.home then return { 'stale' } end
if (identity.shared or false) == facts.shared then return { 'unchanged' } end

identity.shared = facts.shared or nil
redis.call('HSET', keys.identities, facts.identity, cjson.encode(identity))
-- Whoever is about to join somebody because of this address looks again.
redis.call('HINCRBY', keys.conversation, 'rev', 1)
local event = mint(keys.clock)
keep_entry(keys, event, facts.topic, ARGV[2], { kind = 'system' })
publish(keys.clock, keys.feed, 'kind', 'entry', 'conversation', facts.conversation, 'home', facts.home,
  'topic', facts.topic, 'entry', event, 'entered', '')
publish(keys.clock, keys.feed, 'kind', 'customer', 'conversation', facts.conversation)
return { 'changed', event }
