#!lua
-- Answers {job, worker, ms since it was noted last, ...} of the Bulk jobs that are not known to be over.
local reply, at = {}, now()
local noted = redis.call('HGETALL', q .. ':jobs')
for i = 1, #noted, 2 do
  local since, worker = string.match(noted[i + 1], '^(%d+)|(.*)$')
  reply[#reply + 1] = noted[i]
  reply[#reply + 1] = worker or ''
  reply[#reply + 1] = math.max(0, at - number_in(since or '', '^(%d+)$', 16))
end
return reply
