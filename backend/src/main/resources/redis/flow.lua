-- How many waits began and how many an answer ended, in each queue, minute by minute. Included by the scripts that begin a
-- wait or end one.
--
-- A ring of two hours: a minute's field is taken over by the minute two hours later, so it never grows and nothing has to
-- tidy it. A field is `<queue>|<minute modulo 120>`; it holds the minute, how many began and how many were answered.

local FLOW_MINUTES = 120

-- way: 'began' or 'answered'; ms: when; by: 1, or -1 for an answer that is taken back
-- flow: {main}:flow
local function count_flow(flow, queue, way, ms, by)
  local minute = math.floor(ms / 60000)
  local field = queue .. '|' .. minute % FLOW_MINUTES
  local raw = redis.call('HGET', flow, field)
  local known = raw and cjson.decode(raw)
  if not known or known.minute < minute then
    if by < 0 then return end
    known = { minute = minute, began = 0, answered = 0 }
  end
  if known.minute > minute then return end
  known[way] = math.max(0, known[way] + by)
  redis.call('HSET', flow, field, cjson.encode(known))
end
