-- Keeps the one-time code of a visitor in place of the one before, unless its address got enough of them lately, or all of its
-- kind.
--
-- KEYS  1 {main}:code:v1  2 {main}:codes-sent:9f86…  3 {main}:codes-sent:all-texts
-- ARGV  1 digest of the code  2 the address it goes to  3 how many wrong ones are forgiven  4 its life in seconds
--       5 how many an address gets in a window  6 the window in seconds  7 how many all get: nothing is counted of a kind
--         without such a limit (2147483647)
-- Returns {'kept'} | {'enough'}: nothing is to be sent

local function count(key)
  local sent = redis.call('INCR', key)
  if sent == 1 then redis.call('EXPIRE', key, ARGV[6]) end
  return sent
end

if count(KEYS[2]) > tonumber(ARGV[5]) then return { 'enough' } end
if ARGV[7] ~= '2147483647' and count(KEYS[3]) > tonumber(ARGV[7]) then return { 'enough' } end
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], 'digest', ARGV[1], 'address', ARGV[2], 'left', ARGV[3])
redis.call('EXPIRE', KEYS[1], ARGV[4])
return { 'kept' }
