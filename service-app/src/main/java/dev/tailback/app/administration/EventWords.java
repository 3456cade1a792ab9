package dev.tailback.app.administration;

import dev.tailback.web.texts.Texts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the history of an account tells beside the event, in the reader's language; it is kept in English. */
public final class EventWords {

    private static final Pattern ENDED = Pattern.compile("(?:other sessions|sessions and tokens) ended: (\\d+)");
    private static final Pattern TOKEN = Pattern.compile("(.*), roles ([^ ]*), (\\d+) days");

    private EventWords() {}

    public static String of(String detail, Texts texts) {
        Matcher ended = ENDED.matcher(detail);
        if (ended.matches()) {
            return texts.of("accountevent.ended", ended.group(1));
        }
        Matcher token = TOKEN.matcher(detail);
        return token.matches()
                ? texts.of("accountevent.token", token.group(1), token.group(2), token.group(3))
                : detail;
    }
}
