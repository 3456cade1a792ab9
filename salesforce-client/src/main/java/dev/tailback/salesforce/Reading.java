package dev.tailback.salesforce;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The result of reading something from Salesforce. Not there, not allowed and not reachable are three different things,
 * and none of them may become another. {@link #fold} makes every caller decide about each one.
 */
public sealed interface Reading<T> {

    /** One answer for each alternative. */
    <R> R fold(
            Function<Found<T>, R> found,
            Supplier<R> absent,
            Function<Refused<T>, R> refused,
            Function<Unavailable<T>, R> unavailable);

    /** Salesforce holds it; {@code readAt} is when we read it, since nothing read here is kept. */
    record Found<T>(T value, Instant readAt) implements Reading<T> {

        @Override
        public <R> R fold(
                Function<Found<T>, R> found,
                Supplier<R> absent,
                Function<Refused<T>, R> refused,
                Function<Unavailable<T>, R> unavailable) {
            return found.apply(this);
        }
    }

    /** Salesforce answered, and there is no such thing that our user can see. */
    record Absent<T>() implements Reading<T> {

        @Override
        public <R> R fold(
                Function<Found<T>, R> found,
                Supplier<R> absent,
                Function<Refused<T>, R> refused,
                Function<Unavailable<T>, R> unavailable) {
            return absent.get();
        }
    }

    /** Salesforce will not answer this until rights, schema or credentials are changed. */
    record Refused<T>(String code, String reason) implements Reading<T> {

        @Override
        public <R> R fold(
                Function<Found<T>, R> found,
                Supplier<R> absent,
                Function<Refused<T>, R> refused,
                Function<Unavailable<T>, R> unavailable) {
            return refused.apply(this);
        }
    }

    /** Salesforce cannot be read now; asking again later may help. */
    record Unavailable<T>(String code, String reason) implements Reading<T> {

        @Override
        public <R> R fold(
                Function<Found<T>, R> found,
                Supplier<R> absent,
                Function<Refused<T>, R> refused,
                Function<Unavailable<T>, R> unavailable) {
            return unavailable.apply(this);
        }
    }

    /** The same reading of something derived from what was found. */
    default <R> Reading<R> map(Function<? super T, ? extends R> change) {
        return flatMap(found -> new Found<>(change.apply(found.value()), found.readAt()));
    }

    /** Decides anew about what was found; everything else stays as it is. */
    default <R> Reading<R> flatMap(Function<Found<T>, Reading<R>> change) {
        return fold(
                change,
                Absent::new,
                refused -> new Refused<>(refused.code(), refused.reason()),
                unavailable -> new Unavailable<>(unavailable.code(), unavailable.reason()));
    }
}
