-- Keeps a dead letter, writes down what is new of one, or removes it. The message itself is in the blob store.
--
-- KEYS  1 {main}:clock  2 {main}:dead-letters  3 {main}:dead-letter:d1  4 {main}:discarded-letter:d1
-- ARGV  1 'ask', 'keep', 'again' or 'discard'  2 the id  3… pairs of field and value: for 'keep' with its blob, for 'again'
--         without; for 'discard': how many seconds a letter with a provider's id is remembered
-- Returns {'kept'}
--         {'known'} to 'ask' and 'keep': the letter is there, with a blob of its own, or was discarded; nothing is written
--         {'not-found'} to 'ask', 'again' and 'discard'
--         {'discarded', its blob}
-- include: clock

local there = redis.call('EXISTS', KEYS[3]) == 1
local known = there or redis.call('EXISTS', KEYS[4]) == 1
if ARGV[1] == 'ask' then return { known and 'known' or 'not-found' } end
if ARGV[1] == 'keep' then
  if known then return { 'known' } end
  redis.call('HSET', KEYS[3], 'attempts', 0, unpack(ARGV, 3))
  redis.call('ZADD', KEYS[2], 'NX', now_ms(), ARGV[2])
  return { 'kept' }
end
if not there then return { 'not-found' } end
if ARGV[1] == 'again' then
  redis.call('HSET', KEYS[3], unpack(ARGV, 3))
  return { 'kept' }
end
local blob = redis.call('HGET', KEYS[3], 'blob')
if redis.call('HEXISTS', KEYS[3], 'provider') == 1 then redis.call('SET', KEYS[4], '', 'EX', ARGV[3]) end
redis.call('DEL', KEYS[3])
redis.call('ZREM', KEYS[2], ARGV[2])
return { 'discarded', blob or '' }
