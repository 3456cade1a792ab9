package dev.tailback.localorg.rest;

import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.rows.Snapshot;
import dev.tailback.localorg.wire.WireValues;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code /sobjects/X/updated} and {@code /deleted}: which rows changed between two times of the last 30 days. REST
 * guide, pages on updated and deleted records.
 */
final class Replication {
    private static final Duration BACK = Duration.ofDays(30);
    private static final int MOST_IDS = 600_000;
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    private record Span(Instant start, Instant end) {
        boolean holds(Row row) {
            Instant changed = row.changedAt();
            return !changed.isBefore(start) && changed.isBefore(end);
        }

        /** Where the next span must begin: what has not happened yet is not covered. */
        Instant covered(Instant now) {
            return now.isBefore(end) ? now : end;
        }
    }

    private Replication() {}

    static Reply updated(Call call) {
        ObjectType type = call.object(1);
        Span span = span(call);
        List<Row> rows = changed(call, type, span, false);
        return Reply.ok(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("ids");
            for (Row row : rows) {
                json.writeString(row.id());
            }
            json.writeEndArray();
            json.writeStringField(
                    "latestDateCovered",
                    WireValues.dateTime(span.covered(call.org().now())));
            json.writeEndObject();
        });
    }

    static Reply deleted(Call call) {
        ObjectType type = call.object(1);
        Span span = span(call);
        List<Row> rows = changed(call, type, span, true);
        return Reply.ok(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("deletedRecords");
            for (Row row : rows) {
                json.writeStartObject();
                json.writeStringField("deletedDate", WireValues.dateTime(row.changedAt()));
                json.writeStringField("id", row.id());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringField(
                    "earliestDateAvailable",
                    WireValues.dateTime(call.org().now().minus(BACK)));
            json.writeStringField(
                    "latestDateCovered",
                    WireValues.dateTime(span.covered(call.org().now())));
            json.writeEndObject();
        });
    }

    private static List<Row> changed(Call call, ObjectType type, Span span, boolean deleted) {
        if (!call.request().isRead()) {
            throw ApiException.methodNotAllowed(call.method(), "GET,HEAD");
        }
        List<Row> rows = new ArrayList<>();
        try (Snapshot snapshot = call.snapshot()) {
            snapshot.each(type, row -> {
                if (row.isDeleted() == deleted && span.holds(row)) {
                    rows.add(row);
                }
            });
        }
        refuseTooMany(rows.size());
        return rows;
    }

    /** REST guide: the results of one call hold at most 600,000 ids. */
    static void refuseTooMany(int ids) {
        if (ids > MOST_IDS) {
            throw new ApiException(
                    400, "EXCEEDED_ID_LIMIT", "more than " + MOST_IDS + " ids; ask for a shorter span of time");
        }
    }

    private static Span span(Call call) {
        Span span = new Span(time(call, "start"), time(call, "end"));
        if (!span.start().isBefore(span.end())) {
            throw new ApiException(
                    400,
                    "INVALID_REPLICATION_DATE",
                    "startDate before endDate is required: the start is not before the end");
        }
        if (span.start().isBefore(call.org().now().minus(BACK))) {
            throw new ApiException(400, "INVALID_REPLICATION_DATE", "startDate cannot be more than 30 days ago");
        }
        return span;
    }

    private static Instant time(Call call, String name) {
        String text = call.request()
                .param(name)
                .orElseThrow(
                        () -> new ApiException(400, "MISSING_ARGUMENT", "The parameter " + name + " is required."));
        try {
            // an unencoded plus sign arrives as a blank
            return OffsetDateTime.parse(text.replace(' ', '+'), TIME).toInstant();
        } catch (DateTimeException e) {
            throw new ApiException(
                    400, "INVALID_REPLICATION_DATE", name + " must look like 2026-08-10T00:00:00+00:00, not " + text);
        }
    }
}
