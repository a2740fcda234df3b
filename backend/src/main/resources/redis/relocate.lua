-- Takes entries to other home threads and topics: what giving a topic or an entry to another customer and taking it back have
-- in common. What goes where was settled in a plan; whatever came or went since then makes the plan stale.
--
-- KEYS  1 {main}:clock  2 {main}:feed  3 {main}:topics  4 {main}:views  5 {main}:timers  6 {main}:deeds
--       7 {main}:customer-names  8 {main}:apart  9 {main}:promises  10 {main}:handovers
--       11 {main}:identities  12… {main}:customer:c1, {main}:conversation:v1, {main}:conversation-topics:v1 of each of `sides`; then
--       {main}:thread:h1, {main}:lanes:h1, {main}:entries:h1, {main}:states:h1, {main}:facts:h1 of each of `homes`; then
--       {main}:outbound:sms-main, {main}:outbound-lane:sms-main:h1, {main}:outbound-lane:sms-main:h2 of each of `queued`: of
--       the home it leaves and the one it goes to; then {main}:topic-promises:t1, {main}:topic-handovers:t1 of each of `topics`;
--       then {main}:provider:sms-main:SM1 of every id the entries are known by
-- ARGV  1 facts, JSON: deed; sides: customer, conversation, rev; homes: id, side (its place in `sides`), new; entries: id,
--         from and to (homes), was and topic (keys of `topics`); queued: entries that wait to be sent;
--         topics: key (its id, or a name for one that begins here), id (of one that begins: proposed), before and side (where it is and will be), home,
--         newest and count (of its entries as the plan saw them), settled (its row is to be made of `row`), gone;
--         and of one that begins: like (a key), as ('twin', 'part', 'trace'), title, ms, status;
--         lend: side, home, identities; follows: identities of visitors, who go on seeing in that home what is theirs;
--         unlend: home; fresh: fields of the second side's customer who is new, with
--         words of the name; apart ('said', 'unsaid'); folds (the first side's customer leads to the second
--         when nothing is left of them); tells: topic (a key), or side, whose newest topic tells it
--       2 the deed, opaque  3… the body of the entry of each of `tells`
-- Returns {'done', topic that began, or ''}
--         {'under-way'}: an answer is just being sent  {'on-the-phone'}: a call is on
--         {'stale'}: homes or entries came or went since the plan was made; nothing written, plan again
-- include: clock
-- include: timers
-- include: topics
-- include: entries
-- include: lanes
-- include: homes
-- include: targets
-- include: clues
-- include: promises
-- include: handovers

local keys = {
  clock = KEYS[1], feed = KEYS[2], topics = KEYS[3], views = KEYS[4], timers = KEYS[5], deeds = KEYS[6],
  names = KEYS[7], apart = KEYS[8], promises = KEYS[9], handovers = KEYS[10], identities = KEYS[11],
}
local facts = cjson.decode(ARGV[1])
local sides, homes, queued, topics, at = facts.sides, {}, {}, {}, 12
for _, side in ipairs(sides) do
  side.record, side.hash, side.topics, side.homes, at = KEYS[at], KEYS[at + 1], KEYS[at + 2], {}, at + 3
end
for _, home in ipairs(facts.homes) do
  home.thread, home.lanes, home.entries, home.states, home.facts =
    KEYS[at], KEYS[at + 1], KEYS[at + 2], KEYS[at + 3], KEYS[at + 4]
  homes[home.id], at = home, at + 5
  table.insert(sides[home.side].homes, home)
end
for _, id in ipairs(facts.queued) do
  queued[id], at = { account = KEYS[at], from = KEYS[at + 1], to = KEYS[at + 2] }, at + 3
end
for _, one in ipairs(facts.topics) do
  one.promises, one.handovers, at = KEYS[at], KEYS[at + 1], at + 2
end
local first_provider = at

local function range_of(topic)
  return '[' .. topic .. '|', '(' .. topic .. '}'
end

local function entries_of(side, topic)
  local count = 0
  for _, home in ipairs(side.homes) do count = count + redis.call('ZLEXCOUNT', home.lanes, range_of(topic)) end
  return count
end

-- Everything is looked at before anything is written.
for _, side in ipairs(sides) do
  if revision(side.hash) ~= side.rev or redis.call('HEXISTS', side.hash, 'into') == 1 then return { 'stale' } end
end
for _, one in ipairs(facts.topics) do
  topics[one.key] = one
  if not one.like then
    local side = sides[one.before]
    one.topic = load_topic(keys.topics, one.id)
    if not one.topic or one.topic.conversation ~= side.conversation
        or newest_entry(side.homes, one.id) ~= one.newest or entries_of(side, one.id) ~= one.count then
      return { 'stale' }
    end
  end
end
for _, entry in ipairs(facts.entries) do
  local raw = redis.call('HGET', homes[entry.from].states, entry.id)
  local state = raw and cjson.decode(raw)
  if not state or state.topic ~= topics[entry.was].id then return { 'stale' } end
  if entry.from ~= entry.to then
    if state.delivery == 'sending' then return { 'under-way' } end
    if state.delivery == 'queued' and not queued[entry.id] then return { 'stale' } end
    if state.call and state.call.state ~= 'over' then return { 'on-the-phone' } end
  end
  entry.state = state
end

local mark = mint(keys.clock)
local began = ''

-- A topic that begins: the other half of one, a part of one, or what is left to say that it went.
local function begin(one)
  local model = topics[one.like].topic
  if one.as == 'twin' then
    one.topic = cjson.decode(cjson.encode(model))
    one.topic.order, one.topic.views, one.topic.promise, one.topic.ended, one.topic.answers = nil, nil, nil, nil, nil
    if one.topic.target then one.topic.target.timer = nil end
    return
  end
  began = one.id
  one.topic = { title = one.title, status = one.status, created = one.ms, at = one.ms, queue = model.queue,
    language = model.language }
  if one.as == 'part' then
    one.topic.assignee, one.topic.assigneeName = model.assignee, model.assigneeName
  else
    -- It is only told there; nobody has anything to do.
    one.topic.preview, one.topic.previewBy, one.topic.last = '', 'customer', ''
    one.topic.channel, one.topic.account, one.topic.address = model.channel, model.account, model.address
  end
end
for _, one in ipairs(facts.topics) do
  if one.like then begin(one) end
end

-- An answer that waits to be sent goes to the lane of its new home.
local function requeue(entry)
  local place = queued[entry.id]
  redis.call('ZREM', place.from, entry.id)
  if redis.call('ZCARD', place.from) == 0 then redis.call('ZREM', place.account, entry.from) end
  redis.call('ZADD', place.to, 0, entry.id)
  redis.call('ZADD', place.account, 'NX', entry.state.due, entry.to)
end

local function carry(entry, from, to)
  redis.call('ZREM', from.thread, entry.id)
  redis.call('ZADD', to.thread, 0, entry.id)
  redis.call('HSET', to.entries, entry.id, redis.call('HGET', from.entries, entry.id))
  redis.call('HDEL', from.entries, entry.id)
  redis.call('HDEL', from.states, entry.id)
  if entry.state.delivery == 'queued' then requeue(entry) end
end

local placed = {}
for _, entry in ipairs(facts.entries) do
  local from, to, was, topic = homes[entry.from], homes[entry.to], topics[entry.was], topics[entry.topic]
  redis.call('ZREM', from.lanes, was.id .. '|' .. entry.id)
  redis.call('ZADD', to.lanes, 0, topic.id .. '|' .. entry.id)
  if from.id ~= to.id then carry(entry, from, to) end
  entry.state.topic = topic.id
  redis.call('HSET', to.states, entry.id, cjson.encode(entry.state))
  if was.id ~= topic.id and entry.state.counted and entry.state.delivery ~= 'withdrawn' then
    was.topic.answers = math.max(0, (was.topic.answers or 0) - 1)
    topic.topic.answers = (topic.topic.answers or 0) + 1
  end
  placed[entry.id] = { home = to.id, was = was.id, topic = topic.id, conversation = sides[topic.side].conversation }
end

-- What providers, receipts and repeated webhooks know an entry by leads to where it is now.
for i = first_provider, #KEYS do
  local raw = redis.call('GET', KEYS[i])
  local known = raw and cjson.decode(raw)
  local place = known and placed[known.entry]
  if place then
    known.home, known.topic = place.home, place.topic
    if known.conversation then known.conversation = place.conversation end
    redis.call('SET', KEYS[i], cjson.encode(known), 'KEEPTTL')
  end
end

-- What was promised, and what was offered, is where the entry is that told it.
local by_id, kinds = {}, {}
for _, one in ipairs(facts.topics) do by_id[one.id] = one end
for _, entry in ipairs(facts.entries) do kinds[entry.id] = entry.state.kind end
local function follow(id, place, from, list)
  if place.topic == from.id then return end
  redis.call('ZADD', by_id[place.topic][list], redis.call('ZSCORE', from[list], id), id)
  redis.call('ZREM', from[list], id)
end
for _, one in ipairs(facts.topics) do
  for _, id in ipairs(redis.call('ZRANGE', one.promises, 0, -1)) do
    local promise = load_promise(keys.promises, id)
    local place = promise and placed[promise.entry]
    if place then
      promise.home, promise.topic = place.home, place.topic
      redis.call('HSET', keys.promises, id, cjson.encode(promise))
      follow(id, place, one, 'promises')
      publish_promise(keys, place.conversation, place.topic, id)
    end
  end
  for _, id in ipairs(redis.call('ZRANGE', one.handovers, 0, -1)) do
    local handover = load_handover(keys.handovers, id)
    local place = handover and placed[handover.entry]
    if place then
      handover.topic = place.topic
      -- Of one that was only shown nobody knows who of both has it now.
      if facts.unlend and kinds[handover.entry] ~= 'out' and handover.state == 'offered' then
        handover.expires = math.min(handover.expires, now_ms())
        set_timer(keys.timers, 'handover-expiry', id, handover.version, handover.expires)
      end
      redis.call('HSET', keys.handovers, id, cjson.encode(handover))
      follow(id, place, one, 'handovers')
    end
  end
end

-- What was said in an entry is known of whoever has it.
for _, home in ipairs(facts.homes) do
  local members = redis.call('ZRANGE', home.facts, 0, -1, 'WITHSCORES')
  for i = 1, #members, 2 do
    local place = placed[cjson.decode(members[i]).entry or '']
    if place and place.home ~= home.id then
      -- Ids are hexadecimal: no pattern is in them.
      local fact = string.gsub(members[i], '"topic":"' .. place.was .. '"', '"topic":"' .. place.topic .. '"')
      redis.call('ZREM', home.facts, members[i])
      redis.call('ZADD', homes[place.home].facts, members[i + 1], fact)
    end
  end
end

-- Homes, and the customers' records.
for _, home in ipairs(facts.homes) do
  if home.new then redis.call('HSET', sides[home.side].hash, 'home:' .. home.id, sides[home.side].customer) end
end
local function fields_of(record, start)
  local found = {}
  for _, field in ipairs(redis.call('HKEYS', record)) do
    if string.sub(field, 1, #start) == start then found[#found + 1] = field end
  end
  return found
end
if facts.fresh then
  local to = sides[2]
  for field, value in pairs(facts.fresh) do redis.call('HSET', to.record, field, value) end
  redis.call('HSET', to.record, 'conversation', to.conversation)
  redis.call('HSET', to.hash, 'customer', to.customer)
  keep_name(keys.names, to.customer, facts.words)
end
if facts.apart then
  for _, pair in ipairs({ sides[1].customer .. '|' .. sides[2].customer, sides[2].customer .. '|' .. sides[1].customer }) do
    if facts.apart == 'said' then redis.call('ZADD', keys.apart, 0, pair) else redis.call('ZREM', keys.apart, pair) end
  end
end
if facts.lend then
  for _, identity in ipairs(facts.lend.identities) do
    redis.call('HSET', sides[facts.lend.side].record, 'lent:' .. facts.lend.home .. ':' .. identity, '')
  end
end
-- A visitor's own words, and what was said to them, stay in their window.
for _, name in ipairs(facts.follows or {}) do
  local raw = redis.call('HGET', keys.identities, name)
  if raw then
    local identity = cjson.decode(raw)
    identity.follows = identity.follows or {}
    table.insert(identity.follows, facts.lend.home)
    redis.call('HSET', keys.identities, name, cjson.encode(identity))
  end
end
if facts.unlend then
  for _, field in ipairs(fields_of(sides[1].record, 'lent:' .. facts.unlend .. ':')) do
    redis.call('HDEL', sides[1].record, field)
  end
end

-- Whoever wrote in it may still answer in it, as somebody who takes part.
local function keep_company(topic)
  local known, all = {}, topic.participants or {}
  for _, identity in ipairs(all) do known[identity] = true end
  for _, identity in ipairs(facts.lend.identities) do
    if not known[identity] and #all < 50 then all[#all + 1] = identity end
  end
  topic.participants = #all > 0 and all or nil
end

local function is_of(side, topic, entry)
  for _, home in ipairs(side.homes) do
    local raw = redis.call('HGET', home.states, entry)
    if raw then return cjson.decode(raw).topic == topic end
  end
  return false
end

local function end_topic(one)
  stop_target(keys.timers, one.id, one.topic)
  if one.topic.snoozed then drop_timer(keys.timers, 'snooze', one.id, one.topic.snoozed) end
  unfile(keys.views, one.id, one.topic)
  redis.call('ZREM', sides[one.before].topics, one.id)
  redis.call('HDEL', keys.topics, one.id)
  publish(keys.clock, keys.feed, 'kind', 'topic', 'conversation', sides[one.before].conversation, 'topic', one.id)
end

local function settle_row(one, side)
  local topic = one.topic
  put_row(topic, one.row)
  if topic.failed and not is_of(side, one.id, topic.failed) then topic.failed = nil end
  topic.waiting = waiting_since(side.homes, one.id, topic)
  mind_target(keys.timers, one.id, topic)
end

for _, one in ipairs(facts.topics) do
  local topic, side = one.topic, sides[one.side]
  if one.gone then
    end_topic(one)
  else
    if one.before and one.before ~= one.side then redis.call('ZREM', sides[one.before].topics, one.id) end
    topic.conversation, topic.customer, topic.home = side.conversation, side.customer, one.home
    if facts.lend and one.side == facts.lend.side then keep_company(topic) end
    if one.as == 'twin' then
      topic.at = tonumber(string.sub(one.row.newest, 1, 12), 16)
      if topic.status == 'snoozed' then set_timer(keys.timers, 'snooze', one.id, topic.snoozed, topic.snoozed) end
    end
    if one.settled then settle_row(one, side) end
    note_promise({ promises = keys.promises, topic_promises = one.promises }, topic)
    local entered = save_topic(keys.topics, keys.views, one.id, topic)
    redis.call('ZADD', side.topics, topic.at, one.id)
    publish(keys.clock, keys.feed, 'kind', 'topic', 'conversation', side.conversation, 'topic', one.id,
      'entered', entered)
  end
end

-- Whoever keeps words by entry learns where each is now.
for _, entry in ipairs(facts.entries) do
  local place = placed[entry.id]
  if entry.state.kind ~= 'system' then
    publish(keys.clock, keys.feed, 'kind', 'entry', 'conversation', place.conversation, 'home', place.home,
      'topic', place.topic, 'entry', entry.id, 'entered', '')
  end
end

-- A home that was made for what has gone back is needed no longer; one of whom nothing is left leads to where it all went.
local function needed(home, side)
  if redis.call('ZCARD', home.thread) > 0 then return true end
  for _, id in ipairs(redis.call('ZRANGE', side.topics, 0, -1)) do
    if load_topic(keys.topics, id).home == home.id then return true end
  end
  return false
end
if facts.unlend and not needed(homes[facts.unlend], sides[1]) then
  redis.call('HDEL', sides[1].hash, 'home:' .. facts.unlend)
end
if facts.folds and redis.call('ZCARD', sides[1].topics) == 0 and #fields_of(sides[1].record, 'identity:') == 0 then
  redis.call('HSET', sides[1].record, 'into', sides[2].customer)
  redis.call('HSET', sides[1].hash, 'into', sides[2].conversation)
end

-- Both know of it as long as it holds.
for _, side in ipairs(sides) do
  if facts.unlend then redis.call('HDEL', side.record, 'moved:' .. facts.deed)
  else redis.call('HSET', side.record, 'moved:' .. facts.deed, '') end
end
redis.call('HSET', keys.deeds, facts.deed, mark .. (began ~= '' and ':' .. began or '') .. ' ' .. ARGV[2])
for _, side in ipairs(sides) do
  redis.call('HINCRBY', side.hash, 'rev', 1)
  settle_newest(side.hash, side.homes)
end

-- The topic in which a side hears of it, and that topic's home.
local function where_told(one)
  if one.topic then return topics[one.topic].id, homes[topics[one.topic].home], sides[topics[one.topic].side] end
  local side = sides[one.side]
  for _, id in ipairs(redis.call('ZREVRANGE', side.topics, 0, 9)) do
    local home = homes[load_topic(keys.topics, id).home]
    if home then return id, home, side end
  end
end
for i, one in ipairs(facts.tells) do
  local topic, home, side = where_told(one)
  if topic then
    local event = mint(keys.clock)
    keep_entry(home, event, topic, ARGV[2 + i], { kind = 'system' })
    publish(keys.clock, keys.feed, 'kind', 'entry', 'conversation', side.conversation, 'home', home.id,
      'topic', topic, 'entry', event, 'entered', '')
  end
end
for _, side in ipairs(sides) do
  publish(keys.clock, keys.feed, 'kind', 'homes', 'conversation', side.conversation)
end
return { 'done', began }
