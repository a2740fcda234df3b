-- Takes a lease, or renews one's own.
--
-- KEYS  1 {main}:lease:mailbox-email-support
-- ARGV  1 who asks  2 for how long, milliseconds
-- Returns {'held'} | {'anothers'}
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return { 'anothers' } end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return { 'held' }
