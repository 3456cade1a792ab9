#!lua flags=allow-oom
-- Notes a Bulk job that a worker has begun, or that it still looks after: ARGV = job, worker.
redis.call('HSET', q .. ':jobs', ARGV[1], string.format('%.0f', now()) .. '|' .. ARGV[2])
return 1
