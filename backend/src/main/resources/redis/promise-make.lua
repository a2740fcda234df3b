-- Makes a promise and says its sentence to the customer, in one step.
--
-- KEYS  1 {main}:clock  2 {main}:client:p1:uuid  3 {main}:conversation:v1  4 {main}:conversation-topics:v1
--       5 {main}:topics  6 {main}:views  7 {main}:thread:h1  8 {main}:lanes:h1  9 {main}:entries:h1
--       10 {main}:states:h1  11 {main}:feed  12 {main}:outbound:sms-main  13 {main}:outbound-lane:sms-main:h1
--       14 {main}:outbound-accounts  15 {main}:timers  16 {main}:flow  17 {main}:promises
--       18 {main}:promise-views  19 {main}:topic-promises:t1  20 {main}:promise-texts  21 {main}:promise-links
-- ARGV  1 facts, JSON: those of said.lua, and promise: id, due, soon, notice, escalate (ms), owner, ownerName, account, channel,
--         address, waitsFor, link (the digest of its link)
--       2 the entry's body, opaque  3 what was heard and what will be done, opaque
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
-- include: promises

local keys = {
  clock = KEYS[1], client = KEYS[2], conversation = KEYS[3], conversation_topics = KEYS[4], topics = KEYS[5],
  views = KEYS[6], thread = KEYS[7], lanes = KEYS[8], entries = KEYS[9], states = KEYS[10], feed = KEYS[11],
  outbound = KEYS[12], lane = KEYS[13], accounts = KEYS[14], timers = KEYS[15], flow = KEYS[16],
  promises = KEYS[17], promise_views = KEYS[18], topic_promises = KEYS[19],
}
local facts = cjson.decode(ARGV[1])
local refused, topic = may_say(keys, facts)
if refused then return refused end

local promise = facts.promise
local id, link = promise.id, promise.link
promise.id, promise.link = nil, nil
promise.state, promise.version = 'open', 0
promise.topic, promise.home, promise.queue, promise.told = facts.topic, facts.home, topic.queue, 'queued'
redis.call('HSET', KEYS[20], id, ARGV[3])
redis.call('HSET', KEYS[21], link, id)
renew_promise_timers(keys, id, promise)
save_promise(keys, id, promise)
note_promise(keys, topic)

local entry, ms = say(keys, facts, topic, ARGV[2], { promise = id, promiseVersion = promise.version })
promise.entry, promise.made = entry, ms
promise.moments = { { due = promise.due, at = ms, by = facts.author, byName = facts.authorName, entry = entry } }
redis.call('HSET', keys.promises, id, cjson.encode(promise))
publish_promise(keys, facts.conversation, facts.topic, id)
return { 'stored', entry, ms }
