#!lua flags=no-writes
-- Answers open, rebuilding, ready contracts, waiting, flying, batches, delayed, ms the head has been ready or -1, pause reason, pause begin, outcomes, aside.
local at = now()
local head = redis.call('LINDEX', READY, 0)
local ready_at = head and tonumber(string.match(head, '^(%d+):'))
local paused = redis.call('HMGET', q .. ':paused', 'reason', 'since')
return {
  is_open() and 1 or 0,
  redis.call('EXISTS', REBUILD),
  redis.call('LLEN', READY),
  tonumber(redis.call('HGET', COUNTS, 'waiting') or 0),
  tonumber(redis.call('HGET', COUNTS, 'flying') or 0),
  redis.call('ZCARD', LEASE),
  redis.call('ZCARD', DELAY),
  ready_at and math.max(0, at - ready_at) or -1,
  paused[1] or '',
  paused[2] or '',
  tonumber(redis.call('HGET', COUNTS, 'outcomes') or 0),
  redis.call('XLEN', q .. ':aside')
}
