-- Timers. Included by the scripts that set them or are their effect.

-- Sets a timer. A record has at most one of a kind: the one before is removed with its version.
-- timers: {main}:timers, due: milliseconds since 1970
local function set_timer(timers, kind, id, version, due)
  redis.call('ZADD', timers, due, kind .. '|' .. id .. '|' .. version)
end

-- Sets a timer unless it is set: of many who ask for one, the first says when.
local function begin_timer(timers, kind, id, version, due)
  redis.call('ZADD', timers, 'NX', due, kind .. '|' .. id .. '|' .. version)
end

-- Takes a timer away, whether it was set or not. Returns whether it was.
local function drop_timer(timers, kind, id, version)
  return redis.call('ZREM', timers, kind .. '|' .. id .. '|' .. version) == 1
end
