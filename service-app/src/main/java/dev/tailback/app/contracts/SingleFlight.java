package dev.tailback.app.contracts;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Who asks what is being asked at this moment shares its answer. Nothing is kept: a question that comes after the answer
 * asks anew, so no answer is older than the call that brought it.
 */
public final class SingleFlight<K, A> {

    private final ConcurrentHashMap<K, CompletableFuture<A>> onTheWay = new ConcurrentHashMap<>();

    /**
     * The answer to this question, asked here or by another thread. An exception is for all who share it.
     *
     * @param question blocks no longer than its own time limit
     */
    public A ask(K key, Supplier<A> question) {
        CompletableFuture<A> mine = new CompletableFuture<>();
        CompletableFuture<A> others = onTheWay.putIfAbsent(key, mine);
        if (others != null) {
            return shared(others);
        }
        try {
            A answer = question.get();
            onTheWay.remove(key);
            mine.complete(answer);
            return answer;
        } catch (RuntimeException | Error failure) {
            onTheWay.remove(key);
            mine.completeExceptionally(failure);
            throw failure;
        }
    }

    private static <A> A shared(CompletableFuture<A> others) {
        try {
            return others.join();
        } catch (CompletionException failed) {
            throw new IllegalStateException("The question that this one shared an answer with failed", failed);
        }
    }
}
