-- Stores one message from a customer, once, in the right conversation and topic.
--
-- KEYS  1 {main}:clock  2 {main}:provider:sms-main:SM1  3 {main}:identities  4 {main}:customer:c1
--       5 {main}:conversation:v1  6 {main}:conversation-topics:v1  7 {main}:topics  8 {main}:views
--       9 {main}:thread:h1  10 {main}:lanes:h1  11 {main}:entries:h1  12 {main}:states:h1  13 {main}:feed
--       14 {main}:provider:email:m1@example.com, by which others may refer to it (the same as 2 where there is none)
--       15 {main}:timers  16 {main}:clues  17 {main}:customer-names  18 {main}:flow
--       19 {main}:uploads  20… {main}:provider:sms-main:SM0 for each message it refers to, nearest first
-- ARGV  1 facts, JSON: identity, customer, conversation, home (proposed, or as last read), known, level, name, named,
--         channel, account, title, preview, replyTopic, automatic, reopenMs, keepSeconds, language,
--         queue and topicLanguage of a new topic, participants (identities it was also addressed to),
--         as ('guest': the ids are those of a topic the sender takes part in; 'alone': be nobody's guest),
--         sent (ms, if its sender's side says so),
--         now and targets: of every queue that has some, for a wait since now; clues; words of the name;
--         files: blob ids of its attachments;
--         kin of a sender who is new and whose customer is known: identity, level, how
--       2 the entry's body, opaque  3 the body of the entry that tells a topic was reopened, opaque
--       4 the body of the entry that tells whose the new address is, opaque; '' without kin
-- Returns {'stored', entry, ms, topic, reason, newTopic}
--         {'repeat', first answer}
--         {'elsewhere', the identity as it is now, or ''}: nothing written; ask again with these ids
--         {'invited', customer, conversation, home} of the topic it takes part in: nothing written; ask again as guest
-- include: clock
-- include: timers
-- include: topics
-- include: entries
-- include: targets
-- include: clues
-- include: heard
-- include: flow

local keys = {
  clock = KEYS[1], provider = KEYS[2], identities = KEYS[3], customer = KEYS[4], conversation = KEYS[5],
  conversation_topics = KEYS[6], topics = KEYS[7], views = KEYS[8], thread = KEYS[9], lanes = KEYS[10],
  entries = KEYS[11], states = KEYS[12], feed = KEYS[13], own = KEYS[14],
  timers = KEYS[15], clues = KEYS[16], names = KEYS[17], flow = KEYS[18], uploads = KEYS[19],
}
local facts = cjson.decode(ARGV[1])
local guest = facts.as == 'guest'
local rank = { claimed = 1, observed = 2, verified = 3 }

local function settle_identity(raw, ms)
  local identity
  if raw then
    identity = cjson.decode(raw)
    if rank[facts.level] > rank[identity.level] then identity.level = facts.level end
  else
    identity = {
      customer = facts.customer, conversation = facts.conversation, home = facts.home, level = facts.level,
    }
    if facts.kin then
      identity.level, identity.proof, identity.provenAt = facts.kin.level, facts.kin.how, ms
      redis.call('HINCRBY', keys.conversation, 'rev', 1)
    else
      redis.call('HSET', keys.customer, 'name', facts.name, 'named', facts.named and 1 or 0,
        'conversation', facts.conversation, 'since', ms, 'language', facts.language or '')
      redis.call('HSET', keys.conversation, 'customer', facts.customer)
      if facts.named then keep_name(keys.names, facts.customer, facts.words) end
    end
    redis.call('HSET', keys.customer, 'identity:' .. facts.identity, '')
    redis.call('HSET', keys.conversation, 'home:' .. facts.home, facts.customer)
  end
  hear(identity, facts.account, facts.channel, math.min(facts.sent or ms, ms))
  redis.call('HSET', keys.identities, facts.identity, cjson.encode(identity))
  if (raw or facts.kin) and facts.named and redis.call('HGET', keys.customer, 'named') ~= '1' then
    redis.call('HSET', keys.customer, 'name', facts.name, 'named', 1)
    keep_name(keys.names, facts.customer, facts.words)
  end
  keep_clues(keys.clues, facts.identity, facts.clues)
end

-- Whether the address that vouches for a new one is still where it was, one person's, and more than shown.
local function kin_holds()
  local kept = redis.call('HGET', keys.identities, facts.kin.identity)
  local kin = kept and cjson.decode(kept)
  return kin and not kin.shared and not kin.shown and kin.customer == facts.customer and kin.conversation == facts.conversation
end

-- The topics it names, nearest first: by a reply token of ours, then by the messages it refers to.
local function named_topics()
  local found = {}
  local function add(id, reason)
    local topic = id and load_topic(keys.topics, id)
    if topic then
      found[#found + 1] = { id = id, topic = topic, reason = reason, ours = topic.conversation == facts.conversation }
    end
  end
  add(facts.replyTopic, 'reply-token')
  for i = 20, #KEYS do
    local raw = redis.call('GET', KEYS[i])
    if raw then
      local known = cjson.decode(raw)
      local state = known.home == facts.home and redis.call('HGET', keys.states, known.entry)
      add(state and cjson.decode(state).topic or known.topic, 'reference')
    end
  end
  return found
end

-- Somebody who was addressed in a topic may answer in it, unless anybody could claim to be them.
local function takes_part(topic)
  if facts.level == 'claimed' then return false end
  for _, participant in ipairs(topic.participants or {}) do
    if participant == facts.identity then return true end
  end
  return false
end

-- The topic of another customer that the sender answers in.
local function invitation(named)
  for _, one in ipairs(named) do
    if one.ours then return nil end
    if takes_part(one.topic) then return one.topic end
  end
end

-- The rule of docs/architecture.md, “Which topic”: first match wins.
local function choose_topic(named, ms)
  for _, one in ipairs(named) do
    if one.ours and (not guest or takes_part(one.topic)) then return one.id, one.topic, one.reason end
  end

  local only, on_address, recent, open = nil, nil, nil, 0
  for _, id in ipairs(redis.call('ZREVRANGE', keys.conversation_topics, 0, 49)) do
    local candidate = load_topic(keys.topics, id)
    if candidate and candidate.status ~= 'resolved' then
      open, only = open + 1, { id, candidate }
      if not on_address and candidate.address == facts.identity then on_address = { id, candidate } end
    elseif candidate and not recent and (candidate.resolved or 0) > ms - facts.reopenMs then
      recent = { id, candidate }
    end
  end
  if on_address then return on_address[1], on_address[2], 'address' end
  if open == 1 then return only[1], only[2], 'only-open' end
  if open == 0 and recent then return recent[1], recent[2], 'reopened' end
  return nil, nil, 'new'
end

local first = redis.call('GET', keys.provider)
if first then return { 'repeat', first } end

local named = named_topics()
local raw = redis.call('HGET', keys.identities, facts.identity)
if guest then
  local welcome = false
  for _, one in ipairs(named) do welcome = welcome or (one.ours and takes_part(one.topic)) end
  if not welcome then return { 'elsewhere', raw or '' } end
elseif raw then
  local identity = cjson.decode(raw)
  if identity.customer ~= facts.customer or identity.home ~= facts.home
      or identity.conversation ~= facts.conversation then
    return { 'elsewhere', raw }
  end
elseif facts.known or facts.kin and not kin_holds() then
  return { 'elsewhere', '' }
end
local host = not facts.as and invitation(named)
if host then return { 'invited', host.customer, host.conversation, host.home } end

-- Told in the feed, so that only the chat's changes are looked at for open chat windows.
local via = facts.channel == 'chat' and 'chat' or nil
local id, ms = mint(keys.clock)
if not guest then settle_identity(raw, ms) end
local topic_id, topic, reason = choose_topic(named, ms)
local new_topic = topic_id == nil
if new_topic then
  topic_id = id
  topic = { conversation = facts.conversation, customer = facts.customer, title = facts.title, status = 'open',
    created = ms, home = facts.home, queue = facts.queue, language = facts.topicLanguage }
end
if facts.kin and not raw then
  local event = id
  id, ms = mint(keys.clock)
  keep_entry(keys, event, topic_id, ARGV[4], { kind = 'system' })
  publish(keys.clock, keys.feed, 'kind', 'entry', 'conversation', facts.conversation, 'home', facts.home,
    'topic', topic_id, 'entry', event)
  publish(keys.clock, keys.feed, 'kind', 'homes', 'conversation', facts.conversation)
end
local started
if not facts.automatic or new_topic then
  if topic.status == 'resolved' then
    forget_waits(keys.timers, topic_id, topic)
    local event, event_ms = id, ms
    id, ms = mint(keys.clock)
    keep_entry(keys, event, topic_id, ARGV[3], { kind = 'system' })
    publish(keys.clock, keys.feed, 'kind', 'entry', 'conversation', facts.conversation, 'home', facts.home,
      'topic', topic_id, 'entry', event)
  end
  topic.status, topic.resolved, topic.snoozed = 'open', nil, nil
  if not topic.waiting then
    topic.waiting, started = ms, { since = facts.now, targets = facts.targets }
    count_flow(keys.flow, topic.queue or 'main', 'began', ms, 1)
  end
end
topic.at, topic.last, topic.newestIn = ms, id, id
topic.preview, topic.previewBy = facts.preview, 'customer'
if not guest then
  topic.channel, topic.account, topic.address = facts.channel, facts.account, facts.identity
end
topic.failed = nil
invite(topic, facts.participants)

-- A stranger's answer to somebody else's topic stays with the stranger; people may follow the link.
local names = reason ~= 'reply-token' and reason ~= 'reference' and named[1]
keep_entry(keys, id, topic_id, ARGV[2], {
  kind = 'in', reason = reason, via = via, quiet = facts.automatic and not new_topic or nil,
  names = names and { topic = names.id, conversation = names.topic.conversation } or nil,
})
redis.call('ZADD', keys.conversation_topics, ms, topic_id)
remember_newest(keys.conversation, id, 'customer')
mind_target(keys.timers, topic_id, topic, started)
local entered = save_topic(keys.topics, keys.views, topic_id, topic)
local known = cjson.encode({
  entry = id, at = ms, topic = topic_id, conversation = facts.conversation, home = facts.home,
})
redis.call('SET', keys.provider, known, 'EX', facts.keepSeconds)
if facts.files then redis.call('ZREM', keys.uploads, unpack(facts.files)) end
if keys.own ~= keys.provider then redis.call('SET', keys.own, known, 'NX', 'EX', facts.keepSeconds) end
publish(keys.clock, keys.feed, 'kind', 'entry', 'conversation', facts.conversation, 'home', facts.home,
  'topic', topic_id, 'entry', id, 'entered', entered, 'via', via or '')
return { 'stored', id, ms, topic_id, reason, new_topic and 1 or 0 }
