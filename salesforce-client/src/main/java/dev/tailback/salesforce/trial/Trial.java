package dev.tailback.salesforce.trial;

import dev.tailback.salesforce.usage.Delivery;
import dev.tailback.salesforce.usage.RowAnswer;
import dev.tailback.salesforce.usage.RowError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an org did with one record that was tried.
 *
 * @param status HTTP's status; 0 where no answer came
 * @param salesforceId of the saved record, where the org names it
 * @param created whether it was saved for the first time
 * @param errors why it was refused; for what is unknown, why
 */
public record Trial(Fate fate, int status, Optional<String> salesforceId, boolean created, List<RowError> errors) {

    /** Nothing between these is guessed. */
    public enum Fate {
        SAVED,
        REFUSED,
        /** No usable answer came: it may be saved or not. */
        UNKNOWN
    }

    public Trial {
        errors = List.copyOf(errors);
    }

    static Trial refused(int status, List<RowError> errors) {
        return new Trial(Fate.REFUSED, status, Optional.empty(), false, errors);
    }

    static Trial unknown(int status, String code, String reason) {
        return new Trial(Fate.UNKNOWN, status, Optional.empty(), false, List.of(new RowError(code, reason, List.of())));
    }

    /** Of each record of a call, in their order. */
    public static List<Trial> of(Delivery delivery, int records) {
        List<Trial> trials = new ArrayList<>();
        delivery.tell(
                answered -> answered.rows().forEach(row -> trials.add(of(row))),
                failed -> trials.addAll(Collections.nCopies(records, failed.fold(new WholeCall()))));
        return List.copyOf(trials);
    }

    private static Trial of(RowAnswer answer) {
        return answer.fold(
                saved -> new Trial(Fate.SAVED, 200, Optional.of(saved.salesforceId()), saved.created(), List.of()),
                refused -> refused(200, refused.errors()));
    }

    public boolean isSaved() {
        return fate == Fate.SAVED;
    }

    public boolean isRefused() {
        return fate == Fate.REFUSED;
    }

    /** Whether it was refused by the rule whose sentence begins with this code in brackets. */
    public boolean isRefusedBy(String rule) {
        return isRefused()
                && errors.stream()
                        .anyMatch(error -> error.ruleCode().filter(rule::equals).isPresent());
    }

    /** Salesforce's codes, and those of rules. */
    public List<String> codes() {
        return errors.stream()
                .map(error -> error.ruleCode().orElse(error.code()))
                .distinct()
                .toList();
    }

    /** For people: what the org did, in its own words. */
    public String words() {
        String said = errors.stream()
                .map(error -> error.code() + ": " + error.message())
                .distinct()
                .collect(Collectors.joining("; "));
        return switch (fate) {
            case SAVED -> created ? "saved as new" : "saved";
            case REFUSED -> "refused with " + said;
            case UNKNOWN -> "no usable answer: " + said;
        };
    }

    /** A call that was not answered record by record. */
    private static final class WholeCall implements Delivery.Cases<Trial> {

        @Override
        public Trial refused(Delivery.Refused delivery) {
            return Trial.refused(
                    delivery.status(), List.of(new RowError(delivery.code(), delivery.reason(), List.of())));
        }

        @Override
        public Trial turnedAway(Delivery.TurnedAway delivery) {
            return unknown(delivery.status(), delivery.code(), delivery.reason());
        }

        @Override
        public Trial unavailable(Delivery.Unavailable delivery) {
            return unknown(delivery.httpStatus().orElse(0), delivery.code(), delivery.reason());
        }

        @Override
        public Trial notSent(Delivery.NotSent delivery) {
            return unknown(0, delivery.code(), delivery.reason());
        }

        @Override
        public Trial outcomeUnknown(Delivery.OutcomeUnknown delivery) {
            return unknown(delivery.httpStatus().orElse(0), delivery.code(), delivery.reason());
        }
    }
}
