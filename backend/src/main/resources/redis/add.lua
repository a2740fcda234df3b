-- Adds an entry of ours to a topic, once: an answer with its job in the outbound queue, a note, or an event.
--
-- KEYS  1 … 16 those of said.lua  17 {main}:promises  18 {main}:promise-views  19 {main}:topic-promises:t1
--       20 {main}:uploads
-- ARGV  1 facts, JSON: conversation, home, topic, kind ('out', 'note', 'system'), author, seen, preview, channel,
--         account, address, undoMs, keepSeconds, take (assign to the author if nobody has it), takeName,
--         participants (identities it goes to besides the customer), files (blob ids of its attachments)
--       2 the entry's body, opaque
-- Returns {'stored', entry, ms} | {'repeat', first answer} | {'stale', newest message by others, seen} | {'no-topic'}
--         {'used'}: the client id was given to something else
--         {'elsewhere'}: the topic or the home is another conversation's now; nothing written, look again
-- include: clock
-- include: timers
-- include: topics
-- include: entries
-- include: targets
-- include: flow
-- include: said
-- include: promises

local keys = said_keys({ 'promises', 'promise_views', 'topic_promises', 'uploads' })
local facts = cjson.decode(ARGV[1])

local refused, topic = may_say(keys, facts)
if refused then return refused end
take_with_answer(keys, facts, topic)
if facts.files then redis.call('ZREM', keys.uploads, unpack(facts.files)) end
local id, ms = say(keys, facts, topic, ARGV[2], {})
return { 'stored', id, ms }
