-- Handovers: their record, what proves them, their timer, and how often each route is taken. Included by the scripts that
-- make one or end it.
--
-- keys: handovers, codes, figures, timers, clock, feed
-- Whose conversation a handover is in, its topic knows.

local function load_handover(handovers, id)
  local raw = redis.call('HGET', handovers, id)
  return raw and cjson.decode(raw)
end

-- figures: {main}:handover-figures:2026-11-26, of the day it was offered on
local function count_handover(figures, handover, what, n)
  redis.call('HINCRBY', figures, handover.from .. '|' .. handover.to .. '|' .. what, n or 1)
end

-- Ends one that is open, once: its timer goes, its spoken code is free for another, and its route counts it; after `keep` ms
-- it is forgotten. A visitor's windows look again at what they show of it. A time to arrive is counted in powers of two of a second, so that the middle one can be told without
-- keeping each.
local function end_handover(keys, id, handover, state, now, keep, conversation)
  drop_timer(keys.timers, 'handover-expiry', id, handover.version)
  if handover.code then redis.call('HDEL', keys.codes, handover.code) end
  handover.state, handover.closed, handover.version = state, now, handover.version + 1
  set_timer(keys.timers, 'handover-forget', id, handover.version, now + keep)
  count_handover(keys.figures, handover, state)
  if state == 'arrived' then
    local seconds, power = math.max(0, math.floor((now - handover.offered) / 1000)), 0
    while 2 ^ power <= seconds do power = power + 1 end
    count_handover(keys.figures, handover, 'seconds', seconds)
    count_handover(keys.figures, handover, 'took' .. power)
  end
  redis.call('HSET', keys.handovers, id, cjson.encode(handover))
  if handover.from == 'chat' and handover.home then
    publish(keys.clock, keys.feed, 'kind', 'entry', 'conversation', conversation, 'home', handover.home, 'topic',
      handover.topic, 'entry', handover.entry, 'via', 'chat')
  end
end
