-- Says how a person stands from now on.
-- KEYS  1 presence  {main}:presence
--       2 screens   {main}:screens
--       3 timers    {main}:timers
--       4 clock     {main}:clock
--       5 feed      {main}:feed
-- ARGV  1 person  2 what is said, JSON: state ('online', 'busy', 'away'), until (ms), since (ms), and more that is opaque
--       3 now (ms)  4 how long an absence lasts before others take over (ms), 0 never
-- Returns "said"
-- include: clock
-- include: timers
-- include: presences
local person, said, now, after = ARGV[1], cjson.decode(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local before = presence_of(KEYS[1], person)
if before and before["until"] then
  drop_timer(KEYS[3], "return", person, string.format("%d", before["until"]))
end

if said.state == "away" then
  keep_absence(KEYS[1], KEYS[3], person, said, before, after)
  if said["until"] then
    local back = string.format("%d", said["until"])
    set_timer(KEYS[3], "return", person, back, back)
  end
elseif tonumber(redis.call("ZSCORE", KEYS[2], person) or 0) > now then
  redis.call("HSET", KEYS[1], person, ARGV[2])
else
  -- Without a screen, only an absence means anything: they are expected, from now on.
  keep_absence(KEYS[1], KEYS[3], person, { state = "offline", since = now }, nil, after)
end
publish(KEYS[4], KEYS[5], "kind", "person", "person", person)
return "said"
