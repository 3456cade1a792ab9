package dev.tailback.localorg.rest;

import dev.tailback.localorg.switches.Switch;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code If-Modified-Since} and {@code If-Unmodified-Since}, to the second. REST guide, page
 * conditional-request-headers; the body of 412 is not confirmed.
 */
final class Conditions {
    /** Clients name zones as their platform does: GMT, UTC, CET. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss [z][xx]", Locale.ENGLISH);

    private Conditions() {}

    /**
     * 304 or 412 when what the call is about changed at a time the call does not want; empty when the call may go on.
     */
    static Optional<Reply> stops(Call call, Instant changed) {
        Optional<Instant> since = time(call, "If-Modified-Since");
        if (call.request().isRead() && since.isPresent() && !changed.isAfter(since.get())) {
            return Optional.of(Reply.nothing(304));
        }
        Optional<Instant> until = time(call, "If-Unmodified-Since");
        return until.isPresent() && changed.isAfter(until.get()) ? Optional.of(failed(call)) : Optional.empty();
    }

    private static Reply failed(Call call) {
        return call.org().switches().is(Switch.PRECONDITION_BODY, "empty")
                ? Reply.nothing(412)
                : Reply.errors(
                        412,
                        List.of(ApiError.of(
                                "PRECONDITION_FAILED",
                                "One of the conditions of the request's headers does not hold;"
                                        + " read the record again.")));
    }

    private static Optional<Instant> time(Call call, String header) {
        return call.request().header(header).map(text -> {
            try {
                return ZonedDateTime.parse(text, TIME).toInstant();
            } catch (DateTimeException e) {
                throw new ApiException(
                        400, "INVALID_FIELD", header + " must look like Tue, 10 Aug 2026 00:00:00 GMT, not " + text);
            }
        });
    }

    static Reply stamped(Reply reply, Instant changed) {
        return reply.with("Last-Modified", DateTimeFormatter.RFC_1123_DATE_TIME.format(changed.atZone(ZoneOffset.UTC)));
    }
}
