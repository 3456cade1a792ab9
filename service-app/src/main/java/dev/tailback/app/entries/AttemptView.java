package dev.tailback.app.entries;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.app.ledger.UsageHistory;
import dev.tailback.salesforce.usage.RowAnswer;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to bring an entry to Salesforce: what was sent and what came back. No token and no header is ever kept.
 *
 * @param sentAt when it was sent, by the worker's clock
 * @param milliseconds until the answer was there, or was given up
 * @param status of HTTP; empty when no answer came
 * @param worker that sent it
 * @param sent the entry's record in the call, in JSON, letter by letter; the link to the ad is the one of today. Empty
 *     when it is not known any more what this version said of its ad
 * @param answer what Salesforce answered about this record, in JSON, up to 2,000 characters; empty when the call failed
 *     as a whole: then the line's code and message are all that was answered
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AttemptView(
        Instant sentAt,
        long milliseconds,
        Optional<Integer> status,
        String worker,
        Optional<String> sent,
        Optional<String> answer) {

    static Optional<AttemptView> of(UsageHistory.Line line, Optional<String> sent) {
        return line.sentAt() == null || line.milliseconds() == null || line.worker() == null
                ? Optional.empty()
                : Optional.of(new AttemptView(
                        line.sentAt(),
                        line.milliseconds(),
                        Optional.ofNullable(line.httpStatus()),
                        line.worker(),
                        sent,
                        answer(line)));
    }

    private static Optional<String> answer(UsageHistory.Line line) {
        boolean made = Boolean.TRUE.equals(line.madeThere());
        return Optional.ofNullable(line.answer())
                .or(() -> Optional.ofNullable(line.salesforceId()).map(id -> new RowAnswer.Accepted(id, made).json()));
    }

    /** What was sent, for people. */
    public Optional<String> sentShown() {
        return sent.map(PrettyJson::of);
    }

    /** What was answered, for people. */
    public Optional<String> answerShown() {
        return answer.map(PrettyJson::of);
    }
}
