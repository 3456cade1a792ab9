#!lua flags=no-writes
-- Answers what Redis tells of itself: version, whether it appends to a file (0 or 1), whether its last writes to the
-- disk worked (0 or 1), and what it does when it is full. '' stands for what it does not say.
local info = redis.call('INFO', 'server') .. redis.call('INFO', 'persistence') .. redis.call('INFO', 'memory')
local function said(name) return string.match(info, name .. ':([^\r\n]*)') or '' end

local failed = said('aof_last_write_status') == 'err' or said('rdb_last_bgsave_status') == 'err'
return {
  said('redis_version'),
  said('aof_enabled') == '1' and 1 or 0,
  failed and 0 or 1,
  said('maxmemory_policy')
}
