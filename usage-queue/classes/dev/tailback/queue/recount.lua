#!lua flags=allow-oom
-- Corrects the number of waiting records if nothing has changed while they were counted: ARGV = sequence, waiting and
-- flying before, waiting as counted. Answers 1 if it was wrong.
if not is_open() or (redis.call('GET', q .. ':seq') or '') ~= ARGV[1] then return 0 end
local waiting = tonumber(redis.call('HGET', COUNTS, 'waiting') or 0)
local flying = tonumber(redis.call('HGET', COUNTS, 'flying') or 0)
if waiting ~= tonumber(ARGV[2]) or flying ~= tonumber(ARGV[3]) or waiting == tonumber(ARGV[4]) then return 0 end
redis.call('HSET', COUNTS, 'waiting', ARGV[4])
return 1
