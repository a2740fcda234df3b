-- Where the feed stands: which life of the store this is, and the last number.
--
-- KEYS  1 {main}:clock
-- ARGV  none
-- Returns {the server's run id, the last sequence}
local run = string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
return { string.sub(run, 1, 12), tonumber(redis.call('HGET', KEYS[1], 'seq') or 0) }
