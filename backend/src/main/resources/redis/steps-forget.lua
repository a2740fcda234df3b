-- Forgets a visitor's steps, remembers that they want none kept, and tells the customer's readers, if the visitor is one.
--
-- KEYS  1 {main}:steps:Zm9v  2 {main}:step-order:Zm9v  3 {main}:clock  4 {main}:feed  5 {main}:no-steps:Zm9v
-- ARGV  1 conversation, or ''  2 for how long that is remembered (s)  3 which consent they took back, or ''
-- Returns {'forgotten'} | {'nothing'}: there were none
-- include: clock

redis.call('SET', KEYS[5], ARGV[3], 'EX', ARGV[2])
if redis.call('UNLINK', KEYS[1], KEYS[2]) == 0 then return { 'nothing' } end
if ARGV[1] ~= '' then publish(KEYS[3], KEYS[4], 'kind', 'known', 'conversation', ARGV[1]) end
return { 'forgotten' }
