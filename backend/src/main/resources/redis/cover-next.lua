-- Sets when a person's work is looked at again, or ends that it is taken over.
-- KEYS  1 covers  {main}:covers
--       2 timers  {main}:timers
-- ARGV  1 person  2 the timer's version  3 when (ms), or "" for never  4 the version it goes on under
--       5 the field in which it is kept what was asked
-- Returns "set" | "ended"
-- include: timers
if ARGV[3] ~= "" then
  if ARGV[4] ~= ARGV[2] then drop_timer(KEYS[2], "cover", ARGV[1], ARGV[2]) end
  set_timer(KEYS[2], "cover", ARGV[1], ARGV[4], ARGV[3])
  return "set"
end
drop_timer(KEYS[2], "cover", ARGV[1], ARGV[2])
local asked = redis.call("HGET", KEYS[1], ARGV[5])
if asked and cjson.decode(asked).version == ARGV[2] then redis.call("HDEL", KEYS[1], ARGV[5]) end
return "ended"
