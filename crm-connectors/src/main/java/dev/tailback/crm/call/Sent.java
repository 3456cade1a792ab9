package dev.tailback.crm.call;

import dev.tailback.crm.Answer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** What came of one call. {@link #fold} makes every caller decide about each alternative. */
public sealed interface Sent {

    /** One answer for each alternative. */
    <R> R fold(Function<CrmAnswer, R> answered, Function<Lost, R> lost, Function<NotTaken, R> notTaken);

    /** An answer came, whatever its status. */
    record Answered(CrmAnswer answer) implements Sent {

        @Override
        public <R> R fold(Function<CrmAnswer, R> answered, Function<Lost, R> lost, Function<NotTaken, R> notTaken) {
            return answered.apply(answer);
        }
    }

    /** It was sent, and no whole answer came. */
    record Lost(String code, String reason) implements Sent {

        @Override
        public <R> R fold(Function<CrmAnswer, R> answered, Function<Lost, R> lost, Function<NotTaken, R> notTaken) {
            return lost.apply(this);
        }
    }

    /** Nothing was done there: there is no connection, no session, or we were told to wait. */
    record NotTaken(String code, String reason, Optional<Duration> retryAfter, boolean isRefusal) implements Sent {

        @Override
        public <R> R fold(Function<CrmAnswer, R> answered, Function<Lost, R> lost, Function<NotTaken, R> notTaken) {
            return notTaken.apply(this);
        }

        public <T> Answer<T> answer() {
            return isRefusal ? new Answer.Refused<>(code, reason) : new Answer.Unavailable<>(code, reason, retryAfter);
        }

        /** We were told to wait, and do. */
        public static NotTaken held(String crm, Duration left) {
            return new NotTaken(
                    "TOLD_TO_WAIT",
                    crm + " told us to send nothing for another " + Math.max(1, left.toSeconds()) + " s.",
                    Optional.of(left),
                    false);
        }
    }

    /** For a question, which does no harm when it is asked again. */
    default Answer<CrmAnswer> asQuestion() {
        return fold(
                Answer.Given::new,
                lost -> new Answer.Unavailable<>(lost.code(), lost.reason(), Optional.empty()),
                NotTaken::answer);
    }
}
