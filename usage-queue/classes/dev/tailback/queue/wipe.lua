#!lua flags=allow-oom
-- Wipes one page of the per-contract and per-batch keys: ARGV = token, lock in ms, cursor. Answers the next cursor, '0'
-- at the end, or '' if the rebuild was lost: a wipe that outlives its lock must not touch what the next rebuild has
-- offered.
if not holds_rebuild(ARGV[1]) then return '' end
redis.call('PEXPIRE', REBUILD, ARGV[2])
local page = redis.call('SCAN', ARGV[3], 'MATCH', q .. ':[gfbdo]:*', 'COUNT', 1000)
for _, key in ipairs(page[2]) do redis.call('UNLINK', key) end
return page[1]
