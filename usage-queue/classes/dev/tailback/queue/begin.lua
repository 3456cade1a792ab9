#!lua flags=allow-oom
-- Begins a rebuild: ARGV = token, lock in ms. Answers 1, or 0 if the gate is open or another service app rebuilds this
-- very Redis. Without leases, whatever workers still hold is lost to them, so nothing can be settled, extended or given
-- back while the rest is wiped.
if is_open() then return 0 end
-- A rebuild that began in another Redis can never be finished: its lock, kept in the log, does not count. Nor
-- does our own lock when the driver repeats this command.
local holder = redis.pcall('GET', REBUILD)
local ours = ARGV[1] .. '|' .. origin()
if type(holder) == 'string' and holder ~= ours and string.match(holder, '|([%x-]+)$') == origin() then return 0 end
redis.call('SET', REBUILD, ours, 'PX', ARGV[2])
redis.call('UNLINK', q .. ':epoch', LEASE, READY, BUSY, DELAY, WAIT, ONHOLD, CAUSES, q .. ':marker')
redis.call('SET', q .. ':seq', 1)
-- The outcomes stay, and so does their number.
if type(redis.pcall('HDEL', COUNTS, 'waiting', 'flying')) == 'table' then redis.call('DEL', COUNTS) end
return 1
