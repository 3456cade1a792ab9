package dev.tailback.app.mapping;

import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.MappingInvalid;
import dev.tailback.mapping.MappingYaml;
import dev.tailback.web.input.Form;
import dev.tailback.web.input.Json;
import dev.tailback.web.input.JsonBody;
import dev.tailback.web.input.JsonObject;
import dev.tailback.web.input.TextRule;

/** A mapping as somebody wrote it, which can be read. */
public record MappingText(String yaml, Mapping mapping) {

    public static final String FIELD = "yaml";

    private static final TextRule RULE = TextRule.lines(MappingYaml.LARGEST);

    /** @throws dev.tailback.web.problems.Problem 400 {@code mapping_unreadable} with every reason */
    public static MappingText of(String yaml) {
        try {
            return new MappingText(yaml, MappingYaml.read(yaml));
        } catch (MappingInvalid invalid) {
            throw MappingProblems.unreadable(invalid.reasons());
        }
    }

    /**
     * Letter by letter: spaces at the beginning mean something in YAML.
     *
     * @param asked the same body; it must have the text, and is refused by the caller
     */
    public static String given(JsonBody body, JsonObject asked) {
        asked.requiredText(FIELD, RULE);
        return body.json()
                .fields()
                .map(fields -> fields.values().getOrDefault(FIELD, new Json.Nothing()))
                .flatMap(Json::text)
                .map(MappingText::plain)
                .orElse("");
    }

    /** @throws dev.tailback.web.problems.Problem 400 {@code invalid} or {@code mapping_unreadable} */
    public static MappingText typed(Form form) {
        return of(RULE.required(FIELD, plain(form.text(FIELD))));
    }

    /** Browsers and some editors end lines in their own way, and some begin a file with a mark that nobody sees. */
    private static String plain(String text) {
        String lines = text.replace("\r\n", "\n");
        return lines.startsWith("\uFEFF") ? lines.substring(1) : lines;
    }
}
