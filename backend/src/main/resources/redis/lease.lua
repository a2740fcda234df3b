-- Takes a lease, or renews one's own when half of it is gone: it is asked for several times a second, and each write waits for the disk.
--
-- KEYS  1 {main}:lease:mailbox-email-support
-- ARGV  1 who asks  2 for how long, milliseconds
-- Returns {'held'} | {'anothers'}
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return { 'anothers' } end
if not holder or redis.call('PTTL', KEYS[1]) < tonumber(ARGV[2]) / 2 then
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
end
return { 'held' }
