-- Adds queues, or changes them if nobody has changed one of them since it was read: all of them or none.
-- KEYS  1 {main}:queues
-- ARGV  for each queue: id, the version it was read with (0 for one that is not kept yet), the new body
-- Returns 'saved' | 'stale'
for at = 1, #ARGV, 3 do
  local known = redis.call('HGET', KEYS[1], ARGV[at])
  local version = known and cjson.decode(known).version or 0
  if version ~= tonumber(ARGV[at + 1]) then return 'stale' end
end
for at = 1, #ARGV, 3 do redis.call('HSET', KEYS[1], ARGV[at], ARGV[at + 2]) end
return 'saved'
