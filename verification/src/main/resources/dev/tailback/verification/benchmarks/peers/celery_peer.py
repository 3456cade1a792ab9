"""Celery under load: "fill RECORDS" sends tasks, "work" does nothing with what it gets until its input ends.

Redis is in REDIS_URL. Says "filled SECONDS", or "ready", waits for a line, and from then on says "done NUMBER".
"""
import os
import sys
import threading
import time

import celery

BODY = "v" * 230
done = 0

app = celery.Celery("peer", broker=os.environ["REDIS_URL"])
app.conf.update(task_ignore_result=True, worker_prefetch_multiplier=50, worker_redirect_stdouts=False)


@app.task(name="no_work")
def no_work(body):
    global done
    done += 1


def fill(records):
    with app.producer_or_acquire() as producer:
        begin = time.monotonic()
        for _ in range(records):
            no_work.apply_async((BODY,), producer=producer)
        print("filled", time.monotonic() - begin, flush=True)


def tell():
    told = 0
    while True:
        time.sleep(0.05)
        if done > told:
            told = done
            print("done", told, flush=True)


def end_with_input():
    sys.stdin.read()
    os._exit(0)


def work():
    # The usual pool hands each task to a process of its own; this one, which is faster for no work, does not.
    worker = app.Worker(
        pool="solo", loglevel="ERROR", without_gossip=True, without_mingle=True, without_heartbeat=True)
    print("ready", flush=True)
    if sys.stdin.readline():
        threading.Thread(target=tell, daemon=True).start()
        threading.Thread(target=end_with_input, daemon=True).start()
        worker.start()


if __name__ == "__main__":
    if sys.argv[1] == "fill":
        fill(int(sys.argv[2]))
    else:
        work()
