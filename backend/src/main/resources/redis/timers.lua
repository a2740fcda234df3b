-- Timers. Included by the scripts that set them or are their effect.

-- Sets a timer. A record has at most one of a kind: the one before is removed with its version.
-- timers: {main}:timers, due: milliseconds since 1970
local function set_timer(timers, kind, id, version, due)
  redis.call('ZADD', timers, due, kind .. '|' .. id .. '|' .. version)
end

-- Takes a timer away, whether it was set or not. Returns whether it was.
local function drop_timer(timers, kind, id, version)
  return redis.call('ZREM', timers, kind .. '|' .. id .. '|' .. version) == 1
end
