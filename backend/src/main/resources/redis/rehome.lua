-- Gives home threads of one conversation to another, with the identities, claims and topics that are theirs: what a merge,
-- its undoing, a detachment and a split have in common. An entry never leaves its home.
--
-- KEYS  1 {main}:clock  2 {main}:feed  3 {main}:identities  4 {main}:topics  5 {main}:views  6 {main}:timers
--       7 {main}:deeds  8 {main}:customer:c1 and 9 {main}:customer:c2: from whom, to whom
--       10 {main}:customer:c3, on whose record a joint is kept  11 {main}:conversation:v1  12 {main}:conversation:v2
--       13 {main}:conversation-topics:v1  14 {main}:conversation-topics:v2
--       15 {main}:apart  16 {main}:customer-names
--       17 {main}:promises  18 {main}:handovers
--       19… {main}:thread:h1, {main}:lanes:h1, {main}:entries:h1, {main}:states:h1 of each home of `homes`; then
--       {main}:topic-promises:t1, {main}:topic-promises:t2, {main}:topic-handovers:t1, {main}:topic-handovers:t2 of each of
--       `twins`: of the topic and of its twin
-- ARGV  1 facts, JSON: deed; from and to: customer, conversation, rev; link ('join': `from` becomes a redirect, 'part': `to`
--         is none any more, 'none'); homes: id, side ('goes', 'stays', 'there': `to` has it already), base (whom it is of
--         from now on, if that changes); fresh: the fields of a customer who is new; set: fields of `to`; restore: fields
--         of the joint's customer, each `was` and `now`; twins: topic, twin (the id of the half that begins), and stays and
--         goes, the row each half makes;
--         apart ('said', 'unsaid': whether it says that the two are not one); words of the name of a customer who is new
--       2 the deed, opaque  3 the body of the entry that tells it to `from`, or ''  4 to `to`, or ''
-- Returns {'done', topic, twin, topic, twin…}
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
  clock = KEYS[1], feed = KEYS[2], identities = KEYS[3], topics = KEYS[4], views = KEYS[5], timers = KEYS[6],
  deeds = KEYS[7], promises = KEYS[17], handovers = KEYS[18],
}
local facts = cjson.decode(ARGV[1])
local from, to = facts.from, facts.to
from.record, from.hash, from.topics = KEYS[8], KEYS[11], KEYS[13]
to.record, to.hash, to.topics = KEYS[9], KEYS[12], KEYS[14]
local joint = KEYS[10]
local homes = read_homes(facts.homes, 19)
local twins, place = {}, 19 + 4 * #facts.homes
for _, one in ipairs(facts.twins) do
  one.promises, one.twin_promises, one.handovers, one.twin_handovers =
    KEYS[place], KEYS[place + 1], KEYS[place + 2], KEYS[place + 3]
  twins[one.topic], place = one, place + 4
end

local redirects = redis.call('HEXISTS', to.record, 'into') == 1
if revision(from.hash) ~= from.rev or revision(to.hash) ~= to.rev or redirects ~= (facts.link == 'part')
    or redis.call('HEXISTS', from.record, 'into') == 1 then
  return { 'stale' }
end

-- What becomes of each topic is settled before anything is written.
local moves, halves = {}, {}
for _, id in ipairs(redis.call('ZRANGE', from.topics, 0, -1)) do
  local topic = load_topic(keys.topics, id)
  local stays, goes = newest_entry(homes.stays, id), newest_entry(homes.goes, id)
  local goes_home = homes.by_id[topic.home] and homes.by_id[topic.home].side == 'goes'
  if stays and goes then
    local half = twins[id]
    if not half or half.stays.newest ~= stays or half.goes.newest ~= goes then return { 'stale' } end
    halves[#halves + 1] = { id = id, topic = topic, goes = goes_home }
  end
  if goes and not stays or goes_home and not (stays and not goes) then
    moves[#moves + 1] = { id = id, topic = topic }
  end
end

local mark = mint(keys.clock)
local told_to, told_from

-- Where a change is told: in the newest topic of those whose home is here.
local function newest_topic(side)
  for _, id in ipairs(redis.call('ZREVRANGE', side.topics, 0, 9)) do
    local topic = load_topic(keys.topics, id)
    if topic and homes.by_id[topic.home] then return id end
  end
end

local function tell(side, id, body)
  if body == '' or not id then return end
  local topic = load_topic(keys.topics, id)
  local home, event = homes.by_id[topic.home], mint(keys.clock)
  keep_entry(home, event, id, body, { kind = 'system' })
  publish(keys.clock, keys.feed, 'kind', 'entry', 'conversation', side.conversation, 'home', topic.home,
    'topic', id, 'entry', event, 'entered', '')
end

told_to = newest_topic(to)

-- Homes, with whom they are of by origin.
for _, home in ipairs(homes.goes) do
  local base = home.base or redis.call('HGET', from.hash, 'home:' .. home.id) or from.customer
  redis.call('HDEL', from.hash, 'home:' .. home.id)
  redis.call('HSET', to.hash, 'home:' .. home.id, base)
end

-- Identities and claims. A customer who is joined keeps their own record as it was, for the day they are on their own again.
local function starts(text, with) return string.sub(text, 1, #with) == with end
if facts.link == 'part' then
  for _, field in ipairs(redis.call('HKEYS', to.record)) do
    if starts(field, 'identity:') or starts(field, 'lent:') then redis.call('HDEL', to.record, field) end
  end
end
local fields = redis.call('HGETALL', from.record)
for i = 1, #fields, 2 do
  local field, home = fields[i], nil
  if starts(field, 'identity:') then
    local name = string.sub(field, 10)
    local raw = redis.call('HGET', keys.identities, name)
    local identity = raw and cjson.decode(raw)
    home = identity and homes.by_id[identity.home]
    if home and home.side == 'goes' then
      identity.customer, identity.conversation = to.customer, to.conversation
      redis.call('HSET', keys.identities, name, cjson.encode(identity))
      redis.call('HSET', to.record, field, '')
    end
  elseif starts(field, 'claim:') then
    home = homes.by_id[fields[i + 1]]
    if home and home.side == 'goes' then redis.call('HSETNX', to.record, field, home.id) end
  elseif starts(field, 'lent:') then
    home = homes.by_id[string.match(field, '^lent:([^:]+):')]
    if home and home.side == 'goes' then redis.call('HSET', to.record, field, '') end
  end
  if home and home.side == 'goes' and facts.link ~= 'join' then redis.call('HDEL', from.record, field) end
end

-- The customers' records.
if facts.fresh then
  for field, value in pairs(facts.fresh) do redis.call('HSET', to.record, field, value) end
  redis.call('HSET', to.record, 'conversation', to.conversation)
  redis.call('HSET', to.hash, 'customer', to.customer)
  keep_name(KEYS[16], to.customer, facts.words)
end
for _, pair in ipairs({ from.customer .. '|' .. to.customer, to.customer .. '|' .. from.customer }) do
  if facts.apart == 'said' then redis.call('ZADD', KEYS[15], 0, pair) else redis.call('ZREM', KEYS[15], pair) end
end
for field, value in pairs(facts.set or {}) do redis.call('HSET', to.record, field, value) end
for field, value in pairs(facts.restore or {}) do
  if (redis.call('HGET', joint, field) or '') == value.now then redis.call('HSET', joint, field, value.was) end
end
if facts.link == 'join' then
  redis.call('HSET', from.record, 'into', to.customer)
  redis.call('HSET', from.hash, 'into', to.conversation)
  redis.call('HSET', joint, 'joined:' .. from.customer, facts.deed)
elseif facts.link == 'part' then
  redis.call('HDEL', to.record, 'into')
  redis.call('HDEL', to.hash, 'into')
  redis.call('HDEL', joint, 'joined:' .. to.customer)
end

-- A half of a topic: its row is what its own entries make of it.
local function row_of_half(topic, id, side, row)
  put_row(topic, row)
  topic.at = tonumber(string.sub(row.newest, 1, 12), 16)
  if topic.failed and not home_of_entry(side, topic.failed) then topic.failed = nil end
  topic.waiting = waiting_since(side, id, topic)
end

local function relabel(side, id, twin)
  for _, home in ipairs(side) do
    for _, member in ipairs(redis.call('ZRANGEBYLEX', home.lanes, '[' .. id .. '|', '(' .. id .. '}')) do
      local entry = string.sub(member, #id + 2)
      redis.call('ZREM', home.lanes, member)
      redis.call('ZADD', home.lanes, 0, twin .. '|' .. entry)
      local state = cjson.decode(redis.call('HGET', home.states, entry))
      state.topic = twin
      redis.call('HSET', home.states, entry, cjson.encode(state))
    end
  end
end

-- What was promised goes with the half its sentence is in: whoever was told it is on that side.
local function part_promises(rows, kept, twin, twin_side, conversation)
  for _, id in ipairs(redis.call('ZRANGE', rows.promises, 0, -1)) do
    local promise = load_promise(keys.promises, id)
    if promise and home_of_entry(twin_side, promise.entry) then
      promise.topic = rows.twin
      redis.call('HSET', keys.promises, id, cjson.encode(promise))
      redis.call('ZADD', rows.twin_promises, redis.call('ZSCORE', rows.promises, id), id)
      redis.call('ZREM', rows.promises, id)
      publish_promise(keys, conversation, rows.twin, id)
    end
  end
  note_promise({ promises = keys.promises, topic_promises = rows.promises }, kept)
  note_promise({ promises = keys.promises, topic_promises = rows.twin_promises }, twin)
end

local function kind_of(side, entry)
  for _, home in ipairs(side) do
    local raw = redis.call('HGET', home.states, entry)
    if raw then return cjson.decode(raw).kind end
  end
end

-- A handover goes with the half it was offered in. Of one that was only shown to somebody nobody knows on which side they
-- are now: it is good no longer, and its timer says so at once. Else it would bring them to the other customer.
local function part_handovers(rows, kept_side, twin_side)
  local now = now_ms()
  for _, id in ipairs(redis.call('ZRANGE', rows.handovers, 0, -1)) do
    local handover = load_handover(keys.handovers, id)
    local kind = handover and (kind_of(kept_side, handover.entry) or kind_of(twin_side, handover.entry))
    if kind and home_of_entry(twin_side, handover.entry) then
      handover.topic = rows.twin
      redis.call('ZADD', rows.twin_handovers, redis.call('ZSCORE', rows.handovers, id), id)
      redis.call('ZREM', rows.handovers, id)
    end
    if kind and kind ~= 'out' and handover.state == 'offered' and handover.expires > now then
      handover.expires = now
      set_timer(keys.timers, 'handover-expiry', id, handover.version, now)
    end
    if kind then redis.call('HSET', keys.handovers, id, cjson.encode(handover)) end
  end
end

local done = { 'done' }
for _, half in ipairs(halves) do
  local rows = twins[half.id]
  local kept_side, twin_side = half.goes and homes.goes or homes.stays, half.goes and homes.stays or homes.goes
  local kept_row, twin_row = half.goes and rows.goes or rows.stays, half.goes and rows.stays or rows.goes
  local owner = half.goes and from or to
  local twin_id = rows.twin
  local twin = cjson.decode(cjson.encode(half.topic))
  relabel(twin_side, half.id, twin_id)
  twin.order, twin.views, twin.home, twin.promise = nil, nil, twin_row.home, nil
  twin.conversation, twin.customer = owner.conversation, owner.customer
  if twin.target then twin.target.timer = nil end
  row_of_half(twin, twin_id, twin_side, twin_row)
  row_of_half(half.topic, half.id, kept_side, kept_row)
  part_promises(rows, half.topic, twin, twin_side, owner.conversation)
  part_handovers(rows, kept_side, twin_side)
  mind_target(keys.timers, twin_id, twin)
  mind_target(keys.timers, half.id, half.topic)
  if twin.status == 'snoozed' then set_timer(keys.timers, 'snooze', twin_id, twin.snoozed, twin.snoozed) end
  local entered = save_topic(keys.topics, keys.views, twin_id, twin)
  redis.call('ZADD', owner.topics, twin.at, twin_id)
  if not half.goes then
    save_topic(keys.topics, keys.views, half.id, half.topic)
    redis.call('ZADD', from.topics, half.topic.at, half.id)
  end
  publish(keys.clock, keys.feed, 'kind', 'topic', 'conversation', from.conversation, 'topic', half.id)
  publish(keys.clock, keys.feed, 'kind', 'entry', 'conversation', owner.conversation, 'home', twin.home,
    'topic', twin_id, 'entry', twin_row.newest, 'entered', entered)
  done[#done + 1], done[#done + 2] = half.id, twin_id
end

for _, move in ipairs(moves) do
  local topic = move.topic
  topic.conversation, topic.customer = to.conversation, to.customer
  if homes.by_id[topic.home] and homes.by_id[topic.home].side == 'stays' then
    topic.home = home_of_topic(homes.goes, move.id)
  end
  redis.call('ZREM', from.topics, move.id)
  redis.call('ZADD', to.topics, topic.at, move.id)
  local entered = save_topic(keys.topics, keys.views, move.id, topic)
  publish(keys.clock, keys.feed, 'kind', 'topic', 'conversation', to.conversation, 'topic', move.id, 'entered', entered)
end
for _, id in ipairs(redis.call('ZRANGE', from.topics, 0, -1)) do
  local topic = load_topic(keys.topics, id)
  if homes.by_id[topic.home] and homes.by_id[topic.home].side == 'goes' then
    topic.home = home_of_topic(homes.stays, id)
    redis.call('HSET', keys.topics, id, cjson.encode(topic))
  end
end

-- One who has no address and nothing said any more leads to where it all went.
if facts.link == 'none' and #homes.stays == 0 then
  redis.call('HSET', from.record, 'into', to.customer)
  redis.call('HSET', from.hash, 'into', to.conversation)
end

redis.call('HINCRBY', from.hash, 'rev', 1)
redis.call('HINCRBY', to.hash, 'rev', 1)
redis.call('HSET', keys.deeds, facts.deed, mark .. ' ' .. ARGV[2])
settle_newest(from.hash, homes.stays)
settle_newest(to.hash, homes.after)
tell(from, newest_topic(from), ARGV[3])
tell(to, told_to or newest_topic(to), ARGV[4])
for _, side in ipairs({ from, to }) do
  publish(keys.clock, keys.feed, 'kind', 'homes', 'conversation', side.conversation)
end
return done
