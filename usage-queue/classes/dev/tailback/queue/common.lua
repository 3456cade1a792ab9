-- Stands in front of every script, behind a line that says how many SHARDS there are. KEYS[1] is the name of the shard;
-- every key of the shard begins with it, so all lie in one hash slot.
-- A record's value is version|attempts|sequence|body; a value without a version counts as version 0, older than any.
local q = KEYS[1]
local READY, BUSY, LEASE, DELAY, WAIT = q .. ':ready', q .. ':busy', q .. ':lease', q .. ':delay', q .. ':wait'
local COUNTS, OUTCOMES, REBUILD = q .. ':counts', q .. ':outcomes', q .. ':rebuild'
-- What operators hold ('contract:ID', 'code:CODE'); contracts on hold that would be ready, with the time since; why a
-- delayed record was refused.
local HOLDS, ONHOLD, CAUSES = q .. ':holds', q .. ':onhold', q .. ':causes'
-- Which objects and fields of the org stand for what a record says: version, stamp (version-digest) and text.
local MAPPING = q .. ':mapping'

-- What the epoch says besides the Redis: programs that spread contracts otherwise, or read keys otherwise, find the
-- gate shut.
local FORMAT = 2
-- A contract with more waiting records than this keeps their order in a sorted set of its own: sorting so many at once
-- would block Redis for long.
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

-- This Redis process and the history of its data. A process that was a replica meanwhile is the same one, but its data
-- is another's, perhaps without the last writes: Redis begins a new history whenever a replica becomes a master.
local function origin()
  local info = redis.call('INFO', 'server', 'replication')
  return string.match(info, 'run_id:(%x+)') .. '-' .. string.match(info, 'master_replid:(%x+)')
end

local function this_epoch()
  return origin() .. '/' .. SHARDS .. '/' .. FORMAT
end

-- While anything is on hold, the epoch says so: a program that does not know holds finds the gate shut.
local function holding(epoch) return epoch .. '/holds' end

-- With another mapping than the shipped one, version 0, it says so as well: a program that knows only that one finds the
-- gate shut.
local function mapped(epoch) return epoch .. '/mapping' end

-- Digits that we write, as a number.
local function version_in(text)
  return type(text) == 'string' and #text <= 15 and string.match(text, '^%d+$') and tonumber(text)
end

-- The gate: only the very Redis this queue was built in may hand out work; any other may hold an old state.
local function is_open()
  local epoch, ours = redis.pcall('GET', q .. ':epoch'), this_epoch()
  if epoch == mapped(ours) or epoch == holding(mapped(ours)) then return true end
  return epoch == ours or epoch == holding(ours)
end

local function open_gate()
  local epoch = this_epoch()
  if (version_in(redis.pcall('HGET', MAPPING, 'version')) or 0) > 0 then epoch = mapped(epoch) end
  if redis.call('EXISTS', HOLDS) == 1 then epoch = holding(epoch) end
  if redis.pcall('GET', q .. ':epoch') ~= epoch then redis.call('SET', q .. ':epoch', epoch) end
end

-- Whether an operator holds this: 'contract' and its id, or 'code' and the code. Without any hold it costs one look a
-- script.
local any_holds
local function is_on_hold(kind, name)
  if any_holds == nil then any_holds = redis.call('EXISTS', HOLDS) == 1 end
  return any_holds and redis.pcall('HEXISTS', HOLDS, kind .. ':' .. name) == 1
end

local function holds_rebuild(token)
  return redis.pcall('GET', REBUILD) == token .. '|' .. origin()
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

-- A ready contract carries the time it became ready, so that its age can be told. One on hold stands aside with it.
local function to_tail(contract, at)
  local since = string.format('%.0f', at)
  if is_on_hold('contract', contract) then
    redis.call('HSET', ONHOLD, contract, since)
  else
    redis.call('RPUSH', READY, since .. ':' .. contract)
  end
end

-- Whether the contract is in a batch or stands aside, and so must not be ready.
local function is_elsewhere(contract)
  return redis.call('HEXISTS', BUSY, contract) == 1 or redis.pcall('HEXISTS', ONHOLD, contract) == 1
end

local function wake()
  redis.call('ZADD', q .. ':marker', 0, 'work')
end

local function count(waiting, flying)
  if waiting ~= 0 then redis.call('HINCRBY', COUNTS, 'waiting', waiting) end
  if flying ~= 0 then redis.call('HINCRBY', COUNTS, 'flying', flying) end
end

-- The number before the first of n new sequence numbers. A rebuild begins at 1; if the key was deleted since,
-- it goes on above every value it can have had, so that later offers still count as later.
local function sequences(n)
  local last = redis.call('INCRBY', q .. ':seq', n)
  if last ~= n then return last - n end
  local restart = now() * 1000
  redis.call('SET', q .. ':seq', string.format('%.0f', restart + n))
  return restart
end

-- A hash's fields and values; a key of another type is not ours and is deleted.
local function fields_of(key)
  local fields = redis.pcall('HGETALL', key)
  if not fields.err then return fields end
  redis.call('DEL', key)
  return {}
end

-- How many fields a hash has; none if it is another type's key.
local function size_of(key)
  local size = redis.pcall('HLEN', key)
  return type(size) == 'number' and size or 0
end

-- A batch's list begins with its receipt, which names the number of its records, when it was taken and which take it
-- was; false if the list was deleted.
local function receipt_of(batch) return redis.call('LINDEX', batch_key(batch), 0) end

-- Without its list, a batch holds whatever is busy with it.
local function contracts_of(batch)
  local contracts = redis.call('LRANGE', batch_key(batch), 1, -1)
  if #contracts > 0 then return contracts end
  local busy = redis.call('HGETALL', BUSY)
  for i = 1, #busy, 2 do
    if busy[i + 1] == batch then contracts[#contracts + 1] = busy[i] end
  end
  return contracts
end

local function size_in(receipt) return tonumber(string.match(receipt, '^(%d+)-')) end

-- How many outcomes the stream holds; reads all of it.
local function outcomes_told()
  local told = 0
  for _, outcome in ipairs(redis.call('XRANGE', OUTCOMES, '-', '+')) do
    for f = 1, #outcome[2], 2 do
      if outcome[2][f] == 'n' then told = told + (tonumber(outcome[2][f + 1]) or 0) end
    end
  end
  return told
end

-- Whether everything that the batch was handed out with is still there.
local function is_whole(batch)
  local receipt, found = receipt_of(batch), 0
  if not receipt then return false end
  for _, contract in ipairs(contracts_of(batch)) do found = found + size_of(flight_key(batch, contract)) end
  return found == size_in(receipt)
end

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

-- Makes the record dirty unless the same or a newer version is. Answers by how many the contract's waiting records
-- grew, and how many there are now, or nothing if the record was not put.
local function put(contract, entry, value)
  local held = redis.call('HGET', dirty_key(contract), entry)
  if held and version_of(held) >= version_of(value) then return 0 end
  redis.call('HSET', dirty_key(contract), entry, value)
  local size = redis.call('HLEN', dirty_key(contract))
  keep_order(contract, entry, value, size)
  return held and 0 or 1, size
end

-- The record waits again, at the tail if its contract had nothing waiting and no batch holds it.
local function put_at_tail(contract, entry, value, at)
  local more, size = put(contract, entry, value)
  if more == 1 and size == 1 and redis.call('HEXISTS', BUSY, contract) == 0 then to_tail(contract, at) end
  return more
end

-- The code says why, where that is known: a hold of it keeps the record.
local function delay(contract, entry, value, due, code)
  redis.call('ZADD', DELAY, due, entry)
  redis.call('HSET', WAIT, entry, contract .. '\n' .. value)
  if code and code ~= '' then redis.pcall('HSET', CAUSES, entry, code) end
end

local function is_kept_by_its_cause(entry)
  local code = redis.pcall('HGET', CAUSES, entry)
  return type(code) == 'string' and is_on_hold('code', code)
end

-- A delayed record's contract and value; what cannot be read goes under a contract of its own.
local function delayed_record(text)
  local contract, value = string.match(text, '^([^\n]*)\n(.*)$')
  if contract then return contract, value end
  return 'unreadable', text
end

local function end_delay(entry)
  redis.call('ZREM', DELAY, entry)
  redis.call('HDEL', WAIT, entry)
  redis.pcall('HDEL', CAUSES, entry)
end

-- No batch holds the contract any more; its waiting records go to the tail.
local function free(batch, contract, at)
  redis.call('DEL', flight_key(batch, contract))
  redis.call('HDEL', BUSY, contract)
  if redis.call('EXISTS', dirty_key(contract)) == 1 then to_tail(contract, at) end
end

local function forget(batch)
  redis.call('DEL', batch_key(batch))
  redis.call('ZREM', LEASE, batch)
end

-- The records of one contract in a batch wait again. Answers by how many the waiting and the flying ones change.
local function land(batch, contract)
  local waiting, flying = 0, 0
  local fields = fields_of(flight_key(batch, contract))
  for i = 1, #fields, 2 do
    waiting = waiting + put(contract, fields[i], fields[i + 1])
    flying = flying + 1
  end
  return waiting, flying
end

-- Gives every record of the batch back, uncounted, and the contracts to the tail.
local function give_back(batch, at)
  local waiting, flying = 0, 0
  for _, contract in ipairs(contracts_of(batch)) do
    local landed, left = land(batch, contract)
    waiting = waiting + landed
    flying = flying + left
    free(batch, contract, at)
  end
  forget(batch)
  count(waiting, -flying)
  wake()
end

-- As a client gets it: a value that is longer than any of ours is cut, so that it does not fill a client's
-- memory. It is unreadable either way.
local LONGEST_VALUE = 10000
local function told(fields)
  local cut
  for i = 2, #fields, 2 do
    if #fields[i] > LONGEST_VALUE then
      cut = cut or {unpack(fields)}
      cut[i] = string.sub(fields[i], 1, LONGEST_VALUE)
    end
  end
  return cut or fields
end

-- The answer of take for a batch that is held already.
local function batch_in_hand(batch, held_until)
  local same = {'batch', held_until, receipt_of(batch)}
  for _, contract in ipairs(contracts_of(batch)) do
    same[#same + 1] = contract
    same[#same + 1] = told(redis.call('HGETALL', flight_key(batch, contract)))
  end
  return same
end
