package dev.tailback.mapping;

import java.util.List;
import java.util.regex.Pattern;

/** A field's API name, or relationships and a field with dots between, as {@code Account.Name}. */
public record FieldPath(List<String> steps) {

    /** What an API name looks like, with a package's prefix or not. */
    public static final Pattern NAME =
            Pattern.compile("[A-Za-z](_?[A-Za-z0-9]){0,79}(__[A-Za-z](_?[A-Za-z0-9]){0,79})?(__[a-z]{1,4})?");

    /** Salesforce follows at most five relationships. */
    public static final int MOST_STEPS = 6;

    public FieldPath {
        steps = List.copyOf(steps);
    }

    public static FieldPath of(String text) {
        return new FieldPath(List.of(text.split("\\.", -1)));
    }

    /** Whether it can be a path at all. */
    public static boolean isPath(String text) {
        List<String> steps = of(text).steps();
        return steps.size() <= MOST_STEPS
                && steps.stream().allMatch(step -> NAME.matcher(step).matches());
    }

    /** The relationship that a reference field gives: {@code Order__r} for {@code Order__c}, {@code Account} for {@code AccountId}. */
    public static String relationship(String reference) {
        if (reference.endsWith("__c")) {
            return reference.substring(0, reference.length() - 1) + "r";
        }
        return reference.endsWith("Id") ? reference.substring(0, reference.length() - 2) : reference;
    }

    /** The relationships before the field; empty for a field of the object itself. */
    public List<String> relationships() {
        return steps.subList(0, steps.size() - 1);
    }

    public String field() {
        return steps.get(steps.size() - 1);
    }
}
