-- Time and ids. Included by the scripts that write.

-- Milliseconds since 1970, by the server's clock.
local function now_ms()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

-- Mints an id that never repeats and never goes back, whatever the clock does: 12 hex digits of milliseconds and 4 of
-- a counter. Returns the id and its milliseconds.
-- clock: {main}:clock
local function mint(clock)
  local now = now_ms()
  local last = redis.call('HMGET', clock, 'ms', 'n')
  local ms, n = tonumber(last[1] or 0), tonumber(last[2] or 0)
  if now > ms then
    ms, n = now, 0
  else
    n = n + 1
    if n > 65535 then ms, n = ms + 1, 0 end
  end
  redis.call('HSET', clock, 'ms', ms, 'n', n)
  return string.format('%012x%04x', ms, n), ms
end

-- Tells the change feed: ids and kinds only, and when, by which it is trimmed. Pairs of field and value follow.
-- clock: {main}:clock, feed: {main}:feed
local function publish(clock, feed, ...)
  local sequence = redis.call('HINCRBY', clock, 'seq', 1)
  redis.call('XADD', feed, string.format('%d-0', sequence), 'ms', now_ms(), ...)
end
