-- Somebody arrives by a handover: it is used up, the address they come from becomes the customer's, proven by the handover, the
-- topic is open and answered there from now on, and the timeline tells it.
--
-- KEYS  1 … 16 those of said.lua  17 {main}:handovers  18 {main}:handover-codes
--       19 {main}:handover-figures:2026-11-26  20 {main}:identities  21 {main}:customer:c1
-- ARGV  1 facts, JSON: those of said.lua, handover, customer (whose conversation it is), identity they come from (none if
--         nobody knows it), newHome (proposed for an address nobody had), channel, account, apart (the address stays another
--         customer's: they only take part), shown (the number is only shown: it is proven no better than it was, and one that
--         becomes the customer's by it vouches for nothing), sees (they may read the topic there), greet (ms after which we say where we are),
--         sent (ms, of the message by which they arrive, if its sender's side says so), keepMs (how long it is kept)
--       2 the entry's body, opaque
-- Returns {'arrived', entry} | {'again'}: this address arrived by it before
--         {'known', identity}: it is another customer's address; it is kept for this address, nothing else is written: join
--         them or let them take part
--         {'closed', state} | {'none'} | {'repeat', first answer} | {'no-topic'}
--         {'elsewhere'}: the topic, its home or its customer is another one now; nothing written, look again
-- include: clock
-- include: timers
-- include: topics
-- include: entries
-- include: targets
-- include: flow
-- include: said
-- include: handovers
-- include: heard

local keys = said_keys({ 'handovers', 'codes', 'figures', 'identities', 'customer' })
local facts = cjson.decode(ARGV[1])
local id, address = facts.handover, facts.identity
local handover = load_handover(keys.handovers, id)
if not handover then return { 'none' } end
if handover.state == 'arrived' and handover.arrivedAs == (address or 'nobody') then return { 'again' } end
if handover.state ~= 'offered' then return { 'closed', handover.state } end
if handover.expires <= now_ms() then return { 'closed', 'expired' } end
-- Whoever came first has it, also while they are joined to the customer.
if handover.keptFor and handover.keptFor ~= address then return { 'closed', 'arrived' } end
local refused, topic = may_say(keys, facts)
if refused then return refused end
if topic.customer ~= facts.customer then return { 'elsewhere' } end

local raw = address and redis.call('HGET', keys.identities, address)
local identity = raw and cjson.decode(raw)
local theirs = identity and identity.conversation ~= facts.conversation
if theirs and not facts.apart then
  handover.keptFor = address
  redis.call('HSET', keys.handovers, id, cjson.encode(handover))
  return { 'known', raw }
end

local now = now_ms()
if theirs then
  invite(topic, { address })
elseif address then
  if not identity then
    identity = { customer = facts.customer, conversation = facts.conversation, home = facts.newHome }
    redis.call('HSET', keys.conversation, 'home:' .. facts.newHome, facts.customer)
    redis.call('HSET', keys.customer, 'identity:' .. address, '')
    redis.call('HDEL', keys.customer, 'claim:' .. address)
    -- Whoever is about to join or part this customer looks again.
    redis.call('HINCRBY', keys.conversation, 'rev', 1)
  end
  if not facts.shown then
    identity.level, identity.proof, identity.provenAt, identity.shown = 'verified', 'handover', now, nil
  elseif not identity.level or handover.keptFor == address then
    -- It is the customer's by this and by nothing else.
    identity.level, identity.shown = identity.level or 'observed', true
  end
  hear(identity, facts.account, facts.channel, math.min(facts.sent or now, now))
  if facts.sees then
    identity.sees = identity.sees or {}
    table.insert(identity.sees, facts.topic)
  end
  redis.call('HSET', keys.identities, address, cjson.encode(identity))
  topic.channel, topic.account, topic.address = facts.channel, facts.account, address
  publish(keys.clock, keys.feed, 'kind', 'customer', 'conversation', facts.conversation)
end
if topic.status == 'resolved' then
  topic.status, topic.resolved = 'open', nil
  forget_waits(keys.timers, facts.topic, topic)
elseif topic.status == 'snoozed' then
  topic.status, topic.snoozed = 'open', nil
end
mind_target(keys.timers, facts.topic, topic)
handover.arrivedAs, handover.keptFor = address or 'nobody', nil
end_handover(keys, id, handover, 'arrived', now, facts.keepMs, facts.conversation)
if facts.greet then set_timer(keys.timers, 'handover-greeting', id, handover.version, now + facts.greet) end
local entry = say(keys, facts, topic, ARGV[2], { handover = id })
return { 'arrived', entry }
