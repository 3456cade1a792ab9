#!lua flags=allow-oom
-- Takes whole contracts for a batch: ARGV = batch id, most records, lease in ms.
-- Answers {'batch', lease end, contract, {entry, value, ...}, ...}; {'nothing', ms until the next record or lease is due, or -1}; {'shut'};
-- {'paused', reason}; {'used'} if the batch id was settled or released before. The same batch id gets the same batch as long as it is held: a command
-- that the client sends again after a broken connection must not take a second batch that nobody ever sees.
local MOST_EXPIRED, MOST_DUE, MOST_SKIPPED, MOST_SORTED = 16, 1000, 4, 2000
local batch, limit, lease = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
if not is_open() then return {'shut'} end
local at = now()

for _, expired in ipairs(redis.call('ZRANGEBYSCORE', LEASE, '-inf', at, 'LIMIT', 0, MOST_EXPIRED)) do
  give_back(expired, at)
end

local held_until = redis.call('ZSCORE', LEASE, batch)
if held_until then
  local same = {'batch', tonumber(held_until)}
  for _, contract in ipairs(redis.call('LRANGE', batch_key(batch), 0, -1)) do
    same[#same + 1] = contract
    same[#same + 1] = redis.call('HGETALL', flight_key(batch, contract))
  end
  return same
end
if redis.call('EXISTS', done_key(batch)) == 1 then return {'used'} end

local paused = redis.call('HGET', q .. ':paused', 'reason')
if paused then return {'paused', paused} end

-- Due retries become dirty again, at the tail.
local promoted = 0
for _, entry in ipairs(redis.call('ZRANGEBYSCORE', DELAY, '-inf', at, 'LIMIT', 0, MOST_DUE)) do
  local delayed = redis.call('HGET', WAIT, entry) or ''
  local contract, value = string.match(delayed, '^([^\n]*)\n(.*)$')
  if not contract then contract, value = 'unreadable', delayed end
  redis.call('ZREM', DELAY, entry)
  redis.call('HDEL', WAIT, entry)
  local more = put(contract, entry, value)
  promoted = promoted + more
  if more == 1 and redis.call('HLEN', dirty_key(contract)) == 1 and redis.call('HEXISTS', BUSY, contract) == 0 then
    to_tail(contract, at)
  end
end
count(promoted, 0)

-- The oldest records of a contract that has more than one batch carries; beyond a size, any: sorting would hold Redis up for too long.
local function oldest(contract)
  local fields = {}
  if redis.call('HLEN', dirty_key(contract)) <= MOST_SORTED then
    fields = redis.call('HGETALL', dirty_key(contract))
  else
    local cursor = '0'
    repeat
      local page = redis.call('HSCAN', dirty_key(contract), cursor, 'COUNT', limit)
      cursor = page[1]
      for _, field in ipairs(page[2]) do fields[#fields + 1] = field end
    until cursor == '0' or #fields >= 2 * limit
  end
  local pairs_by_age = {}
  for i = 1, #fields, 2 do pairs_by_age[#pairs_by_age + 1] = {fields[i], fields[i + 1]} end
  table.sort(pairs_by_age, function(a, b) return sequence_of(a[2]) < sequence_of(b[2]) end)
  return pairs_by_age
end

local taken, reply, skipped, in_batch = 0, {'batch', at + lease}, {}, {}

local function hold(contract, fields)
  redis.call('HSET', BUSY, contract, batch)
  redis.call('RPUSH', batch_key(batch), contract)
  for i = 1, #fields, 2 do in_batch[fields[i]] = true end
  taken = taken + #fields / 2
  reply[#reply + 1] = contract
  reply[#reply + 1] = fields
end

local function take_whole(contract, fields)
  redis.call('RENAME', dirty_key(contract), flight_key(batch, contract))
  hold(contract, fields)
end

local function take_slice(contract)
  local fields = {}
  for i, record in ipairs(oldest(contract)) do
    if i > limit then break end
    redis.call('HDEL', dirty_key(contract), record[1])
    redis.call('HSET', flight_key(batch, contract), record[1], record[2])
    fields[#fields + 1] = record[1]
    fields[#fields + 1] = record[2]
  end
  hold(contract, fields)
end

-- Salesforce rejects both copies when one external id is twice in a call.
local function repeats_an_entry(fields)
  for i = 1, #fields, 2 do
    if in_batch[fields[i]] then return true end
  end
  return false
end

while taken < limit and #skipped < MOST_SKIPPED do
  local item = redis.call('LPOP', READY)
  if not item then break end
  local contract = string.match(item, '^%d+:(.*)$') or item
  local size = redis.call('HLEN', dirty_key(contract))
  if size > 0 and redis.call('HEXISTS', BUSY, contract) == 0 then
    if size <= limit - taken then
      local fields = redis.call('HGETALL', dirty_key(contract))
      if repeats_an_entry(fields) then
        skipped[#skipped + 1] = item
      else
        take_whole(contract, fields)
      end
    elseif taken == 0 then
      take_slice(contract)
    else
      skipped[#skipped + 1] = item
    end
  end
end
for i = #skipped, 1, -1 do redis.call('LPUSH', READY, skipped[i]) end

-- One marker wakes one worker; who leaves work behind wakes the next.
if redis.call('LLEN', READY) > 0 then wake() else redis.call('DEL', q .. ':marker') end

if taken > 0 then
  redis.call('ZADD', LEASE, at + lease, batch)
  count(-taken, taken)
  return reply
end

local next_due = -1
for _, schedule in ipairs({DELAY, LEASE}) do
  local first = redis.call('ZRANGE', schedule, 0, 0, 'WITHSCORES')[2]
  if first then
    local wait = math.max(0, tonumber(first) - at)
    if next_due < 0 or wait < next_due then next_due = wait end
  end
end
return {'nothing', next_due}
