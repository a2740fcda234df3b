-- Puts a person into some teams and no others; a team that is gone stays gone.
-- KEYS  1 teams          {main}:teams
--       2 team-members   {main}:team-members
--       3 team-versions  {main}:team-versions
-- ARGV  1 person  2 the teams they are thought to be in, each between bars: "|t1|t2|", "|" for none; "any" if it does not matter
--       3… teams
-- Returns "placed" | "stale": they are in others
local wanted = {}
for i = 3, #ARGV do wanted[ARGV[i]] = true end
local changed = {}
for _, team in ipairs(redis.call("HKEYS", KEYS[1])) do
  local there = redis.call("ZSCORE", KEYS[2], team .. "|" .. ARGV[1]) and true or false
  if ARGV[2] ~= "any" and there ~= (string.find(ARGV[2], "|" .. team .. "|", 1, true) ~= nil) then return "stale" end
  if there ~= (wanted[team] or false) then table.insert(changed, team) end
end
for _, team in ipairs(changed) do
  if wanted[team] then
    redis.call("ZADD", KEYS[2], 0, team .. "|" .. ARGV[1])
  else
    redis.call("ZREM", KEYS[2], team .. "|" .. ARGV[1])
  end
  redis.call("HINCRBY", KEYS[3], team, 1)
end
return "placed"
