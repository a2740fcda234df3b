-- Puts a person into some teams and no others; a team that is gone stays gone.
-- KEYS  1 teams         {main}:teams
--       2 team-members  {main}:team-members
-- ARGV  1 person  2… teams
-- Returns "placed"
for _, team in ipairs(redis.call("HKEYS", KEYS[1])) do
  redis.call("ZREM", KEYS[2], team .. "|" .. ARGV[1])
end
for i = 2, #ARGV do
  if redis.call("HEXISTS", KEYS[1], ARGV[i]) == 1 then
    redis.call("ZADD", KEYS[2], 0, ARGV[i] .. "|" .. ARGV[1])
  end
end
return "placed"
