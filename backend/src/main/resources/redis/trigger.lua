-- Whether a visitor is invited to chat: since when each trigger holds, when it is looked again, what they were invited by.
--
-- KEYS  1 {main}:invited:Zm9v  2 {main}:timers  3 {main}:trigger-counts
-- ARGV  1 facts, JSON: does, now (ms), visitor, keep (s), caps {day, month} (how many invitations), and
--         'hold': rules [{id, dwell, every}] (those that hold now; ms), account (none keeps the one before)
--         'fire': rules (as above, the first wanted first, none of them if it is not the hour), timer (the version), life (ms)
--         'show'
--         'answer': offer, rule, answer ('taken' or 'dismissed'), rest (ms)
--         'forget'
-- Returns {'waits', until when it is looked again (ms)} | {'nothing'}
--         {'offered', rule} | {'shown', rule, offer} | {'answered'} | {'unknown'}
-- include: timers

local state, timers, counts = KEYS[1], KEYS[2], KEYS[3]
local facts = cjson.decode(ARGV[1])
local now = facts.now
local DAY, MONTH = 86400000, 30 * 86400000
local does = {}

local function get(field)
  return redis.call('HGET', state, field) or nil
end

local function number(field)
  return tonumber(get(field) or 0)
end

-- Anybody can make up new visitors, so those who were never invited are forgotten soon.
local function last()
  local known = redis.call('HEXISTS', state, 'shown') == 1 or redis.call('HEXISTS', state, 'rest') == 1
  redis.call('EXPIRE', state, known and facts.keep or 86400)
end

local function put(...)
  redis.call('HSET', state, ...)
  last()
end

-- When they were invited within the last thirty days.
local function shown()
  local times = {}
  for at in string.gmatch(get('shown') or '', '%d+') do
    if tonumber(at) > now - MONTH then times[#times + 1] = tonumber(at) end
  end
  return times
end

-- Whether they had enough invitations, or want none.
local function enough()
  if number('rest') > now then return true end
  local today, month = 0, 0
  for _, at in ipairs(shown()) do
    month = month + 1
    if at > now - DAY then today = today + 1 end
  end
  return today >= facts.caps.day or month >= facts.caps.month
end

local function rests(rule)
  local last = number('shown:' .. rule.id)
  return last > 0 and last + rule.every > now
end

local function unset()
  local version = get('timer')
  if version and get('due') then
    drop_timer(timers, 'invite', facts.visitor, version)
    redis.call('HDEL', state, 'due')
  end
end

-- Looks again when the first of them will have held long enough, if any may be shown.
local function wait(rules, after)
  unset()
  local due
  if not enough() then
    for _, rule in ipairs(rules) do
      local at = number('since:' .. rule.id) + rule.dwell
      if not rests(rule) and at > after and (not due or at < due) then due = at end
    end
  end
  if not due then return { 'nothing' } end
  local version = number('timer') + 1
  put('timer', version, 'due', due)
  set_timer(timers, 'invite', facts.visitor, version, due)
  return { 'waits', due }
end

function does.hold()
  local holds = {}
  for _, rule in ipairs(facts.rules) do holds['since:' .. rule.id] = rule end
  local offer = get('offer')
  if #facts.rules == 0 and redis.call('EXISTS', state) == 0 then return { 'nothing' } end
  for _, field in ipairs(redis.call('HKEYS', state)) do
    if string.sub(field, 1, 6) == 'since:' and not holds[field] then redis.call('HDEL', state, field) end
  end
  -- Who has moved on is not asked about what they left.
  if offer and not holds['since:' .. cjson.decode(offer).rule] then
    redis.call('HDEL', state, 'offer')
    offer = nil
  end
  for field in pairs(holds) do redis.call('HSETNX', state, field, now) end
  if #facts.rules > 0 then
    if facts.account then put('account', facts.account) end
    last()
  end
  if offer then return { 'waits', now } end
  return wait(facts.rules, 0)
end

function does.fire()
  local current = get('timer') == tostring(facts.timer) and get('due')
  drop_timer(timers, 'invite', facts.visitor, facts.timer)
  if not current then return { 'nothing' } end
  redis.call('HDEL', state, 'due')
  if not enough() then
    for _, rule in ipairs(facts.rules) do
      local since = number('since:' .. rule.id)
      if since > 0 and since + rule.dwell <= now and not rests(rule) then
        put('offer', cjson.encode({ id = rule.id .. '-' .. string.format('%.0f', now), rule = rule.id, till = now + facts.life }))
        return { 'offered', rule.id }
      end
    end
  end
  local held = {}
  for _, rule in ipairs(facts.rules) do
    if number('since:' .. rule.id) > 0 then held[#held + 1] = rule end
  end
  return wait(held, now)
end

function does.show()
  local raw = get('offer')
  if raw then
    local offer = cjson.decode(raw)
    redis.call('HDEL', state, 'offer')
    if offer.till > now and not enough() then
      local times = shown()
      times[#times + 1] = now
      for i, at in ipairs(times) do times[i] = string.format('%.0f', at) end
      put('shown', table.concat(times, ','), 'shown:' .. offer.rule, now, 'asked', offer.id)
      redis.call('HINCRBY', counts, offer.rule .. '|shown', 1)
      return { 'shown', offer.rule, offer.id }
    end
  end
  local due = get('due')
  if due then return { 'waits', tonumber(due) } end
  return { 'nothing' }
end

function does.answer()
  if get('asked') ~= facts.offer then return { 'unknown' } end
  redis.call('HDEL', state, 'asked')
  if facts.answer == 'dismissed' then
    unset()
    put('rest', now + facts.rest)
  end
  redis.call('HINCRBY', counts, string.match(facts.offer, '^(.*)%-%d+$') .. '|' .. facts.answer, 1)
  return { 'answered' }
end

function does.forget()
  unset()
  redis.call('DEL', state)
  return { 'nothing' }
end

return does[facts.does]()
