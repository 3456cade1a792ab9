package dev.tailback.hub.database;

import dev.tailback.web.postgres.NotNow;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.function.Supplier;

/** Where use cases write. Everything inside is one PostgreSQL transaction, so nothing inside may call a CRM or Redis. */
@Singleton
public class Transactions {

    private static final int MOST_ATTEMPTS = 5;

    private final TransactionOperations<Connection> transactions;

    Transactions(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** Commits what the work wrote, or nothing when it throws. */
    public <T> T write(Supplier<T> work) {
        return transactions.executeWrite(status -> work.get());
    }

    /**
     * As {@link #write}, and again when PostgreSQL took it back because it stood in another one's way: for what a CRM
     * has just said or done and will not say again. Not inside another transaction.
     */
    public <T> T insist(Supplier<T> work) {
        for (int attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
            try {
                return write(work);
            } catch (RuntimeException failure) {
                if (!stoodInTheWay(failure)) {
                    throw failure;
                }
            }
        }
        return write(work);
    }

    private static boolean stoodInTheWay(RuntimeException failure) {
        return NotNow.in(failure).filter(why -> why == NotNow.IN_CONFLICT).isPresent();
    }
}
