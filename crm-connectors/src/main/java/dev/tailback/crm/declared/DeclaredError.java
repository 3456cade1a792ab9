package dev.tailback.crm.declared;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.crm.call.CrmAnswer;
import dev.tailback.salesforce.text.ForeignText;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An error as a declared CRM tells it. */
record DeclaredError(String code, String message, Optional<String> field) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_. -]{0,99}");
    private static final int LONGEST = 1_000;
    private static final int LONGEST_FIELD = 200;

    /** Empty where the answer holds no error as the file says that errors are told. */
    static Optional<DeclaredError> of(CrmAnswer answer, ErrorPlaces places) {
        JsonNode json = answer.json();
        Optional<String> code = ErrorPlaces.first(places.code(), json);
        Optional<String> message = ErrorPlaces.first(places.message(), json);
        if (code.isEmpty() && message.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DeclaredError(
                code.filter(text -> CODE.matcher(text).matches()).orElse("HTTP_" + answer.status()),
                message.map(text -> ForeignText.line(text, LONGEST))
                        .filter(text -> !text.isEmpty())
                        .orElse("The CRM refuses this without a reason."),
                ErrorPlaces.first(places.field(), json).map(text -> ForeignText.line(text, LONGEST_FIELD))));
    }

    /** The field of these that it is about: the one that it names, or the only one that its sentence names. */
    Optional<String> about(Collection<String> fields) {
        Optional<String> named = field.filter(fields::contains);
        if (named.isPresent()) {
            return named;
        }
        List<String> said = fields.stream()
                .filter(one -> Pattern.compile("(?<![A-Za-z0-9_])" + Pattern.quote(one) + "(?![A-Za-z0-9_])")
                        .matcher(message)
                        .find())
                .toList();
        return said.size() == 1 ? Optional.of(said.get(0)) : Optional.empty();
    }
}
