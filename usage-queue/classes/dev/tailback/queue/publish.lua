#!lua flags=allow-oom
-- Tells the workers a mapping: ARGV = version, stamp, text or '', the stamp that it replaces in any case or ''. What is
-- there stays if it is whole and of a higher version; the same version with another text is replaced, since each release
-- brings its own version 0. Answers {'told'}; {'text'} if it must be told with its text; {'higher', stamp} if that stays.
local version, stamp, text, instead = tonumber(ARGV[1]), ARGV[2], ARGV[3], ARGV[4]

local function told()
  if is_open() then open_gate() end
  return {'told'}
end

local there = redis.pcall('HMGET', MAPPING, 'version', 'stamp', 'text')
local theirs = not there.err and version_in(there[1])
local is_whole_text = theirs and there[3] and there[2] == there[1] .. '-' .. redis.sha1hex(there[3])
if is_whole_text and there[2] == stamp then return told() end
if is_whole_text and theirs > version and there[2] ~= instead then return {'higher', there[2]} end
if text == '' then return {'text'} end
redis.call('DEL', MAPPING)
redis.call('HSET', MAPPING, 'version', string.format('%.0f', version), 'stamp', stamp, 'text', text)
wake()
return told()
