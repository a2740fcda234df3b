-- Ends a handover that was not taken: declined, revoked, or expired. An expiry says nothing on the timeline, nor does taking back one that
-- is needed no more.
--
-- KEYS  1 … 16 those of said.lua  17 {main}:handovers  18 {main}:handover-codes
--       19 {main}:handover-figures:2026-11-26
-- ARGV  1 facts, JSON: those of said.lua (without `kind` nothing is said), handover, state ('declined', 'revoked', 'expired'),
--         keepMs (how long it is kept), and of the timer that asks, if one does: version
--       2 the entry's body, opaque
-- Returns {'ended'} | {'closed', state} | {'none'} | {'repeat', first answer} | {'no-topic'}
--         {'elsewhere'}: the topic or the home is another conversation's now; nothing written, look again
-- include: clock
-- include: timers
-- include: topics
-- include: entries
-- include: targets
-- include: flow
-- include: said
-- include: handovers

local keys = said_keys({ 'handovers', 'codes', 'figures' })
local facts = cjson.decode(ARGV[1])
local handover = load_handover(keys.handovers, facts.handover)
local topic
if handover and facts.kind then
  local refused
  refused, topic = may_say(keys, facts)
  if refused then return refused end
end
if facts.version then drop_timer(keys.timers, 'handover-expiry', facts.handover, facts.version) end
if not handover then return { 'none' } end
if handover.state ~= 'offered' then return { 'closed', handover.state } end

end_handover(keys, facts.handover, handover, facts.state, now_ms(), facts.keepMs, facts.conversation)
if facts.kind then
  say(keys, facts, topic, ARGV[2], { handover = facts.handover })
else
  publish(keys.clock, keys.feed, 'kind', 'topic', 'conversation', facts.conversation, 'topic', facts.topic)
end
return { 'ended' }
