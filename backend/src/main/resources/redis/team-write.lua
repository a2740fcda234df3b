-- Writes a team as it is to be: its name and all its members. One that exists only if nobody has changed it since it was read.
-- KEYS  1 teams          {main}:teams
--       2 team-members   {main}:team-members
--       3 team-versions  {main}:team-versions
-- ARGV  1 team  2 its version as read, "" if it is new  3 name  4… its members
-- Returns "written" | "stale" | "gone"
if ARGV[2] ~= "" then
  if redis.call("HEXISTS", KEYS[1], ARGV[1]) == 0 then return "gone" end
  if (redis.call("HGET", KEYS[3], ARGV[1]) or "0") ~= ARGV[2] then return "stale" end
end
redis.call("HSET", KEYS[1], ARGV[1], ARGV[3])
redis.call("HINCRBY", KEYS[3], ARGV[1], 1)
redis.call("ZREMRANGEBYLEX", KEYS[2], "[" .. ARGV[1] .. "|", "(" .. ARGV[1] .. "}")
for i = 4, #ARGV do
  redis.call("ZADD", KEYS[2], 0, ARGV[1] .. "|" .. ARGV[i])
end
return "written"
