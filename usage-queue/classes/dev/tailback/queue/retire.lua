#!lua flags=allow-oom
-- Empties a shard that the configuration no longer has: ARGV = cursor. Answers the next cursor, '0' at the end.
-- Outcomes that could not be read stay.
if ARGV[1] == '0' and redis.call('EXISTS', q .. ':epoch', q .. ':seq', OUTCOMES, REBUILD) == 0 then return '0' end
local page = redis.call('SCAN', ARGV[1], 'MATCH', q .. ':*', 'COUNT', 1000)
for _, key in ipairs(page[2]) do
  if key ~= q .. ':aside' then redis.call('UNLINK', key) end
end
return page[1]
