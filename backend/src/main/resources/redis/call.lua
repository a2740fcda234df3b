-- One step of a call: it begins, rings at somebody's phone, is answered, ends; or something is added to its entry.
-- A call never goes back: `ringing`, `talking`, `over`. Only a call that seemed missed may turn out to have been answered, or
-- to have left a message, as a provider's news may overtake each other. A call that we place (`out`, of `call-place.lua`)
-- rings at our phone first and is `picked` when the customer's is to ring; nobody is to be called back by its end.
--
-- KEYS  1 {main}:clock  2 {main}:states:h1  3 {main}:topics  4 {main}:views  5 {main}:feed  6 {main}:calls
--       7 {main}:timers  8 {main}:conversation:v1  9 {main}:flow
--       10 {main}:promises  11 {main}:promise-views  12 {main}:topic-promises:t1
-- ARGV  1 facts, JSON: home, entry, conversation (where its topic was last seen), topic (whose promises 12 holds), does, and
--         'begin': known (the number is a customer's), until (when it is given up, ms)
--         'recognise': about (the topic their code is of, if the call stays with another customer)
--         'ask' (of a message: its customer wants to be called)
--         'ring': people (ids with names, whom to ask first), most (how many phones may ring, one after the other)
--         'pick': until
--         'pass': person (none: whose phone rings)
--         'answer': person and name (none: whose phone rings), until
--         'end': left ('message' if one was left), seconds
--         'lapse': timer (the version of the timer that asks for it)
--         'record': recording {id, file}
--         'note': text (none takes it away), person, name, at
-- Returns {'done', person} | {'unchanged', person} | {'nobody'} | {'no-call'}
--         {'elsewhere'}: its topic is in another conversation now; nothing written, look again
-- include: clock
-- include: timers
-- include: topics
-- include: targets
-- include: flow
-- include: calls
-- include: promises

local keys = {
  clock = KEYS[1], states = KEYS[2], topics = KEYS[3], views = KEYS[4], feed = KEYS[5], calls = KEYS[6],
  timers = KEYS[7], conversation = KEYS[8], flow = KEYS[9], promises = KEYS[10], promise_views = KEYS[11],
  topic_promises = KEYS[12],
}
local facts = cjson.decode(ARGV[1])
local raw = redis.call('HGET', keys.states, facts.entry)
if not raw then return { 'no-call' } end
local state = cjson.decode(raw)
local topic = load_topic(keys.topics, state.topic)
if not topic then return { 'no-call' } end
if topic.conversation ~= facts.conversation then return { 'elsewhere' } end
if facts.does == 'ask' then
  -- Once, so that a repeat does not ask again for what was done meanwhile.
  if state.asked then return { 'unchanged', '' } end
  state.asked, topic.call = true, 'asked'
  redis.call('HSET', keys.states, facts.entry, cjson.encode(state))
  publish(keys.clock, keys.feed, 'kind', 'entry', 'conversation', topic.conversation, 'home', facts.home,
    'topic', state.topic, 'entry', facts.entry, 'entered', save_topic(keys.topics, keys.views, state.topic, topic))
  return { 'done', '' }
end
local call = state.call
if not call and facts.does ~= 'begin' then return { 'no-call' } end
local now = now_ms()
local told = false

local function unchanged()
  return { 'unchanged', call.person or '' }
end

-- Writes the call where it is looked for: beside its entry, among those that are on, and in its topic's row.
local function keep()
  state.call = call
  redis.call('HSET', keys.states, facts.entry, cjson.encode(state))
  if told then
    if call.state == 'over' then
      redis.call('HDEL', keys.calls, facts.entry)
    else
      redis.call('HSET', keys.calls, facts.entry, cjson.encode({ home = facts.home, person = call.person }))
    end
    publish(keys.clock, keys.feed, 'kind', 'call', 'conversation', topic.conversation, 'topic', state.topic,
      'entry', facts.entry)
  end
  local entered = save_topic(keys.topics, keys.views, state.topic, topic)
  publish(keys.clock, keys.feed, 'kind', 'entry', 'conversation', topic.conversation, 'home', facts.home,
    'topic', state.topic, 'entry', facts.entry, 'entered', entered)
  return { 'done', call.person or '' }
end

-- A call that nobody hears of any more is given up by a timer.
local function watch(till)
  if call.timer then drop_timer(keys.timers, 'call', facts.entry, call.timer) end
  call.timer = till and (call.timers or 0) + 1 or nil
  if till then
    call.timers = call.timer
    set_timer(keys.timers, 'call', facts.entry, call.timer, till)
  end
end

local function was_asked(person)
  for _, one in ipairs(call.tried or {}) do
    if one == person then return true end
  end
  return false
end

-- Whoever speaks has the matter if nobody had it, and with it what whoever had it promised there.
local function take()
  if topic.assignee then return end
  if state.topic == facts.topic then
    hand_promises_over(keys, topic.conversation, state.topic, topic.had, call.person, call.personName)
  end
  topic.assignee, topic.assigneeName, topic.had = call.person, call.personName, nil
end

-- Who was answered waits no longer, and whoever answered has the matter if nobody had it.
local function serve()
  state.quiet = true
  -- What we said by phone is an answer, and counts as one wherever its topic is looked through.
  if call.out then state.kind = 'out' end
  if topic.waiting then count_flow(keys.flow, topic.queue or 'main', 'answered', now, 1) end
  count_answer(keys.timers, state.topic, topic, facts.entry)
  topic.call = call.state == 'talking' and 'talking' or nil
  if call.person then
    take()
    redis.call('HSET', keys.conversation, 'helper', call.person, 'helperAt', now)
  end
end

local function call_back()
  topic.call = 'back'
  if topic.status == 'snoozed' and topic.snoozed then
    drop_timer(keys.timers, 'snooze', state.topic, topic.snoozed)
    topic.status, topic.snoozed = 'open', nil
  end
  if not topic.waiting and topic.status ~= 'resolved' then
    topic.waiting = now
    count_flow(keys.flow, topic.queue or 'main', 'began', now, 1)
  end
  mind_target(keys.timers, state.topic, topic)
end

local steps = {}

function steps.begin()
  if call then return unchanged() end
  call = { state = 'ringing', known = facts.known and 'number' or nil }
  topic.call, told = 'ringing', true
  watch(facts['until'])
  return keep()
end

function steps.recognise()
  if call.known == 'code' then return unchanged() end
  call.known, call.about, told = 'code', facts.about, call.state ~= 'over'
  return keep()
end

function steps.ring()
  if call.state ~= 'ringing' or call.person then return unchanged() end
  for _, one in ipairs(facts.people) do
    if #(call.tried or {}) < facts.most and not was_asked(one.id) and not is_busy(keys.calls, one.id, facts.entry) then
      call.person, call.personName, told = one.id, one.name, true
      return keep()
    end
  end
  return { 'nobody' }
end

-- Our own phone was picked up, by a person who wants the customer rung.
function steps.pick()
  if not call.out or call.state ~= 'ringing' or call.picked then return unchanged() end
  call.picked, told = true, true
  watch(facts['until'])
  return keep()
end

function steps.pass()
  local who = facts.person or call.person
  if call.state ~= 'ringing' or not who or who ~= call.person then return unchanged() end
  call.tried = call.tried or {}
  table.insert(call.tried, who)
  call.person, call.personName, told = nil, nil, true
  return keep()
end

function steps.answer()
  local seemed_missed = call.outcome == 'missed' or call.outcome == 'unreached'
  if call.state == 'talking' or (call.state == 'over' and not seemed_missed) then return unchanged() end
  if facts.person then call.person, call.personName = facts.person, facts.name end
  call.answered, told = now, true
  if call.state == 'over' then
    call.outcome = 'answered'
  else
    call.state = 'talking'
    watch(facts['until'])
  end
  serve()
  return keep()
end

function steps.finish()
  local left = facts.left and call.outcome ~= 'answered' and call.state ~= 'talking'
  if call.state == 'over' and not (left and call.outcome ~= 'voicemail') and not (facts.seconds and not call.measured) then
    return unchanged()
  end
  if facts.seconds then
    call.seconds, call.measured = facts.seconds, true
  elseif call.state == 'talking' then
    call.seconds = math.floor((now - call.answered) / 1000)
  end
  told = call.state ~= 'over'
  if call.state == 'talking' then
    call.outcome = 'answered'
  elseif left then
    call.outcome = 'voicemail'
  elseif call.state ~= 'over' then
    call.outcome = not call.out and 'missed' or call.picked and 'unreached' or 'cancelled'
  end
  if told then
    call.state, call.tried = 'over', nil
    watch(nil)
    if call.outcome == 'answered' then
      topic.call = nil
    elseif not call.out then
      call.person, call.personName = nil, nil
      call_back()
    end
  end
  return keep()
end

function steps.lapse()
  if not drop_timer(keys.timers, 'call', facts.entry, facts.timer) or call.timer ~= facts.timer then
    return unchanged()
  end
  call.timer = nil
  return steps.finish()
end

function steps.record()
  call.files = call.files or {}
  for _, one in ipairs(call.files) do
    if one.id == facts.recording.id then return unchanged() end
  end
  table.insert(call.files, facts.recording)
  return keep()
end

function steps.note()
  call.note, call.noteBy, call.noteByName, call.noteAt = facts.text, nil, nil, nil
  if facts.text then call.noteBy, call.noteByName, call.noteAt = facts.person, facts.name, facts.at end
  return keep()
end

return steps[facts.does == 'end' and 'finish' or facts.does]()
