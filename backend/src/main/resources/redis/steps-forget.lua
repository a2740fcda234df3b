-- Forgets a visitor's steps, and tells the customer's readers, if the visitor is one.
--
-- KEYS  1 {main}:steps:Zm9v  2 {main}:step-order:Zm9v  3 {main}:clock  4 {main}:feed
-- ARGV  1 conversation, or ''
-- Returns {'forgotten'} | {'nothing'}: there were none
-- include: clock

if redis.call('UNLINK', KEYS[1], KEYS[2]) == 0 then return { 'nothing' } end
if ARGV[1] ~= '' then publish(KEYS[3], KEYS[4], 'kind', 'known', 'conversation', ARGV[1]) end
return { 'forgotten' }
