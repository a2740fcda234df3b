-- Writes a kind of fact, or takes it away.
--
-- KEYS  1 {main}:fact-kinds
-- ARGV  1 kind  2 its body (opaque), or '' to take it away  3 how many there may be
-- Returns {'saved'} | {'full'} | {'gone'}: there was none to take away
if ARGV[2] == '' then
  return { redis.call('HDEL', KEYS[1], ARGV[1]) == 1 and 'saved' or 'gone' }
end
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0 and redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[3]) then
  return { 'full' }
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return { 'saved' }
