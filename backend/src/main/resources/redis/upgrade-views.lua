-- Files topics in the views as they are filed now. What is filed so already stays as it is, so it may be done again.
--
-- KEYS  1 {main}:topics  2 {main}:views
-- ARGV  1… ids of topics
-- Returns how many there were
-- include: topics

local found = 0
for _, id in ipairs(ARGV) do
  local topic = load_topic(KEYS[1], id)
  if topic then
    save_topic(KEYS[1], KEYS[2], id, topic)
    found = found + 1
  end
end
return found
