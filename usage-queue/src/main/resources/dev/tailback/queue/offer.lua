#!lua
-- Offers records: ARGV = rebuild token or '', its lock in ms, then contract, entry, version, attempts, body of each record.
-- Answers {1, added, known}; {0} if the gate is shut; {-1} if the rebuild was lost. Refused when Redis is full: the ledger keeps the record.
local token = ARGV[1]
if token == '' then
  if not is_open() then return {0} end
else
  if not holds_rebuild(token) then return {-1} end
  redis.call('PEXPIRE', REBUILD, ARGV[2])
end

local at = now()
local records = (#ARGV - 2) / 5
local sequence = redis.call('INCRBY', q .. ':seq', records) - records
local any_busy = redis.call('HLEN', BUSY) > 0
local any_delayed = redis.call('HLEN', WAIT) > 0
local added, waiting, ready = 0, 0, false

for i = 3, #ARGV, 5 do
  local contract, entry, version = ARGV[i], ARGV[i + 1], tonumber(ARGV[i + 2])
  local dirty = redis.call('HGET', dirty_key(contract), entry)
  local batch = any_busy and redis.call('HGET', BUSY, contract)
  local flying = batch and redis.call('HGET', flight_key(batch, contract), entry)
  local delayed = any_delayed and redis.call('HGET', WAIT, entry)
  local delayed_value = delayed and (string.match(delayed, '^[^\n]*\n(.*)$') or '')
  local known = (dirty and version_of(dirty) >= version)
      or (flying and version_of(flying) >= version)
      or (delayed and version_of(delayed_value) >= version)
  sequence = sequence + 1
  if not known then
    if delayed then
      redis.call('ZREM', DELAY, entry)
      redis.call('HDEL', WAIT, entry)
    end
    redis.call('HSET', dirty_key(contract), entry,
        ARGV[i + 2] .. '|' .. ARGV[i + 3] .. '|' .. string.format('%.0f', sequence) .. '|' .. ARGV[i + 4])
    added = added + 1
    if not dirty then
      waiting = waiting + 1
      if not batch and redis.call('HLEN', dirty_key(contract)) == 1 then
        to_tail(contract, at)
        ready = true
      end
    end
  end
end

count(waiting, 0)
if ready and token == '' then wake() end
return {1, added, records - added}
