-- Counts the questions of an answer that has left, once, however often it is looked at.
--
-- KEYS  1 {main}:fact-counted:2026-06-11  2 {main}:fact-figures:2026-06-11
-- ARGV  1 entry  2 how long the entries are remembered (s)  3 how long the figures are kept (s)
--       4… pairs: figure, by how much
-- Returns {'counted'} | {'repeat'}
if redis.call('SADD', KEYS[1], ARGV[1]) == 0 then return { 'repeat' } end
redis.call('EXPIRE', KEYS[1], ARGV[2])
for i = 4, #ARGV, 2 do redis.call('HINCRBY', KEYS[2], ARGV[i], ARGV[i + 1]) end
redis.call('EXPIRE', KEYS[2], ARGV[3])
return { 'counted' }
