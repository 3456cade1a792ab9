package dev.tailback.localorg.faults;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be made to go wrong. */
public enum FaultKind {
    /** Connections end without an answer before anything is done. */
    DOWN,
    /** Every call takes longer. */
    SLOW,
    /** 500 with Salesforce's UNKNOWN_EXCEPTION. */
    ERROR_500,
    /** 503 with an HTML page. */
    MAINTENANCE_503,
    /** 420 without a body, as Salesforce's edge answers while it sets things up. */
    EDGE_420,
    /** Reads work, writes are refused. */
    READ_ONLY,
    /** The daily API calls are used up. */
    QUOTA_USED_UP,
    /** Too many long calls at once. */
    CONCURRENCY_LIMIT,
    /** A row is held by someone else, so that saves that need it fail at once. */
    ROW_BUSY,
    /** The caller's token is dead. */
    SESSION_EXPIRED,
    /** A write ends without an answer and is not done. */
    DROP_BEFORE_COMMIT,
    /** A write is done and ends without an answer. */
    DROP_AFTER_COMMIT;

    /** As people write it: {@code drop-after-commit}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<FaultKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(FaultKind::word).toList();
    }
}
