package dev.tailback.web.texts;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The English that must not stand on a German page: every piece of an English text, and every sentence in the sources.
 */
final class English {

    private static final Path MAIN = Path.of("src", "main");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    /** What a page holds beside the words for people, and what others said, which is marked as such. */
    private static final Pattern NOT_OURS =
            Pattern.compile("(?s)<q[^>]*lang=\"en\">.*?</q>|<code>.*?</code>|<!--.*?-->");

    private final Set<String> pieces = new TreeSet<>();

    English() {
        String german = String.join("\n", values("de"));
        Stream.concat(values("en").stream(), literals().stream())
                .flatMap(text -> Stream.of(text.replace("''", "'").split("[{}|#<]|\\\\n")))
                .map(String::strip)
                .filter(piece -> piece.length() >= 12 && piece.matches("(?s).*\\p{L}{2,} \\p{L}{2,}.*"))
                .filter(piece -> !german.contains(piece))
                .forEach(pieces::add);
    }

    /** The pieces that stand in what people read of a page. */
    List<String> on(String page) {
        String read = readable(page);
        return pieces.stream().filter(read::contains).toList();
    }

    /** Text between the tags, and in the attributes that are read out or shown. */
    static String readable(String page) {
        String ours = NOT_OURS.matcher(page).replaceAll(" ");
        String attributes = Pattern.compile("(?:aria-label|title|placeholder|alt)=\"([^\"]*)\"")
                .matcher(ours)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining("\n"));
        return (ours.replaceAll("(?s)<[^>]*>", " ") + "\n" + attributes)
                .replace("&#39;", "'")
                .replace("&#34;", "\"")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ");
    }

    private static List<String> values(String language) {
        Properties texts = new Properties();
        Path file = MAIN.resolve(Path.of("resources", "texts", "texts_" + language + ".properties"));
        try (Reader in = Files.newBufferedReader(file)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.values().stream().map(String::valueOf).toList();
    }

    private static List<String> literals() {
        try (Stream<Path> files = Files.walk(MAIN.resolve("java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> LITERAL.matcher(read(file)).results())
                    .map(found -> found.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
