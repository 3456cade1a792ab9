#!lua flags=allow-oom
-- The ledger holds these outcomes: ARGV = group, then id and number of outcomes of each entry of the stream.
for i = 2, #ARGV, 2 do
  redis.call('XACK', OUTCOMES, ARGV[1], ARGV[i])
  if redis.call('XDEL', OUTCOMES, ARGV[i]) == 1 then redis.call('HINCRBY', COUNTS, 'outcomes', -ARGV[i + 1]) end
end
return (#ARGV - 1) / 2
