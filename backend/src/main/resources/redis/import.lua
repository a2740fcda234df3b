-- Stores one message of the past, once, under an id of its own time, in its customer's conversation.
--
-- KEYS  1 {main}:clock  2 {main}:imports:desk  3 {main}:identities  4 {main}:customer:c1  5 {main}:conversation:v1
--       6 {main}:conversation-topics:v1  7 {main}:topics  8 {main}:views  9 {main}:thread:h1  10 {main}:lanes:h1
--       11 {main}:entries:h1  12 {main}:states:h1  13 {main}:feed
--       14 {main}:provider:email:m1@example.com, by which others may refer to it  15 {main}:clues
--       16 {main}:customer-names
-- ARGV  1 facts, JSON: item (its id in the source), thread, at (ms), direction ('in', 'out'), leaves ('resolved', 'open',
--         'waiting': how it leaves its topic), identity, customer, conversation, home (proposed, or as last read), known,
--         name, named, language, author, channel, account, title, preview, queue, topicLanguage, keepSeconds, referred
--         (whether key 14 counts), clues, words of the name
--       2 the entry's body, opaque
-- Returns {'stored', entry, topic} | {'repeat', first answer}
--         {'elsewhere', the identity as it is now, or ''}: nothing written; ask again with these ids
-- include: clock
-- include: topics
-- include: entries
-- include: clues
-- include: heard

local keys = {
  clock = KEYS[1], imports = KEYS[2], identities = KEYS[3], customer = KEYS[4], conversation = KEYS[5],
  conversation_topics = KEYS[6], topics = KEYS[7], views = KEYS[8], thread = KEYS[9], lanes = KEYS[10],
  entries = KEYS[11], states = KEYS[12], feed = KEYS[13], own = KEYS[14], clues = KEYS[15],
  names = KEYS[16],
}
local facts = cjson.decode(ARGV[1])
local item = 'item|' .. facts.item
local first = redis.call('HGET', keys.imports, item)
if first then return { 'repeat', first } end

local raw = redis.call('HGET', keys.identities, facts.identity)
if raw then
  local known = cjson.decode(raw)
  if known.customer ~= facts.customer or known.home ~= facts.home or known.conversation ~= facts.conversation then
    return { 'elsewhere', raw }
  end
elseif facts.known then
  return { 'elsewhere', '' }
end

-- Before now, so that whatever is minted later comes after it; longer than those of `mint`, so that the two never meet.
local ms = math.min(facts.at, now_ms() - 1)
local id = string.format('%012x%012x', ms, redis.call('HINCRBY', keys.clock, 'imported', 1))

local identity = raw and cjson.decode(raw)
if not identity then
  identity = { customer = facts.customer, conversation = facts.conversation, home = facts.home, level = 'observed' }
  redis.call('HSET', keys.customer, 'name', facts.name, 'named', facts.named and 1 or 0,
    'conversation', facts.conversation, 'since', ms, 'language', facts.language or '',
    'identity:' .. facts.identity, '')
  redis.call('HSET', keys.conversation, 'customer', facts.customer, 'home:' .. facts.home, facts.customer)
  if facts.named then keep_name(keys.names, facts.customer, facts.words) end
elseif ms < tonumber(redis.call('HGET', keys.customer, 'since') or ms) then
  redis.call('HSET', keys.customer, 'since', ms)
end
if raw and facts.named and redis.call('HGET', keys.customer, 'named') ~= '1' then
  redis.call('HSET', keys.customer, 'name', facts.name, 'named', 1)
  keep_name(keys.names, facts.customer, facts.words)
end
if facts.direction == 'in' then keep_clues(keys.clues, facts.identity, facts.clues) end
if facts.direction == 'in' then hear(identity, facts.account, facts.channel, ms) end
redis.call('HSET', keys.identities, facts.identity, cjson.encode(identity))

-- What belongs together in the source belongs together here, as long as that topic is this customer's.
local thread = 'thread|' .. facts.identity .. '|' .. facts.thread
local topic_id = redis.call('HGET', keys.imports, thread)
local topic = topic_id and load_topic(keys.topics, topic_id)
if not topic or topic.conversation ~= facts.conversation then
  topic_id = id
  topic = { conversation = facts.conversation, customer = facts.customer, title = facts.title, status = 'resolved',
    created = ms, resolved = ms, at = ms, last = '', home = facts.home, queue = facts.queue,
    language = facts.topicLanguage }
  redis.call('HSET', keys.imports, thread, id)
end
topic.created = math.min(topic.created, ms)
local newest = id > topic.last
if newest then
  topic.at, topic.last = ms, id
  topic.preview, topic.previewBy = facts.preview, facts.direction == 'in' and 'customer' or 'agent'
  topic.channel, topic.account, topic.address = facts.channel, facts.account, facts.identity
  if facts.leaves == 'resolved' then
    topic.status, topic.resolved, topic.waiting = 'resolved', ms, nil
  else
    topic.status, topic.resolved = 'open', nil
    topic.waiting = facts.leaves == 'waiting' and (topic.waiting or ms) or nil
    if facts.direction == 'in' then topic.newestIn = id end
  end
end

local out = facts.direction == 'out'
keep_entry(keys, id, topic_id, ARGV[2], {
  kind = facts.direction, reason = 'imported', delivery = out and 'sent' or nil, at = out and ms or nil,
})
if (redis.call('HGET', keys.conversation, 'newest') or '') < id then
  remember_newest(keys.conversation, id, out and facts.author or 'customer')
end
redis.call('ZADD', keys.conversation_topics, topic.at, topic_id)
local entered = save_topic(keys.topics, keys.views, topic_id, topic)
local known = cjson.encode({
  entry = id, at = ms, topic = topic_id, conversation = facts.conversation, home = facts.home,
})
redis.call('HSET', keys.imports, item, known)
if facts.referred then redis.call('SET', keys.own, known, 'NX', 'EX', facts.keepSeconds) end
publish(keys.clock, keys.feed, 'kind', 'entry', 'conversation', facts.conversation, 'home', facts.home,
  'topic', topic_id, 'entry', id, 'entered', entered, 'via', 'import')
return { 'stored', id, topic_id }
