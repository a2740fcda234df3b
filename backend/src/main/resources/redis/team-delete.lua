-- Deletes a team; its people stay.
-- KEYS  1 teams          {main}:teams
--       2 team-members   {main}:team-members
--       3 team-versions  {main}:team-versions
-- ARGV  1 team
-- Returns "deleted" | "gone"
redis.call("ZREMRANGEBYLEX", KEYS[2], "[" .. ARGV[1] .. "|", "(" .. ARGV[1] .. "}")
redis.call("HDEL", KEYS[3], ARGV[1])
return redis.call("HDEL", KEYS[1], ARGV[1]) == 1 and "deleted" or "gone"
