#!lua flags=allow-oom
redis.call('DEL', q .. ':paused')
wake()
return 1
