-- Forgets a handover that ended long ago: its record, what found it, and its place among those of its topic.
--
-- KEYS  1 {main}:handovers  2 {main}:handover-tokens  3 {main}:topic-handovers:t1  4 {main}:timers
-- ARGV  1 facts, JSON: handover, topic (in which it was read), version (of the timer that asks)
-- Returns {'forgotten'} | {'unchanged'}: it is open, or gone already
--         {'elsewhere'}: it is in another topic by now; nothing written, look again
-- include: timers
-- include: handovers

local keys = { handovers = KEYS[1], tokens = KEYS[2], topic_handovers = KEYS[3], timers = KEYS[4] }
local facts = cjson.decode(ARGV[1])
local handover = load_handover(keys.handovers, facts.handover)
if handover and handover.topic ~= facts.topic then return { 'elsewhere' } end
drop_timer(keys.timers, 'handover-forget', facts.handover, facts.version)
if not handover or handover.state == 'offered' then return { 'unchanged' } end
for _, token in ipairs(handover.tokens or {}) do
  -- One that was written to the same address since is found by the same token.
  if redis.call('HGET', keys.tokens, token) == facts.handover then redis.call('HDEL', keys.tokens, token) end
end
redis.call('HDEL', keys.handovers, facts.handover)
redis.call('ZREM', keys.topic_handovers, facts.handover)
return { 'forgotten' }
