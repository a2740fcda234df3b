-- Makes a promise and says its sentence to the customer, in one step.
--
-- KEYS  1 … 16 those of said.lua  17 {main}:promises  18 {main}:promise-views  19 {main}:topic-promises:t1
--       20 {main}:promise-texts  21 {main}:promise-links
-- ARGV  1 facts, JSON: those of said.lua, and promise: id, due, soon, notice, escalate (ms), owner, ownerName, account, channel,
--         address, waitsFor, link (the digest of its link)
--       2 the entry's body, opaque  3 what was heard and what will be done, opaque
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

local keys = said_keys({ 'promises', 'promise_views', 'topic_promises', 'texts', 'links' })
local facts = cjson.decode(ARGV[1])
local refused, topic = may_say(keys, facts)
if refused then return refused end

take_with_answer(keys, facts, topic)
local promise = facts.promise
local id, link = promise.id, promise.link
promise.id, promise.link = nil, nil
promise.state, promise.version = 'open', 0
promise.topic, promise.home, promise.queue, promise.told = facts.topic, facts.home, topic.queue, 'queued'
redis.call('HSET', keys.texts, id, ARGV[3])
redis.call('HSET', keys.links, link, id)
renew_promise_timers(keys, id, promise)
save_promise(keys, id, promise)
note_promise(keys, topic)

local entry, ms = say(keys, facts, topic, ARGV[2], { promise = id, promiseVersion = promise.version })
promise.entry, promise.made = entry, ms
promise.moments = { { due = promise.due, at = ms, by = facts.author, byName = facts.authorName, entry = entry } }
redis.call('HSET', keys.promises, id, cjson.encode(promise))
publish_promise(keys, facts.conversation, facts.topic, id)
return { 'stored', entry, ms }
