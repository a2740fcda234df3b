-- The mail that tells a person of late promises: takes it on, so that no other node does meanwhile, or ticks it off.
--
-- KEYS  1 {main}:timers  2 {main}:late-mails
-- ARGV  take: 1 'take'  2 person  3 for how long (ms)  4 at the most
--       done: 1 'done'  2 person  3 when the next one goes out, from now (ms)  4 … what this one told, as it was taken
-- Returns {'taken', what is to be told …}: `<moment>|<promise>`, the earliest first | {'unchanged'} (another has it, or none is due)
--         | {'done'}
-- include: clock
-- include: timers

local verb, person = ARGV[1], ARGV[2]
local prefix = person .. '|'
local member = 'late-mail|' .. person .. '|1'
local now = now_ms()

-- What the person is still to be told.
local function waiting(most)
  return redis.call('ZRANGEBYLEX', KEYS[2], '[' .. prefix, '(' .. person .. '}', 'LIMIT', 0, most)
end

if verb == 'take' then
  local due = redis.call('ZSCORE', KEYS[1], member)
  if not due or tonumber(due) > now then return { 'unchanged' } end
  local taken = waiting(tonumber(ARGV[4]))
  redis.call('ZADD', KEYS[1], now + ARGV[3], member)
  local answer = { 'taken' }
  for i, one in ipairs(taken) do answer[i + 1] = string.sub(one, #prefix + 1) end
  return answer
end

for i = 4, #ARGV do redis.call('ZREM', KEYS[2], prefix .. ARGV[i]) end
if #waiting(1) > 0 then
  set_timer(KEYS[1], 'late-mail', person, 1, now + ARGV[3])
else
  drop_timer(KEYS[1], 'late-mail', person, 1)
end
return { 'done' }
