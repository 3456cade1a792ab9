package dev.tailback.app.ledger;

import dev.tailback.tracing.Step;
import dev.tailback.web.loops.WakeUp;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Where use cases write. Everything inside is one PostgreSQL transaction, so nothing inside may call Redis or
 * Salesforce. After the commit, outside of the transaction, the relay of this process gets a signal. The signal is only
 * a shortcut: the relay's sweep finds what a lost signal meant.
 */
@Singleton
public class Ledger {

    private final TransactionOperations<Connection> transactions;
    private final WakeUp written = new WakeUp();

    Ledger(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** Commits what the work wrote, or nothing when it throws. */
    public <T> T write(Supplier<T> work) {
        T result = Step.in("ledger write", step -> transactions.executeWrite(status -> work.get()));
        wakeRelay();
        return result;
    }

    /** Returns at once when there was a signal since the last wait. */
    public void awaitSignal(Duration atMost) throws InterruptedException {
        written.await(atMost);
    }

    /** Gives the signal without a write. */
    public void wakeRelay() {
        written.now();
    }
}
