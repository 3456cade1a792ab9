#!lua flags=allow-oom
-- What a batch holds: ARGV = batch id. Answers what take answers for a held batch; {'settled'} or {'released'} if it
-- ended so; {'lost'} if its lease ended, also when it ends now because a part of the batch was deleted.
local batch = ARGV[1]
local ended = redis.call('GET', done_key(batch))
if ended then return {ended} end
local held_until = redis.call('ZSCORE', LEASE, batch)
if not held_until then return {'lost'} end
if not is_whole(batch) then
  give_back(batch, now())
  return {'lost'}
end
return batch_in_hand(batch, tonumber(held_until))
