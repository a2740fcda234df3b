-- Takes back an answer that has not been sent, with everything that was made with it.
--
-- KEYS  1 {main}:clock  2 {main}:states:h1  3 {main}:topics  4 {main}:views  5 {main}:feed
--       6 {main}:outbound:sms-main  7 {main}:outbound-lane:sms-main:h1
-- ARGV  1 facts, JSON: home, entry
-- Returns {'withdrawn'} | {'too-late'}
-- include: clock
-- include: topics
-- include: delivery

local keys = {
  clock = KEYS[1], states = KEYS[2], topics = KEYS[3], views = KEYS[4], feed = KEYS[5], outbound = KEYS[6],
  lane = KEYS[7],
}
local facts = cjson.decode(ARGV[1])
local raw = redis.call('HGET', keys.states, facts.entry)
local state = raw and cjson.decode(raw)
if not state or state.delivery ~= 'queued' or state.attempts then return { 'too-late' } end

-- What the answer did to its topic is undone, as far as nothing else has happened there since.
local topic = load_topic(keys.topics, state.topic)
if topic then
  if not topic.waiting and state.waited and topic.status == 'open' then topic.waiting = state.waited end
  local was = state.was or {}
  if topic.last == facts.entry then
    topic.preview, topic.previewBy, topic.last = was.preview, was.previewBy, was.last
    if was.took then topic.assignee, topic.assigneeName = nil, nil end
  end
  save_topic(keys.topics, keys.views, state.topic, topic)
end
local now = now_ms()
leave_lane(keys, facts, now)
set_delivery(keys, facts, state, 'withdrawn', now)
return { 'withdrawn' }
