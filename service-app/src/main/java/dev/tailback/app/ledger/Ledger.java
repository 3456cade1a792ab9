package dev.tailback.app.ledger;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.function.Supplier;

/**
 * Where use cases write. Everything inside is one PostgreSQL transaction, so nothing inside may call Redis or
 * Salesforce; after the commit the relay is told, outside of it.
 */
@Singleton
public class Ledger {

    private final TransactionOperations<Connection> transactions;
    private final DueSignal due;

    Ledger(TransactionOperations<Connection> transactions, DueSignal due) {
        this.transactions = transactions;
        this.due = due;
    }

    /** Commits what the work wrote, or nothing when it throws. */
    public <T> T write(Supplier<T> work) {
        T result = transactions.executeWrite(status -> work.get());
        due.give();
        return result;
    }
}
