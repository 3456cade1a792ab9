#!lua flags=allow-oom
-- Makes the queue hold exactly this: ARGV = '' or where the last call stopped, then 'contract:ID' or 'code:CODE', ....
-- What is not among them is let go: contracts go to the head, those that have waited longest first; records that their
-- cause kept are due at once. Answers where to go on, or -1 at the end.
local AT_A_TIME = 1000
local at, wanted, codes_let_go = now(), {}, ARGV[1] ~= ''
for i = 2, #ARGV do wanted[ARGV[i]] = true end

local holds = fields_of(HOLDS)
for i = 1, #holds, 2 do
  if not wanted[holds[i]] then
    redis.call('HDEL', HOLDS, holds[i])
    codes_let_go = codes_let_go or string.sub(holds[i], 1, 5) == 'code:'
  end
end
for i = 2, #ARGV do redis.call('HSETNX', HOLDS, ARGV[i], '') end
if is_open() then open_gate() end

local let_go, aside = {}, fields_of(ONHOLD)
for i = 1, #aside, 2 do
  if not wanted['contract:' .. aside[i]] then let_go[#let_go + 1] = {aside[i], tonumber(aside[i + 1]) or at} end
end
table.sort(let_go, function(a, b) return a[2] > b[2] or a[2] == b[2] and a[1] > b[1] end)
for _, one in ipairs(let_go) do
  redis.call('HDEL', ONHOLD, one[1])
  if redis.call('EXISTS', dirty_key(one[1])) == 1 and redis.call('HEXISTS', BUSY, one[1]) == 0 then
    redis.call('LPUSH', READY, string.format('%.0f', one[2]) .. ':' .. one[1])
  end
end
if #let_go > 0 or codes_let_go then wake() end
if not codes_let_go then return -1 end

-- Those whose cause is still on hold stay before the ones that are not looked at yet.
local first, stay = tonumber(ARGV[1]) or 0, 0
local kept = redis.call('ZRANGEBYSCORE', DELAY, '+inf', '+inf', 'LIMIT', first, AT_A_TIME)
for _, entry in ipairs(kept) do
  if is_kept_by_its_cause(entry) then stay = stay + 1 else redis.call('ZADD', DELAY, at, entry) end
end
return #kept == AT_A_TIME and first + stay or -1
