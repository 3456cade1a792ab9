#!lua flags=allow-oom
-- Forgets a job of the other system, which changes nothing any more: ARGV = job.
return redis.call('HDEL', q .. ':jobs', ARGV[1])
