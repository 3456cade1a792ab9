package dev.tailback.app.entries;

import dev.tailback.web.input.Paging;
import dev.tailback.web.problems.Problem;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads entries with everything people want to know about them. */
@Singleton
public class EntryReading {

    private static final String SELECT = """
            select e.*, c.number contract_number, c.customer, p.product, r.reason replaced_reason,
                h.begun_at hold_begun_at, h.ends_at hold_ends_at, h.who hold_who, h.reason hold_reason,
                e.offer_due_at > (select covers_until from queue_rebuild) offer_pending
            from shown_entry e
            left join contract_label c on c.contract_id = e.contract_id
            left join contract_product_label p on p.contract_product_id = e.contract_product_id
            left join usage_entry r on r.id = e.replaces
            left join hold h on h.id = e.hold_id
            """;
    /** So long a relay may be trying to offer an entry. */
    private static final Duration LONGEST_CLAIM = Duration.ofSeconds(10);

    private final JdbcOperations jdbc;
    private final HistoryReading history;
    private final QueueTrouble queueTrouble;
    private final Clock clock;

    EntryReading(JdbcOperations jdbc, HistoryReading history, QueueTrouble queueTrouble, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.queueTrouble = queueTrouble;
        this.clock = clock;
    }

    /** In the order they were booked. */
    @Transactional(readOnly = true)
    public List<EntryView> ofAds(Collection<UUID> adIds) {
        return jdbc.prepareStatement(SELECT + "where e.ad_id = any(?) order by e.line", statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("uuid", adIds.toArray()));
            return rows(statement);
        });
    }

    /** With its history. */
    @Transactional(readOnly = true)
    public Optional<EntryView> find(UUID id) {
        List<EntryView> found = jdbc.prepareStatement(SELECT + "where e.id = ?", statement -> {
            statement.setObject(1, id);
            return rows(statement);
        });
        return found.stream().findFirst().map(this::withHistory);
    }

    /**
     * With its history.
     *
     * @throws Problem 404 {@code not_found}
     */
    @Transactional(readOnly = true)
    public EntryView get(UUID id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    /** The refusal for an id that no entry has. */
    public static Problem unknown(UUID id) {
        return new Problem(HttpStatus.NOT_FOUND, "not_found", "There is no usage entry with the id " + id + ".")
                .says("problem.no.entry", id);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public EntryPage search(EntrySearch search) {
        Filter filter = search.filter();
        String sql = SELECT + filter.where() + "order by e.line desc limit ? offset ?";
        List<EntryView> read = jdbc.prepareStatement(sql, statement -> {
            int next = filter.bind(statement);
            statement.setInt(next, Paging.SIZE + 1);
            statement.setInt(next + 1, search.page() * Paging.SIZE);
            return rows(statement);
        });
        return new EntryPage(Paging.shown(read), search.page(), Paging.more(read));
    }

    /** The same entry with who did what to it, and what Salesforce answered. */
    public EntryView withHistory(EntryView entry) {
        return entry.with(history.of(entry));
    }

    private List<EntryView> rows(PreparedStatement statement) throws SQLException {
        List<EntryView> rows = new ArrayList<>();
        EntryViewMapper entry =
                new EntryViewMapper(queueTrouble.now(), clock.instant().plus(LONGEST_CLAIM));
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                rows.add(entry.view(found));
            }
        }
        return rows;
    }
}
