-- Sets what a customer is called, what they speak and where they live, as a person of ours says.
--
-- KEYS  1 {main}:clock  2 {main}:customer:c1  3 {main}:feed  4 {main}:customer-names
-- ARGV  1 facts, JSON: customer, set (field → value; '' for none), words of a new name
-- Returns {'changed'} | {'unchanged'} | {'no-customer'}
--         {'elsewhere', customer}: joined to that one; nothing written
-- include: clock
-- include: clues

local facts = cjson.decode(ARGV[1])
local known = redis.call('HMGET', KEYS[2], 'conversation', 'into')
if not known[1] then return { 'no-customer' } end
if known[2] then return { 'elsewhere', known[2] } end

local changed = false
for field, value in pairs(facts.set) do
  if (redis.call('HGET', KEYS[2], field) or '') ~= value then
    redis.call('HSET', KEYS[2], field, value)
    if field == 'name' then redis.call('HSET', KEYS[2], 'named', 1) end
    changed = true
  end
end
if not changed then return { 'unchanged' } end
keep_name(KEYS[4], facts.customer, facts.words)
publish(KEYS[1], KEYS[3], 'kind', 'customer', 'conversation', known[1])
return { 'changed' }
