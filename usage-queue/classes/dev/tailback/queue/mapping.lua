#!lua flags=no-writes
-- Answers the mapping that the workers are told: {stamp, text}, or {} without one. A text that is longer than any of
-- ours is left out: nobody could read it.
local LONGEST = 262144
local there = redis.pcall('HMGET', MAPPING, 'stamp', 'text')
if there.err then return {'', ''} end
if not there[1] and not there[2] then return {} end
local text = there[2] or ''
return {string.sub(there[1] or '', 1, 100), #text <= LONGEST and text or ''}
