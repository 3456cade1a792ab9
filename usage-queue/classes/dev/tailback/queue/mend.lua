#!lua flags=allow-oom
-- Mends what is held and what is delayed, after a key of ours was deleted or Redis has evicted it, and the
-- figures of both. What cannot be mended shuts the gate, so that the ledger offers everything anew. What waits is
-- looked through page by page, by missed.lua. Answers {1, how much was mended, now, sequence, waiting, flying}; {0} if
-- the gate is shut; {-1} if it was shut now.
local MOST_COMPARED, MOST_READ, DAY = 10000, 64, 86400000
local at, mended = now(), 0
if not is_open() then return {0} end

local function shut()
  redis.call('UNLINK', q .. ':epoch')
  return {-1}
end

local function is(command, key) return type(redis.pcall(command, key)) == 'number' end

for command, keys in pairs({
  HLEN = {COUNTS, q .. ':paused', q .. ':reports', HOLDS, ONHOLD, CAUSES, MAPPING},
  ZCARD = {q .. ':marker', q .. ':seen'},
  XLEN = {OUTCOMES, q .. ':aside'}
}) do
  for _, key in ipairs(keys) do
    if not is(command, key) then redis.call('DEL', key) end
  end
end
for _, field in ipairs({'waiting', 'flying', 'outcomes'}) do
  if not string.match(redis.call('HGET', COUNTS, field) or '0', '^-?%d+$') then redis.call('HDEL', COUNTS, field) end
end
local sequence = redis.pcall('GET', q .. ':seq') or '0'
if not (is('LLEN', READY) and is('HLEN', BUSY) and is('ZCARD', LEASE) and is('ZCARD', DELAY) and is('HLEN', WAIT)) then return shut() end
if type(sequence) ~= 'string' or not string.match(sequence, '^%d+$') or #sequence > 16 then return shut() end

-- Nobody leases or delays for so long: the time is damaged, or Redis' clock has been set back.
-- What its cause keeps has no time.
for _, schedule in ipairs({{LEASE, DAY, '+inf'}, {DELAY, 30 * DAY, '(+inf'}}) do
  local latest = string.format('(%.0f', at + schedule[2])
  for _, member in ipairs(redis.call('ZRANGEBYSCORE', schedule[1], latest, schedule[3], 'LIMIT', 0, MOST_COMPARED)) do
    redis.call('ZADD', schedule[1], at, member)
    mended = mended + 1
  end
end

for _, entry in ipairs(redis.call('ZRANGEBYSCORE', DELAY, '+inf', '+inf', 'LIMIT', 0, MOST_COMPARED)) do
  if not is_kept_by_its_cause(entry) then
    redis.call('ZADD', DELAY, at, entry)
    mended = mended + 1
  end
end

-- Nobody lets go a contract that stands aside and is not on hold.
local aside = redis.call('HGETALL', ONHOLD)
for i = 1, #aside, 2 do
  local contract = aside[i]
  local is_ready = redis.call('EXISTS', dirty_key(contract)) == 1 and redis.call('HEXISTS', BUSY, contract) == 0
  if not (is_ready and is_on_hold('contract', contract)) then
    redis.call('HDEL', ONHOLD, contract)
    if is_ready then to_tail(contract, at) end
    mended = mended + 1
  end
end

-- A batch without its list cannot be settled any more.
local batches = redis.call('ZRANGE', LEASE, 0, -1)
for _, batch in ipairs(batches) do
  if not is('LLEN', batch_key(batch)) then redis.call('DEL', batch_key(batch)) end
  if redis.call('EXISTS', batch_key(batch)) == 0 then
    give_back(batch, at)
    mended = mended + 1
  end
end

-- What is busy with a batch that has no lease would stay so for ever.
local busy = redis.call('HGETALL', BUSY)
for i = 1, #busy, 2 do
  if not redis.call('ZSCORE', LEASE, busy[i + 1]) then
    local landed = land(busy[i + 1], busy[i])
    free(busy[i + 1], busy[i], at)
    count(landed, 0)
    mended = mended + 1
  end
end

-- What a batch holds is busy with it, or another worker would take it as well.
local flying = 0
for _, batch in ipairs(redis.call('ZRANGE', LEASE, 0, -1)) do
  for _, contract in ipairs(contracts_of(batch)) do
    mended = mended + redis.call('HSETNX', BUSY, contract, batch)
    if not is('HLEN', flight_key(batch, contract)) then mended = mended + redis.call('DEL', flight_key(batch, contract)) end
    flying = flying + size_of(flight_key(batch, contract))
  end
end

-- Different sizes only: both lose the same number of different entries at most for a moment, since one of them ends by
-- itself.
local delayed, timed = redis.call('HLEN', WAIT), redis.call('ZCARD', DELAY)
if delayed ~= timed then
  if math.max(delayed, timed) > MOST_COMPARED then return shut() end
  for _, entry in ipairs(redis.call('ZRANGE', DELAY, 0, -1)) do
    if redis.call('HEXISTS', WAIT, entry) == 0 then mended = mended + redis.call('ZREM', DELAY, entry) end
  end
  local records = redis.call('HGETALL', WAIT)
  for i = 1, #records, 2 do
    if not redis.call('ZSCORE', DELAY, records[i]) then mended = mended + redis.call('ZADD', DELAY, at, records[i]) end
  end
end

-- A program that does not know causes leaves them behind.
if redis.call('HLEN', CAUSES) > redis.call('HLEN', WAIT) and redis.call('HLEN', CAUSES) <= MOST_COMPARED then
  local causes = redis.call('HGETALL', CAUSES)
  for i = 1, #causes, 2 do
    if redis.call('HEXISTS', WAIT, causes[i]) == 0 then redis.call('HDEL', CAUSES, causes[i]) end
  end
end

if redis.call('HLEN', q .. ':reports') > redis.call('ZCARD', q .. ':seen') then
  local reports = redis.call('HGETALL', q .. ':reports')
  for i = 1, #reports, 2 do
    if not redis.call('ZSCORE', q .. ':seen', reports[i]) then redis.call('HDEL', q .. ':reports', reports[i]) end
  end
end

local function figure(field, is_now)
  if tonumber(redis.call('HGET', COUNTS, field) or 0) ~= is_now then redis.call('HSET', COUNTS, field, is_now) end
end
figure('flying', flying)
-- A longer stream is counted when it has become short.
if redis.call('XLEN', OUTCOMES) <= MOST_READ then figure('outcomes', outcomes_told()) end

if mended > 0 then wake() end
return {1, mended, at, redis.call('GET', q .. ':seq') or '', tonumber(redis.call('HGET', COUNTS, 'waiting') or 0), flying}
