-- Counts what people have open on each channel. Skips from channel to channel, because most people have work on one or two.
--
-- KEYS  1 {main}:views
-- ARGV  1… the people
-- Returns of each person a list: a channel, how much they have open on it, the next channel, …
-- include: topics

-- No channel's name begins with another's.
local function loads_of(views, person)
  local all, counts = 'load:' .. person .. ':', {}
  local from = '[' .. all
  while true do
    local first = redis.call('ZRANGEBYLEX', views, from, '(' .. all .. '~', 'LIMIT', 0, 1)[1]
    if not first then return counts end
    local channel = string.match(first, '^[^@|]+', #all + 1)
    if channel ~= 'none' then
      counts[#counts + 1] = channel
      counts[#counts + 1] = load_of(views, person, channel)
    end
    from = '[' .. load_range(person, channel) .. '}'
  end
end

local counts = {}
for _, person in ipairs(ARGV) do counts[#counts + 1] = loads_of(KEYS[1], person) end
return counts
