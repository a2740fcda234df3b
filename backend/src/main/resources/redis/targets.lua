-- Until when an answer is due. Included by the scripts that change since when a customer waits, or where.
--
-- A topic's `target` is: kind ('first' or 'next' answer), wait (the `waiting` it belongs to), since (the same by the clock
-- that targets are computed with), queue, state, and where there is a target: warn, due, and timer, the version of the
-- timer that is set. Its states: 'unclocked' (its moments are still to be computed), 'none' (the queue has no target),
-- 'running', 'soon', 'late'.

-- What the timer of a target waits for; nil if for nothing.
local function next_moment(target)
  if target.state == 'unclocked' then return 0 end
  return target.state == 'running' and target.warn or target.state == 'soon' and target.due or nil
end

local function stop_target(timers, id, topic)
  local target = topic.target
  if target and target.timer then
    drop_timer(timers, 'target', id, target.timer)
    target.timer = nil
  end
end

-- Sets the timer for what comes next. Versions are never used twice in a topic.
local function start_target(timers, id, topic)
  local at = next_moment(topic.target)
  if at then
    topic.targets = (topic.targets or 0) + 1
    topic.target.timer = topic.targets
    set_timer(timers, 'target', id, topic.target.timer, at)
  end
end

-- Takes the moments of the topic's queue, or none.
-- targets: { main = { first = { warn = …, due = … }, next = … }, … }, computed for target.since
local function clock_target(target, targets)
  local moments = (targets[target.queue] or {})[target.kind]
  target.warn, target.due = moments and moments.warn, moments and moments.due
  target.state = moments and 'running' or 'none'
end

-- A wait that begins, or that a topic does not remember: its moments are computed by a timer, unless they are at hand.
local function new_target(topic, started)
  local target = { kind = (topic.answers or 0) > 0 and 'next' or 'first', wait = topic.waiting,
    since = started and started.since or topic.waiting, queue = topic.queue or 'main', state = 'unclocked' }
  if started then clock_target(target, started.targets) end
  return target
end

-- Whoever has a topic that is opened again may have left meanwhile, or work elsewhere, which a script cannot know: a timer
-- looks (`HolderTimer`). What it was stands in its version: 'resolved', 'snoozed', or 'new' of a topic made with a holder.
local function mind_holder(timers, id, topic)
  local was = topic.views and topic.views[1] or 'new'
  if topic.assignee and topic.status == 'open' and was ~= 'all' then
    set_timer(timers, 'holder', id, was .. string.format('-%d', topic.at or 0), 0)
  end
end

-- Brings a topic's target in line with what became of the topic: to be called before it is saved. Resolving only sets a
-- target aside, until the topic is opened again; then it is looked at who has it, too.
-- started: { since = …, targets = … } where a wait began just now, else nil
local function mind_target(timers, id, topic, started)
  mind_holder(timers, id, topic)
  if topic.status == 'resolved' then return stop_target(timers, id, topic) end
  if started or not topic.target or topic.target.wait ~= topic.waiting then
    stop_target(timers, id, topic)
    topic.target = topic.waiting and new_target(topic, started) or nil
  end
  local target = topic.target
  if target and target.queue ~= (topic.queue or 'main') then
    stop_target(timers, id, topic)
    target.queue, target.state, target.warn, target.due = topic.queue or 'main', 'unclocked', nil, nil
  end
  if target and not target.timer then start_target(timers, id, topic) end
end

-- How many waits that ended are remembered, and answers after the last of them.
local ENDED, ANSWERS = 3, 20

-- An answer ends the wait, whatever it answers. What ended, and by which answers, is remembered in `ended`: answers can
-- be taken back for a while.
local function count_answer(timers, id, topic, answer)
  mind_target(timers, id, topic)
  stop_target(timers, id, topic)
  local ended = topic.ended or {}
  if topic.target then
    ended[#ended + 1] = { target = topic.target, by = { answer } }
    if #ended > ENDED then table.remove(ended, 1) end
  elseif #ended > 0 then
    table.insert(ended[#ended].by, answer)
    if #ended[#ended].by > ANSWERS then ended = {} end
  end
  topic.ended = #ended > 0 and ended or nil
  topic.target, topic.waiting, topic.answers = nil, nil, (topic.answers or 0) + 1
end

local function remove(list, value)
  for i, one in ipairs(list) do
    if one == value then return table.remove(list, i) end
  end
end

-- An answer is taken back: the wait that only it had ended goes on.
local function discount_answer(timers, id, topic, answer)
  topic.answers = math.max(0, (topic.answers or 0) - 1)
  local ended = topic.ended or {}
  for i, one in ipairs(ended) do
    if remove(one.by, answer) and #one.by == 0 then
      table.remove(ended, i)
      if ended[i] then
        -- The wait after it had really begun with this one.
        ended[i].target = one.target
      else
        stop_target(timers, id, topic)
        topic.target = one.target
        topic.waiting = topic.status ~= 'resolved' and one.target.wait or nil
      end
      break
    end
  end
  topic.ended = #ended > 0 and ended or nil
  mind_target(timers, id, topic)
end

-- A topic that was resolved is opened again by us: who had no answer still waits for it.
local function resume_wait(topic)
  if topic.target and not topic.waiting then topic.waiting, topic.closed = topic.target.wait, nil end
end

-- A topic that was resolved is opened again by the customer: what was before is settled.
local function forget_waits(timers, id, topic)
  stop_target(timers, id, topic)
  topic.target, topic.ended = nil, nil
end
