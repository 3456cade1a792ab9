#!lua flags=allow-oom
-- Puts contracts to the tail that should be ready and are not: ARGV = ms, contracts that were not ready then. What has
-- become ready since stands at the tail. Answers how many were put there.
local MOST_LOOKED_AT, AT_A_TIME = 20000, 500
if not is_open() then return 0 end
local since, looked, ready = tonumber(ARGV[1]), 0, {}
local items, latest
-- What was let go of a hold has gone to the head.
for _, item in ipairs(redis.call('LRANGE', READY, 0, AT_A_TIME - 1)) do
  ready[string.match(item, '^%d+:(.*)$') or item] = true
end
repeat
  items = redis.call('LRANGE', READY, -looked - AT_A_TIME, -looked - 1)
  latest = 0
  for _, item in ipairs(items) do
    local at, contract = string.match(item, '^(%d+):(.*)$')
    ready[contract or item] = true
    latest = math.max(latest, tonumber(at or 0))
  end
  looked = looked + #items
until #items < AT_A_TIME or latest < since or looked > MOST_LOOKED_AT
-- Among so many this cannot be told now: the next look does.
if looked > MOST_LOOKED_AT then return 0 end

local put = 0
for i = 2, #ARGV do
  local contract = ARGV[i]
  if not ready[contract] and redis.call('EXISTS', dirty_key(contract)) == 1 and not is_elsewhere(contract) then
    to_tail(contract, now())
    ready[contract] = true
    put = put + 1
  end
end
if put > 0 then wake() end
return put
