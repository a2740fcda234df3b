-- Keeps what somebody said about themselves: a name where there was only an address, a claimed address, a language.
--
-- KEYS  1 {main}:clock  2 {main}:customer:c1  3 {main}:feed  4 {main}:clues  5 {main}:customer-names
-- ARGV  1 facts, JSON: home, name, language, claim ('email:ada@example.com'), identity it was said on, clues, words of the
--         name  2 the customer
-- Returns {'changed'} | {'unchanged'} | {'no-customer'}
--         {'elsewhere', customer}: joined to that one; nothing written
-- include: clock
-- include: clues

local facts = cjson.decode(ARGV[1])
local known = redis.call('HMGET', KEYS[2], 'named', 'language', 'conversation', 'into')
if not known[3] then return { 'no-customer' } end
if known[4] then return { 'elsewhere', known[4] } end

local changed = false
if facts.name and known[1] ~= '1' then
  redis.call('HSET', KEYS[2], 'name', facts.name, 'named', 1)
  keep_name(KEYS[5], ARGV[2], facts.words)
  changed = true
end
if facts.language and (known[2] or '') == '' then
  redis.call('HSET', KEYS[2], 'language', facts.language)
  changed = true
end
if facts.claim and redis.call('HSETNX', KEYS[2], 'claim:' .. facts.claim, facts.home) == 1 then changed = true end
keep_clues(KEYS[4], facts.identity, facts.clues)
if not changed then return { 'unchanged' } end
publish(KEYS[1], KEYS[3], 'kind', 'customer', 'conversation', known[3])
return { 'changed' }
