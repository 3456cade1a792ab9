package dev.tailback.salesforce.usage;

import dev.tailback.salesforce.ApiUsage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** What came of one call that sends usage to Salesforce: it was answered row by row, or it failed as a whole. */
public sealed interface Delivery {

    /** Exactly one of the two is told. */
    void tell(Consumer<Answered> answered, Consumer<Failed> failed);

    /** Whether Salesforce decided about every snapshot. */
    boolean isAnswered();

    /** What Salesforce said about the org's daily calls; empty where it said nothing. */
    Optional<ApiUsage> apiUsage();

    /** HTTP's status of the answer; empty where none came. */
    OptionalInt httpStatus();

    /** Salesforce decided about every snapshot: one answer each, in the order they were sent. */
    record Answered(List<RowAnswer> rows, Optional<ApiUsage> apiUsage) implements Delivery {

        @Override
        public void tell(Consumer<Answered> answered, Consumer<Failed> failed) {
            answered.accept(this);
        }

        @Override
        public boolean isAnswered() {
            return true;
        }

        @Override
        public OptionalInt httpStatus() {
            return OptionalInt.of(200);
        }
    }

    /**
     * Not answered row by row. Every alternative asks for a different next step; {@link #fold} makes sure that a new
     * one does not compile until every caller handles it.
     */
    sealed interface Failed extends Delivery {

        /** One answer for each alternative. */
        <R> R fold(Cases<R> cases);

        @Override
        default void tell(Consumer<Answered> answered, Consumer<Failed> failed) {
            failed.accept(this);
        }

        @Override
        default boolean isAnswered() {
            return false;
        }

        @Override
        default Optional<ApiUsage> apiUsage() {
            return Optional.empty();
        }
    }

    /** What to make of each way to fail. */
    interface Cases<R> {

        R refused(Refused delivery);

        R turnedAway(TurnedAway delivery);

        R unavailable(Unavailable delivery);

        R notSent(NotSent delivery);

        R outcomeUnknown(OutcomeUnknown delivery);
    }

    /**
     * Salesforce itself, in its own form of answer, refused the whole call; nothing was saved, and waiting will not
     * help.
     *
     * @param status HTTP status, 400 to 499
     * @param code Salesforce's error code
     */
    record Refused(int status, String code, String reason, Optional<ApiUsage> apiUsage) implements Failed {

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.refused(this);
        }

        @Override
        public OptionalInt httpStatus() {
            return OptionalInt.of(status);
        }
    }

    /**
     * A refusal that does not have Salesforce's form: a firewall, a proxy or a gateway between us and Salesforce gave
     * it. Nothing was saved. No record is to blame, though fewer records in one call may get through (413).
     *
     * @param status HTTP status, 400 to 499
     * @param code {@code HTTP_<status>}
     */
    record TurnedAway(int status, String code, String reason, Optional<Duration> retryAfter) implements Failed {

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.turnedAway(this);
        }

        @Override
        public OptionalInt httpStatus() {
            return OptionalInt.of(status);
        }
    }

    /**
     * An outage, which is no record's fault and passes: no connection, no session, maintenance, read-only mode, quota.
     * Nothing was saved; a gateway that breaks down in the middle (502, 504) counts as an outage too, since sending
     * again is harmless.
     *
     * @param httpStatus of the answer, where one came
     * @param retryAfter how long to stay away, where Salesforce or our own pause before signing in says so; a day at
     *     most
     */
    record Unavailable(
            OptionalInt httpStatus,
            String code,
            String reason,
            Optional<Duration> retryAfter,
            Optional<ApiUsage> apiUsage)
            implements Failed {

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.unavailable(this);
        }
    }

    /**
     * It never left this program: our own code failed before anything was sent. Nothing was saved, and no record is to
     * blame.
     */
    record NotSent(String code, String reason) implements Failed {

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.notSent(this);
        }

        @Override
        public OptionalInt httpStatus() {
            return OptionalInt.empty();
        }
    }

    /** It was sent and no usable answer came. It may be saved or not; sending the same versions again is safe. */
    record OutcomeUnknown(OptionalInt httpStatus, String code, String reason) implements Failed {

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.outcomeUnknown(this);
        }
    }
}
