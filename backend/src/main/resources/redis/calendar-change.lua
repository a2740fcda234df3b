-- Adds, changes or removes a calendar, if nobody has changed it since it was read.
-- KEYS  1 calendars  {main}:calendars
-- ARGV  1 id  2 body as read, "" if there was none  3 new body (opaque), "" to remove it  4 how many there may be
-- Returns "changed" | "stale" | "full"
if (redis.call("HGET", KEYS[1], ARGV[1]) or "") ~= ARGV[2] then
  return "stale"
end
if ARGV[3] == "" then
  redis.call("HDEL", KEYS[1], ARGV[1])
elseif ARGV[2] == "" and redis.call("HLEN", KEYS[1]) >= tonumber(ARGV[4]) then
  return "full"
else
  redis.call("HSET", KEYS[1], ARGV[1], ARGV[3])
end
return "changed"
