package dev.tailback.hub.drift;

import dev.tailback.hub.connections.MappedObject;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a refusal may come from another schema, whatever words a CRM has for it. A wrong guess costs one question. */
final class Smell {

    private static final Pattern WORDS = Pattern.compile(
            "FIELD|PROPERTY|COLUMN|ATTRIBUTE|OBJECT|ENTITY|TABLE|TYPE|SCHEMA|OPTION|PICKLIST|READ_?ONLY|NOT_?FOUND|ACCESS");

    private Smell() {}

    static boolean of(MappedObject mapped, String code, String reason, Optional<String> field) {
        return field.filter(mapped.named()::contains).isPresent()
                || WORDS.matcher(code.toUpperCase(Locale.ROOT)).find()
                || mapped.named().stream().anyMatch(name -> names(reason, name));
    }

    private static boolean names(String reason, String field) {
        return Pattern.compile("\\b" + Pattern.quote(field) + "\\b")
                .matcher(reason)
                .find();
    }
}
