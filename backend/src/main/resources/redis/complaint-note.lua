-- Notes what reads as a complaint, each once.
--
-- KEYS  1 {main}:complaints:h1  2 {main}:clock  3 {main}:feed  4 {main}:conversation:v1
-- ARGV  1 conversation  2 how many are kept, the newest  3… pairs: when it was said (ms), its entry
-- Returns {'noted', how many are new} | {'gone'}: the customer was erased while it was read
-- include: clock

if redis.call('EXISTS', KEYS[4]) == 0 then return { 'gone' } end
local new = redis.call('ZADD', KEYS[1], 'NX', unpack(ARGV, 3))
if new > 0 then
  redis.call('ZREMRANGEBYRANK', KEYS[1], 0, -1 - tonumber(ARGV[2]))
  publish(KEYS[2], KEYS[3], 'kind', 'occasion', 'conversation', ARGV[1])
end
return { 'noted', new }
