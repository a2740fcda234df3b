-- Changes a topic, and tells it on the timeline: who has it, its queue, its status, its title.
--
-- KEYS  1 {main}:clock  2 {main}:conversation-topics:v1  3 {main}:topics  4 {main}:views  5 {main}:thread:h1
--       6 {main}:lanes:h1  7 {main}:entries:h1  8 {main}:states:h1  9 {main}:feed  10 {main}:timers
--       11 {main}:promises  12 {main}:promise-views  13 {main}:topic-promises:t1
-- ARGV  1 facts, JSON: conversation, home, topic, and what to change: assignee (null for nobody) and assigneeName,
--         if the topic is inQueue still,
--         queue and mayKeep (whose the topic may stay there), status ('open', 'snoozed' with `until`, 'resolved'), title;
--         `woken`: the version of the timer that asks for it
--       2 the body of the entry that tells it, opaque
-- Returns {'changed', entry} | {'unchanged'} | {'no-topic'}
--         {'elsewhere'}: the topic has another conversation or home now; nothing written, look again
-- include: clock
-- include: timers
-- include: topics
-- include: entries
-- include: promises
-- include: targets

local keys = {
  clock = KEYS[1], conversation_topics = KEYS[2], topics = KEYS[3], views = KEYS[4], thread = KEYS[5],
  lanes = KEYS[6], entries = KEYS[7], states = KEYS[8], feed = KEYS[9],
  timers = KEYS[10], promises = KEYS[11], promise_views = KEYS[12], topic_promises = KEYS[13],
}
local facts = cjson.decode(ARGV[1])
local topic = load_topic(keys.topics, facts.topic)
if not topic then return { 'no-topic' } end
if topic.conversation ~= facts.conversation or topic.home ~= facts.home then return { 'elsewhere' } end
-- Whoever takes over from somebody takes only what is still theirs.
if facts.from and topic.assignee ~= facts.from then return { 'unchanged' } end

local id, ms
local function changed()
  if not id then id, ms = mint(keys.clock) end
end

-- A topic that is snoozed comes back by a timer, whose version is the moment it was snoozed to.
local function snooze(to)
  if topic.snoozed then drop_timer(keys.timers, 'snooze', facts.topic, topic.snoozed) end
  topic.snoozed = to
  if to then set_timer(keys.timers, 'snooze', facts.topic, to, to) end
end

if facts.woken and (not drop_timer(keys.timers, 'snooze', facts.topic, facts.woken) or topic.snoozed ~= facts.woken) then
  return { 'unchanged' }
end

if facts.inQueue and topic.queue and facts.inQueue ~= topic.queue then return { 'unchanged' } end
if facts.assignee ~= nil then
  local assignee = facts.assignee ~= cjson.null and facts.assignee or nil
  if assignee ~= topic.assignee then
    changed()
    -- Whoever puts a topic back is not given it again by itself.
    topic.released = not assignee and topic.assignee or nil
    if assignee then
      hand_promises_over(keys, facts.conversation, facts.topic, topic.assignee or topic.had, assignee, facts.assigneeName)
      topic.assignee, topic.assigneeName, topic.had = assignee, facts.assigneeName, nil
    else
      leave_topic(topic)
    end
  end
end
if facts.queue and facts.queue ~= topic.queue then
  changed()
  topic.queue = facts.queue
  move_promises(keys, facts.conversation, facts.topic, facts.queue)
  if topic.assignee ~= facts.mayKeep then leave_topic(topic) end
end
if facts.status and (facts.status ~= topic.status or facts['until'] ~= topic.snoozed) then
  changed()
  topic.status = facts.status
  snooze(facts['until'])
  if facts.status == 'resolved' then
    topic.resolved, topic.closed, topic.waiting = ms, ms, nil
    if topic.call == 'back' or topic.call == 'asked' then topic.call = nil end
  else
    topic.resolved = nil
    resume_wait(topic)
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
mind_target(keys.timers, facts.topic, topic)
local entered = save_topic(keys.topics, keys.views, facts.topic, topic)
publish(keys.clock, keys.feed, 'kind', 'entry', 'conversation', facts.conversation, 'home', facts.home,
  'topic', facts.topic, 'entry', id, 'entered', entered)
return { 'changed', id }
