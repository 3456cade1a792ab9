package dev.tailback.app.salesforce;

import dev.tailback.web.input.Invalid;
import dev.tailback.web.input.JsonObject;
import dev.tailback.web.input.TextRule;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Salesforce writes the id of one record in 15 letters (upper and lower case differ) or in 18 (the last three spell out
 * the case). One contract must have one spelling here, or two workers would hold it at once, so ids are kept in 18
 * letters.
 */
public final class SalesforceId {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?");
    private static final String WRONG = "must be a Salesforce record id of 15 or 18 letters and digits";
    private static final TextRule ANY = TextRule.line(1_000);
    private static final String SUFFIX_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    private SalesforceId() {}

    /** The id in 18 letters, or empty when the text is no record id or its last three letters do not fit the others. */
    public static Optional<String> of(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        String id = text.substring(0, 15);
        String full = id + suffix(id);
        return text.length() == 15 || text.equals(full) ? Optional.of(full) : Optional.empty();
    }

    /** The id an operator narrows an action to, if any; what is none is noted as wrong. */
    public static Optional<String> asked(JsonObject request, String field) {
        Optional<String> given = request.text(field, ANY);
        Optional<String> id = given.flatMap(SalesforceId::of);
        if (given.isPresent() && id.isEmpty()) {
            request.wrong(field, WRONG);
        }
        return id;
    }

    /** The id that must be there; what is none is noted as wrong and becomes an empty text. */
    public static String required(JsonObject request, String field) {
        Optional<String> given = request.text(field, ANY);
        return given.flatMap(SalesforceId::of).orElseGet(() -> {
            request.wrong(field, WRONG);
            return "";
        });
    }

    /** The id somebody typed into a field, if any. @throws dev.tailback.web.problems.Problem 400 {@code invalid} */
    public static Optional<String> typed(String field, String text) {
        Optional<String> id = of(text.strip());
        if (id.isEmpty() && !text.isBlank()) {
            throw Invalid.because(field, WRONG);
        }
        return id;
    }

    private static String suffix(String id) {
        return "" + letter(id, 0) + letter(id, 5) + letter(id, 10);
    }

    /** Five letters make one: bit n says whether the n-th of them is in upper case. */
    private static char letter(String id, int from) {
        int bits = 0;
        for (int n = 0; n < 5; n++) {
            if (Character.isUpperCase(id.charAt(from + n))) {
                bits |= 1 << n;
            }
        }
        return SUFFIX_LETTERS.charAt(bits);
    }

    /** The text as an id in 18 letters where it is one, else as it is, to be searched for in vain. */
    public static String spelledOut(String text) {
        return of(text).orElse(text);
    }
}
