-- Writes one thing of a short list, or takes it away with what is kept of it elsewhere.
--
-- KEYS  1 the list: {main}:fact-kinds  2 what is kept of its things, where something is: {main}:trigger-counts
-- ARGV  1 id  2 its body (opaque), or '' to take it away  3 how many there may be
--       4 to write it: which it replaces, the SHA-1 of its body, or 'new' where there is to be none; '' whatever it is
--       4… to take it away: the fields of KEYS 2 that go along
-- Returns {'saved'} | {'full'} | {'changed'}: it is another by now | {'gone'}: there was none to take away
if ARGV[2] == '' then
  for field = 4, #ARGV do redis.call('HDEL', KEYS[2], ARGV[field]) end
  return { redis.call('HDEL', KEYS[1], ARGV[1]) == 1 and 'saved' or 'gone' }
end
local before = redis.call('HGET', KEYS[1], ARGV[1])
if ARGV[4] ~= '' and ARGV[4] ~= (before and redis.sha1hex(before) or 'new') then return { 'changed' } end
if not before and redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[3]) then return { 'full' } end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return { 'saved' }
