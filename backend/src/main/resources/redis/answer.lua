-- What became of a write with an Idempotency-Key: begun, answered, or forgotten.
--
-- KEYS  1 {main}:answer:p1:9f86d0…  2 {main}:answer-salt
-- ARGV  1 'begin', 'keep' or 'forget'  2 the owner: a mark of the request that is carried out
--         3 for 'begin' a digest of what is asked, for 'keep' the answer, opaque  4 how long it stays so (ms)
--         5 for 'begin' the salt to begin with if there is none, for 'keep' the one the answer is sealed with
-- Returns {'begun', salt}: it is this request's | {'running'} | {'done', answer, salt} | {'other'}: something else was asked
--         {'kept'} | {'forgotten'} | {'lost'}: it is another request's now; nothing written

local known = redis.call('HMGET', KEYS[1], 'owner', 'print', 'answer')
if ARGV[1] == 'begin' then
  redis.call('SET', KEYS[2], ARGV[5], 'NX')
  local salt = redis.call('GET', KEYS[2])
  if not known[2] then
    redis.call('HSET', KEYS[1], 'owner', ARGV[2], 'print', ARGV[3])
    redis.call('PEXPIRE', KEYS[1], ARGV[4])
    return { 'begun', salt }
  end
  if known[2] ~= ARGV[3] then return { 'other' } end
  if known[3] then return { 'done', known[3], salt } end
  return { 'running' }
end
if known[1] ~= ARGV[2] then return { 'lost' } end
if ARGV[1] == 'forget' then
  redis.call('DEL', KEYS[1])
  return { 'forgotten' }
end
-- Somebody was erased while it was carried out: it may tell of them, so only that it was done is kept.
local current = redis.call('GET', KEYS[2]) == ARGV[5]
redis.call('HSET', KEYS[1], 'answer', current and ARGV[3] or '')
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return { 'kept' }
