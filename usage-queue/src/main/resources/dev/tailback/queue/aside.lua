#!lua flags=allow-oom
-- Moves outcomes nobody can read out of the way, whole: ARGV = group, then id and problem of each.
for i = 2, #ARGV, 2 do
  local found = redis.call('XRANGE', OUTCOMES, ARGV[i], ARGV[i])[1]
  if found then
    local fields = found[2]
    fields[#fields + 1] = 'problem'
    fields[#fields + 1] = ARGV[i + 1]
    redis.call('XADD', q .. ':aside', '*', unpack(fields))
  end
  redis.call('XACK', OUTCOMES, ARGV[1], ARGV[i])
  redis.call('XDEL', OUTCOMES, ARGV[i])
end
return 1
