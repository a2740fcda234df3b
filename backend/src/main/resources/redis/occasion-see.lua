-- Says what became of an occasion: nobody gets two bunches of flowers.
--
-- KEYS  1 {main}:occasions-done:2026  2 {main}:clock  3 {main}:feed
-- ARGV  1 conversation  2 who says so, or '' to take it back  3 what became of it, JSON: by, …  4 how long it is kept (s)
--       5… under what it is kept: it is written under the first, and may stand under any of them
-- Returns {'seen'} | {'open'} | {'taken'}: somebody else saw to it before; nothing written
-- include: clock

local function tell(word)
  publish(KEYS[2], KEYS[3], 'kind', 'occasion', 'conversation', ARGV[1])
  return { word }
end

if ARGV[2] == '' then
  redis.call('HDEL', KEYS[1], unpack(ARGV, 5))
  return tell('open')
end
for _, known in ipairs(redis.call('HMGET', KEYS[1], unpack(ARGV, 5))) do
  if known and cjson.decode(known).by ~= ARGV[2] then return { 'taken' } end
end
redis.call('HDEL', KEYS[1], unpack(ARGV, 5))
redis.call('HSET', KEYS[1], ARGV[5], ARGV[3])
redis.call('EXPIRE', KEYS[1], ARGV[4])
return tell('seen')
