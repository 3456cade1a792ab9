package dev.tailback.queue.batches;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.tailback.queue.OutcomeKind;
import dev.tailback.queue.Settlement;

/**
 * An outcome as the stream carries it: the JSON array {@code [entry, contract, version, attempts, salesforce id, code,
 * reason, kind, next attempt, body, sent]}, whose end is left out where it is empty. {@code OutcomeEntry} reads it.
 */
record OutcomeText(String entryKey, HeldBatch.Front front) {

    String accepted(Settlement.Accepted it) {
        String sent = front.sent().isPresent() ? ",null,null," + front.sent().getAsLong() : "";
        return upToKind(front.attempts(), it.salesforceId(), "", "") + kind(OutcomeKind.ACCEPTED) + sent + "]";
    }

    String stale(Settlement.Stale it) {
        return upToKind(front.attempts(), "", "", it.reason()) + kind(OutcomeKind.STALE) + "]";
    }

    String parked(Settlement.Parked it) {
        return upToKind(it.attempts(), "", it.code(), it.reason()) + kind(OutcomeKind.PARKED) + "]";
    }

    /** {@code settle.lua} adds kind and time, since it decides. */
    String retryUpToKind(Settlement.RetryLater it) {
        return upToKind(it.attempts(), "", it.code(), it.reason());
    }

    /** {@code settle.lua} adds the body as it was found. */
    String unreadableUpToBody(Settlement.ParkedUnreadable it) {
        return upToKind(front.attempts(), "", it.code(), it.reason()) + kind(OutcomeKind.PARKED) + ",null,";
    }

    private String upToKind(int attempts, String salesforceId, String code, String reason) {
        StringBuilder text = new StringBuilder(160).append('[');
        append(text, entryKey).append(',');
        append(text, front.contractId()).append(',');
        text.append(front.version()).append(',').append(attempts).append(',');
        append(text, salesforceId).append(',');
        append(text, code).append(',');
        return append(text, reason).append(',').toString();
    }

    private static StringBuilder append(StringBuilder text, String value) {
        if (value.isEmpty()) {
            return text.append("null");
        }
        text.append('"');
        JsonStringEncoder.getInstance().quoteAsString(value, text);
        return text.append('"');
    }

    private static String kind(OutcomeKind kind) {
        return "\"" + kind + "\"";
    }
}
