-- Remembers how far a person has read a topic: never less than before, never beyond its newest entry.
--
-- KEYS  1 {main}:read:p1  2 {main}:topics
-- ARGV  1 topic  2 the entry they have seen
-- Returns {mark}: up to where they have read; '' where there is nothing to read
-- include: topics

local topic = load_topic(KEYS[2], ARGV[1])
local before = redis.call('HGET', KEYS[1], ARGV[1]) or ''
if not topic then return { before } end
local newest, seen = topic.last or '', ARGV[2]
if topic.newestIn and topic.newestIn > newest then newest = topic.newestIn end
if seen > newest then seen = newest end
if seen <= before then return { before } end
redis.call('HSET', KEYS[1], ARGV[1], seen)
return { seen }
