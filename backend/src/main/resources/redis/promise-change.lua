-- Changes a promise: what its owner does with it, what its timers do, what the customer asks. What is told of it, on the
-- timeline or to the customer, is written in the same step.
--
-- KEYS  1 … 16 those of said.lua  17 {main}:promises  18 {main}:promise-views  19 {main}:topic-promises:t1
--       20 {main}:promise-figures:2026-06-11  21 {main}:late-mails
-- ARGV  1 facts, JSON: those of said.lua (without `kind` nothing is said), promise, verb ('soon', 'notice', 'late', 'escalate',
--         'keep', 'renegotiate', 'release', 'own', 'answer-on', 'add'), and by verb: due, soon, notice, escalate, reason; next, tell (people) and gatherMs; keptBy; owner, ownerName;
--         channel, account, address; untold; words; perHour (how often the page may
--         ask for something). `timer`: the kind of the timer that asks. `version`: the one it was read in
--       2 the entry's body, opaque
-- Returns {'changed', entry or ''} | {'repeat', first answer} | {'unchanged'} (it has moved on, or is so already) | {'closed', state}
--         | {'too-many'} (the page has asked for enough within this hour)
--         | {'no-promise'} | {'no-topic'}
--         {'used'}: the client id was given to something else
--         {'elsewhere'}: the topic or the home is another conversation's now; nothing written, look again
-- include: clock
-- include: timers
-- include: topics
-- include: entries
-- include: targets
-- include: flow
-- include: said
-- include: promises

local keys = said_keys({ 'promises', 'promise_views', 'topic_promises', 'figures', 'late_mails' })
local facts = cjson.decode(ARGV[1])
local id = facts.promise
local raw = redis.call('HGET', keys.promises, id)
local promise = raw and cjson.decode(raw)

local topic
local verbs = {}

function verbs.soon()
  if promise.state == 'open' then promise.state = 'due-soon' end
end

-- The customer is told before the moment that it will be missed, and by whom it is looked after now; or cannot be told.
function verbs.notice(now)
  if facts.untold then
    promise.unnoticed, promise.told = now, 'failed'
  else
    promise.noticed = now
  end
  if facts.owner then promise.owner, promise.ownerName = facts.owner, facts.ownerName end
end

-- A promise the customer knows nothing of is counted once, when it falls due or is kept.
local function count_untold(known)
  if promise.untold or known[promise.told] then return end
  promise.untold = true
  count_promise(keys, promise, 'untold')
end

-- Late is what its moment has passed for, however long nobody looked.
function verbs.late()
  promise.state, promise.wasLate = 'late', promise.wasLate or promise.due
  count_promise(keys, promise, 'late')
  count_untold({ sent = true, delivered = true, read = true })
end

-- The next ones in the chain are told, by a mail that gathers what else becomes due for them; those after them later, if it is
-- late still.
function verbs.escalate(now)
  promise.escalated = (promise.escalated or 0) + 1
  promise.escalate = facts.next
  if facts.next then set_timer(keys.timers, 'promise-escalate', id, promise.version, facts.next) end
  for _, person in ipairs(facts.tell or {}) do
    redis.call('ZADD', keys.late_mails, 0, string.format('%s|%013d|%s', person, promise.due, id))
    begin_timer(keys.timers, 'late-mail', person, 1, now + facts.gatherMs)
  end
end

-- What it was before, an answer that is taken back gives back.
local function close(now, state)
  promise.before = promise.state
  promise.state, promise.closed, promise.closedBy, promise.reason = state, now, facts.author, facts.reason
end

function verbs.keep(now)
  if now > promise.due then promise.wasLate = promise.wasLate or promise.due end
  close(now, promise.wasLate and 'kept-late' or 'kept')
  promise.keptBy = facts.keptBy
  count_promise(keys, promise, promise.state)
  if promise.wasLate then count_promise(keys, promise, 'lateness', now - promise.wasLate) end
  count_untold({ queued = true, sending = true, sent = true, delivered = true, read = true })
end

function verbs.release(now)
  close(now, 'released')
  count_promise(keys, promise, 'released')
end

function verbs.renegotiate(now)
  if now > promise.due then promise.wasLate = promise.wasLate or promise.due end
  promise.state, promise.noticed, promise.unnoticed = 'open', nil, nil
  promise.due, promise.soon, promise.notice, promise.escalate = facts.due, facts.soon, facts.notice, facts.escalate
  promise.escalated = nil
  count_promise(keys, promise, 'renegotiated')
  table.insert(promise.moments,
    { due = facts.due, at = now, by = facts.author, byName = facts.authorName, reason = facts.reason })
end

function verbs.own() promise.owner, promise.ownerName = facts.owner, facts.ownerName end

verbs['answer-on'] = function()
  promise.channel, promise.account, promise.address = facts.channel, facts.account, facts.address
end

-- The customer adds something on the promise's page: they wait, as after a message, also when it is closed.
function verbs.add(now)
  if topic.status == 'resolved' then forget_waits(keys.timers, facts.topic, topic) end
  topic.status, topic.resolved, topic.snoozed = 'open', nil, nil
  if not topic.waiting then
    topic.waiting = now
    count_flow(keys.flow, topic.queue or 'main', 'began', now, 1)
  end
  mind_target(keys.timers, facts.topic, topic)
  topic.preview, topic.previewBy = facts.words, 'customer'
end

-- What they added is found by its entry: the newest of it, as many as the page shows.
local most_added = 20

local function remember_added(entry)
  promise.added = promise.added or {}
  table.insert(promise.added, entry)
  if #promise.added > most_added then table.remove(promise.added, 1) end
end

-- Whoever has the link may do as they like with it; the thread must not drown in it.
local function too_many(now)
  if not promise.pageFrom or now - promise.pageFrom >= 3600000 then promise.pageFrom, promise.pageTimes = now, 0 end
  promise.pageTimes = promise.pageTimes + 1
  return promise.pageTimes > facts.perHour
end

local function still_taken()
  return active_promise[promise.state] or (facts.verb == 'add' and promise.state ~= 'withdrawn')
end

local function answers_there()
  return promise.channel == facts.channel and promise.account == facts.account and promise.address == facts.address
end

-- The chain goes on from late on: what comes before that, because the step to it has failed once, comes again.
local function comes_too_soon()
  return facts.verb == 'escalate' and facts.version == promise.version and active_promise[promise.state]
    and promise.state ~= 'late'
end

local renews = { keep = true, release = true, renegotiate = true }

if not promise then
  if facts.timer then drop_timer(keys.timers, facts.timer, id, facts.version) end
  return { 'no-promise' }
end
if facts.kind then
  local refused
  refused, topic = may_say(keys, facts)
  if refused then return refused end
else
  topic = load_topic(keys.topics, facts.topic)
end
if not topic or promise.topic ~= facts.topic then return { 'no-topic' } end
if topic.conversation ~= facts.conversation then return { 'elsewhere' } end
if comes_too_soon() then
  redis.call('ZADD', keys.timers, 'XX', now_ms() + 60000, facts.timer .. '|' .. id .. '|' .. facts.version)
  return { 'unchanged' }
end
if facts.timer and not drop_timer(keys.timers, facts.timer, id, facts.version) then return { 'unchanged' } end
if facts.version and facts.version ~= promise.version then return { 'unchanged' } end
if not still_taken() then return { 'closed', promise.state } end
if facts.verb == 'escalate' and promise.state ~= 'late' then return { 'unchanged' } end
if facts.verb == 'answer-on' and answers_there() then return { 'unchanged' } end
if facts.perHour and too_many(now_ms()) then return { 'too-many' } end

-- Whoever takes the topic by what they say takes over what is promised there, this one too.
if facts.kind == 'out' then
  take_with_answer(keys, facts, topic)
  promise = load_promise(keys.promises, id)
end
verbs[facts.verb](now_ms())
if renews[facts.verb] then renew_promise_timers(keys, id, promise) end
save_promise(keys, id, promise)
note_promise(keys, topic)
local entry = ''
if facts.kind then
  local told = facts.kind == 'out'
  entry = say(keys, facts, topic, ARGV[2],
    { promise = id, promiseVersion = told and promise.version or nil, promiseWas = told and raw or nil,
      heard = facts.verb == 'add' or nil, after = facts.verb == 'keep' and topic.last or nil })
  if told then promise.entry, promise.home, promise.told = entry, facts.home, 'queued' end
  if facts.verb == 'renegotiate' then promise.moments[#promise.moments].entry = entry end
  if facts.verb == 'add' then remember_added(entry) end
  if facts.verb == 'keep' then promise.keptNote = entry end
  redis.call('HSET', keys.promises, id, cjson.encode(promise))
else
  local entered = save_topic(keys.topics, keys.views, facts.topic, topic)
  publish(keys.clock, keys.feed, 'kind', 'topic', 'conversation', facts.conversation, 'topic', facts.topic,
    'entered', entered)
end
publish_promise(keys, facts.conversation, facts.topic, id)
return { 'changed', entry }
