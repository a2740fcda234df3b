-- Writes a trigger, or takes it away with what was counted of it.
--
-- KEYS  1 {main}:triggers  2 {main}:trigger-counts
-- ARGV  1 trigger  2 its body (opaque), or '' to take it away  3 how many there may be
-- Returns {'saved'} | {'full'} | {'gone'}: there was none to take away
if ARGV[2] == '' then
  for _, what in ipairs({ 'shown', 'taken', 'dismissed' }) do redis.call('HDEL', KEYS[2], ARGV[1] .. '|' .. what) end
  return { redis.call('HDEL', KEYS[1], ARGV[1]) == 1 and 'saved' or 'gone' }
end
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0 and redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[3]) then
  return { 'full' }
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return { 'saved' }
