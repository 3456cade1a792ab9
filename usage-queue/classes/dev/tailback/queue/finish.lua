#!lua flags=allow-oom
-- Ends a rebuild: ARGV = token, 'open' or 'give up'. Answers 1, or 0 if the rebuild was lost.
if not holds_rebuild(ARGV[1]) then return 0 end
redis.call('DEL', REBUILD)
if ARGV[2] == 'open' then
  open_gate()
  wake()
end
return 1
