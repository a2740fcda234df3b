-- How people stand, and since when they are not here. Included by the scripts that change it.
--
-- Kept of each: state ('online', 'busy', 'away', 'offline'), since, reason, until, and of whoever is not here `absent`: since
-- when, whatever it was called meanwhile. Whoever is away, then gone, then late is absent all the time, and their cover's timer
-- is known by that moment.

local function presence_of(presence, person)
  local raw = redis.call("HGET", presence, person)
  return raw and cjson.decode(raw)
end

-- Whether they, or a supervisor, said that they are away: only the same word takes that back.
local function said_away(said)
  return said and said.state == "away" and said.reason ~= "idle"
end

-- Has others take over from somebody who is not here.
-- after: how long an absence lasts before they do (ms), 0 never; timers: {main}:timers
local function cover_absence(timers, person, said, after)
  if after > 0 then
    set_timer(timers, "cover", person, "away-" .. string.format("%d", said.absent), said.absent + after)
  end
end

-- Writes how somebody who is not here stands, and has others take over unless it is said to be short.
-- before: how they stood until now; presence: {main}:presence, timers: {main}:timers
local function keep_absence(presence, timers, person, said, before, after)
  said.absent = before and before.absent or said.since
  redis.call("HSET", presence, person, cjson.encode(said))
  local short = said["until"] and said["until"] <= said.absent + after
  if not short then cover_absence(timers, person, said, after) end
end
