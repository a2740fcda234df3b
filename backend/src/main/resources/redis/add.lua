-- Adds an entry of ours to a topic, once: an answer with its job in the outbound queue, a note, or an event.
--
-- KEYS  1 {main}:clock  2 {main}:client:p1:uuid  3 {main}:conversation:v1  4 {main}:conversation-topics:v1
--       5 {main}:topics  6 {main}:views  7 {main}:thread:h1  8 {main}:lanes:h1  9 {main}:entries:h1
--       10 {main}:states:h1  11 {main}:feed  12 {main}:outbound:sms-main  13 {main}:outbound-lane:sms-main:h1
--       14 {main}:outbound-accounts  15 {main}:timers  16 {main}:flow
-- ARGV  1 facts, JSON: conversation, home, topic, kind ('out', 'note', 'system'), author, seen, preview, channel,
--         account, address, undoMs, keepSeconds, take (assign to the author if nobody has it), takeName,
--         participants (identities it goes to besides the customer)
--       2 the entry's body, opaque
-- Returns {'stored', entry, ms} | {'repeat', first answer} | {'stale', newest message by others} | {'no-topic'}
--         {'used'}: the client id was given to something else
--         {'elsewhere'}: the topic or the home is another conversation's now; nothing written, look again
-- include: clock
-- include: timers
-- include: topics
-- include: entries
-- include: targets
-- include: flow
-- include: said

local keys = {
  clock = KEYS[1], client = KEYS[2], conversation = KEYS[3], conversation_topics = KEYS[4], topics = KEYS[5],
  views = KEYS[6], thread = KEYS[7], lanes = KEYS[8], entries = KEYS[9], states = KEYS[10], feed = KEYS[11],
  outbound = KEYS[12], lane = KEYS[13], accounts = KEYS[14], timers = KEYS[15],
  flow = KEYS[16],
}
local facts = cjson.decode(ARGV[1])

local refused, topic = may_say(keys, facts)
if refused then return refused end
local id, ms = say(keys, facts, topic, ARGV[2], {})
return { 'stored', id, ms }
