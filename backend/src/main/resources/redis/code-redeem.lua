-- Uses a visitor's code up, or one of the tries it has.
--
-- KEYS  1 {main}:code:v1
-- ARGV  1 digest of what was typed
-- Returns {'right', address} | {'wrong'} | {'none'}: there is no code, or none any more

local kept = redis.call('HMGET', KEYS[1], 'digest', 'address', 'left')
if not kept[1] then return { 'none' } end
if kept[1] == ARGV[1] then
  redis.call('DEL', KEYS[1])
  return { 'right', kept[2] }
end
if tonumber(kept[3]) <= 1 then
  redis.call('DEL', KEYS[1])
else
  redis.call('HINCRBY', KEYS[1], 'left', -1)
end
return { 'wrong' }
