-- What the server of this workspace says of its memory.
--
-- KEYS  1 {main}:clock: any key of the workspace, so that a Cluster asks the right server
-- ARGV  none
-- Returns {INFO memory}
return { redis.call('INFO', 'memory') }
