-- Remembers that two customers are not one, so that nobody is asked again.
--
-- KEYS  1 {main}:clock  2 {main}:feed  3 {main}:apart
-- ARGV  1 facts, JSON: customer, other, and the conversation of each: conversation, otherConversation
-- Returns {'said'} | {'unchanged'}
-- include: clock

local facts = cjson.decode(ARGV[1])
local added = redis.call('ZADD', KEYS[3], 0, facts.customer .. '|' .. facts.other, 0,
  facts.other .. '|' .. facts.customer)
if added == 0 then return { 'unchanged' } end
publish(KEYS[1], KEYS[2], 'kind', 'customer', 'conversation', facts.conversation)
publish(KEYS[1], KEYS[2], 'kind', 'customer', 'conversation', facts.otherConversation)
return { 'said' }
