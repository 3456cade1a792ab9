package dev.tailback.mapping;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which types of Salesforce's fields can stand for an idea, and how gladly: 1 for a type that is made for it, less for
 * one that also does, {@link #NEVER_SUGGESTED} for one that a person may choose and that no person means by it.
 */
public final class FieldTypes {

    private static final double NEVER_SUGGESTED = 0;

    private static final Map<String, Double> NUMBERS = Map.of("double", 1.0, "int", 1.0, "long", 1.0);

    private static final Map<String, Double> TEXTS = with(
            Map.of("string", 1.0, "picklist", 0.95, "combobox", 0.95, "textarea", 0.6),
            NEVER_SUGGESTED,
            "phone",
            "email",
            "url",
            "id");

    private FieldTypes() {}

    /** By Salesforce's words. A field that Tailback writes must take whatever it writes. */
    public static Map<String, Double> of(Idea idea) {
        return idea.isWritten() ? written(idea.kind()) : read(idea.kind());
    }

    private static Map<String, Double> read(Kind kind) {
        return switch (kind) {
            case TEXT -> TEXTS;
            case NUMBER -> with(NUMBERS, NEVER_SUGGESTED, "currency");
            case MONEY -> with(Map.of("currency", 1.0), 0.85, "double", "int", "long");
            case DATE -> Map.of("date", 1.0);
            case TIME -> Map.of("datetime", 1.0);
            case FLAG -> Map.of("boolean", 1.0);
            case LINK -> with(Map.of("url", 1.0), 0.8, "string", "textarea");
            case REFERENCE -> Map.of("reference", 1.0);
            case STATUS -> with(Map.of("picklist", 1.0, "string", 0.7), 0.95, "combobox", "boolean");
        };
    }

    private static Map<String, Double> written(Kind kind) {
        return switch (kind) {
            case TEXT -> Map.of("string", 1.0, "textarea", 0.85);
            case NUMBER, MONEY -> NUMBERS;
            case DATE, TIME, FLAG, LINK, REFERENCE, STATUS -> read(kind);
        };
    }

    /** Whether a condition compares it with texts. */
    public static boolean isCompared(String type) {
        return TEXTS.containsKey(type) || type.equals("reference");
    }

    private static Map<String, Double> with(Map<String, Double> some, double weight, String... types) {
        Map<String, Double> more = new LinkedHashMap<>(some);
        for (String type : types) {
            more.put(type, weight);
        }
        return Map.copyOf(more);
    }
}
