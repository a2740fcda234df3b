-- Looks a spoken code up for a call, and counts its tries. The same digits in the same call get the first answer again.
--
-- KEYS  1 {main}:handover-codes  2 {main}:handover-tries:CA1
-- ARGV  1 the code's keyed digest  2 how many wrong ones a call may try  3 how long the tries are remembered, s
-- Returns {'right', handover} | {'wrong', tries left} | {'exhausted'}
local known = redis.call('HGET', KEYS[2], ARGV[1])
local most = tonumber(ARGV[2])
if known and known ~= 'wrong' then return { 'right', known } end

local wrong = 0
for _, answer in ipairs(redis.call('HVALS', KEYS[2])) do
  if answer == 'wrong' then wrong = wrong + 1 end
end
if wrong >= most then return { 'exhausted' } end
local id = not known and redis.call('HGET', KEYS[1], ARGV[1])
if not known then
  redis.call('HSET', KEYS[2], ARGV[1], id or 'wrong')
  redis.call('EXPIRE', KEYS[2], ARGV[3])
  if not id then wrong = wrong + 1 end
end
if id then return { 'right', id } end
if wrong >= most then return { 'exhausted' } end
return { 'wrong', most - wrong }
