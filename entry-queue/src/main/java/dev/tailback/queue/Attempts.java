package dev.tailback.queue;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Several pieces of work on the queue, of which each is tried although an earlier one failed. The caller throws the
 * first failure afterwards, if it has to.
 */
public final class Attempts {
    private Optional<QueueUnavailable> first = Optional.empty();
    private int failed;

    /** Empty if the queue, or the part of it that the work needs, was unavailable. */
    public <T> Optional<T> at(Supplier<T> work) {
        return at(work, failure -> {});
    }

    /** @param whenFailed is told of a failure; what it throws ends the attempts */
    public <T> Optional<T> at(Supplier<T> work, Consumer<QueueUnavailable> whenFailed) {
        try {
            return Optional.of(work.get());
        } catch (QueueUnavailable failure) {
            whenFailed.accept(failure);
            first = first.or(() -> Optional.of(failure));
            failed++;
            return Optional.empty();
        }
    }

    public int failed() {
        return failed;
    }

    public Optional<QueueUnavailable> firstFailure() {
        return first;
    }

    /** @throws QueueUnavailable the first failure, if there was one */
    public void throwFirstFailure() {
        first.ifPresent(failure -> {
            throw failure;
        });
    }
}
