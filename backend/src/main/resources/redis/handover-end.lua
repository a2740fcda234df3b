-- Ends a handover that was not taken: declined, revoked, or expired. An expiry says nothing on the timeline.
--
-- KEYS  1 {main}:clock  2 {main}:client:p1:uuid  3 {main}:conversation:v1  4 {main}:conversation-topics:v1
--       5 {main}:topics  6 {main}:views  7 {main}:thread:h1  8 {main}:lanes:h1  9 {main}:entries:h1
--       10 {main}:states:h1  11 {main}:feed  12 {main}:outbound:none  13 {main}:outbound-lane:none:h1
--       14 {main}:outbound-accounts  15 {main}:timers  16 {main}:flow  17 {main}:handovers  18 {main}:handover-codes
--       19 {main}:handover-figures:2026-11-26
-- ARGV  1 facts, JSON: those of said.lua (without `kind` nothing is said), handover, state ('declined', 'revoked', 'expired'),
--         and of the timer that asks, if one does: version
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

local keys = {
  clock = KEYS[1], client = KEYS[2], conversation = KEYS[3], conversation_topics = KEYS[4], topics = KEYS[5],
  views = KEYS[6], thread = KEYS[7], lanes = KEYS[8], entries = KEYS[9], states = KEYS[10], feed = KEYS[11],
  outbound = KEYS[12], lane = KEYS[13], accounts = KEYS[14], timers = KEYS[15], flow = KEYS[16], handovers = KEYS[17],
  codes = KEYS[18], figures = KEYS[19],
}
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

end_handover(keys, facts.handover, handover, facts.state, now_ms())
if facts.kind then
  say(keys, facts, topic, ARGV[2], { handover = facts.handover })
else
  publish(keys.clock, keys.feed, 'kind', 'topic', 'conversation', facts.conversation, 'topic', facts.topic)
end
return { 'ended' }
