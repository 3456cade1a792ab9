package dev.tailback.localorg.org;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The org that answers. A call asks it once and sees one schema from its beginning to its end; another org takes its
 * place when no call is under way, and calls that come meanwhile wait for it.
 */
public final class CurrentOrg {

    private final ReadWriteLock gate = new ReentrantReadWriteLock();
    private Org org;

    public CurrentOrg(Org org) {
        this.org = org;
    }

    public <T> T ask(Function<Org, T> question) {
        gate.readLock().lock();
        try {
            return question.apply(org);
        } finally {
            gate.readLock().unlock();
        }
    }

    /** Puts another org in its place; if there is none because of an exception, everything stays as it is. */
    public void replace(UnaryOperator<Org> next) {
        gate.writeLock().lock();
        try {
            org = next.apply(org);
        } finally {
            gate.writeLock().unlock();
        }
    }
}
