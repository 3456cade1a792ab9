package dev.tailback.localorg.rest;

import dev.tailback.localorg.rows.Ids;
import dev.tailback.localorg.rows.Snapshot;
import dev.tailback.localorg.soql.Answer;
import dev.tailback.localorg.soql.QueryException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /query}, {@code /queryAll} and their further pages. A cursor keeps the rows its query found. */
final class Queries {
    private static final int LEAST_PAGE = 200;
    private static final int MOST_PAGE = 2000;
    private static final int MOST_CURSORS = 1000;
    private static final Pattern BATCH_SIZE = Pattern.compile("(?i)batchSize\\s*=\\s*(\\d+)");
    private static final Pattern LOCATOR = Pattern.compile("(01g\\w+)-(\\d+)");

    private final Map<String, Answer> cursors = new ConcurrentHashMap<>();
    private final AtomicInteger lastCursor = new AtomicInteger();

    Reply query(Call call) {
        return query(call, false);
    }

    Reply queryAll(Call call) {
        return query(call, true);
    }

    private Reply query(Call call, boolean deletedToo) {
        requireGet(call);
        String text = call.request()
                .param("q")
                .orElseThrow(() -> new ApiException(400, "MALFORMED_QUERY", "A query string has to be specified"));
        return query(call, text, deletedToo);
    }

    /** The answer to a query of the org's own making. */
    Reply query(Call call, String text) {
        return query(call, text, false);
    }

    private Reply query(Call call, String text, boolean deletedToo) {
        Snapshot snapshot = call.snapshot();
        try {
            Answer answer = call.org().soql().answer(text, call.org().reader(snapshot, call.user()), deletedToo);
            if (call.request().param("columns").filter("true"::equals).isPresent()) {
                snapshot.close();
                return Reply.ok(answer::writeColumns);
            }
            return page(call, answer, Optional.empty(), 0, snapshot);
        } catch (QueryException e) {
            snapshot.close();
            throw new ApiException(400, e.code(), e.getMessage());
        }
    }

    private static void requireGet(Call call) {
        if (!call.request().isRead()) {
            throw ApiException.methodNotAllowed(call.request().method(), "GET,HEAD");
        }
    }

    Reply more(Call call) {
        requireGet(call);
        Matcher locator = LOCATOR.matcher(call.segment(1));
        Answer answer = locator.matches() ? cursors.get(locator.group(1)) : null;
        if (answer == null || Integer.parseInt(locator.group(2)) > answer.size()) {
            throw new ApiException(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
        }
        Snapshot snapshot = call.snapshot();
        if (!answer.isReadable(call.org().reader(snapshot, call.user()))) {
            snapshot.close();
            throw new ApiException(
                    400, "INVALID_QUERY_LOCATOR", "invalid query locator: the schema changed after the query");
        }
        return page(call, answer, Optional.of(locator.group(1)), Integer.parseInt(locator.group(2)), snapshot);
    }

    /** @param cursor empty until there is a second page */
    private Reply page(Call call, Answer answer, Optional<String> cursor, int from, Snapshot snapshot) {
        int to = Math.min(answer.size(), from + pageSize(call));
        if (answer.isGrouped() && to < answer.size()) {
            snapshot.close();
            throw new ApiException(
                    400,
                    "EXCEEDED_ID_LIMIT",
                    "Aggregate query does not support queryMore(),"
                            + " use LIMIT to restrict the results to a single batch");
        }
        String next = to == answer.size() ? null : cursor.orElseGet(() -> keep(answer)) + "-" + to;
        return Reply.ok(json -> {
            try (snapshot) {
                json.writeStartObject();
                json.writeNumberField("totalSize", answer.totalSize());
                json.writeBooleanField("done", next == null);
                if (next != null) {
                    json.writeStringField("nextRecordsUrl", call.versionPath() + "/query/" + next);
                }
                json.writeArrayFieldStart("records");
                answer.write(json, call.org().reader(snapshot, call.user()), call.versionPath(), from, to);
                json.writeEndArray();
                json.writeEndObject();
            }
        });
    }

    private static int pageSize(Call call) {
        Matcher wanted =
                BATCH_SIZE.matcher(call.request().header("Sforce-Query-Options").orElse(""));
        return wanted.find() ? Math.max(LEAST_PAGE, Math.min(MOST_PAGE, Integer.parseInt(wanted.group(1)))) : MOST_PAGE;
    }

    private String keep(Answer answer) {
        if (cursors.size() >= MOST_CURSORS) {
            cursors.keySet().stream().findFirst().ifPresent(cursors::remove);
        }
        String cursor = Ids.full(String.format("01gLo0%09d", lastCursor.incrementAndGet()));
        cursors.put(cursor, answer);
        return cursor;
    }
}
