-- Adds, changes or removes a calendar, if nobody has changed it since it was read. Queues that went by a removed one go by the
-- default one from then on, so that a new one of the same name is not theirs.
-- KEYS  1 calendars  {main}:calendars  2 {main}:queues
-- ARGV  1 id  2 body as read, "" if there was none  3 new body (opaque), "" to remove it  4 how many there may be
-- Returns "changed" | "stale" | "full"
if (redis.call("HGET", KEYS[1], ARGV[1]) or "") ~= ARGV[2] then
  return "stale"
end
if ARGV[3] == "" then
  redis.call("HDEL", KEYS[1], ARGV[1])
  local named = '"calendar":"' .. ARGV[1] .. '"'
  local queues = redis.call("HGETALL", KEYS[2])
  for at = 1, #queues, 2 do
    local body = queues[at + 1]
    -- Not decoded and encoded: lists without anything would come back as objects.
    local from, to = string.find(body, named, 1, true)
    if from then
      redis.call("HSET", KEYS[2], queues[at], string.sub(body, 1, from - 1) .. '"calendar":null' .. string.sub(body, to + 1))
    end
  end
elseif ARGV[2] == "" and redis.call("HLEN", KEYS[1]) >= tonumber(ARGV[4]) then
  return "full"
else
  redis.call("HSET", KEYS[1], ARGV[1], ARGV[3])
end
return "changed"
