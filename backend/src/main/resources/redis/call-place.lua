-- Places a call to a customer: an entry of ours, which rings at a colleague's phone first.
--
-- KEYS  1 … 16 those of said.lua  17 {main}:calls
--       18 {main}:provider:voice-main:placed-3f0a, by which its steps are told
-- ARGV  1 facts, JSON: those of said.lua, person and personName (whose phone rings), until (when it is given up, ms)
--       2 the entry's body, opaque
-- Returns {'stored', entry, ms} | {'repeat', first answer} | {'used'} | {'no-topic'}
--         {'busy'}: this phone rings already, or is spoken on; nothing written
--         {'elsewhere'}: the topic or the home is another conversation's now; nothing written, look again
-- include: clock
-- include: timers
-- include: topics
-- include: entries
-- include: targets
-- include: flow
-- include: said
-- include: calls

local keys = said_keys({ 'calls', 'known' })
local facts = cjson.decode(ARGV[1])
local refused, topic = may_say(keys, facts)
if refused then return refused end
if is_busy(keys.calls, facts.person) then return { 'busy' } end

local call = {
  state = 'ringing', out = true, person = facts.person, personName = facts.personName, timer = 1, timers = 1,
}
local entry, ms = say(keys, facts, topic, ARGV[2], { call = call })
redis.call('HSET', keys.calls, entry, cjson.encode({ home = facts.home, person = facts.person }))
redis.call('SET', keys.known, cjson.encode({
  entry = entry, at = ms, topic = facts.topic, conversation = facts.conversation, home = facts.home,
}), 'EX', facts.keepSeconds)
set_timer(keys.timers, 'call', entry, 1, facts['until'])
publish(keys.clock, keys.feed, 'kind', 'call', 'conversation', facts.conversation, 'topic', facts.topic, 'entry', entry)
return { 'stored', entry, ms }
