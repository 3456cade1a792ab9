package dev.tailback.localorg.save;

import java.util.List;

/** Why a record was not saved, in Salesforce's words. */
public record SaveError(String code, String message, List<String> fields) {

    public SaveError(String code, String message) {
        this(code, message, List.of());
    }

    public static SaveError on(String code, String field, String message) {
        return new SaveError(code, message, List.of(field));
    }
}
