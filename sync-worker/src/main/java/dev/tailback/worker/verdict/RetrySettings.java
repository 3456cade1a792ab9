package dev.tailback.worker.verdict;

import java.time.Duration;

/**
 * How often and after which delays the worker sends a record again that Salesforce refuses for now.
 *
 * @param limit attempts after which a record is parked, 1 to 1000; 10 unless set
 * @param unknownLimit attempts for an error that is in no table, 1 to the limit; 3
 * @param first shortest delay before the next attempt; 1 s
 * @param longest longest delay; 15 min
 * @param busyShortest shortest delay after "row busy"; 250 ms
 * @param busyLongest longest delay after "row busy"; 5 s
 * @param approval shortest delay while an approval holds the contract, twice that is the longest; 30 min
 */
public record RetrySettings(
        int limit,
        int unknownLimit,
        Duration first,
        Duration longest,
        Duration busyShortest,
        Duration busyLongest,
        Duration approval) {

    public static RetrySettings standard() {
        return new RetrySettings(
                10,
                3,
                Duration.ofSeconds(1),
                Duration.ofMinutes(15),
                Duration.ofMillis(250),
                Duration.ofSeconds(5),
                Duration.ofMinutes(30));
    }

    /** @throws IllegalArgumentException if the limit is not 1 to 1000 */
    public RetrySettings withLimit(int limit) {
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("must be 1 to 1000, but is " + limit);
        }
        return new RetrySettings(
                limit, Math.min(unknownLimit, limit), first, longest, busyShortest, busyLongest, approval);
    }

    /** @throws IllegalArgumentException if the first delay is not positive, or longer than the longest */
    public RetrySettings withDelays(Duration first, Duration longest) {
        if (first.toMillis() < 1 || first.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    "must grow from at least 1 ms, but runs from " + first + " to " + longest);
        }
        return new RetrySettings(limit, unknownLimit, first, longest, busyShortest, busyLongest, approval);
    }

    public RetrySettings withBusyDelays(Duration shortest, Duration longest) {
        return new RetrySettings(limit, unknownLimit, first, this.longest, shortest, longest, approval);
    }
}
