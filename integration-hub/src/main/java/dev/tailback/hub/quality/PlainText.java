package dev.tailback.hub.quality;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;

/** What is done to every text: one form of letters, no hidden characters, no entities of HTML, no empty ends. */
final class PlainText {

    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\t\\u200D]]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2007\\u202F]+");
    private static final Pattern LINE_SPACES = Pattern.compile("[ \\t\\u00A0]+");
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|[A-Za-z]{2,10}[0-9]{0,2});");

    /** What people type where a form demands something. */
    private static final List<String> PLACEHOLDERS = List.of(
            "n a",
            "na",
            "none",
            "null",
            "nil",
            "unknown",
            "unbekannt",
            "keine angabe",
            "k a",
            "tbd",
            "xxx",
            "test test",
            "not available",
            "not applicable",
            "undefined",
            "asdf");

    private PlainText() {}

    /** In one line. */
    static String line(String text) {
        return SPACES.matcher(settled(text)).replaceAll(" ").strip();
    }

    /** With its lines. */
    static String lines(String text) {
        return LINE_SPACES
                .matcher(settled(text.replace("\r\n", "\n").replace('\r', '\n')))
                .replaceAll(" ")
                .strip();
    }

    private static String settled(String text) {
        String before = text;
        String after = once(before);
        while (!after.equals(before)) {
            before = after;
            after = once(before);
        }
        return after;
    }

    private static String once(String text) {
        String decoded = ENTITY.matcher(text)
                .replaceAll(entity ->
                        java.util.regex.Matcher.quoteReplacement(StringEscapeUtils.unescapeHtml4(entity.group())));
        return HIDDEN.matcher(Normalizer.normalize(decoded, Normalizer.Form.NFC))
                .replaceAll("");
    }

    static boolean isPlaceholder(String text) {
        String folded = Folded.of(text);
        return folded.isEmpty() || PLACEHOLDERS.contains(folded);
    }
}
