-- Says how a person stands from now on.
-- KEYS  1 presence  {main}:presence
--       2 screens   {main}:screens
--       3 timers    {main}:timers
--       4 clock     {main}:clock
--       5 feed      {main}:feed
-- ARGV  1 person  2 what is said, JSON: state ('online', 'busy', 'away'), until (ms), since (ms), and more that is opaque
--       3 now (ms)  4 when others take over their work if the absence lasts (ms), or ""
-- Returns "said"
-- include: clock
-- include: timers
local person, said = ARGV[1], cjson.decode(ARGV[2])
local before = redis.call("HGET", KEYS[1], person)
local back = before and cjson.decode(before)["until"]
if back then drop_timer(KEYS[3], "return", person, back) end

local connected = tonumber(redis.call("ZSCORE", KEYS[2], person) or 0) > tonumber(ARGV[3])
if connected or said.state == "away" and said["until"] then
  redis.call("HSET", KEYS[1], person, ARGV[2])
  if said["until"] then set_timer(KEYS[3], "return", person, said["until"], said["until"]) end
else
  -- Without a screen, only an absence with an end means anything.
  redis.call("HDEL", KEYS[1], person)
end
if ARGV[4] ~= "" then set_timer(KEYS[3], "cover", person, "away-" .. string.format("%d", said.since), ARGV[4]) end
publish(KEYS[4], KEYS[5], "kind", "person", "person", person)
return "said"
