#!lua flags=allow-oom
-- Forgets workers silent for longer than ARGV[1] ms; answers {report, seen at, ...} of the others.
local silent = redis.call('ZRANGEBYSCORE', q .. ':seen', '-inf', '(' .. string.format('%.0f', now() - ARGV[1]))
for _, worker in ipairs(silent) do
  redis.call('ZREM', q .. ':seen', worker)
  redis.call('HDEL', q .. ':reports', worker)
end
local reply = {}
local seen = redis.call('ZRANGE', q .. ':seen', 0, -1, 'WITHSCORES')
for i = 1, #seen, 2 do
  local report = redis.call('HGET', q .. ':reports', seen[i])
  if report then
    reply[#reply + 1] = report
    reply[#reply + 1] = tonumber(seen[i + 1])
  end
end
return reply
