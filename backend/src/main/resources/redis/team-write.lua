-- Writes a team as it is to be: its name and all its members.
-- KEYS  1 teams         {main}:teams
--       2 team-members  {main}:team-members
-- ARGV  1 team  2 name  3… its members
-- Returns "written"
redis.call("HSET", KEYS[1], ARGV[1], ARGV[2])
redis.call("ZREMRANGEBYLEX", KEYS[2], "[" .. ARGV[1] .. "|", "(" .. ARGV[1] .. "}")
for i = 3, #ARGV do
  redis.call("ZADD", KEYS[2], 0, ARGV[1] .. "|" .. ARGV[i])
end
return "written"
