package dev.tailback.web.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text is there in both languages, is used, and stands nowhere else. */
class EveryTextTest {

    private static final Path MAIN = Path.of("src", "main");

    /** The rooms that it shares with other programs use texts, too. */
    private static final List<Path> SOURCES = List.of(MAIN, Path.of("..", "web-base", "src", "main"));

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    /** A key that a template or a class names, such as "ads.title". */
    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:\\.[a-z0-9-]+)+)\"");

    /** Templates that still hold English sentences. The list only becomes shorter. */
    private static final Set<String> NOT_YET = Set.of();

    @Test
    void both_languages_have_the_same_keys_with_the_same_values_in_them() throws IOException {
        assertEquals(places(texts("en")), places(texts("de")));
    }

    @Test
    void no_key_stands_twice_in_a_file() throws IOException {
        for (String language : List.of("en", "de")) {
            List<String> keys = Files.readAllLines(file(language)).stream()
                    .filter(line -> line.matches("[a-z].*"))
                    .map(line -> line.split("[ =]", 2)[0])
                    .toList();
            assertEquals(new TreeSet<>(keys).size(), keys.size(), file(language)::toString);
        }
    }

    @Test
    void every_key_is_used() throws IOException {
        Set<String> used = keysIn(sources());
        Set<String> unused = new TreeSet<>(texts("en").stringPropertyNames());
        unused.removeIf(key -> used.contains(key) || used.contains(withoutLastPart(key)));
        assertEquals(Set.of(), unused);
    }

    @Test
    void templates_hold_no_sentences() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path template : templates()) {
            if (!NOT_YET.contains(template.getFileName().toString())) {
                literals(Files.readString(template)).forEach(text -> found.add(template.getFileName() + ": " + text));
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void a_template_that_is_converted_leaves_the_list() throws IOException {
        for (Path template : templates()) {
            if (NOT_YET.contains(template.getFileName().toString())) {
                assertFalse(
                        literals(Files.readString(template)).isEmpty(),
                        () -> template.getFileName() + " holds no sentence any more: take it from the list");
            }
        }
    }

    @Test
    void a_sentence_in_a_template_is_found() {
        assertEquals(List.of("Not saved"), literals("@if(bad)<h2 class=\"a\">Not saved</h2>@endif"));
        assertEquals(List.of("Where you are"), literals("<nav aria-label=\"Where you are\"></nav>"));
        assertEquals(List.of(), literals("<h2>${t.of(\"ads.title\")}</h2>@if(a > b)<b>×</b>@endif !{var c = x.y();}"));
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(file(language))) {
            texts.load(in);
        }
        return texts;
    }

    private static Path file(String language) {
        return MAIN.resolve(Path.of("resources", "texts", "texts_" + language + ".properties"));
    }

    private static java.util.Map<String, Set<String>> places(Properties texts) {
        return texts.stringPropertyNames().stream()
                .collect(Collectors.toMap(
                        key -> key,
                        key -> PLACE.matcher(texts.getProperty(key))
                                .results()
                                .map(place -> place.group(1))
                                .collect(Collectors.toCollection(TreeSet::new)),
                        (one, other) -> one,
                        java.util.TreeMap::new));
    }

    // A key may be put together from a fixed beginning and a word, such as "state." and "waiting".
    private static String withoutLastPart(String key) {
        return key.substring(0, key.lastIndexOf('.'));
    }

    private static Set<String> keysIn(String sources) {
        Set<String> keys = new TreeSet<>();
        Matcher key = KEY.matcher(sources);
        while (key.find()) {
            keys.add(key.group(1));
        }
        Matcher beginning =
                Pattern.compile("\"([a-z]+(?:\\.[a-z0-9-]+)*)\\.\" \\+").matcher(sources);
        while (beginning.find()) {
            keys.add(beginning.group(1));
        }
        return keys;
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path folder : SOURCES) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(EveryTextTest::isSource).toList()) {
                    all.append(Files.readString(file)).append('\n');
                }
            }
        }
        return all.toString();
    }

    private static boolean isSource(Path file) {
        return file.toString().endsWith(".java") || file.toString().endsWith(".jte");
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN.resolve("jte"))) {
            return files.filter(file -> file.toString().endsWith(".jte"))
                    .sorted()
                    .toList();
        }
    }

    /** Words that stand between tags or in attributes that people read; names of ours and of Salesforce stay as they are. */
    static List<String> literals(String template) {
        String withoutCode = withoutCode(template);
        Stream<String> attributes = Pattern.compile("(?:aria-label|title|placeholder|alt)=\"([^\"]*)\"")
                .matcher(withoutCode)
                .results()
                .map(found -> found.group(1));
        Stream<String> between =
                Stream.of(withoutCode.replaceAll("(?s)<[^>]*>", "\n").split("\n"));
        return Stream.concat(attributes, between)
                .map(text -> text.replaceAll("&\\w+;", "").strip())
                .filter(text -> text.matches("(?s).*\\p{L}{2}.*"))
                .filter(text -> !Set.of("Tailback", "· Tailback", "Salesforce").contains(text))
                .toList();
    }

    // Expressions, declarations and control words of JTE; their parentheses and braces may be nested.
    private static String withoutCode(String template) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            int end = codeAt(template, at);
            if (end > at) {
                at = end;
            } else {
                text.append(template.charAt(at++));
            }
        }
        return text.toString();
    }

    private static int codeAt(String template, int at) {
        if (template.startsWith("@import", at) || template.startsWith("@param", at)) {
            int end = template.indexOf('\n', at);
            return end < 0 ? template.length() : end;
        }
        if (template.startsWith("${", at) || template.startsWith("!{", at)) {
            return closing(template, at + 1, '{', '}');
        }
        Matcher control = Pattern.compile("@(if|elseif|for|template(\\.\\w+)+)\\(")
                .matcher(template)
                .region(at, template.length());
        if (control.lookingAt()) {
            boolean hasContent = template.startsWith("@template.layout(", at);
            int content = template.indexOf("@`", at);
            return hasContent && content > 0 ? content + 2 : closing(template, control.end() - 1, '(', ')');
        }
        Matcher word = Pattern.compile("@(endif|else|endfor|raw|endraw)|`\\)")
                .matcher(template)
                .region(at, template.length());
        return word.lookingAt() ? word.end() : at;
    }

    private static int closing(String template, int open, char opening, char closing) {
        int depth = 0;
        boolean quoted = false;
        for (int at = open; at < template.length(); at++) {
            char c = template.charAt(at);
            quoted ^= c == '"' && template.charAt(at - 1) != '\\';
            depth += quoted ? 0 : c == opening ? 1 : c == closing ? -1 : 0;
            if (depth == 0 && !quoted) {
                return at + 1;
            }
        }
        return template.length();
    }
}
