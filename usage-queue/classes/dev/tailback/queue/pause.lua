#!lua flags=allow-oom
-- Stops every take until resume: ARGV = reason, begin in ms since 1970 or ''. Without a begin, a pause that lasts
-- already keeps its own.
if ARGV[2] == '' then
  redis.call('HSETNX', q .. ':paused', 'since', string.format('%.0f', now()))
  redis.call('HSET', q .. ':paused', 'reason', ARGV[1])
else
  redis.call('HSET', q .. ':paused', 'since', ARGV[2], 'reason', ARGV[1])
end
return 1
