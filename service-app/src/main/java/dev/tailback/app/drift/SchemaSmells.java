package dev.tailback.app.drift;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Hears refusals of Salesforce; one that may come from another schema makes this service app look soon. */
@Singleton
public class SchemaSmells {

    /** Something else than an org answers, or a field that holds something else than it should. */
    static final String NONSENSE = "UNUSABLE_ROW";

    private static final Set<String> CODES = Set.of(
            "FIELD_INTEGRITY_EXCEPTION",
            "INSUFFICIENT_ACCESS",
            "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
            "INSUFFICIENT_ACCESS_OR_READONLY",
            "INVALID_FIELD",
            "INVALID_FIELD_FOR_INSERT_UPDATE",
            "INVALID_TYPE",
            "INVALID_TYPE_ON_FIELD_IN_RECORD",
            "JSON_PARSER_ERROR",
            "MALFORMED_QUERY",
            "NOT_FOUND",
            "NUMBER_OUTSIDE_VALID_RANGE",
            "REQUIRED_FIELD_MISSING",
            "STRING_TOO_LONG",
            NONSENSE);

    private final AtomicBoolean met = new AtomicBoolean();

    /** Whether a refusal with this code may come from another schema. */
    static boolean isOne(String code) {
        return CODES.contains(code);
    }

    /** @param code of any refusal */
    public void hear(String code) {
        if (isOne(code)) {
            met.set(true);
        }
    }

    /** Whether there was one since this was asked last. */
    boolean take() {
        return met.getAndSet(false);
    }
}
