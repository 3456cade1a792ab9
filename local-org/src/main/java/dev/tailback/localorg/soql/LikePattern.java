package dev.tailback.localorg.soql;

import java.util.regex.Pattern;

/**
 * What LIKE compares with: the percent sign stands for any text, the underscore for one character, and a backslash
 * takes their meaning away. The grammar knows no such escapes, so they are marked before a query is parsed, with as
 * many characters as they had.
 */
final class LikePattern {
    private static final char PERCENT = '\uE000';
    private static final char UNDERSCORE = '\uE001';
    private static final char FILLER = '\uE002';

    private LikePattern() {}

    /** A query with marks in place of {@code \%} and {@code \_}. */
    static String marked(String query) {
        if (query.indexOf('\\') < 0) {
            return query;
        }
        StringBuilder marked = new StringBuilder(query);
        boolean quoted = false;
        for (int at = 0; at < query.length(); at++) {
            char letter = query.charAt(at);
            if (letter == '\'') {
                quoted = !quoted;
            } else if (quoted && letter == '\\' && at + 1 < query.length()) {
                mark(marked, at, query.charAt(++at));
            }
        }
        return marked.toString();
    }

    private static void mark(StringBuilder marked, int at, char escaped) {
        if (escaped == '%' || escaped == '_') {
            marked.setCharAt(at, escaped == '%' ? PERCENT : UNDERSCORE);
            marked.setCharAt(at + 1, FILLER);
        }
    }

    /** Text outside LIKE, where the marks mean nothing but their characters. */
    static String unmarked(String quoted) {
        return quoted.replace(PERCENT, '%').replace(UNDERSCORE, '_').replace(String.valueOf(FILLER), "");
    }

    static Pattern of(String quoted) {
        StringBuilder pattern = new StringBuilder();
        for (int at = 0; at < quoted.length(); at++) {
            char letter = quoted.charAt(at);
            switch (letter) {
                case '%' -> pattern.append(".*");
                case '_' -> pattern.append('.');
                case PERCENT -> pattern.append('%');
                case UNDERSCORE -> pattern.append('_');
                case FILLER -> {}
                case '\\' -> pattern.append(Pattern.quote(Literals.escaped(quoted.charAt(++at))));
                default -> pattern.append(Pattern.quote(String.valueOf(letter)));
            }
        }
        return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }
}
