-- Adds facts to a home thread's ledger; those that stand there already change nothing. The days among them are filed by the
-- day of the year, of each home and kind the one that was said last.
--
-- KEYS  1 {main}:facts:h1  2 {main}:clock  3 {main}:feed  4 {main}:conversation:v1  5 {main}:occasions
--       6 {main}:occasion-days
-- ARGV  1 conversation  2 how many are kept, the newest  3… of each fact: its place in that order (ms), the fact (opaque),
--         when it was said (ms), the home and kind it is the day of, or '', and how it is filed, or '' if it names no day
-- Returns {'added', how many are new} | {'gone'}: the customer was erased while it was looked for
-- include: clock

if redis.call('EXISTS', KEYS[4]) == 0 then return { 'gone' } end
local added, days = 0, false

-- Whatever comes later than it was said does not make it hold again.
local function file(field, at, filed)
  local known = redis.call('HMGET', KEYS[6], field, field .. '|at')
  if known[2] and tonumber(known[2]) > tonumber(at) or known[1] == filed then return end
  if known[1] and known[1] ~= '' then redis.call('ZREM', KEYS[5], known[1]) end
  if filed ~= '' then redis.call('ZADD', KEYS[5], 0, filed) end
  redis.call('HSET', KEYS[6], field, filed, field .. '|at', at)
  days = true
end

for i = 3, #ARGV, 5 do
  added = added + redis.call('ZADD', KEYS[1], 'NX', ARGV[i], ARGV[i + 1])
  if ARGV[i + 3] ~= '' then file(ARGV[i + 3], ARGV[i + 2], ARGV[i + 4]) end
end
if added > 0 then
  redis.call('ZREMRANGEBYRANK', KEYS[1], 0, -1 - tonumber(ARGV[2]))
  publish(KEYS[2], KEYS[3], 'kind', 'known', 'conversation', ARGV[1])
end
if days then publish(KEYS[2], KEYS[3], 'kind', 'occasion', 'conversation', ARGV[1]) end
return { 'added', added }
