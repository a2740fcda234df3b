-- Changes a person, if nobody has changed them since they were read.
-- KEYS  1 people           {main}:people
--       2 people-by-email  {main}:people-by-email
--       3 administrators   {main}:administrators
--       4 clock            {main}:clock
--       5 feed             {main}:feed
--       6 timers           {main}:timers
--       7 presence         {main}:presence
--       8 screens          {main}:screens
--       9 inputs           {main}:inputs
-- ARGV  1 id  2 body as read  3 new body  4 email as read  5 new email  6 "1" if the person administers afterwards
--       7 now (ms) if others take over work of theirs because of it, else ""  8 why: "left", or "queues" of which they lost
--         some
-- Returns "changed" | "stale" | "email-taken" | "last-administrator"
-- include: clock
-- include: timers
if redis.call("HGET", KEYS[1], ARGV[1]) ~= ARGV[2] then
  return "stale"
end
if ARGV[6] ~= "1" and redis.call("SISMEMBER", KEYS[3], ARGV[1]) == 1 and redis.call("SCARD", KEYS[3]) == 1 then
  return "last-administrator"
end
if ARGV[4] ~= ARGV[5] then
  if redis.call("HSETNX", KEYS[2], ARGV[5], ARGV[1]) == 0 then
    return "email-taken"
  end
  redis.call("HDEL", KEYS[2], ARGV[4])
end
redis.call("HSET", KEYS[1], ARGV[1], ARGV[3])
redis.call(ARGV[6] == "1" and "SADD" or "SREM", KEYS[3], ARGV[1])
-- Whoever leaves is not here any more, so that no node gives them work that it was about to give.
if ARGV[8] == "left" then
  redis.call("HDEL", KEYS[7], ARGV[1])
  redis.call("ZREM", KEYS[8], ARGV[1])
  redis.call("ZREM", KEYS[9], ARGV[1])
end
if ARGV[7] ~= "" then set_timer(KEYS[6], "cover", ARGV[1], ARGV[8], ARGV[7]) end
publish(KEYS[4], KEYS[5], "kind", "person", "person", ARGV[1])
return "changed"
