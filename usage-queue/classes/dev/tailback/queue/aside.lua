#!lua flags=allow-oom
-- Moves outcomes that cannot be read out of the way: ARGV = group, then of each id, problem, and the outcomes
-- concerned, or '' for the whole entry, whatever is in it. A whole entry leaves the stream at once.
for i = 2, #ARGV, 3 do
  local id, problem, concerned = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  if concerned ~= '' then
    redis.call('XADD', q .. ':aside', '*', 'outcomes', concerned, 'problem', problem)
  else
    local found = redis.call('XRANGE', OUTCOMES, id, id)[1]
    if found then
      local fields = found[2]
      for f = 1, #fields, 2 do
        if fields[f] == 'n' then redis.call('HINCRBY', COUNTS, 'outcomes', -(tonumber(fields[f + 1]) or 0)) end
      end
      fields[#fields + 1] = 'problem'
      fields[#fields + 1] = problem
      redis.call('XADD', q .. ':aside', '*', unpack(fields))
    end
    redis.call('XACK', OUTCOMES, ARGV[1], id)
    redis.call('XDEL', OUTCOMES, id)
  end
end
return 1
