#!lua flags=allow-oom
-- Gives a batch back uncounted: ARGV = batch id, ms to remember it, delay in ms. Answers 1, also when repeated; 0 if
-- the lease had ended.
local batch, wait = ARGV[1], tonumber(ARGV[3])
if redis.call('GET', done_key(batch)) == 'released' then return 1 end
if not redis.call('ZSCORE', LEASE, batch) then return 0 end

local at = now()
if wait == 0 then
  give_back(batch, at)
else
  local flying = 0
  for _, contract in ipairs(contracts_of(batch)) do
    local fields = redis.call('HGETALL', flight_key(batch, contract))
    for i = 1, #fields, 2 do
      local newer = redis.call('HGET', dirty_key(contract), fields[i])
      if not newer or version_of(newer) < version_of(fields[i + 1]) then
        delay(contract, fields[i], fields[i + 1], at + wait)
      end
      flying = flying + 1
    end
    free(batch, contract, at)
  end
  forget(batch)
  count(0, -flying)
  if redis.call('LLEN', READY) > 0 then wake() end
end
redis.call('SET', done_key(batch), 'released', 'PX', ARGV[2])
return 1
