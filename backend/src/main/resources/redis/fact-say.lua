-- Adds facts to a home thread's ledger; those that stand there already change nothing.
--
-- KEYS  1 {main}:facts:h1  2 {main}:clock  3 {main}:feed  4 {main}:conversation:v1  5 {main}:occasions
-- ARGV  1 conversation  2 how many are kept, the newest  3… triples: when it was said (ms), the fact (opaque), the day
--         of the year it names, as it stands among the occasions, or ''
-- Returns {'added', how many are new} | {'gone'}: the customer was erased while it was looked for
-- include: clock

if redis.call('EXISTS', KEYS[4]) == 0 then return { 'gone' } end
local added = 0
for i = 3, #ARGV, 3 do
  if ARGV[i + 2] ~= '' then redis.call('ZADD', KEYS[5], 0, ARGV[i + 2]) end
  added = added + redis.call('ZADD', KEYS[1], 'NX', ARGV[i], ARGV[i + 1])
end
if added > 0 then
  redis.call('ZREMRANGEBYRANK', KEYS[1], 0, -1 - tonumber(ARGV[2]))
  publish(KEYS[2], KEYS[3], 'kind', 'known', 'conversation', ARGV[1])
end
return { 'added', added }
