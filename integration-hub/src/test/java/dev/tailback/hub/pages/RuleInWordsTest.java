package dev.tailback.hub.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.web.texts.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each rule of quality that refuses a value says so in a sentence. */
class RuleInWordsTest {

    private static final Path RULES = Path.of("src/main/java/dev/tailback/hub/quality");
    private static final Pattern REFUSED = Pattern.compile("refused\\(\\s*was,\\s*\"([a-z_]+)\"");

    @Test
    void every_rule_that_refuses_has_a_sentence() throws IOException {
        assertEquals(new TreeSet<>(RuleInWords.RULES), refusing());
        Texts texts = Texts.english();
        RuleInWords.RULES.forEach(rule -> RuleInWords.of(rule, texts));
    }

    @Test
    void a_rule_that_is_no_more_is_told_by_its_id() {
        assertEquals("retired_rule", RuleInWords.of("retired_rule", Texts.english()));
    }

    @Test
    void a_rule_in_the_code_is_found() {
        assertEquals(Set.of("email_invalid"), found("Checked.refused(\n    was, \"email_invalid\", \"This\")"));
    }

    private static Set<String> refusing() throws IOException {
        Set<String> rules = new TreeSet<>();
        try (Stream<Path> files = Files.list(RULES)) {
            for (Path file : files.toList()) {
                rules.addAll(found(Files.readString(file)));
            }
        }
        return rules;
    }

    private static Set<String> found(String code) {
        return REFUSED.matcher(code)
                .results()
                .map(rule -> rule.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
