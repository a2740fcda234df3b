-- The delivery state of an answer, and its place in the outbound queue. Included by the scripts that change it.

local reached = { queued = 0, sending = 1, unconfirmed = 2, sent = 3, delivered = 4, read = 5 }

-- Whether a state may follow another: never back, and nothing follows what was taken back.
local function may_follow(from, to)
  if from == 'withdrawn' or from == to then return false end
  if to == 'failed' then return reached[from] ~= nil and reached[from] < 4 end
  if from == 'failed' then return to == 'delivered' or to == 'read' end
  return reached[to] > reached[from]
end

-- An answer that will not arrive has answered nobody: who waited for it waits on, since when they did, also where the topic was
-- resolved with it. Sent once more, or arrived after all, it is an answer again.
local function weigh_answer(keys, facts, state, topic, delivery)
  local said = tonumber(string.sub(facts.entry, 1, 12), 16)
  local waited, aside = topic.waiting, topic.target
  if delivery == 'failed' and state.counted then
    state.counted, state.missed = nil, true
    discount_answer(keys.timers, state.topic, topic, facts.entry)
    if topic.status == 'resolved' and topic.target and topic.target ~= aside then
      topic.status, topic.resolved = 'open', nil
      resume_wait(topic)
      mind_target(keys.timers, state.topic, topic)
    end
    if topic.waiting and not waited then count_flow(keys.flow, topic.queue or 'main', 'answered', said, -1) end
  elseif delivery ~= 'failed' and delivery ~= 'unconfirmed' and state.missed then
    state.counted, state.missed = true, nil
    count_answer(keys.timers, state.topic, topic, facts.entry)
    if waited then count_flow(keys.flow, topic.queue or 'main', 'answered', now_ms(), 1) end
  end
end

-- Writes the state and tells it; a failed answer marks its topic, until it is known to be better. Whose conversation it
-- is, the topic knows: it may have been joined to another one since the answer was written.
-- An answer that says a promise tells the promise whether it was told.
-- `entered`: the views its topic entered by it.
-- keys: clock, states, topics, views, feed, promises, timers, flow
local function set_delivery(keys, facts, state, delivery, ms, reason, entered)
  state.delivery, state.at, state.why = delivery, ms, reason
  local topic = load_topic(keys.topics, state.topic)
  if topic then
    local failed = (delivery == 'failed' or delivery == 'unconfirmed') and facts.entry or nil
    local missed = state.missed
    weigh_answer(keys, facts, state, topic, delivery)
    if failed or topic.failed == facts.entry or missed ~= state.missed then
      topic.failed = failed or (topic.failed ~= facts.entry and topic.failed or nil)
      local into = save_topic(keys.topics, keys.views, state.topic, topic)
      entered = entered and entered ~= '' and entered or into
    end
  end
  redis.call('HSET', keys.states, facts.entry, cjson.encode(state))
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
