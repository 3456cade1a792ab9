#!lua flags=allow-oom
-- Takes whole contracts for a batch: ARGV = batch id, most records, lease in ms, the stamp of the mapping by which they
-- would be sent or '' if that does not matter, 'careful' or nothing.
-- Answers {'batch', lease end, receipt, contract, {entry, value, ...} or '', ...}, where '' leaves it to the client to
-- read the contract's records in flight: whatever passes through a script is hashed byte by byte and copied several
-- times, which costs Redis as much as all the rest. A client that does not find there as many entries as the receipt
-- says, each once, takes again, carefully: then what it holds is given back, no entry comes twice, and nothing is left
-- to it to read. Other answers: {'nothing', ms until the next record or
-- lease is due, or -1}; {'shut'}; {'mapping'} if another mapping is published, or none; {'paused', reason}; {'used'} if
-- the batch id was settled or released before. The same
-- batch id gets the same batch as long as it is held: a command that the client sends again after a broken connection
-- must not take a second batch that no worker ever sees.
local MOST_EXPIRED, MOST_DUE, MOST_SKIPPED, AT_A_TIME = 16, 1000, 4, 32
-- So few are not worth another way to Redis and back.
local FEW = 20
local batch, limit, lease, careful = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[5] == 'careful'
if not is_open() then return {'shut'} end
if ARGV[4] ~= '' and redis.pcall('HGET', MAPPING, 'stamp') ~= ARGV[4] then return {'mapping'} end
local at = now()

for _, expired in ipairs(redis.call('ZRANGEBYSCORE', LEASE, '-inf', at, 'LIMIT', 0, MOST_EXPIRED)) do
  give_back(expired, at)
end

local held_until = redis.call('ZSCORE', LEASE, batch)
if held_until then
  if is_whole(batch) and not careful then return batch_in_hand(batch, tonumber(held_until)) end
  give_back(batch, at)
end
if redis.call('EXISTS', done_key(batch)) == 1 then return {'used'} end

local paused = redis.call('HGET', q .. ':paused', 'reason')
if paused then return {'paused', paused} end

local promoted = 0
local function promote(entry)
  local delayed = redis.call('HGET', WAIT, entry)
  end_delay(entry)
  -- Without a record, it was deleted: the ledger offers it again.
  if delayed then
    local contract, value = delayed_record(delayed)
    promoted = promoted + put_at_tail(contract, entry, value, at)
  end
end

-- Due retries become dirty again, at the tail. One whose cause is on hold has no time any more, until it is let go.
for _, entry in ipairs(redis.call('ZRANGEBYSCORE', DELAY, '-inf', at, 'LIMIT', 0, MOST_DUE)) do
  if is_kept_by_its_cause(entry) then
    redis.call('ZADD', DELAY, '+inf', entry)
  else
    promote(entry)
  end
end
count(promoted, 0)

-- First everything is read and decided, then written: a script that fails half way keeps what it has written.
local taken, reply, skipped, chosen, on_hold = 0, {'batch', at + lease, ''}, {}, {}, {}
local contract_in_batch, entry_in_batch = {}, {}

-- The oldest records of a contract that has more than one batch carries.
local function oldest(contract, size)
  local fields, entries = {}, {}
  if size > LARGEST_UNORDERED then
    entries = redis.call('ZRANGE', order_key(contract), 0, limit - 1)
    for e, value in ipairs(#entries > 0 and redis.call('HMGET', dirty_key(contract), unpack(entries)) or {}) do
      if value then
        fields[#fields + 1] = entries[e]
        fields[#fields + 1] = value
      end
    end
    if #fields > 0 then return fields end
  end
  local all, by_age = redis.call('HGETALL', dirty_key(contract)), {}
  for i = 1, #all, 2 do by_age[#by_age + 1] = {all[i], all[i + 1], sequence_of(all[i + 1])} end
  table.sort(by_age, function(a, b) return a[3] < b[3] end)
  for i = 1, math.min(limit, #by_age) do
    fields[#fields + 1] = by_age[i][1]
    fields[#fields + 1] = by_age[i][2]
  end
  return fields
end

-- Salesforce rejects both copies when one external id is twice in a call.
local function repeats_an_entry(fields)
  if #chosen == 0 then return false end
  for i = 1, #fields, 2 do
    if entry_in_batch[fields[i]] then return true end
  end
  return false
end

-- A slice of a contract is read already; of a whole one, only a careful take has read the records.
local function choose(contract, size, fields, slice)
  chosen[#chosen + 1] = {contract, size, fields, slice}
  contract_in_batch[contract] = true
  for i = 1, careful and #fields or 0, 2 do entry_in_batch[fields[i]] = true end
  taken = taken + size
end

-- Answers whether the contract stays at the head. One on hold leaves it, once, so that no later take meets it again.
local function consider(contract, busy, item)
  -- A key that is no hash is an error here; the contract leaves the head, so that it blocks no other, and the audit
  -- names it.
  local size = redis.pcall('HLEN', dirty_key(contract))
  if type(size) ~= 'number' or size == 0 or busy or contract_in_batch[contract] then return false end
  if is_on_hold('contract', contract) then
    on_hold[#on_hold + 1] = contract
    on_hold[#on_hold + 1] = string.match(item, '^(%d+):') or string.format('%.0f', at)
    return false
  end
  if size <= limit - taken then
    local fields = careful and redis.call('HGETALL', dirty_key(contract))
    if careful and repeats_an_entry(fields) then return true end
    choose(contract, size, fields)
    return false
  end
  if taken > 0 then return true end
  local fields = oldest(contract, size)
  choose(contract, #fields / 2, fields, fields)
  return false
end

local seen = 0
repeat
  local items = redis.call('LRANGE', READY, seen, seen + AT_A_TIME - 1)
  local contracts = {}
  for i, item in ipairs(items) do contracts[i] = string.match(item, '^%d+:(.*)$') or item end
  local busy = #items > 0 and redis.call('HMGET', BUSY, unpack(contracts)) or {}
  for i, item in ipairs(items) do
    if taken >= limit or #skipped >= MOST_SKIPPED then break end
    seen = seen + 1
    if consider(contracts[i], busy[i], item) then skipped[#skipped + 1] = item end
  end
until #items < AT_A_TIME or taken >= limit or #skipped >= MOST_SKIPPED

-- Larger records than any of ours might fill a client's memory. Without the right to ask, the script reads them.
local may_ask = true
local function is_of_our_size(contract, size)
  local bytes = may_ask and redis.pcall('MEMORY', 'USAGE', dirty_key(contract), 'SAMPLES', '0')
  may_ask = type(bytes) == 'number'
  return may_ask and bytes <= size * LONGEST_VALUE
end

for _, one in ipairs(chosen) do
  local contract, size, fields = one[1], one[2], one[3]
  reply[#reply + 1] = contract
  if not fields and taken > FEW and is_of_our_size(contract, size) then
    reply[#reply + 1] = ''
  else
    reply[#reply + 1] = told(fields or redis.call('HGETALL', dirty_key(contract)))
  end
end

local function write_slice(contract, fields)
  local entries = {}
  for i = 1, #fields, 2 do entries[#entries + 1] = fields[i] end
  redis.call('HDEL', dirty_key(contract), unpack(entries))
  redis.call('HSET', flight_key(batch, contract), unpack(fields))
  if redis.call('HLEN', dirty_key(contract)) > LARGEST_UNORDERED then
    redis.call('ZREM', order_key(contract), unpack(entries))
  else
    redis.call('UNLINK', order_key(contract))
  end
end

redis.call('LTRIM', READY, seen, -1)
if #on_hold > 0 then redis.call('HSET', ONHOLD, unpack(on_hold)) end
for i = #skipped, 1, -1 do redis.call('LPUSH', READY, skipped[i]) end
if taken > 0 then
  local sequence = sequences(1) + 1
  reply[3] = string.format('%.0f-%.0f-%.0f', taken, at, sequence)
  local list, busy = {reply[3]}, {}
  for _, one in ipairs(chosen) do
    local contract, size, slice = one[1], one[2], one[4]
    if slice then
      write_slice(contract, slice)
    else
      redis.call('RENAME', dirty_key(contract), flight_key(batch, contract))
      if size > LARGEST_UNORDERED then redis.call('UNLINK', order_key(contract)) end
    end
    list[#list + 1] = contract
    busy[#busy + 1] = contract
    busy[#busy + 1] = batch
  end
  redis.call('RPUSH', batch_key(batch), unpack(list))
  redis.call('HSET', BUSY, unpack(busy))
  redis.call('ZADD', LEASE, at + lease, batch)
  count(-taken, taken)
end

-- One marker wakes one worker; a worker that leaves work behind wakes the next.
if redis.call('LLEN', READY) > 0 then wake() else redis.call('DEL', q .. ':marker') end
if taken > 0 then return reply end

local next_due = -1
for _, schedule in ipairs({DELAY, LEASE}) do
  local first = redis.call('ZRANGE', schedule, 0, 0, 'WITHSCORES')[2]
  if first and first ~= 'inf' then
    local wait = math.max(0, tonumber(first) - at)
    if next_due < 0 or wait < next_due then next_due = wait end
  end
end
return {'nothing', next_due}
