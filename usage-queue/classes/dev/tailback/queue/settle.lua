#!lua flags=allow-oom
-- Ends a batch: ARGV = batch id, ms to remember it, receipt, the calls it went out in as JSON, then segments in the
-- order of the outcomes:
--   'entry', number, that many outcomes as a JSON array: an entry of the stream by itself, which nothing joins here
--   'final', number, that many outcomes as JSON with commas between
--   'retry', contract, entry, attempts, delay in ms, code, the outcome up to its kind, and after its next attempt
--   'unreadable', contract, entry, the outcome up to its body
-- Answers {'done'}, also when repeated; {'lost'} if the lease had ended; {'mismatch', what} if this is not the batch
-- that the client has in hand. The client has compared every record's name and version with what this receipt was
-- handed out with: a batch never changes while it is held. Everything is checked before the first write: a script that
-- fails half way keeps what it has written.
local MOST_IN_ONE = 200
local batch, receipt, calls = ARGV[1], ARGV[3], ARGV[4]
if redis.call('GET', done_key(batch)) == 'settled' then return {'done'} end
if not redis.call('ZSCORE', LEASE, batch) then return {'lost'} end
if receipt_of(batch) ~= receipt then return {'mismatch', 'it was taken again since'} end

local LENGTH = {entry = 3, final = 3, retry = 8, unreadable = 4}
local i, named, values = 5, 0, {}
while i <= #ARGV do
  local kind = ARGV[i]
  if kind == 'entry' or kind == 'final' then
    named = named + ARGV[i + 1]
  else
    named = named + 1
    values[i] = redis.call('HGET', flight_key(batch, ARGV[i + 1]), ARGV[i + 2])
    if not values[i] then return {'mismatch', ARGV[i + 2] .. ' is not in the batch'} end
  end
  i = i + LENGTH[kind]
end
local total = size_in(receipt)
if named ~= total then return {'mismatch', named .. ' records are named and the batch has ' .. total} end

local at, waiting, outcomes, in_one = now(), 0, {}, 0
local settled_at = string.format('%.0f', at)

-- Many outcomes are one entry of the stream: writing, reading and acknowledging an entry costs the same for one and for
-- two hundred.
local function write(number, text)
  redis.call('XADD', OUTCOMES, '*', 'at', settled_at, 'n', number, 'calls', calls, 'outcomes', text)
end

local function flush()
  if in_one == 0 then return end
  write(in_one, '[' .. table.concat(outcomes, ',') .. ']')
  outcomes, in_one = {}, 0
end

local function append(number, outcome)
  if in_one > 0 and in_one + number > MOST_IN_ONE then flush() end
  outcomes[#outcomes + 1] = outcome
  in_one = in_one + number
end

-- Answers the outcome from its kind to the time of the next attempt.
local function retry(contract, entry, value, attempts, wait, code)
  local again = with_attempts(value, attempts)
  local newer = redis.call('HGET', dirty_key(contract), entry)
  if newer and version_of(newer) >= version_of(again) then return '"SUPERSEDED",null' end
  if wait == 0 then
    waiting = waiting + put(contract, entry, again)
  else
    delay(contract, entry, again, at + wait, code)
  end
  return '"RETRYING",' .. string.format('%.0f', at + wait)
end

i = 5
while i <= #ARGV do
  local kind = ARGV[i]
  if kind == 'entry' then
    flush()
    write(ARGV[i + 1], ARGV[i + 2])
  elseif kind == 'final' then
    append(tonumber(ARGV[i + 1]), ARGV[i + 2])
  elseif kind == 'retry' then
    local fate = retry(ARGV[i + 1], ARGV[i + 2], values[i], ARGV[i + 3], tonumber(ARGV[i + 4]), ARGV[i + 5])
    append(1, ARGV[i + 6] .. fate .. ARGV[i + 7] .. ']')
  else
    append(1, ARGV[i + 3] .. cjson.encode(string.sub(values[i], 1, LONGEST_VALUE)) .. ']')
  end
  i = i + LENGTH[kind]
end
flush()
redis.call('HINCRBY', COUNTS, 'outcomes', total)

local contracts, flights, dirty = contracts_of(batch), {}, {}
for c, contract in ipairs(contracts) do
  flights[c] = flight_key(batch, contract)
  dirty[c] = dirty_key(contract)
end
redis.call('DEL', unpack(flights))
redis.call('HDEL', BUSY, unpack(contracts))
if redis.call('EXISTS', unpack(dirty)) > 0 then
  for c, contract in ipairs(contracts) do
    if redis.call('EXISTS', dirty[c]) == 1 then to_tail(contract, at) end
  end
end
forget(batch)
count(waiting, -total)
redis.call('SET', done_key(batch), 'settled', 'PX', ARGV[2])
if redis.call('LLEN', READY) > 0 then wake() end
return {'done'}
