#!lua flags=no-writes
-- A page of the ready groups, from the tail: ARGV = how many to leave out at the tail, how many to read. What is
-- taken meanwhile leaves at the head, so that no page misses one.
local groups = redis.call('LRANGE', READY, -ARGV[1] - ARGV[2], -ARGV[1] - 1)
for i, item in ipairs(groups) do groups[i] = string.match(item, '^%d+:(.*)$') or item end
return groups
