#!lua flags=allow-oom
-- The ledger holds these outcomes: ARGV = group, ids.
for i = 2, #ARGV do
  redis.call('XACK', OUTCOMES, ARGV[1], ARGV[i])
  redis.call('XDEL', OUTCOMES, ARGV[i])
end
return #ARGV - 1
