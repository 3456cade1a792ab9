package dev.tailback.app.testing;

import dev.tailback.localorg.LocalOrg;
import dev.tailback.localorg.LocalOrgOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The shipped schema with something taken out or changed, and a local org that runs it with the shipped rows. */
public final class SchemaCopy {

    private static final Path SHIPPED = Path.of("..", "salesforce-schema");

    private final Path source;

    /** @param directory empty */
    public SchemaCopy(Path directory) {
        this.source = directory.resolve("force-app");
        try (Stream<Path> files = Files.walk(SHIPPED.resolve("force-app"))) {
            files.forEach(file ->
                    copy(file, source.resolve(SHIPPED.resolve("force-app").relativize(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param file below {@code main/default} */
    public SchemaCopy without(String file) {
        try {
            Files.delete(path(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Every place that the pattern finds; there must be one. */
    public SchemaCopy change(String file, String pattern, String replacement) {
        try {
            String text = Files.readString(path(file));
            String changed = text.replaceAll(pattern, replacement);
            if (changed.equals(text)) {
                throw new IllegalArgumentException(file + " has nothing like " + pattern);
            }
            Files.writeString(path(file), changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** The integration user may no longer see or edit a field. */
    public SchemaCopy withhold(String field) {
        return change(
                "permissionsets/Tailback_Integration.permissionset-meta.xml",
                "(?s)<fieldPermissions>\\s*<editable>\\w+</editable>\\s*<field>" + field
                        + "</field>.*?</fieldPermissions>",
                "");
    }

    /** The integration user may only read a field. */
    public SchemaCopy freeze(String field) {
        return change(
                "permissionsets/Tailback_Integration.permissionset-meta.xml",
                "<editable>true</editable>(\\s*<field>" + field + "</field>)",
                "<editable>false</editable>$1");
    }

    public LocalOrg start() {
        return start(Map.of());
    }

    /** @param switches answers to open questions about Salesforce */
    public LocalOrg start(Map<String, String> switches) {
        return LocalOrg.start(
                LocalOrgOptions.of(source).withSeed(SHIPPED.resolve("data")).withSwitches(switches));
    }

    private Path path(String file) {
        return source.resolve("main/default").resolve(file);
    }

    private static void copy(Path from, Path to) {
        try {
            if (Files.isDirectory(from)) {
                Files.createDirectories(to);
            } else {
                Files.copy(from, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
