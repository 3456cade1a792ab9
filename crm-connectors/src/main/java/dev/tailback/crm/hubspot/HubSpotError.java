package dev.tailback.crm.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import dev.tailback.crm.call.CrmAnswer;
import dev.tailback.salesforce.text.ForeignText;
import dev.tailback.salesforce.text.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An error as HubSpot tells it, for a call or for one input of a batch. Every part of it may be missing.
 *
 * @param code the category, or the sub-category where that says more
 * @param field the property that it is about, where it can be told
 * @param traces the inputs that it is about, by the ids that we gave them
 * @param ids the records or keys that it is about
 */
record HubSpotError(String code, String message, Optional<String> field, List<String> traces, List<String> ids) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{1,99}");
    private static final Pattern PROPERTY = Pattern.compile("[a-z][a-z0-9_]{0,99}");
    private static final Pattern INNER = Pattern.compile("Property values were not valid: (\\[.*])");
    private static final int LONGEST = 1_000;
    private static final int MOST = 1_000;

    static Optional<HubSpotError> of(CrmAnswer answer) {
        JsonNode json = answer.json();
        boolean isError = json.isObject()
                && (json.path("message").isTextual() || json.path("category").isTextual());
        return isError ? Optional.of(of(json)) : Optional.empty();
    }

    static HubSpotError of(JsonNode json) {
        JsonNode inner = inner(json);
        String told = first(inner.path("error"), inner.path("code"), json.path("subCategory"), json.path("category"));
        String message = ForeignText.line(first(inner.path("message"), json.path("message")), LONGEST);
        return new HubSpotError(
                CODE.matcher(told).matches() ? told : "REFUSED",
                message.isEmpty() ? "HubSpot refuses this without a reason." : message,
                field(json, inner),
                texts(json.path("context").path("objectWriteTraceId")),
                Stream.concat(
                                texts(json.path("context").path("ids")).stream(),
                                texts(json.path("context").path("id")).stream())
                        .toList());
    }

    /** The first single error: of the list, or of the JSON that HubSpot puts into the message. */
    private static JsonNode inner(JsonNode json) {
        Matcher inner = INNER.matcher(json.path("message").asText(""));
        JsonNode told = inner.find()
                ? Json.tree(inner.group(1)).orElseGet(Json::nothing).path(0)
                : Json.nothing();
        return told.isObject() ? told : json.path("errors").path(0);
    }

    private static Optional<String> field(JsonNode json, JsonNode inner) {
        return Stream.of(
                        inner.path("name"),
                        inner.path("in"),
                        inner.path("context").path("propertyName").path(0),
                        json.path("context").path("propertyName").path(0),
                        json.path("context").path("name").path(0))
                .map(name -> name.asText(""))
                .filter(name -> PROPERTY.matcher(name).matches())
                .findFirst();
    }

    private static String first(JsonNode... texts) {
        return Stream.of(texts)
                .filter(text -> text.getNodeType() == JsonNodeType.STRING)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        for (JsonNode text : list.isArray() ? list : Json.nothing()) {
            if (texts.size() < MOST) {
                texts.add(text.asText(""));
            }
        }
        return List.copyOf(texts);
    }
}
