-- Keeps a dead letter, writes down what is new of one, or removes it. The message itself is in the blob store.
--
-- KEYS  1 {main}:clock  2 {main}:dead-letters  3 {main}:dead-letter:d1
-- ARGV  1 'keep', 'again' or 'discard'  2 the id  3… pairs of field and value: for 'keep' with its blob, for 'again' without
-- Returns {'kept'}
--         {'known'} to 'keep': the letter was there, with a blob of its own, and nothing is written
--         {'not-found'} to 'again' and 'discard'
--         {'discarded', its blob}
-- include: clock

local there = redis.call('EXISTS', KEYS[3]) == 1
if ARGV[1] == 'keep' then
  if there then return { 'known' } end
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
redis.call('DEL', KEYS[3])
redis.call('ZREM', KEYS[2], ARGV[2])
return { 'discarded', blob or '' }
