-- The moment has come at which a person expected to be back.
-- KEYS  1 presence  {main}:presence
--       2 screens   {main}:screens
--       3 timers    {main}:timers
--       4 clock     {main}:clock
--       5 feed      {main}:feed
-- ARGV  1 person  2 the timer's version: the moment (ms)  3 now (ms)
-- Returns "told" | "stale"
-- include: clock
-- include: timers
local dropped = drop_timer(KEYS[3], "return", ARGV[1], ARGV[2])
local raw = redis.call("HGET", KEYS[1], ARGV[1])
if not dropped or not raw or cjson.decode(raw)["until"] ~= tonumber(ARGV[2]) then return "stale" end
if tonumber(redis.call("ZSCORE", KEYS[2], ARGV[1]) or 0) <= tonumber(ARGV[3]) then
  redis.call("HDEL", KEYS[1], ARGV[1])
end
publish(KEYS[4], KEYS[5], "kind", "person", "person", ARGV[1])
return "told"
