#!lua flags=no-writes
-- Reads everything and answers one sentence for each violated invariant.
local problems = {}
local function check(holds, sentence) if not holds then problems[#problems + 1] = sentence end end
local SINGLE = {}
for name in string.gmatch('ready busy lease delay wait counts marker epoch seq outcomes aside rebuild paused holds onhold causes mapping seen reports jobs', '%a+') do
  SINGLE[name] = true
end

local dirty, flights, batches, orders, cursor, seen_keys = {}, {}, {}, {}, '0', {}
repeat
  local page = redis.call('SCAN', cursor, 'MATCH', q .. ':*', 'COUNT', 1000)
  cursor = page[1]
  for _, key in ipairs(page[2]) do
    if not seen_keys[key] then
      seen_keys[key] = true
      local name = string.sub(key, #q + 2)
      local kind, rest = string.match(name, '^(%a):(.*)$')
      if kind == 'g' then dirty[rest] = key
      elseif kind == 'f' then flights[rest] = key
      elseif kind == 'b' then batches[rest] = key
      elseif kind == 'o' then orders[rest] = key
      elseif kind ~= 'd' then check(SINGLE[name], 'key ' .. key .. ' is none of the queue\'s') end
    end
  end
until cursor == '0'

local function hash(key)
  local fields, map, size = redis.call('HGETALL', key), {}, 0
  for i = 1, #fields, 2 do
    map[fields[i]] = fields[i + 1]
    size = size + 1
  end
  return map, size
end

local busy = hash(BUSY)
local ready = {}
for _, item in ipairs(redis.call('LRANGE', READY, 0, -1)) do
  local group = string.match(item, '^%d+:(.*)$') or item
  check(not ready[group], 'group ' .. group .. ' is ready twice')
  check(dirty[group], 'group ' .. group .. ' is ready and has nothing waiting')
  check(not busy[group], 'group ' .. group .. ' is ready and busy')
  ready[group] = true
end
local holds, onhold = hash(HOLDS), hash(ONHOLD)
for group in pairs(onhold) do
  check(holds['contract:' .. group], 'group ' .. group .. ' stands aside and is not on hold')
  check(dirty[group], 'group ' .. group .. ' stands aside and has nothing waiting')
  check(not busy[group] and not ready[group], 'group ' .. group .. ' stands aside and is ready or busy')
end

local where, waiting, flying = {}, 0, 0
for group, key in pairs(dirty) do
  check(ready[group] or busy[group] or onhold[group], 'group ' .. group .. ' has records waiting and is neither ready, busy nor aside')
  local records, size = hash(key)
  check((orders[group] ~= nil) == (size > LARGEST_UNORDERED), 'group ' .. group .. ' has ' .. size .. ' waiting and keeps their order wrongly')
  for entry, value in pairs(records) do
    waiting = waiting + 1
    if orders[group] then
      local place = redis.call('ZSCORE', orders[group], entry)
      check(place and tonumber(place) == sequence_of(value), 'entry ' .. entry .. ' is out of order')
    end
    where[entry] = where[entry] or {}
    check(not where[entry].dirty, 'entry ' .. entry .. ' waits twice')
    where[entry].dirty = version_of(value)
  end
end

for group, key in pairs(orders) do
  check(dirty[group] and redis.call('ZCARD', key) == redis.call('HLEN', dirty_key(group)), 'group ' .. group .. ' orders what does not wait')
end

local held, in_batches = {}, {}
for batch, key in pairs(batches) do
  check(redis.call('ZSCORE', LEASE, batch), 'batch ' .. batch .. ' has no lease')
  in_batches[batch] = 0
  for _, group in ipairs(groups_of(batch)) do
    check(not held[group], 'group ' .. group .. ' is in two batches')
    held[group] = batch
    check(busy[group] == batch, 'group ' .. group .. ' is in batch ' .. batch .. ' and not busy with it')
    check(flights[batch .. ':' .. group], 'group ' .. group .. ' is in batch ' .. batch .. ' without records')
  end
end
for group, batch in pairs(busy) do
  check(held[group] == batch, 'group ' .. group .. ' is busy with batch ' .. batch .. ', which does not hold it')
end
for _, batch in ipairs(redis.call('ZRANGE', LEASE, 0, -1)) do
  check(batches[batch], 'the lease of batch ' .. batch .. ' holds nothing')
end
for name, key in pairs(flights) do
  local batch, group = string.match(name, '^([^:]*):(.*)$')
  check(held[group] == batch, 'records of group ' .. group .. ' fly in batch ' .. batch .. ', which does not hold it')
  for entry, value in pairs((hash(key))) do
    flying = flying + 1
    if in_batches[batch] then in_batches[batch] = in_batches[batch] + 1 end
    where[entry] = where[entry] or {}
    check(not where[entry].flying, 'entry ' .. entry .. ' flies twice')
    where[entry].flying = true
    local newer = where[entry].dirty
    check(not newer or newer > version_of(value), 'entry ' .. entry .. ' waits in a version no newer than the one in flight')
  end
end

for batch, size in pairs(in_batches) do
  check(size_in(receipt_of(batch)) == size, 'batch ' .. batch .. ' was taken with ' .. receipt_of(batch) .. ' and holds ' .. size)
end

local delayed, delayed_size = hash(WAIT)
check(delayed_size == redis.call('ZCARD', DELAY), 'delay and wait have different sizes')
for entry in pairs(delayed) do
  check(redis.call('ZSCORE', DELAY, entry), 'entry ' .. entry .. ' is delayed without a time')
  check(not (where[entry] and where[entry].dirty), 'entry ' .. entry .. ' is delayed and waits')
  check(not (where[entry] and where[entry].flying), 'entry ' .. entry .. ' is delayed and flies')
end

local causes = hash(CAUSES)
for entry in pairs(causes) do check(delayed[entry], 'entry ' .. entry .. ' has a cause and is not delayed') end
for _, entry in ipairs(redis.call('ZRANGEBYSCORE', DELAY, '+inf', '+inf')) do
  check(causes[entry] and holds['code:' .. causes[entry]], 'entry ' .. entry .. ' is delayed for ever and its cause is not on hold')
end

local counts = hash(COUNTS)
check(tonumber(counts.waiting or 0) == waiting, 'waiting is counted ' .. (counts.waiting or 0) .. ' and is ' .. waiting)
check(tonumber(counts.flying or 0) == flying, 'flying is counted ' .. (counts.flying or 0) .. ' and is ' .. flying)
local told = outcomes_told()
check(tonumber(counts.outcomes or 0) == told, 'outcomes are counted ' .. (counts.outcomes or 0) .. ' and are ' .. told)
return problems
