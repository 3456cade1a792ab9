#!lua flags=allow-oom
-- Ends the delay of one entry, as a person asks: ARGV = entry. Answers 1, or 0 if it is not delayed here.
local delayed = redis.call('HGET', WAIT, ARGV[1])
if not delayed then return 0 end
local contract, value = delayed_record(delayed)
end_delay(ARGV[1])
count(put_at_tail(contract, ARGV[1], value, now()), 0)
wake()
return 1
