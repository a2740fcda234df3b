-- Keeps a visitor's steps, each once, the newest of them; and tells the customer's readers, if the visitor is one.
--
-- KEYS  1 {main}:steps:Zm9v  2 {main}:step-order:Zm9v  3 {main}:clock  4 {main}:feed  5 {main}:no-steps:Zm9v
-- ARGV  1 conversation, or ''  2 how many are kept  3 how long (s)  4 'page', which sends with the visitor's consent only,
--         or 'server'  5 which consent that is, or ''  6… triples: id, when (ms), the step (opaque)
-- Returns {'taken', how many were new} | {'refused'}: they took that consent back, be it while this was on its way, or a server
--         tells of them, which cannot know; nothing written
-- include: clock

local back = redis.call('GET', KEYS[5])
if back and (ARGV[4] == 'server' or ARGV[5] ~= '' and back == ARGV[5]) then
  redis.call('EXPIRE', KEYS[5], ARGV[3])
  return { 'refused' }
end
if back then redis.call('DEL', KEYS[5]) end
local new = 0
for i = 6, #ARGV, 3 do
  if redis.call('HSETNX', KEYS[1], ARGV[i], ARGV[i + 2]) == 1 then
    redis.call('ZADD', KEYS[2], ARGV[i + 1], ARGV[i])
    new = new + 1
  end
end
if new > 0 then
  local old = redis.call('ZRANGE', KEYS[2], 0, -1 - tonumber(ARGV[2]))
  for _, id in ipairs(old) do
    redis.call('HDEL', KEYS[1], id)
    redis.call('ZREM', KEYS[2], id)
  end
  redis.call('EXPIRE', KEYS[1], ARGV[3])
  redis.call('EXPIRE', KEYS[2], ARGV[3])
  if ARGV[1] ~= '' then publish(KEYS[3], KEYS[4], 'kind', 'known', 'conversation', ARGV[1]) end
end
return { 'taken', new }
