package dev.tailback.crm;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What became of a question to a CRM. {@link #fold} makes every caller decide about each alternative.
 *
 * @param <T> what was asked for
 */
public sealed interface Answer<T> {

    /** One answer for each alternative. */
    <R> R fold(
            Function<? super T, ? extends R> given,
            Function<Refused<T>, ? extends R> refused,
            Function<Unavailable<T>, ? extends R> unavailable);

    record Given<T>(T value) implements Answer<T> {

        @Override
        public <R> R fold(
                Function<? super T, ? extends R> given,
                Function<Refused<T>, ? extends R> refused,
                Function<Unavailable<T>, ? extends R> unavailable) {
            return given.apply(value);
        }
    }

    /**
     * The CRM will not answer this until rights, schema, credentials or the question are changed.
     *
     * @param code the CRM's own, or one of this connector where the CRM has none
     * @param reason one sentence that says what to do
     */
    record Refused<T>(String code, String reason) implements Answer<T> {

        @Override
        public <R> R fold(
                Function<? super T, ? extends R> given,
                Function<Refused<T>, ? extends R> refused,
                Function<Unavailable<T>, ? extends R> unavailable) {
            return refused.apply(this);
        }
    }

    /**
     * The CRM cannot answer now; asking again may help.
     *
     * @param retryAfter how long the CRM told us to wait; nothing may be sent to it before
     */
    record Unavailable<T>(String code, String reason, Optional<Duration> retryAfter) implements Answer<T> {

        @Override
        public <R> R fold(
                Function<? super T, ? extends R> given,
                Function<Refused<T>, ? extends R> refused,
                Function<Unavailable<T>, ? extends R> unavailable) {
            return unavailable.apply(this);
        }
    }

    /** The same answer of something derived from what was given. */
    default <R> Answer<R> map(Function<? super T, ? extends R> change) {
        return flatMap(value -> new Given<>(change.apply(value)));
    }

    /** Decides anew about what was given; everything else stays as it is. */
    default <R> Answer<R> flatMap(Function<? super T, Answer<R>> change) {
        return fold(
                change,
                refused -> new Refused<>(refused.code(), refused.reason()),
                unavailable -> new Unavailable<>(unavailable.code(), unavailable.reason(), unavailable.retryAfter()));
    }
}
