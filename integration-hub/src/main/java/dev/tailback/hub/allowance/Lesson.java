package dev.tailback.hub.allowance;

import dev.tailback.crm.Allowance;
import dev.tailback.crm.Answer;
import dev.tailback.crm.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a call taught about its CRM.
 *
 * @param calls that the connector sent for it: a write that reads and compares sends several
 */
public record Lesson(OptionalLong left, OptionalLong most, Optional<Wait> told, Optional<Outage> outage, long calls) {

    /** A CRM may not hold us longer, whatever it says. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_CODE = 200;

    /** The CRM told how long nothing may be sent. */
    public record Wait(Duration time, String reason) {

        public Wait {
            time = time.compareTo(LONGEST) > 0 ? LONGEST : time;
            reason = cut(reason, LONGEST_REASON);
        }
    }

    /** The CRM did not answer. */
    public record Outage(String code, String reason) {

        public Outage {
            code = cut(code, LONGEST_CODE);
            reason = cut(reason, LONGEST_REASON);
        }
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    /** A refusal is an answer: the CRM is there. */
    static Lesson of(Answer<?> answer, Allowance allowance, Instant now, long calls) {
        return answer.fold(
                given -> of(allowance, now, Optional.empty(), calls),
                refused -> of(allowance, now, Optional.empty(), calls),
                away -> away.retryAfter().isPresent()
                        ? told(allowance, away, calls)
                        : of(allowance, now, Optional.of(new Outage(away.code(), away.reason())), calls));
    }

    /** An outage in the midst of a write leaves all of it unknown. */
    static Lesson ofWrite(Answer<List<Written>> answer, Allowance allowance, Instant now, long calls) {
        return answer.fold(
                written -> of(allowance, now, lost(written), calls),
                refused -> of(answer, allowance, now, calls),
                away -> of(answer, allowance, now, calls));
    }

    private static Optional<Outage> lost(List<Written> written) {
        List<Written.Unknown> unknown =
                written.stream().flatMap(Lesson::unknown).toList();
        return !written.isEmpty() && unknown.size() == written.size()
                ? Optional.of(new Outage("ANSWER_LOST", unknown.get(0).reason()))
                : Optional.empty();
    }

    private static Stream<Written.Unknown> unknown(Written written) {
        return written.fold(
                accepted -> Stream.empty(),
                refused -> Stream.empty(),
                conflict -> Stream.empty(),
                gone -> Stream.empty(),
                Stream::of);
    }

    private static Lesson told(Allowance allowance, Answer.Unavailable<?> away, long calls) {
        Wait wait = new Wait(away.retryAfter().orElseThrow(), away.reason());
        return new Lesson(allowance.left(), allowance.most(), Optional.of(wait), Optional.empty(), calls);
    }

    private static Lesson of(Allowance allowance, Instant now, Optional<Outage> outage, long calls) {
        Optional<Wait> wait = allowance
                .waitUntil()
                .filter(now::isBefore)
                .map(until -> new Wait(
                        Duration.between(now, until), "its last answer said that our calls are too many for now."));
        return new Lesson(allowance.left(), allowance.most(), wait, outage, calls);
    }
}
