-- Offers another channel, together with what is said of it: a message to the customer, or a line on the timeline.
--
-- KEYS  1 … 16 those of said.lua  17 {main}:handovers  18 {main}:handover-tokens  19 {main}:handover-codes
--       20 {main}:topic-handovers:t1  21 {main}:handover-figures:2026-11-26
--       22 {main}:states:h2, of the answers in chat that it carries on
-- ARGV  1 facts, JSON: those of said.lua, and offer: id, tokens (digests by which it is found), the record (from, to, how,
--         account, address, by, byName, byKind, offered, expires, day, language, code, number); carries: ids of answers nobody
--         has read, and carriedHome, where they are
--       2 the entry's body, opaque
-- Returns {'stored', entry, ms} | {'repeat', first answer} | {'stale', newest message by others, seen} | {'no-topic'}
--         {'code-taken'}: an open handover has this spoken code; nothing written, choose another
--         {'elsewhere'}: the topic or the home is another conversation's now; nothing written, look again
-- include: clock
-- include: timers
-- include: topics
-- include: entries
-- include: targets
-- include: flow
-- include: said
-- include: handovers

local keys = said_keys({ 'handovers', 'tokens', 'codes', 'topic_handovers', 'figures', 'carried' })
local facts = cjson.decode(ARGV[1])
local offer = facts.offer
local refused, topic = may_say(keys, facts)
if refused then return refused end
local id, handover = offer.id, offer.record
if handover.code and redis.call('HSETNX', keys.codes, handover.code, id) == 0 then return { 'code-taken' } end

handover.topic, handover.state, handover.version = facts.topic, 'offered', 0
-- Whether the customer read of it; what finds it, by which it is forgotten whole.
handover.said, handover.tokens = facts.kind == 'out' or nil, offer.tokens
for _, token in ipairs(offer.tokens) do redis.call('HSET', keys.tokens, token, id) end
set_timer(keys.timers, 'handover-expiry', id, handover.version, handover.expires)
count_handover(keys.figures, handover, 'offered')

local entry, ms = say(keys, facts, topic, ARGV[2], { handover = id })
handover.entry, handover.home = entry, facts.home
redis.call('HSET', keys.handovers, id, cjson.encode(handover))
redis.call('ZADD', keys.topic_handovers, ms, id)
for _, carried in ipairs(offer.carries or {}) do
  local raw = redis.call('HGET', keys.carried, carried)
  local state = raw and cjson.decode(raw)
  if state then
    state.carried = entry
    redis.call('HSET', keys.carried, carried, cjson.encode(state))
    drop_timer(keys.timers, 'chat-unread', offer.carriedHome, carried)
  end
end
return { 'stored', entry, ms }
