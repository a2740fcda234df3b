-- Queues a failed or unconfirmed answer once more, because a person asked for it.
--
-- KEYS  1 {main}:clock  2 {main}:states:h1  3 {main}:topics  4 {main}:views  5 {main}:feed
--       6 {main}:outbound:sms-main  7 {main}:outbound-lane:sms-main:h1  8 {main}:promises
--       9 {main}:timers  10 {main}:flow
-- ARGV  1 facts, JSON: home, entry
-- Returns {'queued'} | {'not-failed'}
-- include: clock
-- include: timers
-- include: topics
-- include: promises
-- include: targets
-- include: flow
-- include: delivery

local keys = {
  clock = KEYS[1], states = KEYS[2], topics = KEYS[3], views = KEYS[4], feed = KEYS[5], outbound = KEYS[6],
  lane = KEYS[7], promises = KEYS[8], timers = KEYS[9], flow = KEYS[10],
}
local facts = cjson.decode(ARGV[1])
local raw = redis.call('HGET', keys.states, facts.entry)
local state = raw and cjson.decode(raw)
if not state or (state.delivery ~= 'failed' and state.delivery ~= 'unconfirmed') then return { 'not-failed' } end

local now = now_ms()
state.due = now
redis.call('ZADD', keys.lane, 0, facts.entry)
redis.call('ZADD', keys.outbound, 'NX', now, facts.home)
set_delivery(keys, facts, state, 'queued', now)
return { 'queued' }
