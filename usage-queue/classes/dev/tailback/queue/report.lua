#!lua flags=allow-oom
-- Keeps a worker's heartbeat: ARGV = worker id, report.
redis.call('ZADD', q .. ':seen', now(), ARGV[1])
redis.call('HSET', q .. ':reports', ARGV[1], ARGV[2])
return 1
