-- Changes a topic, and tells it on the timeline: who has it, its status, its title.
--
-- KEYS  1 {main}:clock  2 {main}:conversation-topics:v1  3 {main}:topics  4 {main}:views  5 {main}:thread:h1
--       6 {main}:lanes:h1  7 {main}:entries:h1  8 {main}:states:h1  9 {main}:feed
-- ARGV  1 facts, JSON: conversation, home, topic, and what to change: assignee (null for nobody) and assigneeName,
--         status ('open', 'resolved'), title
--       2 the body of the entry that tells it, opaque
-- Returns {'changed', entry} | {'unchanged'} | {'no-topic'}
-- include: clock
-- include: topics
-- include: entries

local keys = {
  clock = KEYS[1], conversation_topics = KEYS[2], topics = KEYS[3], views = KEYS[4], thread = KEYS[5],
  lanes = KEYS[6], entries = KEYS[7], states = KEYS[8], feed = KEYS[9],
}
local facts = cjson.decode(ARGV[1])
local topic = load_topic(keys.topics, facts.topic)
if not topic or topic.conversation ~= facts.conversation then return { 'no-topic' } end

local id, ms
local function changed()
  if not id then id, ms = mint(keys.clock) end
end

if facts.assignee ~= nil then
  local assignee = facts.assignee ~= cjson.null and facts.assignee or nil
  if assignee ~= topic.assignee then
    changed()
    topic.assignee, topic.assigneeName = assignee, assignee and facts.assigneeName or nil
  end
end
if facts.status and facts.status ~= topic.status then
  changed()
  topic.status = facts.status
  if facts.status == 'resolved' then
    topic.resolved, topic.waiting = ms, nil
  else
    topic.resolved, topic.reopened = nil, ms
  end
end
if facts.title and facts.title ~= topic.title then
  changed()
  topic.title = facts.title
end
if not id then return { 'unchanged' } end

topic.at = ms
keep_entry(keys, id, facts.topic, ARGV[2], { kind = 'system' })
redis.call('ZADD', keys.conversation_topics, ms, facts.topic)
local entered = save_topic(keys.topics, keys.views, facts.topic, topic)
publish(keys.clock, keys.feed, 'kind', 'entry', 'conversation', facts.conversation, 'home', facts.home,
  'topic', facts.topic, 'entry', id, 'entered', entered)
return { 'changed', id }
