-- Stands in front of every script. KEYS[1] is the name of the shard; every key of the shard begins with it, so all lie in one hash slot.
-- A record's value is version|attempts|sequence|body; a value without a version counts as version 0, older than any.
local q = KEYS[1]
local READY, BUSY, LEASE, DELAY, WAIT = q .. ':ready', q .. ':busy', q .. ':lease', q .. ':delay', q .. ':wait'
local COUNTS, OUTCOMES, REBUILD = q .. ':counts', q .. ':outcomes', q .. ':rebuild'

local function dirty_key(contract) return q .. ':g:' .. contract end
local function flight_key(batch, contract) return q .. ':f:' .. batch .. ':' .. contract end
local function batch_key(batch) return q .. ':b:' .. batch end
local function done_key(batch) return q .. ':d:' .. batch end

local function now()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

local function run_id()
  return string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
end

-- The gate: only the very Redis process this queue was built in may hand out work; any other may hold an old state.
local function is_open()
  return redis.call('GET', q .. ':epoch') == run_id()
end

local function holds_rebuild(token)
  return redis.call('GET', REBUILD) == token .. '|' .. run_id()
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

-- Makes the record dirty unless the same or a newer version is. Says whether the contract has one more waiting record, and whether the record stays.
local function put(contract, entry, value)
  local held = redis.call('HGET', dirty_key(contract), entry)
  if held and version_of(held) >= version_of(value) then return 0, false end
  redis.call('HSET', dirty_key(contract), entry, value)
  return held and 0 or 1, true
end

local function delay(contract, entry, value, due)
  redis.call('ZADD', DELAY, due, entry)
  redis.call('HSET', WAIT, entry, contract .. '\n' .. value)
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
  for _, contract in ipairs(redis.call('LRANGE', batch_key(batch), 0, -1)) do
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
