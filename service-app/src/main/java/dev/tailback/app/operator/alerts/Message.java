package dev.tailback.app.operator.alerts;

import java.time.Instant;

/**
 * What one channel has to tell.
 *
 * @param id the same however often it is sent, so that a receiver can tell a repetition
 * @param attempts so far, this one included
 */
record Message(
        long id,
        ChannelKind channel,
        AlertKind kind,
        String subject,
        Change change,
        String message,
        Instant since,
        Instant at,
        int attempts) {

    /** One line. */
    String title() {
        return switch (change) {
            case BEGUN -> kind.title();
            case GREW -> kind.title() + ": more of them";
            case ENDED -> "Over: " + kind.title();
        };
    }
}
