#!lua flags=allow-oom
-- Looks through one page of what waits and flies, and mends what is damaged: ARGV = cursor. Answers {next cursor, '0'
-- at the end, records waiting, how much was mended, contract, ...}: the contracts that should be ready; or {''} if the
-- gate is shut.
if not is_open() then return {''} end
local at, waiting, mended = now(), 0, 0
local reply = {'', 0, 0}
local page = redis.call('SCAN', ARGV[1], 'MATCH', q .. ':[gfbo]:*', 'COUNT', 1000)

local function order(contract)
  local size = size_of(dirty_key(contract))
  local ordered = redis.pcall('ZCARD', order_key(contract))
  if size > LARGEST_UNORDERED and ordered == size then return end
  redis.call('UNLINK', order_key(contract))
  if size > LARGEST_UNORDERED then
    local fields = redis.call('HGETALL', dirty_key(contract))
    for i = 1, #fields, 2 do redis.call('ZADD', order_key(contract), sequence_of(fields[i + 1]), fields[i]) end
  end
  mended = mended + 1
end

-- Records of a batch that has ended.
local function flight(key, batch, contract)
  if redis.call('ZSCORE', LEASE, batch) then return end
  local landed = land(batch, contract)
  redis.call('DEL', key)
  count(landed, 0)
  mended = mended + 1
  if not is_elsewhere(contract) then reply[#reply + 1] = contract end
end

local function dirty(key, contract)
  local size = redis.pcall('HLEN', key)
  if type(size) ~= 'number' then
    redis.call('DEL', key)
    mended = mended + 1
    return
  end
  waiting = waiting + size
  if size > LARGEST_UNORDERED and redis.call('EXISTS', order_key(contract)) == 0 then order(contract) end
  if not is_elsewhere(contract) then reply[#reply + 1] = contract end
end

for _, key in ipairs(page[2]) do
  local kind, rest = string.match(key, '^(%a):(.*)$', #q + 2)
  if kind == 'f' then flight(key, string.match(rest, '^([^:]*):(.*)$'))
  elseif kind == 'o' then order(rest)
  elseif kind == 'b' and not redis.call('ZSCORE', LEASE, rest) then redis.call('DEL', key) end
end
for _, key in ipairs(page[2]) do
  local kind, rest = string.match(key, '^(%a):(.*)$', #q + 2)
  if kind == 'g' then dirty(key, rest) end
end
reply[1], reply[2], reply[3] = page[1], waiting, mended
return reply
