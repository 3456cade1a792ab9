package dev.tailback.hub.pages;

import dev.tailback.web.input.Form;
import dev.tailback.web.input.Json;
import dev.tailback.web.input.JsonBody;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields that a person chose for attributes, as the body of the call that takes them. */
final class Chosen {

    /** What a choice of the form is called, before its attribute. */
    static final String FIELD = "field.";

    private Chosen() {}

    static JsonBody of(Form form) {
        List<Json> fields = form.fields().stream()
                .filter(one -> one.name().startsWith(FIELD) && !one.value().isEmpty())
                .<Json>map(one -> new Json.Fields(Map.of(
                        "attribute", new Json.Text(one.name().substring(FIELD.length())),
                        "field", new Json.Text(one.value()))))
                .toList();
        Map<String, Json> body = new LinkedHashMap<>();
        body.put("entity", new Json.Text(form.text("entity")));
        body.put("object", new Json.Text(form.text("object")));
        body.put("fields", new Json.Items(fields));
        return new JsonBody(new Json.Fields(body));
    }
}
