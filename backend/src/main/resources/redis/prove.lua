-- Writes down that whoever has one address proved another one to be theirs: both are verified from now on. An address nobody
-- had becomes their customer's.
--
-- KEYS  1 {main}:clock  2 {main}:feed  3 {main}:identities  4 {main}:customer:c1  5 {main}:conversation:v1
-- ARGV  1 facts, JSON: customer, conversation, identity (who proved), address (what was proven), how,
--         newHome (proposed for an address nobody had)
-- Returns {'proven'}
--         {'known', identity}: it is another customer's address; nothing written
--         {'elsewhere'}: whoever proved is another customer now; nothing written, look again
-- include: clock

local keys = { clock = KEYS[1], feed = KEYS[2], identities = KEYS[3], customer = KEYS[4], conversation = KEYS[5] }
local facts = cjson.decode(ARGV[1])

local function load(field)
  local raw = redis.call('HGET', keys.identities, field)
  return raw and cjson.decode(raw), raw
end

local function verify(field, identity)
  identity.level, identity.proof, identity.provenAt, identity.shown = 'verified', facts.how, now_ms(), nil
  redis.call('HSET', keys.identities, field, cjson.encode(identity))
end

local prover = load(facts.identity)
if not prover or prover.customer ~= facts.customer or prover.conversation ~= facts.conversation then
  return { 'elsewhere' }
end
local proven, raw = load(facts.address)
if proven and proven.customer ~= facts.customer then return { 'known', raw } end

if not proven then
  proven = { customer = facts.customer, conversation = facts.conversation, home = facts.newHome }
  redis.call('HSET', keys.customer, 'identity:' .. facts.address, '')
  redis.call('HSET', keys.conversation, 'home:' .. facts.newHome, facts.customer)
  -- Whoever is about to join or part this customer looks again.
  redis.call('HINCRBY', keys.conversation, 'rev', 1)
end
redis.call('HDEL', keys.customer, 'claim:' .. facts.address)
verify(facts.identity, prover)
verify(facts.address, proven)
publish(keys.clock, keys.feed, 'kind', 'customer', 'conversation', facts.conversation)
return { 'proven' }
