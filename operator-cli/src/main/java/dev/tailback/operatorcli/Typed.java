package dev.tailback.operatorcli;

import dev.tailback.program.Durations;
import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What people may type after an option. It is looked at before anything is sent, so that a slip of the keyboard is said
 * at once.
 */
final class Typed {

    /**
     * Control characters, halves of surrogate pairs, and marks that turn the order of reading; the service app refuses
     * them, too.
     */
    private static final Pattern REFUSED =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern LAYOUT = Pattern.compile("[\\r\\n\\t]");

    private Typed() {}

    private static String line(String text, int longest) {
        if (text.codePointCount(0, text.length()) > longest) {
            throw new TypeConversionException("it has more than " + longest + " characters; shorten it");
        }
        if (REFUSED.matcher(text).find()) {
            throw new TypeConversionException(
                    "it holds a character that cannot be seen and is not taken (such as a line break); remove it");
        }
        return text;
    }

    /** An id of an entry or a reference, a part of a title, a code, a word. */
    static final class Line implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            return line(text, 200);
        }
    }

    /** Why something is done: line breaks are taken. */
    static final class Reason implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            line(LAYOUT.matcher(text).replaceAll(" "), 500);
            return text;
        }
    }

    /** Salesforce's id of a contract. */
    static final class Id implements ITypeConverter<String> {
        private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{0,18}");

        @Override
        public String convert(String text) {
            if (!FORM.matcher(text).matches()) {
                throw new TypeConversionException(
                        "an id has 15 or 18 letters and digits; copy it from 'ops usage' or from Salesforce");
            }
            return text;
        }
    }

    /** A name or a password. */
    static final class Credential implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            return line(text, 200);
        }
    }

    /** An access token of an org. */
    static final class Token implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            return line(text, 8_192);
        }
    }

    /** A time or a duration; the service app reads it and says what is wrong. */
    static final class Moment implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            return line(text, 40);
        }
    }

    /** How long to wait. */
    static final class Wait implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            Duration wait;
            try {
                wait = Durations.parse(text);
            } catch (IllegalArgumentException unreadable) {
                throw new TypeConversionException("write it as 30s, 5m or 1h");
            }
            if (wait.isNegative() || wait.compareTo(Duration.ofDays(1)) > 0) {
                throw new TypeConversionException("give a time from 0s to 24h");
            }
            return wait;
        }
    }

    /** The number of an operation or of a comparison. */
    static final class Number implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            if (!text.matches("\\d{1,18}")) {
                throw new TypeConversionException("give its number");
            }
            return Long.parseLong(text);
        }
    }

    /** The number of a page. */
    static final class Page implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return whole(text, 0, 2_000);
        }
    }

    /** How many at most. */
    static final class Limit implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return whole(text, 1, 1_000);
        }
    }

    /** An age in days. */
    static final class Days implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return whole(text, 1, 3_650);
        }
    }

    private static int whole(String text, int from, int to) {
        boolean whole = text.matches("\\d{1,6}");
        if (!whole || Integer.parseInt(text) < from || Integer.parseInt(text) > to) {
            throw new TypeConversionException("give a whole number from " + from + " to " + to);
        }
        return Integer.parseInt(text);
    }
}
