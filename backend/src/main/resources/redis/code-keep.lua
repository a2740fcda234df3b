-- Keeps the one-time code of a visitor in place of the one before, unless its address got enough of them lately.
--
-- KEYS  1 {main}:code:v1  2 {main}:codes-sent:9f86…
-- ARGV  1 digest of the code  2 the address it goes to  3 how many wrong ones are forgiven  4 its life in seconds
--       5 how many an address gets in a window  6 the window in seconds
-- Returns {'kept'} | {'enough'}: nothing is to be sent

local sent = redis.call('INCR', KEYS[2])
if sent == 1 then redis.call('EXPIRE', KEYS[2], ARGV[6]) end
if sent > tonumber(ARGV[5]) then return { 'enough' } end
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], 'digest', ARGV[1], 'address', ARGV[2], 'left', ARGV[3])
redis.call('EXPIRE', KEYS[1], ARGV[4])
return { 'kept' }
