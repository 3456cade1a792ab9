package dev.tailback.localorg.rows;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Which transaction may write which row. A transaction holds a lock until it ends; then the transaction that has waited
 * longest gets it. A wait that would cause a deadlock fails at once, and the other transactions go on.
 */
public final class Locks {

    /** A transaction's place in a queue. */
    private static final class Ticket {
        private final Transaction transaction;
        private final CountDownLatch turn = new CountDownLatch(1);

        Ticket(Transaction transaction) {
            this.transaction = transaction;
        }
    }

    private final Map<Object, Transaction> holders = new ConcurrentHashMap<>();
    private final Map<Object, Deque<Ticket>> queues = new HashMap<>();
    private final Map<Transaction, Object> waiting = new HashMap<>();
    private final AtomicLong clashes = new AtomicLong();
    private final Supplier<Duration> wait;

    /** @param wait how long a transaction waits for a row, asked each time */
    public Locks(Supplier<Duration> wait) {
        this.wait = wait;
    }

    long deadline() {
        return System.nanoTime() + wait.get().toNanos();
    }

    /** How often a transaction had to wait for another one. */
    public long clashes() {
        return clashes.get();
    }

    /** False when another transaction still holds it at the deadline, or waits for this one. */
    boolean acquire(Object key, Transaction mine, long deadline) {
        Transaction holder = holders.putIfAbsent(key, mine);
        if (holder == mine) {
            return true;
        }
        if (holder == null || queueFor(key, mine, deadline)) {
            mine.locked(key);
            return true;
        }
        return false;
    }

    private boolean queueFor(Object key, Transaction mine, long deadline) {
        Ticket ticket = new Ticket(mine);
        synchronized (this) {
            if (holders.putIfAbsent(key, mine) == null) {
                return true;
            }
            boolean circle = closesCircle(key, mine);
            if (!circle) {
                queues.computeIfAbsent(key, none -> new ArrayDeque<>()).add(ticket);
                waiting.put(mine, key);
            }
            clashes.incrementAndGet();
            if (circle) {
                return false;
            }
        }
        boolean inTime = awaited(ticket, deadline);
        synchronized (this) {
            waiting.remove(mine);
            return inTime || !leftQueue(key, ticket);
        }
    }

    private boolean closesCircle(Object key, Transaction mine) {
        Object wanted = key;
        while (wanted != null) {
            Transaction holder = holders.get(wanted);
            if (holder == mine) {
                return true;
            }
            wanted = holder == null ? null : waiting.get(holder);
        }
        return false;
    }

    private static boolean awaited(Ticket ticket, long deadline) {
        try {
            return ticket.turn.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** False when the lock was handed over just now. */
    private boolean leftQueue(Object key, Ticket ticket) {
        Deque<Ticket> queue = queues.get(key);
        boolean left = queue != null && queue.remove(ticket);
        if (queue != null && queue.isEmpty()) {
            queues.remove(key);
        }
        return left;
    }

    /** Gives back everything a transaction held. */
    void release(Iterable<Object> keys, Transaction mine) {
        synchronized (this) {
            keys.forEach(key -> handOver(key, mine));
        }
    }

    private void handOver(Object key, Transaction mine) {
        Deque<Ticket> queue = queues.get(key);
        if (queue == null) {
            holders.remove(key, mine);
            return;
        }
        Ticket next = queue.remove();
        if (queue.isEmpty()) {
            queues.remove(key);
        }
        holders.put(key, next.transaction);
        waiting.remove(next.transaction);
        next.turn.countDown();
    }
}
