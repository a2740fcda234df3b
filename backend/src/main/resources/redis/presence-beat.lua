-- A node tells which people have a screen open there. Notices who came, who is gone on every node, and who does nothing.
-- KEYS  1 presence  {main}:presence
--       2 screens   {main}:screens
--       3 inputs    {main}:inputs
--       4 clock     {main}:clock
--       5 feed      {main}:feed
--       6 timers    {main}:timers
-- ARGV  1 now (ms)  2 until when these screens count (ms)  3 after how long without input somebody is away (ms), 0 never
--       4 how long an absence lasts before others take over (ms), 0 never
--       5… person, last input (ms), person, last input…
-- Returns how many people stand otherwise than before
-- include: clock
-- include: timers
-- include: presences

local presence, screens, inputs, timers = KEYS[1], KEYS[2], KEYS[3], KEYS[6]
local now, idle, after = tonumber(ARGV[1]), tonumber(ARGV[3]), tonumber(ARGV[4])
local changed = 0

local function tell(person)
  publish(KEYS[4], KEYS[5], "kind", "person", "person", person)
  changed = changed + 1
end

local function is_here(person)
  redis.call("HSET", presence, person, cjson.encode({ state = "online", since = now }))
  tell(person)
end

local function is_absent(person, said, before)
  keep_absence(presence, timers, person, said, before, after)
  tell(person)
end

local function idles(person)
  return idle > 0 and now - tonumber(redis.call("ZSCORE", inputs, person)) >= idle
end

-- A screen alone makes nobody be here: it may have come back by itself, with nobody before it. Whoever said that they are away
-- says that they are back, too; unless the moment they named has come.
local function arrived(person)
  local said = presence_of(presence, person)
  if said_away(said) and (not said["until"] or said["until"] > now) then return tell(person) end
  if not idles(person) then return is_here(person) end
  is_absent(person, { state = "away", reason = "idle", since = now }, said)
end

-- Online without input is away by itself; input takes that back.
local function watch_input(person)
  local said = presence_of(presence, person)
  local last = tonumber(redis.call("ZSCORE", inputs, person))
  if not said or said.state == "offline" then
    arrived(person)
  elseif said.state == "online" and idles(person) and now - said.since >= idle then
    is_absent(person, { state = "away", reason = "idle", since = now }, said)
  elseif said.reason == "idle" and last > said.since then
    is_here(person)
  end
end

for i = 5, #ARGV, 2 do
  local person = ARGV[i]
  local before = tonumber(redis.call("ZSCORE", screens, person) or 0)
  redis.call("ZADD", screens, "GT", ARGV[2], person)
  redis.call("ZADD", inputs, "GT", ARGV[i + 1], person)
  if before <= now then arrived(person) else watch_input(person) end
end

for _, person in ipairs(redis.call("ZRANGEBYSCORE", screens, "-inf", now, "LIMIT", 0, 500)) do
  redis.call("ZREM", screens, person)
  redis.call("ZREM", inputs, person)
  local said = presence_of(presence, person)
  if said_away(said) and (not said["until"] or said["until"] > now) then
    tell(person)
  else
    is_absent(person, { state = "offline", since = now }, said)
  end
end
return changed
