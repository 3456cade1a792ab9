#!lua
-- Offers records that must not go before a time: ARGV as of offer, and of each record contract, entry,
-- 'version|attempts|', '|body', delay in ms, code of its refusal or ''. A delay spares Salesforce and nothing else: if an older version waits or
-- flies, the record goes as any correction does. Answers as offer does.
local token = ARGV[1]
if token == '' then
  if not is_open() then return {0} end
else
  if not holds_rebuild(token) then return {-1} end
  redis.call('PEXPIRE', REBUILD, ARGV[2])
end

local at = now()
local sequence = sequences(#ARGV)
local added, waiting = 0, 0

for i = 3, #ARGV, 6 do
  local contract, entry, version = ARGV[i], ARGV[i + 1], version_of(ARGV[i + 2])
  sequence = sequence + 1
  local value = ARGV[i + 2] .. string.format('%.0f', sequence) .. ARGV[i + 3]
  local dirty = redis.call('HGET', dirty_key(contract), entry)
  local batch = redis.call('HGET', BUSY, contract)
  local flying = batch and redis.call('HGET', flight_key(batch, contract), entry)
  local delayed = redis.call('HGET', WAIT, entry)
  local delayed_version = delayed and version_of(select(2, delayed_record(delayed))) or -1
  local known = (dirty and version_of(dirty) >= version)
      or (flying and version_of(flying) >= version)
      or delayed_version >= version
  -- It was delayed without a cause, or that was lost.
  if delayed_version == version and ARGV[i + 5] ~= '' then redis.pcall('HSETNX', CAUSES, entry, ARGV[i + 5]) end
  if not known then
    added = added + 1
    if delayed then end_delay(entry) end
    if dirty or flying then
      waiting = waiting + put_at_tail(contract, entry, value, at)
    else
      delay(contract, entry, value, at + ARGV[i + 4], ARGV[i + 5])
    end
  end
end

count(waiting, 0)
if token == '' then wake() end
return {1, added, (#ARGV - 2) / 6 - added}
