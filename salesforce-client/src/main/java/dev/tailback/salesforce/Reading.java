package dev.tailback.salesforce;

import java.time.Instant;
import java.util.function.Function;

/**
 * What came of reading something from Salesforce. Not there, not allowed and not reachable are three different things;
 * nobody may turn one into another.
 */
public sealed interface Reading<T> {

    /** Salesforce holds it; {@code readAt} is when we read it, since nothing read here is kept. */
    record Found<T>(T value, Instant readAt) implements Reading<T> {}

    /** Salesforce answered, and there is no such thing that our user can see. */
    record Absent<T>() implements Reading<T> {}

    /** Salesforce will not answer this until somebody changes something: rights, schema, credentials. */
    record Refused<T>(String code, String reason) implements Reading<T> {}

    /** Salesforce cannot be read now; asking again later may help. */
    record Unavailable<T>(String code, String reason) implements Reading<T> {}

    /** The same reading of something derived from what was found. */
    default <R> Reading<R> map(Function<? super T, ? extends R> change) {
        return flatMap(found -> new Found<>(change.apply(found.value()), found.readAt()));
    }

    /** Decides anew about what was found; everything else stays as it is. */
    default <R> Reading<R> flatMap(Function<Found<T>, Reading<R>> change) {
        if (this instanceof Found<T> found) {
            return change.apply(found);
        }
        if (this instanceof Refused<T> refused) {
            return new Refused<>(refused.code(), refused.reason());
        }
        if (this instanceof Unavailable<T> unavailable) {
            return new Unavailable<>(unavailable.code(), unavailable.reason());
        }
        return new Absent<>();
    }
}
