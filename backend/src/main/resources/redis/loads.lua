-- Counts what people have open on each channel.
--
-- KEYS  1 {main}:views
-- ARGV  1 how many channels  2… the channels, then the people
-- Returns the counts: the first person's on each channel, the second one's, …
-- include: topics

local channels, counts = tonumber(ARGV[1]), {}
for person = channels + 2, #ARGV do
  for channel = 2, channels + 1 do
    counts[#counts + 1] = load_of(KEYS[1], ARGV[person], ARGV[channel])
  end
end
return counts
