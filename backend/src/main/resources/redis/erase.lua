-- Removes all there is of a customer, in one step: keys, fields and members as they were collected, unless something was said
-- or joined meanwhile. Files are put where they are removed, even if this process dies now; screens and indexes are told.
--
-- KEYS  1 {main}:clock  2 {main}:feed  3 {main}:uploads  4 {main}:timers  5 {main}:conversation:v1
--       6… what is removed, and what of it: any keys of the plan
-- ARGV  1 facts, JSON: conversation, customer, now, rev (of the conversation), threads [{key, entries}] (the places of the home
--         threads among the keys from 6 on, from 0, and how many entries were seen in each), whole (places of the keys
--         removed whole), fields and members [{key, names}] (what goes of hashes and sorted sets), timers (members), blobs,
--         topics, homes (ids)
-- Returns {'erased'} | {'stale'}: something came meanwhile; nothing removed, collect again
-- include: clock

local facts = cjson.decode(ARGV[1])
local function at(place) return KEYS[6 + place] end

if tonumber(redis.call('HGET', KEYS[5], 'rev') or 0) ~= facts.rev or redis.call('EXISTS', KEYS[5]) == 0 then
  return { 'stale' }
end
for _, thread in ipairs(facts.threads) do
  if redis.call('ZCARD', at(thread.key)) ~= thread.entries then return { 'stale' } end
end

-- Few at a time: Lua's stack is bounded.
local function each(command, key, names)
  for from = 1, #names, 500 do
    redis.call(command, key, unpack(names, from, math.min(from + 499, #names)))
  end
end

for _, part in ipairs(facts.fields) do each('HDEL', at(part.key), part.names) end
for _, part in ipairs(facts.members) do each('ZREM', at(part.key), part.names) end
each('ZREM', KEYS[4], facts.timers)
for _, place in ipairs(facts.whole) do redis.call('UNLINK', at(place)) end
for _, blob in ipairs(facts.blobs) do redis.call('ZADD', KEYS[3], facts.now, blob) end
for _, topic in ipairs(facts.topics) do
  publish(KEYS[1], KEYS[2], 'kind', 'topic', 'conversation', facts.conversation, 'topic', topic)
end
publish(KEYS[1], KEYS[2], 'kind', 'erased', 'conversation', facts.conversation, 'customer', facts.customer,
  'homes', table.concat(facts.homes, ','))
return { 'erased' }
