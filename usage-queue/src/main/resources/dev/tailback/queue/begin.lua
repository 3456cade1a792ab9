#!lua flags=allow-oom
-- Begins a rebuild: ARGV = token, lock in ms. Answers 1, or 0 if the gate is open or somebody else rebuilds. Without leases, whatever workers still
-- hold is lost to them, so nothing can be settled, extended or given back while the rest is wiped.
if is_open() then return 0 end
if not redis.call('SET', REBUILD, ARGV[1] .. '|' .. run_id(), 'NX', 'PX', ARGV[2]) then return 0 end
redis.call('UNLINK', q .. ':epoch', LEASE, READY, BUSY, DELAY, WAIT, q .. ':marker', q .. ':seq')
-- The outcomes stay, and so does their number.
redis.call('HDEL', COUNTS, 'waiting', 'flying')
return 1
