-- Claims the first answer of a lane for one attempt, and makes durable that the attempt begins.
--
-- KEYS  1 {main}:clock  2 {main}:states:h1  3 {main}:topics  4 {main}:views  5 {main}:feed
--       6 {main}:outbound:sms-main  7 {main}:outbound-lane:sms-main:h1  8 {main}:promises
-- ARGV  1 facts, JSON: home, entry (the lane's head as last read), leaseMs
-- Returns {'send', attempt}: send it now
--         {'settle', attempt, ms, ms}: an attempt began so long ago and nobody saw it end; find out, do not send. It
--           was first asked about so long ago
--         {'nothing'}: not due, another's, or the head is another one now
-- include: clock
-- include: timers
-- include: topics
-- include: promises
-- include: targets
-- include: flow
-- include: delivery

local keys = {
  clock = KEYS[1], states = KEYS[2], topics = KEYS[3], views = KEYS[4], feed = KEYS[5], outbound = KEYS[6],
  lane = KEYS[7], promises = KEYS[8],
}
local facts = cjson.decode(ARGV[1])
local now = now_ms()
local due = redis.call('ZSCORE', keys.outbound, facts.home)
if not due or tonumber(due) > now then return { 'nothing' } end
local head = redis.call('ZRANGE', keys.lane, 0, 0)[1]
if head ~= facts.entry then return { 'nothing' } end

local raw = redis.call('HGET', keys.states, facts.entry)
local state = raw and cjson.decode(raw)
if not state or (state.delivery ~= 'queued' and state.delivery ~= 'sending') then
  leave_lane(keys, facts, now)
  return { 'nothing' }
end
if state.delivery == 'queued' and state.due > now then
  redis.call('ZADD', keys.outbound, state.due, facts.home)
  return { 'nothing' }
end
redis.call('ZADD', keys.outbound, now + facts.leaseMs, facts.home)
if state.delivery == 'sending' then
  state.asked = state.asked or now
  redis.call('HSET', keys.states, facts.entry, cjson.encode(state))
  return { 'settle', state.attempts, now - state.at, now - state.asked }
end
state.attempts = (state.attempts or 0) + 1
state.asked = nil
-- It cannot be taken back any more, so what it did to its topic need not be remembered.
state.was = nil
set_delivery(keys, facts, state, 'sending', now)
return { 'send', state.attempts }
