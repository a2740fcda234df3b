-- Ends an attempt: sent, failed, unconfirmed, or again later.
--
-- KEYS  1 {main}:clock  2 {main}:states:h1  3 {main}:topics  4 {main}:views  5 {main}:feed
--       6 {main}:outbound:sms-main  7 {main}:outbound-lane:sms-main:h1  8 {main}:promises
--       9 {main}:timers  10 {main}:flow  11 {main}:provider:sms-main:SM1
-- ARGV  1 facts, JSON: home, entry, attempt, outcome ('sent', 'delivered', 'read', 'failed',
--         'unconfirmed', 'queued'), reason, waitMs (for 'queued'), providerId, keepSeconds
-- Returns {'finished'} | {'superseded'}: another attempt has ended it
-- include: clock
-- include: timers
-- include: topics
-- include: promises
-- include: targets
-- include: flow
-- include: delivery

local keys = {
  clock = KEYS[1], states = KEYS[2], topics = KEYS[3], views = KEYS[4], feed = KEYS[5], outbound = KEYS[6],
  lane = KEYS[7], promises = KEYS[8], timers = KEYS[9], flow = KEYS[10], provider = KEYS[11],
}
local facts = cjson.decode(ARGV[1])
local now = now_ms()
local raw = redis.call('HGET', keys.states, facts.entry)
-- It was given to another customer since this attempt was given up.
if not raw then return { 'superseded' } end
local state = cjson.decode(raw)
if facts.providerId then
  state.providerId = facts.providerId
  redis.call('HSET', keys.states, facts.entry, cjson.encode(state))
  redis.call('SET', keys.provider, cjson.encode({
    entry = facts.entry, at = now, topic = state.topic, home = facts.home,
  }), 'EX', facts.keepSeconds)
end
if state.delivery ~= 'sending' or state.attempts ~= facts.attempt then
  -- What a receipt has settled meanwhile is not to be sent again, and keeps nobody behind it waiting.
  local settled = state.delivery ~= 'sending' and state.delivery ~= 'queued'
  if settled and redis.call('ZRANGE', keys.lane, 0, 0)[1] == facts.entry then leave_lane(keys, facts, now) end
  return { 'superseded' }
end

if facts.outcome == 'queued' then
  state.due = now + facts.waitMs
  set_delivery(keys, facts, state, 'queued', now, facts.reason)
  redis.call('ZADD', keys.outbound, state.due, facts.home)
else
  set_delivery(keys, facts, state, facts.outcome, now, facts.reason)
  leave_lane(keys, facts, now)
end
return { 'finished' }
