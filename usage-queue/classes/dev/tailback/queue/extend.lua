#!lua flags=allow-oom
-- Holds a batch longer: ARGV = batch id, lease in ms from now. Answers 1, or 0 if the lease had ended and the contracts
-- were given back.
if not redis.call('ZSCORE', LEASE, ARGV[1]) then return 0 end
redis.call('ZADD', LEASE, now() + ARGV[2], ARGV[1])
return 1
