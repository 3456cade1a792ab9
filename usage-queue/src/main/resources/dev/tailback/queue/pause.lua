#!lua flags=allow-oom
-- Stops every take until resume: ARGV = reason. A pause that lasts already keeps its begin.
redis.call('HSETNX', q .. ':paused', 'since', string.format('%.0f', now()))
redis.call('HSET', q .. ':paused', 'reason', ARGV[1])
return 1
