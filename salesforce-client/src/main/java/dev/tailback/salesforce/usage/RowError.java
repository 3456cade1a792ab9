package dev.tailback.salesforce.usage;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One reason why Salesforce refused a record.
 *
 * @param code Salesforce's status code, such as {@code FIELD_CUSTOM_VALIDATION_EXCEPTION} or {@code UNABLE_TO_LOCK_ROW}
 * @param message Salesforce's own sentence
 * @param fields API names of the fields it blames, often none
 */
public record RowError(String code, String message, List<String> fields) {

    private static final Pattern RULE = Pattern.compile("\\[([A-Z][A-Z_]*)]");

    /**
     * The stable code that each validation rule of ours puts in front of its sentence, such as {@code USAGE_LOCKED}.
     */
    public Optional<String> ruleCode() {
        Matcher rule = RULE.matcher(message);
        return rule.lookingAt() ? Optional.of(rule.group(1)) : Optional.empty();
    }
}
