-- Records what a provider says became of an answer.
--
-- KEYS  1 {main}:clock  2 {main}:states:h1  3 {main}:topics  4 {main}:views  5 {main}:feed
--       6 {main}:promises  7 {main}:timers  8 {main}:flow
-- ARGV  1 facts, JSON: home, entry, delivery, at, reason
-- Returns {'recorded'} | {'unchanged'}
-- include: clock
-- include: timers
-- include: topics
-- include: promises
-- include: targets
-- include: flow
-- include: delivery

local keys = {
  clock = KEYS[1], states = KEYS[2], topics = KEYS[3], views = KEYS[4], feed = KEYS[5], promises = KEYS[6],
  timers = KEYS[7], flow = KEYS[8],
}
local facts = cjson.decode(ARGV[1])
local raw = redis.call('HGET', keys.states, facts.entry)
if not raw then return { 'unchanged' } end
local state = cjson.decode(raw)
if not state.delivery or not may_follow(state.delivery, facts.delivery) then return { 'unchanged' } end
set_delivery(keys, facts, state, facts.delivery, facts.at, facts.reason)
return { 'recorded' }
