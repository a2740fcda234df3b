-- Keeps a dead letter, or removes one.
--
-- KEYS  1 {main}:clock  2 {main}:dead-letters  3 {main}:dead-letter:d1
-- ARGV  1 'keep' or 'discard'  2 the id  3… for 'keep': pairs of field and value
-- Returns {'kept'} | {'discarded'} | {'not-found'}
-- include: clock

if ARGV[1] == 'keep' then
  redis.call('HSET', KEYS[3], unpack(ARGV, 3))
  redis.call('HSETNX', KEYS[3], 'attempts', 0)
  redis.call('ZADD', KEYS[2], 'NX', now_ms(), ARGV[2])
  return { 'kept' }
end
redis.call('DEL', KEYS[3])
return { redis.call('ZREM', KEYS[2], ARGV[2]) == 1 and 'discarded' or 'not-found' }
