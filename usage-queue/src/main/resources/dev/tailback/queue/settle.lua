#!lua flags=allow-oom
-- Ends a batch: ARGV = batch id, ms to remember it, then kind, entry, version or '' if unreadable, attempts or '' if unchanged, delay in ms,
-- Salesforce id, code, reason of each record.
-- Answers {'done'}, also when repeated; {'lost'} if the lease had ended; {'mismatch', what} if the records named are not exactly those of the batch.
-- Everything is checked before the first write: a script that fails half way keeps what it has written.
local batch = ARGV[1]
if redis.call('GET', done_key(batch)) == 'settled' then return {'done'} end
if not redis.call('ZSCORE', LEASE, batch) then return {'lost'} end

local contracts = redis.call('LRANGE', batch_key(batch), 0, -1)
local held, total = {}, 0
for _, contract in ipairs(contracts) do
  local fields = redis.call('HGETALL', flight_key(batch, contract))
  for i = 1, #fields, 2 do
    held[fields[i]] = {contract, fields[i + 1]}
    total = total + 1
  end
end

local named, names = {}, (#ARGV - 2) / 8
for i = 3, #ARGV, 8 do
  local entry, version = ARGV[i + 1], ARGV[i + 2]
  if not held[entry] then return {'mismatch', entry .. ' is not in the batch'} end
  if named[entry] then return {'mismatch', entry .. ' is named twice'} end
  if version ~= '' and tonumber(version) ~= version_of(held[entry][2]) then
    return {'mismatch', entry .. ' is in the batch with another version'}
  end
  named[entry] = true
end
if names ~= total then return {'mismatch', names .. ' records are named and the batch has ' .. total} end

local at, waiting = now(), 0
local settled_at = string.format('%.0f', at)

-- What has nothing to say stays out of the outcome.
local function unless_empty(text) return text ~= '' and text or nil end

-- Answers the outcome's kind and the time of the next attempt.
local function retry(entry, attempts, wait)
  local contract, value = held[entry][1], with_attempts(held[entry][2], attempts)
  local newer = redis.call('HGET', dirty_key(contract), entry)
  if newer and version_of(newer) >= version_of(value) then return 'SUPERSEDED', '' end
  if wait == 0 then
    waiting = waiting + put(contract, entry, value)
  else
    delay(contract, entry, value, at + wait)
  end
  return 'RETRYING', string.format('%.0f', at + wait)
end

for i = 3, #ARGV, 8 do
  local kind, entry, attempts = ARGV[i], ARGV[i + 1], ARGV[i + 3]
  local contract, value = held[entry][1], held[entry][2]
  local version = string.format('%.0f', version_of(value))
  local next_attempt, body = '', nil
  if attempts == '' then attempts = tostring(attempts_of(value)) end
  if kind == 'RETRYING' then kind, next_attempt = retry(entry, attempts, tonumber(ARGV[i + 4])) end
  if ARGV[i + 2] == '' then body = value end
  -- One field: eleven would cost Redis twice the time and its log twice the bytes.
  redis.call('XADD', OUTCOMES, '*', 'outcome', cjson.encode({
    entry = entry, contract = contract, version = version, kind = kind, attempts = attempts, next = unless_empty(next_attempt),
    salesforce = unless_empty(ARGV[i + 5]), code = unless_empty(ARGV[i + 6]), reason = unless_empty(ARGV[i + 7]),
    at = settled_at, body = body
  }))
end

for _, contract in ipairs(contracts) do free(batch, contract, at) end
forget(batch)
count(waiting, -total)
redis.call('SET', done_key(batch), 'settled', 'PX', ARGV[2])
if redis.call('LLEN', READY) > 0 then wake() end
return {'done'}
