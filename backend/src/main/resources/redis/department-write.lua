-- Writes a department as it is to be, if nobody has changed it since it was read.
-- KEYS  1 departments  {main}:departments
-- ARGV  1 department  2 body as read, "" if it is new  3 new body (opaque)
-- Returns "written" | "stale" | "gone"
local before = redis.call("HGET", KEYS[1], ARGV[1])
if ARGV[2] ~= "" and not before then return "gone" end
if (before or "") ~= ARGV[2] then return "stale" end
redis.call("HSET", KEYS[1], ARGV[1], ARGV[3])
return "written"
