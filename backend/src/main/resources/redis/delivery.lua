-- The delivery state of an answer, and its place in the outbound queue. Included by the scripts that change it.

local reached = { queued = 0, sending = 1, unconfirmed = 2, sent = 3, delivered = 4, read = 5 }

-- Whether a state may follow another: never back, and nothing follows what was taken back.
local function may_follow(from, to)
  if from == 'withdrawn' or from == to then return false end
  if to == 'failed' then return reached[from] ~= nil and reached[from] < 4 end
  if from == 'failed' then return to == 'delivered' or to == 'read' end
  return reached[to] > reached[from]
end

-- Writes the state and tells it; a failed answer marks its topic, until it is known to be better. Whose conversation it
-- is, the topic knows: it may have been joined to another one since the answer was written.
-- An answer that says a promise tells the promise whether it was told.
-- `entered`: the views its topic entered by it.
-- keys: clock, states, topics, views, feed, promises
local function set_delivery(keys, facts, state, delivery, ms, reason, entered)
  state.delivery, state.at, state.why = delivery, ms, reason
  redis.call('HSET', keys.states, facts.entry, cjson.encode(state))
  local topic = load_topic(keys.topics, state.topic)
  if topic then
    local failed = (delivery == 'failed' or delivery == 'unconfirmed') and facts.entry or nil
    if failed or topic.failed == facts.entry then
      topic.failed = failed
      save_topic(keys.topics, keys.views, state.topic, topic)
    end
  end
  publish(keys.clock, keys.feed, 'kind', 'entry', 'conversation', topic and topic.conversation or '',
    'home', facts.home,
    'topic', state.topic, 'entry', facts.entry, 'entered', entered or '', 'via', state.via or '')
  local promise = state.promise and load_promise(keys.promises, state.promise)
  if promise and promise.entry == facts.entry then
    promise.told = delivery
    redis.call('HSET', keys.promises, state.promise, cjson.encode(promise))
    publish_promise(keys, topic and topic.conversation or '', state.topic, state.promise)
  end
end

-- Takes an entry out of its lane; the lane's next entry is due now, and says itself if it is not.
-- keys: outbound, lane
local function leave_lane(keys, facts, ms)
  redis.call('ZREM', keys.lane, facts.entry)
  if redis.call('ZCARD', keys.lane) == 0 then
    redis.call('ZREM', keys.outbound, facts.home)
  else
    redis.call('ZADD', keys.outbound, ms, facts.home)
  end
end
