-- The moment has come at which a person expected to be back. Whoever is not back is late, and absent as before.
-- KEYS  1 presence  {main}:presence
--       2 screens   {main}:screens
--       3 timers    {main}:timers
--       4 clock     {main}:clock
--       5 feed      {main}:feed
-- ARGV  1 person  2 the timer's version: the moment (ms)  3 now (ms)
--       4 how long an absence lasts before others take over (ms), 0 never
-- Returns "told" | "stale"
-- include: clock
-- include: timers
-- include: presences
local person, now = ARGV[1], tonumber(ARGV[3])
local dropped = drop_timer(KEYS[3], "return", person, ARGV[2])
local said = presence_of(KEYS[1], person)
if not dropped or not said or said["until"] ~= tonumber(ARGV[2]) then return "stale" end
local since = { absent = said.absent or said.since }
if tonumber(redis.call("ZSCORE", KEYS[2], person) or 0) <= now then said = { state = "offline", since = now } end
keep_absence(KEYS[1], KEYS[3], person, said, since, tonumber(ARGV[4]))
cover_absence(KEYS[3], person, said, tonumber(ARGV[4]))
publish(KEYS[4], KEYS[5], "kind", "person", "person", person)
return "told"
