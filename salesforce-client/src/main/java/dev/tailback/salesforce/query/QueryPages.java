package dev.tailback.salesforce.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.force.api.QueryResult;
import com.force.api.ResourceRepresentation;
import com.force.api.http.HttpResponse;
import dev.tailback.salesforce.http.CallBroken;
import dev.tailback.salesforce.http.OrgAnswer;
import dev.tailback.salesforce.session.SignedCalls;
import dev.tailback.salesforce.session.SignedCalls.Bounds;
import dev.tailback.salesforce.text.Json;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * All pages of one query, within bounds: rows, pages, bytes and time. force-rest-api reads each page; the bytes come
 * over {@link dev.tailback.salesforce.http.Exchange}, because the library's own transport follows redirects and reads
 * without end.
 */
final class QueryPages {

    /** More than that no single question of ours has an answer. */
    static final int MOST_ROWS = 100_000;

    private static final int MOST_BYTES_A_PAGE = 8 * 1024 * 1024;
    /** Salesforce gives 200 to 2,000 rows a page, and fewer when they are wide. */
    private static final int FEWEST_ROWS_A_PAGE = 50;

    private static final int FIRST_PAGES = 10;
    /** All pages together may take as long as that many slow ones. */
    private static final int LONGEST_IN_PAGES = 12;

    private static final Pattern NEXT = Pattern.compile("/services/data/v\\d{2,3}\\.\\d/query/[A-Za-z0-9_-]{1,200}");

    private final SignedCalls calls;
    private final Duration patience;
    private final Instant end;
    private final Clock clock;

    QueryPages(SignedCalls calls, Clock clock, Duration patience) {
        this.calls = calls;
        this.clock = clock;
        this.patience = patience;
        this.end = clock.instant().plus(patience.multipliedBy(LONGEST_IN_PAGES));
    }

    private static final class Page extends QueryResult<JsonNode> {}

    /** @throws ReadFailed when there is no whole, usable answer */
    <T> List<T> read(String first, Function<JsonNode, T> read) throws CallBroken, ReadFailed {
        List<T> rows = new ArrayList<>();
        Set<String> asked = new HashSet<>();
        int total = 0;
        Optional<String> next = Optional.of(first);
        while (next.isPresent()) {
            asked.add(next.get());
            Page page = page(next.get());
            total = asked.size() == 1 ? page.getTotalSize() : total;
            requireWithin(page, total, rows.size(), asked.size());
            page.getRecords().forEach(row -> rows.add(read.apply(object(row))));
            next = next(page, asked);
        }
        return List.copyOf(rows);
    }

    private Page page(String path) throws CallBroken, ReadFailed {
        OrgAnswer answer = calls.get(path, new Bounds(timeLeft(), MOST_BYTES_A_PAGE));
        if (answer.status() != 200) {
            throw new ReadFailed(answer);
        }
        try {
            HttpResponse bytes = new HttpResponse()
                    .setResponseCode(answer.status())
                    .setStream(new ByteArrayInputStream(answer.body()));
            return Optional.ofNullable(new ResourceRepresentation(bytes, Json.MAPPER).as(Page.class))
                    .filter(page -> page.getRecords() != null)
                    .orElseThrow(() -> noRecords(answer));
        } catch (RuntimeException unreadable) {
            throw noRecords(answer);
        }
    }

    private Duration timeLeft() throws CallBroken {
        Duration left = Duration.between(clock.instant(), end);
        if (left.isNegative() || left.isZero()) {
            throw CallBroken.unusable("Salesforce's pages take longer to read than they may, which is "
                    + patience.multipliedBy(LONGEST_IN_PAGES).toSeconds() + " s for all of them: narrow the search.");
        }
        return left.compareTo(patience) < 0 ? left : patience;
    }

    private static CallBroken noRecords(OrgAnswer answer) {
        return CallBroken.unusable(
                answer.json().isPresent()
                        ? "Salesforce's answer to a query holds no records as Salesforce writes "
                                + "them: see who answers there."
                        : "Salesforce's answer " + answer.notJson() + ".");
    }

    private static void requireWithin(Page page, int total, int before, int pages) throws CallBroken {
        if (total > MOST_ROWS) {
            throw CallBroken.unusable("Salesforce has " + total + " rows for this, and at most " + MOST_ROWS
                    + " are read: narrow the search.");
        }
        int rows = page.getRecords().size();
        boolean more = !page.isDone();
        if (before + rows > total || more && rows == 0 || pages > FIRST_PAGES + total / FEWEST_ROWS_A_PAGE) {
            throw CallBroken.unusable("Salesforce's pages do not add up to what it said there are (" + total
                    + " rows): ask again, and if it stays so, see who answers there.");
        }
    }

    private static JsonNode object(JsonNode row) {
        if (row == null || !row.isObject()) {
            throw new UnusableRow(
                    "A row of Salesforce's answer is none: ask again, and if it stays so, see who answers.");
        }
        return row;
    }

    private static Optional<String> next(Page page, Set<String> asked) throws CallBroken {
        if (page.isDone()) {
            return Optional.empty();
        }
        String next = page.getNextRecordsUrl();
        if (next == null || !NEXT.matcher(next).matches() || asked.contains(next)) {
            throw CallBroken.unusable(
                    "Salesforce's answer names no next page of the same org that was not read before: ask"
                            + " again, and if it stays so, see who answers there.");
        }
        return Optional.of(next);
    }
}
