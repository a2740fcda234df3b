-- Adds a queue, or changes it if nobody has changed it since it was read.
-- KEYS  1 {main}:queues
-- ARGV  1 id  2 the version it was read with, 0 for one that is not kept yet  3 the new body
-- Returns 'saved' | 'stale'
local known = redis.call('HGET', KEYS[1], ARGV[1])
local version = known and cjson.decode(known).version or 0
if version ~= tonumber(ARGV[2]) then return 'stale' end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 'saved'
