#!lua flags=no-writes
-- Answers 1 if the queue was built in this very Redis, else 0.
return is_open() and 1 or 0
