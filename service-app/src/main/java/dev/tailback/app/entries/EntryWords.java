package dev.tailback.app.entries;

import dev.tailback.web.texts.Texts;
import java.util.Optional;
import java.util.Set;

/**
 * What the page says about an entry, once and in the reader's words. Codes and Salesforce's own sentences are for
 * operators, in a part that opens.
 */
public final class EntryWords {

    private static final String WITHDRAWN = "WITHDRAWN";
    private static final String OTHER = "other";

    /** Codes whose sentence is ours, so that nothing of Salesforce's is behind it. */
    private static final Set<String> OURS = Set.of(WITHDRAWN, "WAITS_FOR_REPLACED", "ON_HOLD");

    private EntryWords() {}

    /** One of the five states, or {@code withdrawn}; for keys of texts and names of styles. */
    public static String state(EntryView entry) {
        return isWithdrawn(entry) ? "withdrawn" : entry.state().word().toLowerCase(java.util.Locale.ROOT);
    }

    /** The same as lists and files write it. */
    public static String word(EntryView entry) {
        return isWithdrawn(entry) ? "Withdrawn" : entry.state().word();
    }

    /** Salesforce never held it, and it was taken back here. */
    public static boolean isWithdrawn(EntryView entry) {
        return entry.code().equals(Optional.of(WITHDRAWN));
    }

    /** Why it is in its state; empty where nothing is to explain. */
    public static Optional<String> why(EntryView entry, Texts texts) {
        if (kind(entry.code().orElse("")).equals("hold")) {
            return Optional.empty();
        }
        if (entry.code().isEmpty()) {
            return entry.reason();
        }
        String kind = kind(entry.code().get());
        return Optional.of(
                kind.equals(OTHER) ? entry.reason().orElse(entry.code().get()) : texts.of("entry.why." + kind));
    }

    /** Whether what {@link #why} says are Salesforce's own words. */
    public static boolean whyIsTheirs(EntryView entry) {
        return entry.reason().isPresent() && why(entry, Texts.english()).equals(entry.reason());
    }

    /** What a person can do; empty where nothing is to do. */
    public static Optional<String> now(EntryView entry, Texts texts) {
        return switch (entry.state()) {
            case REJECTED -> Optional.of(texts.of("entry.now." + advised(entry)));
            case RETRYING -> entry.hold().isPresent() ? Optional.empty() : Optional.of(texts.of("entry.now.automatic"));
            case WAITING, REPORTED, LOCKED -> Optional.empty();
        };
    }

    /** What Salesforce, or the queue, said in its own words; empty when the page says it already. */
    public static Optional<String> original(EntryView entry) {
        return OURS.contains(entry.code().orElse("")) || whyIsTheirs(entry) ? Optional.empty() : entry.reason();
    }

    private static String advised(EntryView entry) {
        String kind = kind(entry.code().orElse(""));
        boolean held = entry.reportedVersion() > 0;
        return kind.equals("locked") ? held ? "locked-held" : "locked-new" : kind;
    }

    /** Whether only an open contract would let it pass. */
    public static boolean isLockedOut(EntryView entry) {
        return entry.state() == EntryState.REJECTED
                && kind(entry.code().orElse("")).equals("locked");
    }

    private static String kind(String code) {
        return switch (code) {
            case "WITHDRAWN" -> "withdrawn";
            case "USAGE_LOCKED", "USAGE_FROZEN" -> "locked";
            case "NOT_ENOUGH_UNITS" -> "not-enough";
            case "USAGE_STALE", "USAGE_VERSION_REUSED" -> "changed-there";
            case "USAGE_IDENTITY" -> "identity";
            case "INVALID_CROSS_REFERENCE_KEY", "MALFORMED_ID", "NOT_FOUND", "INVALID_TYPE_ON_FIELD_IN_RECORD" ->
                "no-product";
            case "INSUFFICIENT_ACCESS",
                    "INSUFFICIENT_ACCESS_OR_READONLY",
                    "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY" -> "access";
            case "REPLACED_REJECTED" -> "replaced";
            case "WAITS_FOR_REPLACED" -> "waits";
            case "ON_HOLD" -> "hold";
            case "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "CANNOT_EXECUTE_FLOW_TRIGGER" -> "automation";
            case "LIMIT_EXCEEDED", "TOO_MANY_APEX_REQUESTS", "ALL_OR_NONE_OPERATION_ROLLED_BACK", "PROCESSING_HALTED" ->
                "limit";
            case "ROW_BUSY", "UNABLE_TO_LOCK_ROW" -> "busy";
            case "ENTITY_IS_LOCKED" -> "approval";
            case "UNKNOWN_EXCEPTION", "INTERNAL_ERROR", "QUERY_TIMEOUT", "REQUEST_RUNNING_TOO_LONG" ->
                "salesforce-failed";
            case "NO_ANSWER", "UNUSABLE_ANSWER", "OUTAGE" -> "no-answer";
            case "QUEUE_DOWN" -> "queue";
            case "PAYLOAD_UNREADABLE", "WORKER_FAILED", "NOT_SENT", "GIVEN_BACK" -> "own-fault";
            default -> OTHER;
        };
    }
}
