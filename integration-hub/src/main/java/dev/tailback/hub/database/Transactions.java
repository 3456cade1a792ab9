package dev.tailback.hub.database;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.function.Supplier;

/** Where use cases write. Everything inside is one PostgreSQL transaction, so nothing inside may call a CRM or Redis. */
@Singleton
public class Transactions {

    private final TransactionOperations<Connection> transactions;

    Transactions(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** Commits what the work wrote, or nothing when it throws. */
    public <T> T write(Supplier<T> work) {
        return transactions.executeWrite(status -> work.get());
    }
}
