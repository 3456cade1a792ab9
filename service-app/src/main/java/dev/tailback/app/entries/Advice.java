package dev.tailback.app.entries;

import dev.tailback.web.texts.Texts;

/** What an operator can do about an entry, whatever its state, in the reader's language. */
public final class Advice {

    private Advice() {}

    static String on(EntryState state, String code, Texts texts) {
        return switch (state) {
            case WAITING -> texts.of(code.equals("QUEUE_DOWN") ? "advice.queue" : "advice.waiting");
            case RETRYING -> texts.of("advice.retrying");
            case REPORTED -> texts.of("advice.reported");
            case LOCKED -> texts.of("advice.fulfilled");
            case REJECTED -> RejectedAdvice.on(code, texts);
        };
    }

    public static String on(EntryView entry, Texts texts) {
        return on(entry.state(), entry.code().orElse(""), texts);
    }
}
