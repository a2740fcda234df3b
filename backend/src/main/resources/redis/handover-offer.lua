-- Offers another channel, together with what is said of it: a message to the customer, or a line on the timeline.
--
-- KEYS  1 {main}:clock  2 {main}:client:p1:uuid  3 {main}:conversation:v1  4 {main}:conversation-topics:v1
--       5 {main}:topics  6 {main}:views  7 {main}:thread:h1  8 {main}:lanes:h1  9 {main}:entries:h1
--       10 {main}:states:h1  11 {main}:feed  12 {main}:outbound:sms-main  13 {main}:outbound-lane:sms-main:h1
--       14 {main}:outbound-accounts  15 {main}:timers  16 {main}:flow  17 {main}:handovers  18 {main}:handover-tokens
--       19 {main}:handover-codes  20 {main}:topic-handovers:t1  21 {main}:handover-figures:2026-11-26
--       22 {main}:states:h2, of the answers in chat that it carries on
-- ARGV  1 facts, JSON: those of said.lua, and offer: id, tokens (digests by which it is found), the record (from, to, how,
--         account, address, by, byName, byKind, offered, expires, day, language, code, number); carries: ids of answers nobody
--         has read, and carriedHome, where they are
--       2 the entry's body, opaque
-- Returns {'stored', entry, ms} | {'repeat', first answer} | {'stale', newest message by others} | {'no-topic'}
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

local keys = {
  clock = KEYS[1], client = KEYS[2], conversation = KEYS[3], conversation_topics = KEYS[4], topics = KEYS[5],
  views = KEYS[6], thread = KEYS[7], lanes = KEYS[8], entries = KEYS[9], states = KEYS[10], feed = KEYS[11],
  outbound = KEYS[12], lane = KEYS[13], accounts = KEYS[14], timers = KEYS[15], flow = KEYS[16], handovers = KEYS[17],
  codes = KEYS[19], figures = KEYS[21],
}
local facts = cjson.decode(ARGV[1])
local offer = facts.offer
local refused, topic = may_say(keys, facts)
if refused then return refused end
local id, handover = offer.id, offer.record
if handover.code and redis.call('HSETNX', keys.codes, handover.code, id) == 0 then return { 'code-taken' } end

handover.topic, handover.state, handover.version = facts.topic, 'offered', 0
for _, token in ipairs(offer.tokens) do redis.call('HSET', KEYS[18], token, id) end
set_timer(keys.timers, 'handover-expiry', id, handover.version, handover.expires)
count_handover(keys.figures, handover, 'offered')

local entry, ms = say(keys, facts, topic, ARGV[2], { handover = id })
handover.entry = entry
redis.call('HSET', keys.handovers, id, cjson.encode(handover))
redis.call('ZADD', KEYS[20], ms, id)
for _, carried in ipairs(offer.carries or {}) do
  local raw = redis.call('HGET', KEYS[22], carried)
  local state = raw and cjson.decode(raw)
  if state then
    state.carried = entry
    redis.call('HSET', KEYS[22], carried, cjson.encode(state))
    drop_timer(keys.timers, 'chat-unread', offer.carriedHome, carried)
  end
end
return { 'stored', entry, ms }
