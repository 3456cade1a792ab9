#!lua
-- Offers records: ARGV = rebuild token or '', its lock in ms, then of each contract its id and the number of its
-- records, and of each record entry, 'version|attempts|' and '|body'. An entry stands once in a contract's records.
-- Answers {1, added, known}; {0} if the gate is shut; {-1} if the rebuild was lost. Refused when Redis is full: the
-- ledger keeps the record.
local token = ARGV[1]
if token == '' then
  if not is_open() then return {0} end
else
  if not holds_rebuild(token) then return {-1} end
  redis.call('PEXPIRE', REBUILD, ARGV[2])
end

local at = now()
local sequence = sequences(#ARGV)
local any_busy = redis.call('HLEN', BUSY) > 0
local any_delayed = redis.call('HLEN', WAIT) > 0
local records, added, waiting, ready = 0, 0, 0, false

local function value_at(i)
  sequence = sequence + 1
  return ARGV[i + 1] .. string.format('%.0f', sequence) .. ARGV[i + 2]
end

-- The contract has nothing anywhere, so every record is new; and one offer is too small to need an order of its own.
local function offer_all(contract, first, last)
  local fields = {}
  for i = first, last, 3 do
    fields[#fields + 1] = ARGV[i]
    fields[#fields + 1] = value_at(i)
  end
  redis.call('HSET', dirty_key(contract), unpack(fields))
  added = added + #fields / 2
  waiting = waiting + #fields / 2
  to_tail(contract, at)
  ready = true
end

local function offer_each(contract, batch, first, last)
  for i = first, last, 3 do
    local entry, version, value = ARGV[i], version_of(ARGV[i + 1]), value_at(i)
    local flying = batch and redis.call('HGET', flight_key(batch, contract), entry)
    local delayed = any_delayed and redis.call('HGET', WAIT, entry)
    local known = (flying and version_of(flying) >= version)
        or (delayed and version_of(select(2, delayed_record(delayed))) >= version)
    local more, size = 0, nil
    if not known then more, size = put(contract, entry, value) end
    if size then
      if delayed then end_delay(entry) end
      added = added + 1
      waiting = waiting + more
      if more == 1 and size == 1 and not batch then
        to_tail(contract, at)
        ready = true
      end
    end
  end
end

local i = 3
while i <= #ARGV do
  local contract, number = ARGV[i], tonumber(ARGV[i + 1])
  local first, last = i + 2, i + 1 + 3 * number
  local batch = any_busy and redis.call('HGET', BUSY, contract)
  if not batch and not any_delayed and redis.call('EXISTS', dirty_key(contract)) == 0 then
    offer_all(contract, first, last)
  else
    offer_each(contract, batch, first, last)
  end
  records = records + number
  i = last + 1
end

count(waiting, 0)
if ready and token == '' then wake() end
return {1, added, records - added}
