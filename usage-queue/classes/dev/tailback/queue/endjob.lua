#!lua flags=allow-oom
-- Forgets a Bulk job, which changes nothing any more: ARGV = job.
return redis.call('HDEL', q .. ':jobs', ARGV[1])
