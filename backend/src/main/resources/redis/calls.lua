-- Who is on the phone. Included by the scripts that let phones ring.

-- calls: {main}:calls. Whether somebody's phone rings, or they speak, in another call than this one.
local function is_busy(calls, person, entry)
  local all = redis.call('HGETALL', calls)
  for i = 1, #all, 2 do
    if all[i] ~= entry and cjson.decode(all[i + 1]).person == person then return true end
  end
  return false
end
