-- Adds facts to a home thread's ledger; those that stand there already change nothing.
--
-- KEYS  1 {main}:facts:h1  2 {main}:clock  3 {main}:feed
-- ARGV  1 conversation  2 how many are kept, the newest  3… pairs: when it was said (ms), the fact (opaque)
-- Returns {'added', how many are new}
-- include: clock

local added = 0
for i = 3, #ARGV, 2 do
  added = added + redis.call('ZADD', KEYS[1], 'NX', ARGV[i], ARGV[i + 1])
end
if added > 0 then
  redis.call('ZREMRANGEBYRANK', KEYS[1], 0, -1 - tonumber(ARGV[2]))
  publish(KEYS[2], KEYS[3], 'kind', 'known', 'conversation', ARGV[1])
end
return { 'added', added }
