-- Asks a colleague something, on which a promise may depend, and everything that becomes of it. What is told of it, on the
-- timeline or as a note, is written in the same step.
--
-- KEYS  1 … 16 those of said.lua  17 {main}:promises  18 {main}:promise-views  19 {main}:topic-promises:t1
--       20 {main}:requests  21 {main}:request-texts  22 {main}:promise-requests:p1 or, without a
--       promise, {main}:topic-requests:t1  23 {main}:request-links
-- ARGV  1 facts, JSON: those of said.lua (without `kind` nothing is said), promise (none: the answer is for the topic), request, verb ('ask', 'answer',
--         'withdraw', 'remind', 'overdue', 'follow', 'mailing', 'mailed'), and by verb: new (the request), links (digests
--         of its tokens), most (are asked for one promise or topic; or
--         of answers that answer nothing, are told); page (only while it is open), answers; due, remind; mail, reason, leaseMs. `timer`: the kind of the
--         timer that asks. `version`: the one it was read in
--       2 the entry's body, opaque  3 what is asked, opaque
-- Returns {'changed', entry or ''} | {'repeat', first answer} | {'unchanged'} (it has moved on) | {'closed', state}
--         | {'no-promise'} | {'no-topic'} | {'enough'} (were asked for it, or told of it)
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

local keys = said_keys({ 'promises', 'promise_views', 'topic_promises', 'requests', 'texts', 'asked', 'links' })
local facts = cjson.decode(ARGV[1])
local id = facts.request
local raw = redis.call('HGET', keys.requests, id)
local request = raw and cjson.decode(raw)
local promise = facts.promise and load_promise(keys.promises, facts.promise)
local still_open = { asked = true, overdue = true }
local request_timers = { 'request-remind', 'request-due', 'request-mail' }

local function drop_request_timers()
  for _, kind in ipairs(request_timers) do drop_timer(keys.timers, kind, id, request.version) end
end

local function set_request_timers()
  set_timer(keys.timers, 'request-remind', id, request.version, request.remind)
  set_timer(keys.timers, 'request-due', id, request.version, request.due)
end

-- The promise waits for whoever was asked last and has not answered; else for whom its owner wrote down.
local function note_whom_it_waits_for()
  if not promise then return end
  local waits
  for _, other in ipairs(redis.call('ZREVRANGE', keys.asked, 0, 19)) do
    local found = redis.call('HGET', keys.requests, other)
    local one = found and cjson.decode(found)
    if one and still_open[one.state] then
      waits = one.name
      break
    end
  end
  promise.waitsFor = waits or promise.waitsWritten
  save_promise(keys, facts.promise, promise)
end

local verbs = {}

function verbs.ask(now)
  request = facts.new
  request.state, request.version, request.asked, request.promise, request.topic = 'asked', 1, now, facts.promise,
    facts.topic
  request.mail = 'waiting'
  if promise and redis.call('EXISTS', keys.asked) == 0 then promise.waitsWritten = promise.waitsFor end
  redis.call('HSET', keys.texts, id, ARGV[3])
  for _, digest in ipairs(facts.links) do redis.call('HSET', keys.links, digest, id) end
  redis.call('ZADD', keys.asked, now, id)
  set_request_timers()
  set_timer(keys.timers, 'request-mail', id, request.version, now)
end

-- What a machine says, and what comes after it is closed, is told as well, and answers nothing.
local function answers_nothing() return not (facts.answers and still_open[request.state]) end

function verbs.answer(now)
  if answers_nothing() then
    request.added = (request.added or 0) + 1
    return
  end
  drop_request_timers()
  request.state, request.answered = 'answered', now
end

function verbs.withdraw(now)
  drop_request_timers()
  request.state, request.withdrawn = 'withdrawn', now
end

function verbs.remind(now)
  request.reminded = now
  set_timer(keys.timers, 'request-mail', id, request.version, now)
end

function verbs.overdue(now)
  request.state, request.reminded = 'overdue', now
  set_timer(keys.timers, 'request-mail', id, request.version, now)
end

-- The promise has another moment, and so the question another deadline.
function verbs.follow()
  drop_request_timers()
  request.state, request.due, request.remind = 'asked', facts.due, facts.remind
  request.version = request.version + 1
  set_request_timers()
end

-- Whoever takes the mail on has it for a while; if they die, it is taken on again.
function verbs.mailing(now) redis.call('ZADD', keys.timers, now + facts.leaseMs, 'request-mail|' .. id .. '|' .. request.version) end

function verbs.mailed()
  drop_timer(keys.timers, 'request-mail', id, request.version)
  request.mail, request.mailReason = facts.mail, facts.reason
end

-- Of a promise that is closed, or else of a topic that is resolved, nobody is reminded any more.
local asks_on = { remind = true, overdue = true }
local while_open = { withdraw = true, remind = true, overdue = true, follow = true, mailing = true }

if (facts.promise and not promise) or (not request and facts.verb ~= 'ask') then
  if facts.timer then drop_timer(keys.timers, facts.timer, id, facts.version) end
  return { 'no-promise' }
end
local topic
if facts.kind then
  local refused
  refused, topic = may_say(keys, facts)
  if refused then return refused end
else
  topic = load_topic(keys.topics, facts.topic)
end
if not topic or (promise and promise.topic ~= facts.topic) then return { 'no-topic' } end
if topic.conversation ~= facts.conversation then return { 'elsewhere' } end
local now = now_ms()
if facts.verb == 'mailing' then
  local due = redis.call('ZSCORE', keys.timers, 'request-mail|' .. id .. '|' .. facts.version)
  if not due or tonumber(due) > now then return { 'unchanged' } end
elseif facts.timer and not drop_timer(keys.timers, facts.timer, id, facts.version) then
  return { 'unchanged' }
end
if facts.version and request and facts.version ~= request.version then
  if facts.timer then drop_timer(keys.timers, facts.timer, id, facts.version) end
  return { 'unchanged' }
end
if facts.verb == 'ask' and promise and not active_promise[promise.state] then return { 'closed', promise.state } end
if facts.verb == 'ask' and redis.call('ZCARD', keys.asked) >= facts.most then return { 'enough' } end
local wanted = promise and active_promise[promise.state] or not promise and topic.status ~= 'resolved'
if asks_on[facts.verb] and not wanted then return { 'unchanged' } end
if request and (while_open[facts.verb] or facts.page) and not still_open[request.state] then
  return { 'closed', request.state }
end
-- A machine that answers whatever comes must not fill the thread: once it is closed it is not listened to, and before that it is
-- told so often.
if facts.verb == 'answer' and answers_nothing() then
  if not facts.answers and not still_open[request.state] then return { 'closed', request.state } end
  if (request.added or 0) >= facts.most then return { 'enough' } end
end

verbs[facts.verb](now)
local entry = ''
if facts.kind then entry = say(keys, facts, topic, ARGV[2], { promise = facts.promise }) end
redis.call('HSET', keys.requests, id, cjson.encode(request))
note_whom_it_waits_for()
if promise then
  publish_promise(keys, facts.conversation, facts.topic, facts.promise)
elseif not facts.kind then
  local entered = save_topic(keys.topics, keys.views, facts.topic, topic)
  publish(keys.clock, keys.feed, 'kind', 'topic', 'conversation', facts.conversation, 'topic', facts.topic,
    'entered', entered)
end
return { 'changed', entry }
