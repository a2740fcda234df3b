-- Writes one thing of a short list, or takes it away with what is kept of it elsewhere.
--
-- KEYS  1 the list: {main}:fact-kinds  2 what is kept of its things, where something is: {main}:trigger-counts
-- ARGV  1 id  2 its body (opaque), or '' to take it away  3 how many there may be
--       4… the fields of KEYS 2 that go along when it is taken away
-- Returns {'saved'} | {'full'} | {'gone'}: there was none to take away
if ARGV[2] == '' then
  for field = 4, #ARGV do redis.call('HDEL', KEYS[2], ARGV[field]) end
  return { redis.call('HDEL', KEYS[1], ARGV[1]) == 1 and 'saved' or 'gone' }
end
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0 and redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[3]) then
  return { 'full' }
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return { 'saved' }
