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
  local contract = string.match(item, '^%d+:(.*)$') or item
  check(not ready[contract], 'contract ' .. contract .. ' is ready twice')
  check(dirty[contract], 'contract ' .. contract .. ' is ready and has nothing waiting')
  check(not busy[contract], 'contract ' .. contract .. ' is ready and busy')
  ready[contract] = true
end
local holds, onhold = hash(HOLDS), hash(ONHOLD)
for contract in pairs(onhold) do
  check(holds['contract:' .. contract], 'contract ' .. contract .. ' stands aside and is not on hold')
  check(dirty[contract], 'contract ' .. contract .. ' stands aside and has nothing waiting')
  check(not busy[contract] and not ready[contract], 'contract ' .. contract .. ' stands aside and is ready or busy')
end

local where, waiting, flying = {}, 0, 0
for contract, key in pairs(dirty) do
  check(ready[contract] or busy[contract] or onhold[contract], 'contract ' .. contract .. ' has records waiting and is neither ready, busy nor aside')
  local records, size = hash(key)
  check((orders[contract] ~= nil) == (size > LARGEST_UNORDERED), 'contract ' .. contract .. ' has ' .. size .. ' waiting and keeps their order wrongly')
  for entry, value in pairs(records) do
    waiting = waiting + 1
    if orders[contract] then
      local place = redis.call('ZSCORE', orders[contract], entry)
      check(place and tonumber(place) == sequence_of(value), 'entry ' .. entry .. ' is out of order')
    end
    where[entry] = where[entry] or {}
    check(not where[entry].dirty, 'entry ' .. entry .. ' waits twice')
    where[entry].dirty = version_of(value)
  end
end

for contract, key in pairs(orders) do
  check(dirty[contract] and redis.call('ZCARD', key) == redis.call('HLEN', dirty_key(contract)), 'contract ' .. contract .. ' orders what does not wait')
end

local held, in_batches = {}, {}
for batch, key in pairs(batches) do
  check(redis.call('ZSCORE', LEASE, batch), 'batch ' .. batch .. ' has no lease')
  in_batches[batch] = 0
  for _, contract in ipairs(contracts_of(batch)) do
    check(not held[contract], 'contract ' .. contract .. ' is in two batches')
    held[contract] = batch
    check(busy[contract] == batch, 'contract ' .. contract .. ' is in batch ' .. batch .. ' and not busy with it')
    check(flights[batch .. ':' .. contract], 'contract ' .. contract .. ' is in batch ' .. batch .. ' without records')
  end
end
for contract, batch in pairs(busy) do
  check(held[contract] == batch, 'contract ' .. contract .. ' is busy with batch ' .. batch .. ', which does not hold it')
end
for _, batch in ipairs(redis.call('ZRANGE', LEASE, 0, -1)) do
  check(batches[batch], 'the lease of batch ' .. batch .. ' holds nothing')
end
for name, key in pairs(flights) do
  local batch, contract = string.match(name, '^([^:]*):(.*)$')
  check(held[contract] == batch, 'records of contract ' .. contract .. ' fly in batch ' .. batch .. ', which does not hold it')
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
