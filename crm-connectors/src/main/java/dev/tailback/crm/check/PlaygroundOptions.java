package dev.tailback.crm.check;

import dev.tailback.crm.kit.Playground;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the kit may play. */
final class PlaygroundOptions {

    @Option(names = "--object", paramLabel = "NAME", required = true, description = "The object to play with.")
    private String object;

    @Option(
            names = "--name-field",
            paramLabel = "NAME",
            required = true,
            description = "A text of 40 letters or more, which gets the kit's mark.")
    private String nameField;

    @Option(
            names = "--text-field",
            paramLabel = "NAME",
            required = true,
            description = "Another text of 20 letters or more, which may be empty.")
    private String textField;

    @Option(
            names = "--key-field",
            paramLabel = "NAME",
            description = "A unique text; without one, upserts are not tried.")
    private @Nullable String keyField;

    @Option(
            names = "--also",
            paramLabel = "FIELD=VALUE",
            description = "What a new record must have besides; may be repeated.")
    private @Nullable Map<String, String> required;

    String object() {
        return object;
    }

    Playground playground() {
        return new Playground(
                object,
                nameField,
                textField,
                Optional.ofNullable(keyField),
                required == null ? Map.of() : required,
                Optional.empty());
    }
}
