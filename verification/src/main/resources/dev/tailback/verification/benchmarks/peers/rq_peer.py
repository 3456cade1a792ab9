"""RQ under load: "fill RECORDS" enqueues, "work" does nothing with what it gets until its input ends.

Redis is in REDIS_URL. Says "filled SECONDS", or "ready", waits for a line, and from then on says "done NUMBER".
"""
import os
import sys
import threading
import time

import redis
import rq

BODY = "v" * 230
AT_ONCE = 200
done = 0


def no_work(body):
    global done
    done += 1


def fill(queue, records):
    begin = time.monotonic()
    for first in range(0, records, AT_ONCE):
        queue.enqueue_many([
            # No description: RQ would write the whole body a second time.
            rq.Queue.prepare_data("rq_peer.no_work", args=(BODY,), result_ttl=0, description="no work")
            for _ in range(first, min(records, first + AT_ONCE))
        ])
    print("filled", time.monotonic() - begin, flush=True)


def tell(counted):
    told = 0
    while True:
        time.sleep(0.05)
        if counted.done > told:
            told = counted.done
            print("done", told, flush=True)


def end_with_input():
    sys.stdin.read()
    os._exit(0)


def work(queue):
    # The jobs name this module, which is another one than __main__.
    import rq_peer
    # The usual worker starts a process for every job; this one, which is faster, does not.
    worker = rq.SimpleWorker([queue], connection=queue.connection)
    print("ready", flush=True)
    if sys.stdin.readline():
        threading.Thread(target=tell, args=(rq_peer,), daemon=True).start()
        threading.Thread(target=end_with_input, daemon=True).start()
        worker.work(logging_level="ERROR")


if __name__ == "__main__":
    peer = rq.Queue("peer", connection=redis.Redis.from_url(os.environ["REDIS_URL"]))
    if sys.argv[1] == "fill":
        fill(peer, int(sys.argv[2]))
    else:
        work(peer)
