-- A target's timer is due: its moments are computed, or the answer is due soon, or late, which the timeline tells.
--
-- KEYS  1 {main}:clock  2 {main}:topics  3 {main}:views  4 {main}:thread:h1  5 {main}:lanes:h1  6 {main}:entries:h1
--       7 {main}:states:h1  8 {main}:feed  9 {main}:timers
-- ARGV  1 facts, JSON: conversation, home, topic, version of the timer, now, targets of every queue for the wait's since
--       2 the body of the entry that tells it is due soon, opaque  3 the body of the one that tells it is late, opaque
-- Returns {'clocked'} | {'soon', entry} | {'late', entry} | {'unchanged'}: the timer meant nothing any more
--         {'elsewhere'}: the topic has another conversation or home now; nothing written, look again
-- include: clock
-- include: timers
-- include: topics
-- include: entries
-- include: targets

local keys = {
  clock = KEYS[1], topics = KEYS[2], views = KEYS[3], thread = KEYS[4], lanes = KEYS[5], entries = KEYS[6],
  states = KEYS[7], feed = KEYS[8], timers = KEYS[9],
}
local facts = cjson.decode(ARGV[1])
local topic = load_topic(keys.topics, facts.topic)
if topic and (topic.conversation ~= facts.conversation or topic.home ~= facts.home) then return { 'elsewhere' } end
local due = drop_timer(keys.timers, 'target', facts.topic, facts.version)
local target = topic and topic.target
if not due or not target or target.timer ~= facts.version then return { 'unchanged' } end
target.timer = nil

if target.state == 'unclocked' then
  clock_target(target, facts.targets)
  start_target(keys.timers, facts.topic, topic)
  save_topic(keys.topics, keys.views, facts.topic, topic)
  publish(keys.clock, keys.feed, 'kind', 'topic', 'conversation', facts.conversation, 'topic', facts.topic)
  return { 'clocked' }
end

-- What was due soon while nobody looked is late at once, and is told once.
local late = facts.now >= target.due
target.state = late and 'late' or 'soon'
start_target(keys.timers, facts.topic, topic)
local id = mint(keys.clock)
keep_entry(keys, id, facts.topic, ARGV[late and 3 or 2], { kind = 'system' })
save_topic(keys.topics, keys.views, facts.topic, topic)
publish(keys.clock, keys.feed, 'kind', 'entry', 'conversation', facts.conversation, 'home', facts.home,
  'topic', facts.topic, 'entry', id)
return { target.state, id }
