-- Asks that a person's work be taken over, from now on; what the same one asked before and is not done yet is replaced.
-- KEYS  1 covers  {main}:covers
--       2 timers  {main}:timers
-- ARGV  1 person  2 what is asked, JSON with `version`  3 that version  4 now (ms)  5 the field it is kept in: person and asker
-- Returns "asked"
-- include: timers
local before = redis.call("HGET", KEYS[1], ARGV[5])
if before then drop_timer(KEYS[2], "cover", ARGV[1], cjson.decode(before).version) end
redis.call("HSET", KEYS[1], ARGV[5], ARGV[2])
set_timer(KEYS[2], "cover", ARGV[1], ARGV[3], ARGV[4])
return "asked"
