package dev.tailback.app.signin;

import dev.tailback.app.accounts.Account;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Lets calls that arrive together with the same name and password from the same place share one look at it when it is
 * right, so that a program with many connections is not taken for somebody who guesses. When it is wrong, each call is
 * an attempt of its own. Holds no more than the calls under way.
 */
@Singleton
class SamePasswords {

    private final Map<ByteBuffer, CompletableFuture<Optional<Account>>> underWay = new ConcurrentHashMap<>();

    /**
     * @param credentials a digest of who tries what from where
     * @param look finds the account when the password is right
     */
    Optional<Account> share(ByteBuffer credentials, Supplier<Optional<Account>> look) {
        CompletableFuture<Optional<Account>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<Account>> first = underWay.putIfAbsent(credentials, mine);
        return first == null ? first(credentials, mine, look) : outcome(first).or(look);
    }

    private Optional<Account> first(
            ByteBuffer credentials, CompletableFuture<Optional<Account>> mine, Supplier<Optional<Account>> look) {
        try {
            mine.complete(look.get());
        } catch (RuntimeException | Error notLookedAt) {
            mine.completeExceptionally(notLookedAt);
        } finally {
            underWay.remove(credentials);
        }
        return outcome(mine);
    }

    // A look that failed is no wrong password: nobody who waited for it has guessed.
    private static Optional<Account> outcome(CompletableFuture<Optional<Account>> look) {
        try {
            return look.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw failed;
        }
    }
}
