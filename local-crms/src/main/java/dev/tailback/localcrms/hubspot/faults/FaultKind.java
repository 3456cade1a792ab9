package dev.tailback.localcrms.hubspot.faults;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be made to go wrong; docs/local-crms.md says what each does. */
public enum FaultKind {
    /** The connection ends without an answer, and nothing is done. */
    DOWN,
    /** Nobody listens on the port for the given seconds. */
    REFUSED,
    /** Every call takes longer. */
    SLOW("latencyMs"),
    /** An error of HubSpot or of what stands before it. */
    STATUS("status", "retryAfter"),
    /** 429, whatever is left. */
    RATE_LIMIT("retryAfter", "policy"),
    /** A write ends without an answer and is not done. */
    DROP_BEFORE_COMMIT,
    /** A write is done and ends without an answer. */
    DROP_AFTER_COMMIT,
    /** Every so many inputs of a batch one fails. */
    PARTIAL_BATCH("every"),
    /** 200 with a page of HTML. */
    HTML,
    /** The JSON of an answer ends in the middle. */
    TRUNCATED,
    /** Texts, numbers and lists stand where others belong. */
    WRONG_TYPES,
    /** Every page says that there is a next one, which is the same. */
    ENDLESS_PAGING,
    /** An answer with many megabytes. */
    HUGE_BODY("megabytes"),
    /** The results have ids that nobody asked for. */
    FOREIGN_IDS,
    /** The account's clock is ahead, or behind. */
    CLOCK_SKEW("skewMs"),
    /** New and changed records do not come into the search. */
    STUCK_SEARCH;

    private final Set<String> details;

    FaultKind(String... details) {
        this.details = Set.of(details);
    }

    /** As people write it: {@code drop-after-commit}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean has(String detail) {
        return details.contains(detail);
    }

    static Optional<FaultKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(FaultKind::word).toList();
    }
}
