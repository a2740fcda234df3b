-- A node tells which people have a screen open there. Notices who came, who is gone on every node, and who does nothing.
-- KEYS  1 presence  {main}:presence
--       2 screens   {main}:screens
--       3 inputs    {main}:inputs
--       4 clock     {main}:clock
--       5 feed      {main}:feed
-- ARGV  1 now (ms)  2 until when these screens count (ms)  3 after how long without input somebody is away (ms), 0 never
--       4… person, last input (ms), person, last input…
-- Returns how many people stand otherwise than before
-- include: clock

local presence, screens, inputs = KEYS[1], KEYS[2], KEYS[3]
local now, idle = tonumber(ARGV[1]), tonumber(ARGV[3])
local changed = 0

local function said_of(person)
  local raw = redis.call("HGET", presence, person)
  return raw and cjson.decode(raw)
end

local function absent(said)
  return said and said.state == "away" and said["until"] and said["until"] > now
end

-- Writes what is said of somebody now, and tells it.
local function say(person, said)
  if said then
    redis.call("HSET", presence, person, cjson.encode(said))
  else
    redis.call("HDEL", presence, person)
  end
  publish(KEYS[4], KEYS[5], "kind", "person", "person", person)
  changed = changed + 1
end

local function arrived(person)
  local said = said_of(person)
  say(person, absent(said) and said or { state = "online", since = now })
end

-- Online without input is away by itself; input takes that back.
local function watch_input(person)
  local said = said_of(person)
  local last = tonumber(redis.call("ZSCORE", inputs, person))
  if not said then
    say(person, { state = "online", since = now })
  elseif said.state == "online" and idle > 0 and now - last >= idle and now - said.since >= idle then
    say(person, { state = "away", reason = "idle", since = now })
  elseif said.reason == "idle" and last > said.since then
    say(person, { state = "online", since = now })
  end
end

for i = 4, #ARGV, 2 do
  local person = ARGV[i]
  local before = tonumber(redis.call("ZSCORE", screens, person) or 0)
  redis.call("ZADD", screens, "GT", ARGV[2], person)
  redis.call("ZADD", inputs, "GT", ARGV[i + 1], person)
  if before <= now then arrived(person) else watch_input(person) end
end

for _, person in ipairs(redis.call("ZRANGEBYSCORE", screens, "-inf", now, "LIMIT", 0, 500)) do
  redis.call("ZREM", screens, person)
  redis.call("ZREM", inputs, person)
  local said = said_of(person)
  say(person, absent(said) and said or nil)
end
return changed
