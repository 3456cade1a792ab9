#!lua flags=allow-oom
-- The ledger holds these outcomes: ARGV = group, ids. Some hundred ids at a time: more arguments than a Lua call takes would fail.
local AT_A_TIME = 500
for first = 2, #ARGV, AT_A_TIME do
  local last = math.min(#ARGV, first + AT_A_TIME - 1)
  redis.call('XACK', OUTCOMES, ARGV[1], unpack(ARGV, first, last))
  redis.call('XDEL', OUTCOMES, unpack(ARGV, first, last))
end
return #ARGV - 1
