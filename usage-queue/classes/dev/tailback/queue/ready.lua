#!lua flags=no-writes
-- A page of the ready contracts, from the tail: ARGV = how many to leave out at the tail, how many to read. What is
-- taken meanwhile leaves at the head, so that no page misses one.
local contracts = redis.call('LRANGE', READY, -ARGV[1] - ARGV[2], -ARGV[1] - 1)
for i, item in ipairs(contracts) do contracts[i] = string.match(item, '^%d+:(.*)$') or item end
return contracts
