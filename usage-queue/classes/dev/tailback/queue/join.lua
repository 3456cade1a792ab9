#!lua flags=allow-oom
-- Makes the group that reads the outcomes, from the first one on: ARGV = group, ms. Consumers that have been silent for
-- so long and owe nothing are forgotten.
redis.pcall('XGROUP', 'CREATE', OUTCOMES, ARGV[1], '0', 'MKSTREAM')
for _, consumer in ipairs(redis.call('XINFO', 'CONSUMERS', OUTCOMES, ARGV[1])) do
  local fields = {}
  for i = 1, #consumer, 2 do fields[consumer[i]] = consumer[i + 1] end
  if fields.pending == 0 and fields.idle > tonumber(ARGV[2]) then
    redis.call('XGROUP', 'DELCONSUMER', OUTCOMES, ARGV[1], fields.name)
  end
end
return 1
