package dev.tailback.mapping.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A validation rule.
 *
 * @param shownAt the field at which people see the refusal; empty for the whole record
 * @param code stands in brackets before the sentence, so that a program can tell refusals apart
 */
record RuleFile(
        String object,
        String name,
        String description,
        String condition,
        Optional<String> shownAt,
        String code,
        String sentence) {

    /** Salesforce's own limit of a rule's message. */
    private static final int LONGEST = 255;

    SourceFile file() {
        List<Tag> tags = new ArrayList<>(List.of(
                Tag.of("fullName", name),
                Tag.of("active", true),
                Tag.of("description", description),
                Tag.of("errorConditionFormula", condition),
                Tag.of("errorMessage", message())));
        shownAt.ifPresent(field -> tags.add(Tag.of("errorDisplayField", field)));
        return SourceFile.below(
                object, "validationRules", name, "validationRule", MetadataXml.of("ValidationRule", tags));
    }

    private String message() {
        String message = "[" + code + "] " + sentence;
        return message.length() > LONGEST ? message.substring(0, LONGEST) : message;
    }
}
