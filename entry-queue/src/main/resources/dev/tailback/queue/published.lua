#!lua flags=no-writes
-- Answers what the workers send by: {stamp, text}, or {} without it. A text that is longer than any of
-- ours is left out: nobody could read it.
local LONGEST = 262144
local there = redis.pcall('HMGET', PUBLISHED, 'stamp', 'text')
if there.err then return {'', ''} end
if not there[1] and not there[2] then return {} end
local text = there[2] or ''
return {string.sub(there[1] or '', 1, 100), #text <= LONGEST and text or ''}
