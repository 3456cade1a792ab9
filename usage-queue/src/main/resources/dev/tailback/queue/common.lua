-- Stands in front of every script, behind a line that says how many SHARDS there are. KEYS[1] is the name of the shard; every key of the shard begins with it,
-- so all lie in one hash slot.
-- A record's value is version|attempts|sequence|body; a value without a version counts as version 0, older than any.
local q = KEYS[1]
local READY, BUSY, LEASE, DELAY, WAIT = q .. ':ready', q .. ':busy', q .. ':lease', q .. ':delay', q .. ':wait'
local COUNTS, OUTCOMES, REBUILD = q .. ':counts', q .. ':outcomes', q .. ':rebuild'

-- What the epoch says besides the Redis: programs that spread contracts otherwise, or read keys otherwise, find the gate shut.
local FORMAT = 2
-- A contract with more waiting records than this keeps their order in a sorted set of its own: sorting so many at once would hold Redis up.
local LARGEST_UNORDERED = 2000

local function dirty_key(contract) return q .. ':g:' .. contract end
local function order_key(contract) return q .. ':o:' .. contract end
local function flight_key(batch, contract) return q .. ':f:' .. batch .. ':' .. contract end
local function batch_key(batch) return q .. ':b:' .. batch end
local function done_key(batch) return q .. ':d:' .. batch end

local function now()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

-- This Redis process and the history of its data. A process that was a replica meanwhile is the same one, but its data is another's, perhaps without the
-- last writes: Redis begins a new history whenever a replica becomes a master.
local function origin()
  local info = redis.call('INFO', 'server', 'replication')
  return string.match(info, 'run_id:(%x+)') .. '-' .. string.match(info, 'master_replid:(%x+)')
end

local function this_epoch()
  return origin() .. '/' .. SHARDS .. '/' .. FORMAT
end

-- The gate: only the very Redis this queue was built in may hand out work; any other may hold an old state.
local function is_open()
  return redis.call('GET', q .. ':epoch') == this_epoch()
end

local function holds_rebuild(token)
  return redis.call('GET', REBUILD) == token .. '|' .. origin()
end

-- More digits than we ever write are not a number of ours.
local function number_in(value, pattern, most_digits)
  local digits = string.match(value, pattern)
  return digits and #digits <= most_digits and tonumber(digits) or 0
end

local function version_of(value) return number_in(value, '^(%d+)|', 16) end

local function attempts_of(value) return number_in(value, '^%d+|(%d+)|', 9) end

local function sequence_of(value) return number_in(value, '^%d+|%d+|(%d+)|', 16) end

local function with_attempts(value, attempts)
  return (string.gsub(value, '^(%d+)|%d+|', '%1|' .. attempts .. '|', 1))
end

-- A ready contract carries the time it became ready, so that its age can be told.
local function to_tail(contract, at)
  redis.call('RPUSH', READY, string.format('%.0f', at) .. ':' .. contract)
end

local function wake()
  redis.call('ZADD', q .. ':marker', 0, 'work')
end

local function count(waiting, flying)
  if waiting ~= 0 then redis.call('HINCRBY', COUNTS, 'waiting', waiting) end
  if flying ~= 0 then redis.call('HINCRBY', COUNTS, 'flying', flying) end
end

-- A batch's list begins with its receipt, which names the number of its records, when it was taken and which take it was.
local function receipt_of(batch) return redis.call('LINDEX', batch_key(batch), 0) end

local function contracts_of(batch) return redis.call('LRANGE', batch_key(batch), 1, -1) end

local function size_in(receipt) return tonumber(string.match(receipt, '^(%d+)-')) end

-- The contract has the given number of waiting records; entry and value are the latest of them.
local function keep_order(contract, entry, value, size)
  if size <= LARGEST_UNORDERED then return end
  if redis.call('EXISTS', order_key(contract)) == 1 then
    redis.call('ZADD', order_key(contract), sequence_of(value), entry)
    return
  end
  local fields = redis.call('HGETALL', dirty_key(contract))
  for i = 1, #fields, 2 do redis.call('ZADD', order_key(contract), sequence_of(fields[i + 1]), fields[i]) end
end

-- Makes the record dirty unless the same or a newer version is. Answers by how many the contract's waiting records grew, and how
-- many there are now, or nothing if the record was not put.
local function put(contract, entry, value)
  local held = redis.call('HGET', dirty_key(contract), entry)
  if held and version_of(held) >= version_of(value) then return 0 end
  redis.call('HSET', dirty_key(contract), entry, value)
  local size = redis.call('HLEN', dirty_key(contract))
  keep_order(contract, entry, value, size)
  return held and 0 or 1, size
end

-- The record waits again, at the tail if its contract had nothing waiting and nobody holds it.
local function put_at_tail(contract, entry, value, at)
  local more, size = put(contract, entry, value)
  if more == 1 and size == 1 and redis.call('HEXISTS', BUSY, contract) == 0 then to_tail(contract, at) end
  return more
end

local function delay(contract, entry, value, due)
  redis.call('ZADD', DELAY, due, entry)
  redis.call('HSET', WAIT, entry, contract .. '\n' .. value)
end

-- A delayed record's contract and value; what nobody can read goes under a contract of its own.
local function delayed_record(text)
  local contract, value = string.match(text, '^([^\n]*)\n(.*)$')
  if contract then return contract, value end
  return 'unreadable', text
end

local function end_delay(entry)
  redis.call('ZREM', DELAY, entry)
  redis.call('HDEL', WAIT, entry)
end

-- Nobody holds the contract any more; what it has waiting goes to the tail.
local function free(batch, contract, at)
  redis.call('DEL', flight_key(batch, contract))
  redis.call('HDEL', BUSY, contract)
  if redis.call('EXISTS', dirty_key(contract)) == 1 then to_tail(contract, at) end
end

local function forget(batch)
  redis.call('DEL', batch_key(batch))
  redis.call('ZREM', LEASE, batch)
end

-- Gives every record of the batch back, uncounted, and the contracts to the tail.
local function give_back(batch, at)
  local waiting, flying = 0, 0
  for _, contract in ipairs(contracts_of(batch)) do
    local fields = redis.call('HGETALL', flight_key(batch, contract))
    for i = 1, #fields, 2 do
      waiting = waiting + put(contract, fields[i], fields[i + 1])
      flying = flying + 1
    end
    free(batch, contract, at)
  end
  forget(batch)
  count(waiting, -flying)
  wake()
end

-- The answer of take for a batch that is held already.
local function batch_in_hand(batch, held_until)
  local same = {'batch', held_until, receipt_of(batch)}
  for _, contract in ipairs(contracts_of(batch)) do
    same[#same + 1] = contract
    same[#same + 1] = redis.call('HGETALL', flight_key(batch, contract))
  end
  return same
end
