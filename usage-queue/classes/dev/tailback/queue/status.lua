#!lua flags=no-writes
-- Answers open, rebuilding, ready contracts, waiting, flying, batches, delayed, ms the head has been ready or -1, pause
-- reason, pause begin, outcomes, aside, and what Redis does when it is full ('' if it does not say).
local at = now()

-- If the counts were deleted, they may be too low for a while.
local function counted(what) return math.max(0, tonumber(redis.call('HGET', COUNTS, what) or 0) or 0) end

local head = redis.call('LINDEX', READY, 0)
local ready_at = head and tonumber(string.match(head, '^(%d+):'))
local paused = redis.call('HMGET', q .. ':paused', 'reason', 'since')
return {
  is_open() and 1 or 0,
  redis.call('EXISTS', REBUILD),
  redis.call('LLEN', READY),
  counted('waiting'),
  counted('flying'),
  redis.call('ZCARD', LEASE),
  redis.call('ZCARD', DELAY),
  ready_at and math.max(0, at - ready_at) or -1,
  paused[1] or '',
  paused[2] or '',
  counted('outcomes'),
  redis.call('XLEN', q .. ':aside'),
  string.match(redis.call('INFO', 'memory'), 'maxmemory_policy:([%a-]+)') or ''
}
