package dev.tailback.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text of the hub's pages is there in both languages. */
class HubTextsTest {

    private static final Path MAIN = Path.of("src", "main");
    private static final Pattern NAMED = Pattern.compile("\\bof\\(\"([a-z]+(?:\\.[a-z0-9-]+)+)\"");

    @Test
    void both_languages_have_the_same_texts() throws IOException {
        assertEquals(texts("en"), texts("de"));
    }

    @Test
    void every_text_that_a_template_names_is_there() throws IOException {
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> templates = Files.list(MAIN.resolve("jte"))) {
            for (Path template : templates.toList()) {
                missing.addAll(named(Files.readString(template)));
            }
        }
        missing.removeAll(texts("en"));
        assertEquals(Set.of(), missing);
    }

    @Test
    void a_text_in_a_template_is_found() {
        assertEquals(Set.of("start.title"), named("<h1>${t.of(\"start.title\")}</h1>"));
    }

    private static Set<String> named(String template) {
        return NAMED.matcher(template)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> texts(String language) throws IOException {
        Properties texts = new Properties();
        Path file = MAIN.resolve(Path.of("resources", "texts", "texts_" + language + ".properties"));
        try (Reader in = Files.newBufferedReader(file)) {
            texts.load(in);
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }
}
