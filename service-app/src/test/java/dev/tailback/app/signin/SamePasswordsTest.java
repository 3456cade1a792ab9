package dev.tailback.app.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tailback.app.accounts.Account;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SamePasswordsTest {

    private static final ByteBuffer CREDENTIALS = ByteBuffer.wrap(new byte[] {1});

    private final SamePasswords passwords = new SamePasswords();
    private final AtomicInteger looks = new AtomicInteger();

    // Before, everybody who waited looked at once, and a right password was taken for many guesses.
    @Test
    void a_look_that_failed_is_no_guess_of_those_who_waited_for_it() throws Exception {
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch fail = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> first = threads.submit(() -> passwords.share(CREDENTIALS, () -> {
                looks.incrementAndGet();
                looking.countDown();
                await(fail);
                throw new IllegalStateException("PostgreSQL is away");
            }));
            looking.await();
            Thread waiting = new Thread(() ->
                    assertThrows(IllegalStateException.class, () -> passwords.share(CREDENTIALS, this::neverNeeded)));
            waiting.start();
            while (waiting.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            fail.countDown();
            waiting.join();
            assertInstanceOf(
                    IllegalStateException.class,
                    assertThrows(ExecutionException.class, first::get).getCause());
            assertEquals(1, looks.get());
        } finally {
            threads.shutdownNow();
        }
    }

    private Optional<Account> neverNeeded() {
        looks.incrementAndGet();
        return Optional.empty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
