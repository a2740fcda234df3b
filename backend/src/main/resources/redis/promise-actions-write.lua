-- Writes the sentences of what we will do, if nobody has changed them since they were read.
--
-- KEYS  1 the sentences: {main}:promise-actions
-- ARGV  1 the version that was read: the SHA-1 of both languages' sentences, as they are kept; '' whatever it is
--       2 those in English (opaque)  3 those in Dutch (opaque)
-- Returns {'written'} | {'changed'}
local kept = (redis.call('HGET', KEYS[1], 'en') or '') .. '\n' .. (redis.call('HGET', KEYS[1], 'nl') or '')
if ARGV[1] ~= '' and ARGV[1] ~= redis.sha1hex(kept) then return { 'changed' } end
redis.call('HSET', KEYS[1], 'en', ARGV[2], 'nl', ARGV[3])
return { 'written' }
