package dev.tailback.app.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.program.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every settings record of the framework's is filled from values that {@link Variable} lists, and so checked at start.
 */
class SettingsAreVariablesTest {
    private static final Pattern SETTINGS = Pattern.compile(
            "@ConfigurationProperties\\(\"([^\"]+)\"\\)\\s+(?:public )?record \\w+\\((.*?)\\) *\\{", Pattern.DOTALL);

    @Test
    void every_setting_is_in_the_one_list() throws IOException {
        Set<String> settings = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                settings.addAll(settingsIn(Files.readString(source)));
            }
        }
        assertTrue(settings.contains("RELAY_SWEEP_EVERY") && settings.size() > 30, settings::toString);
        Set<String> known = new TreeSet<>();
        Stream.of(Variable.values()).map(Variable::name).forEach(known::add);
        settings.removeAll(known);
        assertEquals(Set.of(), settings);
    }

    @Test
    void a_setting_that_the_list_lacks_is_seen() {
        assertEquals(
                List.of("RELAY_NEW_THING", "RELAY_BATCH"),
                settingsIn("@ConfigurationProperties(\"relay\")\nrecord RelaySettings("
                        + "@Bindable(defaultValue = \"1\") @Min(1) int newThing, @Nullable String batch) {}"));
    }

    private static List<String> settingsIn(String source) {
        Matcher settings = SETTINGS.matcher(source);
        if (!settings.find()) {
            return List.of();
        }
        String components = settings.group(2).replaceAll("@\\w+(\\([^)]*\\))?", "");
        return Stream.of(components.split(","))
                .map(component -> component.strip().replaceFirst(".*\\s", ""))
                .map(component -> variable(settings.group(1), component))
                .toList();
    }

    private static String variable(String prefix, String component) {
        String words = component.replaceAll("([A-Z])", "_$1");
        return (prefix + "_" + words).replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
